"""How often a kanji has each of its readings: in words, in given names, and in surnames and places.

``tools/learn_kanji_readings.py`` makes the table. Readings that it lacks come from KANJIDIC2, without frequencies.
"""

from functools import cache
from itertools import islice
from typing import Literal

from termalign.kana import is_kana, is_kanji, to_katakana
from termalign.kana.sound import rendaku
from termalign.lexicon.lexicon import Lexicon
from termalign.lexicon.variants import standard_form
from termalign.once import cached_in_lexicon
from termalign.tables import read_lines, read_table

Kind = Literal["word", "given", "place"]

_COLUMNS: dict[str, int] = {"word": 1, "given": 2, "place": 3}
_MAX_KANJI = 4
_MAX_OF_KANJI = 8
_MAX_COMBINED = 24
_LEAST = 0.005  # of the likeliest reading's product: anything less likely is dropped
_AFTER = {"ッ": 1, "ン": 2}
_DOUBLED = frozenset("カキクケコサシスセソタチツテトパピプペポ")
_HALF_VOICED = frozenset("パピプペポ")
_UNCOUNTED = 0.1  # the share of a listed reading that was never counted
_UNCOUNTED_NANORI = 0.04


@cache
def _lines() -> dict[str, str]:
    """Return the line of each kanji; a line is parsed only when its kanji is looked up."""
    _header, *lines = read_lines(__package__, "kanji_readings.tsv")
    return {line[0]: line for line in lines}


@cached_in_lexicon(4096)
def shares(char: str, kind: Kind, lexicon: Lexicon) -> dict[str, float]:
    """Return the readings of a character in one kind of word with their shares, the commonest first.

    >>> list(shares("頼", "given", Lexicon.default()))[:2]
    ['ヨリ', 'ライ']
    >>> shares("驗", "word", Lexicon.default()) == shares("験", "word", Lexicon.default())
    True
    """
    if is_kana(char) and not is_kanji(char):
        return {to_katakana(char): 1.0}
    found: dict[str, float] = {}
    line = _lines().get(standard_form(char))
    if line is not None:
        found.update(map(_cell, line.split("\t")[_COLUMNS[kind]].split()))
    entry = lexicon.kanji(char)
    if entry is not None:
        for kana in (*entry.on, *entry.kun):
            found.setdefault(kana, _UNCOUNTED)
        if kind != "word":
            for kana in entry.nanori:
                found.setdefault(kana, _UNCOUNTED_NANORI)
    return dict(sorted(found.items(), key=lambda item: -item[1]))


@cache
def irregular_names() -> dict[str, dict[str, float]]:
    """Return names whose usual reading does not follow from their kanji, with the shares of their readings.

    >>> max(irregular_names()["春日"].items(), key=lambda item: item[1])[0]
    'カスガ'
    """
    rows = read_table(__package__, "irregular_names.tsv", header=True)
    return {surface: dict(map(_cell, readings.split())) for surface, readings in rows}


def _cell(cell: str) -> tuple[str, float]:
    """Return the reading and the share from a cell such as ``ヨリ62``."""
    kana = cell.rstrip("0123456789")
    return kana, int(cell[len(kana) :]) / 100


def likelihood(surface: str, kana: str, kind: Kind, lexicon: Lexicon) -> float:
    """Return the product of the shares with which the characters are read as `kana`, or 0 if they cannot be.

    >>> lexicon = Lexicon.default()
    >>> likelihood("頼朝", "ヨリトモ", "given", lexicon) > likelihood("頼朝", "ライチョウ", "given", lexicon)
    True
    """
    found = {0: 1.0}
    for at, char in enumerate(surface):
        column = shares(char if char != "々" or not at else surface[at - 1], kind, lexicon)
        step: dict[int, float] = {}
        for start, so_far in found.items():
            for part, share in column.items():
                if kana.startswith(part, start) and so_far * share > step.get(start + len(part), 0.0):
                    step[start + len(part)] = so_far * share
        found = step
    return found.get(len(kana), 0.0)


@cached_in_lexicon(4096)
def combined(surface: str, kind: Kind, lexicon: Lexicon) -> dict[str, float]:
    """Return the likeliest readings (at most 24) of one to four characters, each with the product of its shares.

    >>> "ヨシミツ" in combined("義満", "given", Lexicon.default())
    True
    """
    if not 0 < len(surface) <= _MAX_KANJI:
        return {}
    found: dict[str, float] = {"": 1.0}
    for at, char in enumerate(surface):
        char = char if char != "々" or not at else surface[at - 1]
        columns = _columns(char, kind, at == 0, at == len(surface) - 1, lexicon)
        step: dict[str, float] = {}
        for before, so_far in found.items():
            for kana, share in columns[_AFTER.get(before[-1:], 0)]:
                step[before + kana] = so_far * share
        if at:
            least = _LEAST * max(step.values(), default=0.0)
            step = {kana: share for kana, share in step.items() if share > least}
        found = step
    return dict(sorted(found.items(), key=lambda item: -item[1])[:_MAX_COMBINED])


_Column = tuple[tuple[str, float], ...]


@cached_in_lexicon(4096)
def _columns(char: str, kind: Kind, first: bool, last: bool, lexicon: Lexicon) -> tuple[_Column, _Column, _Column]:
    """Return the readings that a character can have after any kana, after ッ, and after ン."""
    counted = dict(islice(shares(char, kind, lexicon).items(), _MAX_OF_KANJI))
    voiced = {rendaku(kana) for kana in counted} if first else set()  # no character before it can voice it
    readings = [
        (kana, share) for kana, share in counted.items() if not (last and kana.endswith("ッ")) and kana not in voiced
    ]
    whole = tuple(item for item in readings if item[0][0] not in _HALF_VOICED)
    return whole, tuple(item for item in readings if item[0][0] in _DOUBLED), tuple(readings)
