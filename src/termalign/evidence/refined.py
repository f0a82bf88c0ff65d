"""Which part of a rendered term stands at which of its words: Kurama-dera Temple is 鞍馬 *Kurama*, 寺 *dera* and 寺 *Temple*."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from termalign.cached import cached
from termalign.evidence.bitext import Bitext
from termalign.evidence.composed import choose
from termalign.evidence.composition import Place, part_at
from termalign.evidence.match import Part
from termalign.evidence.naming.generics import generics as phrases
from termalign.evidence.part_weights import part_weights
from termalign.evidence.term import Term
from termalign.japanese.generics import generics
from termalign.kana import kana_keys

_NUMBER = "number"
_NUMERAL = "名詞-数詞"


def refine(
    term: Term, i: int, j: int, bitext: Bitext, places_of: Callable[[Term], Sequence[Place]]
) -> tuple[Part, ...]:
    """Which part of `term` stands at which of the words ``i:j``, in the smallest pieces; what is left over forms a last part."""
    if len(term.morphemes) < 2 or j - i < 2:
        return ()
    weights = part_weights(term)
    places = places_of(term)  # in English order
    near = places[bisect_left(places, (i,)) : bisect_left(places, (j,))]
    inside = [p for p in near if p.j <= j and p.j - p.i < j - i and not _cuts_number(term, p)]
    chosen = choose(inside, weights) if inside else []
    if not chosen:
        return ()
    parts = [part for p in chosen for part in _pieces(term, p, bitext, places_of)]
    parts += _generics_said_twice(term, i, chosen, bitext)
    parts += _generics_before(term, i, chosen, bitext)
    said = {k for p in chosen for k in range(p.a, p.b)}
    rendered = {k for p in chosen for k in range(p.i, p.j)}
    rest = [k for k, w in enumerate(weights) if w and k not in said]
    words = [k for k in range(i, j) if k not in rendered and not bitext.english.lexemes[k].function] if rest else []
    if rest and words:
        start, end = term.morphemes[rest[0]].start, term.morphemes[rest[-1]].end
        if rest[-1] - rest[0] == len(rest) - 1 and words[-1] - words[0] == len(words) - 1:
            parts.append(Part(start, end, words[0], words[-1] + 1, "context", 0.5))
    return tuple(sorted(parts))


def _cuts_number(term: Term, p: Place) -> bool:
    """Whether a part begins or ends within a number: 万年 of 650万年."""
    if not term.quantities:
        return False
    morphemes = term.morphemes
    numerals = [m.pos.startswith(_NUMERAL) for m in morphemes[max(0, p.a - 1) : p.b + 1]]
    first, last = (1 if p.a else 0), len(numerals) - (2 if p.b < len(morphemes) else 1)
    return (first > 0 and all(numerals[:2])) or (last < len(numerals) - 1 and all(numerals[-2:]))


def _generics_said_twice(term: Term, i: int, chosen: Sequence[Place], bitext: Bitext) -> Iterator[Part]:
    """The common noun of a name that English spells out and translates: 寺 is *dera* and *Temple* in Kurama-dera Temple."""
    lexemes = bitext.english.lexemes
    for p in chosen:
        k = p.i - 1
        free = p.b - p.a == 1 and i <= k and not any(q.i <= k < q.j for q in chosen)
        if free and lexemes[k].lower in _spellings(term.morphemes[p.a].surface):
            yield Part(term.morphemes[p.a].start, term.morphemes[p.a].end, k, k + 1, "romaji", p.strength)


def _generics_before(term: Term, i: int, chosen: Sequence[Place], bitext: Bitext) -> Iterator[Part]:
    """The common noun of a name that English puts before the name that is spelled with it: *Mount* Ikoma-yama."""
    first = min([p.i for p in chosen])
    for p in chosen if i < first else ():
        m = term.morphemes[p.a]
        spelled = p.kind == "romaji" and p.b - p.a == 1 and p.b == len(term.morphemes)
        if spelled and tuple(bitext.english.stems[i:first]) in phrases().get(m.surface, ()):
            yield Part(m.start, m.end, i, first, "gloss", p.strength)


@cached(512)
def _spellings(generic: str) -> frozenset[str]:
    """How a common noun at the end of names is spelled: 寺 ji, dera, tera."""
    return frozenset(key for kana, _ in generics().get(generic, ()) for key in kana_keys(kana))


def _pieces(term: Term, p: Place, bitext: Bitext, places_of: Callable[[Term], Sequence[Place]]) -> Iterator[Part]:
    """The parts of a place that is itself a compound, as parts of `term`; else the place, or what is a number in it."""
    base = term.morphemes[p.a].start
    within = term.part(p.a, p.b)
    inner = refine(within, p.i, p.j, bitext, places_of)
    if not inner:
        own = part_at(term, p)
        if p.kind == _NUMBER and len(within.quantities) == 1:  # 181 of キハ181系
            own = own._replace(start=base + within.quantities[0].start, end=base + within.quantities[0].end)
        yield own
    for part in inner:
        yield part._replace(start=base + part.start, end=base + part.end)
