"""The claims of a term that matter to one of them: those for the same words, and the best elsewhere.

A text that says the same again and again has as many claims for a term as it says it, and each would be held against all.
"""

import operator
from bisect import bisect_left
from collections.abc import Callable, Sequence

from termalign.english import EnglishText

Rival = tuple[int, int, float]
"""Words ``i:j``, and how good the claim for them is."""


def around_words(rivals: Sequence[Rival]) -> Callable[[int, int], Sequence[Rival]]:
    """What leads to the rivals, ordered by their first words, that may share a word with the words ``i:j``."""
    starts = [rival[0] for rival in rivals]
    longest = max([rival[1] - rival[0] for rival in rivals])
    return lambda i, j: rivals[bisect_left(starts, i - longest + 1) : bisect_left(starts, j)]


def around_and_best(rivals: Sequence[Rival], english: EnglishText) -> Callable[[int, int], Sequence[Rival]]:
    """The same as `around_words`, and the best of those that share none, of each wording."""
    near = around_words(rivals)
    by_wording: dict[tuple[str, ...], list[Rival]] = {}
    for rival in sorted(rivals, key=operator.itemgetter(2), reverse=True):
        by_wording.setdefault(tuple(english.stems[rival[0] : rival[1]]), []).append(rival)

    def around(i: int, j: int) -> Sequence[Rival]:
        best = [next((r for r in same if r[0] >= j or r[1] <= i), None) for same in by_wording.values()]
        return [*near(i, j), *[r for r in best if r is not None]]

    return around
