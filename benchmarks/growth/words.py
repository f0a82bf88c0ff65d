"""What the long texts are made of."""

import re
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from itertools import islice
from multiprocessing import get_context
from random import Random
from sqlite3 import connect

from termalign import Lexicon

_NOUNS = 4096  # nouns that texts draw from
_NOTE = re.compile(r" ?\(.*?\) ?")


@cache
def nouns() -> Sequence[tuple[str, str]]:
    """Return common Japanese nouns of two characters with their English, drawn from the lexicon in a fixed order.

    Another process looks them up, so that this one has not looked up any of them.
    """
    with get_context("fork").Pool(1) as process:
        return process.apply(_looked_up)


def _looked_up() -> list[tuple[str, str]]:
    lexicon = Lexicon.default()
    with closing(connect(f"file:{lexicon.path}?mode=ro", uri=True)) as lines:
        headwords = [word for (word,) in lines.execute("SELECT headword FROM word WHERE length(headword) = 2")]
    Random(0).shuffle(headwords)
    entries = (entry for word in headwords for entry in lexicon.words(word)[:1])
    common = (entry for entry in entries if entry.common and entry.usual and "n" in entry.pos and entry.glosses)
    return [(entry.headword, _NOTE.sub("", entry.glosses[0].text)) for entry in islice(common, _NOUNS)]


SENTENCES = [
    ("警察庁は#件の特殊詐欺を調べた。", "The National Police Agency looked into # cases of special fraud."),
    ("桜島が噴火し、鹿児島空港に灰が降った。", "Sakurajima erupted, and ash fell on Kagoshima Airport."),
    ("東京電力は原子力発電所の再稼働を申請した。", "Tokyo Electric Power applied to restart the nuclear power plant."),
    ("日本銀行は金利を引き上げると発表した。", "The Bank of Japan said that it would raise interest rates."),
    ("研究者は#匹のマウスで新しいワクチンを試した。", "Researchers tried the new vaccine on # mice."),
    ("裁判所は会社に賠償金の支払いを命じた。", "The court ordered the company to pay damages."),
    ("外務省は中国大使館に抗議した。", "The Foreign Ministry protested to the Chinese embassy."),
    ("大学入学共通テストが#会場で始まった。", "The Common Test for University Admissions began at # places."),
    ("気象庁は台風の進路を予想した。", "The Japan Meteorological Agency forecast the course of the typhoon."),
    ("漁業組合は海洋汚染を心配している。", "The fishery cooperative is worried about marine pollution."),
]
"""Sentences with their translations; # is a number of its own in each."""

_SYLLABLES = [
    ("アル", "al"), ("バー", "bar"), ("ベル", "bel"), ("ブラ", "bra"), ("クリ", "cri"), ("カン", "can"), ("キャ", "ca"),
    ("コー", "cor"), ("ダン", "dan"), ("デ", "de"), ("ディ", "di"), ("ドル", "dol"), ("エル", "el"), ("フェ", "fe"),
    ("フィ", "fi"), ("フロ", "flo"), ("ガー", "gar"), ("グラ", "gra"), ("ギル", "gil"), ("ハン", "han"), ("ヘル", "hel"),
    ("ジョ", "jo"), ("ジェ", "je"), ("クロ", "clo"), ("ラン", "lan"), ("レ", "le"), ("ロー", "lor"), ("マ", "ma"),
    ("メル", "mel"), ("ミ", "mi"), ("モン", "mon"), ("ネ", "ne"), ("ノー", "nor"), ("パー", "per"), ("ペ", "pe"),
    ("プロ", "pro"), ("リ", "ri"), ("サン", "san"), ("シェ", "she"), ("スタ", "sta"), ("ソン", "son"), ("テ", "te"),
    ("トル", "tol"), ("ヴィ", "vi"),
]  # fmt: skip
_WORDS_APART = 7919  # a prime number: neighbouring words differ in each of their syllables


def made_up(k: int) -> tuple[str, str]:
    """The word number `k` of 85,184 different ones, in katakana and in Latin letters; no dictionary has it."""
    syllables, number = [], k * _WORDS_APART
    for _ in range(3):
        number, syllable = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[syllable])
    return "".join(kana for kana, _ in syllables), "".join(latin for _, latin in syllables)


NEWS = [
    ("{0}社は#年に{1}の{2}を始めた。", "{0} began with the {2} of the {1} in #."),
    ("{0}の{1}に#人が集まり、{2}を求めた。", "In {0}, # people gathered at the {1} and demanded the {2}."),
    ("{1}は{0}で起きた{2}の原因を調べた。", "The {1} looked into the cause of the {2} in {0}."),
    ("{0}氏は{1}と{2}に#円を払った。", "{0} paid # yen for the {1} and the {2}."),
    ("{1}は{0}の{2}を#％減らすと発表した。", "The {1} announced that it would reduce the {2} of {0} by # percent."),
]
"""Patterns of sentences with their translations: {0} is a name, {1} and {2} are nouns, and # is a number."""

MONTHS = "January February March April May June July August September October November December".split()
