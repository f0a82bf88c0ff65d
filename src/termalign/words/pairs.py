"""Links brought down to pairs of tokens."""

from collections.abc import Iterable, Iterator, Sequence

from termalign.japanese.morpheme import Morpheme
from termalign.model import Link, Part
from termalign.words.beside import counted, phrasal, said_last, shared, suffixed, with_year
from termalign.words.tokens import Tokens, entry

_NUMBERING = frozenset({"第", "番", "号", "番目"})
_NUMBER = frozenset({"no.", "no", "number", "nos."})
_ABOUT = frozenset({"about", "around", "over", "some"})
_MONTH = "may"  # looks like an auxiliary
_MARKS = frozenset(",.，．・:/")  # within a number
_EMPTY_POS = ("助詞", "助動詞", "補助記号", "空白")


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
    counters: list[tuple[int, int]] = []
    for link in links:
        own: set[tuple[int, int]] = set()
        for piece in link.parts or (link,):
            rows = [i for i in ja.within(piece.ja) if i in content]
            columns = [j for j in en.within(piece.en) if _meant(en.form(j), piece)]
            own.update((i, j) for i in rows for j in columns)
            if piece.kind == "number" and len(columns) == 1 and len(rows) > 1:
                counters.append((rows[-1], columns[0]))
        pairs |= own
        if link.parts:
            rows = [i for i in ja.within(link.ja) if i in content]
            columns = [j for j in en.within(link.en) if _meant(en.form(j), link)]
            pairs.update(_left_within(link, own, rows, columns, ja, en))
    pairs = with_year(counted(pairs, counters, en), ja, en)
    pairs.update(phrasal(pairs, ja, en, morphemes))
    pairs.update(said_last(pairs, ja, en))
    pairs |= set(shared(pairs, ja, en, content))
    return sorted(pairs | set(suffixed(pairs, ja, en, morphemes)))


def scored_pairs(
    links: Sequence[Link], ja: Tokens, en: Tokens, morphemes: Sequence[Morpheme]
) -> list[tuple[int, int, float]]:
    """The token pairs of the links, each with the score of the best link behind it."""
    scores: dict[tuple[int, int], float] = {}
    for link in links:
        for i in ja.within(link.ja):
            for j in en.within(link.en):
                scores[i, j] = max(link.score, scores.get((i, j), 0.0))
    found = []
    for i, j in token_pairs(links, ja, en, morphemes):
        # no link have a suffix that goes with its word, an adverb that does with its verb, *year* before a year, *after* the war
        near = (scores[k, w] for k in range(i, -1, -1) for w in (j, j - 1, j + 1, j + 2) if (k, w) in scores)
        found.append((i, j, next(near, None) or max(score for (_, w), score in scores.items() if w == j)))
    return found


def _left_within(
    link: Link, own: set[tuple[int, int]], rows: Sequence[int], columns: Sequence[int], ja: Tokens, en: Tokens
) -> Iterator[tuple[int, int]]:
    """Pairs of what the parts of a link leave over on both sides: numbering (第 and 番, *no.*), dates in other words.

    宝亀*元*年, *1st* year of Hoki; all of 770年 is all of it.
    """
    left = [i for i in rows if all(i != k for k, _ in own)]
    free = [j for j in columns if all(j != k for _, k in own)]
    yield from ((i, j) for i in left for j in free if ja.form(i) in _NUMBERING and en.form(j).lower() in _NUMBER)
    if link.kind == "number" and left:
        about = free or [j for j in en.within(link.en) if en.form(j).lower() in _ABOUT]
        yield from ((i, j) for i in left for j in about)  # 十年*余*, *about* ten years
    elif link.kind == "date" and free:
        if left:
            yield from ((i, j) for i in rows for j in columns)
        else:
            yield from ((i, j) for j in free for i, k in own if k == j + 1)


def _meant(form: str, piece: Link | Part) -> bool:
    """Whether an English word says something in the rendering it stands in: a function word does by itself (後, after)."""
    if not any(map(str.isalnum, form)):
        return False
    return not entry(form).function or piece.en.text == form or (piece.kind == "date" and form.lower() == _MONTH)


def _content_tokens(ja: Tokens, morphemes: Sequence[Morpheme]) -> set[int]:
    """Tokens that share a character with a morpheme of meaning."""
    found: set[int] = set()
    for m in morphemes:
        if not m.pos.startswith(_EMPTY_POS):
            found.update(ja.between(m.start, m.end))
    return {i for i in found if ja.ends[i] - ja.starts[i] > 1 or ja.text[ja.starts[i]] not in _MARKS}
