"""A Japanese text analysed once: folded, cut into morphemes, and its noun runs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from termalign.japanese.morpheme import Morpheme
from termalign.japanese.tagger import morphemes
from termalign.kana import is_kanji
from termalign.text import Normalised, normalise

_JA = "\u3005-\u3007\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_STRETCH = re.compile(rf"[{_JA}0-9A-Za-z]*[{_JA}][{_JA}0-9A-Za-z]*")
_NOUN = ("名詞", "接頭辞", "形状詞", "記号")
_NOT_TERM = ("名詞-助動詞語幹", "形状詞-助動詞語幹")
_LONGEST_RUN = 40  # morphemes: what is longer is a list or noise, and its parts are too many to try
_JOINERS = frozenset("・＝=－‐-&＆")
_HYPHENS = frozenset("－‐-")
_COUNTER = "助数詞"
_NUMERAL = "名詞-数詞"
_PREDICATE = (
    "動詞-一般",
    "形容詞-一般",
    "副詞",
    "代名詞",
    "連体詞",
    "接続詞",
    "動詞-非自立可能",
    "形容詞-非自立可能",
    "感動詞",
)


class JapaneseText:
    """Japanese morphemes of a text, with the runs that may be terms.

    Parameters
    ----------
    raw : str
        The caller's text.

    Attributes
    ----------
    text : str
        The folded text that morpheme offsets belong to; `raw_span` leads back.
    morphemes : list of Morpheme
        In order.

    Examples
    --------
    >>> ja = JapaneseText("警察庁は特殊詐欺を調べた。")
    >>> [ja.surface(a, b) for a, b in ja.runs]
    ['警察庁', '特殊詐欺']
    """

    def __init__(self, raw: str) -> None:
        self.folded: Normalised = normalise(raw)
        self.raw = raw
        self.text = self.folded.text
        self.morphemes: list[Morpheme] = morphemes(self.text)

    @cached_property
    def runs(self) -> list[tuple[int, int]]:
        """Maximal runs of nouns, prefixes, suffixes, Latin and numerals as morpheme ranges ``a:b``, half-open."""
        found: list[tuple[int, int]] = []
        start = -1
        size = len(self.morphemes)
        for i, morpheme in enumerate(self.morphemes):
            if self._in_run(i, start >= 0):
                if start < 0:
                    start = i
                elif self.morphemes[i - 1].end != morpheme.start or i - start == _LONGEST_RUN:  # white space ends a run
                    found.append((start, i))
                    start = i
            elif start >= 0:
                found.append((start, i))
                start = -1
        if start >= 0:
            found.append((start, size))
        return [run for run in (self._trim(a, b) for a, b in found) if run[0] < run[1]]

    @cached_property
    def predicates(self) -> list[int]:
        """Positions of verbs, adjectives and adverbs that carry meaning of their own."""
        return [i for i, m in enumerate(self.morphemes) if m.pos.startswith(_PREDICATE)]

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Raw code points of the Japanese that stands in a text of another language.

        A stretch that is one noun run is a term as it stands; of a longer one the runs are.
        """
        runs = [(self.morphemes[a].start, self.morphemes[b - 1].end) for a, b in self.runs]
        for found in _STRETCH.finditer(self.text):
            start, end = found.span()
            inside = [(s, e) for s, e in runs if s < end and start < e]
            terms = inside if len(inside) > 1 else [(start, end)]
            for s, e in terms:
                yield self.folded.raw_span(max(s, start), min(e, end))

    def _in_run(self, i: int, inside: bool) -> bool:
        morpheme = self.morphemes[i]
        pos = morpheme.pos
        if pos.startswith(_NOUN):
            return pos not in _NOT_TERM
        if pos.startswith("接尾辞"):
            return pos.startswith("接尾辞-名詞的") and inside
        return inside and morpheme.surface in _JOINERS and self._joins(i)

    def _joins(self, i: int) -> bool:
        """Whether the mark at ``i`` stands directly between two nouns."""
        if i + 1 >= len(self.morphemes):
            return False
        before, mark, after = self.morphemes[i - 1 : i + 2]
        if before.end != mark.start or mark.end != after.start or not after.pos.startswith(_NOUN):
            return False
        return mark.surface not in _HYPHENS or not _dash(before, after)

    def _trim(self, a: int, b: int) -> tuple[int, int]:
        """Without leading or trailing joiners."""
        while a < b and self.morphemes[a].surface in _JOINERS:
            a += 1
        while a < b and self.morphemes[b - 1].surface in _JOINERS:
            b -= 1
        return a, b

    def surface(self, a: int, b: int) -> str:
        """The folded text of the morphemes ``a:b``."""
        return self.text[self.morphemes[a].start : self.morphemes[b - 1].end]

    def offsets(self, a: int, b: int) -> tuple[int, int]:
        """Raw code points of the morphemes ``a:b``."""
        return self.folded.raw_span(self.morphemes[a].start, self.morphemes[b - 1].end)

    def range_at(self, start: int, end: int) -> tuple[int, int] | None:
        """The morphemes that the folded code points ``start:end`` cover exactly, or None where a border is missed."""
        if not self.morphemes:
            return None
        a = bisect_left([m.start for m in self.morphemes], start)
        b = bisect_right([m.end for m in self.morphemes], end)
        if a < b and self.morphemes[a].start == start and self.morphemes[b - 1].end == end:
            return a, b
        return None


def _dash(before: Morpheme, after: Morpheme) -> bool:
    """Whether a hyphen between the two stands for a dash (転法輪堂-1969年): next to kanji, but for a range (5月-8月)."""
    if is_kanji(before.surface[-1]):
        return not (_COUNTER in before.pos and after.pos.startswith(_NUMERAL))
    return is_kanji(after.surface[0]) and not after.pos.startswith(_NUMERAL)
