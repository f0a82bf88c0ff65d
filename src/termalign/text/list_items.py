"""Terms in a list as people write them: with a bullet or a number, quotation marks, the mark of a note, an age, and a reading."""

import re
from typing import NamedTuple

from termalign.text.scripts import KANJI

_BULLET = re.compile(
    r"(?:[・･•‣●○◎◯■□◆◇▶►➤▼▽※★☆→✓✔☑\u2460-\u249b\u2776-\u277f\u3251-\u325f]|[△▲](?![0-9０-９])"
    r"|[0-9０-９]{1,3}[.．)）](?![0-9０-９])|[(（](?:[0-9０-９]{1,2}|[ア-ン])[)）]|[-–—*＊+](?=[ \u3000]))[ \u3000]*"
)
_NOTE_MARK = re.compile(
    r"(?:[※*＊†‡][0-9０-９]{0,2}|[(（]注[0-9０-９]{0,2}[)）]"
    rf"|(?<=[々ぁ-ゖァ-ヺー{KANJI}])[(（](?:[0-9０-９]{{2,3}}|[0-9０-９]{{1,3}}歳)[)）])$"  # an age
)
_LONGEST_MARK = 7  # code points; only the end of a term is searched
_QUOTES = frozenset(("「」", "『』", "【】", "［］", "[]", "〈〉", "《》", "〔〕", "“”", "‘’", '""'))
_READ = re.compile("(?P<term>.+?)[(（〔［\\[](?P<kana>[ぁ-ゖー・ \u3000]+)[)）〕］\\]]", re.DOTALL)
_CLOSING = frozenset(")）〕］]")  # brackets
_KANJI = re.compile(f"[々〆{KANJI}]")
_KANA = re.compile("[ぁ-ゖ]")
_ENDINGS = frozenset("する な の に と し".split())  # 検討（する）


class ListItem(NamedTuple):
    """A term in a list, and its reading in brackets, or ``""``."""

    term: str
    reading: str = ""


def list_item(line: str) -> ListItem:
    """Return the term on a line of a list, without what people write around it, in whatever order that is.

    These are a bullet or number, a pair of quotation marks, the mark of a note, an age, and a reading or an ending in brackets.

    Examples
    --------
    >>> list_item("・坐禅会(ざぜんかい)"), list_item("1. 「警察庁」※"), list_item("「いじめ」の防止").term
    (ListItem(term='坐禅会', reading='ざぜんかい'), ListItem(term='警察庁', reading=''), '「いじめ」の防止')
    >>> list_item("石破茂首相(67)").term, list_item("田辺竜馬（24歳）").term
    ('石破茂首相', '田辺竜馬')
    >>> [list_item(line).term for line in ("△5％", "3.11", "塩化鉄(III)", "社員（アルバイト）", "、")]
    ['△5％', '3.11', '塩化鉄(III)', '社員（アルバイト）', '、']
    """
    if line.isalpha():  # as most terms are
        return ListItem(line)
    term = _without_marks(line)
    found = _READ.fullmatch(term)
    item = _read(_without_marks(found["term"]), found["kana"]) if found else None
    return item or ListItem(term if any(map(str.isalnum, term)) else line.strip())


def read_aloud(term: str) -> ListItem:
    """Return a term without a reading or an ending in brackets after its kanji, and the reading.

    A reading is at least as long as the term, and has its hiragana.

    Examples
    --------
    >>> read_aloud("引越し（ひっこし）"), read_aloud("検討(する)").term, read_aloud("食べ物（おやつ）").term
    (ListItem(term='引越し', reading='ひっこし'), '検討', '食べ物（おやつ）')
    """
    found = _READ.fullmatch(term) if term[-1:] in _CLOSING else None
    return (_read(found["term"].rstrip(), found["kana"]) if found else None) or ListItem(term)


def _read(term: str, kana: str) -> ListItem | None:
    """Return a term with the kana in brackets after it, or None if these are neither its reading nor an ending."""
    if kana in _ENDINGS and _KANJI.search(term):
        return ListItem(term)
    heard = iter(kana)
    long_enough = sum(map(str.isalpha, kana)) >= sum(map(str.isalnum, term))
    is_reading = long_enough and _KANJI.search(term) and all(letter in heard for letter in _KANA.findall(term))
    return ListItem(term, kana) if is_reading else None


def _without_marks(line: str) -> str:
    """Return a line without bullets, marks of notes, ages, and quotation marks around all of it."""
    term, before = line.strip(), ""
    while term != before:
        before = term
        bullet = _BULLET.match(term)
        start = bullet.end() if bullet else 0
        note = _NOTE_MARK.search(term, max(start, len(term) - _LONGEST_MARK))
        term = _without_quotes(term[start : note.start() if note else None])
    return term


def _without_quotes(term: str) -> str:
    """Return a term without quotation marks around all of it."""
    inner = term[1:-1]
    is_quoted = term[:1] + term[-1:] in _QUOTES and not any(quote in inner for quote in (term[0], term[-1]))
    return (inner if is_quoted else term).strip()
