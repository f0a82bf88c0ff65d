"""An aligner that travels to other processes, and is unpacked once in each."""

import pickle
from functools import lru_cache

from termalign.aligner import Aligner


def pack(aligner: Aligner | None) -> bytes:
    """The settings of an aligner as bytes, the same for the same settings; None stands for the usual settings.

    Examples
    --------
    >>> pack(Aligner(kinds=["gloss", "name"])) == pack(Aligner(kinds=["name", "gloss"]))
    True
    """
    return pickle.dumps(Aligner() if aligner is None else aligner, protocol=5)


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
