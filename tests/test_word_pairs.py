"""Links brought down to pairs of tokens: what goes with a word that has a link."""

import pytest

from termalign import align_words


@pytest.mark.parametrize(
    ("ja", "en", "pair", "paired"),
    [
        ("寺 は 焼失 し た 。", "the temple burned down .", ("焼失", "down"), True),
        ("寺 は 焼失 し た 。", "the temple burned down the hill .", ("焼失", "down"), False),  # a preposition
        ("寺 は 大き い 。", "the temple down there is big .", ("寺", "down"), False),  # after a noun
        ("駅 から 200 m で あ る 。", "it is 200m from the station .", ("m", "200m"), True),
        ("全国 11 の 店", "11 stores around the country", ("全国", "11"), False),
    ],
)
def test_pairs(ja: str, en: str, pair: tuple[str, str], paired: bool) -> None:
    ja_tokens, en_tokens = ja.split(), en.split()
    pairs = {(ja_tokens[i], en_tokens[j]) for i, j in align_words(ja_tokens, en_tokens)}
    assert (pair in pairs) == paired
