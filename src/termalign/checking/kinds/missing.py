"""The kind ``missing``: a glossary term without any of its approved renderings."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import termalign.checking.scores as scores
from termalign.checking.finding import Finding, choice
from termalign.checking.japanese_terms import features_of, is_said, said_for, terms_of, unrendered
from termalign.checking.kinds.checker import Checker
from termalign.checking.kinds.people_and_places import names_beside
from termalign.checking.kinds.untranslated import left_in_japanese
from termalign.checking.other_terms import absent_terms
from termalign.checking.rendered import Rendered, is_name, renderings
from termalign.checking.segment import LINKED, Segment
from termalign.checking.stand_in import stand_in
from termalign.decide.calibration import published
from termalign.english import EnglishText
from termalign.formats.glossaries.entry import Check, renderings_of
from termalign.japanese.morpheme import PERSON, beginning_in
from termalign.model import Link, Span
from termalign.odds import chance
from termalign.tables import read_weights
from termalign.termbase import Occurrence, english_key, english_places
from termalign.termbase.by_rendering import EnglishTerm

_OFTEN, _ALONE = 3, 2  # fewest units without the agreed rendering, in all and outside compounds, that show a pattern
_SEVERAL = 2  # missing terms of a unit, from which more say no less: a translation may ignore the whole glossary
RARELY = 4  # ratio of units without and with the agreed rendering from which the file ignores the glossary
_PRONOUNS = frozenset("he him himself his she her herself hers".split())


@cache
def _weights() -> dict[str, dict[str, float]]:
    """Return the weights of a logistic model, which ``python -m benchmarks fit-check`` fits."""
    return read_weights("termalign.checking", "chances.tsv")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A term without its approved renderings, which may be a finding depending on the rest of the file."""

    finding: Finding  # without its score and message
    model: str  # the weights for the score
    features: Callable[[], Mapping[str, float]]  # for the score, from the part of the file read so far
    check: Check = ""  # when the glossary wants the term to be reported
    is_ignored: Callable[[], bool] = bool  # whether the part of the file read so far ignores the glossary for the term

    def __call__(self, _: Container[int]) -> Finding:
        """Return the finding with its score and message."""
        weights, ignored = _weights()[self.model], self.is_ignored()
        odds = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in self.features().items())
        score = scores.GLOSSARY_IGNORED if ignored else published(chance(odds))
        if self.check == "always":
            score = max(score, scores.ALWAYS_REPORTED)
        message = _message(self.finding) + " Most of the file deviates." * ignored
        return replace(self.finding, score=score, severity=Checker.severity(score), message=message)


class Missing(Checker):
    """A checker for terms without any of their approved renderings.

    The renderings elsewhere in the file determine the score, so findings are decided at the end of the file. If a term has
    its approved rendering a hundred times, a sentence without it is an error. If an everyday word has various renderings, it
    is not. If most units have the same other word instead, the file ignores the glossary, and every such unit is an error.
    """

    kind = "missing"

    def __init__(self) -> None:
        self._kept: Counter[str] = Counter()
        self._absent: Counter[str] = Counter()
        self._compounds: Counter[str] = Counter()
        self._akin: Counter[str] = Counter()
        self._alone: Counter[str] = Counter()
        self._instead: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def look(self, segment: Segment) -> Iterator[Suspicion]:
        for entry, said in renderings(segment).items():
            occurrences = segment.terms[entry]
            if said is Rendered.AS_AGREED:
                self._kept[entry.ja] += 1
            elif said is Rendered.BY_ITS_FAMILY:
                self._akin[entry.ja] += 1
            elif said is Rendered.NOT_AT_ALL:
                self._absent[entry.ja] += 1
                if entry.check != "never" and not _is_reported(occurrences, segment):
                    yield self._suspect(segment, occurrences[0])

    def _suspect(self, segment: Segment, at: Occurrence) -> Suspicion:
        """Return a possible finding, to be decided by the counts of the whole file."""
        link = segment.link_of(at.span)
        instead = stand_in(segment, at, link)
        compound = segment.compound_of(at.span)
        self._compounds[compound] += 1
        if instead:
            self._instead[at.entry.ja][english_key(instead.text)] += 1
        finding = self.finding(
            segment,
            0.5,
            "",
            ja=at,
            en=instead,
            expected=renderings_of(at.entry),
            term=at.entry.ja,
        )
        features = _features(link, at, segment, instead)
        term = at.entry.ja
        if compound == at.span.text and not segment.manner_of(at.span):
            self._alone[term] += 1
        return Suspicion(
            finding,
            self.kind,
            lambda: {**features, **self._record(term, compound)},
            at.entry.check,
            lambda: self._is_ignored(term),
        )

    def _is_ignored(self, term: str) -> bool:
        """Return whether the file ignores the glossary for a term.

        It does if hardly any unit has an approved rendering or a related word, and at least half of the other units seem to
        share another word.
        """
        absent, kept = self._absent[term], self._kept[term] + self._akin[term]
        if absent < max(_OFTEN, RARELY * kept) or self._alone[term] < _ALONE:
            return False
        return 2 * max(self._instead[term].values(), default=0) >= absent

    def _record(self, term: str, compound: str) -> dict[str, float]:
        """Return features of the term and the compound that contains it from the rest of the file."""
        return {
            "deviates": deviation(self._absent[term], self._kept[term]),
            "compound again": float(compound != term and self._compounds[compound] > 1),
        }


def deviation(absent: int, kept: int) -> float:
    """Return the log odds that a file has a term without its agreed rendering, from the units without it and with it."""
    return math.log((absent - 0.5) / (kept + 1.5))


def _features(link: Link | None, at: Occurrence, segment: Segment, instead: Span | None) -> dict[str, float]:
    """Return features from the segment, such as the context of the term and the number of other missing terms."""
    absent = sum(said is Rendered.NOT_AT_ALL for said in renderings(segment).values())
    compound = segment.in_compound(at.span)
    return {
        segment.manner_of(at.span): 1.0,
        "compound": float(compound),
        "absent too": math.log(min(absent, _SEVERAL)),
        "unlinked": float(link is None),
        "compound unlinked": float(compound and link is None),
        "left out of a compound": float(compound and link is None and _is_left_out(at, segment)),
        "pronoun": float(instead is None and is_name(renderings_of(at.entry)[0]) and _by_pronoun(segment)),
        "another term": float(instead is not None and _renders_another(instead, segment)),
        "another name": float(_is_person(at, segment) and _has_half(renderings_of(at.entry)[0], segment.english)),
    }


def _is_left_out(at: Occurrence, segment: Segment) -> bool:
    """Return whether the nouns that a term modifies in a compound are all rendered: スプリット of 照合済スプリット by *splits*.

    The last noun of a compound, on the other hand, is often left out: 拡張ライブラリ, *extensions*.
    """
    end = segment.start_of_compound(at.start) + len(segment.compound_of(at.span))
    links = [link.ja for link in segment.links if link.score >= LINKED and link.kind != "context"]
    agreed = [other.span for entry, others in segment.terms.items() if segment.said[entry] for other in others]
    rendered = [span for span in (*links, *agreed) if at.end <= span.start < end]
    behind = [m for m in segment.morphemes if at.end <= m.start < end]
    beside = not any(span.start < at.end and at.start < span.end for span in links)
    return bool(behind) and beside and all(any(s.start <= m.start and m.end <= s.end for s in rendered) for m in behind)


def _renders_another(instead: Span, segment: Segment) -> bool:
    """Return whether words render a glossary term that the Japanese does not have: *Assistant Professor*, 助教, for 准教授."""
    first, last = segment.english.words_in(instead.start, instead.end)
    return any(i <= first and last <= j for i, j in absent_terms(segment))


def _is_person(at: Occurrence, segment: Segment) -> bool:
    """Return whether a term is the name of a person."""
    return all(m.pos.startswith(PERSON) for m in beginning_in(segment.morphemes, at.start, at.end))


def _has_half(name: str, english: EnglishText) -> bool:
    """Return whether the English has one half of a name beside another name: *Taro Mori* for *Jiro Mori*."""
    halves = name.lower().split()
    places = [k for half in halves for k in english.by_form.get(half, ())]
    return len(halves) == 2 and bool(names_beside(english, places))


def _by_pronoun(segment: Segment) -> bool:
    """Return whether the English has a pronoun for a person and no name: *he vanished into the flames*."""
    english = segment.english
    named = any(
        english.capitalised[k] and not english.opens_sentence(k) and english.forms[k] != "I"
        for k in range(len(english))
    )
    return not named and not _PRONOUNS.isdisjoint(english.by_form)


def _is_reported(occurrences: Sequence[Occurrence], segment: Segment) -> bool:
    """Return whether the checkers for `forbidden` and `untranslated` report what the English has instead."""
    if any(english_places(form, segment.english) for form in occurrences[0].entry.forbidden):
        return True
    left = left_in_japanese(segment)
    return any(text in run for text in {at.text for at in occurrences} for run in left)


def _message(finding: Finding) -> str:
    use = f"Use {choice(finding.expected)}"
    _, instead = finding.sides
    if instead is None:
        return f"{finding.term} is not translated as in the glossary. {use}."
    return f"{finding.term} seems to be translated as “{instead.text}”. {use}, as in the glossary."


class MissingInJapanese(Checker):
    """A checker for English terms for which the Japanese has none of the approved terms.

    As in translations from Japanese, the rest of the file counts: the more often it has other Japanese for a term, the less
    certain each finding is. The checker for `forbidden` reports forbidden Japanese.
    """

    kind = "missing"

    def __init__(self) -> None:
        self._kept: Counter[str] = Counter()
        self._absent: Counter[str] = Counter()

    def look(self, segment: Segment) -> Iterator[Suspicion]:
        absent = unrendered(segment)
        for term in terms_of(segment):
            if term in absent:
                self._absent[term.en] += 1
                if term.check != "never" and not is_said(term.forbidden, segment):
                    yield self._suspect(segment, term)
            elif term.ja:
                self._kept[term.en] += 1

    def _suspect(self, segment: Segment, term: EnglishTerm) -> Suspicion:
        """Return a possible finding, to be decided by the counts of the whole file."""
        instead = said_for(term, segment)
        place = segment.en_span(*terms_of(segment)[term][0])
        finding = self.finding(segment, 0.5, "", ja=instead, en=place, japanese=term.ja, term=term.en)
        features = features_of(term, instead, segment)
        return Suspicion(
            finding,
            "missing in Japanese",
            lambda: {**features, "deviates": deviation(self._absent[term.en], self._kept[term.en])},
            term.check,
        )
