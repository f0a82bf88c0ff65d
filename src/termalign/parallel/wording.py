"""Where the English of a term found in a text begins and ends: not within a word, nor before the adverb of its verb, nor before
what says that a name is a company's.

*deal* of *no-deal* is half a word, *carried* of *carried out* half a verb, and *Nintendo* of *Nintendo Co.* half a name; what no
other link has of them belongs to it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from termalign.choice import Candidate
from termalign.english import EnglishText, lexeme
from termalign.english.function_words import ARTICLES, PRONOUNS
from termalign.english.phrasal import adverbs_with
from termalign.english.text import HYPHENS
from termalign.evidence.naming.legal_form import after_company
from termalign.evidence.valued import VALUES
from termalign.japanese.morpheme import Morpheme

_OPPOSING = frozenset({"non", "no", "anti", "un", "ex", "pre", "post", "quasi"})
_AT_MOST = frozenset({"最大", "最多", "最高"})
_AS = frozenset({"many", "much", "high"})
_COVERED = 0.95  # coverage of a match that leaves nothing of the term over
_SAID = 0.6  # strength from which a dictionary says that the word renders the term
_IF_GLOSSED = frozenset({"over", "on", "in", "into", "through", "along", "back", "apart", "together", "around"})
_ALSO_PREPOSITIONS = frozenset({"up", "down", "off"})
_MOSTLY_PREPOSITIONS = frozenset({"in", "on", "over", "through", "along"})
_TWO = 2  # words: one word more is often another term's (difficulty *level*)
_NUMERAL = "名詞-数詞"
_ADVERBS = _IF_GLOSSED | _ALSO_PREPOSITIONS | {"out", "away", "forward"}
_OBJECTS = ARTICLES | PRONOUNS | {"to"}
_BEFORE_VERBS = frozenset(
    "to will would can could may might must should shall not n't i we you they who and or have has had be been is are was "
    "were".split()
)
_ONCE, _FORMER = "元", frozenset({"former", "ex", "onetime", "erstwhile"})
_RELATIVE = frozenset({"that", "which", "who"})
_WHEN = frozenset({"at", "in", "on", "of"})
_BOUNDING = frozenset({"least", "most", "best", "excess", "or", "and"})  # at least three seconds, on or after the 25th
_INSIDE = (*(f"{place}内" for place in "市県都道府区町村郡州国島域社校館省党"), "度末", "路上", "街頭")
_WITHIN = _WHEN | {"within", "inside"}
_SUFFIXED = frozenset(
    "only based type style grade class level specific oriented like made wide free proof resistant".split()
)
_SUFFIXES = frozenset("制 型 式 系 性 風 製 用 級 別 的 産 由来".split())
_APART = re.compile("[ -]")
_VERBAL = ("名詞-普通名詞-サ変", "名詞-普通名詞-一般")


def worded(chosen: Sequence[Candidate], english: EnglishText) -> list[Candidate]:
    """The links of a text, with the rest of the words that their English begins or ends in."""
    taken = {k for c in chosen for k in range(c.i, c.j)}
    gaps, lexemes = english.gaps, english.lexemes
    found = []
    for c in chosen:
        i, j = c.i, c.j
        while i and gaps[i - 1] in HYPHENS and i - 1 not in taken and _goes_before(c, i - 1, english):
            i -= 1
        if j < len(gaps) and gaps[j - 1] in HYPHENS and j not in taken and _goes_behind(c, lexemes[j].lower):
            j += 1  # 予約制, reservation-*only*
        elif j < len(gaps) and gaps[j - 1] in HYPHENS and j not in taken and _closes_word(j, english):
            j += 1  # lock-out/tag-*out*
        elif j < len(gaps) and lexemes[j].lower in _ADVERBS and j not in taken and _goes_with(c, english):
            j += 1
        elif j < len(gaps):
            j = _with_company(c, english, taken)
        if j == c.j and j < len(gaps) and j not in taken and _goes_on(c, english):
            j += 1  # technical intern *trainee*
        if (
            c.term.surface in _AT_MOST
            and 0 < i == c.i
            and i + 1 < len(gaps)
            and lexemes[i].lower in _AS
            and _as_as(i, english)
            and i - 1 not in taken
        ):
            i -= 1  # 最大, *as* many as
            j = max(j, i + 3)
        inside = c.term.surface.endswith(_INSIDE)
        if 0 < i == c.i and c.term.surface[0] == _ONCE and i - 1 not in taken and lexemes[i - 1].lower in _FORMER:
            i -= 1  # 元町職員, *former* town employee
        if i == c.i and j - i > 1 and lexemes[i].lower in _RELATIVE:  # that smokers
            i += 1
        if i == c.i and (inside or c.term.quantities):
            i = _after_preposition(i, j, english, inside)
        if (i, j) != (c.i, c.j):
            taken.update(range(i, j))
            c = c._replace(i=i, j=j)
        found.append(c)
    return found


def _as_as(i: int, english: EnglishText) -> bool:
    return english.lexemes[i - 1].lower == english.lexemes[i + 1].lower == "as"


def _after_preposition(i: int, j: int, english: EnglishText, inside: bool) -> int:
    """Where a quantity begins behind what only says that it happened then or there: (at the) *end of October*, (in the) *city*,
    市内.
    """
    lexemes = english.lexemes
    if lexemes[i].lower not in (_WITHIN if inside else _WHEN) or (i + 1 < j and lexemes[i + 1].lower in _BOUNDING):
        return i
    k = i + 1
    while k < j and lexemes[k].lower in ARTICLES:
        k += 1
    return k if k < j else i


def _with_company(c: Candidate, english: EnglishText, taken: set[int]) -> int:
    """The word after *Co., Ltd.* and the like, if a link is a whole name that they follow; the link's own end if not."""
    i, j = c.i, c.j
    if c.matches[0].kind in VALUES or not english.capitalised[j] or not english.capitalised[j - 1]:
        return j
    if i and english.gaps[i - 1] == " " and english.capitalised[i - 1] and not english.lexemes[i - 1].function:
        return j  # the name begins before
    end = after_company(english, j)
    return end if taken.isdisjoint(range(j, end)) else j


def _goes_before(c: Candidate, k: int, english: EnglishText) -> bool:
    """Whether word `k` is the first half of the hyphenated word that a link begins in: not *non* of food in *non-food*."""
    before = english.lexemes[k].lower
    if before.isdecimal():  # 二段階認証, *2*-step verification
        return any(m.pos == _NUMERAL for m in c.term.morphemes) and c.matches[0].kind not in VALUES
    if c.matches[0].kind in VALUES or not before.isalpha() or before.endswith("ly"):
        return False
    return before not in _OPPOSING or c.matches[0].coverage < _COVERED


def _goes_behind(c: Candidate, word: str) -> bool:
    """Whether the second half of the hyphenated word that a link ends in says what a suffix of its term does."""
    return word in _SUFFIXED and len(c.term.morphemes) > 1 and c.term.morphemes[-1].surface in _SUFFIXES


def _goes_on(c: Candidate, english: EnglishText) -> bool:
    """Whether the words of a gloss and the next are another gloss of the term."""
    best = c.matches[0]
    if best.kind != "gloss" or best.parts or best.rule or english.gaps[c.j - 1] != " " or c.j - c.i < _TWO:
        return False
    return tuple(english.stems[c.i : c.j + 1]) in c.term.gloss_keys


def _closes_word(k: int, english: EnglishText) -> bool:
    """Whether word `k` is the adverb that ends a hyphenated noun."""
    ends = k + 1 >= len(english) or english.gaps[k] not in HYPHENS
    return ends and english.lexemes[k].lower in _ADVERBS


def _goes_with(c: Candidate, english: EnglishText) -> bool:
    """Whether the word after a link is the adverb of the verb that it ends in."""
    k = c.j
    adverb = english.lexemes[k].lower
    hyphen = english.gaps[k - 1] in HYPHENS
    glossed = any(_says(_APART.split(m.forms[-1]), english.stems[k - 1], adverb, hyphen) for m in c.matches)
    if hyphen:  # check-out
        return glossed
    if english.gaps[k - 1] != " " or not _is_verbal(c.term.morphemes[-1]):
        return False
    if adverb in adverbs_with(english.lexemes[k - 1].lemma):
        return True
    if glossed and (english.lexemes[k - 1].lower == english.lexemes[k - 1].lemma or _is_verb(english, k - 1)):
        return True
    if not _is_verb(english, k - 1):
        return False
    best = c.matches[0]
    if adverb in _IF_GLOSSED or best.strength * best.coverage >= _SAID:  # it means that without the adverb
        return False
    if adverb not in _ALSO_PREPOSITIONS or k + 1 == len(english) or english.gaps[k] != " ":
        return True
    return not (
        english.lexemes[k + 1].lower in _OBJECTS or english.capitalised[k + 1] or english.forms[k + 1][0].isdigit()
    )


def _says(gloss: Sequence[str], stem: str, adverb: str, hyphen: bool) -> bool:
    """Whether a gloss has the adverb right after a word of this stem."""
    said = "in" if adverb == "into" else adverb
    if not hyphen and said in _MOSTLY_PREPOSITIONS and gloss[-1] != said:  # Nobel Prize *in* Literature
        return False
    return any(word == said and lexeme(before).stem == stem for before, word in pairwise(gloss))


def _is_verbal(m: Morpheme) -> bool:
    """Whether a noun may be one of doing: 実行, 取り組み."""
    return m.pos.startswith(_VERBAL)


def _is_verb(english: EnglishText, k: int) -> bool:
    """Whether word `k` is a verb: inflected as nouns are not, or after *to*, an auxiliary or a subject."""
    word = english.lexemes[k]
    if word.past or word.gerund:
        return True
    return k > 0 and word.lower == word.lemma and english.lexemes[k - 1].lower in _BEFORE_VERBS
