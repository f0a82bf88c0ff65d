"""Learn src/termalign/phonetics/weights.tsv from transliterated names and loanwords.

    python tools/learn_phonetics.py NAMES JAMDICT_DB > weights.tsv

NAMES is a table latin⇥katakana with a header line (name labels of Wikidata, as the NETransliteration project
gathered them, CC0), JAMDICT_DB the database in the package ``jamdict-data`` (JMdict and JMnedict of the EDRDG). A
twentieth of the Latin forms, by their CRC, is held out as test and another twentieth for the calibration; the figures
go to stderr. Pure Python, one core, some minutes.

Method: expectation maximisation of the joint model described in ``termalign.phonetics.sound_alignment``, on a sample first,
then on all names, then on names and loanwords without the noise, as the model itself judges it.
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

from termalign.phonetics.comparison import NEVER
from termalign.phonetics.sound_alignment import Letters, chance, spelled, step
from termalign.phonetics.sound_weights import CHUNKS, LONGEST, SILENT, UNSEEN, UNWRITTEN, Weights
from termalign.phonetics.sounds import bare_letters, framed_letters, kana_units

KATAKANA = re.compile(r"[ァ-ヺー・＝]+")
LATIN = re.compile(r"[^\W\d_](?:[^\d_]*[^\W\d_])?\.?")

LOANWORDS = """
    SELECT Kana.text, SenseGloss.text, 'loanword'
    FROM Kana JOIN Sense USING (idseq) JOIN SenseGloss ON SenseGloss.sid = Sense.ID WHERE SenseGloss.lang = 'eng'
    UNION
    SELECT Kana.text, SenseSource.text, 'source'
    FROM Kana JOIN Sense USING (idseq) JOIN SenseSource ON SenseSource.sid = Sense.ID WHERE SenseSource.text IS NOT NULL
"""
NAMES = """
    SELECT NEKana.text, NETransGloss.text, 'name'
    FROM NEKana JOIN NETranslation USING (idseq) JOIN NETransGloss ON NETransGloss.tid = NETranslation.ID
    WHERE idseq NOT IN (SELECT idseq FROM NEKanji)
"""
# Least log odds per sound unit of a pair to learn from. Names are nearly all right, a gloss is often a translation.
CLEAN = {"wikidata": 0.0, "name": 0.5, "source": 0.75, "loanword": 1.25}

# Running text inflects what the dictionary does not: so many of the loanwords are learned with an ending, too.
ENDINGS = {"s": 0.25, "ed": 0.05, "ing": 0.05}

START_BY_LENGTH = (0.05, 0.5, 1.0, 0.5, 0.2, 0.1)  # how many letters a unit takes, before anything is known
SAMPLE, START_SAMPLE = 25_000, 80_000
TEST, CALIBRATION = 0, 1  # twentieths


class Pair(NamedTuple):
    """Sound units, framed letters, and where they come from."""

    units: tuple[str, ...]
    letters: str
    source: str


Counts = defaultdict[tuple[str, str], float]
"""Unit ("" for a silent letter), letters -> how often."""


# --- the data ---------------------------------------------------------------------------------------------------------


def read_pairs(names: Path, database: Path) -> Iterator[Pair]:
    for kana, latin, source in _read_rows(names, database):
        if KATAKANA.fullmatch(kana) and LATIN.fullmatch(latin):
            pair = Pair(kana_units(kana), framed_letters(latin), source)
            if 0 < len(pair.units) <= 16 and len(pair.letters) <= 32:
                yield pair


def _read_rows(names: Path, database: Path) -> Iterator[tuple[str, str, str]]:
    for line in names.read_text(encoding="utf-8").splitlines()[1:]:
        latin, kana = line.split("\t")
        yield kana, latin, "wikidata"
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        for query in (NAMES, LOANWORDS):
            for kana, gloss, source in connection.execute(query):
                latin = re.sub(r"\s*\([^)]*\)|,.*", "", gloss)
                yield kana, re.sub(r"^(?:the|an?|to) ", "", latin).strip(), source


def twentieth(pair: Pair) -> int:
    return zlib.crc32(bare_letters(pair.letters).replace("_", "").encode()) % 20


def inflected(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """`pairs`, and some of them with an English ending."""
    draw = random.Random(3)
    for pair in pairs:
        yield pair
        for ending, share in ENDINGS.items():
            if pair.source == "loanword" and pair.letters[-2] not in "se" and draw.random() < share:
                yield pair._replace(letters=pair.letters[:-1] + ending + "_")


# --- the model --------------------------------------------------------------------------------------------------------


class Background:
    """How frequent units and letters are on their own."""

    def __init__(self, pairs: list[Pair]) -> None:
        units = Counter(unit for pair in pairs for unit in pair.units)
        letters = Counter(letter for pair in pairs for letter in pair.letters)
        self.unit = {unit: n / units.total() for unit, n in units.items() if n >= 5}
        self.letter = {letter: n / letters.total() for letter, n in letters.items() if n >= 50}

    def known(self, pair: Pair) -> Pair | None:
        """The pair with rare letters made plain; None if it has rare units or foreign letters."""
        letters = "".join(char if char in self.letter else bare_letters(char) for char in pair.letters)
        if self.letter.keys() >= set(letters) and self.unit.keys() >= set(pair.units):
            return pair._replace(letters=letters)
        return None

    def letters(self, text: str) -> float:
        return math.prod(self.letter[letter] for letter in text)


def table_of(counts: Counts, background: Background) -> list[str]:
    """The lines of the table that the counts make."""
    total = sum(counts.values())
    lines: dict[str, list[str]] = defaultdict(list)
    chunks: dict[str, float] = defaultdict(float)
    unwritten = dict.fromkeys(background.unit, UNSEEN)
    for (unit, letters), n in sorted(counts.items()):
        among_letters = n / total / background.letters(letters)
        if not unit:
            lines[SILENT].append(_entry(letters, max(among_letters, UNSEEN**2)))
        elif not letters:
            unwritten[unit] = among_letters / background.unit[unit]
        else:
            lines[unit].append(_entry(letters, among_letters / background.unit[unit]))
        chunks[letters] += among_letters
    repeat = 1 / (1 - min(chunks.pop("", 0.0), 0.9))  # between two chunks any number of units may go unwritten
    lines[UNWRITTEN] = [_entry(unit, odds) for unit, odds in unwritten.items()]
    lines[CHUNKS] = [_entry(letters, odds * repeat) for letters, odds in chunks.items() if odds > UNSEEN]
    return [f"{unit}\t{' '.join(entries)}" for unit, entries in sorted(lines.items())]


def _entry(key: str, odds: float) -> str:
    return f"{key} {round(100 * math.log(odds))}"


def starting_counts(pairs: list[Pair], background: Background) -> Counts:
    """Units with the letters that stand at about the same place of their words."""
    counts: Counts = defaultdict(float)
    for units, letters, _ in pairs:
        rate = len(letters) / len(units)
        for i, unit in enumerate(units):
            for begin in range(max(0, int(i * rate - 2)), min(len(letters), int(i * rate + 3))):
                for end in range(begin, min(begin + LONGEST, len(letters)) + 1):
                    if abs(end - (i + 1) * rate) < 2.5:
                        counts[unit, letters[begin:end]] += START_BY_LENGTH[end - begin]
    total = sum(counts.values())
    kept = {key: n for key, n in counts.items() if n >= 2}
    return defaultdict(
        float, kept | {("", letter): 1e-3 * share * total for letter, share in background.letter.items()}
    )


def expect(pair: Pair, table: Weights, counts: Counts) -> None:
    """Add how often each segment is used in the alignments of `pair`."""
    units, text, _ = pair
    letters, size = Letters(text), len(text)
    row, best = [1.0], 1.0
    rows = [row + [0.0] * size]
    for unit in units:
        row, best = step(row, best, unit, letters, table, 0.0)
        rows.append(row + [0.0] * (size + 1 - len(row)))
    if rows[-1][-1] <= 0:
        return
    silent = [table.silent[char] for char in letters.bare]
    behind = [0.0] * size + [1 / rows[-1][-1]]
    for unit, before, after in zip(units[::-1], rows[-2::-1], rows[:0:-1], strict=True):
        for j in range(size - 1, -1, -1):
            counts["", letters.bare[j]] += after[j] * silent[j] * behind[j + 1]
            behind[j] += silent[j] * behind[j + 1]
        unwritten = table.unwritten[unit]
        counts[unit, ""] += unwritten * sum(x * y for x, y in zip(before, behind, strict=True))
        earlier = [unwritten * odds for odds in behind]
        for begin in range(size):
            for end, ratio in letters.ends(begin, table.ways(unit)):
                counts[unit, text[begin:end]] += before[begin] * ratio * behind[end]
                earlier[begin] += ratio * behind[end]
        behind = earlier


def maximise(pairs: Iterable[Pair], counts: Counts, background: Background, least: float) -> Counts:
    """One round: the expected counts under the model of `counts`, those below `least` left out."""
    table = Weights("\n".join(table_of(counts, background)))
    found: Counts = defaultdict(float)
    for pair in pairs:
        expect(pair, table, found)
    kept = {key: n for key, n in found.items() if n >= least or not key[0]}
    say(f"{len(kept)} segments")
    return defaultdict(float, kept)


def log_odds(pair: Pair, table: Weights) -> float:
    letters = Letters(pair.letters)
    row = spelled(pair.units, letters, table)
    return math.log(row[-1] / chance(letters, table)[-1]) if row and row[-1] else NEVER


def learn(pairs: list[Pair], background: Background) -> Counts:
    sure = [pair for pair in pairs if pair.source != "loanword"]
    sample = random.Random(1).sample(sure, SAMPLE)
    start = starting_counts(random.Random(2).sample(sure, START_SAMPLE), background)
    counts = maximise(sample, start, background, 0.2)
    for _ in range(3):
        counts = maximise(sample, counts, background, 0.2)
    for key, n in start.items():  # the sample was small: let rare segments in again
        counts[key] += 0.02 * n
    for _ in range(2):
        counts = maximise(sure, counts, background, 0.3)
    table = Weights("\n".join(table_of(counts, background)))
    clean = [pair for pair in pairs if log_odds(pair, table) > CLEAN[pair.source] * len(pair.units)]
    say(f"clean: {Counter(pair.source for pair in clean)} of {Counter(pair.source for pair in pairs)}")
    clean = list(inflected(clean))
    for least in (0.3, 0.5, 0.5):
        counts = maximise(clean, counts, background, least)
    return counts


# --- what comes of it -------------------------------------------------------------------------------------------------


def report(pairs: list[Pair], table: Weights) -> None:
    """Right one of fifty on the test names, and on the test loanwords that are not translations."""
    for source in ("wikidata", "name", "source"):
        test = [pair for pair in pairs if pair.source == source and twentieth(pair) == TEST]
        draw = random.Random(1)
        hits = 0
        asked = draw.sample(test, min(1000, len(test)))
        for pair in asked:
            others = [other for other in draw.sample(test, min(50, len(test))) if other.letters != pair.letters][:49]
            right = log_odds(pair, table)
            hits += all(log_odds(pair._replace(letters=other.letters), table) < right for other in others)
        say(f"{source}: right one of fifty {hits / len(asked):.4f} ({len(asked)} of {len(test)})")


def calibrate(pairs: list[Pair], table: Weights) -> None:
    """Slope and offset of the logistic curve in comparison.py, by gradient ascent.

    Fitted to twenty false pairs a true one, then moved to a hundred: so many runs of words has a sentence.
    """
    draw = random.Random(5)
    held = [pair for pair in pairs if twentieth(pair) == CALIBRATION and pair.source != "loanword"]
    held = draw.sample(held, 4000)
    true = [log_odds(pair, table) for pair in held]
    false = [log_odds(pair._replace(letters=draw.choice(held).letters), table) for pair in held for _ in range(20)]
    slope, offset, wrong = 0.5, -1.0, 0.02  # so many of the "true" pairs are not
    for _ in range(300):
        to_slope = to_offset = slope_curve = offset_curve = 0.0
        for is_true, values in ((True, true), (False, false)):
            for value in values:
                p = 1 / (1 + math.exp(-slope * value - offset))
                push = (1 - wrong) * p * (1 - p) / (wrong + (1 - wrong) * p) if is_true else -p
                to_slope += push * value
                to_offset += push
                slope_curve += p * (1 - p) * value * value
                offset_curve += p * (1 - p)
        slope += 0.3 * to_slope / slope_curve
        offset += 0.3 * to_offset / offset_curve
    say(f"slope {slope:.3f} offset {offset - math.log(5):.3f}")


HEADER = """\
# A unit of sound, then letters and the natural log of their odds ratio in hundredths; _ is a word boundary.
# Lines of their own: unwritten units (+), silent letters (-), letters whatever they sound like (*).
# Made by tools/learn_phonetics.py from name labels of Wikidata (CC0, by way of NETransliteration) and from the
# names and loanwords of JMnedict and JMdict (Electronic Dictionary Research and Development Group, edrdg.org)."""

BEGAN = time.perf_counter()


def say(text: str) -> None:
    print(f"{time.perf_counter() - BEGAN:5.0f} s  {text}", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", type=Path)
    parser.add_argument("database", type=Path)
    options = parser.parse_args()
    unique: dict[tuple[tuple[str, ...], str], Pair] = {}
    for pair in read_pairs(options.names, options.database):
        unique.setdefault(pair[:2], pair)
    pairs = list(unique.values())
    train = [pair for pair in pairs if twentieth(pair) not in (TEST, CALIBRATION)]
    background = Background(train)
    known = [pair for pair in map(background.known, train) if pair]
    say(f"{len(known)} pairs to learn from")
    lines = table_of(learn(known, background), background)
    print(HEADER, *lines, sep="\n")
    table = Weights("\n".join(lines))
    held = [pair for pair in map(background.known, pairs) if pair]
    report(held, table)
    calibrate(held, table)


if __name__ == "__main__":
    main()
