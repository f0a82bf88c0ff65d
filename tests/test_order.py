"""The alignment of a pair does not depend on the pairs that were aligned before."""

from random import Random

import pytest
from tables import rows

from termalign import Aligner, Alignment

Pair = tuple[str, str]
TEXTS = [(row["ja"], row["en"]) for row in rows("running_text.tsv")[::4]]

# UniDic gives the foreign word (*Kim*) for the surname キム of the second text, and none for that of the first.
PRESIDENT = (
    "キムと米国両者ドナルド・トランプ大統領は2度目の首脳会談を望んでいる。",
    "Both Kim and U.S. President Donald Trump want a second summit.",
)
REGIME = ("北朝鮮の亡命者数キム政権下で減少", "North Korea defector numbers 'drop' under Kim")
TAX = ("税金を払う。", "They pay taxes.")


def aligned(*pairs: Pair) -> dict[Pair, Alignment]:
    aligner = Aligner()
    return {pair: aligner.align(*pair) for pair in pairs}


@pytest.mark.parametrize(
    ("first", "second"), [(PRESIDENT, REGIME), (REGIME, PRESIDENT), (TAX, REGIME)], ids=["president", "regime", "other"]
)
def test_after_another_pair(first: Pair, second: Pair) -> None:
    assert aligned(first, second)[second] == aligned(second)[second]


def test_texts_in_another_order() -> None:
    mixed = Random(1).sample(TEXTS, len(TEXTS))
    assert aligned(*mixed) == aligned(*TEXTS)
