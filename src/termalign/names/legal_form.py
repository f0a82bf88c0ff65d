"""Legal forms of organisations (株式会社, Co., Ltd.). They are weak evidence, because any company has one."""

import re
from functools import cache, lru_cache

from termalign.english import EnglishText
from termalign.japanese.legal_forms import legal_forms
from termalign.tables import read_table

_JOINING = re.compile(r"[\s,.&]*")


@cache
def _words() -> frozenset[str]:
    return frozenset(form for (form,) in read_table(__package__, "legal_forms.tsv"))


@cache
def _japanese() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, legal_forms()))
    return re.compile(rf"(?P<before>(?:(?:{forms})\s*)*)(?P<core>.*?)(?P<after>(?:\s*(?:{forms}))*)\s*", re.DOTALL)


@cache
def _any_japanese() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, legal_forms())))


def core_span(surface: str) -> tuple[int, int]:
    """Return code points ``start:end`` of a name without the legal forms before and after it.

    A name that consists of forms is returned whole.

    Examples
    --------
    >>> name = "株式会社山王"
    >>> start, end = core_span(name)
    >>> name[start:end], core_span("山王(株)"), core_span("株式会社")
    ('山王', (0, 2), (0, 4))
    """
    if not surface[-1:].isspace() and not _any_japanese().search(surface):
        return 0, len(surface)
    return _core_span(surface)


@lru_cache(4096)
def _core_span(surface: str) -> tuple[int, int]:
    found = _japanese().fullmatch(surface)
    if found is None or not found["core"]:
        return 0, len(surface)
    return found.start("core"), found.end("core")


def is_japanese_form(term: str) -> bool:
    """Return whether a Japanese term is a legal form.

    >>> is_japanese_form("株式会社"), is_japanese_form("会社")
    (True, False)
    """
    return term in legal_forms()


def has_form(surface: str) -> bool:
    """Return whether a Japanese name includes its legal form."""
    start, end = core_span(surface)
    return end - start < len(surface)


@lru_cache(4096)
def is_form(word: str) -> bool:
    """Return whether an English word is (a word of) a legal form, in any case and with or without full stops.

    >>> [is_form(word) for word in ("Co", "LTD", "K.K.", "Incorporated", "Holdings")]
    [True, True, True, True, False]
    """
    return word.lower().replace(".", "") in _words()


def after_form(english: EnglishText, j: int) -> int:
    """Return the word after the legal form that begins at word ``j``, or ``j`` if none begins there.

    A form has each of its words once, so *Co., Ltd. Co., Ltd.* are two forms.

    >>> [after_form(EnglishText(text), 1) for text in ("Sanno Co., Ltd. said", "Sanno Co., Ltd. Co., Ltd.", "Co., Ltd. Co.")]
    [3, 3, 2]
    """
    words = set(english.forms[j - 1 : j])
    while j < len(english) and is_form(english.forms[j]) and _JOINING.fullmatch(english.gap(j - 1)):
        if english.forms[j] in words:
            break
        words.add(english.forms[j])
        j += 1
    return j


def whole_form(english: EnglishText, i: int, j: int) -> tuple[int, int]:
    """Return the words ``i:j``, extended to the end of the legal form that they end in.

    >>> english = EnglishText("Sanno Co., Ltd. said")
    >>> whole_form(english, 0, 2), whole_form(english, 0, 1)
    ((0, 3), (0, 1))
    """
    return i, after_form(english, j) if is_form(english.forms[j - 1]) else j
