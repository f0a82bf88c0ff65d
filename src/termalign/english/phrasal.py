"""Phrasal verbs, which combine with an adverb: *break down*, *carry out*."""

import importlib.resources
from functools import cache

_NONE: frozenset[str] = frozenset()


def adverbs_with(lemma: str) -> frozenset[str]:
    """Return the adverbs with which a verb forms a phrasal verb; none for most verbs.

    Examples
    --------
    >>> sorted(adverbs_with("vote")), adverbs_with("walk")
    (['down'], frozenset())
    >>> "down" in adverbs_with("break")
    True
    """
    return _adverbs().get(lemma, _NONE)


@cache
def _adverbs() -> dict[str, frozenset[str]]:
    text = importlib.resources.files(__package__).joinpath("phrasal_verbs.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {verb: frozenset(adverbs.split()) for verb, adverbs in rows}
