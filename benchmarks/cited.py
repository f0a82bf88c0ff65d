"""The figures that pages cite, taken from the last run and the last fit (cited.tsv says which stands where)."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_CITED = Path(__file__).with_name("cited.tsv")
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"


def pages() -> list[str]:
    """List the pages that cite a figure, as paths from the root of the repository."""
    return list(dict.fromkeys(page for page, *_ in _rows()))


def renewed(page: str, text: str, figures: Mapping[str, float]) -> str:
    """Return the text of a page with its figures renewed.

    Raises
    ------
    ValueError
        If the words around a figure are not on the page, or more than once: its row in cited.tsv has to be changed.
    """
    for name, words, figure, form in _rows():
        if name == page:
            before, after = (re.sub(r"(\\ )+", r"\\s+", re.escape(part)) for part in words.split("{}"))
            text, found = re.subn(f"({before}){_NUMBER}(?={after})", rf"\g<1>{figures[figure]:{form}}", text)
            if found != 1:
                raise ValueError(f"{page} has “{words}” {found} times: change the row in {_CITED.name}")
    return text


def measured(run: Mapping[str, Any], fits: list[dict[str, Any]]) -> dict[str, float]:
    """Return every figure of a run and of the tables of held-out text, by its name in cited.tsv."""
    named = {
        f"{measure}/{name}": value
        for measure, answer in run["measures"].items()
        for name, value in answer.get("figures", {}).items()
    }
    for table in fits:
        if fit := re.search(r"`python -m benchmarks (fit-\w+)`", table["caption"]):
            for label, *cells in table["rows"]:
                named |= {
                    f"{fit[1]}/{label}/{column}": cell for column, cell in zip(table["columns"][1:], cells, strict=True)
                }
    return named


def renew(root: Path, run: Mapping[str, Any]) -> None:
    """Renew the figures on every page that cites one."""
    figures = measured(run, tables_of_fits())
    for page in pages():
        text = (root / page).read_text(encoding="utf-8")
        (root / page).write_text(renewed(page, text, figures), encoding="utf-8")


def tables_of_fits() -> list[dict[str, Any]]:
    """Return the tables of held-out text that the last fits left."""
    found: list[dict[str, Any]] = json.loads(_CITED.with_name("heldout.json").read_text(encoding="utf-8"))
    return found


def _rows() -> Iterator[list[str]]:
    """Yield the rows of cited.tsv: the page, the words around the figure, its name, its format."""
    for line in _CITED.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
