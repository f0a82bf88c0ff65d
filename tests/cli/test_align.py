"""termalign align."""

import json
import os
import re
from pathlib import Path

import pytest

from termalign import Aligner
from termalign.cli import main
from termalign.cli.outputs import width

EXAMPLES = Path(__file__).parents[2] / "examples"
JA, EN = EXAMPLES / "article.ja.txt", EXAMPLES / "article.en.txt"
TERMS = EXAMPLES / "terms.txt"
PAIR = ["--text", "桜島が噴火した。", "Sakurajima erupted."]

Output = pytest.CaptureFixture[str]


@pytest.fixture
def terms(tmp_path: Path) -> str:
    path = tmp_path / "terms.txt"
    path.write_text("# a comment\n桜島\n\n消費税\twhat follows a tab is not the term\n", encoding="utf-8")
    return str(path)


def test_two_files(capsys: Output) -> None:
    assert main(["align", "--format", "jsonl", str(JA), str(EN)]) == 0
    expected = Aligner().align(JA.read_text(encoding="utf-8"), EN.read_text(encoding="utf-8"))
    out, err = capsys.readouterr()
    assert json.loads(out) == expected.to_dict()
    assert err == ""


def test_swapped_texts_are_said_once(capsys: Output) -> None:
    texts = ["The meeting is on 2024-05-03 at 10:30.", "会議は2024-05-03の10:30に行う予定です。"]
    assert main(["align", "--text", *texts]) == 0
    assert (
        capsys.readouterr().err == "termalign: English stands where Japanese belongs: pairs are (Japanese, English)\n"
    )
    assert main(["align", "--text", *texts[::-1]]) == 0
    assert capsys.readouterr().err == ""


def test_texts_as_arguments(capsys: Output) -> None:
    assert main(["align", *PAIR]) == 0
    assert capsys.readouterr().out.split()[:3] == ["桜島", "Sakurajima", "romaji"]


def test_an_answer_that_is_not_complete_says_so(capsys: Output) -> None:
    assert main(["align", "--quiet", "--max-comparisons", "1", "--format", "jsonl", str(JA), str(EN)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["complete"] is False
    assert err == "termalign: the answer is not complete: --max-comparisons was reached\n"


def test_a_pair_that_is_not_complete_says_so(capsys: Output) -> None:
    assert main(["align", "--max-comparisons", "40", str(EXAMPLES / "memory.tmx")]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said
    assert all(
        re.fullmatch(r"termalign: pair \d+ is not complete: --max-comparisons was reached", line) for line in said
    )


@pytest.mark.parametrize("most", ["0", "-1", "1.5", "many", "１"])
def test_a_limit_that_is_none(most: str, capsys: Output) -> None:
    assert main(["align", "--max-comparisons", most, *PAIR]) == 2
    assert "expected a number of at least 1, not" in capsys.readouterr().err


def test_a_term_list(terms: str, capsys: Output) -> None:
    assert main(["align", "--terms", terms, "--text", "Sakurajima erupted. Ash from Sakurajima fell."]) == 0
    first, last = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"桜島  Sakurajima  romaji  [01]\.\d\d  ×2", first)
    assert last == "not found in the English: 消費税"


@pytest.mark.parametrize(("form", "ja"), [("tsv", "・桜島（さくらじま）"), ("text", "桜島")])
def test_a_program_gets_the_terms_as_the_list_has_them(form: str, ja: str, tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("・桜島（さくらじま）\n警察庁\n", encoding="utf-8")
    assert main(["align", "--format", form, "--terms", str(path), "--text", "Sakurajima erupted."]) == 0
    out = capsys.readouterr().out.splitlines()
    assert re.split(r"\t| {2,}", out[form == "tsv"])[:2] == [ja, "Sakurajima"]


def test_a_term_that_is_found_in_one_place_is_not_said_to_be_missing(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("警察庁\n消費税\n", encoding="utf-8")
    ja, en = "警察庁が消費税を調べた。警察庁は述べた。", "The National Police Agency looked into it."
    assert main(["align", "--terms", str(path), "--text", ja, en]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "not found in the English: 消費税"


def test_many_terms_that_were_not_found_are_counted_or_listed(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "terms.txt"
    many = [f"{kanji}会社" for kanji in "東西南北春夏秋冬上下"]
    for terms in (many, [*many, "消費税"]):
        path.write_text("\n".join(["桜島", *terms]), encoding="utf-8")
        said = []
        for option in ([], ["--unfound"], ["--explain"], ["--explain", "--unfound"]):
            assert main(["align", *option, "--terms", str(path), "--text", "Sakurajima erupted."]) == 0
            said.append(capsys.readouterr().out.partition("not found in the English: ")[2])
        assert said[1].replace("·", "").split() == terms
        assert said[0] == (said[1] if len(terms) == 10 else "11 terms (--unfound lists them)\n")
        assert said[2:] == said[:2]
    assert main(["align", "--unfound", "--format", "tsv", "--terms", str(path), "--text", "Sakurajima erupted."]) == 2


def test_a_text_in_the_place_of_a_list(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("桜島\n" + "あ" * 10_001, encoding="utf-8")
    assert main(["align", "--terms", str(path), "--text", "Sakurajima erupted."]) == 1
    assert "one of the terms has 10,001 characters: a list must have one term per line" in capsys.readouterr().err


ARTICLE = "The National Police Agency said on Monday that ash fell.\nSakurajima erupted.\n"


@pytest.mark.parametrize(
    ("ja", "en", "options", "named"),
    [
        ("桜島\n警察庁\n\n火山灰\n", ARTICLE, [], True),
        ("# 火山\n桜島（さくらじま）\n警察庁\n火山灰\n", ARTICLE, [], True),
        ("桜島\n警察庁\n火山灰\n", "Sakurajima\nPolice Agency\nash\n", [], False),  # a list and its translation
        ("桜島\n警察庁\n火山灰\n", ARTICLE, ["--situation", "terms"], False),
        ("桜島\n", ARTICLE, [], False),
        ("桜島が噴火した。\n警察庁は\n灰が降ったと\n月曜日に発表した。\n", ARTICLE, [], False),
    ],
)
def test_a_list_in_the_place_of_a_text_is_named(
    ja: str, en: str, options: list[str], named: bool, tmp_path: Path, capsys: Output
) -> None:
    for name, text in (("a.txt", ja), ("b.txt", en)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    main(["align", *options, str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    said = f"termalign: {tmp_path / 'a.txt'} looks like a list of terms"
    assert capsys.readouterr().err.startswith(said) == named


def test_the_listed_terms_of_a_pair(terms: str, capsys: Output) -> None:
    assert main(["align", "--terms", terms, "--format", "tsv", *PAIR]) == 0
    _, *links = capsys.readouterr().out.splitlines()
    assert [link.split("\t")[:2] for link in links] == [["桜島", "Sakurajima"]]


def test_the_listed_terms_of_a_bitext(terms: str, tmp_path: Path, capsys: Output) -> None:
    bitext = tmp_path / "pairs.tsv"
    bitext.write_text("ja\ten\n桜島が噴火した。\tSakurajima erupted.\n", encoding="utf-8")
    assert main(["align", "--terms", terms, "--format", "tsv", str(bitext)]) == 0
    assert [row.split("\t")[:3] for row in capsys.readouterr().out.splitlines()[1:]] == [["1", "桜島", "Sakurajima"]]


def test_texts_on_both_sides_of_an_option(terms: str, capsys: Output) -> None:
    assert main(["align", "--text", "桜島が噴火した。", "--terms", terms, "Sakurajima erupted."]) == 0
    assert capsys.readouterr().out.startswith("桜島  Sakurajima")


@pytest.mark.parametrize(
    "arguments", [["--text", "--", "-桜島", "-Sakurajima"], ["--text", "桜島", "--format", "text", "--", "-Sakurajima"]]
)
def test_texts_that_begin_with_a_dash(arguments: list[str], capsys: Output) -> None:
    assert main(["align", *arguments]) == 0
    assert capsys.readouterr().out.startswith("桜島  Sakurajima  romaji")


def test_a_term_beside_a_text_that_speaks_of_it(capsys: Output) -> None:
    assert (
        main(["align", "--text", "匿名・流動型犯罪グループ", "The Tokuryu are anonymous and fluid crime groups."]) == 0
    )
    lines = capsys.readouterr().out.splitlines()
    assert any("fluid crime groups" in line for line in lines)
    assert any(line.split()[-3:-1] == ["Tokuryu", "clip"] for line in lines)


@pytest.mark.parametrize(("situation", "mentions"), [("translation", 1), ("terms", 2), ("both", 2)])
def test_how_a_pair_is_read_can_be_said(situation: str, mentions: int, capsys: Output) -> None:
    texts = ["桜島が噴火した。", "Sakurajima erupted. Ash fell on Sakurajima."]
    assert main(["align", "--situation", situation, "--format", "tsv", "--text", *texts]) == 0
    _, *links = capsys.readouterr().out.splitlines()
    assert [link.split("\t")[:2] for link in links].count(["桜島", "Sakurajima"]) == mentions


@pytest.mark.parametrize("arguments", [["--mixed", "桜島 Sakurajima"], ["--terms", "-", "Sakurajima"]])
def test_one_text_is_in_no_situation(arguments: list[str], capsys: Output) -> None:
    assert main(["align", "--situation", "terms", "--text", *arguments]) == 2
    assert "--situation applies only to a Japanese text with an English text" in capsys.readouterr().err


def test_mixed_text(capsys: Output) -> None:
    assert main(["align", "--mixed", "--format", "tsv", str(EN)]) == 0
    _, *links = capsys.readouterr().out.splitlines()
    assert ["匿名・流動型犯罪グループ", "Tokuryu"] in [link.split("\t")[:2] for link in links]


def test_tsv_offsets_are_those_of_the_files(capsys: Output) -> None:
    assert main(["align", "--format", "tsv", str(JA), str(EN)]) == 0
    header, *links = capsys.readouterr().out.splitlines()
    assert header.split("\t") == ["ja", "en", "kind", "score", "ja_start", "ja_end", "en_start", "en_end"]
    ja, en = JA.read_bytes().decode(), EN.read_bytes().decode()
    for link in links:
        ja_text, en_text, _, score, *offsets = link.split("\t")
        a, b, i, j = map(int, offsets)
        assert (ja[a:b], en[i:j]) == (ja_text, en_text)
        assert 0 < float(score) <= 1


def test_tsv_escapes_what_would_break_a_line(capsys: Output) -> None:
    assert main(["align", "--format", "tsv", "--text", "鹿児島空港", "Kagoshima\nAirport was closed."]) == 0
    _, link = capsys.readouterr().out.splitlines()
    assert link.split("\t")[1] == r"Kagoshima\nAirport"


def test_text_columns_line_up_in_a_terminal(capsys: Output) -> None:
    assert main(["align", "--terms", str(TERMS), str(EN)]) == 0
    out = capsys.readouterr().out
    starts = [re.search(f"^.*?(?={name})", out, re.M) for name in ("Kenji Morinaga", "Itoshima City", "Yufuin")]
    assert len({width(start[0]) for start in starts if start}) == 1
    assert all(starts)


def test_control_characters_do_not_reach_the_terminal(capsys: Output) -> None:
    main(["align", "--text", "\x1b[31m桜島", "Sakurajima\x1b[2J"])
    assert "\x1b" not in capsys.readouterr().out


def test_an_explanation(capsys: Output) -> None:
    assert main(["align", "--explain", *PAIR]) == 0
    assert capsys.readouterr().out.strip() == Aligner().align(*PAIR[1:]).explain()


@pytest.mark.parametrize("suffix", [".tsv", ".csv"])
def test_a_glossary(suffix: str, tmp_path: Path, capsys: Output) -> None:
    glossary = tmp_path / f"glossary{suffix}"
    glossary.write_text("匿流{}Shadow Net\n".format("\t" if suffix == ".tsv" else ","), encoding="utf-8")
    assert main(["align", "--glossary", str(glossary), "--text", "匿流を追う。", "Police pursue the Shadow Net."]) == 0
    assert capsys.readouterr().out.split()[:4] == ["匿流", "Shadow", "Net", "glossary"]


SEVERAL = [
    ("two terms", "匿流\tShadow Net\n", "闇バイト\tdark gig\n", {("匿流", "Shadow Net"), ("闇バイト", "dark gig")}),
    ("one term", "匿流\tShadow Net\n", "匿流\tdark gig\n", {("匿流", "Shadow Net"), ("匿流", "dark gig")}),
    (
        "one term in two widths",
        "ＤＸ部\tShadow Net\n",
        "DX部\tdark gig\n",
        {("DX部", "Shadow Net"), ("DX部", "dark gig")},
    ),
]


@pytest.mark.parametrize(("label", "first", "second", "expected"), SEVERAL, ids=[case[0] for case in SEVERAL])
def test_several_glossaries(
    label: str, first: str, second: str, expected: set[tuple[str, str]], tmp_path: Path, capsys: Output
) -> None:
    """None replaces another: what each says of a term is known."""
    options = []
    for name, content in (("a.tsv", first), ("b.tsv", second)):
        (tmp_path / name).write_text(content, encoding="utf-8")
        options += ["--glossary", str(tmp_path / name)]
    (tmp_path / "terms.txt").write_text("匿流\n闇バイト\nDX部\n", encoding="utf-8")
    terms = ["--terms", str(tmp_path / "terms.txt"), "--format", "jsonl", "--text", "The Shadow Net took a dark gig."]
    assert main(["align", *options, *terms]) == 0
    found = [link for link in json.loads(capsys.readouterr().out)["links"] if link["kind"] == "glossary"]
    assert {(link["ja"]["text"], link["en"]["text"]) for link in found} == expected


def test_min_score_and_kinds(capsys: Output) -> None:
    assert main(["align", "--min-score", "1", *PAIR]) == 1
    assert main(["align", "--kinds", "gloss,name", *PAIR]) in (0, 1)
    assert "romaji" not in capsys.readouterr().out


def test_nothing_found_is_exit_code_1(capsys: Output) -> None:
    assert main(["align", "--text", "消費税", "A bear."]) == 1
    out, err = capsys.readouterr()
    assert out == "not found in the English: 消費税\n"
    assert err == "termalign: no link found\n"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--text", "A bear.", "熊がいた。"], "; there is no Japanese in the first text: JA comes before EN"),
        (
            ["--mixed", "--text", "A bear."],
            "; there is no Japanese in the text: give the terms to find with --terms FILE",
        ),
        (["--terms", str(EXAMPLES.parent / "LICENSE"), "--text", "A bear."], "; there is no Japanese in the terms"),
        (["--terms", os.devnull, "--text", "A bear."], f"; {os.devnull} has no terms"),
        (["--text", "熊がいた。", str(EN)], f"; with --text, {EN} is read as a text, not as a file"),
        (["--text", "消費税", "A bear."], ""),
        (["--explain", "--text", "消費税", "A bear."], "; termalign trace shows the candidates that were rejected"),
        (["--text", "", "A bear."], ""),
        (["--mixed", "--text", ""], ""),
    ],
)
def test_where_nothing_is_found_a_likely_mistake_is_named(arguments: list[str], hint: str, capsys: Output) -> None:
    assert main(["align", *arguments]) == 1
    assert capsys.readouterr().err == f"termalign: no link found{hint}\n"
    assert main(["align", "--quiet", *arguments]) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("form", ["tsv", "jsonl"])
def test_nothing_found_is_still_well_formed(form: str, capsys: Output) -> None:
    assert main(["align", "--format", form, "--text", "消費税", "A bear."]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("ja\ten" if form == "tsv" else '{"ja": "消費税"')


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "expected two texts"),
        (["a"], "expected two texts"),
        (["a", "b", "c"], "expected two texts"),
        (["--mixed", "a", "b"], "expected one text"),
        (["--terms", "t"], "expected an English text"),
        (["--terms", "t", "--mixed", "a"], "exclude each other"),
        (["--explain", "--format", "tsv", "a", "b"], "--explain"),
        (["--min-score", "2", "a", "b"], "0 to 1"),
        (["--min-score", "nan", "a", "b"], "0 to 1"),
        (["--min-score", "much", "a", "b"], "0 to 1"),
        (["--kinds", "glos", "a", "b"], "unknown kind"),
        (["--kinds", "", "a", "b"], "kind"),
        (["--format", "xml", "a", "b"], "--format"),
        (["--no-such-option", "a", "b"], "--no-such-option"),
        (["a", "b", "--no-such-option"], "--no-such-option"),
        (["-", "-"], "only once"),
        (["--terms", "-", "-"], "only once"),
        (["--glossary", "-", str(JA), str(EN)], "cannot come from standard input"),
        (["--lexicon", "no-such-file", str(JA), str(EN)], "no-such-file: no such file"),
        (["no-such-file", str(EN)], "no-such-file: no such file"),
        (
            ["--terms", "警察庁", str(EN)],
            "警察庁: no such file (--terms takes a file with one term per line, or - for standard input)",
        ),
        (["--glossary", "no-such-file", str(JA), str(EN)], "no-such-file: no such file"),
        ([str(EXAMPLES), str(EN)], "is a directory"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], message: str, capsys: Output) -> None:
    assert main(["align", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert "Traceback" not in err
    assert ("usage:" in err) == err.endswith("\ntermalign align --help shows more, with examples\n")


def test_a_broken_glossary_is_exit_code_1(tmp_path: Path, capsys: Output) -> None:
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text("匿流\tTokuryu\n警察庁\n", encoding="utf-8")
    assert main(["align", "--glossary", str(glossary), "--strict", *PAIR]) == 1
    assert "line 2" in capsys.readouterr().err
    assert main(["align", "--glossary", str(glossary), *PAIR]) == 0
    assert "left out" in capsys.readouterr().err
    glossary.write_bytes(b"\xff\xfe\x00\xff")
    assert main(["align", "--glossary", str(glossary), *PAIR]) == 1


@pytest.mark.parametrize("content", [b"", b"not a lexicon"])
def test_a_broken_lexicon_is_exit_code_1(content: bytes, tmp_path: Path, capsys: Output) -> None:
    lexicon = tmp_path / "other.sqlite"
    lexicon.write_bytes(content)
    assert main(["align", "--lexicon", str(lexicon), *PAIR]) == 1
    assert str(lexicon) in capsys.readouterr().err
