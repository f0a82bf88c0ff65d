"""missing: a glossary's term whose approved renderings are not in the English."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termalign.checking.chance import chance_of
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.rendered import Rendered, rendered
from termalign.checking.segment import Segment
from termalign.checking.stand_in import stand_in
from termalign.model import Link, Span
from termalign.termbase import GlossaryEntry, Occurrence, english_key, english_places


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A term without its renderings, which the rest of the file decides about.

    Attributes
    ----------
    finding : Finding
        Without its chance and message.
    features : callable
        What speaks for and against it, as far as the file is known.
    """

    finding: Finding
    features: Callable[[], Mapping[str, float]]

    def __call__(self) -> Finding:
        """The finding, decided."""
        score = chance_of(self.finding.kind, self.features())
        severity = Checker.severity(score)
        return replace(self.finding, score=score, severity=severity, message=_message(self.finding))


class Missing(Checker):
    """Terms without any of their renderings.

    How sure a finding is depends on what the file says for the term elsewhere: of what the translator renders as agreed a hundred
    times, a sentence without the rendering is an error; of an everyday word that is rendered now this way, now that, it is none.
    So findings are decided when the file is over.
    """

    kind = "missing"

    def __init__(self) -> None:
        self._kept: Counter[str] = Counter()
        self._absent: Counter[str] = Counter()
        self._compounds: Counter[str] = Counter()
        self._instead: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def look(self, segment: Segment) -> Iterator[Suspicion]:
        if not segment.is_translated:
            return
        for occurrences in _by_term(segment.occurrences):
            entry = occurrences[0].entry
            if not entry.en and entry.translate:
                continue
            at = occurrences[0]
            said = rendered(entry, segment)
            if said is Rendered.AS_AGREED:
                self._kept[entry.ja] += 1
            elif said is Rendered.NOT_AT_ALL:
                self._absent[entry.ja] += 1
                if not any(english_places(form, segment.english) for form in entry.forbidden):  # `forbidden` says it
                    yield self._suspect(segment, at)

    def _suspect(self, segment: Segment, at: Occurrence) -> Suspicion:
        """A finding that waits for the counts of the whole file."""
        link = segment.link_of(at.span)
        instead = stand_in(segment, at.span, link)
        compound = segment.compound_of(at.span)
        self._compounds[compound] += 1
        key = english_key(instead.text) if instead else ""
        if instead:
            self._instead[at.entry.ja][key] += 1
        finding = self.finding(
            segment,
            0.5,
            "",
            ja=Span.of(segment.ja, at.start, at.end),
            en=instead,
            expected=_expected(at.entry),
            term=at.entry.ja,
        )
        features = _features(link, at, segment)
        term = at.entry.ja
        return Suspicion(finding, lambda: {**features, **self._record(term, compound, key)})

    def _record(self, term: str, compound: str, key: str) -> dict[str, float]:
        """What the rest of the file says of the term, and of the compound that it stands in."""
        return {
            "deviates": math.log((self._absent[term] - 0.5) / (self._kept[term] + 1.5)),
            "compound again": float(compound != term and self._compounds[compound] > 1),
            "instead again": math.log(self._instead[term][key]) if key else 0.0,
        }


def _features(link: Link | None, at: Occurrence, segment: Segment) -> dict[str, float]:
    """What the segment says of a term without its renderings: how it stands, and how many others are without theirs."""
    absent = sum(1 for each in _by_term(segment.occurrences) if rendered(each[0].entry, segment) is Rendered.NOT_AT_ALL)
    compound = segment.in_compound(at.span)
    return {
        segment.manner_of(at.span): 1.0,
        "compound": float(compound),
        "absent too": math.log(absent),
        "unlinked": float(link is None),
        "compound unlinked": float(compound and link is None),
    }


def _by_term(occurrences: Sequence[Occurrence]) -> Iterator[list[Occurrence]]:
    """The occurrences of each entry."""
    found: dict[GlossaryEntry, list[Occurrence]] = {}
    for occurrence in occurrences:
        found.setdefault(occurrence.entry, []).append(occurrence)
    yield from found.values()


def _expected(entry: GlossaryEntry) -> Sequence[str]:
    return entry.en or (entry.ja,)


def _message(finding: Finding) -> str:
    expected = " or ".join(f"“{form}”" for form in finding.expected[:3])
    if finding.en is None:
        return f"{finding.term} is not translated as in the glossary. Use {expected}."
    return f"{finding.term} seems to be translated as “{finding.en.text}”. Use {expected}, as in the glossary."
