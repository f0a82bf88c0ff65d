"""Terms with a rendering that only the bitext as a whole shows: 得意先請求書, *invoice*; 配線, *track*.

The aligner reads one pair at a time. Where English does not render a compound part by part, it links a part (請求書, *invoice*)
or nothing, and it links nothing to a word whose rendering is in no dictionary. Over the bitext, however, the same words stand
in the pairs with the term (the coefficient of L. R. Dice, 1945), and a compound predicts them better than its parts do (I. D.
Melamed, "Automatic discovery of non-compositional compounds in parallel data", EMNLP 1997).
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from termalign.english.function_words import FUNCTION_WORDS
from termalign.extraction.observation import OF, Observation
from termalign.extraction.occurrences import Mention, mentions
from termalign.learning.counting import Tally

_MOST_COUNTS = 1_000_000  # to keep at a time
_MOST_WORDS = 4  # of a rendering
_SURE = 0.5  # score from which the words of a link render nothing else
# Limits, set by hand after reading the terms of three bitexts.
_LEAST = 4  # pairs with a term and its rendering
_MANY = 10  # such pairs from which the rendering of a compound may be common elsewhere
_LINKED = 0.75  # share of the pairs with a term that link it, from which the links are enough
_SHARE = 0.6  # least share of the pairs with a term that have its rendering
_DICE, _DICE_OF_PHRASE = 0.5, 0.75  # least overlap of the pairs with both; that of a phrase with の
_FRAGMENT = 0.8  # share of the mentions with the same neighbour, from which a term is a fragment
_ALONE = 0.7  # share of the compound's, from which a part has the rendering without the compound
_PRIOR = 4  # pairs that the links of a part are worth as evidence of how it is rendered without the compound


class Association(NamedTuple):
    """The rendering of a term by the evidence of the whole bitext."""

    rendering: str  # the key of the English words
    share: float  # of the pairs with the term
    units: int  # pairs with the term


@dataclass(slots=True)
class _Candidate:
    """A term that recurs, and the English phrases that most of its pairs have."""

    units: int  # pairs with the term
    parts: set[str] = field(default_factory=set)  # of a compound
    before: Counter[str] = field(default_factory=Counter)  # characters, "" at the border of the text
    after: Counter[str] = field(default_factory=Counter)
    phrases: dict[str, int] = field(default_factory=dict)  # pairs with the term and a phrase that renders nothing else

    @property
    def is_whole(self) -> bool:
        """Whether the term has various neighbours on both sides, unlike a fragment of a longer one.

        The criterion is that of H. Feng et al., "Accessor variety criteria for Chinese word extraction", Computational
        Linguistics 30, 2004.
        """
        return all(
            times < _FRAGMENT * neighbours.total()
            for neighbours in (self.before, self.after)
            for character, times in neighbours.items()
            if character
        )


@dataclass(slots=True)
class _Counts:
    """The pairs with candidates, their parts and their English phrases."""

    terms: Counter[str] = field(default_factory=Counter)
    phrases: Counter[str] = field(default_factory=Counter)
    both: Counter[tuple[str, str]] = field(default_factory=Counter)  # a term and a phrase
    linked: Counter[tuple[str, str]] = field(default_factory=Counter)  # to each other


def associations(bitext: Iterable[Observation], terms: Container[str]) -> dict[str, Association]:
    """Return the renderings of terms and compounds that the aligner often does not link. The bitext is read three times."""
    recurring = _recurring(bitext, terms)
    _accompany(bitext, terms, recurring)
    candidates = {key: c for key, c in recurring.items() if c.phrases and c.is_whole}
    counts = _counted(bitext, terms, candidates)
    found = {}
    for key, c in candidates.items():
        dice, _, phrase = max((2 * n / (c.units + counts.phrases[p]), len(p), p) for p, n in c.phrases.items())
        n = c.phrases[phrase]
        associated = dice >= (_DICE_OF_PHRASE if OF in key else _DICE) or (n >= _MANY and c.parts and OF not in key)
        if associated and not any(_has_it_alone(part, key, phrase, counts) for part in c.parts):
            found[key] = Association(phrase, n / c.units, c.units)
    return found


def _recurring(bitext: Iterable[Observation], terms: Container[str]) -> dict[str, _Candidate]:
    """Return the terms and compounds that recur, and are often not linked as a whole."""
    units, linked = Tally[str](_MOST_COUNTS), Tally[str](_MOST_COUNTS)
    for seen in bitext:
        found = list(mentions(seen, terms))
        rendered = {(s.start, s.end) for s in seen.sightings if s.is_rendered}
        units.add({m.key for m in found})
        linked.add({m.key for m in found if (m.start, m.end) in rendered})
    return {key: _Candidate(n) for key, n in units.items() if n >= _LEAST and linked.get(key) < _LINKED * n}


def _accompany(bitext: Iterable[Observation], terms: Container[str], candidates: Mapping[str, _Candidate]) -> None:
    """Find the phrases, the parts and the neighbours of candidates."""
    together = Tally[tuple[str, str]](_MOST_COUNTS)
    for seen in bitext:
        found = [m for m in mentions(seen, terms) if m.key in candidates]
        together.add({(m.key, phrase) for m in found for phrase, _, _ in free_phrases(seen, m)})
        for m in found:
            c = candidates[m.key]
            c.parts.update(m.parts)
            c.before[_neighbour(seen.ja[max(0, m.start - 1) : m.start])] += 1
            c.after[_neighbour(seen.ja[m.end : m.end + 1])] += 1
    for (key, phrase), n in together.items():
        if n >= max(_LEAST, _SHARE * candidates[key].units):
            candidates[key].phrases[phrase] = n


def _neighbour(character: str) -> str:
    return "0" if character.isnumeric() else character


def _counted(bitext: Iterable[Observation], terms: Container[str], candidates: Mapping[str, _Candidate]) -> _Counts:
    """Count the pairs with candidates, their parts and their phrases."""
    asked: dict[str, set[str]] = {}
    for key, c in candidates.items():
        for term in (key, *c.parts):
            asked.setdefault(term, set()).update(c.phrases)
    wanted = {phrase for c in candidates.values() for phrase in c.phrases}
    longest = max(map(len, wanted), default=0)
    counts = _Counts()
    for seen in bitext:
        phrases = wanted.intersection(seen.phrases(longest))
        counts.phrases.update(phrases)
        here = asked.keys() & {key for key, _, _ in seen.pieces()}.union(m.key for m in mentions(seen, terms))
        counts.terms.update(here)
        counts.both.update((term, phrase) for term in here for phrase in phrases & asked[term])
        links = {(seen.term(s), seen.key(s.i, s.j)) for s in seen.sightings if s.is_rendered}
        counts.linked.update((term, phrase) for term, phrase in links if phrase in asked.get(term, ()))
    return counts


def _has_it_alone(part: str, compound: str, phrase: str, counts: _Counts) -> bool:
    """Return whether a part of a compound also has the rendering without the compound, and so explains it.

    If the part is rarely without the compound, its links say how it would be rendered: パターン in 項目のパターン, *pattern*.
    """
    alone = counts.terms[part] - counts.terms[compound]
    both = counts.both[part, phrase] - counts.both[compound, phrase]
    expected = _PRIOR * counts.linked[part, phrase] / counts.terms[part]
    share = counts.both[compound, phrase] / counts.terms[compound]
    return (both + expected) / (alone + _PRIOR) > _ALONE * share


def free_phrases(seen: Observation, mention: Mention) -> Iterator[tuple[str, int, int]]:
    """Yield the English phrases of which no word renders anything outside a term: their keys and words."""
    taken = {
        k
        for s in seen.sightings
        if not s.within and s.score >= _SURE and (s.end <= mention.start or mention.end <= s.start)
        for k in range(s.i, s.j)
    }
    content = [lemma not in FUNCTION_WORDS and any(map(str.isalpha, lemma)) for lemma in seen.lemmas]
    for i, begins in enumerate(content):
        for j in range(i + 1, min(len(content), i + _MOST_WORDS) + 1):
            if j - 1 in taken:
                break
            if begins and content[j - 1]:
                yield seen.key(i, j), i, j
