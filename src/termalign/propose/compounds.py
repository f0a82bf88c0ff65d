"""Compounds: candidates for adjacent parts of a noun run, joined if their English is close together."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from termalign.english.function_words import COMPOUND_LINKERS, JOINING
from termalign.english.text import EnglishText
from termalign.japanese.morpheme import SUFFIX
from termalign.japanese.text import JapaneseText
from termalign.propose.candidate import HOPELESS, Candidate
from termalign.propose.shapes import shape

KEPT = 2  # candidates of each stretch from which longer ones are made
KEPT_OF_GIVEN = 6
FAR = 3  # words: the widest gap between the English of two parts
LONGEST = 14  # morphemes: the longest compound
_SHORTEST = 4  # morphemes: compounds up to this length are allowed in runs of any length
#: Log odds that decide which candidates are kept. The model decides later which of them are right.
_TOGETHER, _FOREIGN, _TURNED, _SKIPPED = 0.4, -2.0, -0.5, -1.2


def compounds(
    run: tuple[int, int],
    found: Mapping[tuple[int, int], Sequence[Candidate]],
    english: EnglishText,
    widths: Sequence[int],
    joinable: Callable[[Candidate], bool],
    kept: int = KEPT,
) -> list[Candidate]:
    """Return candidates for every stretch of a run that has more than one part.

    ``found`` has the candidates known for each stretch, no two for the same words, and ``joinable`` says which of them may
    be joined with others. ``widths`` is the number of characters in each morpheme of the text, and ``kept`` the number of
    candidates of a stretch from which longer ones are made.
    """
    first, last = run
    best: dict[tuple[int, int], list[Candidate]] = {}
    parts: dict[tuple[int, int], list[Candidate]] = {}
    for size in range(1, longest_in(last - first) + 1):
        for a in range(first, last - size + 1):
            b = a + size
            here = {(one.i, one.j): one for one in found.get((a, b), ())}
            for m in range(a + 1, b):
                mark = not widths[m]  # 匿名・流動型: parts separated by a mark may be rendered as a list
                for left in parts.get((a, m), ()):
                    for right in parts.get((m + mark, b), ()):
                        joined = _joined(left, right, english, mark)
                        if joined is not None:
                            _put(here, joined)
            if size > 1:
                shorter = (*best.get((a, b - 1), ()), *best.get((a + 1, b), ()))
                for widened in with_an_end_skipped(a, b, shorter, sum(widths[a:b])):
                    _put(here, widened)
            if here:
                best[a, b] = sorted(here.values(), key=attrgetter("odds"), reverse=True)[:kept]
                parts[a, b] = [c for c in best[a, b] if all(map(joinable, c.leaves))]
    return [c for kept_here in best.values() for c in kept_here if c.parts and c.odds > HOPELESS]


def longest_in(morphemes: int) -> int:
    """Return how many morphemes of a run may form a compound. A run too long for one term is a series of shorter terms.

    Examples
    --------
    >>> [longest_in(morphemes) for morphemes in (5, 14, 15, 20, 40)]
    [5, 14, 13, 9, 4]
    """
    return min(morphemes, max(_SHORTEST, LONGEST**2 // max(morphemes, LONGEST)))


def with_an_end_skipped(a: int, b: int, shorter: Iterable[Candidate], width: int) -> Iterator[Candidate]:
    """Yield candidates for ``a:b`` from those one morpheme shorter, if they cover at least half of ``width`` characters."""
    for part in shorter:
        if part.covered * 2 >= width:
            yield Candidate(
                a, b, part.i, part.j, "composed", {}, None, [], part.leaves, part.odds + _SKIPPED, part.covered
            )


def _put(here: dict[tuple[int, int], Candidate], new: Candidate) -> None:
    known = here.get((new.i, new.j))
    if known is None or known.odds < new.odds:
        here[new.i, new.j] = new


def _joined(left: Candidate, right: Candidate, english: EnglishText, listed: bool) -> Candidate | None:
    """Return two adjacent ranges as one candidate, or None if the English between them has more than one foreign word."""
    turned = right.i < left.i
    before, after = (right, left) if turned else (left, right)
    if not 0 <= after.i - before.j <= FAR or english.sentences[before.i] != english.sentences[after.i]:
        return None
    linkers = sum([english.lexemes[k].lower in COMPOUND_LINKERS for k in range(before.j, after.i)])
    foreign = (
        after.i - before.j - linkers - (listed and english.lexemes[after.i - 1].lower in JOINING and after.i > before.j)
    )
    if foreign > 1:
        return None
    marks = 0 if listed else sum([not english.tight[k] for k in range(before.j - 1, after.i)])
    odds = left.odds + right.odds + _TOGETHER + _FOREIGN * (foreign + marks) + _TURNED * (turned and not linkers)
    parts = left.leaves + right.leaves
    covered = left.covered + right.covered
    return Candidate(left.a, right.b, before.i, after.j, "composed", {}, None, [], parts, odds, covered)


def describe(c: Candidate, english: EnglishText, ja: JapaneseText, parted: Mapping[int, str]) -> None:
    """Add the features of a compound, from its parts.

    ``parted`` has the morphemes before which a run may be split, with the reasons (`termalign.propose.borders`).
    """
    parts = c.parts
    ordered = sorted(parts, key=attrgetter("i"))
    skipped = 1 - c.covered / sum(ja.widths[c.a : c.b])
    between = [k for x, y in pairwise(ordered) for k in range(x.j, y.i)]
    linkers = sum([english.lexemes[k].lower in COMPOUND_LINKERS for k in between])
    marks = sum([not english.tight[k] for x, y in pairwise(ordered) for k in range(x.j - 1, y.i)])
    turned = ordered != [*parts]
    odds = [p.odds for p in parts]
    c.features = {
        **{f"composed {_shape(x)}+{_shape(y)}": 1.0 for x, y in pairwise(parts)},
        "composed": 1.0,
        "composed skipped": skipped,
        "composed skips suffixes": float(_skipped_suffixes(c, ja)) if skipped else 0.0,
        "composed foreign": float(len(between) - linkers),
        "composed linkers": float(linkers),
        "composed marks": float(marks),
        "composed turned without linker": float(turned and not linkers),
        "composed turned": float(turned),
        "composed parts": math.log(len(parts)),
        "composed least": min(odds),
        "composed mean": sum(odds) / len(odds),
        "composed of guesses": sum(["related" in p.features for p in parts]) / len(parts),
        "composed head skipped": float(parts[-1].b < c.b),
        "composed start skipped": float(parts[0].a > c.a),
        **{
            f"composed skips beyond {parted[k]}": 1.0
            for k in (parts[0].a, parts[-1].b)
            if c.a < k < c.b and k in parted
        },
    }


def _skipped_suffixes(c: Candidate, ja: JapaneseText) -> int:
    """Return how many suffixes before the end of a compound no part renders: 流動*型*犯罪グループ."""
    rendered = {k for p in c.parts for k in range(p.a, p.b)}
    return sum(ja.morphemes[k].pos.startswith(SUFFIX) for k in range(c.a, c.b - 1) if k not in rendered)


def _shape(c: Candidate) -> str:
    return shape(c.term) if c.term is not None else "noun"
