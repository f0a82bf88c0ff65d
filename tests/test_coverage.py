"""The coverage of a pair: high for translations, low for texts that do not translate each other, or only in part."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Alignment, align
from termalign.cli import main

JA = "気象庁は桜島の火口から噴煙が上がったと発表した。"
WHOLE = "The Meteorological Agency announced that smoke had risen from the crater of Sakurajima."

TRANSLATIONS = [
    ("a sentence", JA, WHOLE),
    ("a heading", "取扱説明書の改訂", "Revision of the instruction manual"),
    ("a single name", "桜島", "Sakurajima"),
    ("figures", "売上高は95億円だった。", "Sales were 9.5 billion yen."),
]
IN_PART = [
    ("the English lacks a part", JA, "The Meteorological Agency announced."),
    (
        "the Japanese lacks a part",
        "気象庁が発表した。",
        f"{WHOLE} Schools in the city stayed closed, and trains were late.",
    ),
]
OTHERS = [
    ("another sentence", JA, "Students may borrow up to ten books for two weeks."),
    ("a button", "警察庁は容疑者を逮捕した。", "Add to cart"),
    ("Japanese left as it is", JA, JA),
    ("no English", JA, ""),
    ("no Japanese", "", WHOLE),
]


@pytest.mark.parametrize(("label", "ja", "en"), TRANSLATIONS, ids=lambda value: value if value.isascii() else "")
def test_translations_are_covered(label: str, ja: str, en: str) -> None:
    assert align(ja, en).coverage > 0.6


@pytest.mark.parametrize(("label", "ja", "en"), IN_PART)
def test_texts_that_translate_each_other_in_part(label: str, ja: str, en: str) -> None:
    assert 0.1 < align(ja, en).coverage < 0.6 < align(JA, WHOLE).coverage


@pytest.mark.filterwarnings("ignore:Japanese stands where English belongs:UserWarning")
@pytest.mark.parametrize(("label", "ja", "en"), OTHERS)
def test_texts_that_do_not_translate_each_other(label: str, ja: str, en: str) -> None:
    assert align(ja, en).coverage < 0.2


@given(st.text("桜島が噴火した3台。abc ", max_size=12), st.text("Sakurajima erupted 3 the a b c. ", max_size=30))
def test_it_is_a_share_that_survives_writing(ja: str, en: str) -> None:
    found = align(ja, en)
    assert 0 <= found.coverage <= 1
    assert Alignment.from_json(found.to_json()).coverage == found.coverage


@given(
    st.sampled_from([JA, "桜島が噴火した。"]),
    st.sampled_from(["Schools were closed.", "Add it to the cart.", "Log in"]),
)
def test_more_english_lowers_it(ja: str, more: str) -> None:
    found = align(ja, WHOLE)
    assert Alignment(found.ja, f"{found.en} {more}", found.links, found.unaligned).coverage < found.coverage


def test_pairs_below_a_coverage_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crawl = [(JA, WHOLE), ("警察庁は容疑者を逮捕した。", "Add to cart"), ("桜島が噴火した。", "Sakurajima erupted.")]
    (tmp_path / "crawl.tsv").write_text("".join(f"{ja}\t{en}\n" for ja, en in crawl), encoding="utf-8")
    command = ["align", "--format", "jsonl", "--min-coverage", "0.3", str(tmp_path / "crawl.tsv")]
    assert main(command) == 0
    out, err = capsys.readouterr()
    kept = [json.loads(line) for line in out.splitlines()]
    assert [(each["pair"], each["coverage"]) for each in kept] == [
        (k, round(align(*crawl[k - 1]).coverage, 4)) for k in (1, 3)
    ]
    assert err == "termalign: left out 1 of 3 pairs, with a coverage below 0.3\n"


def test_it_is_for_bitexts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", "--min-coverage", "0.3", "--text", JA, WHOLE]) == 2
    assert "--min-coverage applies only to a bitext" in capsys.readouterr().err
