"""Amounts within a run of nouns: what is a term of its own there, and what belongs to the words around it."""

from termalign.evidence.gather import Gatherer
from termalign.evidence.match import Match
from termalign.evidence.part_weights import part_weights
from termalign.evidence.term import Term
from termalign.evidence.valued import VALUES
from termalign.score import COVERED

_AMOUNTS = frozenset({"measure", "money", "number", "percent", "range"})
_PROVISIONS = frozenset({"article", "paragraph", "number"})
_NAMING = ("名詞-普通名詞-一般", "名詞-普通名詞-サ変", "名詞-固有名詞", "接尾辞-名詞的-一般")


def ends_in_amount(run: Term, x: int, y: int) -> bool:
    """Whether the morphemes ``x:y`` of a run are words with an amount behind them, which is a term of its own: 取締役|3名."""
    start, end = run.morphemes[x].start, run.morphemes[y - 1].end
    within = [q for q in run.quantities if start <= q.start and q.end <= end]
    if len(within) != 1 or within[0].end != end or within[0].kind not in _AMOUNTS or not within[0].unit:
        return False
    about = within[0].approx_span
    amount = within[0].start if about is None else min(about[0], within[0].start)
    before = [m for m in run.morphemes[x:y] if m.end <= amount]
    return bool(before) and before[-1].pos.startswith(_NAMING)


def leaves_word(term: Term, match: Match, gatherer: Gatherer) -> bool:
    """Whether a value leaves a word of the term before or behind it, which is a term of its own: 現金|約4200万円."""
    if not match.parts or match.coverage >= COVERED:
        return False
    start, end = match.parts[0].start, match.parts[-1].end
    weights = part_weights(term)
    if not any(weights[k] >= 1.0 and (m.end <= start or end <= m.start) for k, m in enumerate(term.morphemes)):
        return False
    within = [k for k, m in enumerate(term.morphemes) if start <= m.start and m.end <= end]
    if not within:
        return False
    alone = gatherer.matches(term.part(within[0], within[-1] + 1))
    return any(m.kind in VALUES and m.i < match.j and match.i < m.j for m in alone)  # not 3年6月, of 懲役3年6月 alone


def with_counter(run: Term, x: int, y: int) -> int:
    """Where the morphemes ``x:y`` of a run end with the counter of a number that they end in: ミサイル2|発."""
    start, end = run.morphemes[x].start, run.morphemes[y - 1].end
    for q in run.quantities:
        if q.unit and start < q.start < end < q.end:
            return next((k for k, m in enumerate(run.morphemes, 1) if m.end == q.end), y)
    return y


def provisions(run: Term) -> list[tuple[int, int]]:
    """The morphemes ``x:y`` of a run that are provisions of a law one within the other: 第二条第一項."""
    found: list[tuple[int, int]] = []
    for q in run.quantities:
        if q.kind == "ordinal" and q.unit in _PROVISIONS:
            start = found.pop()[0] if found and found[-1][1] == q.start else q.start
            found.append((start, q.end))
    return [place for place in (run.range_at(*span) for span in found) if place is not None]
