"""The situation "word pairs": which tokens of a text and its translation render each other, and how sure that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.decide.weights import packaged
from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.propose.runs import runs_of
from termalign.situations.pair import Pair
from termalign.situations.word_pairs import WordPair, word_pairs
from termalign.words import Tokens

_LEXICON = Lexicon.default()
_TERMS = TermCache(_LEXICON)


def _paired(ja: Tokens, en: Tokens, least: float | None = None) -> list[WordPair]:
    text = JapaneseText(ja.text, _LEXICON)
    runs = runs_of(text, _LEXICON) if text.morphemes else []
    pair = Pair(text, Bitext(EnglishText(en.text), _LEXICON, parallel=True), _TERMS, runs)
    pair.look_up(packaged()["single"])
    pair.propose()
    return word_pairs(pair, ja, en, packaged(), *([] if least is None else [least]))


def _words(ja: str, en: str) -> set[tuple[str, str]]:
    ja_tokens, en_tokens = Tokens.joined(ja.split(), spaced=False), Tokens.joined(en.split(), spaced=True)
    return {(ja_tokens.form(i), en_tokens.form(j)) for i, j, _ in _paired(ja_tokens, en_tokens)}


@pytest.mark.parametrize(
    ("ja", "en", "pair", "paired"),
    [
        # nouns, and what a compound is made of
        ("警察 が 男 を 逮捕 し た 。", "Police arrested a man .", ("警察", "Police"), True),
        ("警察 が 男 を 逮捕 し た 。", "Police arrested a man .", ("警察", "man"), False),
        (
            "警察 が 男 を 逮捕 し た 。",
            "Police arrested a man .",
            ("し", "arrested"),
            False,
        ),  # makes a verb of the noun
        ("国民 の 健康 保険 を 守 る 。", "It protects national health insurance .", ("健康", "health"), True),
        ("国民 の 健康 保険 を 守 る 。", "It protects national health insurance .", ("健康", "insurance"), False),
        # verbs, adjectives and adverbs
        ("彼 は 大き な 家 を 建て た 。", "He built a big house .", ("建て", "built"), True),
        ("彼 は 大き な 家 を 建て た 。", "He built a big house .", ("家", "built"), False),
        ("古 い 家 を 急い で 売っ た 。", "He quickly sold the old house .", ("急い", "quickly"), True),
        ("古 い 家 を 急い で 売っ た 。", "He quickly sold the old house .", ("古", "quickly"), False),
        ("話 を 伝え て おり 、", "the story is told .", ("おり", "is"), False),  # helps the verb
        # several tokens to one word, several words to one token
        ("1971 年 に 再建 さ れ た 。", "It was rebuilt in 1971 .", ("年", "1971"), True),
        ("1971 年 に 再建 さ れ た 。", "It was rebuilt in 1971 .", ("再建", "1971"), False),
        ("鞍馬 寺 を 訪れ た 。", "They visited kurama-dera temple .", ("鞍馬", "kurama-dera"), True),
        ("鞍馬 寺 を 訪れ た 。", "They visited kurama-dera temple .", ("寺", "temple"), True),
        ("鞍馬 寺 を 訪れ た 。", "They visited kurama-dera temple .", ("鞍馬", "visited"), False),
    ],
)
def test_pairs(ja: str, en: str, pair: tuple[str, str], paired: bool) -> None:
    assert (pair in _words(ja, en)) == paired


def test_a_repeated_word_is_paired_in_order() -> None:
    ja = Tokens.joined("東 に 寺 が あり 、 西 に 寺 が ある 。".split(), spaced=False)
    en = Tokens.joined("In the east is a temple and in the west a temple .".split(), spaced=True)
    pairs = {(i, j) for i, j, _ in _paired(ja, en)}
    assert {(0, 2), (2, 5), (6, 9), (8, 11)} <= pairs
    assert pairs.isdisjoint({(2, 11), (8, 5)})


@pytest.mark.parametrize(
    ("ja", "en"), [("", ""), ("", "a word"), ("警察", ""), ("。、", "police"), ("はがを", "the of")]
)
def test_where_nothing_is_said_nothing_is_paired(ja: str, en: str) -> None:
    assert _paired(Tokens.of_japanese(ja), Tokens.of_english(en)) == []


_TEXTS = st.tuples(
    st.lists(st.sampled_from(["警察", "寺", "東京", "1971", "年", "は", "、", "建てる", "ＪＡＬ", "ｶﾞ"]), max_size=8),
    st.lists(st.sampled_from(["police", "temple", "Tokyo", "1971", "the", ",", "built", "JAL", "down"]), max_size=8),
)


@given(texts=_TEXTS, least=st.floats(0, 1))
def test_pairs_are_tokens_in_order_and_a_higher_bar_leaves_out_pairs_only(
    texts: tuple[list[str], list[str]], least: float
) -> None:
    ja, en = Tokens.joined(texts[0], spaced=False), Tokens.joined(texts[1], spaced=True)
    found = _paired(ja, en, 0.0)
    assert found == sorted(set(found))
    assert len({pair[:2] for pair in found}) == len(found)
    assert all(0 <= i < len(texts[0]) and 0 <= j < len(texts[1]) and 0 < score < 1 for i, j, score in found)
    assert _paired(ja, en, least) == [pair for pair in found if pair.score >= least]
