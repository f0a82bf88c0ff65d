"""Aligners that are sent to other processes, where each is unpacked once."""

import pickle
from collections.abc import Callable
from functools import lru_cache

from termalign.aligner import Aligner


def chosen(aligner: Aligner | None) -> Aligner:
    """Return the caller's aligner, or for None one with the default settings. Any other object raises a TypeError.

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
    """Return the settings of an aligner as bytes, which are equal for equal settings. None means the default settings.

    `dumps` pickles the aligner. That of another library may pickle more kinds of objects.

    Examples
    --------
    >>> pack(Aligner(kinds=["gloss", "name"])) == pack(Aligner(kinds=["name", "gloss"]))
    True
    """
    return dumps(chosen(aligner), protocol=5)


@lru_cache(maxsize=8)
def unpacked(packed: bytes) -> Aligner:
    """Return the aligner that `pack` packed, always as the same object within a process.

    A worker gets many tasks, each with a new copy of the function. An aligner that was created for each task would lose its
    cache of terms.

    Examples
    --------
    >>> packed = pack(None)
    >>> unpacked(packed) is unpacked(packed)
    True
    """
    aligner = pickle.loads(packed)
    assert isinstance(aligner, Aligner)
    return aligner
