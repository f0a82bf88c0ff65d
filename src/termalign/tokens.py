"""Tokens with their offsets in a text: the caller's own tokens joined to a text, or tokens found in a text."""

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
    """Tokens with their offsets in `text`.

    `starts` and `ends` are half-open code point offsets, in ascending order.
    """

    def __init__(self, text: str, starts: list[int], ends: list[int]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends

    @classmethod
    def joined(cls, tokens: Sequence[str], spaced: bool) -> "Tokens":
        """Return tokens joined to a text, with spaces if `spaced` (English).

        Otherwise only two Latin tokens have a space between them.
        """
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
        """Return the morphemes of a Japanese text as tokens."""
        cut = tokenize(text)
        return cls(text, [m.start for m in cut], [m.end for m in cut])

    @classmethod
    def of_english(cls, text: str) -> "Tokens":
        """Return the words of an English text as tokens."""
        english = EnglishText(text)
        spans = [english.offsets(k, k + 1) for k in range(len(english))]
        return cls(text, [start for start, _ in spans], [end for _, end in spans])

    def part(self, start: int, end: int) -> "tuple[int, Tokens]":
        """Return the number of tokens before the code points ``start:end``, and the tokens inside.

        The offsets of these tokens refer to that part.
        """
        first, last = bisect_left(self.starts, start), bisect_right(self.ends, end)
        starts, ends = self.starts[first:last], self.ends[first:last]
        return first, Tokens(self.text[start:end], [x - start for x in starts], [x - start for x in ends])

    def form(self, k: int) -> str:
        """Return token `k` as written in the text."""
        return self.text[self.starts[k] : self.ends[k]]

    def middle(self, k: int) -> float:
        """Return the relative position of the middle of token `k` in the text, from 0 to 1."""
        return (self.starts[k] + self.ends[k]) / 2 / len(self.text)

    def forms(self) -> list[str]:
        """Return all tokens as written in the text."""
        return list(map(self.form, range(len(self.starts))))

    def within(self, span: Span) -> range:
        """Return the positions of the tokens that overlap `span`."""
        return self.between(span.start, span.end)

    def between(self, start: int, end: int) -> range:
        """Return the positions of the tokens that overlap the code points ``start:end``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def entry(form: str) -> Lexeme:
    """Return the lexeme of a given English token, which is folded first, like the words of a text."""
    return lexeme(form if form.isascii() else normalise(form).text)


def _spaced(left: str, right: str) -> bool:
    """Return whether a space belongs between two Japanese tokens: between Latin letters and digits, but not in 6 *m*."""
    if not (left.isascii() and left.isalnum() and right.isascii() and right.isalnum()):
        return False
    return not (left.isdecimal() and right.isalpha())


def _parted(left: str, right: str) -> bool:
    """Return whether a space belongs between two English tokens: always, except next to marks, as in 1481 (*the 4th*)."""
    return right not in _CLOSING and left not in _OPENING
