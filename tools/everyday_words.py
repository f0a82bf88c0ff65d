"""Count src/termalign/extraction/everyday.tsv: how frequent nouns are in texts of any kind.

    python tools/everyday_words.py kyoto.tsv.gz python_docs.tsv.gz tatoeba.tsv.gz > src/termalign/extraction/everyday.tsv

Each file is one kind of text, a line a pair, Japanese ⇥ English, of which `PAIRS` are read. Of what a
word's frequencies in the kinds are, the median is kept: a word that only one kind of text is full of (引数, 家督) is no everyday
word, one that two are full of (場合, 必要) is. Range before frequency: A. Coxhead, "A new academic word list", TESOL Quarterly
34, 2000.
"""

import argparse
import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from statistics import median

from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon

PAIRS = 10_000
LEAST = 4.0  # times in a million words
SOURCES = (
    "Japanese-English Bilingual Corpus of Wikipedia's Kyoto Articles v2.01, NICT, CC BY-SA 3.0",
    "Japanese translation of the Python documentation, python-docs-ja, PSF License 2",
    "Tatoeba by way of small_parallel_enja, CC BY 2.0 FR",
)


def japanese_words(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The nouns of a text: each morpheme of its noun runs, and each run that a dictionary has as a whole."""
    ja = JapaneseText(text, lexicon)
    for a, b in ja.runs:
        yield from (m.surface for m in ja.morphemes[a:b])
        if b - a > 1 and lexicon.has(ja.surface(a, b)):
            yield ja.surface(a, b)


def texts_of(path: str) -> list[str]:
    """The Japanese of `PAIRS` pairs, spread over the file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        pairs = [pair for line in file if len(pair := line.rstrip("\n").split("\t")) == 2]
    return [ja for ja, _ in pairs[:: max(1, len(pairs) // PAIRS)]]


def per_million(counts: Counter[str]) -> dict[str, float]:
    """Frequencies in a million words."""
    every = counts.total()
    return {word: 1e6 * times / every for word, times in counts.items()}


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="+", metavar="FILE")
    lexicon = Lexicon.default()
    kinds = []
    for path in parser.parse_args().kinds:
        counts = Counter(word for text in texts_of(path) for word in japanese_words(text, lexicon))
        kinds.append(per_million(counts))
    words = set().union(*kinds)
    frequencies = {word: median([kind.get(word, 0.0) for kind in kinds]) for word in words}
    out = sys.stdout
    out.write("# How frequent nouns are in texts of any kind; written by tools/everyday_words.py from\n")
    out.writelines(f"# {source}\n" for source in SOURCES)
    out.write("# Counted from these; the table is under CC BY-SA 4.0 (see NOTICE).\n")
    out.write("# word, times in a million words: the median of three kinds of text\n")
    out.writelines(
        f"{word}\t{often:.0f}\n" for word, often in sorted(frequencies.items()) if often >= LEAST and word.isalpha()
    )


if __name__ == "__main__":
    main()
