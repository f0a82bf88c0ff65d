"""Legal forms of organisations (株式会社, (株)), and the names that have one."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from termalign.japanese.morpheme import NAME, NUMERAL, Morpheme, adjacent, surface_of
from termalign.kana import has_kanji
from termalign.lexicon import Lexicon
from termalign.tables import read_table

_NOUNS = ("名詞", "接頭辞", "接尾辞", "形状詞", "記号")
_ACTIONS = ("名詞-普通名詞-サ変可能", "接頭辞", "接尾辞", NUMERAL)


@cache
def legal_forms() -> tuple[str, ...]:
    """Return the Japanese legal forms, the longest first: 特例有限会社 before 有限会社."""
    forms = (form for (form,) in read_table(__package__, "legal_forms.tsv"))
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@cache
def _any_form() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, legal_forms())))


def organisations(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the code points of the names that have a legal form before or after them, together with it.

    The form has no name beside nouns of actions (公開株式会社, 株式会社設立) or a word of the dictionary (株式会社制度).

    Examples
    --------
    >>> from termalign.japanese.tagger import morphemes
    >>> for text in ("東都銀行株式会社の社長", "株式会社の社長", "公開株式会社", "(株)ひなた"):
    ...     print(list(organisations(morphemes(text), Lexicon.default())))
    [(0, 8)]
    []
    []
    [(0, 6)]
    """
    starts = list(accumulate((len(m.surface) for m in morphemes), initial=0))
    index = {start: k for k, start in enumerate(starts)}
    for form in _any_form().finditer(surface_of(morphemes)):
        a, b = index.get(form.start()), index.get(form.end())
        if a is None or b is None:
            continue
        first, last = a, b
        while first > 0 and _is_noun(morphemes[first - 1]) and adjacent(morphemes[first - 1], morphemes[first]):
            first -= 1
        while last < len(morphemes) and _is_noun(morphemes[last]) and adjacent(morphemes[last - 1], morphemes[last]):
            last += 1
        if _is_name(morphemes[first:a], lexicon):
            yield morphemes[first].start, morphemes[b - 1].end
        elif _is_name(morphemes[b:last], lexicon):
            yield morphemes[a].start, morphemes[last - 1].end


def _is_noun(m: Morpheme) -> bool:
    return m.pos.startswith(_NOUNS)


def _is_name(pieces: Sequence[Morpheme], lexicon: Lexicon) -> bool:
    """Return whether nouns beside a legal form are the name of an organisation."""
    if any(m.pos.startswith(NAME) for m in pieces):
        return True
    surface = surface_of(pieces)
    is_word = has_kanji(surface) and bool(lexicon.words(surface))
    return not is_word and not all(m.pos.startswith(_ACTIONS) for m in pieces)
