"""Names with their common nouns, by the table: doubled, translated, before or after the name, added, or left out."""

import pytest
from evidence_cases import LIKELY, cases, claims, is_rendered, is_trap
from tables import Row

from termalign.kinds.generic_name import GenericMatcher
from termalign.kinds.match import Match
from termalign.kinds.person import NameMatcher
from termalign.names.generics import added, generics
from termalign.kinds.organisation import OrganisationMatcher
from termalign.evidence.romaji import RomajiMatcher
from termalign.kinds.rank import TitleMatcher

MATCHERS = (RomajiMatcher(), NameMatcher(), GenericMatcher(), OrganisationMatcher(), TitleMatcher())


def ranked(term: str, en: str) -> list[tuple[float, str, Match]]:
    """Best first: value, English, the match."""
    english, found = claims(term, en, MATCHERS)
    valued = [(m.strength * m.coverage, english.phrase(c.i, c.j), m) for c in found for m in c.matches]
    return sorted(valued, key=lambda x: (-x[0], -len(x[1])))


@pytest.mark.parametrize("row", cases("name_places.tsv", is_rendered))
def test_name_is_found_with_its_common_noun(row: Row) -> None:
    value, phrase, _ = ranked(row["ja"], row["en"])[0]
    assert phrase == row["span"]
    assert value >= LIKELY


@pytest.mark.parametrize("row", cases("name_places.tsv", is_trap))
def test_no_other_name_is_found(row: Row) -> None:
    assert [(value, phrase) for value, phrase, _ in ranked(row["ja"], row["en"]) if value >= LIKELY] == []


@pytest.mark.parametrize(
    ("term", "en", "rule"),
    [
        ("鞍馬寺", "Kurama-dera Temple", "generic"),
        ("姫路城", "Himeji Castle", "core-generic"),
        ("宝永", "Hoei era", "added-generic"),
        ("姫路城", "Himeji", "core"),
        ("左衛門督", "Saemon no kami", "no"),
    ],
)
def test_rule_names_how_the_common_noun_is_said(term: str, en: str, rule: str) -> None:
    assert rule in {m.rule for _, phrase, m in ranked(term, en) if phrase == en}


@pytest.mark.parametrize(
    ("term", "en", "phrases"),
    [
        ("宝永", "in the Hoei era", {"Hoei era"}),
        ("越後", "in Echigo Province", {"Echigo", "Echigo Province"}),  # what English explains is an alternative
        ("東大寺", "at Todai-ji Temple", {"Todai-ji Temple"}),
        ("東大寺", "at Todai-ji", {"Todai-ji"}),
    ],
)
def test_a_name_is_whole(term: str, en: str, phrases: set[str]) -> None:
    assert {phrase for value, phrase, _ in ranked(term, en) if value >= LIKELY} == phrases


def test_parts_of_a_doubled_noun_both_lead_to_the_japanese_noun() -> None:
    match = next(m for _, _, m in ranked("鞍馬寺", "Kurama-dera Temple") if m.rule == "generic")
    assert [("鞍馬寺"[p.start : p.end], p.i, p.j) for p in match.parts] == [("鞍馬寺", 0, 2), ("寺", 2, 3)]


def test_name_without_its_noun_is_worth_less() -> None:
    assert ranked("姫路城", "Himeji Castle")[0][0] > ranked("姫路城", "Himeji")[0][0]
    assert ranked("秋田県", "Akita")[0][0] > max(v for v, p, _ in ranked("秋田県", "Akita City") if p == "Akita")


def test_tables_are_in_order() -> None:
    assert all(phrases and all(phrase for phrase in phrases) for phrases in generics().values())
    assert added("下野") == added("近江")
    assert not added("安倍晋三")
