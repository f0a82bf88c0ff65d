"""Words that neither side's dictionaries know: what is left of a name, and the unknown word that stands in its place.

A name is often read, or spelled, otherwise than any list has it (*kosshouten* for 吉祥天), or put into a third language
(*sahasrabhuja* for 千手観音). An English word that no dictionary knows, and that renders nothing else, is such a name; where what
is left over of the Japanese sounds much like it, or is the one name that is left where it stands, they belong together.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termalign.choice import Candidate, greedy
from termalign.english import EnglishText
from termalign.english.text import HYPHENS
from termalign.evidence.gather import Gatherer
from termalign.evidence.match import Match
from termalign.evidence.naming.characters import loose
from termalign.evidence.naming.generics import is_era
from termalign.evidence.term import Term
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.kana import is_kanji, is_romaji, latin_key

_LEAST = 4  # letters of a word that says something by its sound
_ALIKE, _SHORT_ALIKE = 0.6, 0.66  # similarity of two spellings of one name
_FAINT = 0.5
_SHORT = 6  # letters
_MOST_READINGS = 16
_SURE, _ONLY = 0.8, 0.55  # the chance that words are one that sound alike, or are the only ones left
_REACH = 6  # words
_EMPTY = ("助詞", "助動詞", "補助記号", "空白")
_NUMERAL = "名詞-数詞"


class _Unknown(NamedTuple):
    """A word, or several with hyphens between, in no dictionary and not yet linked.

    Attributes
    ----------
    i, j : int
        Words, half-open.
    key : str
        Loose romaji key.
    japanese : bool
        Whether it can be read as Japanese.
    """

    i: int
    j: int
    key: str
    japanese: bool


class _Rest(NamedTuple):
    """Morphemes of a noun run that stand together and are not linked: code points ``start:end``."""

    start: int
    end: int
    term: Term


def unread(text: JapaneseText, gatherer: Gatherer, terms: TermCache, chosen: Sequence[Candidate]) -> list[Candidate]:
    """Links of unknown words with what `chosen` leaves over; their scores are chances."""
    english = gatherer.bitext.english
    words = list(_unknown(english, chosen))
    if not words:
        return []
    rests = list(_rests(text, terms, chosen))
    if not rests:
        return []
    alike = [c for w in words for r in rests for c in _alike(w, r, english)]
    found = greedy(alike, _ALIKE)
    found = [c._replace(score=_SURE) for c in found]
    linked = [*chosen, *found]
    words = [w for w in words if not any(c.i < w.j and w.i < c.j for c in found)]
    rests = [r for r in rests if not any(c.start < r.end and r.start < c.end for c in found) and _may_be_name(r.term)]
    return [*found, *_only(words, rests, linked, english)]


def _unknown(english: EnglishText, chosen: Sequence[Candidate]) -> Iterator[_Unknown]:
    taken = {k for c in chosen for k in range(c.i, c.j)}
    k, size = 0, len(english)
    while k < size:
        j = k + 1
        while j < size and english.gap(j - 1) in HYPHENS:
            j += 1
        lexemes = english.lexemes[k:j]
        letters = "".join(x.lower for x in lexemes)
        if (
            taken.isdisjoint(range(k, j))
            and letters.isascii()
            and letters.isalpha()
            and not all(x.known or x.function for x in lexemes)
        ):
            key = loose(latin_key(letters))
            if len(key) >= _LEAST:
                yield _Unknown(k, j, key, all(is_romaji(x.lower) for x in lexemes))
        k = j


def _rests(text: JapaneseText, terms: TermCache, chosen: Sequence[Candidate]) -> Iterator[_Rest]:
    taken: set[int] = set()
    for c in chosen:
        parts = [(p.start, p.end) for p in c.matches[0].parts] or [(0, c.end - c.start)]
        taken.update(c.start + k for start, end in parts for k in range(start, end))
    for a, b in text.runs:
        first = None
        for k in range(a, b + 1):
            m = text.morphemes[k] if k < b else None
            free = m is not None and m.start not in taken and not m.pos.startswith((*_EMPTY, _NUMERAL))
            if free and first is None:
                first = k
            elif not free and first is not None:
                cut = text.morphemes[first:k]
                yield _Rest(cut[0].start, cut[-1].end, terms.get(text.surface(first, k), cut))
                first = None


def _alike(word: _Unknown, rest: _Rest, english: EnglishText) -> Iterator[Candidate]:
    """The stretches of the rest that sound like the word."""
    size = len(rest.term.morphemes)
    for a in range(size):
        for b in range(a + 1, size + 1):
            part = rest.term.part(a, b)
            if not any(map(is_kanji, part.surface)) and len(part.surface) < 3:
                continue
            best = max([_similarity(loose(key), word.key) for key in _readings(part)], default=0.0)
            if best:
                start = rest.start + rest.term.morphemes[a].start
                end = rest.start + rest.term.morphemes[b - 1].end
                yield _link(start, end, part, word, best, english)


def _similarity(key: str, word: str) -> float:
    """How much alike two loose keys are, 0 to 1; 0 for those that are not nearly the same, or one the beginning of the other."""
    from rapidfuzz.distance import Levenshtein

    if len(key) >= _LEAST and word.startswith(key):
        return max(_ALIKE, len(key) / len(word))
    least = _ALIKE if len(word) > _SHORT else _SHORT_ALIKE
    return Levenshtein.normalized_similarity(key, word, score_cutoff=least)


def _only(
    words: Sequence[_Unknown], rests: Sequence[_Rest], linked: Sequence[Candidate], english: EnglishText
) -> Iterator[Candidate]:
    """The one unknown word and the one name that stand at the same place among the links."""
    fits = [(w, r) for r in rests for w in words if _near(w, r, linked) and _may_sound(w, r.term)]
    for w, r in fits:
        if sum(o is w for o, _ in fits) == 1 and sum(o is r for _, o in fits) == 1:
            yield _link(r.start, r.end, r.term, w, _ONLY, english)


def _near(word: _Unknown, rest: _Rest, linked: Sequence[Candidate]) -> bool:
    """Whether the word stands within reach of a link beside the rest."""
    left = max((c for c in linked if c.end <= rest.start), key=lambda c: c.end, default=None)
    right = min((c for c in linked if c.start >= rest.end), key=lambda c: c.start, default=None)
    return any(c.i - _REACH <= word.i and word.j <= c.j + _REACH for c in (left, right) if c is not None)


def _may_sound(word: _Unknown, term: Term) -> bool:
    """Whether the word may be the term by its sound: a foreign one always, a Japanese one if it is not read quite otherwise."""
    from rapidfuzz.distance import Levenshtein

    return not word.japanese or any(
        Levenshtein.normalized_similarity(loose(key), word.key) >= _FAINT for key in _readings(term)
    )


def _readings(term: Term) -> list[str]:
    return list(term.keys)[:_MOST_READINGS]


def _may_be_name(term: Term) -> bool:
    """Whether a term may be put into a word that no dictionary knows: a name, but of no era."""
    if is_era(term.surface) or len(term.surface) == 1:
        return False
    return term.katakana or any(term.part(k, k + 1).proper for k in range(len(term.morphemes)))


def _link(start: int, end: int, term: Term, word: _Unknown, score: float, english: EnglishText) -> Candidate:
    match = Match(word.i, word.j, "context", score, 1.0, (term.surface, english.phrase(word.i, word.j)))
    return Candidate(start, end, word.i, word.j, term, (match,), score, 1.0)
