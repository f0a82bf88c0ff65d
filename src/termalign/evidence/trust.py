"""The glosses of a term, and how far each is trusted: less the further down it stands, and the more it leaves out."""

import re
from functools import cache

from termalign.evidence.rephrased import REPHRASED, rephrased, titles
from termalign.evidence.term import Term, once_a_term
from termalign.lexicon import Gloss, WordEntry

RANK = 0.015  # each sense further down
FLOOR = 0.7
_REPHRASED = 0.9
_NARROWED = 0.92  # "scale (esp. musical)": the bare word says more than the term does
_SAME = re.compile(r"\([A-Z][a-z]+ [a-z]+\)|\(\d{3,4}(?:[-–]\d+)?\)")  # the Latin of a species, years: the same thing
_NARROWED_BY_OF = 0.75  # "leader (of a plot)": what the term is about is in the brackets
_LIGHT_VERB = "為る"  # する, as UniDic writes its lemma


def entries_of(term: Term) -> tuple[WordEntry, ...]:
    """Entries of the term; of a noun made a verb by する (逮捕する), which dictionaries seldom list, those of the noun."""
    if term.words or len(term.morphemes) < 2 or term.morphemes[-1].lemma != _LIGHT_VERB:
        said = tuple([rephrased(entry) for entry in term.words])
        return (*said, *titles(term.surface, term.names)) if term.names else said
    return tuple(map(rephrased, term.part(0, len(term.morphemes) - 1).words))


Trusted = tuple[tuple[Gloss, ...], tuple[float, ...], dict[str, int]]
_NOTHING: Trusted = ((), (), {})


@once_a_term
def trusted(term: Term) -> Trusted:
    """The glosses of the term, how far each is trusted by its rank and by what it leaves out, and which of them hold each key.

    These are bits, the lowest the first gloss: a word of the text leads to the few glosses that hold it, and the others, most of
    what is kept in memory, are not even touched.
    """
    entries = entries_of(term)
    if not entries:
        return _NOTHING
    alone = len(entries) == 1
    glosses = entries[0].glosses if alone else tuple([gloss for entry in entries for gloss in entry.glosses])
    trust = [base for entry in entries for base in _by_rank(len(entry.glosses))]
    holding: dict[str, int] = {}
    bit = 1
    for k, gloss in enumerate(glosses):
        text, keys, _, note = gloss
        for key in keys:
            holding[key] = holding.get(key, 0) | bit
        bit <<= 1
        if "(" in text:
            trust[k] *= narrowing(gloss)
        if note == REPHRASED:
            trust[k] *= _REPHRASED
    by_rank = _by_rank(len(glosses))
    return glosses, by_rank if trust == list(by_rank) else tuple(trust), holding


@cache
def _by_rank(size: int) -> tuple[float, ...]:
    """How far each of so many glosses is trusted."""
    return tuple([max(FLOOR, 0.95 - RANK * rank) for rank in range(size)])


def narrowing(gloss: Gloss) -> float:
    """What an aside after the gloss takes off: the words without it say more than the term does; the more words, the less."""
    at = gloss.text.find("(", 1)
    if at < 0 or _SAME.match(gloss.text, at):
        return 1.0
    left = _NARROWED_BY_OF if gloss.text.startswith("(of ", at) else _NARROWED
    return 1.0 - (1.0 - left) / max(1, len(gloss.keys))
