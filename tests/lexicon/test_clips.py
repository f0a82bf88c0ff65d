"""Which full form an abbreviation has, by what an entry says of it."""

import csv
from pathlib import Path

import pytest

from termalign.lexicon.clips import clip_sources
from termalign.lexicon.records import Sense

CASES = Path(__file__).parents[1] / "cases" / "lexicon_clips.tsv"
HEADWORDS = {"国際連合", "アート・ディレクター", "平家琵琶", "厄年", "スクール水着", "ソビエト連邦", "冷酒"}

Row = dict[str, str]


def rows() -> list[object]:
    with CASES.open(encoding="utf-8", newline="") as table:
        return [
            pytest.param(
                row,
                id=f"{row['label']}: {row['forms']}",
                marks=[pytest.mark.xfail(reason=row["xfail"], strict=True)] if row["xfail"] else [],
            )
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def sources_of(row: Row, notes: tuple[str, ...]) -> tuple[str, ...]:
    sense = Sense(
        glosses=["x"],
        notes=notes,
        info=tuple(filter(None, [row["info"]])),
        xrefs=tuple(filter(None, [row["xref"]])),
    )
    return clip_sources(filter(None, [row["forms"], row["reading"]]), [sense], HEADWORDS)


@pytest.mark.parametrize("row", rows())
def test_full_form(row: Row) -> None:
    assert sources_of(row, ("abbr",)) == tuple(filter(None, row["full"].split(";")))


def test_only_what_is_marked_as_an_abbreviation() -> None:
    with CASES.open(encoding="utf-8", newline="") as table:
        unmarked = [sources_of(row, ("col",)) for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)]
    assert len(unmarked) > 60
    assert not any(unmarked)
