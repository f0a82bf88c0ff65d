"""loanword: katakana and the Latin words from which it was borrowed, by sound."""

import math
from collections.abc import Collection, Iterator, Set

from termalign.kinds import offered, outline_keys
from termalign.kinds.kind import NONE, Filed, Finding, Kind
from termalign.phonetics import heard, spans_within
from termalign.phonetics.sound_weights import weights
from termalign.phonetics.spans import opening_letters
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term

_LEAST = 0.02  # chance: less similar words are ignored
_JOINTS = frozenset("・＝")


@once_a_term
def _keys(term: Term) -> Set[str]:
    """Return the letters with which a word may begin to sound like the beginning of the katakana."""
    units = heard(term.surface) if term.katakana and len(term.surface) > 1 else ()
    return opening_letters(units[0], weights()) if units else NONE


def _text_keys(target: Target) -> Set[str]:
    return frozenset().union(*[sentence.openings for sentence in target.spoken])


def _compare(term: Term, target: Target) -> Iterator[Finding]:
    words = sum(c in _JOINTS for c in term.surface) + 2
    letters = math.log(len(term.surface))
    starts = None if target.parallel else _may_begin(term, target)
    for i, j, chance in spans_within(
        term.surface, target.spoken, words, _LEAST, target.breaks, target.function_words, starts
    ):
        odds = math.log(max(chance, 1e-6) / max(1e-6, 1 - chance))
        features = {"odds": odds / 4, "letters": letters, "several": math.log(j - i)}
        yield Finding(i, j, "loanword", features, (term.surface, target.english.phrase(i, j)))


def _may_begin(term: Term, target: Target) -> Set[int]:
    """Return the words at which a phrase begins whose consonants may fit the katakana, for listed terms."""
    by_key = outline_keys.places(target)
    return frozenset().union(*[by_key.get(key, ()) for key in _outlines(term)])


@once_a_term
def _outlines(term: Term) -> Collection[str]:
    return tuple(outline_keys.filed(term.surface))


def _filed(term: Term) -> Iterator[Filed]:
    if _keys(term):
        yield from (Filed(key, kana=term.surface) for key in _outlines(term))


LOANWORD = Kind(
    "loanword",
    frozenset({"loanword"}),
    _compare,
    term_keys=_keys,
    text_keys=_text_keys,
    guess=True,
    filed=_filed,
    offered=offered.sounds,
)
