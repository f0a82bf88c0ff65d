"""Terms of a text, each rendered at most once in its translation."""

from collections.abc import Mapping, Sequence

from termalign.decide.inference import choose
from termalign.decide.neighbours import seen_again
from termalign.decide.weights import Table, chance, log_odds
from termalign.propose.candidate import Candidate
from termalign.situations.pair import Pair

#: The least chances that the first and the second choice are made with: where F1 over folds is at its flat top.
FIRST_LEAST, LEAST = 0.18, 0.19
HOPEFUL = 0.02  # chance: what is less likely at first is not looked at again


def look(pair: Pair, first: Table) -> list[Candidate]:
    """Candidates that are hopeful at first sight, with what the first choice says of them."""
    for c in pair.candidates:
        c.odds = log_odds(first, c.features)
    chances = [chance(c.odds) for c in pair.candidates]
    chosen = choose(pair.candidates, chances, FIRST_LEAST)
    hopeful = [c for c, p in zip(pair.candidates, chances, strict=True) if p > HOPEFUL or (c.a, c.b) in pair.given]
    seen_again(hopeful, chosen, pair.english)
    return hopeful


def decide(pair: Pair, weights: Mapping[str, Table]) -> Sequence[Candidate]:
    """The chosen candidates, with the log odds that the choice was made by."""
    if not pair.candidates:
        return []
    hopeful = look(pair, weights["first"])
    for c in hopeful:
        c.odds = log_odds(weights["second"], c.features)
    return choose(hopeful, [chance(c.odds) for c in hopeful], LEAST)
