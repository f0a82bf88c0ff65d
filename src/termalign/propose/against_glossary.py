"""Candidates that contradict the user's glossary.

If the glossary forbids *curator* for 館長, the two are never linked. In a list, each term is looked for by itself, so a term
of the glossary must not take the rendering of another one either: if 企画展 is *thematic exhibition* and 特別展 is *special
exhibition*, then *special exhibition* is not 企画展. In a translation, 特別展 itself claims these words. If it is not there, the
translation does not follow the glossary, and the link says so.
"""

from collections.abc import Sequence

from termalign.english import EnglishText
from termalign.once import once
from termalign.propose.candidate import Candidate
from termalign.target.target import Target
from termalign.termbase.layers import layers_of, listed_term
from termalign.termbase.rendered import english_key, english_places
from termalign.terms.term import Term

Words = tuple[int, int]


def against_glossary(c: Candidate, term: Term, target: Target) -> bool:
    """Return whether a candidate for a term has its forbidden English, or in a list the rendering of another term."""
    layers = layers_of(term.lexicon)
    if not (layers.forbidden or term.renderings):
        return False
    name = _listed(term)
    if any(i < c.j and c.i < j for i, j in _forbidden_places(target, name)):
        return True
    if target.parallel or not term.renderings:
        return False
    terms = layers.terms_rendered.get(english_key(target.english.phrase(c.i, c.j)), ())
    return bool(terms) and name not in terms


@once
def _listed(term: Term) -> str:
    return listed_term(term.lexicon, term.surface)


def _forbidden_places(target: Target, name: str) -> Sequence[Words]:
    """Return the places of the forbidden renderings of a term that are not part of an approved one."""
    known = _known_places(target)
    if name not in known:
        banned = _places(layers_of(target.lexicon).forbidden.get(name, ()), target.english)
        approved = _places([said.en for said in target.lexicon.told(name)], target.english) if banned else ()
        known[name] = [(i, j) for i, j in banned if not any(a <= i and j <= b for a, b in approved)]
    return known[name]


def _places(forms: Sequence[str], english: EnglishText) -> list[Words]:
    return [place for form in forms for place in english_places(form, english)]


@once
def _known_places(target: Target) -> dict[str, Sequence[Words]]:
    return {}
