"""Bitexts: files with pairs of Japanese and English texts."""

from termalign.formats.pairs.bitext import FORMATS, Paths, read_pairs, read_units, write_pairs, write_units
from termalign.formats.pairs.unit import Unit

__all__ = ["FORMATS", "Paths", "Unit", "read_pairs", "read_units", "write_pairs", "write_units"]
