"""Glosses by the table: across derivation, number, part of speech and spelling, and never to a look-alike."""

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


@pytest.mark.parametrize("row", cases("gloss_cases.tsv"))
def test_gloss(row: Row) -> None:
    found = likely(row["term"], row["en"])
    assert row["span"] in found if row["span"] else not found


@pytest.mark.parametrize(
    ("ja", "en", "rule"),
    [
        ("警察庁", "national police", "partial"),
        ("室", "the analysis office", "affix"),
        ("流動", "fluid groups", "affix"),
    ],
)
def test_rule_says_how_sure_the_claim_is(ja: str, en: str, rule: str) -> None:
    _, found = claims(ja, en)
    assert any(m.rule == rule for c in found for m in c.matches)


def test_gloss_itself_is_better_than_its_family() -> None:
    def best(en: str) -> float:
        return max(m.strength for c in claims("捜査", en)[1] for m in c.matches)

    assert best("investigation") > best("investigative") > LIKELY


def test_claim_can_be_replayed() -> None:
    _, found = claims("詐欺", "fraudulent")
    assert found[0].matches[0].forms == ("詐欺", "fraud")
