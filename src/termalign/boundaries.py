"""Where a term found in a text ends, and another begins.

The choice is made over noun runs and their parts, because what stands together speaks for itself: 首相 Prime Minister
helps to find ザエフ. What a terminologist would mark is smaller or a little larger. A person's title is a term of its own
(ザエフ | 首相), so is what stands beside a name (隣国 | ギリシャ); a postposition is none (購入 | 以来); and a word keeps
the suffix that English leaves out (カムリ党, Plaid).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from termalign.choice import Candidate, place_of
from termalign.evidence.borders import borders
from termalign.evidence.gather import Claim, Gatherer
from termalign.evidence.generic import CORE_GENERIC
from termalign.evidence.match import Match, Part
from termalign.evidence.own_number import MOVES
from termalign.evidence.part_weights import mass
from termalign.evidence.refined import refine
from termalign.evidence.term_cache import TermCache
from termalign.evidence.valued import VALUES
from termalign.japanese.generics import roles
from termalign.japanese.light_nouns import light_nouns
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.runs import RELATING
from termalign.japanese.text import JapaneseText
from termalign.kana import is_kanji

_COMMON = "名詞-普通名詞"
_DOING = "名詞-普通名詞-サ変可能"
_DOES = frozenset({"為る", "出来る"})
_POSTPOSITION = "接尾辞-名詞的-副詞可能"
_SUFFIX = "接尾辞-名詞的-一般"
_NOMINAL = ("名詞", "接尾辞", "接頭辞")
_ADVERBIAL = frozenset(
    "沖発着増減差先内外前後側安高超"
)  # where, when or how much: they say something of the word before, and are no part of it
_PREFIX = "接頭辞"
_DETERMINING = frozenset("各全両約第")  # which or how many: 各国, 約 10 人
_HONORIFIC = frozenset("おご御")
_ABOUT = "約"
_BOUNDS = frozenset({"", "超", "以上", "以下", "未満"})  # 300ドル超|上昇
_PLURAL = frozenset({"たち", "達", "ら", "等", "ども"})


def bounded(chosen: Sequence[Candidate], text: JapaneseText, gatherer: Gatherer, terms: TermCache) -> list[Candidate]:
    """The chosen links of a text, each of a term with the borders a terminologist would give it.

    Parameters
    ----------
    chosen : sequence of Candidate
        Links of the text, no two of which share a word.

    Returns
    -------
    list of Candidate
        In Japanese order.
    """
    divided: list[Candidate] = []
    for c in chosen:
        if c.matches[0].kind in VALUES:
            c = _counted(c, gatherer)
        if len(c.term.morphemes) > 1:
            divided += _divided(c, text, gatherer)
        else:
            divided.append(c)
    taken = {k for c in divided for k in range(c.start, c.end)}
    words = {k for c in divided for k in range(c.i, c.j)}
    found = []
    for c in divided:
        whole = _affixed(c, taken, text, terms)
        found.append(c if whole is c else _in_full(whole, gatherer, words))
    return sorted(found, key=place_of)


def _counted(c: Candidate, gatherer: Gatherer) -> Candidate:
    """The candidate of a quantity brought down to it, where nothing but that is rendered: 前年比 *3.5%* 減.

    *About* is 約, where the English begins with it.
    """
    best = c.matches[0]
    if len(best.parts) != 1:
        return c
    part = best.parts[0]
    if part.end - part.start == len(c.term.surface):
        return c
    if c.term.surface[: part.start] == _ABOUT and gatherer.bitext.english.forms[c.i].isalpha():
        part = part._replace(start=0)
    term = c.term.within(part.start, part.end)
    return c._replace(start=c.start + part.start, end=c.start + part.end, term=term)


def _divided(c: Candidate, text: JapaneseText, gatherer: Gatherer) -> Iterator[Candidate]:
    """The candidate, or what it is made of: each piece with the English words that its parts stand at."""
    one_name = c.matches[0].rule == CORE_GENERIC and "・" not in c.term.surface  # 朝市通り, *Asaichi Street*
    inside = () if one_name else borders(c.term)
    inside = (*inside, *_before_deed(c, text, inside))
    if not inside:
        yield c
        return
    parts = refine(c.term, c.i, c.j, gatherer.bitext, gatherer.places)
    cuts = list(pairwise([0, *inside, len(c.term.morphemes)]))
    if parts:
        pieces = [p for p in (_piece(c, a, b, parts, gatherer) for a, b in cuts) if p is not None]
    else:
        pieces = _only_piece(c, cuts, gatherer)
    if not pieces or any(x.i < y.j and y.i < x.j for x in pieces for y in pieces if x is not y):
        yield c
    else:
        yield from pieces


def _before_deed(c: Candidate, text: JapaneseText, inside: Sequence[int]) -> list[int]:
    """Where, behind the borders `inside`, the deed begins of which a number says how many it is done to, or how much:
    8人|変更した, 300ドル超|上昇した, but not 6者協議.
    """
    last = c.term.morphemes[-1]
    start = c.term.morphemes[inside[-1]].start if inside else 0
    if not last.pos.startswith(_DOING) or not any(
        c.term.surface[start : q.start] in ("", _ABOUT)
        and q.start >= start
        and c.term.surface[q.end : last.start] in _BOUNDS
        for q in c.term.quantities
    ):
        return []
    found = text.range_at(c.start, c.end)
    follows = text.morphemes[found[1]] if found and found[1] < len(text.morphemes) else None
    return [len(c.term.morphemes) - 1] if follows is not None and follows.lemma in _DOES else []


def _only_piece(c: Candidate, cuts: Sequence[tuple[int, int]], gatherer: Gatherer) -> list[Candidate]:
    """The one piece of a candidate that all of its words render, if there is one: 田中|選手, *Tanaka*."""
    found = []
    for a, b in cuts:
        term = c.term.part(a, b)
        claim = next((claim for claim in gatherer.claims(term) if (claim.i, claim.j) == (c.i, c.j)), None)
        if claim is not None:
            start, end = c.start + c.term.morphemes[a].start, c.start + c.term.morphemes[b - 1].end
            found.append(Candidate(start, end, c.i, c.j, term, claim.matches, c.score, mass(term)))
    return found if len(found) == 1 else []


def _piece(c: Candidate, a: int, b: int, all_parts: Sequence[Part], gatherer: Gatherer) -> Candidate | None:
    """The morphemes ``a:b`` of a candidate's term; None where nothing in particular renders them."""
    term = c.term.part(a, b)
    start, end = c.term.morphemes[a].start, c.term.morphemes[b - 1].end
    first = term.morphemes[0]
    if first.pos.startswith(_POSTPOSITION) or {term.surface, first.surface} & RELATING:
        return None
    if term.surface in MOVES or term.surface in light_nouns():
        return None
    parts = [p for p in all_parts if start <= p.start and p.end <= end]
    if not parts:
        return None
    i, j = min(p.i for p in parts), max(p.j for p in parts)
    claims = gatherer.claims(term)
    if term.is_quantity:  # 2.8%|上昇, rose *2.8 percent*
        i, j = next(((x.i, x.j) for x in claims if _says_whole(x, i, j, c)), (i, j))
    claim = next((claim for claim in claims if (claim.i, claim.j) == (i, j)), None)
    forms = (term.surface, gatherer.bitext.english.phrase(i, j))
    matches = claim.matches if claim else (Match(i, j, parts[0].kind, parts[0].strength, 1.0, forms),)
    return Candidate(c.start + start, c.start + end, i, j, term, matches, c.score, mass(term))


def _says_whole(claim: Claim, i: int, j: int, c: Candidate) -> bool:
    """Whether a claim of a quantity has its value, in the words ``i:j`` of a candidate and more of them."""
    return claim.matches[0].kind in VALUES and c.i <= claim.i <= i and j <= claim.j <= c.j


def _affixed(c: Candidate, taken: set[int], text: JapaneseText, terms: TermCache) -> Candidate:
    """The candidate with the prefixes and suffixes of its term that no other link has."""
    found = text.range_at(c.start, c.end)
    if found is None:
        return c
    a, b = found
    while b < len(text.morphemes) and _bound(text, b, taken):
        b += 1
    while a and _prefixed(text.morphemes[a - 1 : a + 1], taken, terms):
        a -= 1
    if (a, b) == found:
        return c
    start, end = text.morphemes[a].start, text.morphemes[b - 1].end
    return c._replace(start=start, end=end, term=terms.at(text, a, b))


def _in_full(c: Candidate, gatherer: Gatherer, taken: set[int]) -> Candidate:
    """The candidate of a term that has got its affixes, with what renders them too: 福岡県警, Fukuoka Prefectural *Police*."""
    more = [
        claim
        for claim in gatherer.claims(c.term)
        if claim.i <= c.i
        and c.j <= claim.j
        and claim.j - claim.i > c.j - c.i
        and taken.isdisjoint((*range(claim.i, c.i), *range(c.j, claim.j)))
    ]
    if not more:
        return c
    best = max(more, key=lambda claim: (claim.matches[0].strength * claim.matches[0].coverage, claim.i - claim.j))
    taken.update(range(best.i, best.j))
    return c._replace(i=best.i, j=best.j, matches=best.matches)


def _prefixed(morphemes: Sequence[Morpheme], taken: set[int], terms: TermCache) -> bool:
    """Whether the first of two morphemes is a prefix of the second, and free; one that is only polite (お見積書) is none."""
    m, word = morphemes
    if m.end != word.start or m.start in taken or not m.pos.startswith(_PREFIX) or m.surface in _DETERMINING:
        return False
    return m.surface not in _HONORIFIC or terms.lexicon.has(m.surface + word.surface)


def _bound(text: JapaneseText, k: int, taken: set[int]) -> bool:
    """Whether morpheme `k` is free and belongs to the word that ends before it: a suffix, or the one kanji that a run ends in."""
    m = text.morphemes[k]
    if m.start != text.morphemes[k - 1].end or m.start in taken:
        return False
    if m.surface in _PLURAL or m.surface in _ADVERBIAL or m.surface in RELATING or m.surface in roles():
        return False
    if m.pos.startswith(_SUFFIX):
        return True
    if not (m.pos.startswith(_COMMON) and len(m.surface) == 1 and is_kanji(m.surface)):
        return False
    if m.surface in light_nouns():
        return False
    follows = text.morphemes[k + 1] if k + 1 < len(text.morphemes) else None
    return follows is None or follows.start in taken or not follows.pos.startswith(_NOMINAL)
