"""The choice among competing candidates.

A candidate says that a Japanese range is rendered by an English range, with a score. For a term list every mention of every
term is kept that clears the threshold and does not overlap a better mention of the same term. For parallel text the chosen
links share no words on either side and maximise the sum, over links, of (score above the threshold) × (content morphemes
covered). The maximum is approached greedily, in two passes: the first finds anchors by each candidate's own evidence; then
every candidate is scored anew in the light of its rivals and of where its neighbours' anchors stand (`surroundings`), and the
choice is made again. (A third pass, in the light of the second, tells right candidates from wrong ones better, one by one, but
links no better: what it learns, the choice already does.)
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from termalign.calibration import Way, scale
from termalign.choice.candidate import Candidate, place_of
from termalign.choice.surroundings import GIVEN_SURROUNDINGS, SURROUNDINGS, surroundings
from termalign.english import EnglishText
from termalign.score import probabilities

_MARGIN = 0.01  # of own evidence: what is hardly better takes no words and leaves none
_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
_SHIFTING = "gloss"
ANCHOR = 0.3  # least score of a candidate that others are judged by


def mentions(candidates: Sequence[Candidate], threshold: float) -> list[Candidate]:
    """Every mention of each term, the better of two that overlap."""
    chosen: list[Candidate] = []
    taken: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for c in sorted(candidates, key=lambda c: (-c.score, c.i - c.j, c.start, c.i)):
        if c.score < threshold:
            break
        words, said = range(c.i, c.j), taken[c.start, c.end]
        if said.isdisjoint(words):
            chosen.append(c)
            said.update(words)
    return sorted(chosen, key=lambda c: (c.start, c.end, c.i))


def one_to_one(
    candidates: Sequence[Candidate], threshold: float, english: EnglishText, words: bool = False
) -> list[Candidate]:
    """A choice in which no word belongs to two links.

    Parameters
    ----------
    candidates : sequence of Candidate
        In any order.
    threshold : float
        Least score of a link.
    english : EnglishText
        The English side.
    words : bool
        Whether the candidates are of all words, which take each other's more lightly than terms do.
    """
    scored = rescored(candidates, greedy(candidates, ANCHOR), english, keeping=not words)
    return sorted(greedy(scored, threshold), key=place_of)


def rescored(
    candidates: Sequence[Candidate],
    anchors: Sequence[Candidate],
    english: EnglishText,
    given: bool = False,
    keeping: bool = False,
) -> list[Candidate]:
    """The candidates with the score that their surroundings leave them; `given` where the user named the terms, `keeping` where
    the anchors keep their words.
    """
    rows = surroundings(candidates, anchors, english, given, keeping)
    chances = probabilities(GIVEN_SURROUNDINGS if given else SURROUNDINGS, rows)
    return [_new(Candidate, (*c[:6], chance, c.size)) for c, chance in zip(candidates, chances, strict=True)]


def greedy(candidates: Sequence[Candidate], threshold: float) -> list[Candidate]:
    """The best candidate, then the best of those that share no word with it, and so on."""
    chosen: list[Candidate] = []
    ja_taken: set[int] = set()
    en_taken: set[int] = set()
    able = [c for c in candidates if c.score >= threshold]
    best_first = sorted([(-(c.score - threshold) * c.size, *c[:4], k) for k, c in enumerate(able)])
    for _, start, end, i, j, k in best_first:
        ja, en = range(start, end), range(i, j)
        if ja_taken.isdisjoint(ja) and en_taken.isdisjoint(en):
            chosen.append(able[k])
            ja_taken.update(ja)
            en_taken.update(en)
    return chosen


def settled(
    chosen: Sequence[Candidate], among: Sequence[Candidate], beside: Sequence[Candidate] = ()
) -> list[Candidate]:
    """The chosen candidates, each with the words that its own evidence likes best: those it has, some of them, or more of them;
    what renders a term by its meaning may also leave some for others (punished by the *death penalty*).

    Rivals decide which terms and places belong together. Where the rendering begins and ends they know nothing of: that
    *City* may render another 市 as well says nothing against *Hakodate City*.

    Parameters
    ----------
    chosen : sequence of Candidate
        A choice, with the scores it was made by.
    among : sequence of Candidate
        What it was made from, with the scores of their own evidence.
    beside : sequence of Candidate
        Other links, whose words are taken.
    """
    taken = _claimed((*chosen, *beside))
    nested: dict[tuple[int, int], list[Candidate]] = {(c.start, c.end): [] for c in chosen}
    for o in among:
        if o[:2] in nested:
            nested[o[:2]].append(o)
    found = []
    for c in chosen:
        i, j = c.i, c.j
        shifts = c.matches[0].kind == _SHIFTING
        free = [
            o
            for o in nested[c[:2]]
            if (i <= o.i and o.j <= j)
            or (
                ((o.i <= i and j <= o.j) or (shifts and o.i < j and i < o.j))
                and not any(map(taken.__getitem__, (*range(o.i, i), *range(j, o.j))))
            )
        ]
        if len(free) > 1:
            best = max(free, key=lambda o: (o.score + (_MARGIN if (o.i, o.j) == (i, j) else 0.0), o.j - o.i, -o.i))
        else:
            best = free[0] if free else c
        if (best.i, best.j) != (i, j):
            for k in range(i, j):
                taken[k] -= 1
            for k in range(best.i, best.j):
                taken[k] += 1
        found.append(best if best.score == c.score else _new(Candidate, (*best[:6], c.score, best.size)))
    return found


def _claimed(chosen: Iterable[Candidate]) -> defaultdict[int, int]:
    """How many links each English word belongs to."""
    found: defaultdict[int, int] = defaultdict(int)
    for c in chosen:
        for k in range(c.i, c.j):
            found[k] += 1
    return found


def calibrated(chosen: Sequence[Candidate], way: Way) -> list[Candidate]:
    """The chosen candidates with the chance that each is right in place of the score that it was chosen by."""
    line = scale(way)
    return [_new(Candidate, (*c[:6], line.chance(c.score), c.size)) for c in chosen]
