"""What English explains in brackets of a word that it has spelled renders that word once more."""

import pytest

from termalign import align_words


@pytest.mark.parametrize(
    ("ja", "en", "term", "explanation"),
    [
        (
            "没後 に 正一 位 を 追贈 さ れ た 。",
            "he received Shoichii ( Senior First Rank ) .",
            "正一",
            ["First"],
        ),
        ("将曹 が 馳せ た 。", "a shoso ( a general ) rushed .", "将曹", ["general"]),
        ("法華 一揆 が 起き た 。", "the Hokke Ikki ( Hokke Riot ) broke out .", "一揆", ["Riot"]),
        ("鳥居 が ある 。", "there is a torii ( shrine gate ) .", "鳥居", ["shrine", "gate"]),
    ],
)
def test_explanation(ja: str, en: str, term: str, explanation: list[str]) -> None:
    ja_tokens, en_tokens = ja.split(), en.split()
    pairs = {(ja_tokens[i], en_tokens[j]) for i, j in align_words(ja_tokens, en_tokens)}
    assert {(term, word) for word in explanation} <= pairs


@pytest.mark.parametrize(
    ("ja", "en", "word"),
    [
        ("義仲 が 入京 し た 。", "Yoshinaka ( a general ) entered Kyoto .", "general"),  # a remark about a name
        ("鳥居 が ある 。", "there is a torii ( in 1970 ) .", "1970"),
        ("鳥居 が ある 。", "there is a torii ( a style of building known all over the country ) .", "country"),
    ],
)
def test_no_explanation(ja: str, en: str, word: str) -> None:
    ja_tokens, en_tokens = ja.split(), en.split()
    assert (ja_tokens[0], word) not in {(ja_tokens[i], en_tokens[j]) for i, j in align_words(ja_tokens, en_tokens)}


def test_a_word_in_brackets_that_stands_outside_too_is_the_same() -> None:
    ja, en = "宇波 の 折絶 に 着 い た 。".split(), "he came to Uha no Oritae ( border of Uha ) .".split()
    pairs = {(ja[i], j) for i, j in align_words(ja, en)}
    assert {("宇波", 3), ("宇波", 9), ("折絶", 7)} <= pairs
    assert ("折絶", 9) not in pairs
