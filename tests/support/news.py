"""Pairs of short sentences for the tests of integrations: a handful by hand, and as many as one likes by rule."""

from collections.abc import Iterator
from itertools import count, islice, product

PAIRS = [
    ("桜島が噴火した。", "Sakurajima erupted."),
    ("警察庁は犯罪グループを調べた。", "The National Police Agency looked into crime groups."),
    ("被害は95億円に上った。", "The damage came to 9.5 billion yen."),
    ("", ""),
    ("雨。", "Nothing of the kind."),
]

_PLACES = [
    line.split()
    for line in """
    札幌 Sapporo
    仙台 Sendai
    新潟 Niigata
    東京 Tokyo
    横浜 Yokohama
    静岡 Shizuoka
    名古屋 Nagoya
    京都 Kyoto
    大阪 Osaka
    神戸 Kobe
    岡山 Okayama
    広島 Hiroshima
    高松 Takamatsu
    福岡 Fukuoka
    熊本 Kumamoto
    鹿児島 Kagoshima
    """.split("\n")
    if line.strip()
]

# The number is in the English alone: in the Japanese it would be a new term each time, and 100,000 of those take minutes.
_SENTENCES = [
    ("{ja}は雨だ。", "Day {n}: rain in {en}."),
    ("{ja}で逮捕", "Arrest {n} in {en}"),
    ("{ja}の詐欺", "A case of fraud in {en}, the {n}th"),
    ("{ja}、雪。", "No. {n}: snow in {en}"),
    ("{ja}で火事", "{en}: fire number {n}"),
    ("{ja}の空港", "{en} Airport, gate {n}"),
    ("{ja}へ", "Continued on page {n}: {en}"),
    ("{ja}の選挙", "Nobody from {en} said a word on day {n}."),
]


def many_pairs(number: int) -> list[tuple[str, str]]:
    """So many pairs, all different, of some 6 and 25 code points."""
    return list(islice(_endless(), number))


def _endless() -> Iterator[tuple[str, str]]:
    for n in count(1):
        for (ja, en), (place_ja, place_en) in product(_SENTENCES, _PLACES):
            yield ja.format(ja=place_ja, n=n), en.format(en=place_en, n=n)
