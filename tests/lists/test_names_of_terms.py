"""Terms of a list as people write them: with a bullet or a reading, and with several names on one line."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import Row, params, rows

from termalign import Aligner

ALIGNER = Aligner()
EN = (
    "The castle's inner moat and stone walls stand. Zazen sessions are held at Ryusenji on Mount Atago; a combined ticket is "
    "sold at the merchant houses."
)
READ = {
    "内堀": "うちぼり", "石垣": "いしがき", "坐禅会": "ざぜんかい", "龍泉寺": "りゅうせんじ", "愛宕山": "あたごやま",
    "共通券": "きょうつうけん", "商家": "しょうか", "消費税": "しょうひぜい",
}  # fmt: skip
WRITTEN = ["・{}({})", "①{}（{}）※", "1. 「{}」（{}）", "※{}", "【{}】", "- {}({})", "{} ({})"]


def _links(terms: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return the links, with the number of the term instead of its offsets, and parts and forms by their texts."""
    found = ALIGNER.align(terms, EN)
    starts = [0]
    for term in terms:
        starts.append(starts[-1] + len(term) + 1)
    return [
        (
            starts.index(one.ja.start),
            one.en,
            one.kind,
            one.score,
            one.evidence,
            [(p.ja.text, p.en, p.kind) for p in one.parts],
        )
        for one in found
    ]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(WRITTEN), min_size=len(READ), max_size=len(READ)))
def test_a_term_so_written_has_the_links_of_the_plain_term(written: list[str]) -> None:
    lines = [form.format(term, kana) for form, (term, kana) in zip(written, READ.items(), strict=True)]
    plain = _links([*READ])
    assert {number for number, *_ in plain} == set(range(len(READ) - 1))
    assert _links(lines) == plain
    assert {link.ja.text for link in ALIGNER.align(lines, EN)} == set(lines[:-1])


@pytest.mark.parametrize("row", params(rows("listed_names.tsv"), lambda row: row["label"]))
def test_mentions_of_a_term_with_several_names(row: Row) -> None:
    found = ALIGNER.align([row["term"], "警察庁", "消費税"], row["en"])
    assert "; ".join(link.en.text for link in found) == row["mentions"]
    assert {link.ja.text for link in found} <= {row["term"]}


def test_names_of_one_term_are_no_rivals() -> None:
    en = "The ward's hazard map is on its website."
    (alone,) = ALIGNER.align(["ハザードマップ"], en)
    (one,) = ALIGNER.align(["ハザードマップ/防災地図"], en)
    (other,) = [one for one in ALIGNER.align(["ハザードマップ", "防災地図"], en) if one.ja.text == "ハザードマップ"]
    assert one.score >= alone.score - 0.01 > other.score


def test_an_alternative_of_a_picked_term_is_found_in_the_japanese() -> None:
    ja, en = "区の防災地図を見る。", "See the hazard map of the ward."
    found = ALIGNER.align(ja, en, terms=["ハザードマップ/防災地図"])
    assert [span.text for span in (*found.unaligned, *(link.ja for link in found))] == ["防災地図"]


@pytest.mark.parametrize("mark", ["\t", "=", ": ", "："])
def test_a_warning_says_that_english_is_not_read(mark: str) -> None:
    terms = [f"転入届{mark}moving-in notification", f"実印{mark}registered seal", "住民課"]
    with pytest.warns(UserWarning, match="seem to have English too .*: pass it as the glossary"):
        ALIGNER.align(terms, "A registered seal.")


def test_without_english_there_is_no_warning(recwarn: pytest.WarningsRecorder) -> None:
    ALIGNER.align(["機動戦士ガンダム: The Origin", "転入届\t届出", "実印", "住民課=課"], "A registered seal.")
    assert not recwarn.list
