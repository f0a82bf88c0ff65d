"""Tokens with their place in a text: the caller's, put together, or the aligner's own."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from termalign.english import EnglishText, lexeme
from termalign.english.lexis import Lexeme
from termalign.japanese.tagger import tokenize
from termalign.model import Span
from termalign.text import normalise

_CLOSING = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "'s"})
_OPENING = frozenset({"(", "["})


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
            if k and (_parted(tokens[k - 1], token) if spaced else _spaced(tokens[k - 1][-1:], token[:1])):
                pieces.append(" ")
                at += 1
            starts.append(at)
            at += len(token)
            ends.append(at)
            pieces.append(token)
        return cls("".join(pieces), starts, ends)

    @classmethod
    def of_japanese(cls, text: str) -> "Tokens":
        """The morphemes of a text, where they stand in it."""
        cut = tokenize(text)
        return cls(text, [m.start for m in cut], [m.end for m in cut])

    @classmethod
    def of_english(cls, text: str) -> "Tokens":
        """The words of a text, where they stand in it."""
        english = EnglishText(text)
        spans = [english.offsets(k, k + 1) for k in range(len(english))]
        return cls(text, [start for start, _ in spans], [end for _, end in spans])

    def part(self, start: int, end: int) -> "tuple[int, Tokens]":
        """The tokens within the code points ``start:end``, as those of that text alone; and how many come before them."""
        first, last = bisect_left(self.starts, start), bisect_right(self.ends, end)
        starts, ends = self.starts[first:last], self.ends[first:last]
        return first, Tokens(self.text[start:end], [x - start for x in starts], [x - start for x in ends])

    def form(self, k: int) -> str:
        """Token `k` as it stands in the text."""
        return self.text[self.starts[k] : self.ends[k]]

    def middle(self, k: int) -> float:
        """Where in the text the middle of token `k` is, 0 to 1."""
        return (self.starts[k] + self.ends[k]) / 2 / len(self.text)

    def forms(self) -> list[str]:
        """All tokens as they stand in the text."""
        return list(map(self.form, range(len(self.starts))))

    def within(self, span: Span) -> range:
        """The tokens that share a character with `span`."""
        return self.between(span.start, span.end)

    def between(self, start: int, end: int) -> range:
        """The tokens that share a character with the code points ``start:end``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def entry(form: str) -> Lexeme:
    """The entry of an English token as it was given: folded first, as the words of a text are."""
    return lexeme(form if form.isascii() else normalise(form).text)


def _spaced(left: str, right: str) -> bool:
    """Whether a space stands between two Japanese tokens that end and begin so: Latin letters and digits, but not 6 *m*."""
    if not (left.isascii() and left.isalnum() and right.isascii() and right.isalnum()):
        return False
    return not (left.isdecimal() and right.isalpha())


def _parted(left: str, right: str) -> bool:
    """Whether a space stands between two English tokens, as it does but at marks: April 30, 1481 (*the 4th*)."""
    return right not in _CLOSING and left not in _OPENING
