"""Terms of a text, each rendered at most once in its translation."""

from collections.abc import Mapping, Sequence

from termalign.decide.inference import choose
from termalign.decide.neighbours import seen_again
from termalign.decide.weights import Table, chance, log_odds
from termalign.japanese.text import JapaneseText
from termalign.propose.candidate import Candidate
from termalign.situations.pair import Pair, Range

#: The least chances that the first and the second choice are made with: where F1 over folds is at its flat top.
FIRST_LEAST, LEAST = 0.18, 0.19
HOPEFUL = 0.02  # chance: what is less likely at first is not looked at again


def runs_of(ja: JapaneseText) -> list[Range]:
    """The runs of nouns, with what only a space parts from Latin beside it: USB メモリ."""
    found: list[Range] = []
    for run in ja.runs:
        if found and found[-1][1] == run[0]:
            before, after = ja.morphemes[run[0] - 1], ja.morphemes[run[0]]
            mixed = before.surface.isascii() != after.surface.isascii()
            if mixed and ja.text[before.end : after.start] == " ":
                found[-1] = found[-1][0], run[1]
                continue
        found.append(run)
    return found


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
