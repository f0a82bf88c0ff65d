"""The English stems that each kanji contributes to its compounds: IBM model 1 between characters and glosses.

P. F. Brown et al., "The mathematics of statistical machine translation", Computational Linguistics 19(2), 1993. Each stem of
a gloss comes from one character of the headword, or from the null character, which absorbs the stems common to all glosses.
Expectation maximisation finds which. The meanings in KANJIDIC2 are added as compounds of a single character.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from termalign.kana.script import is_ideograph

_ITERATIONS = 2  # more rounds do not predict the glosses of a later edition any better
_TOP = 24
_MIN_PROBABILITY = 0.01
_MEANING = 2.0  # number of compounds that a meaning of the character itself counts as
_NULL = ""

# Weight of a word without a priority tag: 惑 is bewilderment, though most of its compounds are names of planets.
_UNCOMMON = 0.3
_Keys = tuple[str, ...]
_Observation = tuple[tuple[str, ...], tuple[str, ...], float]  # characters, stems, weight


class Compound(NamedTuple):
    """A headword, the keys of its glosses, and whether it is a common word."""

    headword: str
    glosses: Sequence[_Keys]
    common: bool


def kanji_associations(
    compounds: Iterable[Compound], meanings: Mapping[str, Sequence[_Keys]]
) -> Mapping[str, list[tuple[str, float]]]:
    """Return, for every kanji, at most 24 stems with their probability given the kanji, the likeliest first.

    `compounds` are the dictionary's words written in kanji; `meanings` maps a kanji to the keys of its own meanings. Stems
    with a probability below 0.01 are left out.

    >>> compounds = [Compound("詐欺", [("fraud",)], True), Compound("詐称", [("fals",), ("fraud",)], True)]
    >>> kanji_associations(compounds, {})["詐"][0][0]
    'fraud'
    """
    pairs = _observations(compounds, meanings)
    table: dict[str, dict[str, float]] = {}
    for _ in range(_ITERATIONS):
        table = _iterate(pairs, table)
    return {kanji: kept for kanji, row in table.items() if kanji != _NULL and (kept := _likeliest(row))}


def _likeliest(row: Mapping[str, float]) -> list[tuple[str, float]]:
    likely = [pair for pair in row.items() if pair[1] >= _MIN_PROBABILITY]
    return sorted(likely, key=lambda pair: (-pair[1], pair[0]))[:_TOP]


def _observations(compounds: Iterable[Compound], meanings: Mapping[str, Sequence[_Keys]]) -> list[_Observation]:
    """Return compounds and meanings in one form; the weight of an entry does not grow with its number of glosses."""
    found: list[_Observation] = []
    for headword, glosses, common in compounds:
        kanji = tuple(dict.fromkeys(filter(is_ideograph, headword)))
        stems = tuple(dict.fromkeys(stem for keys in glosses for stem in keys))
        if kanji and stems:
            weight = 1.0 if common else _UNCOMMON
            found.append(((*kanji, _NULL), stems, weight * len(kanji) / max(len(stems), len(kanji))))
    # Stems seen only once teach nothing, and are most of the vocabulary.
    seen = Counter(stem for _, stems, _ in found for stem in stems)
    found = [(kanji, tuple(stem for stem in stems if seen[stem] > 1), weight) for kanji, stems, weight in found]
    for character, glosses in meanings.items():
        stems = tuple(dict.fromkeys(keys[0] for keys in glosses if len(keys) == 1))
        if stems:
            found.append(((character,), stems, _MEANING / len(stems) ** 0.5))
    return found


def _iterate(pairs: Iterable[_Observation], table: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Return the table after one round of expectation and maximisation; an empty table is the uniform start."""
    counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    empty: dict[str, float] = {}
    for kanji, stems, weight in pairs:
        rows = [(counts[character], table.get(character, empty)) for character in kanji]
        for stem in stems:
            if not table:
                share = weight / len(rows)
                for count, _ in rows:
                    count[stem] += share
                continue
            chances = [row.get(stem, 0.0) for _, row in rows]
            total = sum(chances)
            if total > 0.0:
                for (count, _), chance in zip(rows, chances, strict=True):
                    if chance > 0.0:
                        count[stem] += weight * chance / total
    return {
        character: {stem: count / total for stem, count in row.items() if count > total * 1e-5}
        for character, row in counts.items()
        if (total := sum(row.values())) > 0.0
    }
