"""A part of a term does not stand for the whole where the rest is rendered too: 全国11, *11* … around the *country*."""

from bisect import bisect_left
from collections.abc import Sequence

from termalign.choice.candidate import Candidate
from termalign.english import EnglishText
from termalign.evidence.alike import ALIKE
from termalign.evidence.valued import VALUES

_COVERED = 0.9
_SURE = 0.8
_AROUND = 3  # words
_NAME = "name"
_OWN, _FIRM = 0.5, 0.75  # score of a word's own term, strength of a part
_COMPOUND = 2  # parts


def without_parts_for_wholes(candidates: Sequence[Candidate], least: float) -> list[Candidate]:
    """The candidates without those whose English renders a part of their Japanese that has it as its own, and whose rest
    has a candidate of at least the score `least` elsewhere.

    They would win by their size, and keep the rest of their term from its own rendering.
    """
    partial = [c for c in candidates if c.size > 1.0 and c.matches[0].coverage < _COVERED]
    if not partial:
        return list(candidates)
    by_words: dict[tuple[int, int], list[Candidate]] = {(c.i, c.j): [] for c in partial}
    able = sorted([o for o in candidates if o.score >= least], key=lambda o: o.start)
    starts = [o.start for o in able]
    for o in able:
        if (o.i, o.j) in by_words:
            by_words[o.i, o.j].append(o)
    dropped: set[int] = set()
    for c in partial:
        for o in by_words[c.i, c.j]:
            if (
                c.start <= o.start
                and o.end <= c.end
                and o.end - o.start < c.end - c.start
                and all(o.start <= c.start + p.start and c.start + p.end <= o.end for p in c.matches[0].parts)
                and _rest_rendered(c, o, able[bisect_left(starts, c.start) : bisect_left(starts, c.end)])
            ):
                dropped.add(id(c))
                break
    return [c for c in candidates if id(c) not in dropped]


def _rest_rendered(c: Candidate, part: Candidate, within: Sequence[Candidate]) -> bool:
    """Whether Japanese of `c` beside the `part` has a candidate for other words, among those that begin in `c`; of one character
    (沖縄*県*) no word that is only like it.
    """
    return any(
        r.end <= c.end
        and (r.end <= part.start or part.end <= r.start)
        and (r.j <= c.i or c.j <= r.i)
        and not (r.end - r.start == 1 and r.matches[0].rule == ALIKE)
        for r in within
    )


def without_words_of_others(candidates: Sequence[Candidate], english: EnglishText) -> list[Candidate]:
    """The candidates without those over a word that no part of them has, or only one that is somewhat like it, and another term
    surely does: 処方なし, *without a doctor's prescription*, beside 医師; 2大会, *won* his second, beside 獲得.
    """
    sure: dict[int, list[Candidate]] = {}
    for o in candidates:
        if o.score >= _OWN and o.j - o.i == 1:
            sure.setdefault(o.i, []).append(o)

    def strays(c: Candidate) -> bool:
        parts = c.matches[0].parts
        if len(parts) < _COMPOUND or c.matches[0].kind == _NAME:
            return False
        covered = {k for p in parts if p.strength >= _FIRM for k in range(p.i, p.j)}
        return any(
            k not in covered
            and not english.lexemes[k].function
            and any(o.end <= c.start or c.end <= o.start for o in sure[k])
            for k in range(c.i, c.j)
            if k in sure
        )

    return [c for c in candidates if c.j - c.i < _AROUND or not strays(c)] if sure else list(candidates)


def without_characters(candidates: Sequence[Candidate], spans: Sequence[tuple[int, int]]) -> list[Candidate]:
    """The candidates without those of one character of a longer word, at a word of another term's whole gloss that is as sure:
    装身*具*, at *stone tools* of 石器.

    Parameters
    ----------
    candidates : sequence of Candidate
        All of a text.
    spans : sequence of (int, int)
        Where its noun runs stand, in code points of the folded text.
    """
    whole: dict[int, list[Candidate]] = {}
    for o in candidates:
        best = o.matches[0]
        if o.j - o.i > 1 and best.kind == "gloss" and not best.rule and not best.parts and best.coverage >= _COVERED:
            for k in range(o.i, o.j):
                whole.setdefault(k, []).append(o)

    def strays(c: Candidate) -> bool:
        return any(o.score >= c.score and (o.end <= c.start or c.end <= o.start) for o in whole[c.i]) and any(
            start <= c.start and c.end <= end and end - start > 1 for start, end in spans
        )

    return [c for c in candidates if c.end - c.start > 1 or c.j - c.i > 1 or c.i not in whole or not strays(c)]


def without_figures_of_others(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those around a figure that renders another term: 選挙前, *before the 2016 election*, by 2016年."""
    figures = [o for o in candidates if o.score >= _SURE and o.matches[0].kind in VALUES]
    if not figures:
        return list(candidates)

    def swallows(c: Candidate) -> bool:
        return any(c.i < o.i and o.j < c.j and (o.end <= c.start or c.end <= o.start) for o in figures)

    return [c for c in candidates if c.j - c.i < _AROUND or c.term.quantities or not swallows(c)]
