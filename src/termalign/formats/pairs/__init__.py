"""Bitexts: files with pairs of Japanese and English texts."""

from termalign.formats.pairs.bitext import (
    FORMATS,
    TABLES,
    Pairs,
    Paths,
    read_pairs,
    read_units,
    units_of,
    write_pairs,
    write_units,
)
from termalign.formats.pairs.columns import ROLES, Told
from termalign.formats.pairs.unit import Unit

__all__ = [
    "FORMATS",
    "ROLES",
    "TABLES",
    "Pairs",
    "Paths",
    "Told",
    "Unit",
    "read_pairs",
    "read_units",
    "units_of",
    "write_pairs",
    "write_units",
]
