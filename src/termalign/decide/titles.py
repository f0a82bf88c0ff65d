"""Features of given terms that are titles: text in brackets, or a phrase in the form of a title."""

import re
from collections.abc import Sequence, Set

from termalign.decide.setting import named
from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kana import all_katakana
from termalign.kinds.kind import Features
from termalign.once import once
from termalign.propose.candidate import Candidate

_TITLE = re.compile(r"『([^『』]+)』|「([^「」]+)」|《([^《》]+)》|〈([^〈〉]+)〉|“([^“”]+)”|\"([^\"]+)\"")
_PHRASAL = ("助詞", "助動詞", "動詞", "形容詞", "連体詞", "代名詞", "副詞")
_SUBTITLES = frozenset(":/~〜")
_NUMERALS = frozenset("0123456789一二三四五六七八九十IVX")


def titled(candidates: Sequence[Candidate], ja: JapaneseText, english: EnglishText) -> None:
    """Add to a term's candidates whether the term is a title, and how well each candidate's English suits one."""
    a, b = candidates[0].a, candidates[0].b
    span = ja.morphemes[a].start, ja.morphemes[b - 1].end
    sorts = []
    if span in _in_title_marks(ja):
        sorts.append("title")
    if any(m.pos.startswith(_PHRASAL) for m in ja.morphemes[a:b]):
        sorts.append("phrase")
    if any(c in _SUBTITLES for c in ja.surface(a, b)[1:-1]):
        sorts.append("subtitle")
    if not _NUMERALS.isdisjoint(ja.surface(a, b)):
        sorts.append("numeral")
    if all_katakana(ja.surface(a, b)):
        sorts.append("single name")
    for c in candidates:
        f = _as_title(c, english)
        for sort in sorts:
            c.features[named("given", sort)] = 1.0
            c.features.update({named(sort, name): value for name, value in f.items() if value})


@once
def _in_title_marks(ja: JapaneseText) -> Set[tuple[int, int]]:
    return {m.span(m.lastindex or 0) for m in _TITLE.finditer(ja.text)}


def _as_title(c: Candidate, english: EnglishText) -> Features:
    number = english.forms[c.j - 1]
    return {
        "quoted": float(english.quotes and english.quoted(c.i, c.j)),
        "capitals at both ends": float(english.capitalised[c.i] and english.capitalised[c.j - 1]),
        "goes on in capitals": float(c.j < len(english) and english.capitalised[c.j]),
        "begins in capitals": float(c.i > 0 and english.capitalised[c.i - 1]),
        "number": float(number[0].isdigit() or number.strip("IVX") == ""),
        "number behind": float(c.j < len(english) and english.forms[c.j].strip("IVX0123456789") == ""),
        "words": c.features.get("words", 0.0),
        "free": c.features.get("left words free", 0.0),
        "named": c.features.get("named", 0.0),
        "lacking": 1 - c.features.get("left covered", 0.0),
    }
