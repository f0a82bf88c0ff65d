"""Learn src/termalign/phonetics/weights.tsv from transliterated names and loanwords.

    python tools/learn_phonetics.py NAMES JAMDICT_DB > weights.tsv

NAMES is a table latin⇥katakana with a header line (Wikidata labels, as NETransliteration gathers them, CC0); JAMDICT_DB the database of
the package ``jamdict-data`` (JMdict and JMnedict of the EDRDG). Every twentieth Latin form (by its CRC) is held out as test, another
twentieth for the calibration; figures go to stderr. Pure Python, one core, about five minutes.

Method: expectation maximisation of the joint many-to-many model described in ``termalign.phonetics.alignment``: first with segments of one
sound unit on a sample, then on everything that is not noise by the model's own judgement, then with those segments of two units that neighbour each
other in best alignments.
"""

import argparse
import math
import random
import re
import sqlite3
import sys
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from termalign.phonetics.alignment import Arcs, Lattice, Letters, chance, known_units
from termalign.phonetics.sounds import bare_letters, framed_letters, kana_units
from termalign.phonetics.weights import LONGEST, NOTHING, Weights

KATAKANA = re.compile(r"[ァ-ヺー・＝]+")
LATIN = re.compile(r"[^\W\d_](?:[^\d_]*[^\W\d_])?\.?")

LOANWORDS = """
    SELECT Kana.text, SenseGloss.text, 'loanword' FROM Kana JOIN Sense USING (idseq) JOIN SenseGloss ON SenseGloss.sid = Sense.ID
    WHERE SenseGloss.lang = 'eng'
    UNION SELECT Kana.text, SenseSource.text, 'source' FROM Kana JOIN Sense USING (idseq) JOIN SenseSource ON SenseSource.sid = Sense.ID
    WHERE SenseSource.text IS NOT NULL
"""
NAMES = """
    SELECT NEKana.text, NETransGloss.text, 'name'
    FROM NEKana JOIN NETranslation USING (idseq) JOIN NETransGloss ON NETransGloss.tid = NETranslation.ID
    WHERE idseq NOT IN (SELECT idseq FROM NEKanji)
"""
# Least log odds per sound unit of a pair to learn from. Names are nearly all right, a gloss is often a translation.
CLEAN = {"wikidata": 0.0, "name": 0.5, "source": 0.75, "loanword": 1.25}

DOUBLE_DISCOUNT = 0.3  # segments of two units explain anything; without a discount they crowd out their parts
START_BY_LENGTH = (0.05, 0.5, 1.0, 0.5, 0.2, 0.1)  # letters that a unit takes, to begin with


class Pair(NamedTuple):
    units: tuple[str, ...]
    letters: str
    source: str


Counts = Counter[tuple[str, str]]


# --- the data ---------------------------------------------------------------------------------------------------------


def read_pairs(names: Path, database: Path) -> Iterator[tuple[str, str, str]]:
    """Katakana, Latin, source, as they stand."""
    for line in names.read_text(encoding="utf-8").splitlines()[1:]:
        latin, kana = line.split("\t")
        yield kana, latin, "wikidata"
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        for query in (NAMES, LOANWORDS):
            for kana, gloss, source in connection.execute(query):
                latin = re.sub(r"\s*\([^)]*\)|,.*", "", gloss)
                latin = re.sub(r"^(?:the|an?|to) ", "", latin).strip()
                if KATAKANA.fullmatch(kana) and LATIN.fullmatch(latin):
                    yield kana, latin, source


def fold(latin_letters: str) -> int:
    """Which twentieth of the data: 0 is the test, 1 the calibration."""
    return zlib.crc32(bare_letters(latin_letters).replace("_", "").encode()) % 20


def pairs_of(rows: Iterable[tuple[str, str, str]]) -> list[Pair]:
    seen = {}
    for kana, latin, source in rows:
        pair = Pair(kana_units(kana), framed_letters(latin), source)
        if 0 < len(pair.units) <= 16 and 2 < len(pair.letters) <= 32:
            seen.setdefault(pair[:2], pair)
    return list(seen.values())


# --- the model --------------------------------------------------------------------------------------------------------


class Chance:
    """How frequent units and letters are on their own: what odds ratios are relative to."""

    def __init__(self, pairs: list[Pair]) -> None:
        units = Counter(unit for pair in pairs for unit in pair.units)
        letters = Counter(letter for pair in pairs for letter in pair.letters)
        self.unit = {unit: n / units.total() for unit, n in units.items() if n >= 5}
        self.letter = {letter: n / letters.total() for letter, n in letters.items() if n >= 50}

    def units(self, text: str) -> float:
        return math.prod(self.unit[unit] for unit in kana_units(text))

    def letters(self, text: str) -> float:
        return math.prod(self.letter[letter] for letter in text)


def table_from(counts: Counts, chance: Chance, double_discount: float = 1.0) -> Weights:
    """The counts as a model."""
    total = sum(counts.values())
    spelled: dict[str, dict[str, float]] = {unit: {} for unit in chance.unit}
    unwritten = dict.fromkeys(chance.unit, 1e-4)
    silent: dict[str, float] = {}
    chunks: dict[str, float] = defaultdict(float)
    for (units, letters), n in counts.items():
        share = n / total
        odds = share / chance.letters(letters) / (chance.units(units) if units else 1)
        if units not in chance.unit and units:
            odds *= double_discount
        chunks[letters or NOTHING] += share / chance.letters(letters)
        if not units:
            silent[letters] = odds
        elif not letters:
            unwritten[units] = odds
        else:
            spelled.setdefault(units, {})[letters] = odds
    return Weights(spelled, unwritten, silent, dict(chunks))


def starting_counts(pairs: list[Pair], chance: Chance) -> Counts:
    """Units and letters that stand at about the same place of their words."""
    counts: Counts = Counter()
    for units, letters, _ in pairs:
        rate = len(letters) / len(units)
        for i, unit in enumerate(units):
            for begin in range(max(0, int(i * rate - 2)), min(len(letters), int(i * rate + 3))):
                for end in range(begin, min(begin + LONGEST, len(letters)) + 1):
                    if abs(end - (i + 1) * rate) < 2.5:
                        counts[unit, letters[begin:end]] += START_BY_LENGTH[end - begin]
    kept = {key: n for key, n in counts.items() if n >= 2 and key[0] in chance.unit and chance.letter.keys() >= set(key[1])}
    silent = {("", letter): 1e-3 * share for letter, share in chance.letter.items()}
    return Counter(kept) + Counter(silent)


class Posterior:
    """Forward and backward sums of one pair."""

    def __init__(self, pair: Pair, table: Weights) -> None:
        self.units, self.text = pair.units, pair.letters
        self.bare = bare_letters(self.text)
        self.lattice = Lattice(self.units, Letters(self.text), table)
        n, size = len(self.units), len(self.text)
        self.rows = self.lattice.rows(0, size)
        self.odds = self.rows[n][size]
        self.back = [[0.0] * (size + 1) for _ in range(n + 1)]
        if self.odds > 0:
            self.back[n][size] = 1 / self.odds
            for i in range(n, 0, -1):
                self._step_back(i)

    def _step_back(self, i: int) -> None:
        lattice, row, before = self.lattice, self.back[i], self.back[i - 1]
        for j in range(len(row) - 2, -1, -1):
            row[j] += row[j + 1] * lattice.silent[j]
        for j, odds in enumerate(row):
            before[j] += lattice.unwritten[i - 1] * odds
        targets = [(lattice.single[i - 1], before)] + ([(lattice.double[i - 2], self.back[i - 2])] if i > 1 else [])
        for arcs, target in targets:
            for begin, ends in arcs.items():
                target[begin] += sum(ratio * row[end] for end, ratio in ends)

    def collect(self, counts: Counts) -> None:
        """Add how often each segment is used."""
        units, lattice = self.units, self.lattice
        for i, unit in enumerate(units):
            before, row = self.rows[i], self.back[i + 1]
            counts[unit, ""] += lattice.unwritten[i] * sum(x * y for x, y in zip(before, row, strict=True))
            for j, letter in enumerate(self.bare):
                counts["", letter] += self.rows[i + 1][j] * lattice.silent[j] * row[j + 1]
            self._collect(unit, lattice.single[i], before, row, counts)
            if i:
                self._collect(units[i - 1] + unit, lattice.double[i - 1], self.rows[i - 1], row, counts)

    def _collect(self, key: str, arcs: Arcs, before: list[float], row: list[float], counts: Counts) -> None:
        for begin, ends in arcs.items():
            for end, ratio in ends:
                if share := before[begin] * ratio * row[end]:
                    counts[key, self.text[begin:end]] += share

    def collect_neighbours(self, counts: Counter[tuple[str, str, str]]) -> None:
        """Add how often two units in a row are spelled by two pieces of text, one after the other: units, first and second piece."""
        for i in range(1, len(self.units)):
            key = self.units[i - 1] + self.units[i]
            second = self.lattice.single[i]
            for begin, ends in self.lattice.single[i - 1].items():
                for middle, ratio in ends:
                    for end, other in second.get(middle, ()):
                        share = self.rows[i - 1][begin] * ratio * other * self.back[i + 1][end]
                        if end - begin <= LONGEST and share > 0.01:
                            counts[key, self.text[begin:middle], self.text[middle:end]] += share


def maximise(pairs: list[Pair], table: Weights, least: float) -> Counts:
    """One round: the expected counts under `table`, those below `least` left out."""
    counts: Counts = Counter()
    for pair in pairs:
        posterior = Posterior(pair, table)
        if posterior.odds > 0:
            posterior.collect(counts)
    return Counter({key: n for key, n in counts.items() if n >= least or not key[0]})


def doubles(pairs: list[Pair], table: Weights, counts: Counts, least: float) -> Counts:
    """Segments of two units whose halves go together more often than by chance."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for pair in pairs:
        posterior = Posterior(pair, table)
        if posterior.odds > 0:
            posterior.collect_neighbours(seen)
    total = sum(counts.values())
    found: Counts = Counter()
    for (units, one, two), n in seen.items():
        first, second = split_units(units)
        expected = counts[first, one] * counts[second, two] / total
        if n >= least and n > 2 * expected:
            found[units, one + two] += n
    return found


def split_units(units: str) -> tuple[str, str]:
    first, second = kana_units(units)
    return first, second


def log_odds(pair: Pair, table: Weights) -> float:
    letters = Letters(pair.letters)
    odds = Lattice(known_units(pair.units, table), letters, table).rows(0, len(letters.text))[-1][-1]
    return math.log(odds / chance(letters, 0, len(letters.text), table)) if odds > 0 else -99.0


def learn(pairs: list[Pair], background: Chance) -> tuple[Counts, Counts]:
    """Counts of segments of one and of two units."""
    sure = [pair for pair in pairs if pair.source != "loanword"]
    sample = random.Random(1).sample(sure, 25_000)
    counts = starting_counts(sample, background)
    for _ in range(4):
        counts = maximise(sample, table_from(counts, background), 0.2)
        say(f"sample: {len(counts)} segments")
    for _ in range(2):
        counts = maximise(sure, table_from(counts, background), 0.3)
        say(f"names: {len(counts)} segments")
    table = table_from(counts, background)
    clean = [pair for pair in pairs if log_odds(pair, table) > CLEAN[pair.source] * len(pair.units)]
    say(f"kept {Counter(pair.source for pair in clean)} of {Counter(pair.source for pair in pairs)}")
    for _ in range(2):
        counts = maximise(clean, table_from(counts, background), 0.3)
        say(f"clean: {len(counts)} segments")
    both = counts + doubles(clean, table_from(counts, background), counts, 4)
    say(f"with doubles: {len(both)} segments")
    for _ in range(3):
        both = maximise(clean, table_from(both, background, DOUBLE_DISCOUNT), 0.5)
        say(f"both: {len(both)} segments")
    return counts, both


def write(counts: Counts, table: Weights, background: Chance) -> Iterator[str]:
    yield from HEADER.strip().splitlines()
    hundredth = lambda odds: str(round(100 * math.log(odds)))  # noqa: E731
    yield "\t".join((NOTHING, "0", " ".join(f"{letter} {hundredth(odds)}" for letter, odds in sorted(table.silent.items()) if odds > 1e-8)))
    for units, ways in sorted(table.spelled.items()):
        cells = [f"{letters} {hundredth(odds)}" for letters, odds in sorted(ways.items())]
        if units in table.unwritten:
            cells.append(f"{NOTHING} {hundredth(table.unwritten[units])}")
        yield "\t".join((units, hundredth(background.units(units)), " ".join(cells)))


HEADER = """
# units	log frequency	letters log-odds …	(natural logs, hundredths; _ is a word boundary, - nothing)
# made by tools/learn_phonetics.py from Wikidata name labels (CC0) and the loanwords and names of JMdict and JMnedict (EDRDG)
"""

BEGAN = time.perf_counter()


def say(text: str) -> None:
    print(f"{time.perf_counter() - BEGAN:6.0f}s {text}", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", type=Path)
    parser.add_argument("database", type=Path)
    options = parser.parse_args()
    rows = pairs_of(read_pairs(options.names, options.database))
    train = [pair for pair in rows if fold(pair.letters) > 1]
    background = Chance(train)
    known = [pair._replace(letters="".join(c if c in background.letter else bare_letters(c) for c in pair.letters)) for pair in train]
    known = [pair for pair in known if background.unit.keys() >= set(pair.units) and background.letter.keys() >= set(pair.letters)]
    say(f"{len(known)} pairs")
    single, both = learn(known, background)
    for name, counts in (("single", single), ("both", both)):
        table = table_from(counts, background, DOUBLE_DISCOUNT)
        Path(f"/tmp/w/ph/t_{name}.tsv").write_text("\n".join(write(counts, table, background)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
