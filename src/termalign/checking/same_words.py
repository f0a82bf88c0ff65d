"""Findings about the same words: only one of them is reported."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from termalign.checking.finding import Finding
from termalign.model import Span

#: Kinds that say nothing new about the same words as another finding of a kind in `_SHOWN`, or of ``missing``
_LESS_SPECIFIC = frozenset({"opposite", "negation"})
_SHOWN = frozenset({"forbidden", "acronym", "number", "date", "opposite", "modal"})


def once_each(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings without each ``opposite`` and ``negation`` that is about the same words as another finding.

    If the other finding has no English, it gets theirs. A ``missing`` therefore waits for the rest of its unit.
    """
    of_unit: list[Finding] = []  # the findings from the first ``missing`` of a unit on
    reported: list[Finding] = []
    for finding in findings:
        if of_unit and finding.number != of_unit[0].number:
            yield from of_unit
            of_unit = []
        if finding.kind in _LESS_SPECIFIC:
            if any(_about_the_same(finding, other) for other in reported):
                continue
            same = [k for k, other in enumerate(of_unit) if other.kind == "missing" and _about_the_same(finding, other)]
            if same:
                if of_unit[same[0]].en is None:
                    of_unit[same[0]] = replace(of_unit[same[0]], en=finding.en, found=finding.found)
                continue
        if finding.kind in _SHOWN:
            reported = [other for other in reported if other.number == finding.number] + [finding]
        if of_unit or finding.kind == "missing":
            of_unit.append(finding)
        else:
            yield finding
    yield from of_unit


def _about_the_same(one: Finding, other: Finding) -> bool:
    """Return whether two findings are about the same Japanese of a unit, and not about different English."""
    return one.number == other.number and overlap(one.ja, other.ja) and (other.en is None or overlap(one.en, other.en))


def overlap(one: Span | None, other: Span | None) -> bool:
    """Return whether there are two spans, and they have code points in common."""
    return one is not None and other is not None and one.start < other.end and other.start < one.end
