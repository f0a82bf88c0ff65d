"""Alignments in the formats of other aligners and of annotation tools.

>>> import sys
>>> from termalign import align
>>> found = align("桜島が噴火した。", "Sakurajima erupted.")
>>> write_alignments(sys.stdout, [found], "pharaoh")
0-0 2-1
1
"""

from termalign.formats.alignments.alignment_files import FORMATS, alignment_lines, write_alignments

__all__ = ["FORMATS", "alignment_lines", "write_alignments"]
