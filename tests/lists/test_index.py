"""The index of a list: what it brings up, against every term looked at one by one."""

from functools import cache
from pathlib import Path

import pytest
from drawing import HALF_AS_MANY
from hypothesis import given
from hypothesis import strategies as st
from strangers import TOWNS

from termalign import Aligner, TermList
from termalign.english import EnglishText
from termalign.kinds.registry import REGISTRY
from termalign.lists.index import mask_of
from termalign.situations.mentions import find_mentions
from termalign.target.target import Target

ALIGNER = Aligner()
ARTICLE = (Path(__file__).parents[2] / "examples" / "article.en.txt").read_text(encoding="utf-8")
NEWS = """\
Prime Minister Shinzo Abe met Xi Jinping and Kim Jong-un in Beijing on Oct. 3, 2018, Kyodo News reported.
Toyota Motor Corp. and Mitsubishi Heavy Industries will build 12 plants near Nagoya Port by March 2025.
The Ministry of Economy, Trade and Industry (METI) spent 9.5 billion yen on a typhoon shelter in Kumamoto Prefecture.
Kurama-dera Temple, Lake Biwa and the Hojotsu-bashi Bridge were closed; 30 percent of the guests were foreigners.
Arbeit, called "baito" (バイト) here, pays 1,200 yen an hour, said Yoshimitsu ASHIKAGA of the University of Tokyo.
Emperor Heizei, born in Yamato Province in the Hoei era, gave Saemon no kami the golden hall of Enryaku-ji.
MINAMOTO no Yoritomo burned incense before the statue of Bishamonten, a tea ceremony was held, and poems were read.
"""
#: Terms that stand in these texts, each found in its own way.
RENDERED = (
    "安倍晋三 習近平 金正恩 北京 共同通信 2018年10月3日 トヨタ自動車 三菱重工業 12工場 名古屋港 2025年3月 経済産業省 経産省 "
    "95億円 熊本県 台風 避難所 鞍馬寺 琵琶湖 放生津橋 3割 外国人 アルバイト バイト 足利義満 東京大学 東大 平城天皇 大和国 "
    "宝永 延暦寺 源頼朝 毘沙門天 茶会 焼香 警察庁 首相 総理大臣 1200円 和歌 匿流 特殊詐欺 闇バイト"
).split()
STRANGERS = (
    "広末涼子 ムーア ガール 冷蔵庫 量子計算機 北海道庁 甲状腺 憲法審査会 電話口 ラーメン 2019年 13億円 株式会社 "
    "プレイデル ルリア ビーコンビーチ".split()
)


@cache
def prepared() -> TermList:
    return ALIGNER.prepare([*RENDERED, *STRANGERS, *TOWNS])


def brought_up(text: str) -> set[str]:
    """The terms that are looked at in a text."""
    target = Target(EnglishText(text), ALIGNER.lexicon)
    offered = (each for kind in REGISTRY for each in kind.offered(target))
    return {prepared().surface(number) for number in prepared().arrays.found(offered)}


@pytest.mark.parametrize("text", [ARTICLE, NEWS], ids=["article", "news"])
def test_what_is_mentioned_is_brought_up(text: str) -> None:
    target = Target(EnglishText(text), ALIGNER.lexicon)
    one_by_one = find_mentions(dict.fromkeys([*RENDERED, *STRANGERS], ()), target, ALIGNER.terms, None, 0.5)
    assert one_by_one
    assert set(one_by_one) - brought_up(text) == set()


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("特殊詐欺", "A case of special fraud.", True),
        ("特殊詐欺", "The fraud was special.", True),
        ("特殊詐欺", "The special train to Nagoya carried a man accused of fraud.", False),
        ("憲法審査会", "The research commission of the Constitution met.", True),
        ("憲法審査会", "The committee on the Constitution met.", False),
        ("トヨタ自動車", "Toyota fell.", True),
        ("プレイデル", "They play for Chelsea.", False),
        ("プレイデル", "Blaydell came.", True),
        ("ルリア", "Rurik came.", True),
        ("ルリア", "An azure stone, lapis lazuli.", False),
        ("ビーコンビーチ", "They met at Beacon Beach.", True),
        ("ビーコンビーチ", "The beacon was lit.", False),
        ("13億円", "The company paid 1.3 billion yen.", True),
        ("13億円", "The company paid 300 million yen.", False),
    ],
)
def test_enough_of_a_term_is_close_together(term: str, text: str, expected: bool) -> None:
    assert (term in brought_up(text)) is expected


def test_most_strangers_are_not_brought_up() -> None:
    assert len(brought_up(ARTICLE + NEWS) & set(STRANGERS)) < 0.75 * len(STRANGERS)
    assert brought_up("") == set()


@HALF_AS_MANY  # each prepares a list
@given(st.lists(st.sampled_from(RENDERED), min_size=1, max_size=4, unique=True))
def test_a_list_is_looked_at_whatever_else_is_in_it(terms: list[str]) -> None:
    found = {link.ja.text for link in ALIGNER.align(ALIGNER.prepare(terms), NEWS)}
    expected = {link.ja.text for link in ALIGNER.align(terms, NEWS)}
    assert found == expected


@given(st.integers(0, 80), st.integers(0, 80))
def test_masks(start: int, end: int) -> None:
    characters = {k for k in range(64) if mask_of(start, max(start, end)) >> k & 1}
    assert characters == set(range(start, min(64, max(start, end))))
