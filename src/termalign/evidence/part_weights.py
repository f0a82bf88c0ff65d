"""How much of a compound's meaning each of its morphemes carries."""

import re

from termalign.evidence.naming.legal_form import core_span
from termalign.evidence.naming.pieces import common_nouns
from termalign.evidence.office import office_begins
from termalign.evidence.term import Term, once_a_term
from termalign.japanese.morpheme import Morpheme

_ADMINISTRATIVE = 0.15  # English often leaves City and Prefecture out
_NESS = "さ"  # 重要さ
_UNSAID = frozenset({"型", "的"})
"""What makes a noun the modifier of another: SNS型投資詐欺, 国際的犯罪組織."""
_LEFT_OUT = ("さん", "君", "ちゃん", "選手", "投手", "容疑者", "被告")
"""What somebody is called by, which English mostly leaves out: 大谷選手, *Ohtani*."""
_CHARGE, _MINISTERS = "担当", frozenset({"大臣", "相", "閣僚"})
"""Of which affairs somebody is the minister: 経済再生担当大臣, the Economic Revitalization Minister."""
_FIRM = re.compile(r"(?:自動車|グループ|ホールディングス|HD)+$")
"""What a company's name ends in and is seldom called: トヨタ自動車, *Toyota*; ソニーグループ, *Sony*."""
_OF_MANY = frozenset({"三菱", "三井", "住友", "安田", "古河", "日本"})
"""What many companies have in common, so that none is called so."""
_OWNERS, _OWNED = ("省", "府", "庁"), ("庁", "局", "委員会", "研究所", "本部", "院")
"""Whose body the term names, and how such a body is called: 総務省消防庁, the *Fire and Disaster Management Agency*."""
_DOCUMENT = "書"
_DOCUMENTS = frozenset(
    {"契約", "報告", "計画", "申請", "協定", "合意", "勧告", "通知", "明細", "判決", "提案", "見積", "請求", "誓約"}
)
"""What is a document in itself: 契約書, a *contract*."""
_THING, _SPANS = "物", frozenset({"年", "月", "日", "週間", "か月", "カ月"})
"""After a span of time, what English leaves out: 10年物国債, *10-year bonds*."""
_WITHIN = 0.5  # of the weight of a suffix that other words follow: English has a preposition for it, or nothing (負担*付*贈与)


@once_a_term
def part_weights(term: Term) -> tuple[float, ...]:
    """`weight` of each morpheme; the generic at the end of a name (横浜市) counts as an affix does."""
    found = [weight(m) for m in term.morphemes]
    if term.katakana:  # a syllable that is also a particle: オン on and ニ, of オンニ
        found = [w if m.pos.startswith("補助記号") else 1.0 for w, m in zip(found, term.morphemes, strict=True)]
    for k in range(1, len(found) - 1):
        if term.morphemes[k].pos.startswith("接尾辞") and not term.katakana:
            found[k] = 0.0 if term.morphemes[k].surface in _UNSAID else found[k] * _WITHIN
    if len(found) > 1 and found[-1] == 1.0 and len(term.morphemes[-1].surface) == 1 and term.proper:
        found[-1] = _ADMINISTRATIVE if term.morphemes[-1].surface in "都道府県市区町村郡" else 0.5
    if len(found) > 1 and term.morphemes[-1].surface == _DOCUMENT and term.morphemes[-2].surface in _DOCUMENTS:
        found[-1] = 0.0
    for k in range(1, len(found) - 1):
        if term.morphemes[k].surface == _THING and term.morphemes[k - 1].surface in _SPANS:
            found[k] = 0.0
        elif term.morphemes[k].surface == _CHARGE and term.morphemes[k + 1].surface in _MINISTERS:
            found[k] *= _ADMINISTRATIVE
    if len(found) > 2 and term.morphemes[-1].surface in common_nouns() and _is_company(term.part(0, len(found) - 1)):
        found[-1] = _ADMINISTRATIVE
    called = office_begins(term) if term.surface.endswith(_LEFT_OUT) else 0
    if called:
        rest = len(found) - called
        found[called:] = [_ADMINISTRATIVE / rest] * rest
    brand = _brand(term)
    if brand:
        found[brand:] = [w * _ADMINISTRATIVE for w in found[brand:]]
    owner = _owner(term)
    found[:owner] = [w * _ADMINISTRATIVE for w in found[:owner]]
    start, end = core_span(term.surface)
    if end - start < len(term.surface):
        for k, m in enumerate(term.morphemes):
            if m.start < start or end < m.end:
                found[k] = 0.0
            elif m.surface in common_nouns():
                found[k] *= _ADMINISTRATIVE
    return tuple(found)


def _brand(term: Term) -> int:
    """How many morphemes are the name that a company goes by; 0 if it goes by all of its name."""
    said = _FIRM.search(term.surface)
    if said is None or not said.start() or term.surface[: said.start()] in _OF_MANY:
        return 0
    cut = next((k for k, m in enumerate(term.morphemes) if m.start == said.start()), 0)
    return cut if cut and (_is_company(term) or _is_company(term.part(0, cut))) else 0


def _owner(term: Term) -> int:
    """How many morphemes at the beginning name the ministry whose body a term names, where a dictionary has the body itself."""
    if len(term.morphemes) > 2 and term.surface.endswith(_OWNED) and not term.words:
        for k in range(1, len(term.morphemes)):
            if term.morphemes[k - 1].surface.endswith(_OWNERS) and len(term.surface) > term.morphemes[k].start + 1:
                return k if term.part(k, len(term.morphemes)).words else 0
    return 0


def _is_company(term: Term) -> bool:
    """Whether the name dictionary has the term as a company's name: 積水化学, of 積水化学工業."""
    return any("company" in name.kinds or "organization" in name.kinds for name in term.names)


@once_a_term
def mass(term: Term) -> float:
    """How much of meaning the term carries in all: that of its morphemes."""
    return sum([weight(m) for m in term.morphemes]) or 0.5


def weight(morpheme: Morpheme) -> float:
    """How much of a compound's meaning a morpheme carries: affixes less, joiners nothing."""
    pos = morpheme.pos
    if pos.startswith(("補助記号", "助詞", "助動詞", "動詞-非自立可能")):
        return 0.0
    if pos.startswith(("接尾辞", "接頭辞")):
        return 0.0 if morpheme.surface == _NESS else 0.5
    return 1.0
