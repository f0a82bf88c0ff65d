"""Names and their common nouns: Hojotsu-bashi *Bridge*, *Mt.* Aoba, *Emperor* Heizei, Kii *Province*, the Hoei *era*."""

from collections.abc import Iterator

from termalign.kana import is_kanji
from termalign.kinds import offered
from termalign.kinds.kind import Filed, Kind, Part, where
from termalign.kinds.match import DOUBTED, SURE, Match, compared
from termalign.kinds.spellings import spelled_keys, spoken_keys
from termalign.names.by_character import spelled
from termalign.names.common_noun import after, before
from termalign.names.generics import LONGEST, Generic, added, all_phrases, generic_of, generic_phrases
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term

_MOST_KEYS = 24


@once_a_term
def applies(term: Term) -> bool:
    """Return whether a term ends in the common noun of a name."""
    text = term.surface
    if len(text) < 2 or not is_kanji(text[0]):
        return False
    table = generic_phrases()
    return any(text[-size:] in table for size in range(1, min(LONGEST, len(text) - 1) + 1))


def match(term: Term, target: Target) -> Iterator[Match]:
    """Yield the places at which a name is spelled and its common noun is translated or left out."""
    for generic in _generics(term):
        if term.surface[-generic.size :] in generic_phrases():
            yield from _apart(term, generic, target)


def _apart(term: Term, generic: Generic, target: Target) -> Iterator[Match]:
    english = target.english
    cut = len(term.surface) - generic.size
    core = term.within(0, len(term.surface[:cut].rstrip("ノの")) or cut)
    explained = added(core.surface)
    for i, end in _places(core, target):
        j = end
        neighbour = before(i, generic.phrases, target) or after(end, generic.phrases, target)
        if explained and (neighbour is None or neighbour[1] == i):  # Governor of Iga *Province*
            own = after(end, explained, target)
            j = own[1] if own else end
            neighbour = neighbour or after(j, generic.phrases, target)
        if neighbour:
            first, last = min(i, neighbour[0]), max(j, neighbour[1])
            said = Part(cut, len(term.surface), *neighbour, "gloss")
            parts = (Part(0, cut, i, j, "romaji"), said)
            forms = (term.surface, english.phrase(first, last))
            yield Match(first, last, "name", forms, parts)
        elif _bare(cut, i, j, target):
            other = before(i, all_phrases(), target) or after(j, all_phrases(), target)
            strength = DOUBTED if other else SURE  # Akita City for 秋田県
            spelled_part = Part(0, cut, i, j, "romaji")
            forms = (term.surface, english.phrase(i, j))
            yield Match(i, j, "name", forms, (spelled_part,), "core", cut / len(term.surface), strength)


def _bare(cut: int, i: int, j: int, target: Target) -> bool:
    """Return whether the name may occur without its common noun: several characters, capitalised, not split at a hyphen."""
    english = target.english
    named = english.capitalised[i] if english.cased else not english.lexemes[i].known
    return cut > 1 and named and english.gap(j - 1) != "-"


@once_a_term
def _generics(term: Term) -> tuple[Generic, ...]:
    return generic_of(term.surface, term.morphemes[-1].surface, term.lexicon)


def _places(core: Term, target: Target) -> Iterator[tuple[int, int]]:
    """Yield the places at which the name is spelled without its common noun."""
    seen: set[tuple[int, int]] = set()
    keys = list(core.keys)[:_MOST_KEYS] if _may_be_spelled(core, target) else ()
    for key in keys:
        for i, j in target.romaji.get(key, ()):
            if (i, j) not in seen:
                seen.add((i, j))
                yield i, j
    for word in () if core.names else target.names:
        if (word.i, word.j) not in seen and spelled(core.surface, word.key, "place", core.lexicon):
            yield word.i, word.j


def _may_be_spelled(core: Term, target: Target) -> bool:
    """Return whether a key of the name may be among the text's keys. This test does not need the name's keys themselves."""
    return not core.openings.isdisjoint(target.openings) and any(core.keys_like(target.consonants))


def _filed(term: Term) -> Iterator[Filed]:
    """Yield keys of the name without its common noun."""
    text = term.surface
    if len(text) < 2 or not is_kanji(text[0]):
        return
    for generic in generic_of(text, term.morphemes[-1].surface, term.lexicon):
        if text[-generic.size :] in generic_phrases():
            cut = len(text) - generic.size
            end = len(text[:cut].rstrip("ノの")) or cut
            core = term.within(0, end)
            yield from (Filed(f"r:{key}", 0, end) for key in spoken_keys(core)[:_MOST_KEYS])
            yield from (Filed(f"n:{key}", 0, end) for key in spelled_keys(core.surface, "place", term.lexicon))


GENERIC_NAME = Kind(
    "generic name",
    frozenset({"name"}),
    compared(match),
    term_keys=where(applies),
    text_keys=where(lambda target: target.romaji),
    of_unlisted=True,
    filed=_filed,
    offered=offered.named,
)
