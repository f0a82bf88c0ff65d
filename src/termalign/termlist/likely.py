"""Mentions of a term that are none though something of the term stands there."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from termalign.choice import Candidate
from termalign.english import EnglishText, gloss_keys
from termalign.english.capitals import Capitals, Join
from termalign.evidence.match import Match
from termalign.japanese.generics import roles
from termalign.score import COVERED, edges
from termalign.termlist.one_sense import in_one_sense

_CUT: Final = frozenset({"partial", "tail"})
_JOINS: Final = frozenset({Join.CLOSE, Join.OF})
_SOUND: Final = frozenset({"romaji", "name"})

#: What is named for a place, and never goes by the place's bare name: *Kanazawa* is no Kanazawa Castle.
NAMED_FOR_PLACES: Final = frozenset(
    "城 城跡 塗 塗り 焼 焼き 織 織り 染 紬 和紙 駅 空港 飛行場 港 橋 大橋 トンネル 線 本線 新幹線 道路 自動車道 "
    "高速道路 街道 署 警察署 県警 府警 道警 県警察 消防署 税務署 地裁 高裁 簡裁 家裁 地方裁判所 高等裁判所 "
    "簡易裁判所 家庭裁判所 地検 高検 区検 地方検察庁 高等検察庁 支店 支部 支局 支社 発電所 原発 原子力発電所 基地 "
    "駐屯地 動物園 水族館 美術館 博物館 図書館 病院 市役所 県庁 府庁 都庁 区役所 町役場 市長 区長 町長 知事 県知事 "
    "府知事 都知事 市議会 県議会 府議会 都議会".split()
)


def likely(mentions: Sequence[Candidate], english: EnglishText) -> list[Candidate]:
    """The mentions of one term without those that the rest of the text makes unlikely.

    Parameters
    ----------
    mentions : sequence of Candidate
        Of one term, with the scores they are chosen by.
    english : EnglishText
        The text.
    """
    found = [c for c in mentions if not (_only_the_place(c) or _cut_out(c, english))]
    if len(found) > 1:
        found = _as_words(found, english)
    return in_one_sense(found, english)


def _as_words(mentions: Sequence[Candidate], english: EnglishText) -> list[Candidate]:
    """The mentions without those within names (Taiwan *Semiconductor* Co.) of a word that is small elsewhere."""
    small = any(not english.capitalised[c.i] and _is_word(c) for c in mentions)
    return [c for c in mentions if not (_is_word(c) and _within_name(c, english))] if small else list(mentions)


def _is_word(c: Candidate) -> bool:
    """Whether nothing but a gloss that is written small speaks for the mention of what no person is called by."""
    return c.term.surface not in roles() and all(m.kind == "gloss" and m.forms[-1][:1].islower() for m in c.matches)


def _within_name(c: Candidate, english: EnglishText) -> bool:
    """Whether a capitalised mention goes on with another capitalised word."""
    found: dict[str, float] = {}
    edges(found, c.i, c.j, english)
    return "capital-before" in found or "capital-after" in found


def _only_the_place(c: Candidate) -> bool:
    """Whether the mention is the bare name of the place that the term is named for."""
    best = max(m.coverage for m in c.matches if m.rule not in _CUT) if any(m.rule not in _CUT for m in c.matches) else 0
    if best >= COVERED:
        return False
    ends = {max(p.end for p in m.parts) for m in c.matches if m.parts and m.kind in _SOUND}
    return any(c.term.surface[end:] in NAMED_FOR_PLACES for end in ends)


def _cut_out(c: Candidate, english: EnglishText) -> bool:
    """Whether the mention is some of the term's English, cut out of another name: *Democratic Party*, of the Liberal one."""
    if not (english.cased and english.capitalised[c.i]) or not all(_is_some(m, c, english) for m in c.matches):
        return False
    everything = range(len(english))
    first, _ = _capitals(english).grown(c.i, c.j, _JOINS, everything, title=False)
    own = {key for m in c.matches for key in gloss_keys(m.forms[-1])}
    return not own.issuperset(
        s for s, x in zip(english.stems[first : c.i], english.lexemes[first:], strict=False) if not x.function
    )


def _is_some(m: Match, c: Candidate, english: EnglishText) -> bool:
    """Whether a match by meaning is of a part of the term, or of a part of its gloss: *Democratic Party* for the People."""
    if m.kind not in ("gloss", "composed"):
        return False
    if m.rule in _CUT or m.coverage < COVERED:
        return True
    words = sum(not x.function for x in english.lexemes[c.i : c.j])
    return not m.parts and words < len(gloss_keys(m.forms[-1]))


@lru_cache(maxsize=8)
def _capitals(english: EnglishText) -> Capitals:
    return Capitals(english)
