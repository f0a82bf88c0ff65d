"""Normalisation of compatibility forms, with a mapping back to the caller's own offsets.

MeCab's dictionary knows full-width kana and precomposed characters only, so ``ﾊﾝｶｸ``, ``㍿`` or ``か`` + U+3099
have to be folded before analysis; the spans that are handed out are always the caller's.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import takewhile

# Characters that fold one to one, so that ordinary text keeps its offsets: full-width ASCII and the ideographic space.
# NUL would cut MeCab's parse silently and lone surrogates cannot be encoded: both become U+FFFD, in place.
_ONE_TO_ONE = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, 0x00: 0xFFFD}
_ONE_TO_ONE |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
# Variants of characters that are frequent in family names, and that no dictionary of MeCab's has.
_ONE_TO_ONE |= str.maketrans("髙﨑𠮷濵栁", "高崎吉浜柳")
#: Folded, 2½ would be 21⁄2, and a half three characters that no word may divide.
_FRACTIONS = frozenset("¼½¾" + "".join(map(chr, range(0x2150, 0x2160))) + "\u2189")
#: Variation selectors, which say how the character before them is drawn (辻 with one dot or two), and mean nothing.
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
#: What a page has between letters and nobody sees: soft hyphens, zero-width spaces and joiners, marks of direction.
_UNSEEN = _SELECTORS | frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A folded text and the map from its offsets to the raw text's.

    Folding keeps every character, whatever the text: each folded one comes from at least one of the raw text, in the same
    order, and each of the raw text has gone into at least one, so that no span that is not empty becomes empty on either way.

    Attributes
    ----------
    raw, text : str
        The caller's string and the folded one.
    starts, ends : tuple of int or None
        For code point ``i`` of `text`, the raw code points ``starts[i]:ends[i]`` it came from; None when the two
        strings have the same offsets.
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
        """Return the folded code points ``start:end`` as a text of their own; its raw text begins at
        ``raw_span(start, end)[0]``.
        """
        first, last = self.raw_span(start, end)
        raw, text = self.raw[first:last], self.text[start:end]
        if self.starts is None or self.ends is None:
            return Normalised(raw, text)
        starts = tuple([x - first for x in self.starts[start:end]])
        return Normalised(raw, text, starts, tuple([x - first for x in self.ends[start:end]]))

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest folded span that covers the raw offsets ``start:end``."""
        if self.starts is None or self.ends is None:
            return start, end
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def normalise(raw: str) -> Normalised:
    """Fold `raw` to NFKC, one cluster of base and combining marks at a time, keeping track of offsets.

    What is not seen goes into the character before it, at the start of a text into the one after; a text of nothing else is
    a space.

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
    stop = sum(1 for _ in takewhile(_UNSEEN.__contains__, text))  # goes into the first character that is seen
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
            starts.extend([at] * len(folded))
            ends.extend([stop] * len(folded))
        pieces.append(folded)
        at = stop
    return Normalised(raw, "".join(pieces), tuple(starts), tuple(ends))


def without_unseen(text: str) -> str:
    """Return a text without the characters that nobody sees.

    >>> without_unseen("サー\u200bバー\ufe0f")
    'サーバー'
    """
    return text if _UNSEEN.isdisjoint(text) else "".join([char for char in text if char not in _UNSEEN])


def _joins(char: str) -> bool:
    """Return whether `char` belongs to the character before it: a combining mark, a half-width voicing mark, or
    what is not seen.
    """
    return unicodedata.combining(char) != 0 or char in "ﾞﾟ" or char in _UNSEEN
