"""Bitexts: files of Japanese and English texts in pairs."""

from termalign.formats.pairs.bitext import FORMATS, Paths, read_pairs, write_pairs

__all__ = ["FORMATS", "Paths", "read_pairs", "write_pairs"]
