"""Katakana words coded with one byte per sound unit, so that very many can be compared with a phrase without a Python loop."""

from functools import cache, lru_cache
from typing import Final

from termalign.phonetics.comparison import in_pieces
from termalign.phonetics.sound_weights import weights
from termalign.phonetics.sounds import kana_units

LONGEST_CODE: Final = 255
"""Units of a word: of longer ones the rest is not heard."""


@cache
def units() -> tuple[str, ...]:
    """Return the sound units of the table in ascending order. The byte of a unit is its position."""
    return tuple(sorted(weights().unwritten))


def coded(kana: str) -> bytes:
    """Return the sound units of `kana`, coded with one byte each.

    Examples
    --------
    >>> [units()[k] for k in coded("グループ")]
    ['グ', 'ル', 'ー', 'プ']
    """
    return b"".join(map(_codes().__getitem__, kana_units(kana)))[:LONGEST_CODE]


@lru_cache(8192)
def decoded(code: bytes) -> str:
    """Return the katakana that `code` stands for.

    >>> decoded(coded("グループ"))
    'グループ'
    """
    return "".join([units()[k] for k in code])


class _Codes(dict[str, bytes]):
    """The bytes of each sound unit. A unit that the table has only in pieces has several."""

    def __missing__(self, unit: str) -> bytes:
        found = self[unit] = bytes(map(units().index, in_pieces(unit)))
        return found


@cache
def _codes() -> _Codes:
    return _Codes()
