"""Conversion of links to pairs of tokens."""

from collections.abc import Iterable, Sequence

from termalign.japanese.morpheme import Morpheme
from termalign.model import Link, Part
from termalign.tokens import Tokens, entry

_MARKS = frozenset(",.，．・:/")  # inside a number
_EMPTY_POS = ("助詞", "助動詞", "補助記号", "空白")


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
