"""Translations from English into Japanese: what is found, what is said of it, and how the direction is known."""

import json
from pathlib import Path

import pytest
from bitexts import PO, XLIFF, XLIFF2, tmx, tuv
from glossaries import glossary
from hypothesis import given
from hypothesis import strategies as st
from tables import rows

from termalign import check
from termalign.checking import Finding, repair
from termalign.checking.reports import COLUMNS, page, row, sarif
from termalign.checking.reports.repair import prompt
from termalign.cli import main
from termalign.formats.languages import Language

CASES = rows("checking_from_english.tsv")
PAIR = ("5秒待ちます。", "Wait 5 minutes.")
GLOSSARY = {"ドレンプラグ": "drain plug"}


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, str]) -> None:
    found = list(check([(case["ja"], case["en"])], glossary(case["glossary"]), source="en"))
    assert [f"{finding.kind}:{finding.found}" for finding in found] == list(filter(None, case["findings"].split(";")))
    for finding in found:
        assert finding.source == "en"
        assert Finding.from_dict(json.loads(json.dumps(finding.to_dict()))) == finding
        assert repair(finding)
        assert "in the English" not in finding.message or "only" in finding.message


def test_a_third_of_the_cases_are_negative() -> None:
    assert 3 * sum(not case["findings"] for case in CASES) >= len(CASES)


@pytest.mark.parametrize(
    ("ja", "en", "from_japanese", "from_english"),
    [
        (*PAIR, "“5秒” is “5 minutes” in the English.", "“5 minutes” is “5秒” in the Japanese."),
        ("昇順にする。", "descending order", "“昇順” is “descending” in the English.", "“descending” is “昇順” in the Japanese."),
        ("ON にする。", "Set it to OFF.",
         "ON is not in the English, which has “OFF”.", "OFF is not in the Japanese, which has “ON”."),
        ("件", "{n} items", "“{n}” is not in the Japanese.", "“{n}” is not in the Japanese."),
        ("{n} 件", "items", "“{n}” is not in the English.", "“{n}” is not in the English."),
    ],
)  # fmt: skip
def test_messages_begin_with_the_original(ja: str, en: str, from_japanese: str, from_english: str) -> None:
    assert [finding.message for finding in check([(ja, en)])] == [from_japanese]
    assert [finding.message for finding in check([(ja, en)], source="en")] == [from_english]


@pytest.mark.parametrize(
    ("pair", "instruction"),
    [
        (PAIR, "Correct “5秒”: the English has “5 minutes”."),
        (("3台を送る。", "Send five units."), "Correct “3台”: the English has “five units” (5台)."),
        (("件", "{n} items"), "Put “{n}” into the translation."),
        (("{n} 件", "items"), "Take out “{n}”: the English does not have it."),
        (("Ctrl+P を押す。", "Press Ctrl+S."), "Put “Ctrl+S” into the translation in place of “Ctrl+P”."),
        (("", "Save the file."), "Translate the English: there is no translation."),
        (("Check the 蓋。", "Check the lid."), "Translate “Check the”: it is left in English."),
        (("ドレンボルトを外す。", "Remove the drain plug."),
         "Translate drain plug as “ドレンプラグ”; replace “ドレンボルト” if that is its translation."),
    ],
)  # fmt: skip
def test_instructions_correct_the_japanese(pair: tuple[str, str], instruction: str) -> None:
    (finding,) = check([pair], GLOSSARY, source="en")
    assert repair(finding) == instruction


@pytest.mark.parametrize(
    ("ja", "en", "expected"),
    [
        ("第2条による。", "According to Article 3.", "第3条"),
        ("５月８日に送った。", "It was sent on May 9.", "５月９日"),
        ("2020年に建てた。", "It was built in 2021.", "2021年"),
        ("午後3時に集合。", "Meet at 4 p.m.", "午後4時"),
        ("10時30分に始まる。", "It starts at 10:45.", "10時45分"),
        ("1,500円です。", "It is 1,600 yen.", "1,600円"),
        ("95億円の被害", "The damage was 8.5 billion yen.", "85億円"),
        ("12万人が来た。", "150,000 people came.", "15万人"),
        ("3倍になった。", "It grew fourfold.", "4倍"),
        ("1.5kgです。", "It is 1.6 kg.", "1.6kg"),
        ("令和6年5月8日に送った。", "It was sent on May 9, 2024.", ""),  # the years of eras are not converted
        ("三台を送る。", "Send five units.", ""),  # nor are digits written in kanji
        ("5秒待ちます。", "Wait 5 minutes.", ""),  # another unit
        ("3〜5日かかる。", "It takes 3 to 6 days.", ""),
    ],
)
def test_the_right_figure_is_proposed_in_japanese(ja: str, en: str, expected: str) -> None:
    (finding,) = check([(ja, en)], source="en")
    assert finding.expected == (expected,) * bool(expected)


def test_a_block_for_a_model_has_the_english_as_the_original() -> None:
    assert list(prompt(check([PAIR], source="en")))[:3] == [
        "Unit 1", "English: Wait 5 minutes.", "Translation: 5秒待ちます。",
    ]  # fmt: skip


def test_reports_name_the_original() -> None:
    from_japanese, from_english = list(check([PAIR])), list(check([PAIR], source="en"))
    assert [dict(zip(COLUMNS, row(each[0]), strict=True))["Source"] for each in (from_japanese, from_english)] == [
        "Japanese", "English",
    ]  # fmt: skip
    html = "".join(page(from_english))
    assert "Source: English" in html
    assert html.index('<p lang="en"') < html.index('<p lang="ja"')
    assert "Source: Japanese and English" in "".join(page([*from_japanese, *from_english]))
    (result,) = json.loads("".join(sarif(from_english)))["runs"][0]["results"]
    assert result["properties"]["source"] == "en"


@pytest.mark.parametrize("source", ["ja", "en"])
def test_an_id_depends_on_the_original(source: Language) -> None:
    """What changes in the translation elsewhere changes no id; what changes in the original does."""
    pair = {"ja": PAIR[0], "en": PAIR[1]}
    translation = "en" if source == "ja" else "ja"
    first, corrected, other = (
        {**pair, **change} for change in ({}, {translation: pair[translation] + " X"}, {source: pair[source] + " X"})
    )
    ids = [
        [f.id for f in check([(p["ja"], p["en"])], source=source, kinds=["number"])] for p in (first, corrected, other)
    ]
    assert ids[0] == ids[1] != ids[2]
    assert all(map(len, ids))


JA, EN = PAIR
UNIT = "<trans-unit id='1'><source>{}</source><target>{}</target></trans-unit>"
UNIT2 = "<unit id='1'><segment><source>{}</source><target>{}</target></segment></unit>"
ENTRY = 'msgid "{}"\nmsgstr "{}"\n'
MEMORY = tmx(tuv("ja", JA) + tuv("en", EN))
FILES: list[tuple[str, str, bytes, str]] = [
    ("from English", "m.xlf", XLIFF.format("en-US", "ja-JP", UNIT.format(EN, JA)).encode(), "en"),
    ("from Japanese", "m.xlf", XLIFF.format("ja", "en", UNIT.format(JA, EN)).encode(), "ja"),
    ("from English", "m2.xlf", XLIFF2.format("en", "ja", UNIT2.format(EN, JA)).encode(), "en"),
    ("into Japanese", "m.po", PO.format("ja", ENTRY.format(EN, JA)).encode(), "en"),
    ("into English", "m.po", PO.format("en", ENTRY.format(JA, EN)).encode(), "ja"),
    ("by the script", "m.po", ('msgid ""\nmsgstr ""\n\n' + ENTRY.format(EN, JA)).encode(), "en"),
    ("of the file", "m.tmx", MEMORY.replace(b"<header/>", b'<header srclang="en-US"/>'), "en"),
    ("of a unit", "m.tmx", MEMORY.replace(b"<tu>", b'<tu srclang="en">'), "en"),
    ("any", "m.tmx", MEMORY.replace(b"<header/>", b'<header srclang="*all*"/>'), "ja"),
    ("none", "m.tsv", f"en\tja\n{EN}\t{JA}\n".encode(), "ja"),
]


@pytest.mark.parametrize(("label", "name", "content", "source"), FILES)
def test_files_name_the_direction(
    label: str, name: str, content: bytes, source: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert [finding.source for finding in check(path)] == [source]
    for option, expected in (([], source), (["--source", "ja"], "ja"), (["--source", "en"], "en")):
        assert main(["check", "--format", "jsonl", *option, str(path)]) == 1
        out, err = capsys.readouterr()
        assert json.loads(out)["source"] == expected
        assert err == f"termalign: 1 error{'; source: English' * (expected == 'en')}\n"


def test_a_file_of_copies_is_not_in_another_language(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    copy = "Remove the front cover."
    path.write_bytes(tmx(tuv("ja", copy) + tuv("en", copy)).replace(b"<header/>", b'<header srclang="en"/>'))
    assert main(["check", str(path)]) == 1


def test_the_direction_of_a_table_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "m.tsv"
    path.write_text("ja\ten\nOpen the lid.\tOpen the lid.\n", encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().err.startswith("termalign: skipped")
    assert main(["check", "--source", "en", str(path)]) == 1
    assert capsys.readouterr().err == "termalign: 1 error; source: English\n"


def test_another_source_is_an_error() -> None:
    with pytest.raises(ValueError, match="source must be 'ja' or 'en', not 'de'"):
        check([PAIR], source="de")  # type: ignore[arg-type]


def test_terms_are_judged_by_the_rest_of_the_file() -> None:
    kept, lost = ("ドレンプラグを外す。", "Remove the drain plug."), ("ドレンボルトを外す。", "Remove the drain plug.")
    (sure,) = check([*[kept] * 20, lost], GLOSSARY, source="en", kinds=["missing"])
    doubtful = list(check([*[lost] * 20, kept], GLOSSARY, source="en", kinds=["missing"]))
    assert all(finding.score < sure.score for finding in doubtful)


def test_an_english_text_that_is_translated_in_two_ways() -> None:
    en = "Check the oil level every morning."
    pairs = [
        ("毎朝オイルの量を点検します。", en),
        ("毎朝オイルの量を点検してください。", en),
        ("油量の確認は朝に行う。", en),
    ]
    (finding,) = check(pairs, source="en", kinds=["inconsistent"])
    assert (finding.unit, finding.expected) == ("3", ("毎朝オイルの量を点検します。",))
    assert "of the same English" in finding.message


@given(st.text(alphabet="ab plug.drain。栓ドレンプラグ", max_size=30), st.text(alphabet="ab plugdrain.", max_size=30))
def test_spans_are_of_the_given_texts(ja: str, en: str) -> None:
    for finding in check([(ja, en)], GLOSSARY, source="en", min_score=0):
        for span, text in ((finding.ja, ja), (finding.en, en)):
            assert span is None or text[span.start : span.end] == span.text


@given(st.sampled_from([1, 2, 5]), st.booleans())
def test_agreed_terms_are_never_missing(times: int, plural: bool) -> None:
    pairs = [("ドレンプラグを外す。", f"Remove the drain plug{'s' * plural}.")] * times
    assert not list(check(pairs, GLOSSARY, source="en", min_score=0))
