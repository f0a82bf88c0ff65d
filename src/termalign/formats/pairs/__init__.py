"""Bitexts: files with pairs of Japanese and English texts."""

from termalign.formats.pairs.bitext_files import (
    FORMATS,
    Pairs,
    Paths,
    read_pairs,
    read_units,
    units_of,
    write_pairs,
    write_units,
)
from termalign.formats.pairs.pair_tables import ROLES, Told
from termalign.formats.pairs.strings import are_strings
from termalign.formats.pairs.unit import Unit
from termalign.formats.table_files import TABLES

__all__ = [
    "FORMATS",
    "ROLES",
    "TABLES",
    "Pairs",
    "Paths",
    "Told",
    "Unit",
    "are_strings",
    "read_pairs",
    "read_units",
    "units_of",
    "write_pairs",
    "write_units",
]
