"""Findings as rows of a table, for workbooks and for sorting and filtering."""

from termalign.arguments import instance_of
from termalign.checking.finding import Finding

#: The columns of a row, in order.
COLUMNS = (
    "File", "Unit", "Kind", "Severity", "Chance", "Message", "Term", "Expected", "Found", "Japanese", "English", "ID",
)  # fmt: skip


def row(finding: Finding) -> tuple[str, ...]:
    """Return a finding as the cells of a row."""
    instance_of(finding, Finding, "finding")
    return (
        finding.file,
        finding.unit,
        finding.kind,
        finding.severity,
        f"{finding.score:.2f}",
        finding.message,
        finding.term,
        " | ".join(finding.expected),
        finding.found,
        *finding.texts,
        finding.id,
    )
