"""Whether an English word is of somebody, as far as its ending tells."""

from functools import lru_cache

_PERSON = tuple("er or eer ist ian ee ant ent man woman".split())
_NO_PERSON = tuple("ment ery ency".split())


@lru_cache(1 << 16)
def is_person(lemma: str) -> bool:
    """Whether the ending of a word makes somebody who does something, or has to do with it.

    Examples
    --------
    >>> [word for word in ("minister", "ministry", "resident", "government", "novelist") if is_person(word)]
    ['minister', 'resident', 'novelist']
    """
    return lemma.endswith(_PERSON) and not lemma.endswith(_NO_PERSON)
