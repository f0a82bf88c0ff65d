"""A person with a title in a list: the name carries, also later by the family name alone, and the title only joins it."""

import pytest
from tables import Row, params, rows

from termalign import Aligner

ALIGNER = Aligner()
CASES = rows("titled_people.tsv")


@pytest.mark.parametrize("row", params(CASES, lambda row: row["label"]))
def test_mentions(row: Row) -> None:
    found = ALIGNER.align([row["term"]], row["en"])
    assert "; ".join(link.en.text for link in found) == row["mentions"]
    assert {link.ja.text for link in found} <= {row["term"].partition("(")[0], row["term"]}


def test_a_prepared_list_finds_the_same() -> None:
    terms = [row["term"] for row in CASES] + [f"{family}太郎" for family in ("青木", "石井", "上田")] * 30
    prepared, plain = ALIGNER.prepare(terms), ALIGNER.align(terms, " ".join(row["en"] for row in CASES))
    assert ALIGNER.align(prepared, plain.en) == plain
    assert len(plain) > len(CASES)


def test_a_title_beside_the_name_does_not_lower_the_score() -> None:
    en = "Prime Minister Fumio Kishida will visit Seoul."
    (bare,), (titled,) = ALIGNER.align(["岸田文雄"], en), ALIGNER.align(["岸田文雄首相"], en)
    assert (bare.en.text, titled.en.text) == ("Fumio Kishida", "Prime Minister Fumio Kishida")
    assert titled.score >= bare.score


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Kaoru Mitoma (三笘薫選手) scored. Mitoma also hit the post.", ["Kaoru Mitoma", "Mitoma"]),
        ("Police arrested Kenichi Tanaka (田中健一容疑者), 35.", ["Kenichi Tanaka"]),
        ("Takumi Minamino scored, and 三笘薫選手 hit the post.", []),
    ],
)
def test_in_a_text_of_both_languages(text: str, mentions: list[str]) -> None:
    found = ALIGNER.align_mixed(text)
    assert [link.en.text for link in found] == mentions
    assert all(link.ja.text in ("三笘薫選手", "田中健一容疑者") for link in found)


@pytest.mark.parametrize(
    ("term", "en", "rendering"),
    [
        ("大谷翔平選手", "Shohei Ohtani hit a home run.", "Shohei Ohtani"),
        ("井上尚弥選手", "Naoya Inoue won.", "Naoya Inoue"),
        ("渡辺優樹容疑者", "Yuki Watanabe was arrested.", "Yuki Watanabe"),
        ("武藤容治経産相", "Industry Minister Yoji Muto spoke.", "Industry Minister Yoji Muto"),
        ("渡辺優樹容疑者", "The man was arrested.", None),
    ],
)
def test_a_picked_person_takes_no_verb(term: str, en: str, rendering: str | None) -> None:
    found = ALIGNER.align(f"{term}は東京にいた。", en, terms=[term])
    assert found.renderings().get(term, [None]) == [rendering]
    assert all(link.score > 0.85 for link in found)
