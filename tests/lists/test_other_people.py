"""Other people of the same family name: other given names, other readings of the kanji, and relatives in one text."""

import pytest

from termalign import Aligner

ALIGNER = Aligner()


def _best(term: str, en: str) -> float:
    """Return the score of the likeliest mention of a term, or 0."""
    return max([link.score for link in ALIGNER.align([term], en)], default=0.0)


@pytest.mark.parametrize(
    ("term", "own", "other", "most"),
    [
        ("佐藤輝明", "Teruaki Sato", "Akira Sato", 0.0),  # 明 would be read as nothing
        ("田中真紀子", "Makiko Tanaka", "Maki Tanaka", 0.0),
        ("豊田喜一郎", "Kiichiro Toyoda", "Akio Toyoda", 0.0),
        ("渡辺謙一", "Kenichi Watanabe", "Ken Watanabe", 0.0),
        ("林芳正", "Yoshimasa Hayashi", "Yoshio Hayashi", 0.9),  # listed in other readings only
        ("高橋一生", "Issei Takahashi", "Kazuki Takahashi", 0.9),  # the dictionary has this person
        ("佐藤輝明選手", "Teruaki Sato", "Akira Sato", 0.0),
        ("林芳正長官", "Yoshimasa Hayashi", "Yoshio Hayashi", 0.9),
    ],
)
def test_another_reading_of_the_kanji_is_less_likely(term: str, own: str, other: str, most: float) -> None:
    assert _best(term, f"{own} spoke to reporters.") > 0.95
    assert _best(term, f"{other} spoke to reporters.") <= most


def test_every_listed_reading_of_the_kanji_counts() -> None:
    assert _best("鈴木誠也", "Seiya Suzuki spoke.") > 0.95
    assert _best("鈴木誠也", "Masaya Suzuki spoke.") > 0.95


def test_behind_a_relative_a_bare_family_name_may_be_either() -> None:
    en = "Junro Ito, son of Masatoshi Ito, planned it. Ito said so."
    found = {(link.ja.text, link.en.text): link.score for link in ALIGNER.align(["伊藤順朗", "伊藤雅俊"], en)}
    assert min(found["伊藤順朗", "Junro Ito"], found["伊藤雅俊", "Masatoshi Ito"]) > 0.9
    assert max(found["伊藤順朗", "Ito"], found["伊藤雅俊", "Ito"]) < 0.7


def test_before_a_relative_it_is_the_one_that_was_named() -> None:
    en = "Fumio Kishida arrived. Kishida waved. Yuko Kishida smiled."
    assert {link.en.text: link.score for link in ALIGNER.align(["岸田文雄"], en)}["Kishida"] > 0.9
