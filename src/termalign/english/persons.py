"""Guesses from the endings of English words: whether they denote a person, a thing or a quality, and who is whose counterpart."""

from functools import lru_cache
from typing import Literal

_PERSON = tuple("er or eer ist ian ee ant ent man woman".split())
_NO_PERSON = tuple("ment ery ency".split())
_AGENT = ("er", "or", "ant")
_QUALITY = tuple("ous al ic ful less able ible ive ary ish".split())


@lru_cache(1 << 16)
def somebody_or_something(lemma: str) -> Literal["somebody", "something", "quality"]:
    """Return whether the ending of a word suggests a person, a thing, or a quality.

    >>> [somebody_or_something(word) for word in ("minister", "ministry", "resident", "government", "dangerous")]
    ['somebody', 'something', 'somebody', 'something', 'quality']
    """
    if lemma.endswith(_QUALITY):
        return "quality"
    return "somebody" if lemma.endswith(_PERSON) and not lemma.endswith(_NO_PERSON) else "something"


def counterparts(one: str, other: str) -> bool:
    """Return whether two words of one family denote the two parties to something.

    >>> counterparts("employee", "employer"), counterparts("appellant", "appellee"), counterparts("employee", "employ")
    (True, True, False)
    """
    if one == other:
        return False
    return (one.endswith("ee") and other.endswith(_AGENT)) or (other.endswith("ee") and one.endswith(_AGENT))
