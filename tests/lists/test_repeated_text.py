"""A text that says the same again and again: what is found of it is what is found of it once, as often."""

from collections import Counter

from termalign import Aligner

TERMS = ["警察庁長官", "特殊詐欺グループ", "SNS型投資・ロマンス詐欺"]
SENTENCE = "The police agency chief spoke of special fraud groups and investment fraud. "


def test_every_repetition_has_the_same_mentions() -> None:
    aligner = Aligner()

    def mentions(times: int) -> Counter[tuple[str, str]]:
        return Counter((link.ja.text, link.en.text) for link in aligner.align(TERMS, SENTENCE * times))

    assert mentions(5) == Counter(dict.fromkeys(mentions(1), 5))
    terms = Counter(term for term, _ in mentions(40).elements())
    assert terms == Counter(dict.fromkeys([term for term, _ in mentions(1)], 40))
