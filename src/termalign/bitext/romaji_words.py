"""Where English words can be read as Japanese, by romaji key."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from termalign.english import EnglishText
from termalign.english.text import HYPHENS
from termalign.kana import is_romaji, latin_key

_MAX_WORDS = 16
_MAX_WORDS_AROUND_NO = 4
#: Letters of an English word that may be Japanese by itself: shorter ones are seldom more than alike.
_LEAST_BORROWED = 5
#: Particles that English has as words, too.
_PARTICLES = frozenset({"no", "to", "de", "he", "made", "o", "e", "mo", "na", "ka", "so"})


def read_as_japanese(english: EnglishText) -> dict[str, list[tuple[int, int]]]:
    """Ranges of words that can be read as Japanese, by their key: ``keisatsucho`` → [(3, 5)].

    An ordinary English word in lower case (made, take) is taken for English, unless a word beside it is not
    (sakura-*mochi*, *sake* dengaku), or it is long enough to have come from Japanese (tatami).
    """
    index: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    cased = english.cased
    lexemes = english.lexemes
    readable = [is_romaji(x.lower) for x in lexemes]
    hyphens = not HYPHENS.isdisjoint(english.text)
    able = [
        fits
        and (
            not x.known
            or not form.isascii()
            or ((not cased or form[0].isupper()) and not x.function)
            or (hyphens and _in_hyphened_name(english, k))
        )
        for k, (form, x, fits) in enumerate(zip(english.forms, lexemes, readable, strict=True))
    ]
    tight = english.tight
    for i, x in enumerate(lexemes):
        if not readable[i] or (x.function and not able[i]):
            continue
        joined = ""
        foreign = False
        for j in range(i, min(i + _MAX_WORDS, len(able))):
            if not readable[j] or (j > i and not tight[j - 1]):
                break
            word = lexemes[j]
            if word.function and not able[j] and word.lower not in _PARTICLES:
                break
            joined += word.lower
            foreign = foreign or able[j]
            if able[j] or not word.function:
                alone = i == j and len(joined) >= _LEAST_BORROWED
                if foreign or alone:
                    index[latin_key(joined)].append((i, j + 1))
    return dict(index)


def read_around_no(english: EnglishText) -> dict[str, list[tuple[int, int]]]:
    """Ranges that can be read as Japanese with *no* inside them, by their key without it: ``saemonkami`` → [(3, 6)]."""
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
    """Words beside those of `names`, ranges ``i:j``, that their bearers write with an L, and their keys: *Leiji* Matsumoto."""
    beside = {k for i, j, *_ in names for k in (i - 1, j)}
    for k in sorted(beside):
        if 0 <= k < len(english) and "l" in (lower := english.lexemes[k].lower) and english.forms[k][0].isupper():
            spoken = lower.replace("l", "r")
            if is_romaji(spoken):
                yield k, latin_key(spoken)


def _in_hyphened_name(english: EnglishText, k: int) -> bool:
    """Whether word `k` is part of a word with hyphens that begins with a capital (*To*-ji, Azuchi-*jo*)."""
    first = k
    while first and english.gap(first - 1) in HYPHENS:
        first -= 1
    return (first < k or english.gap(k) in HYPHENS) and english.forms[first][0].isupper()
