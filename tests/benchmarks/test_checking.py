"""Errors that are planted into translations, and glossaries out of a text's own terms."""

import argparse
import random
from pathlib import Path

import pytest

from benchmarks.checking import substrings
from benchmarks.checking.command import Text, planned, report, texts_in
from benchmarks.checking.planting import PLANTERS, Ground, Planted, planted
from benchmarks.checking.terms import of_text
from termalign.termbase import Glossary, GlossaryEntry

VERBS = ("開く", "閉じる", "消す", "選ぶ", "移す", "写す", "読む", "送る")
SAID = ("Opens", "Closes", "Deletes", "Selects", "Moves", "Copies", "Reads", "Sends")
PAIRS = [
    (f"Python で{noun}を{10 + k}回{verb}。", f"{said} the {en} {10 + k} times with Python since -{k + 2}.")
    for noun, en in (("ファイル", "file"), ("窓口", "counter"), ("設定", "setting"))
    for k, (verb, said) in enumerate(zip(VERBS, SAID, strict=True))
] + [
    ("1999年4月1日に-5度を測る。", "Measures -5 degrees on April 1, 1999 in the morning."),
    ("{name}を%dに変える。", "Changes {name} to %d."),
    ("Python の版を調べなければならない。", "The version of Python must be checked."),
    ("Python の版は保存されない。", "The version of Python is not saved."),
]
GLOSSARY = Glossary(
    (
        GlossaryEntry("ファイル", ("file",), forbidden=("document",)),
        GlossaryEntry("窓口", ("counter",)),
        GlossaryEntry("設定", ("setting",)),
    )
)


def test_a_text_gives_its_terms_with_what_is_said_for_them() -> None:
    found = of_text(PAIRS + [("朝", "Morning.")] * 12, most=10, least=5)
    assert {"ファイル": ["file"], "窓口": ["counter"]}.items() <= found.items()


@pytest.mark.parametrize("how", PLANTERS)
def test_every_error_changes_the_english_of_its_pair_only(how: str) -> None:
    ground = Ground(PAIRS, GLOSSARY, ["window", "lamp", "river"], random.Random(1))
    made = [error for number in range(len(PAIRS)) if (error := planted(ground, number, PLANTERS[how]))]
    assert made
    for error in made:
        assert error.en != PAIRS[error.number][1]
        assert not error.term or error.term in PAIRS[error.number][0]


def test_plain_matching_sees_what_strings_tell() -> None:
    pairs = [("ファイルを3つ", "three documents"), ("ファイルを3つ", "3 files"), ("設定", "")]
    found = {(number, kind) for number, kind, _ in substrings.alarms(pairs, GLOSSARY)}
    assert found == {(0, "missing"), (0, "forbidden"), (0, "number"), (2, "missing"), (2, "untranslated")}


def test_a_plan_has_one_error_a_pair() -> None:
    options = argparse.Namespace(seed=1, terms=10, kept=0.8, vetted=False, errors=20)
    text = planned("a", PAIRS * 2, options)
    assert 6 <= len(text.plan) <= 22
    assert sum(old != new for old, new in zip(text.pairs, text.spoilt, strict=True)) == len(text.plan)


@pytest.mark.parametrize(
    ("kind", "found", "said"),
    [("variant", "1.000", "variant 200.00"), ("missing", "0.000", "false alarms in 200 pairs: 0.00")],
)
def test_a_kind_on_request_is_looked_for_if_it_is_planted(
    kind: str, found: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = {0: ("other word", Planted(0, kind, "a word", "Stops the server now."))}
    report(
        Text("a", [("サーバを止める。", "Stops the server.")], Glossary.of({"サーバー": "server"}), plan), show=False
    )
    shown = capsys.readouterr().out
    assert f"other word        1  {found}" in shown
    assert said in shown


def test_what_is_no_bitext_is_skipped_with_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"a.md": "# Notes", "b.tmx": "<tmx", "c.tsv": "火山\tvolcano\n灰\t\n", "d.tsv": "", "e.xyz": "火山"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "f.tsv").mkdir()
    assert list(texts_in([tmp_path, tmp_path / "g.tsv"])) == [("c.tsv", [("火山", "volcano")])]
    said = capsys.readouterr().err
    assert [line.split()[1] for line in said.splitlines()] == ["a.md:", "b.tmx:", "e.xyz:", "f.tsv:", "g.tsv:"]
