"""What a candidate is where it stands: in its run of nouns, in the English around it, and beside its rivals."""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from termalign.decide.weights import chance
from termalign.english.text import HYPHENS, EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.propose.candidate import Candidate, apposed, by_japanese
from termalign.propose.shapes import shape

_NOTHING = -4.0  # log odds where there is no rival
_BEATEN_BY = 4.0  # log odds: by more is no more beaten


@cache
def named(first: str, second: str) -> str:
    """The name of a feature of two parts, one string for each: made anew it would be hashed anew."""
    return f"{first} {second}"


def set_in_place(
    candidates: Sequence[Candidate],
    everything: Sequence[Candidate],
    ja: JapaneseText,
    english: EnglishText,
    runs: Sequence[tuple[int, int]],
    widths: Sequence[int],
    parted: Mapping[int, str],
    predicated: Mapping[int, float],
) -> None:
    """Add to each candidate's features what its place says.

    Parameters
    ----------
    candidates : sequence of Candidate
        Those to describe.
    everything : sequence of Candidate
        All there are.
    runs : sequence of (int, int)
        The runs that they stand in, in order.
    widths : sequence of int
        Characters of each morpheme.
    parted : mapping of int to str
        Morphemes before which a run may be parted, and why (`termalign.propose.borders`).
    predicated : mapping of int to float
        English words that a verb or an adjective of the Japanese may be rendered by, and the log odds of that.
    """
    by_ja = by_japanese(list(everything))
    by_word: dict[int, list[Candidate]] = {}
    for c in sorted(everything, key=lambda c: -c.odds):
        for k in range(c.i, c.j):
            by_word.setdefault(k, []).append(c)
    words: dict[int, list[Candidate]] = {}
    for c in sorted((c for c in candidates if c.word and c.b - c.a > 1), key=lambda c: -c.odds):
        for k in range(c.a, c.b):
            words.setdefault(k, []).append(c)
    starts = [a for a, _ in runs]
    for c in candidates:
        f = c.features
        f["bias"] = 1.0
        f["odds"] = c.odds
        f["odds squared"] = c.odds * c.odds / 10
        f["odds above even"] = max(0.0, c.odds)
        if c.term is not None:
            f[named(c.kind, shape(c.term))] = 1.0
        _in_run(c, f, ja, runs[bisect_right(starts, c.a) - 1], widths, parted)
        f["words"] = math.log(c.j - c.i)
        last, first = ja.morphemes[c.b - 1], ja.morphemes[c.a]
        middle = (first.start + last.end) / 2 / max(1, len(ja.text))
        f["off place"] = abs((c.i + c.j) / 2 / max(1, len(english)) - middle)
        _beside_rivals(c, f, by_ja[c.a, c.b], by_word, words.get(c.a, ()), english)
        verb = max([predicated[k] for k in range(c.i, c.j) if k in predicated], default=_NOTHING)
        if verb > _NOTHING:
            f["a predicate's"] = chance(verb)
            f["beaten by a predicate"] = max(0.0, verb - c.odds)
        around = _in_english(c, english)
        f.update(around)
        for name in around:
            f[named(c.kind, name)] = 1.0


def _in_run(
    c: Candidate,
    f: Features,
    ja: JapaneseText,
    run: tuple[int, int],
    widths: Sequence[int],
    parted: Mapping[int, str],
) -> None:
    a, b = run
    f["whole run"] = float(a == c.a and b == c.b)
    f["begins a run"], f["ends a run"] = float(a == c.a), float(b == c.b)
    f["morphemes"] = math.log(c.b - c.a)
    f["left of the run"] = 1 - sum(widths[c.a : c.b]) / sum(widths[a:b])
    if c.a in parted:
        f[named("begins at", parted[c.a])] = 1.0
    if c.b in parted:
        f[named("ends at", parted[c.b])] = 1.0
    for k in range(c.a + 1, c.b):
        if k in parted:
            f[named("crosses", parted[k])] = 1.0
    f[named("last", ja.morphemes[c.b - 1].pos[:8])] = 1.0
    if c.a:
        f[named("after", ja.morphemes[c.a - 1].pos[:3])] = 1.0
    if c.b < len(ja.morphemes):
        f[named("before", ja.morphemes[c.b].pos[:3])] = 1.0
    if ja.morphemes[c.a].pos.startswith("接頭辞"):
        f["prefix"] = 1.0
    if ja.are_light(c.a, c.b):
        f["light"] = 1.0


def _beside_rivals(
    c: Candidate,
    f: Features,
    own: Sequence[Candidate],
    by_word: Mapping[int, Sequence[Candidate]],
    around: Sequence[Candidate],
    english: EnglishText,
) -> None:
    """How likely its best rivals are: other words for the same Japanese, and other Japanese for the same words, `around` it those
    that dictionaries have.
    """
    best = next((r.odds for r in own if r is not c and not apposed(c, r, english)), _NOTHING)
    f["best rival"] = max(_NOTHING, best)
    f["beaten by a rival"] = max(0.0, best - c.odds)
    f["beats its rivals"] = max(0.0, min(_BEATEN_BY, c.odds - best))
    best = _NOTHING
    for k in range(c.i, c.j):
        best = max(best, next((r.odds for r in by_word[k] if r.b <= c.a or c.b <= r.a), _NOTHING))
    f["best of others"] = best
    f["beaten by others"] = max(0.0, best - c.odds)
    larger = (r for r in around if c.b <= r.b and r.i < c.j and c.i < r.j and (r.a, r.b) != (c.a, c.b))
    f["within a word"] = next((chance(r.odds) for r in larger), 0.0)


def _in_english(c: Candidate, e: EnglishText) -> Features:
    """How the English goes on before and after."""
    f: Features = {}
    before = c.i > 0 and e.tight[c.i - 1]
    after = c.j < len(e) and e.tight[c.j - 1]
    if before and e.capitalised[c.i - 1] and e.capitalised[c.i] and not e.lexemes[c.i - 1].function:
        f["capital before"] = 1.0
    if after and e.capitalised[c.j - 1] and e.capitalised[c.j]:
        f["capital after"] = 1.0
    if before and e.gap(c.i - 1) in HYPHENS:
        f["hyphen before"] = 1.0
    if after and e.gap(c.j - 1) in HYPHENS:
        f["hyphen after"] = 1.0
    if e.lexemes[c.i].function:
        f["begins with a small word"] = 1.0
    if e.lexemes[c.j - 1].function:
        f["ends with a small word"] = 1.0
    if after and not e.lexemes[c.j].function:
        f["content after"] = 1.0
    if before and not e.lexemes[c.i - 1].function:
        f["content before"] = 1.0
    return f
