"""Features of a candidate among the candidates of the same listed term: rivals for its words, and other mentions."""

import math
from collections import Counter
from collections.abc import Sequence

from termalign.decide.rivals import NOTHING
from termalign.decide.setting import beside_the_best, named
from termalign.decide.weights import bounded, judged_before
from termalign.english.text import EnglishText
from termalign.odds import chance
from termalign.propose.candidate import Candidate, by_word
from termalign.propose.shapes import shape
from termalign.terms.term import Term


def of_the_whole(candidates: Sequence[Candidate], term: Term, widths: Sequence[int]) -> None:
    """Add to a term's candidates the share of the term that each renders, by the shape of the term."""
    size = max(1, sum(widths))
    sort = "quantity" if term.is_quantity else shape(term)
    for c in candidates:
        f, share = c.features, c.covered / size
        for name, value in (("covered", share), ("covered wholly", float(share >= 1))):
            f[name] = f[named(sort, name)] = value
        f[named(c.kind, named("as", sort))] = 1.0
        f["covered characters"] = math.log1p(c.covered)


def beside_its_own(candidates: Sequence[Candidate], english: EnglishText) -> None:
    """Add to a term's candidates the odds of rivals for the same words, and how often the text has those words."""
    at = by_word(candidates)
    times = Counter(_stems(c, english) for c in candidates)
    for c in candidates:
        f = c.features
        best = max([next((r.odds for r in at[k] if r is not c), NOTHING) for k in range(c.i, c.j)])
        longer = next((r.odds for r in at[c.i] if r is not c and r.i <= c.i and c.j <= r.j), NOTHING)
        f.update(beside_the_best(c.odds, max(NOTHING, best)))
        f["longer rival"] = bounded(max(NOTHING, longer))
        f["same words"] = math.log(times[_stems(c, english)])


def seen_elsewhere(candidates: Sequence[Candidate], english: EnglishText) -> None:
    """Add to a term's judged candidates what the text calls the term elsewhere: *Segawa* after *Takumi Segawa*."""
    ordered = sorted(candidates, key=lambda c: -c.odds)
    # unlikelier mentions of a term do not show what the text calls it
    likely = [c for c in ordered if c.odds > 0][:10]
    for c in candidates:
        f = c.features
        f.update(judged_before(max(NOTHING, c.odds)))  # lower odds are equally hopeless
        f["covers less than another"] = max([chance(o.odds) for o in likely if o.covered > c.covered], default=0.0)
        other = next((o for o in ordered if o.j <= c.i or c.j <= o.i), None)
        f["elsewhere"] = max(NOTHING, other.odds) if other else NOTHING
        f["said elsewhere"] = chance(f["elsewhere"])
        own = _stems(c, english)
        same = next((o for o in likely if o is not c and _stems(o, english) == own), None)
        if same is not None:
            f["same said"] = chance(same.odds)
        whole = next((o for o in likely if _is_part_of(c, o, english)), None)
        if whole is not None:
            _as_part(c, whole, english)


def _as_part(c: Candidate, whole: Candidate, english: EnglishText) -> None:
    f, sure = c.features, chance(whole.odds)
    f["part of said"] = f[named(c.kind, "part of said")] = sure
    f["part said before"] = float(whole.i < c.i)
    if english.capitalised[c.i]:
        f["part of said in capitals"] = sure
    f["first of said"] = float(english.stems[c.i] == english.stems[whole.i])
    f["last of said"] = float(english.stems[c.j - 1] == english.stems[whole.j - 1])


def _is_part_of(c: Candidate, whole: Candidate, english: EnglishText) -> bool:
    apart = c.j <= whole.i or whole.j <= c.i
    return apart and set(_stems(c, english)) < set(_stems(whole, english))


def _stems(c: Candidate, english: EnglishText) -> tuple[str, ...]:
    return tuple(english.stems[c.i : c.j])
