"""Counts over a whole bitext: terms, their renderings, and how often both occur in the same pair."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from termalign.extraction.observation import COMPOSED, Observation, Sighting
from termalign.text import without_access_keys
from termalign.text.normalise import HALF_WIDTH
from termalign.text.unseen import HIDDEN

_MOST_RENDERINGS = 256  # renderings to keep for a term before those with low scores are dropped
_KEPT_FORMS = 16
_LONGEST_KEY = 120  # letters of the longest rendering to find in pairs that do not link it
_MOST_LONGER = 16  # longer terms to count for a term
_OPENS = re.compile(
    r"(?:^|[.!?:…]\s|\n|[\"'“‘(])[^A-Za-z]*$"
)  # what is before the first word of a sentence or a quotation
_BEFORE = 8  # code points of it to look at
_PLAIN_WORD = re.compile(r"(?<![A-Za-z'’_&-])[a-z]{4}")  # no title has a word of four small letters


@dataclass(slots=True)
class RenderingTally:
    """The counts of one rendering of a term."""

    links: int = 0  # links of the term with the rendering, also within longer links
    score: float = 0.0  # the sum of their scores
    forms: Counter[str] = field(default_factory=Counter)  # written forms
    kinds: Counter[str] = field(default_factory=Counter)  # of the links
    together: int = 0  # pairs that have both the term and the rendering, linked or not
    units: int = 0  # pairs whose English has the rendering
    named: int = 0  # links whose capital is due neither to the beginning of a sentence nor to a title


@dataclass(slots=True)
class TermTally:
    """The counts of a term."""

    units: int = 0  # pairs that contain the term
    times: int = 0  # occurrences, including those within longer terms
    within: int = 0  # occurrences within longer terms
    first: int = 0  # such occurrences at the beginning of the longer term
    last: int = 0  # such occurrences at its end
    longer: Counter[str] = field(default_factory=Counter)  # such occurrences in each of the longer terms, by key
    spellings: Counter[str] = field(default_factory=Counter)
    renderings: dict[str, RenderingTally] = field(default_factory=dict)  # by key

    @property
    def is_composed(self) -> bool:
        """Whether most of its renderings are combined from those of its parts."""
        kinds = sum((rendering.kinds for rendering in self.renderings.values()), Counter[str]())
        return 2 * kinds[COMPOSED] > kinds.total()


def frequent(observations: Iterable[Observation], most: int) -> Counter[str]:
    """Return the number of pairs with each term, by spelling, for at most `most` terms.

    When there are twice as many terms, the rarer half is dropped. The count of a term that was dropped is too low by at most
    the count of the last dropped term (G. S. Manku and R. Motwani, "Approximate frequency counts over data streams", VLDB
    2002).
    """
    counts: Counter[str] = Counter()
    for seen in observations:
        counts.update(list(dict.fromkeys(seen.term(s) for s in seen.sightings)))  # in order, which breaks ties
        if len(counts) > 2 * most:
            counts = Counter(dict(counts.most_common(most)))
    return Counter(dict(counts.most_common(most)))


def together(counts: Counter[str], spelling_key: Callable[[str], str]) -> dict[str, str]:
    """Return the most frequent spelling for each spelling with the same key.

    Examples
    --------
    >>> from termalign.termbase import spelling_key
    >>> together(Counter({"サーバ": 3, "サーバー": 5, "保証": 1}), spelling_key)
    {'サーバー': 'サーバー', 'サーバ': 'サーバー', '保証': '保証'}
    """
    main: dict[str, str] = {}
    return {term: main.setdefault(spelling_key(term), term) for term, _ in counts.most_common()}


def tallied(observations: Iterable[Observation], written: Mapping[str, str]) -> dict[str, TermTally]:
    """Return the counts of terms (see `together`)."""
    found: dict[str, TermTally] = {}
    for seen in observations:
        keys = [written.get(seen.term(s)) for s in seen.sightings]
        english = without_access_keys(seen.en, seen.ja)
        for key, s in zip(keys, seen.sightings, strict=True):
            if key is not None:
                _count(found.setdefault(key, TermTally()), s, seen, english)
        for inner, outer in _nested(seen.sightings):
            key, longer = keys[inner], keys[outer]
            if key is not None:
                tally, part, whole = found[key], seen.sightings[inner], seen.sightings[outer]
                tally.first += part.start == whole.start
                tally.last += part.end == whole.end
                if longer is not None and (longer in tally.longer or len(tally.longer) < _MOST_LONGER):
                    tally.longer[longer] += 1
        for key in {key for key in keys if key is not None}:
            found[key].units += 1
    return found


def _count(tally: TermTally, s: Sighting, seen: Observation, english: str) -> None:
    tally.times += 1
    tally.within += s.within
    tally.spellings[seen.term(s)] += 1
    if s.i == s.j:
        return
    if len(tally.renderings) > _MOST_RENDERINGS:
        likeliest = sorted(tally.renderings.items(), key=lambda item: item[1].score)
        tally.renderings = dict(likeliest[_MOST_RENDERINGS // 2 :])
    rendering = tally.renderings.setdefault(seen.key(s.i, s.j), RenderingTally())
    rendering.links += 1
    rendering.score += s.score
    rendering.kinds[s.kind] += 1
    rendering.named += _is_named(seen.en, s.en_start)
    words = english[s.en_start : s.en_end].replace(HIDDEN, "")
    form = " ".join(unescape(words).translate(HALF_WIDTH).split())
    if form in rendering.forms or len(rendering.forms) < _KEPT_FORMS:
        rendering.forms[form] += 1


def _is_named(text: str, start: int) -> bool:
    """Return whether a word of the text has a capital like a name's: not at the beginning of a sentence, nor in a title."""
    if not text[start].isupper() or _OPENS.search(text[max(0, start - _BEFORE) : start] if start else ""):
        return False
    return _PLAIN_WORD.search(text) is not None


def _nested(sightings: tuple[Sighting, ...]) -> Iterator[tuple[int, int]]:
    """Yield the index of each part with that of the preceding sighting, which contains it."""
    outer = 0
    for k, s in enumerate(sightings):
        if s.within:
            yield k, outer
        else:
            outer = k


def count_meetings(
    observations: Iterable[Observation], tallies: dict[str, TermTally], written: Mapping[str, str]
) -> None:
    """Count how often terms and their renderings occur in the same pair (`RenderingTally.together`, `units`)."""
    wanted = {key for tally in tallies.values() for key in tally.renderings}
    longest = min(_LONGEST_KEY, max(map(len, wanted), default=0))
    units = Counter[str]()
    for seen in observations:
        present = wanted.intersection(seen.phrases(longest))
        units.update(present)
        for term in {written.get(seen.term(s), "") for s in seen.sightings}:
            if (tally := tallies.get(term)) is not None:
                for key in tally.renderings.keys() & present:
                    tally.renderings[key].together += 1
    for tally in tallies.values():
        for key, rendering in tally.renderings.items():
            rendering.units = units[key]
