"""Candidates for words that the English text declares to mean the same as another candidate.

If the text has a term in romaji, and the same sentence says what that is in English, the English phrase renders the
term, whatever dictionaries say.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from termalign.english import EnglishText
from termalign.kinds.kind import Features
from termalign.odds import chance
from termalign.once import once
from termalign.propose.candidate import Candidate, said_as_well
from termalign.propose.declared import Equation, equations, said_in_english

_SOUND = frozenset({"romaji", "name"})


def equated(candidates: Sequence[Candidate], english: EnglishText) -> Iterator[Candidate]:
    """Yield one term's candidates for words equated with another candidate. Existing candidates get the features instead."""
    at = {(c.i, c.j): c for c in candidates}
    names: dict[tuple[int, int], Candidate] = {}
    for (start, end, i, j, how), left, right in _known(candidates, english):
        for known, place, side in ((left, (i, j), "after"), (right, (start, end), "before")):
            if known is not None and place[0] < place[1]:
                names[place] = known
                yield from said_as_well(known, at, place, "apposition", _features(known, place, side, how, english))
    for use, place in _other_uses(english, names):
        again = {"equated again": 1.0, "equated again of odds": names[place].odds}
        yield from said_as_well(names[place], at, use, "apposition", again)


def judge_equated(candidates: Sequence[Candidate], english: EnglishText) -> None:
    """Add the chances of equated candidates to each other, after a first judgement."""
    at = {(c.i, c.j): c for c in candidates}
    names: dict[tuple[int, int], float] = {}
    for (_, _, i, j, how), left, right in _known(candidates, english):
        if left is not None and right is not None and left is not right:
            names[i, j] = chance(max(left.odds, right.odds))
            for c, other in ((left, right), (right, left)):
                c.features["equated with"] = 1.0
                c.features["equated with chance"] = c.features[f"equated by {how} chance"] = chance(other.odds)
    for use, place in _other_uses(english, names):
        if use in at:
            at[use].features["equated elsewhere chance"] = names[place]


def _known(
    candidates: Sequence[Candidate], english: EnglishText
) -> Iterator[tuple[Equation, Candidate | None, Candidate | None]]:
    """Yield equations of the text with the best candidate that ends before each and with that for exactly its words ``i:j``."""
    found = equations(english) if candidates else ()
    if not found:
        return
    at = {(c.i, c.j): c for c in candidates}
    by_end = {c.j: c for c in sorted(candidates, key=lambda c: c.odds)}
    numbers = _numbers(english)
    places: list[int | tuple[int, int]] = [*at, *by_end]
    for n in sorted({n for place in places for n in numbers.get(place, ())}):
        yield found[n], by_end.get(found[n].end), at.get((found[n].i, found[n].j))


@once
def _numbers(english: EnglishText) -> Mapping[int | tuple[int, int], Sequence[int]]:
    """Return the numbers of a text's equations, by the end of the first phrase and by the place of the second."""
    found: defaultdict[int | tuple[int, int], list[int]] = defaultdict(list)
    for n, equation in enumerate(equations(english)):
        found[equation.end].append(n)
        found[equation.i, equation.j].append(n)
    return dict(found)


def _features(known: Candidate, place: tuple[int, int], side: str, how: str, english: EnglishText) -> Features:
    """Return the features of words equated with a known candidate: *Nichibenren* is no word, and so names something."""
    unknown = not any(x.known for x in english.lexemes[slice(*place)])
    return {
        f"equated {side}": 1.0,
        f"equated {side} of odds": known.odds,
        f"equated {side} by {how}": 1.0,
        "equated unknown": float(unknown),
        "equated unknown of odds": known.odds * unknown,
    }


def _other_uses(
    english: EnglishText, places: Collection[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the other uses of the single capitalised words among these places, each with the first place of its word."""
    first: dict[str, tuple[int, int]] = {}
    for i, j in places:
        if j - i == 1 and english.capitalised[i]:
            first.setdefault(english.lexemes[i].lower, (i, j))
    for word, place in first.items():
        uses = [(k, k + 1) for k in english.by_form[word] if english.capitalised[k]]
        yield from ((use, place) for use in uses if use not in places)


def named_in_english(candidates: Sequence[Candidate], english: EnglishText) -> Iterator[Candidate]:
    """Yield one term's candidates for the declared phrases. Candidates that are already there get the features instead."""
    at = {(c.i, c.j): c for c in candidates}
    named = [c for c in candidates if _kind(c) in _SOUND]
    if not named:
        return
    surest = max(named, key=lambda c: c.single_odds)
    features = {"said in English": 1.0, "said in English of": surest.single_odds}
    for place in said_in_english(english, [(c.i, c.j) for c in named]):
        yield from said_as_well(surest, at, place, "apposition", features)


def _kind(c: Candidate) -> str:
    """Return the kind of a candidate, preferring how it sounds: *wabi-sabi* is also a gloss of 侘寂."""
    return next((finding.kind for finding in c.findings if finding.kind in _SOUND), c.kind)
