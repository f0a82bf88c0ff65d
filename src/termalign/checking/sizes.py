"""Sizes in letters, which Japan and other countries write differently: LL, *XL*; 3L, *XXL*; フリーサイズ, *one size*."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from termalign.quantities.quantity import Offsets
from termalign.text import blanked_at
from termalign.text.narrow import narrowed

#: The spellings of each size. Shops give a Japanese size with a number as *XXL*, as *XXXL* or by the same number (3L, *3XL*).
_SIZES = (
    "XXS 3S SSS",
    "XS SS",
    "S small",
    "M medium",
    "L large",
    "XL LL 2L extra-large",
    "XXL 2XL LLL 2L 3L",
    "XXXL 3XL 3L 4L",
    "XXXXL 4XL 4L 5L",
    "5XL 5L 6L",
    "F フリー one-size free-size",
)
_LETTERS = "(?:(?:[2-6]X?|X{1,4})[SL]|[SML]|S{2,3}|L{2,3})"
_SIZE = f"(?:{_LETTERS}|F|フリー|(?i:one[- ]size|free[- ]size))"
_LIST = f"{_SIZE}(?: ?(?:[-–〜～~・、,/／]|から|to|and|or) ?{_SIZE})*"
_RANGE = f"{_LETTERS} ?(?:[-–〜～~]|to) ?{_LETTERS}"
_ALONE, _ENDS = r"(?<![A-Za-z0-9.&’'/_-])", r"(?![A-Za-z0-9&’'/_=]|[.-][A-Za-z0-9])"
_ANY = re.compile(f"(?<![A-Za-z0-9])(?:{_SIZE}|(?i:(?:extra[- ])?large|medium|small))(?![A-Za-z0-9])")
_IN_JAPANESE = re.compile(
    f"サイズ(?:展開)?[はがの]?[:：]? ?({_LIST}){_ENDS}|{_ALONE}({_LIST}) ?(?:サイズ|展開)|{_ALONE}({_RANGE}){_ENDS}"
)
_IN_ENGLISH = re.compile(
    rf"(?<!(?:US|UK|EU) )\b(?i:sizes?:? (?:(?:is|are|in|from) )?)({_LIST}){_ENDS}|{_ALONE}({_LIST})(?i:[ -]sized?\b)"
    f"|{_ALONE}({_RANGE}|[2-6]XL|X+[SL]|LL+|(?i:one size)){_ENDS}"
)


class _Size(NamedTuple):
    """A size with the rows of `_SIZES` that have it."""

    rows: frozenset[int]
    span: Offsets


def unlike_sizes(ja: str, en: str) -> list[tuple[Offsets, Offsets]]:
    """Return the sizes of the Japanese that the English lacks, each with one that only the English has.

    >>> for ja, en in [("LLサイズ", "Size XL"), ("LLサイズ", "Size L"), ("S〜Lサイズ", "Sizes S–XL"), ("フリーサイズ", "Size M")]:
    ...     print([(ja[slice(*one)], en[slice(*other)]) for one, other in unlike_sizes(ja, en)])
    []
    [('LL', 'L')]
    [('L', 'XL')]
    [('フリー', 'M')]
    """
    ours = _sizes(_IN_JAPANESE, ja)
    theirs = _sizes(_IN_ENGLISH, en) if ours else []
    if not theirs:
        return []
    all_ours, all_theirs = (frozenset().union(*(size.rows for size in _any(text))) for text in (ja, en))
    lost = [size.span for size in ours if size.rows.isdisjoint(all_theirs)]
    new = [size.span for size in theirs if size.rows.isdisjoint(all_ours)]
    return list(zip(lost, new, strict=False))


def without_sizes(ja: str, en: str) -> tuple[str, str]:
    """Return both texts with blanks in place of sizes, which are neither volumes (4L) nor acronyms (LL)."""
    ours = [size.span for size in _sizes(_IN_JAPANESE, ja)]
    return (blanked_at(ja, ours), blanked_at(en, [size.span for size in _sizes(_IN_ENGLISH, en)])) if ours else (ja, en)


def _sizes(written: re.Pattern[str], text: str) -> Sequence[_Size]:
    """Return the sizes that stand where a size is expected."""
    return [
        size for found in written.finditer(narrowed(text)) for size in _any(text, *found.span(found.lastindex or 0))
    ]


def _any(text: str, start: int = 0, end: int | None = None) -> Sequence[_Size]:
    """Return all letters and words in a part of a text that may be sizes."""
    found = _ANY.finditer(narrowed(text), start, len(text) if end is None else end)
    return [_Size(_rows(each[0]), each.span()) for each in found]


def _rows(size: str) -> frozenset[int]:
    written = size.lower().replace(" ", "-")
    return frozenset(k for k, spellings in enumerate(_SIZES) if written in spellings.lower().split())
