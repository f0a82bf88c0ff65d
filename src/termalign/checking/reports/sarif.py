"""Findings as SARIF 2.1.0 (OASIS) for code hosts and editors: one run, with a rule for each kind."""

import json
from collections.abc import Iterable, Iterator
from string import ascii_letters, digits
from typing import Any

from termalign._version import __version__
from termalign.arguments import checked, instance_of, instances_of, two
from termalign.checking.finding import Finding
from termalign.checking.kinds.registry import KINDS
from termalign.model import Span

_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
# The texts of a rule. GitHub requires the last two, although SARIF does not.
_DESCRIPTIONS = ("shortDescription", "fullDescription", "help")


def sarif(findings: Iterable[Finding], suppressed: Iterable[tuple[Finding, str]] = ()) -> Iterator[str]:
    """Yield the lines of a SARIF log as findings are read.

    Parameters
    ----------
    findings : iterable of Finding
        The findings to report.
    suppressed : iterable of (Finding, str)
        Suppressed findings with their reasons, read after `findings`.

    Examples
    --------
    >>> import json
    >>> from termalign import check
    >>> log = json.loads("\\n".join(sarif(check([("3回", "five times")]))))
    >>> log["version"], [result["ruleId"] for result in log["runs"][0]["results"]]
    ('2.1.0', ['number'])
    """
    instance_of(suppressed, Iterable, "suppressed")
    driver = {
        "name": "termalign",
        "version": __version__,
        "rules": [
            {"id": kind.name} | {member: {"text": kind.says} for member in _DESCRIPTIONS} for kind in KINDS.values()
        ],
    }
    yield '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{'
    yield f'"tool": {{"driver": {_json(driver)}}}, "columnKind": "unicodeCodePoints", "results": ['
    before = ""
    for finding in instances_of(findings, Finding, "findings"):
        yield before + _json(_result(finding))
        before = ","
    for number, pair in enumerate(suppressed):
        finding, reason = two(number, pair, "suppressed[{}]", "(Finding, reason)")
        instance_of(finding, Finding, f"suppressed[{number}][0]")
        checked(reason, f"suppressed[{number}][1]")
        result = {**_result(finding), "suppressions": [{"kind": "external", "justification": reason}]}
        yield before + _json(result)
        before = ","
    yield "]}]}"


def _result(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {"logicalLocations": [{"name": finding.unit, "kind": "unit"}]}
    _, translation = finding.direction.ordered(*finding.texts)
    if finding.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(finding.file)}}
        if finding.line > 0:
            region = {"startLine": finding.line, "snippet": {"text": _clean(translation)}}
            location["physicalLocation"]["region"] = region
    return {
        "ruleId": finding.kind,
        "level": _LEVELS[finding.severity],
        "message": {"text": _clean(finding.message)},
        "locations": [location],
        "partialFingerprints": {"termalign/v1": finding.id},
        "rank": round(100 * finding.score, 1),
        "properties": {
            "score": finding.score,
            "unit": finding.unit,
            "term": finding.term,
            "expected": list(finding.expected),
            "found": _clean(finding.found),
            "japanese": _clean(finding.texts[0]),
            "english": _clean(finding.texts[1]),
            "ja": _marked(finding.ja),
            "en": _marked(finding.en),
            "source": finding.source,
        },
    }


def _marked(words: Span | None) -> dict[str, Any] | None:
    return None if words is None else {**words.to_dict(), "text": _clean(words.text)}


def _uri(path: str) -> str:
    """Return a relative path as a URI reference (RFC 3986)."""
    safe = f"{ascii_letters}{digits}-._~/"
    return "".join(
        char if char in safe else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogateescape"))
        for char in path
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _clean(text: str) -> str:
    """Return the text without lone surrogates, which UTF-8 cannot represent."""
    return text.encode("utf-8", "replace").decode("utf-8")
