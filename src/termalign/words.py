"""Word mode: links brought down to pairs of tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from termalign.english import lexeme
from termalign.japanese.morpheme import Morpheme
from termalign.model import Link, Span

_EMPTY_POS = ("助詞", "助動詞", "補助記号", "空白")


class Tokens:
    """Tokens with their place in a text.

    Parameters
    ----------
    text : str
        The text they stand in.
    starts, ends : list of int
        Code points of `text`, half-open, ascending.
    """

    def __init__(self, text: str, starts: list[int], ends: list[int]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends

    @classmethod
    def joined(cls, tokens: Sequence[str], spaced: bool) -> "Tokens":
        """The text that tokens make up: `spaced` (English), or with a space only between two that are Latin."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for k, token in enumerate(tokens):
            if k and (spaced or (_latin(tokens[k - 1][-1:]) and _latin(token[:1]))):
                pieces.append(" ")
                at += 1
            starts.append(at)
            at += len(token)
            ends.append(at)
            pieces.append(token)
        return cls("".join(pieces), starts, ends)

    def form(self, k: int) -> str:
        """Token `k` as it stands in the text."""
        return self.text[self.starts[k] : self.ends[k]]

    def within(self, span: Span) -> range:
        """The tokens that share a character with `span`."""
        return self.between(span.start, span.end)

    def between(self, start: int, end: int) -> range:
        """The tokens that share a character with the code points ``start:end``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def token_pairs(links: Iterable[Link], ja: Tokens, en: Tokens, morphemes: Sequence[Morpheme]) -> list[tuple[int, int]]:
    """Token pairs ``(i, j)`` of the links, function words left out; a part's own pairs come before its link's.

    Parameters
    ----------
    links : iterable of Link
        Their spans are code points of the two texts.
    ja, en : Tokens
        The tokens to pair.
    morphemes : sequence of Morpheme
        Those of the Japanese text, which say where its function words are; offsets as in `ja`.
    """
    content = _content_tokens(ja, morphemes)
    pairs: set[tuple[int, int]] = set()
    for link in links:
        loose_ja, loose_en = set(ja.within(link.ja)), set(en.within(link.en))
        for part in link.parts:
            rows, columns = ja.within(part.ja), en.within(part.en)
            loose_ja.difference_update(rows)
            loose_en.difference_update(columns)
            pairs.update((i, j) for i in rows for j in columns)
        if not link.parts:
            pairs.update((i, j) for i in loose_ja for j in loose_en)
    return sorted((i, j) for i, j in pairs if i in content and not _function(en.form(j)))


def _function(form: str) -> bool:
    return not any(map(str.isalnum, form)) or lexeme(form).function


def _content_tokens(ja: Tokens, morphemes: Sequence[Morpheme]) -> set[int]:
    """Tokens that share a character with a morpheme of meaning."""
    found: set[int] = set()
    for m in morphemes:
        if not m.pos.startswith(_EMPTY_POS):
            found.update(ja.within(Span(m.start, m.end, m.surface)))
    return found
