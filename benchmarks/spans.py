"""When a span, or a link, counts as right. Spans are half-open, in code points."""

import re
from collections.abc import Iterable, Sequence

from benchmarks.data import Offsets

_ARTICLE = re.compile(r"(?i)(the|an?) (?=\S)")
_EXACT = 0.999


def bare(text: str, span: Offsets) -> Offsets:
    """The span without its leading article, which nobody's idea of a term is right or wrong by."""
    match = _ARTICLE.match(text, *span)
    return (match.end(), span[1]) if match else span


def right_spans(text: str, spans: Iterable[Offsets]) -> list[Offsets]:
    """What counts as right: each span without its article, and of “Romaji (gloss)” also the romaji alone."""
    found = []
    for span in spans:
        start, end = bare(text, span)
        found.append((start, end))
        bracket = text.find(" (", start, end)
        if bracket > start and text[end - 1] == ")":
            found.append((start, bracket))
    return found


def overlap(one: Offsets, other: Offsets) -> float:
    """F1 of the characters of two spans, 0 to 1."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared / (one[1] - one[0] + other[1] - other[0]) if shared > 0 else 0.0


def closeness(text: str, span: Offsets, right: Iterable[Offsets]) -> float:
    """`overlap` of a span of `text`, without its article, with the nearest of the `right_spans`."""
    return max((overlap(bare(text, span), r) for r in right), default=0.0)


def exact(value: float) -> bool:
    """Whether an `overlap` is that of equal spans."""
    return value > _EXACT


class Pairing:
    """Known links of a text and its translation, and what a link is worth in their light.

    Parameters
    ----------
    en : str
        The English text, whose articles do not count.
    links : iterable of (Offsets, Offsets)
        Japanese and English spans of all links that are right.
    """

    def __init__(self, en: str, links: Iterable[tuple[Offsets, Offsets]]) -> None:
        self.en = en
        self.links = [(ja, bare(en, span)) for ja, span in links]

    def strict(self, ja: Offsets, en: Offsets) -> bool:
        """Both spans are those of a known link."""
        return (ja, bare(self.en, en)) in self.links

    def loose(self, ja: Offsets, en: Offsets) -> bool:
        """The Japanese shares a character, and the English most of its characters, with a known link."""
        mine = ja, bare(self.en, en)
        return any(alike(mine, link) for link in self.links)

    def found(self, predicted: Sequence[tuple[Offsets, Offsets]]) -> tuple[int, int]:
        """How many of the known links `predicted` has, strictly and loosely."""
        mine = [(ja, bare(self.en, en)) for ja, en in predicted]
        return sum(link in mine for link in self.links), sum(any(alike(m, link) for m in mine) for link in self.links)


def alike(one: tuple[Offsets, Offsets], other: tuple[Offsets, Offsets]) -> bool:
    """Whether two links agree loosely: the Japanese overlaps, and the `overlap` of the English is at least a half."""
    return overlap(one[0], other[0]) > 0 and overlap(one[1], other[1]) >= 0.5
