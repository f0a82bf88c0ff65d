"""memory: the renderings of the term in the sentence pairs from which the user's aligner has learned (`Aligner.fit`).

Such a model is evidence about every candidate, whatever kind of evidence found it: how often the words rendered the
headword, or that they never did.
"""

import math
from collections.abc import Iterator, Set

from termalign.english.text import EnglishText
from termalign.kinds.kind import NONE, Features, Finding, Kind
from termalign.kinds.meanings import meanings
from termalign.learned.phrases import go_together, is_word
from termalign.learned.renderings import Headword, Stems
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term

_MANY = 50  # pairs with other renderings: with fewer pairs, it means little that a rendering never occurred


@once_a_term
def headword(term: Term) -> Headword | None:
    """Return the headword of a term in the model of its lexicon."""
    model = term.lexicon.model
    return None if model is None else model.get(term.surface) or model.get(term.base)


def remembered(known: Headword, phrase: Stems) -> Features:
    """Return the features of a model for a headword and an English phrase; none for an empty phrase."""
    if not phrase:
        return {}
    found = known.renderings.get(phrase)
    if found is None:
        sharing = max([known.with_stem.get(stem, 0) for stem in phrase])
        if sharing:
            return {"memory of a part": sharing / known.seen}
        return {"memory never": math.log1p(known.rendered / _MANY)}
    return {
        "memory said": 1.0,
        "memory times": math.log(found.times),
        "memory share": math.log((found.times + 0.5) / (known.seen + 1)),
        "memory back": math.log((found.times + 0.5) / (found.occurrences + 1)),
        "memory both": 2 * found.times / (known.seen + found.occurrences),
        "memory several": math.log(len(phrase)),
    }


@once_a_term
def _unsaid(term: Term) -> tuple[Stems, ...]:
    """Return the renderings that no dictionary has."""
    known = headword(term)
    if known is None:
        return ()
    return tuple([phrase for phrase in known.renderings if phrase not in meanings(term)])


def _compare(term: Term, target: Target) -> Iterator[Finding]:
    english = target.english
    for first, *others in _unsaid(term):
        for i in english.by_stem.get(first, ()):
            j = _end(english, i, others)
            if j:
                yield Finding(i, j, "learned", {}, (term.surface, english.phrase(i, j)))


def _end(english: EnglishText, i: int, others: list[str]) -> int:
    """Return the end of the phrase that begins at word ``i`` and continues with ``others``; 0 if other words are there."""
    at = i
    for stem in others:
        behind = next((k for k in range(at + 1, len(english)) if not english.lexemes[k].function), None)
        if behind is None or english.stems[behind] != stem or not go_together(english, at, behind):
            return 0
        at = behind
    return at + 1 if is_word(english.lexemes[i]) else 0


@once_a_term
def _keys(term: Term) -> frozenset[str]:
    return frozenset([phrase[0] for phrase in _unsaid(term)])


def _text_keys(target: Target) -> Set[str]:
    return target.english.vocabulary if target.parallel and target.lexicon.model is not None else NONE


REMEMBERED = Kind(
    "memory",
    frozenset({"learned"}),
    _compare,
    term_keys=_keys,
    text_keys=_text_keys,
    of_unlisted=True,
)
