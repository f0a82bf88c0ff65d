"""Instructions for correcting findings, for a person or a language model."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from unicodedata import normalize

from termalign.arguments import instance_of
from termalign.checking.finding import Finding


def repair(finding: Finding) -> str:
    """Return a sentence that says how to correct a finding.

    Parameters
    ----------
    finding : Finding
        The finding to correct.

    Returns
    -------
    str
        An instruction that can be understood without the rest of the report.

    Examples
    --------
    >>> from termalign import check
    >>> (finding,) = check([("再起動は3回まで。", "Restart up to five times.")])
    >>> repair(finding)
    'Correct “five times”: the Japanese has “3回”.'
    """
    instance_of(finding, Finding, "finding")
    return _INSTRUCTIONS.get(finding.kind, _as_found)(finding)


def prompt(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the lines of a block of text for each unit: both texts, then an instruction for each finding.

    Give a block to a language model with the request to return the corrected translation and nothing else.
    """
    for _, group in groupby(findings, key=lambda finding: (finding.file, finding.number)):
        unit = list(group)
        ja, en = unit[0].texts
        yield f"Unit {unit[0].unit}"
        yield f"Japanese: {ja}"
        yield f"Translation: {en}"
        yield "Correct the translation, and change nothing else:"
        yield from (f"- {repair(finding)}" for finding in unit)
        yield ""


def _missing(finding: Finding) -> str:
    expected = _alternatives(finding.expected)
    instead = f"; replace “{finding.found}” if that is its translation" if finding.found else ""
    return f"Translate {finding.term} as {expected}{instead}."


def _forbidden(finding: Finding) -> str:
    expected = f"use {_alternatives(finding.expected)}" if finding.expected else "say it otherwise"
    return f"Do not use “{finding.found}” for {finding.term}: {expected}."


def _figure(finding: Finding) -> str:
    if finding.ja is None:
        return f"Take out “{finding.found}”: the Japanese does not have it."
    if finding.en is None:
        return f"Translate “{finding.ja.text}”: the translation leaves it out."
    if not finding.expected:
        return f"Correct “{finding.found}”: {finding.message}"
    value = "" if _first(finding) in normalize("NFKC", finding.ja.text) else f" ({_first(finding)})"
    return f"Correct “{finding.found}”: the Japanese has “{finding.ja.text}”{value}."


def _name(finding: Finding) -> str:
    said = f" where the translation says “{finding.found}”" if finding.found else ""
    return f"Name {_first(finding) or (finding.ja.text if finding.ja else '')}{said}."


def _untranslated(finding: Finding) -> str:
    if not finding.found:
        return "Translate the Japanese: there is no translation."
    return f"Translate “{finding.found}”: it is left as it is in the Japanese."


def _as_found(finding: Finding) -> str:
    return finding.message


def _first(finding: Finding) -> str:
    return finding.expected[0] if finding.expected else ""


def _alternatives(forms: Iterable[str]) -> str:
    return " or ".join(f"“{form}”" for form in forms)


_INSTRUCTIONS = {
    "missing": _missing,
    "forbidden": _forbidden,
    "number": _figure,
    "date": _figure,
    "name": _name,
    "acronym": _name,
    "untranslated": _untranslated,
}
