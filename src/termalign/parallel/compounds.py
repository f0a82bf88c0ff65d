"""A term found in a text is its whole compound: 軍艦 *warships*, where 最新型軍艦 stands, and 救済 *relief*, of 救済活動.

English often says what a compound is without what kind of it, or leaves a head out that adds little. The nouns that no link has
are then no terms of their own, and belong to the one beside them.
"""

from collections.abc import Sequence

from termalign.choice import Candidate
from termalign.evidence.term_cache import TermCache
from termalign.japanese.generics import roles
from termalign.japanese.light_nouns import light_nouns
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.runs import DENYING, DETERMINERS, RELATING
from termalign.japanese.text import JapaneseText
from termalign.kana import is_kanji
from termalign.parallel.search import ATTRIBUTIVE

_MEANT = frozenset({"gloss", "composed", "context"})  # not names, which are whole
_COMMON, _SUFFIX = "名詞-普通名詞", "接尾辞-名詞的-一般"
_PROPER = "名詞-固有名詞"
NOT_NOUNS = ("名詞-普通名詞-副詞可能", "名詞-普通名詞-助数詞可能")
_DOING = "名詞-普通名詞-サ変"
_DEGREE = "程度"  # ある程度確信
#: Heads that English often leaves out.
LIGHT_HEADS = frozenset({"活動", "作業", "行為", "事業"})


def whole_compounds(chosen: Sequence[Candidate], text: JapaneseText, terms: TermCache) -> list[Candidate]:
    """The links of a text, each with the nouns of its compound that no link has.

    Parameters
    ----------
    chosen : sequence of Candidate
        Links of the text, no two of which share a word.
    """
    taken = {k for c in chosen for k in range(c.start, c.end)}
    found = []
    for c in chosen:
        place = text.range_at(c.start, c.end) if c.matches[0].kind in _MEANT and not c.term.quantities else None
        if place is not None:
            a, b = place
            if not text.morphemes[b - 1].pos.startswith(NOT_NOUNS):
                b = _last(text.morphemes, b, taken)
                a = a if c.term.proper else _first(text.morphemes, a, taken)  # 隣国ギリシャ
            if (a, b) != place:
                start, end = text.morphemes[a].start, text.morphemes[b - 1].end
                c = c._replace(start=start, end=end, term=terms.at(text, a, b))
                taken.update(range(start, end))
        found.append(c)
    return found


def _first(morphemes: Sequence[Morpheme], a: int, taken: set[int]) -> int:
    """Where the compound begins that goes on at morpheme `a`: with no suffix, nor half of a name, which would be cut."""
    first = k = a
    while k and morphemes[k - 1].end == morphemes[k].start and _is_free(morphemes[k - 1], taken):
        k -= 1
        if morphemes[k].pos.startswith(_COMMON) and morphemes[k].surface not in ATTRIBUTIVE:
            first = k
    before = morphemes[k - 1] if k else None
    if before is not None and first == k < a and before.surface in DENYING and before.end == morphemes[k].start:
        return k - 1 if before.start not in taken else a
    if before is not None and before.pos.startswith(_PROPER) and before.start not in taken:  # 欧州連合離脱大臣
        return first if before.end < morphemes[k].start else a
    return first


def _last(morphemes: Sequence[Morpheme], b: int, taken: set[int]) -> int:
    """Where the compound ends that stands before morpheme `b`: before what somebody is called by (容疑者)."""
    while b < len(morphemes) and morphemes[b - 1].end == morphemes[b].start and _is_free(morphemes[b], taken):
        m = morphemes[b]
        suffixed = m.surface + morphemes[b + 1].surface if b + 1 < len(morphemes) else m.surface
        ends = not roles().isdisjoint((m.surface, suffixed)) or len(m.surface) == 1
        if ends or (m.pos.startswith(_DOING) and m.surface not in LIGHT_HEADS):
            break
        b += 1
    return b


def _is_free(m: Morpheme, taken: set[int]) -> bool:
    """Whether this is a noun in kanji, or a suffix, that names something and has no link."""
    if (
        m.start in taken
        or m.surface in RELATING
        or m.surface in DETERMINERS
        or not m.pos.startswith((_COMMON, _SUFFIX))
        or m.pos.startswith(NOT_NOUNS)
    ):
        return False
    return is_kanji(m.surface[0]) and m.surface not in light_nouns() and m.surface != _DEGREE
