"""Word mode: links brought down to pairs of tokens."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from termalign.english import EnglishText, lexeme
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.tagger import tokenize
from termalign.kana import is_kanji
from termalign.model import Link, Part, Span

_NUMBERING = frozenset({"第", "番", "号", "番目"})
_NUMBER = frozenset({"no.", "no", "number", "nos."})
_YEAR = "year"
_MONTH = "may"  # looks like an auxiliary
_ADVERBS = frozenset({"up", "down", "out", "off", "away", "back"})  # of phrasal verbs: handed *down*
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those"})
#: What the last kanji of a word says beside its meaning: 没*後*, *after* his death.
_SAID_LAST = {"後": frozenset({"after", "since"}), "前": frozenset({"before"}), "中": frozenset({"during"})}
_VERBAL_POS = ("動詞", "名詞-普通名詞-サ変")
_NOUN = "名詞"
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
            if k and (spaced or _spaced(tokens[k - 1][-1:], token[:1])):
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

    def form(self, k: int) -> str:
        """Token `k` as it stands in the text."""
        return self.text[self.starts[k] : self.ends[k]]

    def forms(self) -> list[str]:
        """All tokens as they stand in the text."""
        return list(map(self.form, range(len(self.starts))))

    def within(self, span: Span) -> range:
        """The tokens that share a character with `span`."""
        return self.between(span.start, span.end)

    def between(self, start: int, end: int) -> range:
        """The tokens that share a character with the code points ``start:end``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def _spaced(left: str, right: str) -> bool:
    """Whether a space stands between two Japanese tokens that end and begin so: Latin letters and digits, but not 6 *m*."""
    if not (left.isascii() and left.isalnum() and right.isascii() and right.isalnum()):
        return False
    return not (left.isdecimal() and right.isalpha())


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
        own: set[tuple[int, int]] = set()
        for piece in link.parts or (link,):
            columns = [j for j in en.within(piece.en) if _meant(en.form(j), piece)]
            own.update((i, j) for i in ja.within(piece.ja) if i in content for j in columns)
        pairs |= own
        if link.parts:
            rows = [i for i in ja.within(link.ja) if i in content]
            columns = [j for j in en.within(link.en) if _meant(en.form(j), link)]
            pairs.update(_left_within(link, own, rows, columns, ja, en))
    pairs = _with_year(pairs, ja, en)
    pairs.update(_phrasal(pairs, ja, en, morphemes))
    pairs.update(_said_last(pairs, ja, en))
    return sorted(pairs | set(_suffixed(pairs, ja, morphemes)))


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
        found.append((i, j, next(near)))
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
    if link.kind == "date" and free:
        if left:
            yield from ((i, j) for i in rows for j in columns)
        else:
            yield from ((i, j) for j in free for i, k in own if k == j + 1)


def _with_year(pairs: Iterable[tuple[int, int]], ja: Tokens, en: Tokens) -> set[tuple[int, int]]:
    """The pairs of *year 1990*: its first word is the 年 of the Japanese year, or where that has none all of it."""
    found = set(pairs)
    by_word: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in found:
        by_word[j].append(i)
    for j in [j for j in by_word if j and en.form(j).isdecimal() and en.form(j - 1).lower() == _YEAR]:
        years = [i for i in by_word[j] if ja.form(i) == "年"]
        found.difference_update((i, j) for i in years)
        if not by_word.get(j - 1):
            found.update((i, j - 1) for i in years or by_word[j])
    return found


def _suffixed(pairs: Iterable[tuple[int, int]], ja: Tokens, morphemes: Sequence[Morpheme]) -> Iterator[tuple[int, int]]:
    """A suffix that nothing renders goes with the word it is part of: 直線*的*, straight; so does one kanji: 標高*差*, 3*号*."""
    by_token: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        by_token[i].append(j)
    for before, m in pairwise(morphemes):
        last = len(m.surface) == 1 and is_kanji(m.surface) and m.pos.startswith(_NOUN) and before.pos.startswith(_NOUN)
        if (last or m.pos.startswith("接尾辞")) and before.end == m.start:
            stem, suffix = ja.between(before.start, before.end), ja.between(m.start, m.end)
            for i in suffix:
                if i not in by_token and (not last or ja.form(i) == m.surface):
                    yield from ((i, j) for j in by_token.get(stem[-1], ()))


def _phrasal(
    pairs: Iterable[tuple[int, int]], ja: Tokens, en: Tokens, morphemes: Sequence[Morpheme]
) -> Iterator[tuple[int, int]]:
    """The adverb of a phrasal verb goes with it: 焼失, burned *down*; not where it may be a preposition (down *the* hill)."""
    pairs = list(pairs)
    rendered = {j for _, j in pairs}
    last = len(en.starts) - 1
    after = {
        j + 1
        for j in rendered
        if j < last and en.form(j + 1).lower() in _ADVERBS and en.form(min(last, j + 2)).lower() not in _DETERMINERS
    }
    after -= rendered
    if after:
        verbs = {i for m in morphemes if m.pos.startswith(_VERBAL_POS) for i in ja.between(m.start, m.end)}
        yield from ((i, j + 1) for i, j in pairs if i in verbs and j + 1 in after)


def _said_last(pairs: Iterable[tuple[int, int]], ja: Tokens, en: Tokens) -> Iterator[tuple[int, int]]:
    """*After* and the like belong to the word whose last kanji says so: 戦*後*, *after* the war."""
    pairs = list(pairs)
    rendered = {j for _, j in pairs}
    for i, j in pairs:
        said = _SAID_LAST.get(ja.form(i)[-1:])
        if said and len(ja.form(i)) > 1:
            k = j - 1
            while k >= 0 and k not in rendered and en.form(k).lower() in _DETERMINERS:
                k -= 1
            if k >= 0 and k not in rendered and en.form(k).lower() in said:
                yield i, k


def _meant(form: str, piece: Link | Part) -> bool:
    """Whether an English word says something in the rendering it stands in: a function word does by itself (後, after)."""
    if not any(map(str.isalnum, form)):
        return False
    return not lexeme(form).function or piece.en.text == form or (piece.kind == "date" and form.lower() == _MONTH)


def _content_tokens(ja: Tokens, morphemes: Sequence[Morpheme]) -> set[int]:
    """Tokens that share a character with a morpheme of meaning."""
    found: set[int] = set()
    for m in morphemes:
        if not m.pos.startswith(_EMPTY_POS):
            found.update(ja.within(Span(m.start, m.end, m.surface)))
    return found
