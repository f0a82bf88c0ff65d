"""Traces: the candidates of each term, the contribution of each feature to the score, and the link that won instead."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple

from termalign.bitext.bitext import Bitext
from termalign.decide.calibration import fitted_scale
from termalign.decide.weights import Table, chance, in_translations, judged_before, packaged
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.model import Span
from termalign.propose.candidate import Candidate
from termalign.situations.given import judged, proposed_for, settled, standing
from termalign.situations.mentions import all_mentioned, chosen, judge
from termalign.situations.pair import Pair
from termalign.situations.reading import read
from termalign.situations.translated import decide, proposed
from termalign.terms.term_cache import TermCache
from termalign.text import normalise

_LEAST_WORTH = 0.005  # log odds: what is worth less is not shown
_SHOWN = 8  # features of a candidate in the text of a trace
_EXPLAINED = 2  # candidates of a term whose sums are shown, in addition to those that became links


class Worth(NamedTuple):
    """The contribution of a feature to a candidate: its value times its weight, in log odds."""

    feature: str
    value: float
    weight: float

    @property
    def product(self) -> float:
        """The contribution itself: value times weight."""
        return self.value * self.weight


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
    lost_to: "tuple[Span, Span] | None"
    """The Japanese and English spans of the link that was chosen instead and shares Japanese or English with this candidate;
    None if the candidate became a link, or was too unlikely by itself."""
    worth: tuple[Worth, ...]
    """The contribution of each feature that matters, the largest, for or against, first."""
    before: tuple[Worth, ...]
    """The contributions in the preceding pass, whose sum is the feature ``odds`` of `worth`; empty if there was none."""
    first: tuple[Worth, ...] = ()
    """The contributions in the pass before that, whose sum is the feature ``odds`` of `before`; empty if there was none."""

    def to_dict(self) -> dict[str, Any]:
        """Return the candidate as dictionaries, lists, numbers and strings."""
        lost = None if self.lost_to is None else [asdict(span) for span in self.lost_to]
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
            "lost_to": lost,
            "worth": worth,
            "before": before,
            "first": first,
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
    """All candidates, in the order of the Japanese terms; those of one term, the likeliest first."""

    def of(self, term: str) -> tuple[Traced, ...]:
        """Return the candidates for the term `term`, as it is written in the text, the likeliest first."""
        return tuple([c for c in self.candidates if c.ja.text == term])

    def only(self, term: str) -> "Trace":
        """Return a trace with the candidates for one term only."""
        return replace(self, candidates=self.of(term))

    def __str__(self) -> str:
        """Return the trace as text: each term with its candidates, and the sums for links and for the first two candidates."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        places = dict.fromkeys((c.ja.start, c.ja.end) for c in self.candidates)
        for start, end in places:
            found = [c for c in self.candidates if (c.ja.start, c.ja.end) == (start, end)]
            yield _shown(found[0].ja)
            for rank, c in enumerate(found):
                compared = f" ({' ~ '.join(c.forms)})" if c.forms else ""
                yield f"  {_shown(c.en)}  {c.kind}{compared}  {c.score:.2f}  {self._became(c)}"
                if c.linked or rank < _EXPLAINED:
                    yield from _sum_of(c.worth)
                    beside = "" if c.standing == c.odds else f", given its rivals {c.standing:+.2f}"
                    yield f"    = {c.odds:+.2f}{beside}; {self.slope:.3g} × that {self.shift:+.3g} = log odds of {c.score:.3f}"
                    for passed in filter(None, (c.before, c.first)):
                        yield f"    where the feature odds, {sum(each.product for each in passed):+.2f}, is the sum of"
                        yield from _sum_of(passed)

    def _became(self, c: Traced) -> str:
        if c.linked:
            return "linked"
        if c.lost_to is not None:
            return f"lost to {_shown(c.lost_to[0])} ↔ {_shown(c.lost_to[1])}"
        return f"below {self.least:.2f}" if c.score < self.least else "left for a better sum"


def _shown(span: Span) -> str:
    """Return a span with its offsets, because the same text may occur twice."""
    return f"{span.text} [{span.start}:{span.end}]"


def _sum_of(worth: Sequence[Worth]) -> Iterator[str]:
    for each in worth[:_SHOWN]:
        yield f"      {each.product:+.2f}  {each.feature} = {each.value:.3g} × {each.weight:.3g}"
    if len(worth) > _SHOWN:
        yield f"      {sum(each.product for each in worth[_SHOWN:]):+.2f}  {len(worth) - _SHOWN} others"


def trace_translation(
    text: JapaneseText, english: EnglishText, terms: TermCache, kinds: Collection[str] | None, least: float
) -> Trace:
    """Trace the candidates of a text and its translation, read as one passage."""
    scale = fitted_scale("text")
    found: list[Traced] = []
    if text.morphemes and len(english):
        bitext = Bitext(english, terms.lexicon, parallel=True)
        pair = proposed(text, bitext, terms, kinds)
        weights = in_translations()
        linked = decide(pair, weights, scale.score(least))
        spans = {id(c): _spans(c, pair, text) for c in pair.candidates}
        for c in pair.candidates:
            rival = _rival(c, [other for other in linked if _clash(c, other)])
            lost = None if c in linked or rival is None else spans[id(rival)]
            stages = [_worth(c.features, weights["together"]), () if c.parts else _worth(c.features, weights["single"])]
            if c.again:
                stages.insert(0, _worth(c.again, weights["together again"]))
            score = scale.chance(chance(c.odds))
            found.append(Traced(*spans[id(c)], c.kind, _forms(c), c.odds, c.odds, score, c in linked, lost, *stages))
    ordered = sorted(found, key=lambda c: (c.ja.start, c.ja.end, -c.odds))
    return Trace(text.raw, english.raw, least, scale.slope, scale.shift, tuple(ordered))


def trace_given(
    text: JapaneseText,
    given: Sequence[tuple[int, int]],
    english: EnglishText,
    terms: TermCache,
    kinds: Collection[str] | None,
    least: float,
) -> Trace:
    """Trace the candidates of terms at folded code points of a text, read with its translation as one passage."""
    scale, weights = fitted_scale("given"), in_translations()
    found: list[Traced] = []
    if text.morphemes and len(english):
        reading = read(text, Bitext(english, terms.lexicon, parallel=True), terms, weights, kinds)
        pairs = {span: proposed_for(span, reading, weights, kinds) for span in given}
        rivals = {span: judged(pair, weights) for span, pair in pairs.items()}
        best = {
            span: c for span, (c, odds) in settled(rivals, text.text).items() if scale.chance(chance(odds)) >= least
        }
        links = {id(c): _spans(c, pairs[span], pairs[span].ja) for span, c in best.items()}
        for span, pair in pairs.items():
            words, odds = [(c.i, c.j) for c in rivals[span]], [c.odds for c in rivals[span]]
            for c in rivals[span]:
                rival = best.get(span) or _rival(c, [other for other in best.values() if _shares_words(c, other)])
                lost = None if id(c) in links or rival is None else links[id(rival)]
                stands = standing((c.i, c.j), words, odds)
                score = scale.chance(chance(stands))
                before = () if c.parts else _worth(c.features, weights["single"])
                worth = _worth(c.features, weights["given"])
                found.append(
                    Traced(
                        *_spans(c, pair, pair.ja),
                        c.kind,
                        _forms(c),
                        c.odds,
                        stands,
                        score,
                        id(c) in links,
                        lost,
                        worth,
                        before,
                    )
                )
    ordered = sorted(found, key=lambda c: (c.ja.start, c.ja.end, -c.odds))
    return Trace(text.raw, english.raw, least, scale.slope, scale.shift, tuple(ordered))


def trace_list(
    listed: Sequence[str], english: EnglishText, terms: TermCache, kinds: Collection[str] | None, least: float
) -> Trace:
    """Trace the candidates of the terms of a list, including those that the index would not propose."""
    scale = fitted_scale("listed")
    folded = [normalise(term) for term in listed]
    bitext = Bitext(english, terms.lexicon)
    pairs = all_mentioned([term.text for term in folded], bitext, terms, kinds)
    judge({surface: pair.candidates for surface, pair in pairs.items()}, packaged(), english)
    weights = packaged()
    ja, found, at = "\n".join(listed), [], 0
    for term in folded:
        pair = pairs.get(term.text)
        if pair is not None:
            here = Span.of(ja, at, at + len(term.raw))
            linked = chosen(pair.candidates, scale.score(least))
            spans = {id(c): (here, Span.of(english.raw, *english.offsets(c.i, c.j))) for c in pair.candidates}
            for c in sorted(pair.candidates, key=lambda c: -c.odds):
                rival = _rival(c, [other for other in linked if other.i < c.j and c.i < other.j])
                lost = None if c in linked or rival is None else spans[id(rival)]
                before = _worth({**c.features, **judged_before(c.single_odds)}, weights["listed"])
                again = _worth(c.features, weights["listed again"])
                score = scale.chance(chance(c.odds))
                found.append(
                    Traced(*spans[id(c)], c.kind, _forms(c), c.odds, c.odds, score, c in linked, lost, again, before)
                )
        at += len(term.raw) + 1
    return Trace(ja, english.raw, least, scale.slope, scale.shift, tuple(found))


def _worth(features: Features, weights: Table) -> tuple[Worth, ...]:
    """Return the contribution of each feature that matters, the largest first."""
    found = [Worth(name, value, weights[name]) for name, value in features.items() if name in weights]
    return tuple(sorted((w for w in found if abs(w.product) >= _LEAST_WORTH), key=lambda w: -abs(w.product)))


def _spans(c: Candidate, pair: Pair, text: JapaneseText) -> tuple[Span, Span]:
    ja = Span.of(text.raw, *text.offsets(c.a, c.b))
    return ja, Span.of(pair.english.raw, *pair.english.offsets(c.i, c.j))


def _forms(c: Candidate) -> tuple[str, ...]:
    """Return the forms that were compared; none if the candidate was composed of parts or was extended."""
    return c.findings[0].forms if c.findings else ()


def _clash(one: Candidate, other: Candidate) -> bool:
    """Return whether two candidates share Japanese or English."""
    return (one.a < other.b and other.a < one.b) or _shares_words(one, other)


def _shares_words(one: Candidate, other: Candidate) -> bool:
    return one.i < other.j and other.i < one.j


def _rival(c: Candidate, others: Iterable[Candidate]) -> Candidate | None:
    """Return the likeliest of the links that clash with a candidate."""
    return max((other for other in others if other is not c), key=lambda other: other.odds, default=None)
