"""Ruby: readings printed beside words, and the notes of annotators.

Two notations are read: that of HTML (``<ruby>島原<rt>しまばら</rt></ruby>``) and that of the library Aozora Bunko
(``島原《しまばら》``, ``｜島原《しまばら》``), with the notes of its annotators (``［＃…］``).

Double angle brackets are also quotation marks, above all of works of art. Without ``｜``, they hold ruby only if all of them
in the text do: kana, directly after kanji.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from termalign.text.blanks import blanked_at
from termalign.text.scripts import KANJI
from termalign.text.unseen import HIDDEN

_KANJI = f"々〆〇仝ヶ{KANJI}"
_ELEMENT = re.compile(r"<ruby\b[^<>]*>(?P<inside>(?:(?!</?ruby\b).)*)</ruby\s*>", re.IGNORECASE | re.DOTALL)
_BESIDE = re.compile(
    r"<rt\b[^<>]*>(?P<kana>[^<]*)(?:</rt\s*>)?|<rp\b[^<>]*>[^<]*(?:</rp\s*>)?|</?rb\b[^<>]*>", re.IGNORECASE
)
_BRACKETED = re.compile(
    r"(?P<bar>｜)(?P<base>[^｜《》\n]{1,20})《(?P<said>[^《》]{1,40})》"
    rf"|(?<![{_KANJI}])(?P<kanji>[{_KANJI}]{{1,20}})《(?P<kana>[ぁ-ゖァ-ヺーヽヾゝゞ・\s]{{1,20}})》"
)
_NOTE = re.compile(r"［＃[^［］\n]*］")
_HIRAGANA = re.compile("[ぁ-ゖ]")


class Ruby(NamedTuple):
    """The reading `kana` of the code points ``start:end`` of a text."""

    start: int
    end: int
    kana: str


def ruby(text: str) -> list[Ruby]:
    """Return the readings that ruby gives, in order.

    Examples
    --------
    >>> ruby("｜島原《しまばら》の乱")
    [Ruby(start=1, end=3, kana='しまばら')]
    >>> ruby("ゴッホの《ひまわり》")
    []
    """
    return [one for one, _ in _found(text)]


def without_ruby(text: str) -> str:
    r"""Return a text of the same length, with ruby and annotators' notes hidden.

    Examples
    --------
    >>> for text in ("島原《しまばら》の乱", "<ruby>島<rt>しま</rt>原<rt>ばら</rt></ruby>の乱［＃「乱」に傍点］"):
    ...     print(without_ruby(text).replace("\u2060", ""))
    島原の乱
    島原の乱
    """
    spans = [span for _, beside in _found(text) for span in beside]
    if "［＃" in text:
        spans += [note.span() for note in _NOTE.finditer(text)]
    return blanked_at(text, spans, HIDDEN) if spans else text


_Spans = list[tuple[int, int]]


def _found(text: str) -> list[tuple[Ruby, _Spans]]:
    """Return each reading with what is not read aloud beside its base."""
    if "《" not in text and "</" not in text:
        return []
    return sorted([*_elements(text), *_bracketed(text)])


def _elements(text: str) -> Iterator[tuple[Ruby, _Spans]]:
    for element in _ELEMENT.finditer(text):
        start, end = element.span("inside")
        sides = list(_BESIDE.finditer(text, start, end))
        beside = [(element.start(), start), *(side.span() for side in sides), (end, element.end())]
        base = [(a, b) for (_, a), (b, _) in pairwise(beside) if text[a:b].strip()]
        kana = "".join([side["kana"] or "" for side in sides])
        if base and kana:
            yield Ruby(base[0][0], base[-1][1], "".join(kana.split())), beside


def _bracketed(text: str) -> list[tuple[Ruby, _Spans]]:
    found = list(_BRACKETED.finditer(text))
    barred = any(one["bar"] for one in found)
    if not barred and (len(found) < text.count("《") or not any(_HIRAGANA.search(one["kana"]) for one in found)):
        return []
    return [
        (Ruby(start, end, "".join((one["said"] or one["kana"]).split())), [(one.start(), start), (end, one.end())])
        for one in found
        for start, end in [one.span("base" if one["bar"] else "kanji")]
    ]
