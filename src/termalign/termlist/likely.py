"""Mentions of a term that are none though something of the term stands there."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from termalign.choice import Candidate
from termalign.english import EnglishText, gloss_keys, lexeme
from termalign.english.capitals import Capitals, Join
from termalign.english.edges import edges
from termalign.english.headlines import in_headlines
from termalign.english.roles import OFFICIAL, names_person, other_office
from termalign.evidence.gloss import IN_PART
from termalign.evidence.match import Match
from termalign.evidence.trust import entries_of
from termalign.japanese.generics import roles
from termalign.score import COVERED
from termalign.termlist.chance import by_gloss
from termalign.termlist.one_sense import in_one_sense
from termalign.termlist.other_things import is_other_thing
from termalign.termlist.places import without_other_names

_OF_A_PART: Final = frozenset({"kanji", *IN_PART})
_GLOSSES: Final = frozenset({"", "partial", "source"})
_BY_WORD: Final = frozenset({"gloss", "loanword"})
_JOINS: Final = frozenset({Join.CLOSE, Join.OF})
_BEHIND: Final = frozenset({Join.OF})
_SOUND: Final = frozenset({"romaji", "name"})
_ORDINALS: Final = frozenset({"first", "second", "third", "last", "next", "same"})
_BODIES: Final = frozenset("university bank museum port institute college hall academy archdiocese".split())

#: What is named for a place, and never goes by the place's bare name: *Kanazawa* is no Kanazawa Castle.
NAMED_FOR_PLACES: Final = frozenset(
    "湾 平野 盆地 海岸 市場 球場 競技場 競馬場 高校 中学校 小学校 高等学校 大学病院 城 城跡 塗 塗り 焼 焼き 織 織り "
    "染 紬 和紙 駅 空港 飛行場 港 橋 大橋 トンネル 線 本線 新幹線 道路 自動車道 高速道路 街道 署 警察署 県警 府警 "
    "道警 警 警察 県警察 消防署 税務署 地裁 高裁 簡裁 家裁 地方裁判所 高等裁判所 簡易裁判所 家庭裁判所 地検 高検 区検 "
    "地方検察庁 高等検察庁 支店 支部 支局 支社 発電所 原発 原子力発電所 基地 駐屯地 動物園 水族館 美術館 博物館 "
    "図書館 病院 市役所 県庁 府庁 都庁 区役所 町役場 市長 区長 町長 知事 県知事 府知事 都知事 市議会 県議会 府議会 "
    "都議会 五輪 オリンピック 万博 マラソン サミット 大空襲 大震災 地震 豪雨 証券取引所 タワー ドーム 空襲 条約 議定書".split()
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
    found = [
        c
        for c in mentions
        if not (
            _only_the_place(c)
            or _cut_out(c, english)
            or _in_strange_name(c, english)
            or _goes_on(c, english)
            or _is_deed_of_person(c, english)
            or _ends_before_noun(c, english)
            or is_other_thing(c, english)
            or _in_hyphenated_name(c, english)
            or _is_other_office(c, english)
        )
    ]
    found = without_other_names(found, english)
    if len(found) > 1:
        found = _without_heads(_without_bare_numbers(found), english)
        found = _as_words(_without_bodies_of_places(found, english), english)
    return in_one_sense(found, english)


def _in_strange_name(c: Candidate, english: EnglishText) -> bool:
    """Whether the mention is letters that end a name of which English has no such word: Sakana *AI*."""
    if c.matches[0].kind != "acronym" or c.j - c.i != 1 or not c.i:
        return False
    before = english.lexemes[c.i - 1]
    return english.capitalised[c.i - 1] and english.gap(c.i - 1) == " " and not (before.known or before.function)


def _goes_on(c: Candidate, english: EnglishText) -> bool:
    """Whether the mention is the beginning of another body's name: *Tokyo University* of Agriculture and Technology."""
    j = c.j
    if c.j - c.i < 2 or j + 1 >= len(english) or english.lexemes[j - 1].lower not in _BODIES:
        return False
    follows = english.lexemes[j].lower == "of" and english.gap(j - 1) == english.gap(j) == " "
    return follows and english.capitalised[c.i] and english.capitalised[j - 1] and english.capitalised[j + 1]


def _ends_before_noun(c: Candidate, english: EnglishText) -> bool:
    """Whether the mention ends in an ordinal that goes with the noun behind it: snow for the *first* time."""
    j = c.j
    if j - c.i < 2 or j >= len(english) or english.lexemes[j - 1].lower not in _ORDINALS:
        return False
    return english.gap(j - 1) == " " and not english.lexemes[j].function and all(m.kind == "gloss" for m in c.matches)


def _in_hyphenated_name(c: Candidate, english: EnglishText) -> bool:
    """Whether a common noun is the end of a hyphenated word of a name: Self-*Defense* Force."""
    i = c.i
    if not i or english.gap(i - 1) != "-" or not (english.capitalised[i] and english.capitalised[i - 1]):
        return False
    return i not in in_headlines(english) and _is_word(c)


def _is_other_office(c: Candidate, english: EnglishText) -> bool:
    """Whether the mention ends in a minister where dictionaries speak of a ministry, or the other way."""
    last = english.lexemes[c.j - 1].lemma
    if last not in OFFICIAL or not all(m.kind == "gloss" for m in c.matches):
        return False
    said = [gloss.text.lower() for entry in entries_of(c.term) for gloss in entry.glosses]
    return any(other_office(last, text) for text in said) and not any(last in text for text in said)


def _without_heads(mentions: Sequence[Candidate], english: EnglishText) -> list[Candidate]:
    """The mentions without single small words that are the head of a longer one: *store*, where department store is said."""
    heads = {english.stems[c.j - 1] for c in mentions if c.j - c.i > 1 and by_gloss(c)}
    if not heads:
        return list(mentions)
    words = {stem for c in mentions if c.j - c.i > 1 for stem in english.stems[c.i : c.j]}
    return [
        c
        for c in mentions
        if not (c.j - c.i == 1 and english.stems[c.i] in heads and english.forms[c.i].islower() and by_gloss(c))
        and not (c.j - c.i == 1 and english.stems[c.i] in words and all(m.rule in _OF_A_PART for m in c.matches))
    ]


def _without_bare_numbers(mentions: Sequence[Candidate]) -> list[Candidate]:
    """The mentions without lone numerals where one has what is counted: the *11th*, where the 11th Brigade is said."""
    counted = any(c.j - c.i > 1 and c.matches[0].kind == "number" for c in mentions)
    return [c for c in mentions if not (counted and c.j - c.i == 1 and c.matches[0].kind == "number")]


def _is_deed_of_person(c: Candidate, english: EnglishText) -> bool:
    """Whether one word says what is done where the gloss names who does it, or the other way: *collect*, of a collector."""
    return c.j - c.i == 1 and all(m.kind in _BY_WORD and _on_other_side(m, c.i, english) for m in c.matches)


def _on_other_side(m: Match, k: int, english: EnglishText) -> bool:
    """Whether the words of a gloss that are of the family of word `k` name a person where that is none, or the other way."""
    if len(m.parts) > 1 or m.rule not in _GLOSSES:
        return False
    word = english.lexemes[k]
    own = [x for x in map(lexeme, m.forms[-1].strip("();,.").split()) if x.stem == word.stem]
    person = names_person(word.lemma)
    return bool(own) and all(x.lemma != word.lemma and names_person(x.lemma) != person for x in own)


def _without_bodies_of_places(mentions: Sequence[Candidate], english: EnglishText) -> list[Candidate]:
    """The mentions; of a place that is named in full, without its bare name in another body's: University of *Osaka*."""
    if not any(_coverage(c) >= COVERED for c in mentions):
        return list(mentions)
    return [c for c in mentions if _coverage(c) >= COVERED or not (_after_body(c.i, english) or _is_half_of_word(c))]


def _is_half_of_word(c: Candidate) -> bool:
    """Whether the mention is half of a compound that is no name: *money*, where electronic money has been named."""
    return not c.term.proper and c.matches[0].kind == "loanword"


def _coverage(c: Candidate) -> float:
    return max((m.coverage for m in c.matches if m.rule not in IN_PART), default=0.0)


def _after_body(i: int, english: EnglishText) -> bool:
    """Whether *of* and the name of a kind of body stand before word `i`."""
    return i > 1 and english.lexemes[i - 1].lower == "of" and english.lexemes[i - 2].lower in _BODIES


def _as_words(mentions: Sequence[Candidate], english: EnglishText) -> list[Candidate]:
    """The mentions without those within names (Taiwan *Semiconductor* Co.) of a word that is small elsewhere."""
    small = any(not english.capitalised[c.i] and _is_word(c) for c in mentions)
    return [c for c in mentions if not (_is_word(c) and _within_name(c, english))] if small else list(mentions)


def _is_word(c: Candidate) -> bool:
    """Whether nothing but a gloss that is written small speaks for the mention of what no person is called by."""
    return c.term.surface not in roles() and all(_is_small(m, c) for m in c.matches)


def _is_small(m: Match, c: Candidate) -> bool:
    """Whether a match is by a gloss that is written small, or by the sound of an ordinary word: kofun."""
    if m.kind == "gloss":
        return m.forms[-1][:1].islower()
    return m.kind == "romaji" and bool(c.term.words) and not c.term.proper


def _within_name(c: Candidate, english: EnglishText) -> bool:
    """Whether a capitalised mention goes on with another capitalised word, and not because it stands in a headline."""
    if c.i in in_headlines(english):
        return False
    found: dict[str, float] = {}
    edges(found, c.i, c.j, english)
    return "capital-before" in found or "capital-after" in found


def _only_the_place(c: Candidate) -> bool:
    """Whether the mention is the bare name of the place that the term is named for."""
    if _coverage(c) >= COVERED:
        return False
    ends = {max(p.end for p in m.parts) for m in c.matches if m.parts and m.kind in _SOUND}
    return any(c.term.surface[end:] in NAMED_FOR_PLACES for end in ends)


def _cut_out(c: Candidate, english: EnglishText) -> bool:
    """Whether the mention is some of the term's English, cut out of another name: *Democratic Party*, of the Liberal one."""
    if not (english.cased and english.capitalised[c.i]) or not all(_is_some(m, c, english) for m in c.matches):
        return False
    everything = range(len(english))
    first, _ = _capitals(english).grown(c.i, c.j, _JOINS, everything, title=False)
    _, last = _capitals(english).grown(c.i, c.j, _BEHIND, everything, title=False)
    own = {key for m in c.matches for key in gloss_keys(m.forms[-1])}
    more = (*range(first, c.i), *range(c.j, last))
    return not own.issuperset(english.stems[k] for k in more if not english.lexemes[k].function)


def _is_some(m: Match, c: Candidate, english: EnglishText) -> bool:
    """Whether a match by meaning is of a part of the term, or of a part of its gloss: *Democratic Party* for the People."""
    if m.kind not in ("gloss", "composed"):
        return False
    if m.rule in IN_PART or m.coverage < COVERED:
        return True
    words = sum(not x.function for x in english.lexemes[c.i : c.j])
    return not m.parts and words < len(gloss_keys(m.forms[-1]))


@lru_cache(maxsize=8)
def _capitals(english: EnglishText) -> Capitals:
    return Capitals(english)
