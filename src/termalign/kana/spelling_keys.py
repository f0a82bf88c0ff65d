"""Keys that all usual Latin spellings of the same kana share.

A key is lower-case ASCII with Kunrei consonants, and with ā ī ū ē ō for a vowel that is *written* long in any way (ō, ô, ou,
oo, oh). Length is kept because it distinguishes names (Ida 井田, Iida 飯田; 井上 is Inoue, never Inoe). Since English mostly
omits it, kana have a key for each way of writing it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from termalign.arguments import checked
from termalign.kana.loose import LONG_PAIRS, SHORT
from termalign.kana.morae import Mora, morae
from termalign.kana.romaji import Style, spell_mora
from termalign.kana.syllables import SYLLABLES

_MAX_FREE = 3  # long vowels that are marked independently of each other, in 2 ** 3 keys
_MAX_ONE = 6  # if there are more, so many of them are also marked alone

# Macron, circumflex, and the tilde that some typists used instead.
_LONG_MARKS = frozenset("\u0304\u0302\u0303")

# Spellings of consonants → their form in the key; the first pattern that matches counts.
_CONSONANTS = (
    ("m(?=[bmp])", "n"),
    ("[tc]ch(?=[iī])", "tt"), ("[tc]chy?", "tty"), ("ch(?=[iī])", "t"), ("chy?", "ty"),
    ("sh(?=[iī])", "s"), ("shy?", "sy"),
    ("ts(?=[uū])", "t"),
    ("f(?=f?[uū])", "h"),
    ("jj(?=[iī])", "zz"), ("jjy?", "zzy"), ("d?j(?=[iī])", "z"), ("d?jy?", "zy"),
    ("ddz?(?=[iīuūy])", "zz"), ("d(?=[iīuūy])", "z"), ("dz", "z"),
    ("kw(?=[aā])", "k"), ("gw(?=[aā])", "g"),  # Kwannon, Kwansei: kwa as it was once said
)  # fmt: skip
_CONSONANT = re.compile(f"(?=[mtcsfjdkg])(?:{'|'.join(f'({pattern})' for pattern, _ in _CONSONANTS)})")
_OLD_YE = re.compile(r"(?<![b-df-hj-mp-tv-z])y(?=[eē])")  # Yedo, Inouye, yen, Sanyei
# oh and uh are long o and u unless the h begins a syllable (Kohei); Ohya and Ohi stay open, see `kana_keys`.
_LONG = re.compile(r"o(?:[ou]|h(?![aeiouyāīūēō]))|u(?:u|h(?![aeiouyāīūēō]))|aa|ii|ee")
_LONG_LETTER = {"a": "ā", "i": "ī", "u": "ū", "e": "ē", "o": "ō"}


def _letters(text: str) -> str:
    """Return the lower-case letters and digits of `text`, with marks of long vowels, but without other accents."""
    text = text.lower()
    if text.isascii():
        return text if text.isalpha() else "".join(filter(str.isalnum, text))
    out: list[str] = []
    for char in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()):
        if char in _LONG_MARKS and out:
            out[-1] = _LONG_LETTER.get(out[-1], out[-1])
        elif char.isalnum():
            out.append(char)
    return "".join(out)


@lru_cache(16384)
def latin_key(text: str) -> str:
    """Return the key of a Latin spelling, which is equal for spellings that differ only in the way of romanising.

    The key ignores case, accents other than length, apostrophes, hyphens and spaces. m before b, m and p becomes n, and the
    consonants of Hepburn, Kunrei, Nihon and ad-hoc spellings become the same. A long vowel written ō, ô, ou, oo or oh becomes
    ō. L and R stay different.

    Examples
    --------
    >>> latin_key("Tōkyō"), latin_key("TOHKYOH"), latin_key("Toukyou"), latin_key("Tokyo")
    ('tōkyō', 'tōkyō', 'tōkyō', 'tokyo')
    >>> latin_key("Shimbashi"), latin_key("Sinbasi"), latin_key("Jun'ichi"), latin_key("Keisatsu-chō")
    ('sinbasi', 'sinbasi', 'zyuniti', 'keisatutyō')
    """
    checked(text, "text")
    return _vowels(_consonants(_letters(text)))


def _consonants(letters: str) -> str:
    """Return letters with one consonant for each sound."""
    return _CONSONANT.sub(lambda hit: _CONSONANTS[(hit.lastindex or 1) - 1][1], letters)


def _vowels(letters: str) -> str:
    """Return letters with one letter for each long vowel written as two."""
    if "ye" in letters or "yē" in letters:
        letters = _OLD_YE.sub("", letters)
    return _LONG.sub(lambda hit: _LONG_LETTER[hit[0][0]], letters)


@lru_cache(4096)
def kana_keys(kana: str, borders: tuple[int, ...] = ()) -> tuple[str, ...]:
    """Return the keys of all usual romanisations of `kana`.

    Parameters
    ----------
    kana : str
        Hiragana or katakana.
    borders : tuple of int
        Code points of `kana` at which a morpheme or a kanji begins. No long vowel crosses a border.

    Returns
    -------
    tuple of str
        Distinct keys, the likeliest first: without length, then with length. There are rarely more than 8. Up to three long
        vowels are marked independently of each other; if there are more, mostly all or none.

    Examples
    --------
    >>> kana_keys("トウキョウ")
    ('tokyo', 'tōkyō', 'tokyō', 'tōkyo')
    >>> kana_keys("イノウエ", (2,)), latin_key("Inoue"), latin_key("Inoe")
    (('inōe',), 'inōe', 'inoe')
    """
    checked(kana, "kana")
    units = morae(kana, borders)
    keys = dict.fromkeys(map(_vowels, _spellings(units, 0)))
    if any(mora.kana in "ヰヱヲ" for mora in units):  # wi, we, wo: only the third column has the w
        keys.update(dict.fromkeys(map(_vowels, _spellings(units, 2))))
    return tuple(keys)


def _spellings(units: tuple[Mora, ...], column: int) -> Iterator[str]:
    """Yield spellings with folded consonants that have all keys of all spellings."""
    short = _written(units, "short", column)
    yield "".join(short)
    sites = [i for i, mora in enumerate(units) if mora.length]
    if not sites:
        return
    yield "".join(_written(units, "macron", column))
    # Each long vowel is marked or not, independently.
    options: list[tuple[str, ...]] = [(piece,) for piece in short]
    for i in sites:
        options[i] = (short[i], *_marked(units[i], short[i], _runs_on(short, i), column))
    if len(sites) <= _MAX_FREE:
        yield from map("".join, product(*options))
    else:
        for i in sites[:_MAX_ONE]:
            yield "".join([*short[:i], options[i][1], *short[i + 1 :]])
        for long in ("passport", "kana", "double"):
            yield "".join(_written(units, long, column))
    # Ohi, Ohya: the h may be read as a consonant, so the key keeps it, and a separate spelling is needed.
    open_sites = {i for i in sites if i + 1 < len(short) and short[i + 1][:1] in _OPEN_FIRST}
    if open_sites or any(len(option) > 2 for option in options):
        with_h = _written(units, "h", column)
        yield "".join(with_h)
        yield "".join([with_h[i] if i in open_sites else piece for i, piece in enumerate(short)])


class _Pieces(dict[Mora, str]):
    """Morae spelled in one style, with folded consonants."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def __missing__(self, mora: Mora) -> str:
        piece = "n" if mora.kana == "ン" else _consonants(_letters(spell_mora(mora, self._style)))
        if mora.kana in SYLLABLES:  # other characters may also be morae, and are not cached
            self[mora] = piece
        return piece


@cache
def _pieces(long: str, column: int) -> _Pieces:
    return _Pieces(Style(column, long))


def _written(units: tuple[Mora, ...], long: str, column: int) -> list[str]:
    pieces = _pieces(long, column)
    return [pieces[mora] for mora in units]


def _marked(mora: Mora, short: str, runs_on: bool, column: int) -> Iterator[str]:
    """Yield the ways to mark a long vowel; `short` is its spelling without a mark."""
    for long in ("macron", "kana", "double") if runs_on else ("macron",):
        yield _pieces(long, column)[mora]
    if mora.length == "ー" and short.endswith("e"):
        yield short + "i"  # エーザイ is Eisai


def _runs_on(short: list[str], i: int) -> bool:
    """Return whether the vowel of mora `i` may merge with the one before it: oou may be o-ou or oo-u."""
    vowel = "e" if short[i] == "ye" else short[i]
    return i > 0 and short[i - 1][-1:] + vowel in LONG_PAIRS


_OPEN_FIRST = frozenset("aiueoy")


@lru_cache(4096)
def _devoiced(key: str) -> str:
    return key.translate(_DEVOICE)


_DEVOICE = str.maketrans("gzdbp", "ksthh") | SHORT


@lru_cache(4096)
def romaji_similarity(kana: str, latin: str, borders: tuple[int, ...] = ()) -> float:
    """Return how closely `latin` spells `kana`.

    Returns
    -------
    float
        1.0 for a usual spelling; 0.97 if only the length of a vowel is wrong; 0.93 if only the voicing of consonants is wrong
        (Kurama-tera for クラマデラ); otherwise the share of matching letters, at most 0.9.

    Examples
    --------
    >>> romaji_similarity("クラマデラ", "Kurama-dera"), romaji_similarity("クラマデラ", "Kurama-tera")
    (1.0, 0.93)
    >>> romaji_similarity("イノウエ", "Inoe", (2,))
    0.97
    >>> [round(romaji_similarity("ホッカイドウ", latin), 2) for latin in ("Hokaido", "Nagoya")]
    [0.88, 0.0]
    """
    checked(latin, "latin")
    key = latin_key(latin)
    keys = kana_keys(kana, borders)
    if not key or key in keys:
        return 1.0 if key else 0.0
    short = key.translate(SHORT)
    shorts = dict.fromkeys(other.translate(SHORT) for other in keys)
    if short in shorts:
        return 0.97
    if _devoiced(key) in map(_devoiced, shorts):
        return 0.93
    from rapidfuzz.distance import Levenshtein

    return min(0.9, max(Levenshtein.normalized_similarity(short, other) for other in shorts))
