"""Many katakana words against one phrase say what each says by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.phonetics import heard, similarity
from termalign.phonetics.together import alike, first_units

KANA = (
    "グループ グラス グラム テーブル ケーブル サービス サーバー センター ジョンソン ジョーンズ マケドニア ロンドン ニューヨーク "
    "ワシントン コンピューター コンピュータ キャンペーン シンガポール スミス スマート ヴァイオリン バイオリン"
).split()
LATIN = (
    "group glass gram table cable service server centre center Johnson Jones Macedonia London New·York Washington computer "
    "campaign Singapore Smith smart violin NHK the of Ōsaka"
).split()
UNITS = {heard(kana): kana for kana in KANA}


@pytest.mark.parametrize("latin", [word.replace("·", " ") for word in LATIN])
def test_words_compared_together_have_their_similarity(latin: str) -> None:
    together: dict[tuple[str, ...], float] = {}
    for units, score in alike([(units, 0.2) for units in sorted(UNITS)], latin):
        together[units] = max(score, together.get(units, 0.0))
    alone = {units: similarity(kana, latin) for units, kana in UNITS.items()}
    assert together == pytest.approx({units: alone[units] for units in together})
    likely = {units for units, score in alone.items() if score >= 0.5}  # below that a beginning may be given up
    assert likely <= together.keys()
    assert all(units[0] in first_units(latin) for units in likely)


@given(st.dictionaries(st.sampled_from(sorted(UNITS)), st.floats(0.0, 1.0)), st.sampled_from(LATIN))
def test_company_changes_nothing(asked: dict[tuple[str, ...], float], latin: str) -> None:
    among = dict(alike([(units, 0.2) for units in sorted(UNITS)], latin))
    some = dict(alike([(units, max(0.2, least)) for units, least in sorted(asked.items())], latin))
    assert some == {units: score for units, score in among.items() if score >= asked.get(units, 2.0)}
