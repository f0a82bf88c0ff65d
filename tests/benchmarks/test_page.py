"""The page of figures is what its run says, and nothing on it is private."""

import json
from pathlib import Path

import pytest

from benchmarks.cited import measured, pages, renewed, tables_of_fits
from benchmarks.measures import MEASURES
from benchmarks.page import beside, peers, read_run, rendered
from benchmarks.report import Table, as_markdown, as_text, rounded, shown

ROOT = Path(__file__).parents[2]


def test_the_page_is_written_from_the_run_that_is_kept() -> None:
    page = (ROOT / "docs/accuracy.md").read_text(encoding="utf-8")
    assert page == rendered(read_run(ROOT)), "python -m benchmarks page"


@pytest.mark.parametrize("page", pages())
def test_pages_cite_the_figures_of_the_run(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert text == renewed(page, text, measured(read_run(ROOT), tables_of_fits())), "python -m benchmarks page"


@pytest.mark.parametrize("text", ["No figure.", "strict F1 is 0.1 instead; strict F1 is 0.2 instead"])
def test_a_figure_that_is_not_where_the_table_says_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"“strict F1 is \{\} instead” [02] times"):
        renewed("docs/semantic.md", text, measured(read_run(ROOT), tables_of_fits()))


def test_the_page_has_every_measure() -> None:
    """A measure has a section if it was made, and is otherwise named."""
    page = (ROOT / "docs/accuracy.md").read_text(encoding="utf-8")
    (missing,) = [line for line in page.splitlines() if line.startswith("Not measured in this run: ")] or [""]
    made = {name for name, answer in read_run(ROOT)["measures"].items() if "tables" in answer}
    assert len(made) > len(MEASURES) / 2
    assert [m.title for m in MEASURES if (f"\n## {m.title}\n" in page) != (m.name in made)] == []
    assert [m.title for m in MEASURES if (f"{m.title.lower()} (" in missing) != (m.name not in made)] == []


def test_no_path_of_a_machine_is_kept() -> None:
    kept = json.dumps(read_run(ROOT)) + (ROOT / "docs/accuracy.md").read_text(encoding="utf-8")
    assert [place for place in ("/home", "/root", "/Users", "shared/data", str(ROOT)) if place in kept] == []


def test_what_others_score_stands_beside_a_figure_that_is_measured() -> None:
    run = read_run(ROOT)
    missing = [row for row in peers() if row[1] not in run["measures"][row[0]].get("figures", {})]
    assert missing == []


TABLE = Table(("what", "n", "share"), (("a|b", 1200, 0.12345), ("c", None, 12.34)), "Caption")


def test_a_table_as_text_has_numbers_to_the_right() -> None:
    assert as_text(TABLE).splitlines() == [
        "Caption",
        "what      n  share",
        "a|b   1,200  0.123",
        "c         –   12.3",
    ]


def test_a_table_as_markdown_keeps_bars_out_of_its_cells() -> None:
    assert as_markdown(TABLE).splitlines() == [
        "Caption:",
        "",
        "| what | n | share |",
        "| --- | ---: | ---: |",
        "| a\\|b | 1,200 | 0.123 |",
        "| c | – | 12.3 |",
    ]


def test_a_table_comes_back_from_json() -> None:
    assert Table.from_dict(json.loads(json.dumps(TABLE.as_dict()))) == TABLE


@pytest.mark.parametrize(
    ("cell", "text"), [(None, "–"), (float("nan"), "–"), (0.5, "0.500"), (150.4, "150"), (3, "3"), ("x", "x")]
)
def test_cells(cell: str | float | None, text: str) -> None:
    assert shown(cell) == text


def test_json_has_no_nan_and_few_digits() -> None:
    assert rounded({"a": [float("nan"), 1 / 3, 2, "x"]}) == {"a": [None, 0.3333, 2, "x"]}


def test_no_in_sample_figure_stands_in_a_table_of_others() -> None:
    """Other systems were not fitted on the data: beside them, termalign has its figure on unseen text or none."""
    run = read_run(ROOT)
    in_sample = [measure for measure in MEASURES if measure.in_sample]
    compared = [measure for measure in in_sample if "".join(beside(measure.name))]
    assert compared
    for measure in compared:
        figures = run["measures"][measure.name]["figures"]
        own = {shown(figures[figure]) for name, figure, *_ in peers() if name == measure.name}
        cells = {cell.strip() for line in beside(measure.name) for cell in line.split("|")}
        assert own & cells == set(), measure.title
