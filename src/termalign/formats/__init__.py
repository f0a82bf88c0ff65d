"""Files that other tools read and write: bitexts and glossaries, a format a module.

>>> from pathlib import Path
>>> from tempfile import mkdtemp
>>> path = Path(mkdtemp()) / "memory.tmx"
>>> write_pairs(path, [("桜島が噴火した。", "Sakurajima erupted.")])
1
>>> list(read_pairs(path))
[('桜島が噴火した。', 'Sakurajima erupted.')]
"""

from termalign.formats.errors import FormatError
from termalign.formats.glossaries import GlossaryEntry, GlossaryError
from termalign.formats.limits import size_limit
from termalign.formats.pairs import read_pairs, write_pairs

__all__ = ["FormatError", "GlossaryEntry", "GlossaryError", "read_pairs", "size_limit", "write_pairs"]
