"""Candidates that contradict the user's glossary.

If the glossary forbids *curator* for 館長, the two are never linked. In a list, each term is looked for by itself, so a term
of the glossary must not take the rendering of another one either: if 企画展 is *thematic exhibition* and 特別展 is *special
exhibition*, then *special exhibition* is not 企画展. In a translation, 特別展 itself claims these words. If it is not there, the
translation does not follow the glossary, and the link says so.

The exact rendering of a glossary is linked as a whole: neither a number nor a bracket in it is a mistake, and a piece of it is
no rendering.
"""

from collections.abc import Sequence
from typing import NamedTuple

from termalign.english import EnglishText
from termalign.once import once
from termalign.propose.candidate import Candidate
from termalign.target.target import Target
from termalign.termbase.layers import layers_of, listed_term
from termalign.termbase.rendered import english_key, english_places
from termalign.terms.term import Term

Words = tuple[int, int]


def as_in_glossary(c: Candidate, term: Term, target: Target) -> bool:
    """Return whether the English of a candidate is exactly a rendering of the glossary, which is right whatever it contains."""
    return bool(term.renderings) and (c.i, c.j) in _places_of(target, _listed(term)).approved


def against_glossary(c: Candidate, term: Term, target: Target) -> bool:
    """Return whether a candidate for a term has its forbidden English, or is cut short: *Tax* of *Tax, etc.*

    In a list, it may not be the rendering of another term either.
    """
    layers = layers_of(term.lexicon)
    if not (layers.forbidden or term.renderings):
        return False
    name = _listed(term)
    places = _places_of(target, name)
    if any(i < c.j and c.i < j for i, j in places.forbidden):
        return True
    if any(i <= c.i and c.j <= j and c.j - c.i < j - i for i, j in places.approved):
        return True
    if target.parallel or not term.renderings:
        return False
    terms = layers.terms_rendered.get(english_key(target.english.phrase(c.i, c.j)), ())
    return bool(terms) and name not in terms


@once
def _listed(term: Term) -> str:
    return listed_term(term.lexicon, term.surface)


class _Places(NamedTuple):
    """The places of a term's renderings in an English text: approved ones, and forbidden ones that are no part of those."""

    approved: Sequence[Words]
    forbidden: Sequence[Words]


def _places_of(target: Target, name: str) -> _Places:
    known = _known_places(target)
    if name not in known:
        lexicon, english = target.lexicon, target.english
        approved = _places([said.en for said in lexicon.told(name) if said.source == "glossary"], english)
        banned = _places(layers_of(lexicon).forbidden.get(name, ()), english)
        known[name] = _Places(approved, [(i, j) for i, j in banned if not any(a <= i and j <= b for a, b in approved)])
    return known[name]


def _places(forms: Sequence[str], english: EnglishText) -> list[Words]:
    return [place for form in forms for place in english_places(form, english)]


@once
def _known_places(target: Target) -> dict[str, _Places]:
    return {}
