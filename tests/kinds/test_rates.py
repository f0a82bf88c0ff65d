"""Amounts for each of something: the whole of the term is found, and another period is not."""

import pytest

from termalign import align

# Japanese with the term in brackets, English, and the English of the term; empty if nothing may be found
CASES = [
    ("会報は[年4回]出る。", "The newsletter comes out quarterly.", "quarterly"),
    ("会報は[年2回]出る。", "The newsletter comes out every six months.", "every six months"),
    ("会報は[年6回]出る。", "The newsletter appears bimonthly.", "bimonthly"),
    ("会議は[月1回]開かれる。", "Meetings are held monthly.", "monthly"),
    ("会議は[月2回]開かれる。", "Meetings are held twice monthly.", "twice monthly"),
    ("会議は[週に3回]開かれる。", "Meetings are held three times per week.", "three times per week"),
    ("薬は[1日1回]飲む。", "Take the medicine once daily.", "once daily"),
    ("大会は[4年に1度]開かれる。", "The Games are held once every four years.", "once every four years"),
    ("[2日に1回]水をやる。", "Water it every other day.", "every other day"),
    ("脈拍は[毎分72回]だった。", "Her pulse was 72 beats per minute.", "72 beats per minute"),
    ("脈拍は[毎分60〜100回]だ。", "A pulse of 60 to 100 beats per minute is normal.", "60 to 100 beats per minute"),
    ("工場は[1日当たり500台]を生産する。", "The plant turns out 500 vehicles per day.", "500 vehicles per day"),
    ("相場は[1ドル150円]だ。", "The rate is 150 yen to the dollar.", "150 yen to the dollar"),
    ("会報は[年4回]出る。", "The newsletter comes out weekly.", ""),
    ("会報は[年4回]出る。", "The newsletter comes out every four years.", ""),
    ("会議は[月1回]開かれる。", "Meetings are held annually.", ""),
    ("会議は[週1回]開かれる。", "It took every man a week.", ""),
    ("大会は[4年に1度]開かれる。", "It lasted four years.", ""),
    ("脈拍は[毎分72回]だった。", "She met 72 people per minute of fame.", ""),
    ("[2日に1回]水をやる。", "Water it every two weeks.", ""),
]


@pytest.mark.parametrize(("marked", "en", "phrase"), CASES)
def test_rate(marked: str, en: str, phrase: str) -> None:
    ja, term = marked.replace("[", "").replace("]", ""), marked.partition("[")[2].partition("]")[0]
    found = [link.en.text for link in align(ja, en, terms=[term]) if link.kind in ("number", "date")]
    assert found == ([phrase] if phrase else [])
