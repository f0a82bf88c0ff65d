"""Whether an English word is of somebody or of something, as far as its ending tells."""

from functools import lru_cache
from typing import Literal

_PERSON = tuple("er or eer ist ian ee ant ent man woman".split())
_NO_PERSON = tuple("ment ery ency".split())
_QUALITY = tuple("ous al ic ful less able ible ive ary ish".split())


@lru_cache(1 << 16)
def somebody_or_something(lemma: str) -> Literal["somebody", "something", "quality"]:
    """What the ending of a word makes it: somebody who does it, or has to do with it; or what somebody or something is like.

    Examples
    --------
    >>> [somebody_or_something(word) for word in ("minister", "ministry", "resident", "government", "dangerous")]
    ['somebody', 'something', 'somebody', 'something', 'quality']
    """
    if lemma.endswith(_QUALITY):
        return "quality"
    return "somebody" if lemma.endswith(_PERSON) and not lemma.endswith(_NO_PERSON) else "something"
