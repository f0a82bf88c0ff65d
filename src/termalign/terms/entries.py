"""The dictionary entries of a term, with alternatives for their glosses."""

from termalign.lexicon import WordEntry
from termalign.terms.rephrased import rephrased, titles
from termalign.terms.term import Term

_LIGHT_VERB = "為る"  # する, as UniDic writes its lemma


def entries_of(term: Term) -> tuple[WordEntry, ...]:
    """Return the entries of a term; for a noun with する (逮捕する), which dictionaries seldom list, those of the noun."""
    if term.words or len(term.morphemes) < 2 or term.morphemes[-1].lemma != _LIGHT_VERB:
        said = tuple([rephrased(entry) for entry in term.words])
        return (*said, *titles(term.surface, term.names)) if term.names else said
    return tuple(map(rephrased, term.part(0, len(term.morphemes) - 1).words))
