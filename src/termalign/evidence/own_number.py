"""Where in a noun run a number begins that is a term of its own: 現金|約300万円, 今季|10勝目, 自動車大手|3社."""

from termalign.evidence.term import Term
from termalign.japanese.runs import BOUNDING
from termalign.quantities.units import dimension, senses

_ABOUT, _RATIOS = "約", "比率"  # 前年比|12%, 支持率|38%
MOVES = frozenset("増減安高")  # 3.5%|減: which way, and no term
_SCORED = frozenset({"win", "loss", "draw", "country"})  # 14勝1敗, 先進7カ国
_OF_AGE = BOUNDING | {"程度", "前半", "半ば", "後半"}  # 65歳以上, 20代前半
_COMMON, _YEARS = "名詞-普通名詞", "年"  # 20歳年上
_NOUN, _SUFFIX, _TH = "名詞", "接尾辞-名詞的-一般", "目"
_AMOUNTS = frozenset({"money", "age", "percent", "measure", "multiple"})
_TIMES_AND_PLACES = ("名詞-普通名詞-副詞可能", "名詞-固有名詞-地名")


def begins_number(term: Term, k: int) -> bool:
    """Whether such a number begins at morpheme `k`; a number that names (台風10号) belongs to what it names.

    Examples
    --------
    >>> from termalign.evidence.term_cache import TermCache
    >>> from termalign.japanese.tagger import morphemes
    >>> from termalign.lexicon import Lexicon
    >>> terms = TermCache(Lexicon.default())
    >>> [begins_number(terms.get(text, morphemes(text)), 1) for text in ("現金300万円", "今季10勝目", "台風10号")]
    [True, True, False]
    """
    if term.morphemes[k].surface in MOVES:
        return any(q.kind in _AMOUNTS and q.end == term.morphemes[k].start for q in term.quantities)
    m, before = term.morphemes[k], term.morphemes[k - 1]
    if any(q.kind == "age" and (q.start, q.end) == (0, m.start) for q in term.quantities):  # 30代|男性
        person = m.pos.startswith(_COMMON) and len(m.surface) > 1 and m.surface[0] != _YEARS
        return person and m.surface not in _OF_AGE
    start = m.end if m.surface == _ABOUT else m.start
    q = next((q for q in term.quantities if q.start == start), None)
    if q is None or any(x.start < m.start < x.end for x in term.quantities):
        return False
    counts = (
        q.kind == "number"
        and q.unit not in _SCORED
        and not {"count", "thing"}.isdisjoint(map(dimension, senses(q.unit)))
    )
    counts = counts and term.surface[start].isdecimal() and not term.lexicon.has(term.surface)
    if any(x.end == m.start for x in term.quantities):  # 2回戦|3試合
        return counts
    if before.pos.startswith(_NOUN):
        if len(before.surface) == 1 and before.surface not in _RATIOS and m.surface != _ABOUT:  # 計3人, 月5万円
            return False
    elif not before.pos.startswith(_SUFFIX):  # 歩行者|2人
        return False
    if counts or q.kind in _AMOUNTS or q.unit == "anniversary":
        return True
    return q.kind == "ordinal" and term.surface[: q.end].endswith(_TH) and before.pos.startswith(_TIMES_AND_PLACES)
