"""The meanings of English gloss stems as bits, and the similarity of two meanings.

The table was learned offline (``tools/learn_embeddings.py``). Words that gloss the same Japanese, or that a sentence
encoder finds similar, share more bits than chance. A comparison costs one exclusive or and one count of bits.
"""

import importlib.resources
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import TypeVar

Named = TypeVar("Named")

BITS = 512
LONGEST_GLOSS = 4  # words: longer glosses are explanations
WEIGHTS = {1: 4, 2: 2, 3: 1, 4: 1}
"""What a word of a gloss counts for in the meaning of its headword, by the number of words in the gloss."""
_BYTES = BITS // 8
_ALL = (1 << BITS) - 1


@lru_cache(4096)
def code(stem: str) -> int | None:
    """Return the code of a stem, or None if too few words have it as a gloss."""
    codes, places = _table()
    place = places.get(stem)
    return None if place is None else int.from_bytes(codes[place : place + _BYTES], "big")


def likeness(one: int, other: int) -> float:
    """Return the similarity of two codes: 0 if unrelated, 1 if the same.

    Examples
    --------
    >>> from termalign.english import lexeme
    >>> revoke, cancel, mountain = [code(lexeme(word).stem) for word in ("revoke", "cancel", "mountain")]
    >>> likeness(revoke, cancel) > 0.4 > likeness(revoke, mountain)
    True
    """
    return 1.0 - (one ^ other).bit_count() / (BITS / 2)


def likest(meaning: int, coded: Iterable[tuple[Named, int]], least: float) -> list[tuple[Named, float]]:
    """Return the named codes that have at least a given similarity to a meaning, with their similarities."""
    furthest = (1.0 - least) * (BITS / 2)  # bits in which they may differ
    near = [(k, bits) for k, bits in coded if (meaning ^ bits).bit_count() <= furthest]
    return [(k, likeness(meaning, bits)) for k, bits in near] if near else []


def combined(weighted: Sequence[tuple[int, int]]) -> int | None:
    """Return the bitwise majority of codes, each with a weight that is a power of two; None if there are no codes.

    Examples
    --------
    >>> bin(combined([(0b1100, 1), (0b1010, 1), (0b1001, 1)]))
    '0b1000'
    """
    total = sum([weight for _, weight in weighted])
    if not total:
        return None
    planes = [0] * total.bit_length()  # bit k of plane p: digit 2 ** p of the total weight of bit k
    for bits, weight in weighted:
        carry, plane = bits, weight.bit_length() - 1
        while carry:
            digits = planes[plane]
            planes[plane] = digits ^ carry
            carry &= digits
            plane += 1
    most = total // 2  # bits with more weight than this are set
    above, equal = 0, _ALL
    for plane in range(len(planes) - 1, -1, -1):
        digits = planes[plane]
        if most >> plane & 1:
            equal &= digits
        else:
            above |= equal & digits
            equal &= ~digits
    return above


@cache
def _table() -> tuple[bytes, dict[str, int]]:
    """Return the bytes of all codes, and the position of the code of each stem."""
    raw = importlib.resources.files("termalign.meaning").joinpath("embeddings.bin").read_bytes()
    line = raw.index(b"\n")
    stems = raw[:line].decode().split(" ")
    return raw, dict(zip(stems, range(line + 1, len(raw), _BYTES), strict=True))
