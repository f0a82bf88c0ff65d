"""Findings as table rows for workbooks."""

import re

from termalign.arguments import instance_of
from termalign.checking.finding import Finding

#: The columns of a row, in order.
COLUMNS = (
    "File", "Unit", "Kind", "Severity", "Probability", "Message", "Term", "Expected", "Found", "Japanese", "English", "ID",
    "Source",
)  # fmt: skip
#: The widths of the columns, in digits.
WIDTHS = (20, 14, 13, 10, 11, 50, 18, 24, 24, 50, 50, 18)

_NUMBER = re.compile("0|[1-9][0-9]{0,14}")  # numbers that a spreadsheet stores exactly as written


def row(finding: Finding) -> tuple[str | int | float, ...]:
    """Return a finding as the cells of a row, with the probability and a numeric unit name as numbers."""
    instance_of(finding, Finding, "finding")
    return (
        finding.file,
        int(finding.unit) if _NUMBER.fullmatch(finding.unit) else finding.unit,
        finding.kind,
        finding.severity,
        round(finding.score, 2),
        finding.message,
        finding.term,
        " | ".join(finding.expected),
        finding.found,
        *finding.texts,
        finding.id,
        finding.direction.original,
    )
