"""Titles, menus and tables whose fields are divided by spaces: each field has its own rendering, found or given."""

import pytest
from tables import Row, params, rows

from termalign import align, project

CASES = params(rows("fields.tsv"), lambda row: f"{row['label']}: {row['ja']}")


def spans_and_renderings(row: Row) -> tuple[list[tuple[int, int]], list[str]]:
    fields = [field.split(" = ") for field in row["projected"].split("; ")]
    spans = [(row["ja"].index(ja), row["ja"].index(ja) + len(ja)) for ja, _ in fields]
    return spans, [en for _, en in fields]


@pytest.mark.parametrize("row", CASES)
def test_projected(row: Row) -> None:
    spans, renderings = spans_and_renderings(row)
    found = project(align(row["ja"], row["en"]), spans)
    assert [[span.text for span in p.spans] if p else None for p in found] == [[en] for en in renderings]


@pytest.mark.parametrize("row", CASES)
def test_given(row: Row) -> None:
    spans, renderings = spans_and_renderings(row)
    assert [link.en.text for link in align(row["ja"], row["en"], terms=spans)] == renderings


@pytest.mark.parametrize(
    ("ja", "en", "joined"),
    [
        ("シャープ 加湿器 KI-PX75", "Sharp Humidifier KI-PX75", set()),
        ("アシックス プリンター EH-NA605 シルバー", "ASICS Printer EH-NA605 Silver", set()),
        ("IMF 専務理事 会見", "IMF Managing Director Press Conference", set()),
        ("最新の DNA 検査", "the latest DNA test", {"DNA 検査"}),
        ("新しい API キーを取得する。", "Obtain a new API key.", {"API キー"}),
        (
            "彼はムティアラ シス アル ジュフリ空港の管制塔にいた。",
            "He was in the control tower of Mutiara Sis Al Jufri Airport.",
            {"ムティアラ シス アル ジュフリ空港"},
        ),
        ("バティック エア 6321 便が離陸した。", "Batik Air Flight 6321 took off.", {"バティック エア"}),
        ("ドナルド トランプは演説した。", "Donald Trump gave a speech.", {"ドナルド トランプ"}),
    ],
)
def test_terms_that_contain_a_space(ja: str, en: str, joined: set[str]) -> None:
    assert {link.ja.text for link in align(ja, en) if " " in link.ja.text} == joined
