"""verbatim: the same Latin or Greek letters and digits on both sides (JAL, T3, Windows, read_csv, μ), a plural allowed."""

import math
from collections.abc import Iterator, Set

from termalign.english.text import WORD
from termalign.kana import is_japanese
from termalign.kinds import offered
from termalign.kinds.kind import NONE, Filed, Finding, Kind
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term


@once_a_term
def _forms(term: Term) -> tuple[str, ...]:
    """Return the words of the term in lower case if no letter of it is Japanese; otherwise none."""
    surface = term.surface
    spelled = any(map(str.isalpha, surface)) or (surface.isascii() and any(map(str.isdigit, surface)))  # not ½
    if not spelled or any(map(is_japanese, surface)):
        return ()
    return tuple([word.lower() for word in WORD.findall(surface)])


def is_code(text: str) -> bool:
    """Return whether a text is a code of Latin letters and digits, which a translation repeats and leaves as it is.

    >>> [is_code(text) for text in ("EH-NA605", "G7", "USB", "5G", "20")]
    [True, True, False, False, False]
    """
    return text[:1].isalpha() and text.isascii() and " " not in text and any(map(str.isdecimal, text))


@once_a_term
def _keys(term: Term) -> Set[str]:
    return frozenset([form[:1] for form in _forms(term)[:1]]) or NONE


def _compare(term: Term, target: Target) -> Iterator[Finding]:
    forms, english = _forms(term), target.english
    first = english.by_form.get(forms[0], [])
    for i in first if len(forms) > 1 else sorted([*first, *english.by_form.get(forms[0] + "s", [])]):
        j = i + len(forms)
        found = [x.lower for x in english.lexemes[i:j]]
        if len(found) < len(forms) or found[:-1] != list(forms[:-1]) or found[-1] not in (forms[-1], forms[-1] + "s"):
            continue
        if term.surface.isupper() and english.is_small_word(i):
            continue  # IT is not *it*
        features = {
            "same case": float(english.forms[i][:1].isupper() == term.surface[:1].isupper()),
            "several": math.log(len(forms)),
            "letters": math.log(len(term.surface)),
        }
        yield Finding(i, j, "verbatim", features, (term.surface, english.phrase(i, j)))


def _filed(term: Term) -> Iterator[Filed]:
    if _forms(term):
        yield Filed(f"v:{max(_forms(term), key=len)}")


VERBATIM = Kind(
    "verbatim",
    frozenset({"verbatim"}),
    _compare,
    term_keys=_keys,
    text_keys=lambda target: target.english.by_initial.keys(),
    of_unlisted=True,
    filed=_filed,
    offered=offered.words,
)
