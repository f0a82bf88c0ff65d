"""Compounds rendered part by part, by the table: in any order, with of, the, for and hyphens between, or not at all."""

import csv
from pathlib import Path
from typing import Any

import pytest

from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.gather import Claim, Gatherer
from termalign.evidence.term import TermCache
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon

CASES = Path(__file__).parent.parent / "cases"
LEXICON = Lexicon.default()
TERMS = TermCache(LEXICON)
LIKELY = 0.5
Row = dict[str, str]


def cases(name: str) -> list[Any]:
    """The rows of a table; those with a reason in the column xfail are known failures."""
    with (CASES / name).open(encoding="utf-8", newline="") as table:
        return [
            pytest.param(row, id=row["label"], marks=[pytest.mark.xfail(reason=row["xfail"])] * bool(row["xfail"]))
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def claims(term: str, en: str) -> tuple[EnglishText, list[Claim]]:
    text = JapaneseText(term)
    english = EnglishText(en)
    return english, Gatherer(Bitext(english, LEXICON)).claims(TERMS.get(text.text, text.morphemes))


def likely(term: str, en: str) -> set[str]:
    """The English that some evidence says renders the whole term; half a gloss by itself only says half of it."""
    english, found = claims(term, en)
    return {
        english.phrase(c.i, c.j)
        for c in found
        if any(m.rule != "partial" and m.strength * m.coverage >= LIKELY for m in c.matches)
    }


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
