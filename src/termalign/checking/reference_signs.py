"""Reference signs at another noun: 制御部１２ and 記憶部１４, *control unit 14* and *storage unit 12*.

A sign may be in brackets (電極(11)). Nouns that an ordinal tells apart (第1の電極11, 第2の電極12) are known by it.
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

from termalign.checking.preceding import preceding
from termalign.checking.segment import LINKED, Segment
from termalign.model import Link
from termalign.quantities.japanese_dates import placed
from termalign.quantities.quantity import Offsets
from termalign.text.reference_signs import JAPANESE_SIGN, NOUN, SIGN

_BRACKETED = f"[(（]({SIGN})[)）]"
_JAPANESE = re.compile(f"{_BRACKETED}|({JAPANESE_SIGN})")
_ENGLISH = re.compile(rf" {_BRACKETED}| ({SIGN})(?![0-9A-Za-z%°:/-]|[.,][0-9]| (?:of|to|and) [0-9])")
_BEHIND_A_NOUN = (
    re.compile(f"(?<={NOUN})(?:{_JAPANESE.pattern})"),
    re.compile(f"(?<=[a-z])(?:{_ENGLISH.pattern})"),
)
_BEHIND_ORDINAL = re.compile("第[1-9１-９一二三四五六七八九]の?$")
_ORDERED = (
    re.compile(rf"第([1-9１-９一二三四五六七八九])の?{NOUN}{{1,12}}?(?:{_JAPANESE.pattern})"),
    re.compile(
        r"\b(first|second|third|fourth|fifth)(?: (?!(?:a|an|the|and|or|of|on|in|to|at|with|by|from)\b)[a-z-]+){1,4}"
        rf"(?:{_ENGLISH.pattern})",
        re.IGNORECASE,
    ),
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_NO_NOUNS = frozenset({"number", "date", "verbatim"})


def moved_signs(segment: Segment) -> Iterator[tuple[Offsets, Offsets]]:
    """Yield the spans of signs of a noun, in the Japanese and in the English, if the English sign is that of another noun.

    The aligner's links tell which nouns correspond. The noun may nowhere in the English have its own sign.
    """
    yield from _at_other_ordinals(segment.ja_prose, segment.en_prose)
    ja, en = segment.ja_prose, segment.en_prose
    ours, theirs = (_all_signs(sign, text) for sign, text in zip(_BEHIND_A_NOUN, (ja, en), strict=True))
    shared = ours & theirs
    if len(shared) < 2:
        return  # before the texts are aligned
    for link in segment.links:
        ordered = preceding(_BEHIND_ORDINAL, ja, link.ja.start)
        both = _signs(link, ja, en) if link.score >= LINKED and link.kind not in _NO_NOUNS and not ordered else None
        if both is None:
            continue
        sign, instead = _plain(ja[slice(*both[0])]), _plain(en[slice(*both[1])])
        if sign != instead and {sign, instead} <= shared and not _has(en, link.en.text, sign):
            yield both


def _at_other_ordinals(ja: str, en: str) -> Iterator[tuple[Offsets, Offsets]]:
    """Yield the spans of the sign of the first and of that of the second, if they are exchanged in the English."""
    ours, theirs = (_by_ordinal(ordered, text) for ordered, text in zip(_ORDERED, (ja, en), strict=True))
    in_both = {sign for sign, _ in ours.values()} & {sign for sign, _ in theirs.values()}
    for ordinal, (sign, at) in ours.items():
        other, there = theirs.get(ordinal, (sign, at))
        if sign != other and {sign, other} <= in_both:
            yield at, there


def _by_ordinal(ordered: re.Pattern[str], text: str) -> dict[int, tuple[str, Offsets]]:
    """Return the sign of each ordinal with its span. An ordinal with several signs is left out."""
    found: dict[int, tuple[str, Offsets]] = {}
    several: set[int] = set()
    for each in ordered.finditer(text):
        ordinal = _ORDINALS.get(each[1].lower()) or placed(each[1])
        sign, span = _plain(each[each.lastindex or 0]), each.span(each.lastindex or 0)
        if found.setdefault(ordinal, (sign, span))[0] != sign:
            several.add(ordinal)
    return {ordinal: sign for ordinal, sign in found.items() if ordinal not in several}


def _all_signs(behind: re.Pattern[str], text: str) -> set[str]:
    return {_plain(found[1] or found[2]) for found in behind.finditer(text)}


def _signs(link: Link, ja: str, en: str) -> tuple[Offsets, Offsets] | None:
    """Return the spans of the signs directly behind both sides of a link."""
    one, other = _JAPANESE.match(ja, link.ja.end), _ENGLISH.match(en, link.en.end)
    return (one.span(one.lastindex or 0), other.span(other.lastindex or 0)) if one and other else None


def _plain(sign: str) -> str:
    return normalize("NFKC", sign)


def _has(text: str, noun: str, sign: str) -> bool:
    """Return whether a text has a noun with a sign, also in the plural or with other signs between: *units 12 and 14*."""
    between = "(?: [(]?[0-9]+[A-Za-z]?[)]?,?| and| or| to)*"
    return re.search(rf"{re.escape(noun)}s?{between} [(]?{re.escape(sign)}\b", text, re.IGNORECASE) is not None
