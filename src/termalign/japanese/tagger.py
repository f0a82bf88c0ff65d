"""Thread-safe access to MeCab: immutable morphemes with exact offsets.

fugashi's nodes read their features from a buffer that the next parse reuses, and a tagger shared between threads returns
wrong features without an exception. So each tagger is used by one thread at a time, and features are copied before another
thread gets it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from sys import intern
from typing import TYPE_CHECKING, Any

from termalign.arguments import checked
from termalign.forking import no_fork
from termalign.japanese.before_nouns import read_before_nouns
from termalign.japanese.katakana_words import whole_words
from termalign.japanese.morpheme import NUMERAL, Morpheme
from termalign.japanese.quoted_kana import whole_quotes
from termalign.japanese.recut import recut
from termalign.pool import Pool
from termalign.text import Normalised, normalise
from termalign.text.scripts import KANJI

if TYPE_CHECKING:
    from fugashi import Tagger

_CHUNK = 4000  # code points per parse: MeCab's lattice for a line of a megabyte would not fit into memory
_BREAKS = "\n。！？!?、,. ・"
# No kanji, hiragana or space: MeCab's time for a run of katakana, letters or marks grows with the square of its length.
_RUN = re.compile(rf"[^\s々ぁ-ゟ{KANJI}]+")
_LONGEST_RUN = 300  # code points
_UNREADABLE = re.compile("[\0\ud800-\udfff]")  # NUL ends MeCab's parse, and a lone surrogate cannot be encoded
_MOST_TAGGERS = 4  # only one can parse at a time, as the others wait for the interpreter: more would only take memory


def tokenize(text: str) -> list[Morpheme]:
    """Split Japanese text into morphemes with offsets into `text`.

    Parameters
    ----------
    text : str
        Any text. Half-width kana, compatibility characters and combining marks are folded for the dictionary only.

    Returns
    -------
    list of Morpheme
        The morphemes in order, without white space; ``start`` and ``end`` are code points of `text`.

    Raises
    ------
    TypeError
        If `text` is not a string.

    Examples
    --------
    >>> [(m.surface, m.reading, m.start, m.end) for m in tokenize("特殊詐欺")]
    [('特殊', 'トクシュ', 0, 2), ('詐欺', 'サギ', 2, 4)]
    """
    checked(text, "text")
    folded = normalise(text)
    return in_raw(morphemes(folded.text), folded)


def in_raw(found: list[Morpheme], folded: Normalised) -> list[Morpheme]:
    """Return the morphemes of a folded text with offsets into the original text."""
    if folded.starts is None:
        return found
    return [m._replace(start=s, end=e) for m in found for s, e in [folded.raw_span(m.start, m.end)]]


def morphemes(text: str) -> list[Morpheme]:
    """Return the morphemes of a text that is already folded; what MeCab cannot read is U+FFFD in their surfaces."""
    out: list[Morpheme] = []
    with _taggers.lent() as tagger:
        for start, piece in _chunks(_UNREADABLE.sub("\ufffd", text)):
            end = start
            for node in tagger(piece):
                surface = node.surface
                at = end + len(node.white_space)
                end = at + len(surface)
                features = _features(node.feature_raw)
                if not (features[_LEMMA] and features[_BASE]):
                    features = _as_written(features, surface)
                if features[0] == _MARK and surface.isnumeric():
                    features = NUMERAL, *features[1:]  # ½
                out.append(Morpheme(surface, at, end, *features))
    return read_before_nouns(recut(whole_quotes(whole_words(out))))


def morphemes_from(text: str, start: int) -> list[Morpheme]:
    """Return the morphemes of a folded text that begins at code point `start` of a longer one."""
    return [m._replace(start=m.start + start, end=m.end + start) for m in morphemes(text)]


def cut_at(found: Iterable[Morpheme], borders: Sequence[int]) -> list[Morpheme]:
    """Return the morphemes, split at those sorted `borders` that fall inside them; the pieces are tagged again.

    >>> [m.surface for m in cut_at(morphemes("特殊詐欺"), [2, 3])]
    ['特殊', '詐', '欺']
    """
    cut: list[Morpheme] = []
    for m in found:
        inside = borders[bisect_right(borders, m.start) : bisect_left(borders, m.end)]
        if not inside:
            cut.append(m)
            continue
        for start, end in pairwise([m.start, *inside, m.end]):
            cut += morphemes_from(m.surface[start - m.start : end - m.start], start)
    return cut


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """Yield pieces short enough for MeCab with their offsets, split after a punctuation mark if possible."""
    start = 0
    while (end := _end_of_piece(text, start)) < len(text):
        window = text[start:end]
        cut = next((c for c in map(window.rfind, _BREAKS) if c > len(window) // 2), len(window) - 1) + 1
        yield start, window[:cut]
        start += cut
    yield start, text[start:]


def _end_of_piece(text: str, start: int) -> int:
    """Return the largest possible end of the piece that begins at `start`."""
    end = min(len(text), start + _CHUNK)
    if end - start > _LONGEST_RUN:
        for run in _RUN.finditer(text, start, end):
            if run.end() - run.start() > _LONGEST_RUN:
                return run.start() + _LONGEST_RUN
    return end


def _tagger() -> "Tagger":
    with no_fork:  # a process forked during the import would wait forever
        from fugashi import Tagger

        return Tagger()


_taggers = Pool(_tagger, _MOST_TAGGERS)


@lru_cache(4096)
def _features(raw: str) -> tuple[str, ...]:
    """Return pos, lemma, reading, base, base_reading, loan and origin from UniDic's feature line (fields as in its dicrc)."""
    fields = _split(raw)
    if len(fields) < _FIELDS:
        fields += [""] * (_FIELDS - len(fields))
    *pos, lemma, base, origin, reading, base_reading = ["" if f == "*" else f for f in _NEEDED(fields)]
    lemma, _, loan = lemma.partition("-")
    if not loan.isascii() or not loan[:1].isalpha():
        loan = ""  # 円-助数詞: a mark of the sense, not a foreign word
    found = ("-".join(filter(None, pos)), lemma, reading, base, base_reading or reading, loan, origin)
    return tuple(map(intern, found))  # thousands of words share few distinct values


_FIELDS = 26
_NEEDED = itemgetter(0, 1, 2, 7, 10, 12, 17, 18)
_LEMMA, _BASE = 1, 3  # in `_features`
_MARK = "補助記号-一般"


def _as_written(features: tuple[str, ...], surface: str) -> tuple[str, ...]:
    """Return the features, with the surface in place of a missing lemma or dictionary form."""
    pos, lemma, reading, base, *others = features
    return (pos, lemma or surface, reading, base or surface, *others)


def _split(raw: str) -> list[str]:
    if '"' not in raw:
        return raw.split(",")
    import csv

    row: list[Any] = next(csv.reader([raw]))
    return [str(field) for field in row]
