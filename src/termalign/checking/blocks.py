"""The division of a segment into blocks: sentences of the Japanese, and those of the English that surely render them.

In a segment of several sentences, what one sentence says may hide an error in another. For 父は東京にいる。母は大阪にいる。, *My
mother is in Tokyo. My father is in Osaka.* has both words somewhere. So what a sentence says is compared in each block.

Links show which sentences belong together. Finding links takes longer than most comparisons, so they are looked for only where it
matters: where the blocks that the order of the sentences suggests have other findings than the segment.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from termalign.checking.block import Block
from termalign.checking.segment import LINKED, Segment
from termalign.once import once

_JAPANESE_END = re.compile(r"(?:[。！？]|[!?](?![!-~]))+[」』）)]*|\n")
_ENGLISH_END = re.compile(r"[.!?]+[)\"'”’]*(?=\s|$)|\n")

Border = tuple[int, int]
"""The code points of the Japanese and of the English at which two blocks meet."""


@once
def supposed_blocks(segment: Segment) -> Sequence[Segment]:
    """Return the blocks of a segment that the order and the places of its sentences suggest."""
    ja, en = sentence_ends(segment)
    if not ja or not en:
        return [segment]
    if len(ja) == len(en):
        return _divided(segment, zip(ja, en, strict=True))
    if len(ja) < len(en):
        return _divided(segment, zip(ja, _nearest(ja, en, len(segment.en) / len(segment.ja)), strict=True))
    return _divided(segment, zip(_nearest(en, ja, len(segment.ja) / len(segment.en)), en, strict=True))


@once
def sure_blocks(segment: Segment) -> Sequence[Segment]:
    """Return the blocks of a segment between borders that its links show; the segment itself if they show none."""
    return _divided(segment, _sure_borders(segment))


@once
def sentence_ends(segment: Segment) -> tuple[list[int], list[int]]:
    """Return where sentences end in both texts, except the last ones."""
    return _borders(_JAPANESE_END, segment.ja_prose), _borders(_ENGLISH_END, segment.en_prose)


def _borders(end: re.Pattern[str], text: str) -> list[int]:
    ends = [0, *(found.end() for found in end.finditer(text))]
    said = [b for a, b in pairwise(ends) if text[a:b].strip(" \n.。")]
    return said if text[ends[-1] :].strip(" \n.。") else said[:-1]


def _nearest(few: Sequence[int], many: Sequence[int], slope: float) -> list[int]:
    """Return one of the places in `many` for each in `few`, in rising order and as near as the slope allows."""
    found: list[int] = []
    for k, place in enumerate(few):
        first = bisect_right(many, found[-1]) if found else 0
        able = many[first : len(many) - len(few) + k + 1]
        found.append(min(able, key=lambda other: abs(other - place * slope)))
    return found


def linked_sentences(segment: Segment, least: float) -> Counter[tuple[int, int]]:
    """Return the number of links with at least a score between each pair of sentences, which are numbered from 0."""
    ja, en = sentence_ends(segment)
    links = [link for link in segment.links if link.score >= least]
    return Counter((bisect_right(ja, link.ja.start), bisect_right(en, link.en.start)) for link in links)


def _sure_borders(segment: Segment) -> Iterator[Border]:
    """Yield the borders between sentences that belong together on either side.

    Two neighbouring sentences of the Japanese have sure links to two of the English, one to one, and more of them than there are
    links across the border. If both texts have equally many sentences, the links must only not speak against their order.
    """
    ends_ja, ends_en = sentence_ends(segment)
    if not ends_ja or not ends_en:
        return
    links = _Links(linked_sentences(segment, LINKED))
    in_step = len(ends_ja) == len(ends_en)
    last = -1, -1
    for i, j in sorted({*links.counts, *(((k, k) for k in range(len(ends_ja))) if in_step else ())}):
        is_free = last[0] < i < len(ends_ja) and last[1] < j < len(ends_en)
        if is_free and (links.divide(i, j) or (in_step and i == j and links.agree(i))):
            last = i, j
            yield ends_ja[i], ends_en[j]


class _Links:
    """The numbers of links between sentences of the Japanese and of the English."""

    def __init__(self, counts: Counter[Border]) -> None:
        self.counts = counts
        self._of_ja: defaultdict[int, list[Border]] = defaultdict(list)
        self._of_en: defaultdict[int, list[Border]] = defaultdict(list)
        for pair in counts:
            self._of_ja[pair[0]].append(pair)
            self._of_en[pair[1]].append(pair)

    def divide(self, i: int, j: int) -> bool:
        """Return whether more links are on either side of the border behind two sentences than across it."""
        before, after = self.counts[i, j], self.counts[i + 1, j + 1]
        return bool(before and after) and before + after > self._across(i, j)

    def agree(self, k: int) -> bool:
        """Return whether no more links are across the border behind two sentences in the same place than on either side.

        Of two sentences in the same place, not each may have its links elsewhere.
        """
        elsewhere = any(not self.counts[n, n] and self._of_ja[n] and self._of_en[n] for n in (k, k + 1))
        return not elsewhere and self.counts[k, k] + self.counts[k + 1, k + 1] >= self._across(k, k)

    def _across(self, i: int, j: int) -> int:
        """Return how many links of the neighbouring sentences are across the border behind two sentences."""
        near = {pair for k in (0, 1) for pair in (*self._of_ja[i + k], *self._of_en[j + k])}
        return sum(self.counts[s, t] for s, t in near if (s <= i) != (t <= j))


def _divided(segment: Segment, borders: Iterable[Border]) -> Sequence[Segment]:
    ends = [(0, 0), *borders, (len(segment.ja), len(segment.en))]
    if len(ends) == 2:
        return [segment]
    return [Block(segment, (a, b), (c, d)) for (a, c), (b, d) in pairwise(ends)]
