"""Counts over a whole bitext: occurrences of terms, their renderings, and how often both occur in the same pair."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from termalign.extraction.observation import Observation
from termalign.extraction.phrases import COMPOSED
from termalign.extraction.sighting import Sighting

_SURE = 0.5  # a link below this leaves its words for other terms, and its term for other words
_LONGEST_GUESS = 3  # words
_MOST_LEFT = 12  # content words of a pair that nothing renders; beyond that a guess is worth nothing
_LEAST_GUESSED = 3  # times that words were left over for a term, for a guess to be worth anything
_MOST_GUESSES = 256  # of a term, before the rare ones are forgotten
_LIKELIEST = 8  # guesses, of which the pairs that have them are counted
_MOST_RENDERINGS = 256  # likewise
_KEPT_FORMS = 16
_LONGEST_KEY = 120  # letters of a rendering that is looked for in pairs which do not link it
_SEVERAL = 2  # longer terms that a term is a part of: with two it stands by itself


@dataclass(slots=True)
class RenderingTally:
    """What is counted of a term and one rendering of it.

    Attributes
    ----------
    links : int
        Links of the two.
    score : float
        The sum of their scores.
    parts : int
        Parts of longer links that link the two.
    part_score : float
        The sum of the scores of those links.
    forms : Counter of str
        How the rendering stands in the texts.
    kinds : Counter of str
        The kinds of the links.
    together : int
        Pairs that have both, linked or not.
    units : int
        Pairs whose English has the rendering.
    """

    links: int = 0
    score: float = 0.0
    parts: int = 0
    part_score: float = 0.0
    forms: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    together: int = 0
    units: int = 0


@dataclass(slots=True)
class TermTally:
    """What is counted of a term.

    Attributes
    ----------
    units : int
        The number of pairs that contain it.
    times : int
        How often it stands there, as a part of longer terms too.
    within : int
        How often as such a part.
    longer : set of str
        Keys of some of these longer terms.
    spellings : Counter of str
        How it is written.
    renderings : dict of str to RenderingTally
        By key.
    guesses : Counter of str
        Keys of English words that were left over where nothing rendered it.
    """

    units: int = 0
    times: int = 0
    within: int = 0
    longer: set[str] = field(default_factory=set)
    spellings: Counter[str] = field(default_factory=Counter)
    renderings: dict[str, RenderingTally] = field(default_factory=dict)
    guesses: Counter[str] = field(default_factory=Counter)

    @property
    def is_composed(self) -> bool:
        """Whether its renderings are mostly put together from those of its parts."""
        kinds = sum((rendering.kinds for rendering in self.renderings.values()), Counter[str]())
        return 2 * kinds[COMPOSED] > kinds.total()


def frequent(observations: Iterable[Observation], most: int) -> Counter[str]:
    """Return the number of pairs with each term, by its spelling, for at most `most` terms.

    Once there are twice as many, the rarer half is forgotten; what was forgotten is short of its count by no more than that of
    the last one forgotten (G. S. Manku and R. Motwani, "Approximate frequency counts over data streams", VLDB 2002).
    """
    counts: Counter[str] = Counter()
    for seen in observations:
        counts.update({seen.term(s) for s in seen.sightings})
        if len(counts) > 2 * most:
            counts = Counter(dict(counts.most_common(most)))
    return Counter(dict(counts.most_common(most)))


def together(counts: Counter[str], spelling_key: Callable[[str], str]) -> dict[str, str]:
    """Return for each spelling the most frequent of the spellings that share its key.

    Examples
    --------
    >>> from termalign.termbase import spelling_key
    >>> together(Counter({"サーバ": 3, "サーバー": 5, "保証": 1}), spelling_key)
    {'サーバー': 'サーバー', 'サーバ': 'サーバー', '保証': '保証'}
    """
    main: dict[str, str] = {}
    return {term: main.setdefault(spelling_key(term), term) for term, _ in counts.most_common()}


def tallied(observations: Iterable[Observation], written: Mapping[str, str]) -> dict[str, TermTally]:
    """Return the renderings of terms (see `together`), and possible renderings of unlinked terms that occur repeatedly."""
    found: dict[str, TermTally] = {}
    for seen in observations:
        keys = [written.get(seen.term(s)) for s in seen.sightings]
        for key, s in zip(keys, seen.sightings, strict=True):
            if key is not None:
                _count(found.setdefault(key, TermTally()), s, seen)
        for inner, outer in _nested(seen.sightings):
            key, longer = keys[inner], keys[outer]
            if key is not None and longer is not None and len(found[key].longer) < _SEVERAL:
                found[key].longer.add(longer)
        for key in {key for key in keys if key is not None}:
            found[key].units += 1
        _guess(seen, keys, found)
    for tally in found.values():
        for key, times in tally.guesses.most_common(_LIKELIEST):
            if times >= _LEAST_GUESSED:
                tally.renderings.setdefault(key, RenderingTally())
        tally.guesses.clear()
    return found


def _count(tally: TermTally, s: Sighting, seen: Observation) -> None:
    tally.times += 1
    tally.within += s.within
    tally.spellings[seen.term(s)] += 1
    if s.i == s.j:
        return
    if len(tally.renderings) > _MOST_RENDERINGS:
        likeliest = sorted(tally.renderings.items(), key=lambda item: item[1].score + item[1].part_score)
        tally.renderings = dict(likeliest[_MOST_RENDERINGS // 2 :])
    rendering = tally.renderings.setdefault(seen.key(s.i, s.j), RenderingTally())
    if s.within:
        rendering.parts += 1
        rendering.part_score += s.score
    else:
        rendering.links += 1
        rendering.score += s.score
    rendering.kinds[s.kind] += 1
    form = seen.en[s.en_start : s.en_end]
    if form in rendering.forms or len(rendering.forms) < _KEPT_FORMS:
        rendering.forms[form] += 1


def _nested(sightings: tuple[Sighting, ...]) -> Iterator[tuple[int, int]]:
    """Yield the positions of parts, each with that of the preceding term that contains it."""
    outer = 0
    for k, s in enumerate(sightings):
        if s.within:
            yield k, outer
        else:
            outer = k


def _guess(seen: Observation, keys: list[str | None], found: dict[str, TermTally]) -> None:
    """Count the words that are left over for each term that is; the first times say nothing."""
    open_terms = {
        key
        for key, s in zip(keys, seen.sightings, strict=True)
        if s.score < _SURE and not s.within and key in found and found[key].units > 1
    }
    if not open_terms:
        return
    taken = {w for s in seen.sightings if s.score >= _SURE for w in range(s.i, s.j)}
    left = [k for k, is_content in enumerate(seen.content) if is_content and k not in taken]
    if len(left) > _MOST_LEFT:
        return
    ngrams = list(dict.fromkeys(seen.key(i, j) for i, j in _ngrams(left)))  # in order: equal counts keep it
    for key in open_terms:
        guesses = found[key].guesses
        guesses.update(ngrams)
        if len(guesses) > _MOST_GUESSES:
            found[key].guesses = Counter(dict(guesses.most_common(_MOST_GUESSES // 2)))


def _ngrams(left: list[int]) -> Iterator[tuple[int, int]]:
    """Yield ranges of neighbouring words."""
    for k, first in enumerate(left):
        for last in left[k : k + _LONGEST_GUESS]:
            if last - first == left.index(last) - k:
                yield first, last + 1


def count_meetings(
    observations: Iterable[Observation], tallies: dict[str, TermTally], written: Mapping[str, str]
) -> None:
    """Count how often terms and their renderings occur in the same pair (`RenderingTally.together`, `units`)."""
    wanted = {key for tally in tallies.values() for key in tally.renderings}
    longest = min(_LONGEST_KEY, max(map(len, wanted), default=0))
    units = Counter[str]()
    for seen in observations:
        present = {key: place for key, place in _phrases(seen, longest) if key in wanted}
        units.update(present.keys())
        for term in {written.get(seen.term(s), "") for s in seen.sightings}:
            if (tally := tallies.get(term)) is not None:
                for key in tally.renderings.keys() & present.keys():
                    rendering = tally.renderings[key]
                    rendering.together += 1
                    if not rendering.links + rendering.parts:
                        rendering.forms[seen.english(*present[key])] += 1
    for tally in tallies.values():
        for key, rendering in tally.renderings.items():
            rendering.units = units[key]


def _phrases(seen: Observation, longest: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the keys of all stretches of the English, up to a length in letters, with their words."""
    for i in range(len(seen.lemmas)):
        key = ""
        for j, lemma in enumerate(seen.lemmas[i:], i + 1):
            key += lemma
            if len(key) > longest:
                break
            yield key, (i, j)
