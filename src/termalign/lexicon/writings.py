"""Headwords of a dictionary that are spellings of one word: okurigana, kana for kanji, ー and the like in loanwords.

An entry of JMdict lists all that a word is written with, and more: readings of another kind (塵 is ごみ and あくた), words
that some tell apart by their kanji (早い and 速い), and kana that a dozen words share (こうえん). What is taken for one word
here stands in one entry, is read alike, and

- has the same kanji in the same order: 引っ越し, 引越し, 引越; 子どもたち, 子供達;
- or kana for some of them: 命懸け, 命がけ; of kana alone only where the word is usually written so, or no other common word is;
- or is all kana, of a word that has no kanji, and nearly the same letters: インターフェース, インタフェース;
- or has another kanji in a compound, 交叉 and 交差: marked, as only a second dictionary tells them from 保証 and 保障.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from termalign.kana.script import KANJI
from termalign.lexicon.folding import all_folded, folded_steady

OTHER_KANJI = "!"  # stands before a writing with another kanji
_ALIKE, _MUCH_ALIKE = 0.6, 0.75  # of the letters of two loanwords: テレフォン, テレホン; リュックサック, ルックサック
_LONG = 4  # letters; レーン and レイン are two words, whatever stands in one entry
_KANJI = re.compile(f"[{KANJI}]")
_HIRAGANA = re.compile("[ぁ-ゖー]+")


class _Form(NamedTuple):
    """One headword of an entry, with its tags in the entry."""

    headword: str
    key: str  # the headword folded
    kanji: str
    senses: str
    readings: frozenset[str]


def writings(rows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the other writings of each word.

    Parameters
    ----------
    rows : iterable of (str, str)
        The rows of the lexicon's table ``word``.

    Returns
    -------
    dict
        `folded` headword → the other headwords of the word; those with another kanji after `OTHER_KANJI`.
    """
    table = list(rows)
    keys = all_folded([headword for headword, _ in table])
    entries: defaultdict[str, list[_Form]] = defaultdict(list)
    flags: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (headword, value), key in zip(table, keys, strict=True):
        kanji = "".join(_KANJI.findall(key))
        for line in value.split("\n"):
            number, flag, senses, *readings = line.split("\t")
            flags[key][number] = flag
            entries[number].append(_Form(headword, key, kanji, senses, frozenset(map(folded_steady, readings))))
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for number, forms in entries.items():
        if len(forms) == 1:
            continue
        spelled_out = any(form.kanji for form in forms)
        own = [number in _own(form, flags[form.key]) for form in forms]
        for (k, a), (j, b) in combinations(enumerate(forms), 2):
            if a.key != b.key and (mark := _relation(a, b, own[k], own[j], spelled_out)) is not None:
                found[a.key][mark + b.headword] = None
                found[b.key][mark + a.headword] = None
    return {key: list(others) for key, others in found.items()}


def _own(form: _Form, flags: dict[str, str]) -> Iterable[str]:
    """Return the entries that a headword alone identifies."""
    usual = [number for number, flag in flags.items() if "u" in flag]
    if usual or form.kanji:
        return usual or flags
    common = [number for number, flag in flags.items() if "c" in flag]
    return common if len(common) == 1 else ()


def _relation(a: _Form, b: _Form, a_own: bool, b_own: bool, spelled_out: bool) -> str | None:
    """Return the mark of one form as a spelling of the other; None if it is none."""
    if not a.kanji and not b.kanji:
        return "" if not spelled_out and _sounds_alike(a, b) else None
    if not (a.kanji and b.kanji):
        kana, other, own = (a, b, a_own) if not a.kanji else (b, a, b_own)
        return "" if own and kana.key in other.readings else None
    if a.readings.isdisjoint(b.readings):
        return None
    if a.kanji == b.kanji:
        return ""
    if not (a_own and b_own):
        return None
    if _is_partly_kana(a, b) or _is_partly_kana(b, a):
        return ""
    apart = a.readings != b.readings or (a.senses and b.senses and set(a.senses.split()).isdisjoint(b.senses.split()))
    return None if apart or len(a.kanji) == len(b.kanji) == 1 else OTHER_KANJI


def _is_partly_kana(few: _Form, many: _Form) -> bool:
    """Return whether one has kana for some of the kanji of the other: 命がけ, 命懸け."""
    rest = iter(many.kanji)
    more_kana = len(few.key) - len(few.kanji) > len(many.key) - len(many.kanji)
    return len(few.kanji) < len(many.kanji) and more_kana and all(kanji in rest for kanji in few.kanji)


def _sounds_alike(a: _Form, b: _Form) -> bool:
    if _HIRAGANA.fullmatch(a.headword) or _HIRAGANA.fullmatch(b.headword):
        return False
    least = _ALIKE if a.key[:1] == b.key[:1] and min(len(a.key), len(b.key)) >= _LONG else _MUCH_ALIKE
    matcher = SequenceMatcher(None, a.key, b.key, autojunk=False)
    return matcher.quick_ratio() >= least and matcher.ratio() >= least


def packed_rows(found: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the rows of the table ``writing``."""
    return ((headword, "\t".join(others)) for headword, others in sorted(found.items()))
