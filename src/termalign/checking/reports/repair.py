"""Instructions for correcting findings, for a person or a language model."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from termalign.arguments import instance_of
from termalign.checking.finding import Finding
from termalign.checking.kinds.registry import KINDS


def repair(finding: Finding) -> str:
    """Return a sentence that says how to correct a finding.

    Parameters
    ----------
    finding : Finding
        The finding to correct.

    Returns
    -------
    str
        An instruction that is clear without the rest of the report.

    Examples
    --------
    >>> from termalign import check
    >>> (finding,) = check([("再起動は3回まで。", "Restart up to five times.")])
    >>> repair(finding)
    'Correct “five times”: the Japanese has “3回”.'
    """
    instance_of(finding, Finding, "finding")
    kind = KINDS.get(finding.kind)
    return kind.instruct(finding) if kind else finding.message


def prompt(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the lines of a block of text for each unit, with both texts and an instruction for each finding.

    Give a block to a language model, and ask it for the corrected translation and nothing else.
    """
    for _, group in groupby(findings, key=lambda finding: (finding.file, finding.number)):
        unit = list(group)
        direction = unit[0].direction
        original, translation = direction.ordered(*unit[0].texts)
        yield f"Unit {unit[0].unit}"
        yield f"{direction.original}: {original}"
        yield f"Translation: {translation}"
        yield "Correct the translation, and change nothing else:"
        yield from (f"- {repair(finding)}" for finding in unit)
        yield ""
