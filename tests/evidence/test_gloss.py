"""Glosses by the table: across derivation, number, part of speech and spelling, and never to a look-alike."""

import pytest
from evidence_cases import LIKELY, cases, claims, likely
from tables import Row

from termalign.evidence.gloss import GlossMatcher


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


@pytest.mark.parametrize(
    ("ja", "en", "spans"),
    [
        ("電車", "an electric train", {"electric train"}),
        ("電車", "a train", {"train"}),
        ("監督", "the head coach", {"head coach"}),
    ],
)
def test_a_longer_gloss_leaves_nothing_to_the_shorter_within(ja: str, en: str, spans: set[str]) -> None:
    english, found = claims(ja, en, [GlossMatcher()])
    assert {english.phrase(c.i, c.j) for c in found} == spans
