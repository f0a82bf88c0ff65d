"""Phrasal verbs, which combine with an adverb: *break down*, *carry out*."""

from functools import cache

from termalign.tables import read_table

_NONE: frozenset[str] = frozenset()


def adverbs_with(lemma: str) -> frozenset[str]:
    """Return the adverbs with which a verb forms a phrasal verb; none for most verbs.

    >>> sorted(adverbs_with("vote")), adverbs_with("walk")
    (['down'], frozenset())
    >>> "down" in adverbs_with("break")
    True
    """
    return _adverbs().get(lemma, _NONE)


@cache
def _adverbs() -> dict[str, frozenset[str]]:
    return {verb: frozenset(adverbs.split()) for verb, adverbs in read_table(__package__, "phrasal_verbs.tsv")}
