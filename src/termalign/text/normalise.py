"""Normalisation of compatibility forms, with a mapping back to the caller's own offsets.

MeCab's dictionary has only full-width kana and precomposed characters, so ``ﾊﾝｶｸ``, ``㍿`` and ``か`` + U+3099 must be folded
before analysis. All spans that the library returns refer to the caller's text.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import takewhile

#: Full-width ASCII as plain ASCII, for `str.translate`.
HALF_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)}
# Characters that fold one to one, so that ordinary text keeps its offsets: full-width ASCII and the ideographic space.
# NUL would silently end MeCab's parse, and lone surrogates cannot be encoded: both become U+FFFD, in place.
_ONE_TO_ONE = HALF_WIDTH | {0x3000: 0x20, 0x00: 0xFFFD}
_ONE_TO_ONE |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
# Variant characters that are frequent in family names, but are in no MeCab dictionary.
_ONE_TO_ONE |= str.maketrans("髙﨑𠮷濵栁", "高崎吉浜柳")
#: Not folded: 2½ would become 21⁄2, and ½ three characters that must not be separated.
_FRACTIONS = frozenset("¼½¾" + "".join(map(chr, range(0x2150, 0x2160))) + "\u2189")
#: Variation selectors, which only change how the character before them is drawn (辻 with one dot or two).
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_MARKS = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
#: Invisible characters: soft hyphens, zero-width spaces and joiners, direction marks, selectors.
_UNSEEN = _SELECTORS | frozenset(_MARKS)
#: Invisible characters that no span begins or ends with. The other selectors decide how the kanji before them is drawn.
_AT_NO_END = _MARKS + "\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Normalised:
    """A folded text and the map from its offsets to the raw text's.

    Every folded character comes from at least one raw character, in the same order, and every visible raw character goes into
    at least one folded character. A span that is not empty never becomes empty, in either direction: invisible characters
    alone stand for the character before them, or for the first one.

    Attributes
    ----------
    raw, text : str
        The caller's string and the folded one.
    starts, ends : tuple of int or None
        Code point ``i`` of `text` comes from the raw code points ``starts[i]:ends[i]``. None if the two strings have the same
        offsets.
    """

    raw: str
    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw offsets of the folded span ``start:end`` (code points, half-open)."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.raw)
            return at, at
        return self.starts[start], self.ends[end - 1]

    def part(self, start: int, end: int) -> "Normalised":
        """Return the folded code points ``start:end`` as a text of their own.

        Its raw text begins at ``raw_span(start, end)[0]``.
        """
        first, last = self.raw_span(start, end)
        raw, text = self.raw[first:last], self.text[start:end]
        if self.starts is None or self.ends is None:
            return Normalised(raw, text)
        starts = tuple([x - first for x in self.starts[start:end]])
        return Normalised(raw, text, starts, tuple([x - first for x in self.ends[start:end]]))

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest folded span that covers the visible characters of the raw offsets ``start:end``."""
        if self.starts is None or self.ends is None:
            return start, end
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        if first == last and start < end:
            first = max(first - 1, 0)
            last = first + 1
        return first, last


def normalise(raw: str) -> Normalised:
    """Return `raw` folded to NFKC, one cluster of base and combining marks at a time, with the map of offsets.

    Invisible characters inside a cluster are merged into it, and those at its ends belong to no character. A text of only
    invisible characters becomes a space.

    Examples
    --------
    >>> folded = normalise("ﾊﾞｲﾄ㍿")
    >>> folded.text, folded.raw_span(3, 7)
    ('バイト株式会社', (4, 5))
    """
    text = raw.translate(_ONE_TO_ONE)
    unseen = not _UNSEEN.isdisjoint(text)
    if not unseen and unicodedata.is_normalized("NFKC", text):
        return Normalised(raw, text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, size = 0, len(text)
    stop = sum(1 for _ in takewhile(_UNSEEN.__contains__, text))  # these join the first visible character
    while at < size:
        stop = min(stop + 1, size)
        while stop < size and _joins(text[stop]):
            stop += 1
        cluster = text[at:stop]
        seen = "".join([char for char in cluster if char not in _UNSEEN]) or " " if unseen else cluster
        folded = seen[0] if seen[0] in _FRACTIONS else unicodedata.normalize("NFKC", seen)
        if folded == cluster:
            starts.extend(range(at, stop))
            ends.extend(range(at + 1, stop + 1))
        else:
            first, last = _without_ends(cluster)
            starts.extend([at + first] * len(folded))
            ends.extend([at + last] * len(folded))
        pieces.append(folded)
        at = stop
    return Normalised(raw, "".join(pieces), tuple(starts), tuple(ends))


def _without_ends(cluster: str) -> tuple[int, int]:
    """Return the offsets of a cluster without the invisible characters at its ends, or of all of it if nothing else is left."""
    first, last = len(cluster) - len(cluster.lstrip(_AT_NO_END)), len(cluster.rstrip(_AT_NO_END))
    return (first, last) if first < last else (0, len(cluster))


def without_unseen(text: str) -> str:
    """Return a text without its invisible characters.

    >>> without_unseen("サー\u200bバー\ufe0f")
    'サーバー'
    """
    return text if _UNSEEN.isdisjoint(text) else "".join([char for char in text if char not in _UNSEEN])


def _joins(char: str) -> bool:
    """Return whether `char` belongs to the character before it.

    True for a combining mark, a half-width voicing mark and an invisible character.
    """
    return unicodedata.combining(char) != 0 or char in "ﾞﾟ" or char in _UNSEEN
