"""Alignment of a document of any length and its translation, passage by passage (`termalign.passages`).

What a passage defines, and what its links show, is passed on to the other passages. Passages that define a short form come
first. A term without a rendering in its own passage is looked up once more in the whole text, but only by exact kinds
of evidence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from termalign.decide.calibration import AS_IT_IS
from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.elsewhere import Elsewhere
from termalign.kinds.match import Match
from termalign.odds import chance
from termalign.passages import Passage, passages
from termalign.propose.candidate import Candidate
from termalign.situations.listed import anywhere
from termalign.situations.pair import Pair
from termalign.situations.scored import Chosen, scored
from termalign.situations.translation import Translation
from termalign.terms.term_cache import TermCache

_EXACT = ("glossary", "verbatim", "romaji", "name", "number", "date", "gloss")  # kinds of links found by looking up
_SURE = 0.88  # chance

Span = tuple[int, int]
Work = Callable[[JapaneseText, Translation, int], list[Chosen]]
"""A function that finds the links of a passage, which begins at a folded code point of the document."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The links of a passage, in offsets of the passage.

    In the document, the Japanese begins at the folded code point ``start``, and the English at the word ``first``.
    """

    text: JapaneseText
    english: EnglishText
    chosen: Sequence[Chosen]
    start: int = 0
    first: int = 0

    def bases(self, text: JapaneseText, english: EnglishText) -> tuple[int, int]:
        """Return the code points at which the Japanese and the English of the passage begin in the caller's texts."""
        ja = 0 if self.text is text else text.folded.raw_span(self.start, self.start)[0]
        return ja, 0 if self.english is english else english.base(self.first)


def align_document(
    text: JapaneseText,
    translation: Translation,
    terms: TermCache,
    work: Work,
    wanted: Sequence[Span],
    threshold: float,
    given: bool = False,
) -> Iterator[Aligned]:
    """Yield the links of each passage, in no particular order.

    ``work`` finds the links of a passage. ``wanted`` has the folded code points of terms to look up in the whole
    document if no passage links them. With ``given``, the caller has named these terms: they are never split between
    passages, and are looked up even where another link covers them. ``threshold`` is the minimum score of a link.
    """
    found = passages(text, translation.english, terms, sorted(wanted) if given else ())
    if found == [(0, len(text.morphemes), 0, len(translation.english))]:
        yield Aligned(text, translation.english, work(text, translation, 0))
        return
    linked = _Linked()
    for part in _by_passage(text, translation, found, work):
        linked.add(part)
        yield part
    left = [span for span in wanted if span not in linked.places and (given or linked.leaves(*span))]
    yield Aligned(text, translation.english, _looked_up(text, translation, terms, left, linked, threshold, given))


def _by_passage(
    text: JapaneseText, translation: Translation, found: Sequence[Passage], work: Work
) -> Iterator[Aligned]:
    """Yield the links of each passage; passages that define a short form come first."""
    elsewhere = Elsewhere()
    later: list[Passage] = []
    for defining in (True, False):
        for passage in found if defining else later:
            within = translation.passage(passage.i, passage.j, elsewhere)
            if defining and not within.defines:
                later.append(passage)
                continue
            part = text.passage(passage.a, passage.b)
            start = text.morphemes[passage.a].start
            chosen = work(part, within, start)
            if defining:
                elsewhere.define(within.target)
            for c in chosen:
                best = c.reasons[0]
                match = Match(c.i, c.j, best.kind, best.forms, coverage=best.coverage, strength=best.strength)
                elsewhere.learn(c.term, match, within.target)
            yield Aligned(part, within.english, chosen, start, passage.i)


class _Linked:
    """What the links found so far use: places, code points and words of the document, and terms."""

    def __init__(self) -> None:
        self.places: set[Span] = set()
        self.covered: set[int] = set()
        self.words: set[int] = set()
        self.surfaces: set[str] = set()

    def add(self, part: Aligned) -> None:
        for c in part.chosen:
            span = part.start + c.start, part.start + c.end
            self.places.add(span)
            self.covered.update(range(*span))
            self.words.update(range(part.first + c.i, part.first + c.j))
            self.surfaces.add(c.term.surface)

    def leaves(self, start: int, end: int) -> bool:
        """Return whether no link covers any of these code points."""
        return self.covered.isdisjoint(range(start, end))


def _looked_up(
    text: JapaneseText,
    translation: Translation,
    terms: TermCache,
    wanted: Iterable[Span],
    linked: _Linked,
    threshold: float,
    given: bool,
) -> list[Chosen]:
    """Return links of terms that have no rendering in their own passage.

    The rendering must be exact, the only one in the text apart from repetitions, and not that of another term. If a noun run
    has no such link and is not ``given`` as a term, its headwords are looked up, the longest first.
    """
    strays = [place for span in wanted if (place := text.range_at(*span))]
    strays = [place for place in strays if text.surface(*place) not in linked.surfaces]
    kinds = [kind for kind in translation.asked if not kind.says.isdisjoint(_EXACT)]
    pair = Pair(text, translation.target, terms, sorted(set(strays)))
    pair.look_up(anywhere(), kinds)
    found: list[Candidate] = []
    parts = [] if given else [place for place in pair.found if len(text.surface(*place)) > 1]
    for place in (*pair.runs, *sorted(parts, key=lambda place: (place[0] - place[1], place))):
        if text.surface(*place) in linked.surfaces or any(not c.beside(place) for c in found):
            continue
        best = _only([c for c in pair.found.get(place, ()) if _is_exact(c, text)], translation.english)
        if best is not None and linked.words.isdisjoint(range(best.i, best.j)):
            best.single_odds = best.odds
            found.append(best)
            linked.words.update(range(best.i, best.j))
    return [c for c in scored(found, pair, AS_IT_IS) if c.score >= threshold]


def _only(exact: Sequence[Candidate], english: EnglishText) -> Candidate | None:
    """Return the only exact candidate, or the first if all have the same words, such as a repeated name, but not a figure."""
    same = {english.phrase(c.i, c.j) for c in exact}
    if len(exact) == 1 or (len(same) == 1 and not {"number", "date"}.intersection(c.kind for c in exact)):
        return min(exact, key=lambda c: c.i)
    return None


def _is_exact(c: Candidate, text: JapaneseText) -> bool:
    """Return whether a match cannot be a coincidence: a name, a figure of several digits, a gloss of several words."""
    if chance(c.odds) < _SURE or c.covered < len(text.surface(c.a, c.b)):
        return False
    if c.kind in ("number", "date"):
        # a figure of three digits hardly occurs elsewhere by chance
        return sum(map(str.isdigit, c.findings[0].forms[-1])) >= 3
    return c.kind != "gloss" or c.j - c.i > 1
