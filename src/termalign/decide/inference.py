"""The choice of the most valuable set of candidates that share neither a morpheme nor a word."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from termalign.english.text import EnglishText
from termalign.propose.candidate import Candidate, apposed

_MOST_RIVALS = 64  # candidates considered for one English word


def choose(candidates: Sequence[Candidate], worth: Sequence[float], english: EnglishText) -> list[Candidate]:
    """Return the choice of candidates whose total worth is greatest, found by swapping.

    The exact optimum is a maximum weight independent set, which takes too long for long texts. Instead, start from the
    greedy choice. Then put in one more candidate, take out those that clash with it, and add whatever now fits; keep
    the change if the total grows. Candidates that are worth nothing are left out. Two candidates do not clash if the
    English repeats the term in brackets.
    """
    order = _wanted(sorted((n for n, each in enumerate(worth) if each > 0), key=lambda n: -worth[n]), candidates)
    able = [candidates[n] for n in order]
    gains = [worth[n] for n in order]
    clash = _clashes(able, english)
    chosen: set[int] = set()
    for n in range(len(able)):
        if clash[n].isdisjoint(chosen):
            chosen.add(n)
    better = True
    while better:
        better = False
        for n in range(len(able)):
            if n in chosen:
                continue
            out = clash[n] & chosen
            put_in = {n}
            gain = gains[n] - sum([gains[k] for k in out])
            for k in sorted(set().union(*[clash[o] for o in out]) - out - chosen - put_in):
                if clash[k].isdisjoint(put_in) and (clash[k] & chosen) <= out:
                    put_in.add(k)
                    gain += gains[k]
            if gain > 1e-9:
                chosen -= out
                chosen |= put_in
                better = True
    return [able[n] for n in sorted(chosen)]


def _wanted(order: list[int], candidates: Sequence[Candidate]) -> list[int]:
    """Return the candidates in order, without those whose words already have very many better candidates."""
    if len(order) <= _MOST_RIVALS:
        return order
    rivals: Counter[int] = Counter()
    found = []
    for n in order:
        words = range(candidates[n].i, candidates[n].j)
        if all(rivals[k] < _MOST_RIVALS for k in words):
            rivals.update(words)
            found.append(n)
    return found


def _clashes(candidates: Sequence[Candidate], english: EnglishText) -> list[set[int]]:
    """Return for each candidate the others that share a morpheme or a word with it, except a repetition in brackets."""
    at_ja: defaultdict[int, set[int]] = defaultdict(set)
    at_en: defaultdict[int, set[int]] = defaultdict(set)
    for n, c in enumerate(candidates):
        for k in range(c.a, c.b):
            at_ja[k].add(n)
        for k in range(c.i, c.j):
            at_en[k].add(n)
    found = []
    for n, c in enumerate(candidates):
        sharing = set().union(*[at_ja[k] for k in range(c.a, c.b)], *[at_en[k] for k in range(c.i, c.j)])
        sharing.discard(n)
        if english.has_brackets:
            sharing = {k for k in sharing if not apposed(c, candidates[k], english)}
        found.append(sharing)
    return found
