"""Normalisation of compatibility forms, with a mapping back to the caller's own offsets.

MeCab's dictionary has only full-width kana and precomposed characters, so ``ﾊﾝｶｸ``, ``㍿`` and ``か`` + U+3099 must be folded
before analysis. All spans that the library returns refer to the caller's text.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from termalign.text.as_read import without_page
from termalign.text.blanks import blanked_at
from termalign.text.raised import raised
from termalign.text.ruby import Ruby, ruby
from termalign.text.small_ke import with_small_ke
from termalign.text.unseen import AT_NO_END, HIDDEN, UNSEEN

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
#: Not folded behind 10: 10⁶ would become 106.
_RAISED = frozenset("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


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

    def ruby(self) -> list[Ruby]:
        """Return the readings that ruby gives in `raw`, with folded offsets."""
        return [Ruby(*self.folded_span(start, end), kana) for start, end, kana in ruby(self.raw)]

    def breaks(self) -> Iterator[int]:
        """Yield the folded code points before which a page has broken a line of `raw`, in order."""
        starts = range(len(self.text)) if self.starts is None else self.starts
        for at in (k for k, char in enumerate(self.raw) if char == "\n"):
            following = bisect_right(starts, at)
            if not following or self.text[following - 1] != "\n" or starts[following - 1] != at:
                yield following


def normalise(raw: str, *, is_term: bool = False, hidden: Sequence[tuple[int, int]] = ()) -> Normalised:
    """Return `raw` folded to NFKC, one cluster of base and combining marks at a time, with the map of offsets.

    Invisible characters inside a cluster are merged into it, and those at its ends belong to no character; so does what a page
    adds to a text (`termalign.text.as_read`). A text of only invisible characters becomes a space. A full-size ケ between kanji
    becomes ヶ. With `is_term`, the text is one term, and all its line breaks are those of a page. The code points `hidden` are no
    part of the text, either.

    Examples
    --------
    >>> folded = normalise("ﾊﾞｲﾄ㍿")
    >>> folded.text, folded.raw_span(3, 7)
    ('バイト株式会社', (4, 5))
    """
    text = without_page(_hiding(raw, hidden), is_term=is_term).translate(_ONE_TO_ONE)
    unseen = not UNSEEN.isdisjoint(text)
    if not unseen and unicodedata.is_normalized("NFKC", text):
        return Normalised(raw, with_small_ke(text))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, size = 0, len(text)
    stop = sum(1 for _ in takewhile(UNSEEN.__contains__, text))  # these join the first visible character
    while at < size:
        stop = min(stop + 1, size)
        while stop < size and _joins(text[stop]):
            stop += 1
        cluster = text[at:stop]
        seen = "".join([char for char in cluster if char not in UNSEEN]) or " " if unseen else cluster
        as_is = seen[0] in _FRACTIONS or (seen[0] in _RAISED and _is_exponent(pieces))
        folded = seen[0] if as_is else unicodedata.normalize("NFKC", seen)
        if folded == cluster:
            starts.extend(range(at, stop))
            ends.extend(range(at + 1, stop + 1))
        else:
            first, last = _without_ends(cluster)
            starts.extend([at + first] * len(folded))
            ends.extend([at + last] * len(folded))
        pieces.append(folded)
        at = stop
    _widen(raw, starts, ends)
    return Normalised(raw, with_small_ke("".join(pieces)), tuple(starts), tuple(ends))


def _hiding(raw: str, hidden: Sequence[tuple[int, int]]) -> str:
    return blanked_at(raw, hidden, HIDDEN) if hidden else raw


def bare(raw: str, hidden: Sequence[tuple[int, int]] = ()) -> Normalised:
    r"""Return `raw` without what a page adds to it and the code points `hidden`, with the map of offsets.

    Examples
    --------
    >>> text = bare("被害は３億\n５千万円だ。")
    >>> text.text, text.raw_span(3, 9)
    ('被害は３億５千万円だ。', (3, 10))
    """
    text = without_page(_hiding(raw, hidden))
    if text == raw:
        return Normalised(raw, raw)
    return _without_hidden(raw, text)


def cut_out(raw: str, spans: Iterable[tuple[int, int]]) -> Normalised:
    """Return `raw` without these spans, but otherwise as written, with the map of offsets.

    Examples
    --------
    >>> text = cut_out("<b>5</b> mg", [(0, 3), (4, 8)])
    >>> text.text, text.raw_span(0, 4)
    ('5 mg', (3, 11))
    """
    return _without_hidden(raw, blanked_at(raw, spans, HIDDEN))


def _without_hidden(raw: str, text: str) -> Normalised:
    """Return `raw` as in `text`, a text of the same length, without what that hides."""
    starts = [k for k, char in enumerate(text) if char != HIDDEN]
    ends = [k + 1 for k in starts]
    shown = "".join([text[k] for k in starts])
    _widen(raw, starts, ends)
    return Normalised(raw, shown, tuple(starts), tuple(ends))


def _widen(raw: str, starts: list[int], ends: list[int]) -> None:
    """Let the first and the last character of what is raised stand for its tags, too."""
    for start, first, last, end in raised(raw):
        i, j = bisect_left(starts, start), bisect_left(starts, last)
        ends[i:j] = [end if at == last else at for at in ends[i:j]]
        starts[i:j] = [start if at <= first else at for at in starts[i:j]]


def _without_ends(cluster: str) -> tuple[int, int]:
    """Return the offsets of a cluster without the invisible characters at its ends, or of all of it if nothing else is left."""
    first, last = len(cluster) - len(cluster.lstrip(AT_NO_END)), len(cluster.rstrip(AT_NO_END))
    return (first, last) if first < last else (0, len(cluster))


def _is_exponent(before: Sequence[str]) -> bool:
    """Return whether a raised sign belongs to a power of ten, because 10 or another raised sign is before it."""
    tail = "".join(before[-3:])
    return tail[-1:] in _RAISED or (tail.endswith("10") and not tail[:-2].isdigit())


def _joins(char: str) -> bool:
    """Return whether `char` belongs to the character before it.

    True for a combining mark, a half-width voicing mark and an invisible character.
    """
    return unicodedata.combining(char) != 0 or char in "ﾞﾟ" or char in UNSEEN
