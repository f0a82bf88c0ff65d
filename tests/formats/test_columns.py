"""Tables as people have them: which columns are the texts, which name the pairs, and which row is a header."""

import io
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Glossary
from termalign.formats import FormatError
from termalign.formats.pairs import read_units


class Case(NamedTuple):
    """A table in TSV, with the name, the Japanese and the English of each pair that is read."""

    label: str
    header: str
    rows: str
    pairs: str | None = None  # by default, the rows are the names and the pairs


_ERRORS = (
    "E-01\t過電流保護が作動しました\tOvercurrent protection has tripped\nE-02\t過電圧\tOvervoltage\nE-10\t断線\tALARM"
)
_PARTS = "オイルフィルター\tOil filter\nガスケット 12×20\tGasket 12×20"
_UNNAMED = "\n".join("\t" + line for line in _PARTS.splitlines())
CASES = [
    Case("codes without a header", "", _ERRORS),
    Case("codes before the texts", "コード\t内容\tDescription", _ERRORS),
    Case("the English is named", "コード\t表示内容\t英文", _ERRORS),
    Case("languages in brackets", "コード\t内容（日）\t内容（英）", _ERRORS),
    Case(
        "addresses of pages",
        "",
        "https://example.org/ja\t日銀は利上げした。\tThe BOJ raised rates.\nhttps://example.org/ja/1\t雨だ。\tIt rains.",
    ),
    Case(
        "addresses in both languages",
        "",
        "www.example.org/ja\twww.example.org/en\t日銀は利上げした。\tThe BOJ raised rates.\n"
        "www.example.org/ja/1\twww.example.org/en/1\t雨だ。\tIt rains.",
        "www.example.org/ja\t日銀は利上げした。\tThe BOJ raised rates.\nwww.example.org/ja/1\t雨だ。\tIt rains.",
    ),
    Case("English names", "Error code\tメッセージ\tMessage", _ERRORS),
    Case("unknown names above codes", "記号\t表示\tDisplay", _ERRORS),
    Case("codes of letters below their name", "コード\t内容\tDescription", "OC\t過電流\tOvercurrent\nOV\t過電圧\tOvervoltage"),
    Case("a table of one row", "Error code\tメッセージ\tMessage", "OC\t過電流\tOvercurrent"),
    Case(
        "some rows have no code",
        "",
        "E-1\t過電圧\tOvervoltage\nE-2\t断線\tOpen\nE-3\t短絡\tShort\nE-4\t過熱\tHot\nALL\t停止\tStop",
    ),
    Case(
        "a parts list",
        "No.\t品番\t部品名称\t英文名称\t数量",
        "1\t90915-YZZD3\tオイルフィルター\tOil filter\t1\n2\t90430-12031\tガスケット\tGasket\t2",
        "90915-YZZD3\tオイルフィルター\tOil filter\n90430-12031\tガスケット\tGasket",
    ),
    Case("品名 and Part name", "品名\tPart name", _PARTS, _UNNAMED),
    Case("部品名 and Description", "部品名\tDescription", _PARTS, _UNNAMED),
    Case("名称 and Name", "名称\tName", _PARTS, _UNNAMED),
    Case("one name in two languages", "PT（日本語）\tPT（英語）\tSOC", "頭痛\tHeadache\tNervous system", "\t頭痛\tHeadache"),
    Case("a Latin word with /J", "MedDRA/J LLT\tMedDRA LLT\tコード", "頭痛\tHeadache\t10019211", "10019211\t頭痛\tHeadache"),
    Case("names set apart by spaces", "番　号\t用　語\t英　訳", "7\t頭痛\tHeadache", "7\t頭痛\tHeadache"),
    Case("the language behind a mark", "title_en\ttitle_ja", "Headache\t頭痛", "\t頭痛\tHeadache"),
    # Not codes, or not headers.
    Case(
        "English with figures",
        "",
        "1日目\tDay 1\n2週目\tWeek 2\n3回目\tVisit 3",
        "\t1日目\tDay 1\n\t2週目\tWeek 2\n\t3回目\tVisit 3",
    ),
    Case("codes are the only English", "", "コロナ\tCOVID-19\n北斗\tH2", "\tコロナ\tCOVID-19\n\t北斗\tH2"),
    Case("the same codes in both texts", "", "M8\tM8\nボルト\tbolt\nM10\tM10", "\tM8\tM8\n\tボルト\tbolt\n\tM10\tM10"),
    Case(
        "words of headers as texts",
        "",
        "備考\tnote\n番号\tnumber\n品番\tpart number",
        "\t備考\tnote\n\t番号\tnumber\n\t品番\tpart number",
    ),
    Case("説明 and Description are a pair", "", "説明\tDescription\n設定\tSettings", "\t説明\tDescription\n\t設定\tSettings"),
    Case(
        "names that differ by more than the language",
        "",
        "備考（日）\tnote (en)\n灰\tash",
        "\t備考（日）\tnote (en)\n\t灰\tash",
    ),
    Case("a note beside figures", "", "灰\tash\tsee below\n火\tfire\t12", "\t灰\tash\n\t火\tfire"),
    Case(
        "the same code in several rows",
        "",
        "E-1\t過電圧\tOvervoltage\nE-1\t断線\tOpen",
        "\t過電圧\tOvervoltage\n\t断線\tOpen",
    ),
]  # fmt: skip


@pytest.mark.parametrize("delimiter", ["\t", ","], ids=["tsv", "csv"])
@pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
def test_columns_of_a_bitext(case: Case, delimiter: str) -> None:
    table = "\n".join(filter(None, [case.header, case.rows])).replace("\t", delimiter)
    units = list(read_units(io.BytesIO(table.encode()), "tsv" if delimiter == "\t" else "csv"))
    assert [f"{unit.id}\t{unit.ja}\t{unit.en}" for unit in units] == (case.pairs or case.rows).splitlines()


@pytest.mark.parametrize("case", [case for case in CASES if case.header], ids=lambda case: case.label)
def test_columns_of_a_glossary(case: Case) -> None:
    read = Glossary.read(io.BytesIO(f"{case.header}\n{case.rows}\n".encode()), "tsv")
    pairs = [line.split("\t")[1:] for line in (case.pairs or case.rows).splitlines()]
    assert [[entry.ja, *entry.en] for entry in read] == pairs


@pytest.mark.parametrize(
    "rows",
    [
        "E-1\t過電圧\nE-2\t断線\nE-3\t短絡\n",
        "コード\t内容\nE-1\t過電圧\nE-2\t断線\nE-3\t短絡\n",
        "1\t過電圧\n2\t断線\n3\t短絡\n",
    ],
)
def test_codes_are_not_the_english_of_a_table_without_english(rows: str) -> None:
    with pytest.raises(FormatError, match="expected a column of English, found codes in"):
        list(read_units(io.BytesIO(rows.encode()), "tsv"))
    with pytest.raises(FormatError, match="expected a column of English, found codes in"):
        Glossary.read(io.BytesIO(rows.encode()), "tsv")


@pytest.mark.parametrize(
    "rows",
    ["en\tja\nE-1\t過電圧\nE-2\t断線\nE-3\t短絡\n", "E-1\t北斗\nE-2\t南斗\n", "北斗\tH1\n南斗\tH2\n西斗\tH3\n"],
    ids=["a header", "two rows", "behind the Japanese"],
)
def test_codes_that_may_be_the_english(rows: str) -> None:
    assert all(unit.en[0] in "EH" and not unit.id for unit in read_units(io.BytesIO(rows.encode()), "tsv"))
    assert all(entry.en for entry in Glossary.read(io.BytesIO(rows.encode()), "tsv"))


@given(
    st.lists(st.from_regex(r"[A-Z]{1,3}[-.]?[0-9]{1,5}", fullmatch=True), min_size=2, max_size=9, unique=True),
    st.permutations(range(3)),
)
def test_a_column_of_codes_is_no_text_wherever_it_is(codes: list[str], order: list[int]) -> None:
    japanese = [f"第{numeral}系統の異常" for numeral in "一二三四五六七八九"]
    english = [
        f"a fault of the {nth} system" for nth in "first second third fourth fifth sixth seventh eighth ninth".split()
    ]
    rows = list(zip(codes, japanese, english, strict=False))
    table = "\n".join("\t".join(row[k] for k in order) for row in rows)
    assert [unit[:2] for unit in read_units(io.BytesIO(table.encode()), "tsv")] == [row[1:] for row in rows]
