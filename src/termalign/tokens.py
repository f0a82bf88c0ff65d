"""Tokens with their offsets in a text, the caller's own or found in a text; and links as pairs of tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from termalign.english import EnglishText, lexeme
from termalign.english.lexis import Lexeme
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.tagger import tokenize
from termalign.model import Link, Part, Span
from termalign.text import normalise

_CLOSING = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "'s"})
_OPENING = frozenset({"(", "["})
_MARKS = frozenset(",.，．・:/")  # inside a number
_EMPTY_POS = ("助詞", "助動詞", "補助記号", "空白")


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


def token_links(
    links: Iterable[Link], ja: Tokens, en: Tokens, morphemes: Sequence[Morpheme]
) -> list[tuple[int, int, float]]:
    """Return the token pairs ``(i, j)`` of links, in order, each with the score of the best link that contains it.

    Tokens of a link that are in none of its parts are paired with each other. Function words are left out. The spans of
    the links are code points of both texts; the morphemes, with offsets as in `ja`, show the Japanese function words.
    """
    content = _content_tokens(ja, morphemes)
    scores: dict[tuple[int, int], float] = {}
    for link in links:
        rows, columns = _tokens_of(link, ja, en, content)
        parts = [_tokens_of(part, ja, en, content) for part in link.parts]
        left = [i for i in rows if all(i not in own for own, _ in parts)]
        free = [j for j in columns if all(j not in own for _, own in parts)]
        for own_rows, own_columns in (*parts, (left, free)):
            for i in own_rows:
                for j in own_columns:
                    scores[i, j] = max(link.score, scores.get((i, j), 0.0))
    return [(i, j, score) for (i, j), score in sorted(scores.items())]


def _tokens_of(piece: Link | Part, ja: Tokens, en: Tokens, content: set[int]) -> tuple[list[int], list[int]]:
    """Return the content tokens of a link or of a part of one."""
    return [i for i in ja.within(piece.ja) if i in content], [j for j in en.within(piece.en) if _means(j, en, piece)]


def _means(j: int, en: Tokens, piece: Link | Part) -> bool:
    """Return whether an English token is a content word, or a function word that is the whole rendering (後, after)."""
    form = en.form(j)
    return any(map(str.isalnum, form)) and (not entry(form).function or piece.en.text == form)


def _content_tokens(ja: Tokens, morphemes: Sequence[Morpheme]) -> set[int]:
    """Return the Japanese tokens that share a character with a content morpheme."""
    found: set[int] = set()
    for m in morphemes:
        if not m.pos.startswith(_EMPTY_POS):
            found.update(ja.between(m.start, m.end))
    return {i for i in found if ja.ends[i] - ja.starts[i] > 1 or ja.text[ja.starts[i]] not in _MARKS}
