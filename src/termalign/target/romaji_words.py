"""An index, by romaji key, of the English words that can be read as Japanese."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from termalign.english import EnglishText
from termalign.english.text import HYPHENS
from termalign.kana import is_romaji, latin_key

_MAX_WORDS = 16
_MAX_WORDS_AROUND_NO = 4
#: Letters from which a known English word may itself be Japanese; with shorter words, the likeness is usually a
#: coincidence.
_LEAST_BORROWED = 5
#: Particles that are also English words.
_PARTICLES = frozenset({"no", "to", "de", "he", "made", "o", "e", "mo", "na", "ka", "so"})
#: Words that are only English; that may be inside a Japanese phrase; also at its ends; and that show that it is
#: Japanese.
_ENGLISH, _PARTICLE, _ORDINARY, _FOREIGN = range(4)


def read_as_japanese(english: EnglishText) -> dict[str, list[tuple[int, int]]]:
    """Return ranges of words that can be read as Japanese, by their key: ``keisatsucho`` → [(3, 5)].

    An ordinary English word in lower case (made, take) counts as English, unless a word next to it is Japanese
    (sakura-*mochi*, *sake* dengaku), or it is long enough to come from Japanese (tatami).
    """
    index: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    lexemes, tight, looks = english.lexemes, english.tight, _looks(english)
    for i, first in enumerate(looks):
        if first < _ORDINARY:
            continue
        joined = ""
        foreign = False
        for j in range(i, min(i + _MAX_WORDS, len(looks))):
            look = looks[j]
            if look == _ENGLISH or (j > i and not tight[j - 1]):
                break
            joined += lexemes[j].lower
            foreign = foreign or look == _FOREIGN
            if look >= _ORDINARY and (foreign or (i == j and len(joined) >= _LEAST_BORROWED)):
                index[latin_key(joined)].append((i, j + 1))
    return dict(index)


def _looks(english: EnglishText) -> list[int]:
    """Return for each word how far it may be Japanese."""
    found = []
    cased = english.cased
    in_names = set() if HYPHENS.isdisjoint(english.text) else _in_hyphened_names(english)
    for k, (form, x) in enumerate(zip(english.forms, english.lexemes, strict=True)):
        if not is_romaji(x.lower):
            found.append(_ENGLISH)
        elif (
            not x.known or not form.isascii() or ((not cased or form[0].isupper()) and not x.function) or k in in_names
        ):
            found.append(_FOREIGN)
        elif not x.function:
            found.append(_ORDINARY)
        else:
            found.append(_PARTICLE if x.lower in _PARTICLES else _ENGLISH)
    return found


def read_around_no(english: EnglishText) -> dict[str, list[tuple[int, int]]]:
    """Return ranges of romaji around a *no*. The key of a range is its letters without *no*: ``saemonkami`` → [(3, 6)]."""
    lexemes = english.lexemes
    index: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for k in english.by_stem.get("no", ()):
        for i in range(k - 1, max(-1, k - _MAX_WORDS_AROUND_NO - 1), -1):
            if not english.tight[i] or not is_romaji(lexemes[i].lower):
                break
            for j in range(k + 2, min(len(lexemes), k + _MAX_WORDS_AROUND_NO) + 1):
                if not english.tight[j - 2] or not is_romaji(lexemes[j - 1].lower):
                    break
                words = [x.lower for x in lexemes[i:j] if x.lower != "no"]
                found = index[latin_key("".join(words))]
                if (i, j) not in found:
                    found.append((i, j))
    return dict(index)


def read_with_r(english: EnglishText, names: Iterable[Sequence[Any]]) -> Iterator[tuple[int, str]]:
    """Yield capitalised words next to ``names`` that are spelled with L for R, with their keys: *Leiji* Matsumoto."""
    beside = {k for i, j, *_ in names for k in (i - 1, j)}
    for k in sorted(beside):
        if 0 <= k < len(english) and "l" in (lower := english.lexemes[k].lower) and english.forms[k][0].isupper():
            spoken = lower.replace("l", "r")
            if is_romaji(spoken):
                yield k, latin_key(spoken)


def _in_hyphened_names(english: EnglishText) -> set[int]:
    """Return the words that are part of a hyphenated word with an initial capital (*To*-ji, Azuchi-*jo*)."""
    found: set[int] = set()
    first = 0
    for k in range(len(english)):
        if not k or english.gap(k - 1) not in HYPHENS:
            first = k
        if (first < k or english.gap(k) in HYPHENS) and english.forms[first][0].isupper():
            found.add(k)
    return found
