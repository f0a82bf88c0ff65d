"""Terms that both texts say twice, the second time in brackets: 人工知能（AI）, *artificial intelligence (AI)*."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.once import once
from termalign.propose.candidate import OPENING, Candidate

BRACKETS = frozenset("（(")


def without_crossed(candidates: Sequence[Candidate], ja: JapaneseText, english: EnglishText) -> Sequence[Candidate]:
    """Return the candidates without those that pair the text before one bracket with text inside the other.

    This includes candidates for Japanese before a bracket whose English goes on into a bracket: 東日本旅客鉄道（JR東日本）, *East
    Japan Railway Co. (JR East)*. If the same letters are before the bracket in one text and inside it in the other, the texts
    use the opposite order (北大西洋条約機構（NATO）, *NATO (North Atlantic Treaty Organization)*), and the other candidates are
    left out.
    """
    opening_en = _openings(english)
    if not opening_en:
        return candidates
    beside = {k for c in candidates for k in (c.a - 1, c.b) if 0 <= k < len(ja.morphemes)}
    opening_ja = {k for k in beside if ja.morphemes[k].surface in BRACKETS}
    if not opening_ja:
        return candidates
    wrong = {
        id(c) for c in candidates if c.b in opening_ja and bisect_right(opening_en, c.i) < bisect_left(opening_en, c.j)
    }
    for there in _beside_brackets(candidates, opening_ja, set(opening_en)):
        straight, across = (there[False, False], there[True, True]), (there[False, True], there[True, False])
        if all(straight) or all(across):
            left_out = straight if _same_letters(across) and not _same_letters(straight) else across
            wrong.update(id(c) for group in left_out for c in group)
    return [c for c in candidates if id(c) not in wrong]


@once
def _openings(english: EnglishText) -> list[int]:
    """Return the words that begin a bracket."""
    return [k + 1 for k, gap in enumerate(english.gaps) if gap.endswith(OPENING)] if english.has_brackets else []


def _beside_brackets(
    candidates: Iterable[Candidate], opening_ja: Set[int], opening_en: Set[int]
) -> Iterable[Mapping[tuple[bool, bool], Sequence[Candidate]]]:
    """Return the candidates next to each pair of a Japanese and an English bracket.

    Each mapping is keyed by whether the candidates are inside the bracket: in the Japanese, in the English.
    """
    at: defaultdict[tuple[int, int], defaultdict[tuple[bool, bool], list[Candidate]]]
    at = defaultdict(lambda: defaultdict(list))
    for c in candidates:
        before_ja, before_en = c.b in opening_ja, c.j in opening_en
        inside_ja, inside_en = c.a - 1 in opening_ja, c.i in opening_en
        if (before_ja or inside_ja) and (before_en or inside_en):
            place = (c.b if before_ja else c.a - 1, c.j if before_en else c.i)
            at[place][inside_ja, inside_en].append(c)
    return at.values()


def _same_letters(pairs: Iterable[Iterable[Candidate]]) -> bool:
    return any(c.kind == "verbatim" for group in pairs for c in group)
