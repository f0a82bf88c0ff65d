"""`check` as a type checker sees it. mypy reads this file (strictly); nothing runs it."""

from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

from termalign import Finding, Glossary, Span, check
from termalign.model import FINDING_KINDS, FindingKind


def checked(path: Path, glossary: Glossary) -> None:
    for finding in check([("雨が3回", "rain three times")], glossary, kinds=["number"], min_score=0.8):
        assert_type(finding, Finding)
        assert_type((finding.ja, finding.en), tuple[Span | None, Span | None])
        assert_type((finding.kind, finding.expected, finding.score), tuple[FindingKind, tuple[str, ...], float])
    assert_type(check(path, {"匿流": "Tokuryu"}), Iterator[Finding])
    assert_type(check([("匿流", "Tokuryu", "unit 1")], None, kinds=FINDING_KINDS), Iterator[Finding])
    assert_type(check([["匿流", "Tokuryu"]]), Iterator[Finding])
    assert_type(Finding.from_dict({}), Finding)
    check([], min_score="high")  # type: ignore[arg-type]
    check([{"ja": "雨", "en": "rain"}])  # type: ignore[list-item]
    check([("雨", None)])  # type: ignore[list-item]
    check([], 5)  # type: ignore[arg-type]
    check([], kinds=["nmber"])  # type: ignore[list-item]
