"""Traces: the candidates of each term, the contribution of each feature to the score, and the link that won instead."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from heapq import nlargest
from itertools import accumulate, groupby
from operator import attrgetter
from typing import Any, NamedTuple

from termalign.decide.calibration import Scale, fitted_scale
from termalign.decide.weights import Table, in_translations, judged_before, packaged
from termalign.english import EnglishText
from termalign.japanese.other_names import folded_names
from termalign.japanese.text import JapaneseText
from termalign.kana import is_hiragana
from termalign.kinds.kind import Features
from termalign.lists import TermList
from termalign.lists.linked import brought_up, place_of
from termalign.model import Span, moved
from termalign.odds import log_odds as odds_of
from termalign.propose.candidate import Candidate
from termalign.situations.document import Aligned, align_document
from termalign.situations.given import by_passage, judged, proposed_for, settled, standing_among
from termalign.situations.listed import entry
from termalign.situations.mentions import all_mentioned, chosen, handicap, judge
from termalign.situations.pair import Pair
from termalign.situations.reading import read
from termalign.situations.scored import Chosen, scored
from termalign.situations.translated import decide, proposed
from termalign.situations.translation import Translation
from termalign.target.target import Target
from termalign.terms.term_cache import TermCache
from termalign.text import Normalised, as_term, bare, normalise
from termalign.unfound import Unfound, renderings_of, unfound

__all__ = ["Difference", "Trace", "Traced", "TracedPart", "Worth"]

_LEAST_WORTH = 0.005  # log odds: smaller contributions are not shown
_SHOWN = 8  # features of a candidate in the text of a trace
_MOST_LISTED = 1_000  # terms of a list for which the missing ones are explained
_DIFFERENCES = 3  # between a candidate and the link that was preferred to it
_EXPLAINED = 2  # candidates of a term whose sums are shown, in addition to those that became links
# Candidates of a passage or a term in addition to its links; real texts have at most half as many.
_KEPT, _KEPT_OF_MORPHEME = 64, 8


class Worth(NamedTuple):
    """The contribution of a feature to a candidate: its value times its weight, in log odds."""

    feature: str
    value: float
    weight: float

    @property
    def product(self) -> float:
        """The contribution itself: value times weight."""
        return self.value * self.weight


class Difference(NamedTuple):
    """The contributions of one feature to a candidate and to the link that was preferred to it, in log odds."""

    feature: str
    own: float
    preferred: float

    @property
    def size(self) -> float:
        """How much less the feature contributes to the candidate; negative if it contributes more."""
        return self.preferred - self.own


class TracedPart(NamedTuple):
    """A part of a term, and the English that renders it in a candidate composed of parts."""

    ja: Span
    en: Span | None
    """None if the candidate has nothing for the part."""
    kind: str
    """The kind of evidence; empty if the candidate has nothing for the part."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A candidate with its features and its outcome."""

    ja: Span
    """The Japanese span."""
    en: Span
    """The English span."""
    kind: str
    """The kind of evidence: one of `termalign.model.KINDS`."""
    forms: tuple[str, ...]
    """The forms that were compared, Japanese first; empty if the candidate was composed of parts or was extended."""
    odds: float
    """The sum of the contributions of all features, in log odds."""
    standing: float
    """For a term given by the caller, the log odds that this candidate, or one with nearly the same words, is right and the
    other candidates of the term are wrong; otherwise the same as `odds`."""
    score: float
    """The probability that a link made of this candidate is right; the `Link.score` of such a link."""
    linked: bool
    """Whether the candidate became a link."""
    displaced_by: tuple[tuple[Span, Span], ...]
    """The Japanese and English spans of the links that were chosen instead and share Japanese or English with this candidate,
    the likeliest first; empty if the candidate became a link, or was too unlikely by itself."""
    differs: tuple[Difference, ...]
    """The three features in which the candidate and the link `lost_to` differ most, the largest difference first, in the pass
    by which the links were chosen; empty if there is no such link."""
    renderings: tuple[str, ...]
    """The first renderings of the term in the glossary, what was learned and the dictionary, at most four."""
    worth: tuple[Worth, ...]
    """The contribution of each feature that matters, the largest, for or against, first."""
    before: tuple[Worth, ...]
    """The contributions in the preceding pass, whose sum is the feature ``odds`` of `worth`; empty if there was none."""
    first: tuple[Worth, ...] = ()
    """The contributions in the pass before that, whose sum is the feature ``odds`` of `before`; empty if there was none."""
    parts: tuple[TracedPart, ...] = ()
    """The parts of the term, with what renders each; empty if the candidate was not composed of parts."""

    @property
    def lost_to(self) -> tuple[Span, Span] | None:
        """The likeliest link in `displaced_by`; None if there is none."""
        return self.displaced_by[0] if self.displaced_by else None

    def to_dict(self) -> dict[str, Any]:
        """Return the candidate as dictionaries, lists, numbers and strings."""
        displaced_by = [[asdict(ja), asdict(en)] for ja, en in self.displaced_by]
        worth, before, first = (
            [{**w._asdict(), "worth": round(w.product, 4)} for w in each]
            for each in (self.worth, self.before, self.first)
        )
        return {
            "ja": asdict(self.ja),
            "en": asdict(self.en),
            "kind": self.kind,
            "forms": list(self.forms),
            "odds": round(self.odds, 4),
            "standing": round(self.standing, 4),
            "score": round(self.score, 4),
            "linked": self.linked,
            "lost_to": displaced_by[0] if displaced_by else None,
            "displaced_by": displaced_by,
            "differs": [each._asdict() for each in self.differs],
            "renderings": list(self.renderings),
            "worth": worth,
            "before": before,
            "first": first,
            "parts": [
                {"ja": asdict(part.ja), "en": part.en and asdict(part.en), "kind": part.kind} for part in self.parts
            ],
        }


@dataclass(frozen=True, slots=True)
class Trace:
    """All candidates of two texts, or of a list of terms and a text; returned by `Aligner.trace`.

    Examples
    --------
    >>> from termalign import Aligner
    >>> trace = Aligner().trace(["特殊詐欺"], "Special fraud is fraud by telephone.")
    >>> [(c.en.text, c.linked) for c in trace.of("特殊詐欺")[:1]]
    [('Special fraud', True)]
    """

    ja: str
    """The Japanese text, or the terms joined with line feeds."""
    en: str
    """The English text."""
    least: float
    """The lowest score of a link."""
    slope: float
    """The slope of the calibration: the log odds of `Traced.score` are ``slope * standing + shift``."""
    shift: float
    """The intercept of the calibration; see `slope`."""
    candidates: tuple[Traced, ...]
    """The candidates, in the order of the Japanese terms; those of one term, the likeliest first."""
    unfound: tuple[Unfound, ...] = ()
    """The terms without a candidate, and what was looked for: those of the list, the picked ones, or the noun runs of the text.
    Not given for a list of more than a thousand terms."""
    wider: tuple[Span, ...] = ()
    """In the trace of `only`: the longer terms that contain the term, with candidates or without."""
    narrower: tuple[Span, ...] = ()
    """In the trace of `only`: if the term has no candidate, the shorter terms within it, whose candidates are shown."""
    term: str = ""
    """In the trace of `only`: the term, or the English."""
    untranslated: tuple[Span, ...] = ()
    """The passages of the Japanese that have no translation."""
    left_out: int = 0
    """How many unlikely candidates were left out. Beside its links, a passage, a picked term or a listed term has at most 64
    candidates, and 8 more for each of its morphemes, which only very repetitive texts exceed."""

    def of(self, term: str) -> tuple[Traced, ...]:
        """Return the candidates for a term, best first, as it is written in the text, apart from line breaks and ruby in it."""
        return tuple([c for c in self.candidates if term in (c.ja.text, as_term(c.ja.text))])

    def only(self, term: str) -> "Trace":
        """Return a trace with only the candidates for one term, and with the longer and shorter terms that it is seen as.

        If the text has only shorter terms in its place, the candidates are theirs. What occurs in the English alone gets
        the candidates that have some of its words.
        """
        if self._is_english(term):
            said = [m.span() for m in re.finditer(re.escape(term), self.en)]
            near = tuple([c for c in self.candidates if any(a < c.en.end and c.en.start < b for a, b in said)])
            return replace(self, candidates=near, unfound=(), term=term)
        found = self.of(term)
        missed = tuple([u for u in self.unfound if term in (u.ja.text, as_term(u.ja.text))])
        own = {*(c.ja.start for c in found), *(u.ja.start for u in missed)}
        places = own or {at for at in range(len(self.ja)) if self.ja.startswith(term, at)}
        spans = [Span.of(self.ja, at, at + len(term)) for at in places if term]
        wider = {each for each in self._terms() if any(_is_in(span, each) and span != each for span in spans)}
        parts: set[Span] = set()
        if not found and not missed:
            parts = {each for each in self._terms() if any(_is_in(each, span) for span in spans)}
            found = tuple([c for c in self.candidates if c.ja in parts])
            missed = tuple([u for u in self.unfound if u.ja in parts])
        return replace(
            self,
            candidates=found,
            unfound=missed,
            wider=tuple(sorted(wider, key=attrgetter("start", "end"))),
            narrower=tuple(sorted(parts, key=attrgetter("start", "end"))),
            term=term,
        )

    def _is_english(self, term: str) -> bool:
        """Return whether the English has this string, and the Japanese does not."""
        return bool(term) and term in self.en and term not in self.ja and term not in bare(self.ja).text

    def _terms(self) -> set[Span]:
        """Return the terms that were looked for, with candidates or without."""
        return {*(c.ja for c in self.candidates), *(u.ja for u in self.unfound)}

    def __str__(self) -> str:
        """Return the trace as text: each term with its candidates, with sums for the links and for the first two candidates.

        The terms without a candidate come last. The trace of a term that the text does not have says so.
        """
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        """Yield the lines of the text, which may be many, one after the other."""
        english = self._is_english(self.term)
        if not english and self.term not in self.ja and self.term not in bare(self.ja).text:
            yield f"{self.term} does not occur in the texts"
            return
        for _, alike in groupby(self.candidates, lambda c: (c.ja.start, c.ja.end)):
            found = list(alike)
            yield _shown(found[0].ja)
            yield f"  known renderings: {' · '.join(found[0].renderings) or 'none'}"
            for rank, c in enumerate(found):
                yield from self._lines_of(c, explained=c.linked or rank < _EXPLAINED)
        for each in self.unfound:
            yield _shown(each.ja)
            yield f"  {each}"
        if self.wider:
            yield f"part of {', '.join(map(_shown, self.wider))}, looked for as a whole"
        if self.narrower:
            dividing = " and ".join(self._dividing())
            why = f": it is divided by {dividing}" if dividing else ""
            yield f"looked for as {', '.join(map(_shown, self.narrower))}, not as a whole, unless the term is picked{why}"
        elif english and not self.candidates:
            yield "no candidate: nothing that was looked for is like it"
        elif self.term not in ("", *self.ja.split("\n")) and not (
            self.candidates or self.unfound or self.wider or self.left_out
        ):
            yield f"not looked for: {self._unasked()}"
        if self.left_out:
            yield f"left out: {self.left_out:,} candidates of the whole text, less likely than the others"

    def _unasked(self) -> str:
        """Return why nothing was looked for where the term stands."""
        if any(self.term in passage.text for passage in self.untranslated):
            return "its passage has no translation"
        return "it is not a noun, name or quantity of the text; picked with terms= (--terms), it is looked for"

    def _dividing(self) -> Iterable[str]:
        """Return the particles and marks between the shorter terms of the term, each once: の of 虹の雫, / of HIV/エイズ."""
        ends = accumulate((each.end for each in self.narrower), max)
        gaps = [self.ja[end : other.start] for end, other in zip(ends, self.narrower[1:], strict=False)]
        return dict.fromkeys(gap for gap in gaps if gap.strip() and gap in self.term and not any(map(_is_of_word, gap)))

    def _lines_of(self, c: Traced, explained: bool) -> Iterator[str]:
        """Yield the lines of a candidate, if `explained` with the sums that make its score."""
        compared = f" ({' ~ '.join(c.forms)})" if c.forms else ""
        yield f"  {_shown(c.en)}  {c.kind}{compared}  {c.score:.3f}  {self._became(c)}"
        if c.parts:
            yield f"      parts: {', '.join(map(_shown_part, c.parts))}"
        if c.differs:
            compared_with = f" from {_shown_link(c.displaced_by[0])}" if len(c.displaced_by) > 1 else ""
            yield f"      differs most{compared_with} in {', '.join(f'{d.feature} {-d.size:+.2f}' for d in c.differs)}"
        if not explained:
            return
        yield from _sum_of(c.worth)
        beside = "" if c.standing == c.odds else f", given its rivals {c.standing:+.2f}"
        yield f"    = {c.odds:+.2f}{beside}; {self.slope:.3g} × that {self.shift:+.3g} = log odds of {c.score:.3f}"
        for passed in filter(None, (c.before, c.first)):
            yield f"    where the feature odds, {sum(each.product for each in passed):+.2f}, is the sum of"
            yield from _sum_of(passed)

    def _became(self, c: Traced) -> str:
        if c.linked:
            return "linked"
        if c.displaced_by:
            return f"lost to {' and '.join(map(_shown_link, c.displaced_by))}"
        return f"below {self.least:.2f}" if c.score < self.least else "not chosen"


def _is_of_word(char: str) -> bool:
    return char.isalnum() and not is_hiragana(char)


def _is_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _shown(span: Span) -> str:
    """Return a span with its offsets, because the same text may occur twice."""
    return f"{as_term(span.text)} [{span.start}:{span.end}]"


def _shown_link(link: tuple[Span, Span]) -> str:
    return " ↔ ".join(map(_shown, link))


def _shown_part(part: TracedPart) -> str:
    rendered = "not rendered" if part.en is None else f"↔ {_shown(part.en)}"
    return f"{_shown(part.ja)} {rendered}"


def _sum_of(worth: Sequence[Worth]) -> Iterator[str]:
    for each in worth[:_SHOWN]:
        yield f"      {each.product:+.2f}  {each.feature} = {each.value:.3g} × {each.weight:.3g}"
    if len(worth) > _SHOWN:
        yield f"      {sum(each.product for each in worth[_SHOWN:]):+.2f}  {len(worth) - _SHOWN} others"


def trace_translation(
    text: JapaneseText, translation: Translation, terms: TermCache, least: float, threshold: float
) -> Trace:
    """Return the trace of a text and its translation, passage by passage.

    `least` is the minimum score of a link. `threshold` is the score from which candidates are chosen, at most `least`.
    """
    scale, weights = fitted_scale("text"), in_translations()
    passages: list[_Passage] = []

    def work(part: JapaneseText, within: Translation, start: int) -> list[Chosen]:
        passages.append(_Passage([], [], []))
        if not part.morphemes or not len(within.english):
            return []
        pair = proposed(part, within, terms)
        taken = decide(pair, weights, scale, threshold)
        kept = _kept(pair.candidates, taken, len(part.morphemes))
        passages[-1].left_out.append(len(pair.candidates) - len(kept))
        for c in kept:
            looks = [_worth(c.features, weights["together"]), () if c.parts else _worth(c.features, weights["single"])]
            if c.again:
                looks.insert(0, _worth(c.again, weights["together again"]))
            rivals = () if c in taken else _likeliest_first(other for other in taken if _clash(c, other))
            lost = [_spans(rival, pair) for rival in rivals]
            differs = _differences(c.features, rivals[0].features, weights["together"]) if rivals else ()
            passages[-1].candidates.append(_candidate(c, pair, c.odds, lost, differs, looks, scale))
        covered = {k for c in pair.candidates for k in range(c.a, c.b)}
        bare_runs = [run for run in pair.runs if covered.isdisjoint(range(*run))]
        passages[-1].unfound.extend(_unfound(pair, [*bare_runs, *_figures(pair, bare_runs)]))
        return scored(taken, pair, scale)

    aligned = align_document(text, translation, terms, work, text.run_spans, threshold)
    return _whole(text, translation.english, aligned, passages, scale, least)


def trace_given(
    text: JapaneseText,
    given: Sequence[tuple[int, int]],
    translation: Translation,
    terms: TermCache,
    least: float,
    threshold: float,
) -> Trace:
    """Return the trace of the terms at these folded code points of a document; see `trace_translation`."""
    scale, weights = fitted_scale("given"), in_translations()
    passages: list[_Passage] = []

    def find(part: JapaneseText, own: Sequence[tuple[int, int]], within: Translation) -> list[Chosen]:
        passages.append(_Passage([], [], []))
        if not own or not part.morphemes or not len(within.english):
            return []
        reading = read(part, within, terms, weights)
        pairs = {span: proposed_for(span, reading, within, weights) for span in own}
        rivals = {span: judged(pair, weights) for span, pair in pairs.items()}
        winners = {span: c for span, (c, odds) in settled(rivals, part.text).items() if scale.chance(odds) >= threshold}
        owners = {id(c): pairs[span] for span, c in winners.items()}
        taken: list[Chosen] = []
        for span, pair in pairs.items():
            link = winners.get(span)
            shown = _kept(rivals[span], [link] if link else (), sum(b - a for a, b in pair.given))
            passages[-1].left_out.append(len(rivals[span]) - len(shown))
            for c in shown:
                better = _preferred(c, link, winners.values())
                lost = [_spans(other, owners[id(other)]) for other in better]
                differs = _differences(c.features, better[0].features, weights["given"]) if better else ()
                looks = [_worth(c.features, weights["given"]), () if c.parts else _worth(c.features, weights["single"])]
                passages[-1].candidates.append(
                    _candidate(c, pair, standing_among(c, rivals[span]), lost, differs, looks, scale)
                )
            if not rivals[span]:
                passages[-1].unfound.extend(_unfound(pair, pair.given))
            taken += scored([link], pair, scale) if link else ()
        return taken

    work = by_passage(text, given, find)
    aligned = align_document(text, translation, terms, work, given, threshold, given=True)
    return _whole(text, translation.english, aligned, passages, scale, least)


class _Passage(NamedTuple):
    """The traced candidates of a passage, its terms without a candidate, and how many candidates were left out."""

    candidates: list[Traced]
    unfound: list[Unfound]
    left_out: list[int]


def _kept(candidates: Sequence[Candidate], links: Sequence[Candidate], morphemes: int) -> Sequence[Candidate]:
    """Return the candidates that a trace of so many morphemes shows: the links and the likeliest of the others.

    In a text that says the same again and again, each mention has candidates at many places, in many combinations.
    """
    most = _KEPT + _KEPT_OF_MORPHEME * morphemes
    if len(candidates) <= most:
        return candidates
    linked = set(map(id, links))
    others = nlargest(most, (c for c in candidates if id(c) not in linked), key=attrgetter("odds"))
    return [*links, *others]


def _figures(pair: Pair, runs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the morphemes of each quantity that no candidate contains and no run of `runs` is."""
    known = [(c.a, c.b) for c in pair.candidates] + list(runs)
    for quantity in pair.quantities:
        place = pair.ja.range_at(quantity.start, quantity.end)
        if place and not any(a <= place[0] and place[1] <= b for a, b in known):
            yield place


def _unfound(pair: Pair, places: Iterable[tuple[int, int]]) -> list[Unfound]:
    """Return what is known about the terms at ranges of morphemes."""
    ja = pair.ja
    return [unfound(Span.of(ja.raw, *pair.offsets(a, b)), pair.terms.at(ja, a, b)) for a, b in places]


def _candidate(
    c: Candidate,
    pair: Pair,
    stands: float,
    lost: Iterable[tuple[Span, Span]],
    differs: tuple[Difference, ...],
    looks: Sequence[tuple[Worth, ...]],
    scale: Scale,
) -> Traced:
    score = scale.chance(stands)
    worth, before, first = (*looks, ())[:3]
    return Traced(
        *_spans(c, pair),
        c.kind,
        _forms(c),
        c.odds,
        stands,
        score,
        linked=False,
        displaced_by=tuple(lost),
        differs=differs,
        renderings=renderings_of(pair.terms.at(pair.ja, c.a, c.b)),
        worth=worth,
        before=before,
        first=first,
        parts=_parts(c, pair, pair.ja.folded, 0),
    )


def _whole(
    text: JapaneseText,
    english: EnglishText,
    aligned: Iterable[Aligned],
    passages: Sequence[_Passage],
    scale: Scale,
    least: float,
) -> Trace:
    """Return the trace of a document. `passages` are in the order of the passages in `aligned`."""
    found: list[Traced] = []
    missed: list[Unfound] = []
    alone: list[Span] = []
    for n, part in enumerate(aligned):
        ja, en = part.bases(text, english)
        if part.text.morphemes and not len(part.english):
            alone.append(moved(Span.of(part.text.raw, 0, len(part.text.raw)), ja))
        if n == len(passages):
            found += [_looked_up(c, part, scale, least) for c in part.chosen]
            break
        passage = passages[n]
        missed += [each._replace(ja=moved(each.ja, ja)) for each in passage.unfound]
        made = {(part.text.folded.raw_span(c.start, c.end), part.english.offsets(c.i, c.j)) for c in part.chosen}
        for c in sorted(passage.candidates, key=lambda c: -c.score):
            place = (c.ja.start, c.ja.end), (c.en.start, c.en.end)
            linked = c.score >= least and place in made
            made.discard(place)  # ㍿ is four characters, so two candidates may have the same span
            lost = tuple([(moved(link[0], ja), moved(link[1], en)) for link in c.displaced_by])
            parts = tuple([TracedPart(moved(p.ja, ja), p.en and moved(p.en, en), p.kind) for p in c.parts])
            found.append(
                replace(c, ja=moved(c.ja, ja), en=moved(c.en, en), linked=linked, displaced_by=lost, parts=parts)
            )
    ordered = sorted(found, key=lambda c: (c.ja.start, c.ja.end, -c.odds))
    linked_places = {c.ja for c in found if c.linked}
    left = [each._replace(in_passage=len(passages) > 1) for each in missed if each.ja not in linked_places]
    return Trace(
        text.raw,
        english.raw,
        least,
        scale.slope,
        scale.shift,
        tuple(ordered),
        tuple(left),
        left_out=sum(map(sum, (passage.left_out for passage in passages))),
        untranslated=tuple(alone),
    )


def _looked_up(c: Chosen, part: Aligned, scale: Scale, least: float) -> Traced:
    """Return a link that was found when a term without a rendering in its passage was looked up in the whole text."""
    ja = Span.of(part.text.raw, *part.text.folded.raw_span(c.start, c.end))
    en = Span.of(part.english.raw, *part.english.offsets(c.i, c.j))
    odds = (odds_of(c.score) - scale.shift) / scale.slope
    worth = (Worth("looked up in the whole text", odds, 1.0),)
    best, known = c.reasons[0], renderings_of(c.term)
    return Traced(ja, en, best.kind, best.forms, odds, odds, c.score, c.score >= least, (), (), known, worth, ())


def trace_list(
    listed: TermList, english: EnglishText, terms: TermCache, kinds: Collection[str] | None, least: float
) -> Trace:
    """Return the trace of the listed terms that the text may mention."""
    scale, weights = fitted_scale("listed"), packaged()
    target = Target(english, terms.lexicon)
    numbers, near = brought_up(listed, target, kinds)
    pairs = all_mentioned(near, target, terms, kinds, first_names=listed.first_names)
    candidates = {surface: pair.candidates for surface, pair in pairs.items()}
    judge(candidates, weights, english)
    less = handicap(candidates, listed.distinct, english)
    long = (Worth("length of the list", less, 1.0),)
    found: list[Traced] = []
    left_out = 0
    for surface, pair in pairs.items():
        for c in pair.candidates:
            c.odds += less
        linked = chosen(pair.candidates, scale, least)
        kept = _kept(pair.candidates, linked, len(pair.ja.morphemes))
        left_out += len(pair.candidates) - len(kept)
        known = renderings_of(entry(surface, terms).term)
        for start, end in map(listed.offsets, listed.places(numbers[surface])):
            here = Span.of(listed.ja, start, end)
            spans = {id(c): (here, Span.of(english.raw, *english.offsets(c.i, c.j))) for c in kept}
            for c in sorted(kept, key=lambda c: -c.odds):
                rivals = () if c in linked else _likeliest_first(other for other in linked if _shares_words(c, other))
                differs = _differences(_listed(c), _listed(rivals[0]), weights["listed"]) if rivals else ()
                before = _worth(_listed(c), weights["listed"])
                again = (*_worth(c.features, weights["listed again"]), *long)
                score = scale.chance(c.odds)
                found.append(
                    Traced(
                        *spans[id(c)],
                        c.kind,
                        _forms(c),
                        c.odds,
                        c.odds,
                        score,
                        c in linked,
                        tuple([spans[id(rival)] for rival in rivals]),
                        differs,
                        known,
                        again,
                        before,
                        parts=_parts(c, pair, *place_of(surface, here)) if c.parts else (),
                    )
                )
    ordered = sorted(found, key=lambda c: (c.ja.start, c.ja.end, -c.odds))
    missed = tuple(_unlisted(listed, {c.ja.start for c in found}, near, terms))
    return Trace(listed.ja, english.raw, least, scale.slope, scale.shift, tuple(ordered), missed, left_out=left_out)


def _unlisted(
    listed: TermList, found: Collection[int], examined: Collection[str], terms: TermCache
) -> Iterator[Unfound]:
    """Yield the terms of a list that is not too long, except those that begin at the code points `found`.

    `examined` has the folded terms that were compared with the text.
    """
    for span in listed.spans if listed.distinct <= _MOST_LISTED else ():
        surface = normalise(span.text, is_term=True).text
        one = entry(surface, terms)
        if span.start not in found and one.run[1]:
            yield unfound(span, one.term, any(name in examined for name in folded_names(span.text, terms.lexicon)))


def _worth(features: Features, weights: Table) -> tuple[Worth, ...]:
    """Return the contribution of each feature that matters, the largest first."""
    found = [Worth(name, value, weights[name]) for name, value in features.items() if name in weights]
    return tuple(sorted((w for w in found if abs(w.product) >= _LEAST_WORTH), key=lambda w: -abs(w.product)))


def _differences(own: Features, preferred: Features, weights: Table) -> tuple[Difference, ...]:
    """Return the features that contribute most differently to a candidate and to the link that was preferred to it."""
    found = [
        Difference(name, own.get(name, 0.0) * weights[name], preferred.get(name, 0.0) * weights[name])
        for name in {**preferred, **own}
        if name in weights
    ]
    found.sort(key=lambda each: -abs(each.size))
    return tuple([each for each in found[:_DIFFERENCES] if abs(each.size) >= _LEAST_WORTH])


def _listed(c: Candidate) -> Features:
    """Return the features with which a candidate of a list is judged by itself."""
    return {**c.features, **judged_before(c.single_odds)}


def _spans(c: Candidate, pair: Pair) -> tuple[Span, Span]:
    return Span.of(pair.ja.raw, *pair.offsets(c.a, c.b)), Span.of(pair.english.raw, *pair.english.offsets(c.i, c.j))


def _parts(c: Candidate, pair: Pair, folded: Normalised, base: int) -> tuple[TracedPart, ...]:
    """Return the parts of a composed candidate, and the Japanese between them that none of them renders.

    ``folded`` is the Japanese of the pair, folded. It begins at the code point ``base``.
    """

    def japanese(a: int, b: int) -> Span:
        start, end = folded.raw_span(*pair.span_of(a, b))
        return Span(base + start, base + end, folded.raw[start:end])

    def skipped(a: int, b: int) -> Iterator[TracedPart]:
        said = [k for k in range(a, b) if pair.widths[k]]  # a mark needs no rendering
        if said:
            yield TracedPart(japanese(said[0], said[-1] + 1), None, "")

    found: list[TracedPart] = []
    at = c.a
    for part in c.parts:
        en = Span.of(pair.english.raw, *pair.english.offsets(part.i, part.j))
        found += [*skipped(at, part.a), TracedPart(japanese(part.a, part.b), en, part.kind)]
        at = part.b
    return (*found, *skipped(at, c.b)) if found else ()


def _forms(c: Candidate) -> tuple[str, ...]:
    """Return the forms that were compared; none if the candidate was composed of parts or was extended."""
    return c.findings[0].forms if c.findings else ()


def _clash(one: Candidate, other: Candidate) -> bool:
    return (one.a < other.b and other.a < one.b) or _shares_words(one, other)


def _preferred(c: Candidate, own: Candidate | None, links: Collection[Candidate]) -> Sequence[Candidate]:
    """Return the links that were preferred to a candidate: that of its term, or else those of its words; none for a link."""
    if any(c is link for link in links):
        return ()
    return [own] if own else _likeliest_first(link for link in links if _shares_words(c, link))


def _shares_words(one: Candidate, other: Candidate) -> bool:
    return one.i < other.j and other.i < one.j


def _likeliest_first(links: Iterable[Candidate]) -> Sequence[Candidate]:
    return sorted(links, key=lambda link: -link.odds)
