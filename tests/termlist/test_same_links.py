"""A prepared list gives the links that the same list gives unprepared."""

import random
import sqlite3
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from termalign import Aligner, Evidence, Lexicon, Link
from termalign.evidence.gather import MATCHERS
from termalign.termlist import TermList
from termalign.termlist.linked import align_list

ALIGNER = Aligner()
EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLE = (EXAMPLES / "article.en.txt").read_text(encoding="utf-8")
NEWS = """\
Prime Minister Shinzo Abe met Xi Jinping and Kim Jong-un in Beijing on Oct. 3, 2018, Kyodo News reported.
Toyota Motor Corp. and Mitsubishi Heavy Industries will build 12 plants near Nagoya Port by March 2025.
The Ministry of Economy, Trade and Industry (METI) spent 9.5 billion yen on a typhoon shelter in Kumamoto Prefecture.
Kurama-dera Temple, Lake Biwa and the Hojotsu-bashi Bridge were closed; 30 percent of the guests were foreigners.
Arbeit, called "baito" (バイト) here, pays 1,200 yen an hour, said Yoshimitsu ASHIKAGA of the University of Tokyo.
"""
HISTORY = """\
Emperor Heizei, born in Yamato Province in the Hoei era, gave Saemon no kami the golden hall of Enryaku-ji.
MINAMOTO no Yoritomo burned incense before the statue of Bishamonten, a tea ceremony was held, and poems were read.
"""
#: Terms that stand in these texts, each found in its own way.
RENDERED = (
    "安倍晋三 習近平 金正恩 北京 共同通信 2018年10月3日 トヨタ自動車 三菱重工業 12工場 名古屋港 2025年3月 経済産業省 経産省 "
    "95億円 熊本県 台風 避難所 鞍馬寺 琵琶湖 放生津橋 3割 外国人 アルバイト バイト 足利義満 東京大学 東大 平城天皇 大和国 "
    "宝永 左衛門督 金堂 延暦寺 源頼朝 毘沙門天 茶会 焼香 警察庁 広末涼子 首相 総理大臣 1200円 和歌 像 ムーア ガール"
).split()
TEXTS = {
    "article": ARTICLE,
    "news": NEWS,
    "history": HISTORY,
    "title": "National Police Agency",
    "name": "Ryoko Hirosue",
}

#: Evidence so loose that it is not looked for without another reason: letters from inside words, beginnings of two words,
#: and names by the most unusual readings of their characters.
FUZZY = {"acronym", "clip"}
UNUSUAL = 0.55


@cache
def terms() -> list[str]:
    """Headwords of the lexicon, the same in every run, with the terms of the example and those above."""
    chosen = [line.split("\t")[0] for line in (EXAMPLES / "terms.txt").read_text(encoding="utf-8").splitlines()]
    chosen = [term for term in chosen if term and term[0] != "#"] + RENDERED
    connection = sqlite3.connect(Lexicon.default().path)
    for table in ("word", "name"):
        headwords = [row[0] for row in connection.execute(f"SELECT headword FROM {table} ORDER BY headword")]
        chosen += random.Random(4).sample(headwords, 150)
    connection.close()
    return chosen


@cache
def prepared() -> TermList:
    return ALIGNER.prepare(terms())


def unprepared(listed: Iterable[str], en: str) -> list[Link]:
    """The links of each term, put before every matcher."""
    return list(align_list(list(listed), en, MATCHERS, None, ALIGNER.terms, ALIGNER.min_score))


def is_fuzzy(reason: Evidence) -> bool:
    return reason.kind in FUZZY or (reason.kind == "name" and reason.strength < UNUSUAL)


def firm(links: Iterable[Link]) -> dict[tuple[int, int, int], float]:
    """The score of each claim, those of loose evidence left out."""
    return {
        (link.ja.start, link.en.start, link.en.end): link.score
        for link in links
        if not any(map(is_fuzzy, link.evidence))
    }


def differing(found: Iterable[Link], expected: Iterable[Link]) -> list[tuple[int, int, int]]:
    """Claims of one that are none of the other; a rival too weak to be looked for may move a score a little."""
    mine, theirs = firm(found), firm(expected)
    least = ALIGNER.min_score
    return [c for c in mine.keys() | theirs.keys() if abs(mine.get(c, least) - theirs.get(c, least)) > 0.02]


def test_real_terms() -> None:
    wrong = total = 0
    for text in TEXTS.values():
        expected = unprepared(terms(), text)
        wrong += len(differing(ALIGNER.align(prepared(), text), expected))
        total += len(firm(expected))
    assert total > 80
    assert wrong <= total / 100


@settings(max_examples=30)
@given(st.lists(st.sampled_from([line for text in TEXTS.values() for line in text.splitlines()]), max_size=3))
def test_lines_put_together(lines: list[str]) -> None:
    en = "\n".join(lines)
    some = terms()[:80]
    assert differing(ALIGNER.align(first_terms(), en), unprepared(some, en)) == []


@cache
def first_terms() -> TermList:
    return ALIGNER.prepare(terms()[:80])


def test_each_rendered_term_is_found() -> None:
    listed = ALIGNER.prepare(RENDERED)  # by themselves: any headword may happen to be a rival
    found = {link.ja.text for text in TEXTS.values() for link in ALIGNER.align(listed, text)}
    expected = {link.ja.text for text in TEXTS.values() for link in unprepared(RENDERED, text)}
    assert len(expected) > 40
    assert expected - found == set()
