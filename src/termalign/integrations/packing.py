"""An aligner that travels to other processes, and is unpacked once in each."""

import pickle
from collections.abc import Callable
from functools import lru_cache

from termalign.aligner import Aligner


def chosen(aligner: Aligner | None) -> Aligner:
    """The caller's aligner; one with the usual settings for None.

    Raises
    ------
    TypeError
        If it is none.

    Examples
    --------
    >>> chosen(Aligner)
    Traceback (most recent call last):
    TypeError: aligner must be an Aligner, not the class: pass an instance, Aligner()
    """
    if aligner is None:
        return Aligner()
    if not isinstance(aligner, Aligner):
        raise TypeError(
            "aligner must be an Aligner, not the class: pass an instance, Aligner()"
            if aligner is Aligner
            else f"aligner must be an Aligner, not {type(aligner).__name__}"
        )
    return aligner


def pack(aligner: Aligner | None, dumps: Callable[..., bytes] = pickle.dumps) -> bytes:
    """The settings of an aligner as bytes, the same for the same settings; None stands for the usual settings.

    Parameters
    ----------
    aligner : Aligner, optional
        The caller's.
    dumps : callable
        What pickles it: that of a library which pickles more than Python does.

    Examples
    --------
    >>> pack(Aligner(kinds=["gloss", "name"])) == pack(Aligner(kinds=["name", "gloss"]))
    True
    """
    return dumps(chosen(aligner), protocol=5)


@lru_cache(maxsize=8)
def unpacked(packed: bytes) -> Aligner:
    """The aligner that `pack` packed: always the same in a process, so that what it has worked out is kept.

    Workers are handed a task many times, and a new copy of the function with each. An aligner made anew each time would
    forget what it knows of the terms it has met.

    Examples
    --------
    >>> packed = pack(None)
    >>> unpacked(packed) is unpacked(packed)
    True
    """
    aligner = pickle.loads(packed)
    assert isinstance(aligner, Aligner)
    return aligner
