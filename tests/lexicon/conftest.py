"""A lexicon of a few entries for the tests that need a base or look into one."""

import gzip
from pathlib import Path

import pytest

from termalign.lexicon import Lexicon
from termalign.lexicon.build import build_lexicon

SAMPLES = Path(__file__).parent / "samples"  # entries in the shape of the real files, most of them invented


@pytest.fixture(scope="session")
def from_xml(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """A small lexicon, from XML files alone."""
    folder = tmp_path_factory.mktemp("xml")
    (folder / "JMnedict.xml.gz").write_bytes(gzip.compress((SAMPLES / "JMnedict.xml").read_bytes()))
    built = build_lexicon(
        folder / "new" / "lexicon.sqlite",
        jmdict=SAMPLES / "JMdict_e.xml",
        jmnedict=folder / "JMnedict.xml.gz",
        kanjidic=str(SAMPLES / "kanjidic2.xml"),
    )
    return Lexicon(str(built))
