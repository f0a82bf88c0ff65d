"""Decisions about findings: suppressions, each with a reason, and baselines of known findings."""

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from termalign.arguments import instance_of, instances_of
from termalign.checking.finding import Finding
from termalign.checking.kinds.registry import KINDS
from termalign.formats.characters import plain
from termalign.formats.errors import FormatError
from termalign.formats.opening import text_lines
from termalign.formats.writing import created


@dataclass(frozen=True, slots=True)
class Suppressions:
    """Findings to ignore, each with a reason.

    Attributes
    ----------
    reasons : mapping of str to str
        Reasons by the id of a finding, or by ``KIND:TERM`` for all findings of a kind about a term. TERM is the glossary term
        or, for findings without one, the marked Japanese or English.

    Examples
    --------
    >>> from termalign import check
    >>> (finding,) = check([("3回", "five times")])
    >>> Suppressions({finding.id: "the author's correction"}).reason(finding)
    "the author's correction"
    >>> Suppressions({"number:five times": "an old text"}).reason(finding)
    'an old text'
    """

    reasons: dict[str, str]

    def __post_init__(self) -> None:
        instance_of(self.reasons, Mapping, "reasons")

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> "Suppressions":
        """Read a file of suppressions.

        Each line has an id or ``KIND:TERM``, a tab, and a reason. Lines that begin with ``#`` are ignored.

        Raises
        ------
        FormatError
            At the first line without a reason or with an unknown kind.
        OSError
            If the file cannot be read.
        """
        reasons: dict[str, str] = {}
        for number, line in text_lines(path):
            if line.strip() and not line.startswith("#"):
                what, _, reason = (part.strip() for part in line.partition("\t"))
                if not reason:
                    raise FormatError(os.fspath(path), number, "expected an id or KIND:TERM, a tab, and the reason")
                kind, colon, _ = what.partition(":")
                if colon and kind not in KINDS:
                    raise FormatError(
                        os.fspath(path), number, f"unknown kind {kind!r}: the kinds are {', '.join(KINDS)}"
                    )
                reasons[what] = reason
        return cls(reasons)

    def reason(self, finding: Finding) -> str | None:
        """Return the reason for ignoring a finding, or None if it is not suppressed."""
        instance_of(finding, Finding, "finding")
        return next((self.reasons[key] for key in _keys(finding) if key in self.reasons), None)

    def unused(self, suppressed: Iterable[Finding]) -> list[str]:
        """Return the ids and ``KIND:TERM`` that apply to none of the findings, in the order of `reasons`.

        Examples
        --------
        >>> from termalign import check
        >>> Suppressions({"number:": "agreed", "date:": "agreed"}).unused(check([("3回", "five times")]))
        ['date:']
        """
        used = {key for finding in instances_of(suppressed, Finding, "suppressed") for key in _keys(finding)}
        return [key for key in self.reasons if key not in used]


def _keys(finding: Finding) -> list[str]:
    """Return what a suppression of a finding may be: its id, or its kind with its term or, without one, with its words."""
    spans = [span.text.strip() for span in (finding.ja, finding.en) if span is not None]
    words = [finding.term] if finding.term else ["", *spans, finding.found.strip()]
    return [finding.id, *[f"{finding.kind}:{word}" for word in words]]


def read_baseline(path: str | os.PathLike[str]) -> frozenset[str]:
    """Read the finding ids of a baseline, which come before the first tab of each line.

    Raises
    ------
    OSError
        If the file cannot be read.
    """
    return frozenset(
        line.partition("\t")[0].strip() for _, line in text_lines(path) if line.strip() and not line.startswith("#")
    )


def write_baseline(path: str | os.PathLike[str], findings: Iterable[Finding]) -> int:
    """Write a baseline with the id and a description of each finding, and return the number of findings.

    An older file is replaced only when the new one is complete.

    Raises
    ------
    OSError
        If the file cannot be written.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> from termalign import check
    >>> path = mkdtemp() + "/baseline.tsv"
    >>> found = list(check([("3回", "five times")]))
    >>> write_baseline(path, found), list(unknown(found, read_baseline(path)))
    (1, [])
    """
    count = 0
    with created(path) as file:
        file.write("# Findings that are known: id, kind, unit, message. Made by `termalign check --write-baseline`.\n")
        for finding in instances_of(findings, Finding, "findings"):
            cells = (finding.id, finding.kind, finding.unit, finding.message)
            file.write("\t".join(plain(" ".join(cell.split())) for cell in cells) + "\n")
            count += 1
    return count


def unknown(findings: Iterable[Finding], baseline: frozenset[str]) -> Iterator[Finding]:
    """Yield the findings that are not in a baseline."""
    instance_of(baseline, Set, "baseline")
    return (finding for finding in instances_of(findings, Finding, "findings") if finding.id not in baseline)
