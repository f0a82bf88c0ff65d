"""Numerals that end given names, and do not count the following word: 精一|社長 is not *one company*."""

from collections.abc import Sequence

from termalign.japanese.morpheme import PERSON, Morpheme
from termalign.quantities import Quantity

_ENDING_NAMES = "一二三"


def without_ends_of_names(
    quantities: tuple[Quantity, ...], surface: str, morphemes: Sequence[Morpheme]
) -> tuple[Quantity, ...]:
    """Return the quantities of a term without those that begin inside a morpheme of a person's name."""
    if not any(q.start and surface[q.start] in _ENDING_NAMES for q in quantities):
        return quantities
    names = [m for m in morphemes if m.pos.startswith(PERSON)]
    return tuple([q for q in quantities if not any(m.start < q.start < m.end for m in names)])
