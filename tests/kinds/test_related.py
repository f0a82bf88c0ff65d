"""What the evidence of a word of similar meaning says, and that a dictionary's rendering does not say it."""

import pytest

from termalign import align

TEXTS = [
    ("a gloss that it resembles", "その影響はヨーロッパで感じられた。", "The repercussions were felt.",
     ("影響", "influence", "repercussions")),
    ("a gloss that it resembles", "分離主義者の指導者", "Luminaries work.", ("指導者", "leader", "work")),
    ("a gloss that the text has", "契約の破棄を求めた。", "He asked for annulment.", ("破棄", "annulment")),
    ("a word of its family", "警察が逮捕した。", "They made arrests.", ("逮捕", "arrest")),
]  # fmt: skip


@pytest.mark.parametrize(("label", "ja", "en", "forms"), TEXTS, ids=[case[1] for case in TEXTS])
def test_forms(label: str, ja: str, en: str, forms: tuple[str, ...]) -> None:
    assert [link.evidence[0].forms for link in align(ja, en, situation="translation")] == [forms]
