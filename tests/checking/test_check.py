"""`check` as a whole: its order, its arguments, its files, and what people decide about findings."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Aligner, Glossary, Lexicon, check
from termalign.checking import Finding, Suppressions, read_baseline, repair, unknown, write_baseline
from termalign.checking.reports import COLUMNS, page, row, sarif
from termalign.checking.reports.repair import prompt
from termalign.formats import FormatError, GlossaryEntry, write_pairs
from termalign.model import FINDING_KINDS

PAIRS = [("3台のサーバー", "five servers"), ("ユーザーを消す。", "Removes the customer."), ("設定", "")]
TERMS = {"サーバー": "server", "ユーザー": "user"}
HOSTILE = "<script>alert(1)</script>&\"' \x00\ud800\u202e"


@pytest.fixture
def findings() -> list[Finding]:
    return list(check(PAIRS, TERMS))


def test_a_dictionary_is_read_back(findings: list[Finding]) -> None:
    for finding in [*findings, *check(PAIRS, TERMS, kinds=FINDING_KINDS, min_score=0.0)]:
        assert Finding.from_dict(json.loads(json.dumps(finding.to_dict()))) == finding
        assert Finding.from_dict(finding.to_dict()).id == finding.id


@pytest.mark.parametrize(
    ("name", "value", "error", "message"),
    [
        ("kind", None, TypeError, "kind must be str, not NoneType"),
        ("message", b"", TypeError, "message is bytes: decode first"),
        ("severity", "fatal", ValueError, "severity must be 'error', 'warning' or 'note', not 'fatal'"),
        ("score", 1.5, ValueError, "score must be from 0 to 1"),
        ("number", "1", TypeError, "number must be int, not str"),
        ("expected", "3", TypeError, "expected must be a list, not str"),
        ("ja", {"start": 0, "end": 1, "text": "5"}, ValueError, "ja has the text '5'"),
        ("en", {"start": 0, "end": 1}, KeyError, "en must have 'text'"),
        ("texts", {"ja": ""}, KeyError, "texts must have 'en'"),
    ],
)
def test_what_is_no_finding_is_refused(
    name: str, value: object, error: type[Exception], message: str, findings: list[Finding]
) -> None:
    with pytest.raises(error, match=message):
        Finding.from_dict(findings[0].to_dict() | {name: value})
    without = {key: value for key, value in findings[0].to_dict().items() if key != name}
    with pytest.raises(KeyError, match=f"a finding must have '{name}'"):
        Finding.from_dict(without)


def test_scores_have_four_decimals() -> None:
    pairs = [("サーバーを追加した。", "Added a machine."), *[("サーバーの設定", "server settings")] * 3]
    found = list(check(pairs, TERMS, min_score=0.0))
    assert found
    assert all(finding.score == round(finding.score, 4) for finding in found)


def test_in_the_order_of_the_pairs(findings: list[Finding]) -> None:
    assert [(f.unit, f.kind) for f in findings] == [("1", "number"), ("2", "missing"), ("3", "untranslated")]


@pytest.mark.parametrize("glossary", [None, (), {}, Glossary()])
def test_the_glossary_of_the_aligner_is_checked(glossary: Any, findings: list[Finding]) -> None:
    for aligner in (Aligner(glossary=TERMS), Aligner(Lexicon.default().with_glossary(TERMS), min_score=0.9)):
        assert list(check(PAIRS, glossary, aligner=aligner)) == findings


def test_it_makes_no_difference_which_glossary_has_a_term() -> None:
    """Neither do links that the aligner would not return."""
    pairs = [
        *PAIRS,
        ("管理者は権限を付与します。", "The administrator grants rights."),
        ("送料は無料。", "It is free."),
    ]
    given = {**TERMS, "管理者": "administrator", "権限": "permission", "送料": "shipping fee"}
    found = list(check(pairs, given, min_score=0.0))
    assert len(found) > len(PAIRS)
    for aligner in (Aligner(glossary=given), Aligner(glossary={"権限": "permission"}, min_score=1.0)):
        assert list(check(pairs, given, min_score=0.0, aligner=aligner)) == found
    assert list(check(pairs, min_score=0.0, aligner=Aligner(glossary=given))) == found


def test_a_given_glossary_is_above_that_of_the_aligner() -> None:
    aligner = Aligner(glossary={"ユーザー": "user", "設定": "setting"})
    pairs = [("ユーザーを消す。", "Removes the customer."), ("設定を消す。", "Removes the file.")]
    found = list(check(pairs, {"ユーザー": "customer"}, aligner=aligner))
    assert [(f.unit, f.term, f.expected) for f in found] == [("2", "設定", ("setting",))]


def test_forbidden_renderings_of_the_aligners_glossary_are_reported() -> None:
    entry = GlossaryEntry("ユーザー", ("user",), forbidden=("customer",))
    (found,) = check([("ユーザーを消す。", "Removes the customer.")], aligner=Aligner(glossary=Glossary((entry,))))
    assert found.kind == "forbidden"


def test_without_a_glossary_no_term_is_checked() -> None:
    assert list(check([("ユーザーを消す。", "Removes the customer.")], None, aligner=Aligner(glossary=None))) == []


def test_a_file_is_read_as_pairs_are(tmp_path: Path, findings: list[Finding]) -> None:
    path = tmp_path / "memory.tsv"
    write_pairs(path, PAIRS)
    assert [f.id for f in check(path, TERMS)] == [f.id for f in findings]


def test_ids_outlive_changes_elsewhere(findings: list[Finding]) -> None:
    moved = list(check([("朝", "Morning."), *reversed(PAIRS)], TERMS))
    assert {f.id for f in moved} == {f.id for f in findings}
    assert len({f.id for f in findings}) == len(findings)


def test_a_chance_leaves_out_what_is_less_likely(findings: list[Finding]) -> None:
    least = max(f.score for f in findings)
    assert list(check(PAIRS, TERMS, min_score=least)) == [f for f in findings if f.score >= least]
    assert list(check(PAIRS, TERMS, min_chance=least)) == [f for f in findings if f.score >= least]


@pytest.mark.parametrize(
    ("pairs", "options", "error"),
    [
        ([], {"kinds": ["terms"]}, ValueError),
        ([], {"kinds": "number"}, TypeError),
        ([], {"min_score": 2}, ValueError),
        ([], {"glossary": 3}, TypeError),
        ([("一", 1)], {}, TypeError),
        ([("一",)], {}, TypeError),
        (["一二"], {}, TypeError),
    ],
)
def test_bad_arguments(pairs: list[object], options: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        list(check(pairs, **options))  # type: ignore[arg-type]


def test_a_third_member_is_the_name() -> None:
    assert [finding.unit for finding in check([("設定", "", "p4")])] == ["p4"]  # as for extract


def test_pairs_are_taken_one_by_one() -> None:
    def pairs() -> "object":
        yield "設定", ""
        raise AssertionError("the first finding needs the first pair only")

    assert next(check(pairs())).kind == "untranslated"  # type: ignore[arg-type]


def test_suppressed_with_a_reason(tmp_path: Path, findings: list[Finding]) -> None:
    path = tmp_path / "known.tsv"
    path.write_text(
        f"# ours\n{findings[0].id}\tas the client wants it\nmissing:ユーザー\tthe old name\n", encoding="utf-8"
    )
    rules = Suppressions.read(path)
    assert [rules.reason(f) for f in findings] == ["as the client wants it", "the old name", None]


@pytest.mark.parametrize(
    ("pair", "key"),
    [
        (("右側のボタンを押す。", "Press the button on the left."), "opposite:右側"),
        (("右側のボタンを押す。", "Press the button on the left."), "opposite:left"),
        (("HTTP接続を使う。", "Use an FTP connection."), "acronym:HTTP"),
        (("HTTP接続を使う。", "Use an FTP connection."), "acronym:FTP"),
        (("3回押す。", "Press it five times."), "number:3回"),
        (("3回押す。", "Press it five times."), "number:"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_words_of_a_finding_without_a_term(pair: tuple[str, str], key: str) -> None:
    (finding,) = check([pair])
    assert Suppressions({key: "why"}).reason(finding) == "why"
    assert Suppressions({key: "why"}).unused([finding]) == []
    kind = key.partition(":")[0]
    for other in (f"{kind}:左側", f"name:{key.partition(':')[2]}", f"{kind}:{pair[0]}"):
        assert Suppressions({other: "why"}).reason(finding) is None
        assert Suppressions({other: "why"}).unused([finding]) == [other]


def test_the_words_of_a_finding_with_a_term() -> None:
    (finding,) = check([("サーバーを止める。", "Stop the machine.")], {"サーバー": "server"})
    assert Suppressions({"missing:サーバー": "why"}).reason(finding) == "why"
    assert Suppressions({"missing:machine": "why"}).reason(finding) is None


@pytest.mark.parametrize("line", ["0123456789abcdef", "0123456789abcdef\t ", "terms:ユーザー\twhy"])
def test_suppressions_want_a_reason_and_a_kind(tmp_path: Path, line: str) -> None:
    path = tmp_path / "known.tsv"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(FormatError, match="line 1"):
        Suppressions.read(path)


def test_a_baseline_keeps_what_is_new(tmp_path: Path, findings: list[Finding]) -> None:
    path = tmp_path / "baseline.tsv"
    assert write_baseline(path, findings[:2]) == 2
    assert list(unknown(findings, read_baseline(path))) == findings[2:]


@pytest.mark.parametrize("odd", ["\0", "\ud800", "\x85", "\ufeff", "\t", "\r\n"])
def test_a_baseline_reads_what_it_wrote_whatever_the_texts_contain(tmp_path: Path, odd: str) -> None:
    findings = list(check([(f"ユーザー{odd}を3人まで登録できる。", f"Up to{odd}30{odd} users.", f"a{odd}")]))
    assert write_baseline(tmp_path / "baseline", findings) == len(findings) > 0
    assert list(unknown(findings, read_baseline(tmp_path / "baseline"))) == []


def test_sarif_is_json_with_fingerprints(findings: list[Finding]) -> None:
    log = json.loads("\n".join(sarif(findings[:2], [(findings[2], "not ours")])))
    for finding, result in zip(findings, log["runs"][0]["results"], strict=False):
        marked = [result["properties"][side] for side in ("ja", "en")]
        assert marked == [span and span.to_dict() for span in (finding.ja, finding.en)]
    results = log["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["number", "missing", "untranslated"]
    assert [result["partialFingerprints"]["termalign/v1"] for result in results] == [f.id for f in findings]
    assert [result.get("suppressions", [{}])[0].get("justification") for result in results] == [None, None, "not ours"]
    assert [result["properties"]["score"] for result in results] == [f.score for f in findings]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} >= {f.kind for f in findings}
    # GitHub requires the last two of the texts.
    assert all(rule[text]["text"] for rule in rules for text in ("shortDescription", "fullDescription", "help"))


@pytest.mark.parametrize(
    ("name", "region"), [("draft.csv", {"startLine": 3, "snippet": {"text": "5 units"}}), ("draft.xlsx", None)]
)
def test_sarif_has_a_line_only_where_the_file_has_lines(name: str, region: object, tmp_path: Path) -> None:
    write_pairs(tmp_path / name, [("灰", "ash"), ("3台", "5 units")])
    log = json.loads("".join(sarif(check(tmp_path / name, file=name))))
    (location,) = log["runs"][0]["results"][0]["locations"]
    assert location["physicalLocation"].get("region") == region
    assert location["logicalLocations"] == [{"name": "2", "kind": "unit"}]


def test_a_dictionary_of_an_older_version_has_no_line(findings: list[Finding]) -> None:
    found = findings[0].to_dict()
    del found["line"]
    assert Finding.from_dict(found) == findings[0]


def test_the_page_has_no_markup_of_a_text() -> None:
    findings = list(check([(f"3個{HOSTILE}", f"5 {HOSTILE}")], file=HOSTILE))
    html = "\n".join(page(findings, title=HOSTILE))
    assert len(findings) == 1
    assert html.count("<script>") == 1
    assert "alert(1)" in html
    assert "&lt;script&gt;" in html
    assert "<span>probability 0." in html
    html.encode()
    assert "http-equiv" in html
    assert "src=" not in html
    assert "href=" not in html


@given(st.text(max_size=30), st.text(max_size=30))
def test_every_report_takes_every_text(ja: str, en: str) -> None:
    findings = list(check([(f"3000個{ja}", f"5 {en}")], min_score=0))
    assert findings
    json.loads("\n".join(sarif(findings)))
    "\n".join(page(findings)).encode()
    assert all(len(row(finding)) == len(COLUMNS) for finding in findings)
    assert all(repair(finding) for finding in findings)


def test_repairs_are_grouped_by_unit(findings: list[Finding]) -> None:
    lines = list(prompt(findings))
    assert [line for line in lines if line.startswith("Unit")] == ["Unit 1", "Unit 2", "Unit 3"]
    assert "- Correct “five”: the Japanese has “3台”." in lines


def test_no_kinds_are_an_error() -> None:
    with pytest.raises(ValueError, match="kinds is empty: leave it out"):
        check([("3回", "five times")], kinds=[])
