"""Learn src/termalign/kinds/learned.tsv.gz: by which English words Japanese words were rendered in free parallel text.

    python tools/learn_renderings.py kyoto.tsv.gz python_docs.tsv.gz tatoeba.tsv.gz > src/termalign/kinds/learned.tsv.gz

Each file has a Japanese sentence and its English one a line, with a tab between. Needs numpy, 5 GB and some four minutes.
The packaged table was made from the sentence pairs of the NICT Kyoto corpus v2.01, of the Japanese translation of Python's
documentation, and of Tatoeba by way of small_parallel_enja; ``--without`` names a file of sentences that are kept to measure
with, one a line, and leaves out each pair that has one of them on either side.

1. *Units.* Japanese: the morphemes of noun runs, verbs and adjectives in their dictionary form; and once more, with the longest
   words that the dictionary lists in the place of their morphemes. English: family stems of content words.
2. *Alignment.* IBM model 1 (P. Brown et al., "The mathematics of statistical machine translation", Computational Linguistics
   19, 1993) in both directions, which are trained to agree (P. Liang et al., "Alignment by agreement", HLT-NAACL 2006): what
   counts is the product of both posteriors. Unlike the model, a word rather renders one at about the same place (C. Dyer et
   al., "A simple, fast, and effective reparameterization of IBM model 2", NAACL 2013), and what is rendered by nothing is as
   frequent as its word is.
3. *Pruning.* What stands together by chance goes (T. Dunning, "Accurate methods for the statistics of surprise and coincidence",
   Computational Linguistics 19, 1993), and so does what was seldom seen, or seldom is the rendering.

The table has a line for each headword: itself, how often it was seen, and its renderings, the most frequent first, each with how
often it was one and how often, of a hundred, its English stands for the headword.
"""

import argparse
import gzip
import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]

MOST = 120_000  # pairs of one file, so that none drowns the others
LONGEST = 45  # units of a sentence
LONGEST_WORD = 8  # morphemes
ROUNDS = 6
NOTHING = 0.2  # the chance that a word renders nothing
NEARNESS = 3.0  # how much likelier words are that stand at the same place
CAUTION = 1.0  # occurrences more, rendered by nothing, that each word is taken to have
LEAST_SEEN = 3  # occurrences of a headword
LEAST = 1.5  # expected renderings
LEAST_SHARE, LEAST_BACK = 0.006, 0.0005  # of the headword's occurrences, and of its English's
LEAST_OF_TWO = 0.3  # how likely each of two words must be a rendering
LEAST_SURPRISE = 12.0  # log likelihood ratio
RENDERINGS = 12  # of a headword, at most
HEADER = """\
# Renderings learned from parallel text; written by tools/learn_renderings.py.
# Japanese-English Bilingual Corpus of Wikipedia's Kyoto Articles v2.01, NICT, CC BY-SA 3.0
# Japanese translation of the Python documentation, python-docs-ja, PSF License 2
# Tatoeba by way of small_parallel_enja, CC BY 2.0 FR
# Counted from these; the table is under CC BY-SA 4.0 (see NOTICE).
# headword, times seen, renderings: stems, times, percent of the stems' occurrences that stand for the headword
"""

_ROLE = re.compile(r":[\w:+-]+:`([^`]*)`|``[^`]*``|`([^`<]*)(?:<[^`>]*>)?`_{0,2}|\|[^|\s]+\||\*+|\\ ?")
_WORDY = re.compile(r":(?:term|ref|doc|dfn|guilabel|menuselection|abbr):")
_TITLED = re.compile(r"(.*?)\s*<[^<>]*>$", re.DOTALL)


def without_markup(text: str) -> str:
    """A text without reStructuredText: of roles what is said in words stays, identifiers go.

    Examples
    --------
    >>> without_markup("Use :func:`open` with *mode*; an :term:`iterator <iter>` of ``bytes`` (see `PEP 8 <https://x.y>`_).")
    'Use   with mode; an iterator of   (see PEP 8 ).'
    """

    def plain(found: re.Match[str]) -> str:
        role, reference = found.groups()
        if reference is not None:
            return reference
        if role is not None and _WORDY.match(found.group()):
            titled = _TITLED.match(role)
            if titled:
                return titled[1]
            return role if found.group().startswith((":term:", ":dfn:", ":gui", ":menu")) else " "
        return "" if found.group().startswith("*") else " "

    return _ROLE.sub(plain, text) if "`" in text or "*" in text else text


def bare(text: str) -> str:
    """The letters of a sentence, by which it is known again."""
    return re.sub(r"[\W_]+", "", text.lower())


def sentence_pairs(path: str, left_out: set[str]) -> list[tuple[str, str]]:
    """The distinct pairs of a file, at most `MOST`, taken evenly."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = dict.fromkeys((ja, en) for ja, en, *_ in (line.rstrip("\n").split("\t") for line in lines))
    pairs = [(ja, en) for ja, en in found if not {bare(ja), bare(en)} & left_out]
    if len(pairs) > MOST:
        pairs = [pairs[k] for k in np.linspace(0, len(pairs) - 1, MOST).astype(int)]
    return [(without_markup(ja), without_markup(en)) for ja, en in pairs]


def japanese_units(text: str, lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """Content morphemes of a text; and the same with the longest words of the dictionary whole."""
    ja = JapaneseText(text, lexicon)
    inside = {k for a, b in ja.runs for k in range(a, b)}
    single: dict[int, str] = {k: ja.morphemes[k].surface for k in inside if _means(ja.morphemes[k].surface)}
    single.update((k, ja.morphemes[k].base) for k in ja.predicates if k not in inside)
    whole = dict(single)
    for first, last in ja.runs:
        a = first
        while a < last:
            longest = min(last, a + LONGEST_WORD)
            b = next((b for b in range(longest, a + 1, -1) if _is_word(ja.surface(a, b), lexicon)), a + 1)
            if b > a + 1:
                for k in range(a, b):
                    whole.pop(k, None)
                whole[a] = ja.surface(a, b)
            a = b
    return [single[k] for k in sorted(single)], [whole[k] for k in sorted(whole)]


def _means(surface: str) -> bool:
    return surface[-1].isalpha() and not any(c.isdecimal() for c in surface)


def _is_word(surface: str, lexicon: Lexicon) -> bool:
    return _means(surface) and _means(surface[0]) and not surface.isascii() and lexicon.has(surface)


def english_units(text: str) -> list[str]:
    """Family stems of the content words of a text."""
    lexemes = EnglishText(text).lexemes
    return [x.stem for x in lexemes if not x.function and len(x.stem) > 1 and x.plain.isascii() and x.plain.isalpha()]


class Corpus(NamedTuple):
    """Sentence pairs as numbers of units."""

    japanese: list[str]
    english: list[str]
    pairs: list[tuple[Ints, Ints, Flags]]  #: both sides, and which Japanese units are counted in the end


def corpus(pairs: Iterable[tuple[str, str]]) -> Corpus:
    """Sentence pairs, analysed; those with words of several morphemes twice, of which the second time only these count."""
    lexicon = Lexicon.default()
    ja_numbers: defaultdict[str, int] = defaultdict()
    en_numbers: defaultdict[str, int] = defaultdict()
    ja_numbers.default_factory, en_numbers.default_factory = ja_numbers.__len__, en_numbers.__len__
    found: list[tuple[Ints, Ints, Flags]] = []
    for ja, en in pairs:
        words = english_units(en)
        single, whole = japanese_units(ja, lexicon)
        if words and single and max(len(words), len(single)) <= LONGEST:
            numbers = np.array([en_numbers[w] for w in words], np.int32)
            found.append((np.array([ja_numbers[w] for w in single], np.int32), numbers, np.ones(len(single), bool)))
            if whole != single:
                counted = np.array([w not in single for w in whole])
                found.append((np.array([ja_numbers[w] for w in whole], np.int32), numbers, counted))
    return Corpus(list(ja_numbers), list(en_numbers), found)


class Cells(NamedTuple):
    """Every Japanese unit beside every English one of its pair."""

    types: Ints  #: number of the (Japanese, English) type of each cell
    ja: Ints  #: number of the Japanese occurrence
    en: Ints
    near: Floats
    ja_units: Ints  #: unit of each occurrence
    en_units: Ints
    ja_counted: Flags  #: which occurrences are counted in the end
    en_counted: Flags
    type_ja: Ints  #: units of each type
    type_en: Ints


def cells(c: Corpus) -> Cells:
    """All cells of a corpus."""
    keys, ja, en, near, first = [], [], [], [], []
    ja_at = en_at = 0
    for x, y, counted in c.pairs:
        n, m = len(x), len(y)
        keys.append((x[:, None].astype(np.int64) * len(c.english) + y).ravel())
        ja.append(np.repeat(np.arange(ja_at, ja_at + n, dtype=np.int32), m))
        en.append(np.tile(np.arange(en_at, en_at + m, dtype=np.int32), n))
        off = np.abs((np.arange(n) + 0.5)[:, None] / n - (np.arange(m) + 0.5) / m)
        near.append(np.exp(-NEARNESS * off).astype(np.float32).ravel())
        first.append(np.full(m, counted.all()))
        ja_at, en_at = ja_at + n, en_at + m
    kinds, types = np.unique(np.concatenate(keys), return_inverse=True)
    return Cells(
        types.astype(np.int32),
        np.concatenate(ja),
        np.concatenate(en),
        np.concatenate(near),
        np.concatenate([x for x, _, _ in c.pairs]),
        np.concatenate([y for _, y, _ in c.pairs]),
        np.concatenate([counted for _, _, counted in c.pairs]),
        np.concatenate(first),
        (kinds // len(c.english)).astype(np.int32),
        (kinds % len(c.english)).astype(np.int32),
    )


def aligned(c: Cells) -> Floats:
    """How likely each cell is a rendering, as both directions see it."""

    def posterior(weight: Floats, given: Ints, units: Ints, chances: Any) -> Any:
        """Of each cell, as the source of the occurrence `given`."""
        prior = c.near / np.bincount(given, c.near)[given]
        joint = (1 - NOTHING) * prior * weight[c.types]
        rest = NOTHING * chances[units]
        return joint / (np.bincount(given, joint, len(units)) + rest)[given]

    ja_chances = np.bincount(c.ja_units) / len(c.ja_units)
    en_chances = np.bincount(c.en_units) / len(c.en_units)
    to_en = en_chances[c.type_en].astype(np.float32)  # at first anything renders anything
    to_ja = ja_chances[c.type_ja].astype(np.float32)
    both: Any = None
    for _ in range(ROUNDS):
        both = posterior(to_en, c.en, c.en_units, en_chances) * posterior(to_ja, c.ja, c.ja_units, ja_chances)
        counts = np.bincount(c.types, both, len(c.type_ja))
        to_en = (counts / (np.bincount(c.type_ja, counts) + CAUTION)[c.type_ja]).astype(np.float32)
        to_ja = (counts / (np.bincount(c.type_en, counts) + CAUTION)[c.type_en]).astype(np.float32)
    found: Floats = both.astype(np.float32)
    return found


def surprise(both: Any, one: Any, other: Any, total: float) -> Any:
    """Dunning's log likelihood ratio: how much oftener than by chance two things stand together."""

    def entropy(*counts: Any) -> Any:
        whole = sum(counts)
        return sum(k * np.log(np.maximum(k, 1e-9) / whole) for k in counts)

    table = both, one - both, np.maximum(other - both, 0), np.maximum(total - one - other + both, 0)
    rows = entropy(table[0] + table[1], table[2] + table[3])
    columns = entropy(table[0] + table[2], table[1] + table[3])
    return np.where(both * total > one * other, 2 * (entropy(*table) - rows - columns), 0.0)


class Rendering(NamedTuple):
    """What one headword was rendered by."""

    stems: tuple[str, ...]
    times: float
    back: float  #: of the occurrences of the stems, the share that stands for the headword


def renderings(c: Corpus, grid: Cells, both: Floats) -> Iterator[tuple[str, int, list[Rendering]]]:
    """Headwords, how often each was seen, and what is left of its renderings."""
    counted = grid.ja_counted[grid.ja]
    seen = np.bincount(grid.ja_units, grid.ja_counted, len(c.japanese))
    size = len(c.english)
    once = np.bincount(grid.en_units, grid.en_counted, size)
    times = np.bincount(grid.types, both * counted, len(grid.type_ja))
    found: dict[int, list[Rendering]] = {}

    def keep(headwords: Ints, stems: Sequence[Ints], times: Any, totals: Any) -> None:
        """Those that are frequent enough, and no chance."""
        here = seen[headwords]
        sure = surprise(np.minimum(times, here), here, totals, float(once.sum()))
        good = (times >= LEAST) & (here >= LEAST_SEEN) & (times >= LEAST_SHARE * here) & (sure >= LEAST_SURPRISE)
        for k in np.flatnonzero(good & (times >= LEAST_BACK * totals)):
            words = tuple([c.english[column[k]] for column in stems])
            found.setdefault(int(headwords[k]), []).append(Rendering(words, times[k], min(1.0, times[k] / totals[k])))

    keep(grid.type_ja, [grid.type_en], times, once[grid.type_en])
    # Two words that stand together, where both render the same one.
    able = np.flatnonzero((both >= LEAST_OF_TWO) & counted)
    left, right = able[:-1], able[1:]
    together = (grid.ja[left] == grid.ja[right]) & (grid.en[left] + 1 == grid.en[right])
    left, right = left[together], right[together]
    keys = grid.type_ja[grid.types[left]].astype(np.int64) * size + grid.type_en[grid.types[left]]
    keys, places = np.unique(keys * size + grid.type_en[grid.types[right]], return_inverse=True)
    doubled = np.flatnonzero(grid.en_counted[:-1] & grid.en_counted[1:])
    pairs, pair_times = np.unique(
        grid.en_units[doubled].astype(np.int64) * size + grid.en_units[doubled + 1], return_counts=True
    )
    keep(
        (keys // size // size).astype(np.int32),
        [(keys // size % size).astype(np.int32), (keys % size).astype(np.int32)],
        np.bincount(places, np.minimum(1, both[left] + both[right])),
        pair_times[np.searchsorted(pairs, keys % (size * size))],
    )
    for headword in sorted(found, key=lambda k: c.japanese[k]):
        best = sorted(found[headword], key=lambda r: (-r.times, r.stems))[:RENDERINGS]
        if not c.japanese[headword].isascii():
            yield c.japanese[headword], int(seen[headword]), best


def packed(found: Iterable[tuple[str, int, list[Rendering]]]) -> bytes:
    """The table as it is packaged; the same bytes whenever it is made."""
    lines = [
        "\t".join([headword, str(seen), *[f"{' '.join(r.stems)} {r.times:.0f} {100 * r.back:.0f}" for r in best]])
        for headword, seen, best in found
    ]
    data = io.BytesIO()
    with gzip.GzipFile(fileobj=data, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write((HEADER + "\n".join(lines) + "\n").encode())
    return data.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE", help="gzipped, Japanese and English with a tab between")
    parser.add_argument("--without", metavar="FILE", help="sentences that are left out, one a line")
    options = parser.parse_args()
    left_out: set[str] = set()
    if options.without:
        with open(options.without, encoding="utf-8") as lines:
            left_out = set(map(bare, lines)) - {""}
    c = corpus([pair for path in options.files for pair in sentence_pairs(path, left_out)])
    grid = cells(c)
    sys.stdout.buffer.write(packed(renderings(c, grid, aligned(grid))))


if __name__ == "__main__":
    main()
