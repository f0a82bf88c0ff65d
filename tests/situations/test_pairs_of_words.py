"""The situation "word pairs": which tokens of a text and its translation render each other, and how sure that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Aligner
from termalign.lexicon import Lexicon
from termalign.model import Kind
from termalign.situations.word_pairs import WordPair, word_pairs
from termalign.terms.term_cache import TermCache
from termalign.tokens import Tokens

_TERMS = TermCache(Lexicon.default())
_ALIGNER = Aligner()


def _paired(ja: Tokens, en: Tokens, least: float = 0.0) -> list[WordPair]:
    return word_pairs(ja, en, _TERMS, threshold=least)


def test_a_repeated_word_is_paired_in_order() -> None:
    ja, en = "東 に 寺 が あり 、 西 に 寺 が ある 。", "In the east is a temple and in the west a temple ."
    pairs = set(_ALIGNER.align_words(ja.split(), en.split()))
    assert {(0, 2), (2, 5), (6, 9), (8, 11)} <= pairs
    assert pairs.isdisjoint({(2, 11), (8, 5)})


@pytest.mark.parametrize(
    ("ja", "en"), [("", ""), ("", "a word"), ("警察", ""), ("。、", "police"), ("はがを", "the of")]
)
def test_where_nothing_is_said_nothing_is_paired(ja: str, en: str) -> None:
    assert _paired(Tokens.of_japanese(ja), Tokens.of_english(en)) == []


@pytest.mark.parametrize(
    ("kinds", "pair", "paired"),
    [
        (["romaji", "gloss"], ("吉祥天", "kosshouten"), False),  # its place and its spelling are no romaji
        (["romaji", "gloss"], ("像", "statue"), True),
        (["romaji"], ("像", "statue"), False),
        (["context"], ("像", "of"), False),
    ],
)
def test_kinds_say_what_may_speak(kinds: list[Kind], pair: tuple[str, str], paired: bool) -> None:
    ja, en = ["吉祥天", "の", "像"], ["a", "statue", "of", "kosshouten"]
    found = {(ja[i], en[j]) for i, j in Aligner(kinds=kinds).align_words(ja, en)}
    assert (pair in found) == paired


def test_a_glossary_says_what_renders_a_word() -> None:
    ja, en = ["匿流", "を", "逮捕", "し", "た"], ["they", "arrested", "Tokuryu", "members"]
    assert (0, 2) in Aligner(glossary={"匿流": "Tokuryu"}).align_words(ja, en)


def test_a_long_sentence_keeps_to_its_order() -> None:
    """One sentence of two hundred words, which is not cut: the places of each clause are its own."""
    places = {
        "東京": "Tokyo", "大阪": "Osaka", "京都": "Kyoto", "札幌": "Sapporo", "仙台": "Sendai", "横浜": "Yokohama",
        "神戸": "Kobe", "広島": "Hiroshima", "福岡": "Fukuoka", "長崎": "Nagasaki", "奈良": "Nara", "金沢": "Kanazawa",
    }  # fmt: skip
    ja = [token for name in [*places, *places] for token in (name, "の", "警察", "が", "男", "を", "逮捕", "し", "、")]
    en = [token for name in places.values() for token in ("police", "in", name, "arrested", "a", "man", ",", "and")] * 2
    found = set(_ALIGNER.align_words(ja, en))
    named = {(i, j) for i, j in found if ja[i] in places and en[j] in places.values()}
    assert named == {(9 * n, 8 * n + 2) for n in range(2 * len(places))}


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
