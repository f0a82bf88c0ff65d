"""Many katakana words against one phrase say what each says by itself."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termalign.phonetics import coded, log_odds, similarity
from termalign.phonetics.comparison import least_odds
from termalign.phonetics.possible_sounds import possible_sounds
from termalign.phonetics.sounds import framed_letters
from termalign.phonetics.together import alike, first_units

KANA = (
    "グループ グラス グラム テーブル ケーブル サービス サーバー センター ジョンソン ジョーンズ マケドニア ロンドン ニューヨーク "
    "ワシントン コンピューター コンピュータ キャンペーン シンガポール スミス スマート ヴァイオリン バイオリン"
).split()
LATIN = (
    "group glass gram table cable service server centre center Johnson Jones Macedonia London New·York Washington computer "
    "campaign Singapore Smith smart violin NHK the of Ōsaka"
).split()
CODES = {coded(kana): kana for kana in KANA}


def best(found: Iterable[tuple[bytes, float]]) -> dict[bytes, float]:
    """How alike each word is at best: of a phrase that may be spelled in several ways it is told for each."""
    return {word: max(score for _, score in scores) for word, scores in groupby(sorted(found), itemgetter(0))}


@pytest.mark.parametrize("latin", [word.replace("·", " ") for word in LATIN])
def test_words_compared_together_have_their_similarity(latin: str) -> None:
    together = best(alike(CODES, latin, 0.2))
    alone = {word: similarity(kana, latin) for word, kana in CODES.items()}
    assert together == pytest.approx({word: alone[word] for word in together})
    likely = {word for word, score in alone.items() if score >= 0.5}  # below that a beginning may be given up
    assert likely <= together.keys()
    assert all(word[0] in first_units(latin) for word in likely)


@given(
    st.sets(st.sampled_from(sorted(CODES))),
    st.floats(0.5, 1.0),  # below that a beginning may be given up in company
    st.sampled_from(LATIN),
)
def test_company_changes_nothing(words: set[bytes], least: float, latin: str) -> None:
    among = best(alike(CODES, latin, 0.2))
    some = best(alike(words, latin, least))
    expected = {word: score for word, score in among.items() if word in words and score >= least}
    assert some == pytest.approx(expected)  # a few words are compared one by one


@given(
    st.text("アカサタナハマラワンッーァィャュョガザダバパヴ・", min_size=1, max_size=8),
    st.text("aeioubcdfghjklmnprstvwxyzéñ ", max_size=9),
)
@example("ッアァッー", "y")  # many ways to write it that are all hopeless add up to more than its best one
def test_nothing_sounds_more_alike_than_its_units_can_make_it(kana: str, latin: str) -> None:
    word, framed = coded(kana), framed_letters(latin)
    odds = log_odds(kana, latin)
    if word and framed and odds > least_odds(0.1):  # a list of terms asks for no less
        assert possible_sounds(framed).reached_by([word], odds - 1e-9) == [word]
