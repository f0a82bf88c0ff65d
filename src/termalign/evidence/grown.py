"""gloss, grown: a rendering and the word beside it that another character of the term means: 武家, samurai *family*."""

import math
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from termalign.english.function_words import JOINING
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import LONGEST_GROWN, Match
from termalign.evidence.phrase import BESIDE
from termalign.evidence.term import Term
from termalign.kana import is_kanji

GROWN = "grown"
LEAST_BESIDE: Final = 0.03  # how often the character is glossed with the word, at least
_LEAST_JOINED = 0.05  # … where *and* or *or* stands between
SUREST: Final = 0.9
_SURE = 0.8  # of a phrase that needs no growing
_PROPER = "名詞-固有名詞"
_ADVERB = re.compile(r"\w{2}(?:ab|ib|al|ous|ive|ent|ant|ful|less|ed|ing)ly$")
_OF, _ARTICLES = frozenset({"of"}), frozenset({"the", "a", "an"})


def with_character(term: Term, matches: Sequence[Match], bitext: Bitext) -> Iterator[Match]:
    """Matches by meaning, grown by a neighbouring noun or adjective that a character of the term is often glossed with."""
    if not 1 < len(term.surface) <= LONGEST_GROWN:
        return
    glossed = [m for m in matches if m.kind == "gloss"]
    if not glossed:
        return
    said = _said(term, bitext)
    if not said:
        return
    english = bitext.english
    places = {k for stem in said for k in english.by_stem[stem]}
    known = {(m.i, m.j) for m in matches if not m.rule and m.strength * m.coverage >= _SURE}
    for m in glossed:
        if places.isdisjoint((m.i - 3, m.i - 2, m.i - 1, m.j, m.j + 1, m.j + 2)):
            continue
        sure = m.strength * m.coverage >= _SURE
        for k, least in beyond(m.i, m.j, bitext, frozenset() if sure else JOINING):  # no cash *and gold*
            often = said.get(english.stems[k], 0.0)
            i, j = min(m.i, k), max(m.j, k + 1)
            if (
                often >= least
                and (i, j) not in known
                and english.stems[k] not in english.stems[m.i : m.j]  # miso and miso soup
                and not _within_name(i, j, bitext)
                and not _ends_name(m, k, bitext)
            ):
                doubt = (1.0 - m.strength * m.coverage) * (1.0 - sureness(often))
                yield Match(i, j, "gloss", 1.0 - doubt, 1.0, (term.surface, english.phrase(i, j)), (), GROWN)


def sureness(often: float) -> float:
    """How sure a word is that a character of the term is glossed with so often."""
    return min(SUREST, 2.0 * math.sqrt(often))


def _said(term: Term, bitext: Bitext) -> dict[str, float]:
    """Stems of the text that a character of the term is glossed with often enough → how often; none of a name's, which do not
    say what it is: 東*京*大学 is not in Kyoto.
    """
    found: dict[str, float] = {}
    means = "".join([m.surface for m in term.morphemes if len(m.surface) == 1 or not m.pos.startswith(_PROPER)])
    for character in filter(is_kanji, means):
        for stem, often in bitext.meant(character):
            if often >= LEAST_BESIDE and often > found.get(stem, 0.0):
                found[stem] = often
    return found


def beyond(i: int, j: int, bitext: Bitext, joining: Collection[str]) -> Iterator[tuple[int, float]]:
    """Words that the phrase ``i:j`` may go on to, directly or behind *of*, *and*, *or*, and how sure a character must be."""
    for at, step in ((i - 1, -1), (j, 1)):
        k, least = at, LEAST_BESIDE
        if joining and _follows(k, step, bitext, joining):
            k, least = k + step, _LEAST_JOINED
        elif step > 0 and _follows(k, step, bitext, _OF):
            k += 1
            k += _follows(k, step, bitext, _ARTICLES)
        elif step < 0:
            before = k - _follows(k, step, bitext, _ARTICLES)
            if _follows(before, step, bitext, _OF):
                k = before - 1
            elif before >= 0 and bitext.english.lexemes[before].lower.endswith("ing"):  # but not: pay *the* rent
                k = before
        if _follows(k, step, bitext) and _means(k, bitext):
            yield k, least


def _follows(k: int, step: int, bitext: Bitext, words: Collection[str] | None = None) -> bool:
    """Whether word `k` stands directly beside the word one `step` back, and is one of `words`, if they are given."""
    english = bitext.english
    last = k - step
    if not (0 <= k < len(english.forms) and 0 <= last < len(english.forms)):
        return False
    return english.gaps[min(k, last)] in BESIDE and (words is None or english.lexemes[k].lower in words)


def _means(k: int, bitext: Bitext) -> bool:
    """Whether word `k` may be a noun or an adjective: no function word, no inflected verb, and no adverb."""
    word = bitext.english.lexemes[k]
    return not (word.function or word.past or word.gerund or _ADVERB.search(word.lower))


def _within_name(i: int, j: int, bitext: Bitext) -> bool:
    """Whether the words ``i:j`` are cut out of a longer name in capitals."""
    capital, gap = bitext.english.capitalised, bitext.english.gap
    before = i > 0 and capital[i] and capital[i - 1] and gap(i - 1) == " "
    after = j < len(capital) and capital[j - 1] and capital[j] and gap(j - 1) == " "
    return before or after


def _ends_name(match: Match, k: int, bitext: Bitext) -> bool:
    """Whether the match is a name of several capitalised words, and word `k` none of them: Atlantic Ocean *bigger*."""
    capital = bitext.english.capitalised
    return match.j - match.i > 1 and not capital[k] and capital[match.i] and capital[match.j - 1]
