"""Compounds rendered part by part, by the table: in any order, with of, the, for and hyphens between, or not at all."""

import pytest
from evidence_cases import cases, claims, likely
from tables import Row

from termalign import align


@pytest.mark.parametrize("row", cases("composed_cases.tsv"))
def test_compound(row: Row) -> None:
    found = likely(row["term"], row["en"])
    assert row["span"] in found if row["span"] else not found


def test_parts_say_which_word_renders_which_morpheme() -> None:
    term = "匿名・流動型犯罪グループ"
    english, found = claims(term, "Anonymous and Fluid Crime Groups")
    best = max((m for c in found for m in c.matches), key=lambda m: m.strength * m.coverage)
    parts = {term[p.start : p.end]: english.phrase(p.i, p.j) for p in best.parts}
    assert (best.i, best.j) == (0, 5)
    assert parts == {"匿名": "Anonymous", "流動": "Fluid", "犯罪": "Crime", "グループ": "Groups"}


@pytest.mark.parametrize(
    ("term", "better", "worse"),
    [
        ("情報分析室", "the Information Analysis Office", "the analysis office"),
        ("犯罪組織", "a criminal organization", "a criminal youth organization"),
    ],
)
def test_whole_is_better_than_a_part_or_a_stray_word(term: str, better: str, worse: str) -> None:
    def best(en: str) -> float:
        return max(m.strength * m.coverage for c in claims(term, en)[1] for m in c.matches)

    assert best(better) > best(worse) > 0


@pytest.mark.xfail(strict=True, reason="one of two spans of years with the same number")
def test_quotation_marks_around_a_part_whose_rest_follows() -> None:
    """The compound reaches over its parts on both sides of the mark."""
    found = align("「650年」ではなく、650万年前のことである。", 'It was 6.5 million years ago, not "650 years" ago.')
    links = {(link.ja.text, link.en.text) for link in found}
    assert links == {("650年", "650 years"), ("650万年前", "6.5 million years ago")}
