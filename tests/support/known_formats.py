"""The file formats that there are: tests of any format are parametrised by them, so that a new format is tested too."""

from collections.abc import Sequence

from termalign.formats import glossaries, pairs
from termalign.formats.catalogue import Format

BITEXTS = [known.name for known in pairs.FORMATS]
GLOSSARIES = [known.name for known in glossaries.FORMATS]


def _files(formats: Sequence[Format], stem: str) -> list[str]:
    return [stem + known.suffixes[0] for known in formats if known.suffixes]


def bitext_files(stem: str) -> list[str]:
    """A name with this stem for each format of bitexts that the name of a file may show."""
    return _files(pairs.FORMATS, stem)


def glossary_files(stem: str) -> list[str]:
    """A name with this stem for each format of glossaries that the name of a file may show."""
    return _files(glossaries.FORMATS, stem)
