"""Words of law, administration and the press, with renderings that JMdict lacks: the table ``supplement.tsv``."""

from collections.abc import Iterator
from pathlib import Path

from termalign.lexicon.records import Form, Sense, WordRecord

_TABLE = Path(__file__).parent.parent / "supplement.tsv"


def supplementary_words(table: Path = _TABLE) -> Iterator[WordRecord]:
    """The words of the table, a sense each."""
    for line in table.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, reading, glosses = line.split("\t")
            written = [] if word == reading else [Form(word)]
            yield WordRecord(written, [Form(reading)], [Sense(glosses.split("; "))])
