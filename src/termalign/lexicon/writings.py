"""Headwords that are spellings of one word. They differ in okurigana, in kana for kanji, or in ー and similar in loanwords.

A JMdict entry lists more than the spellings of one word: it also has other readings (塵 is ごみ and あくた), words that some
writers distinguish by kanji (早い and 速い), and kana that a dozen words share (こうえん). Two headwords of an entry are
spellings of one word here if they have a reading in common and

- have the same kanji in the same order: 引っ越し, 引越し, 引越; 子どもたち, 子供達;
- or one has kana for some of the other's kanji: 命懸け, 命がけ. A form in kana alone counts only if the word is usually
  written that way, or is the only common word with these kana. A form with kanji counts only if it is not mostly another
  word: 米 is こめ, and not メートル;
- or both are kana with nearly the same letters, and the word has no kanji: インターフェース, インタフェース;
- or they are compounds that differ in a kanji: 交叉 and 交差. These are marked, because only a second dictionary can
  distinguish them from different words such as 保証 and 保障.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from termalign.lexicon.folding import all_folded, folded_steady
from termalign.text.scripts import KANJI

OTHER_KANJI = "!"  # comes before a spelling with another kanji
_ALIKE, _MUCH_ALIKE = 0.6, 0.75  # share of equal letters: テレフォン, テレホン; リュックサック, ルックサック
_LONG = 4  # letters; in shorter words a difference matters: レーン and レイン are two words
_KANJI = re.compile(f"[{KANJI}]")
_HIRAGANA = re.compile("[ぁ-ゖー]+")


class _Form(NamedTuple):
    """One headword of an entry, with its senses and readings there."""

    headword: str
    key: str  # the headword folded
    kanji: str
    senses: str
    readings: frozenset[str]


def writings(rows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the other spellings of each word, by `folded` headword, from the rows of the lexicon's table ``word``.

    `OTHER_KANJI` comes before a spelling with another kanji.
    """
    table = list(rows)
    keys = all_folded([headword for headword, _ in table])
    entries: defaultdict[str, list[_Form]] = defaultdict(list)
    flags: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (headword, value), key in zip(table, keys, strict=True):
        kanji = "".join(_KANJI.findall(key))
        for line in value.split("\n"):
            number, flag, senses, *readings = line.split("\t")
            flags[key][number] = flag + flags[key].get(number, "")
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
    """Return the numbers of the entries that a headword stands for by itself.

    A headword with kanji stands for its common words if it has any: 米 for こめ, but not for メートル.
    """
    usual = [number for number, flag in flags.items() if "u" in flag]
    common = [number for number, flag in flags.items() if "c" in flag]
    if form.kanji:
        return common or flags
    return usual or (common if len(common) == 1 else ())


def _relation(a: _Form, b: _Form, a_own: bool, b_own: bool, spelled_out: bool) -> str | None:
    """Return `OTHER_KANJI` or ``""`` for two spellings of one word, and None for two forms that are not."""
    if not a.kanji and not b.kanji:
        return "" if not spelled_out and _sounds_alike(a, b) else None
    if not (a.kanji and b.kanji):
        kana, other = (a, b) if not a.kanji else (b, a)
        return "" if a_own and b_own and kana.key in other.readings else None
    return None if a.readings.isdisjoint(b.readings) else _relation_of_kanji(a, b, a_own and b_own)


def _relation_of_kanji(a: _Form, b: _Form, own: bool) -> str | None:
    """Return the mark as `_relation` does, for two forms with kanji that share a reading."""
    if a.kanji == b.kanji:
        return ""
    if not own:
        return None
    if _is_partly_kana(a, b) or _is_partly_kana(b, a):
        return ""
    apart = a.readings != b.readings or (a.senses and b.senses and set(a.senses.split()).isdisjoint(b.senses.split()))
    return None if apart or len(a.kanji) == len(b.kanji) == 1 else OTHER_KANJI


def _is_partly_kana(few: _Form, many: _Form) -> bool:
    """Return whether `few` has kana for some of the kanji of `many`: 命がけ, 命懸け."""
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
    """Return the rows of the table ``writing``."""
    return ((headword, "\t".join(others)) for headword, others in sorted(found.items()))
