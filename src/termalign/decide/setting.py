"""Features of a candidate in context: its noun run, the English around it, and its rivals."""

import math
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache

from termalign.decide.rivals import BEATEN_BY, Rivals, with_rivals
from termalign.decide.weights import bounded, judged_before
from termalign.english.text import HYPHENS, EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.odds import chance
from termalign.propose.candidate import Candidate, apposed, by_japanese

_MARK = "補助記"  # the space between two fields counts as a mark


@cache
def named(first: str, second: str) -> str:
    """Return a feature name made of two parts. The cache keeps one string per name, which is hashed only once."""
    return f"{first} {second}"


def set_in_place(
    judged: Collection[Candidate],
    candidates: Sequence[Candidate],
    outside: Callable[[range], float],
    ja: JapaneseText,
    english: EnglishText,
    runs: Sequence[tuple[int, int]],
    widths: Sequence[int],
    parted: Mapping[int, str],
    predicated: Mapping[int, float],
) -> None:
    """Add features of the context of each candidate to be judged.

    ``judged`` are some of the ``candidates``, which must be complete for some stretch of Japanese. ``outside`` returns,
    for a range of words, the log odds of the best candidate from the rest of the Japanese. ``runs`` are the noun runs
    in order, and ``widths`` the number of characters in each morpheme. ``parted`` has the morphemes before which a run
    may be split, with the reasons (`termalign.propose.borders`). ``predicated`` has the English words that may render a
    verb or an adjective, with the log odds.
    """
    starts = [a for a, _ in runs]

    def run(a: int) -> tuple[int, int]:
        return runs[bisect_right(starts, a) - 1]

    stretches = {(a, b): _in_run(a, b, ja, run(a), widths, parted) for a, b in {(c.a, c.b) for c in judged}}
    phrases = {(i, j): _in_english(i, j, english, bool(ja.fields)) for i, j in {(c.i, c.j) for c in judged}}
    by_ja = by_japanese(candidates)
    characters, words = len(ja.text), len(english)
    for c, rivals in with_rivals(judged, by_ja, candidates, english, outside, run):
        f = c.features
        f.update(stretches[c.a, c.b])
        f["bias"] = 1.0
        f.update(judged_before(c.odds))
        f["words"] = math.log(c.j - c.i)
        middle = (ja.morphemes[c.a].start + ja.morphemes[c.b - 1].end) / 2 / characters
        f["off place"] = abs((c.i + c.j) / 2 / words - middle)
        _beside_rivals(c.odds, rivals, f)
        if rivals.of_a_part > 0:
            f["a part beaten by others"] = rivals.of_a_part
        verbs = [predicated[k] for k in range(c.i, c.j) if k in predicated]
        if verbs:
            f["a predicate's"] = chance(max(verbs))
            f["beaten by a predicate"] = max(0.0, max(verbs) - c.odds)
        f.update(phrases[c.i, c.j])
    if english.has_brackets:
        _set_beside_brackets(by_ja.values(), english)


def _set_beside_brackets(alike: Iterable[Sequence[Candidate]], english: EnglishText) -> None:
    """Add features of candidates beside another of the same Japanese, one of them in brackets: *tokobashira (alcove post)*."""
    for same in alike:
        ending = {c.j: c for c in reversed(same)}
        for c in same:
            before = ending.get(c.i)
            if before is not None and apposed(before, c, english):
                c.features["apposed after"] = c.features[named("apposed after", before.kind)] = chance(before.odds)
                name = named("apposed before", c.kind)
                before.features["apposed before"] = before.features[name] = chance(c.odds)


def _in_run(
    a: int,
    b: int,
    ja: JapaneseText,
    run: tuple[int, int],
    widths: Sequence[int],
    parted: Mapping[int, str],
) -> Features:
    """Return features of the morphemes ``a:b`` in their run, and of the Japanese before and after them."""
    first, last = run
    f = {
        "morphemes": math.log(b - a),
        "left of the run": 1 - sum(widths[a:b]) / max(1, sum(widths[first:last])),
        named("last", ja.morphemes[b - 1].pos[:8]): 1.0,
    }
    if a == first:
        f["begins a run"] = 1.0
    if b == last:
        f["ends a run"] = 1.0
    if run == (a, b):
        f["whole run"] = 1.0
    if a in parted:
        f[named("begins at", parted[a])] = 1.0
    if b in parted:
        f[named("ends at", parted[b])] = 1.0
    for k in range(a + 1, b):
        if k in parted:
            f[named("crosses", parted[k])] = 1.0
    if a:
        f[named("after", _MARK if a in ja.fields else ja.morphemes[a - 1].pos[:3])] = 1.0
    if b < len(ja.morphemes):
        f[named("before", _MARK if b in ja.fields else ja.morphemes[b].pos[:3])] = 1.0
    if ja.morphemes[a].pos.startswith("接頭辞"):
        f["prefix"] = 1.0
    if ja.are_light(a, b):
        f["light"] = 1.0
    return f


def _beside_rivals(odds: float, rivals: Rivals, f: Features) -> None:
    f.update(beside_the_best(odds, rivals.own))
    odds, others = bounded(odds), bounded(rivals.others)
    f["best of others"], f["beaten by others"] = others, max(0.0, others - odds)
    if rivals.around > -math.inf:
        f["within a word"] = chance(rivals.around)


def beside_the_best(odds: float, best: float) -> Features:
    """Return the log odds of a candidate's best rival, and the margin by which the candidate wins or loses."""
    odds, best = bounded(odds), bounded(best)
    return {
        "best rival": best,
        "beats its rivals": max(0.0, min(BEATEN_BY, odds - best)),
        "beaten by a rival": max(0.0, best - odds),
    }


def _in_english(i: int, j: int, e: EnglishText, of_fields: bool) -> Features:
    """Return features of the English before and after the words ``i:j``.

    ``of_fields`` says whether the Japanese consists of fields: if its translation is in title case, capitals join no names.
    """
    before = i > 0 and e.tight[i - 1]
    after = j < len(e.forms) and e.tight[j - 1]
    name_before, name_after = (adjoining and not (of_fields and e.in_title_case(i)) for adjoining in (before, after))
    found = {
        "capital before": name_before and e.capitalised[i - 1] and e.capitalised[i] and not e.lexemes[i - 1].function,
        "capital after": name_after and e.capitalised[j - 1] and e.capitalised[j],
        "hyphen before": before and e.gaps[i - 1] in HYPHENS,
        "hyphen after": after and e.gaps[j - 1] in HYPHENS,
        "begins with a small word": e.lexemes[i].function,
        "ends with a small word": e.lexemes[j - 1].function,
        "content after": after and not e.lexemes[j].function,
        "content before": before and not e.lexemes[i - 1].function,
    }
    return {name: 1.0 for name, holds in found.items() if holds}
