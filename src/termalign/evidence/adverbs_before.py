"""Where in a noun run a word ends that says when or how much, and stands by itself: 来年度|予算案, すべて|上書き."""

from termalign.evidence.term import Term

_PERIODS = frozenset(
    "今年 来年 昨年 去年 今年度 来年度 昨年度 今月 来月 先月 今週 来週 先週 今季 来季 昨季 今期 来期 今夏 今秋 今春 今冬 "
    "毎日 毎朝 毎晩 毎夜 毎週 毎月 毎年".split()
)
_HOW_MANY = frozenset({"すべて", "全て", "全部", "全員", "大半", "ほとんど"})
_SAME = frozenset({"同期", "同月"})
_COMMON, _TIME = "名詞-普通名詞", "名詞-普通名詞-副詞可能"


def ends_adverb(term: Term, k: int) -> bool:
    """Whether such a word is all that stands before morpheme `k`, and no dictionary has it with what follows (昨年同期).

    Examples
    --------
    >>> from termalign.evidence.term_cache import TermCache
    >>> from termalign.japanese.tagger import morphemes
    >>> from termalign.lexicon import Lexicon
    >>> terms = TermCache(Lexicon.default())
    >>> [ends_adverb(terms.get(text, morphemes(text)), 1) for text in ("今年最多", "昨年同期", "全部門")]
    [True, False, False]
    """
    m, before = term.morphemes[k], term.surface[: term.morphemes[k].start]
    if before in _HOW_MANY:
        return not term.lexicon.has(term.surface)
    if before not in _PERIODS or len(m.surface) == 1 or not m.pos.startswith(_COMMON):
        return False
    has = term.lexicon.has
    return not (m.pos.startswith(_TIME) or m.surface in _SAME or has(term.surface) or has(before + m.surface))
