"""The pages name every kind of evidence and every kind of link."""

import re
from pathlib import Path

import pytest

from termalign.kinds.kind import Kind
from termalign.kinds.registry import REGISTRY
from termalign.model import KINDS

DOCS = Path(__file__).parents[2] / "docs"
INDEX = DOCS / "evidence" / "index.md"


def table(page: Path) -> list[tuple[list[str], str]]:
    """The rows of the first table of kinds on a page: the kinds of links, and the last cell."""
    rows = re.findall(r"^\| (`.*?) \|.*?\|([^|]*)\|$", page.read_text(encoding="utf-8"), re.M)
    return [
        (re.findall(r"`(\w+)`", kinds), last) for kinds, last in rows if set(re.findall(r"`(\w+)`", kinds)) <= {*KINDS}
    ]


@pytest.mark.parametrize("page", [INDEX, DOCS / "how-it-works.md"], ids=lambda page: page.name)
def test_every_kind_of_link_has_a_row(page: Path) -> None:
    assert {kind for kinds, _ in table(page) for kind in kinds} == set(KINDS)


def test_every_row_leads_to_a_page() -> None:
    linked = {target for _, last in table(INDEX) for target in re.findall(r"\]\((\w+\.md)\)", last)}
    assert linked == {page.name for page in INDEX.parent.iterdir()} - {INDEX.name}


@pytest.mark.parametrize("kind", REGISTRY, ids=lambda kind: kind.name)
def test_every_kind_of_evidence_is_explained(kind: Kind) -> None:
    pages = [page.read_text(encoding="utf-8") for page in INDEX.parent.glob("*.md") if page != INDEX]
    assert any(re.search(f"`{kind.name}[` ]", page) for page in pages), (
        f"no page has `{kind.name}` or one of its features"
    )


def test_the_kinds_that_guess_are_listed() -> None:
    listed = re.search(r"These kinds of evidence guess: (.*?)\. ", INDEX.read_text(encoding="utf-8"), re.DOTALL)
    assert listed is not None
    assert sorted(re.findall(r"`([\w ]+)`", listed[1])) == sorted(kind.name for kind in REGISTRY if kind.guess)
