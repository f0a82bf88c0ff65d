"""`check`: the pairs of a file, one after the other, looked through for every kind of finding."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from termalign.aligner import Aligner
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Pending
from termalign.checking.kinds.registry import KINDS, OPTIONAL
from termalign.checking.segment import Segment
from termalign.formats.pairs import Unit, read_units
from termalign.termbase import Glossary

_HELD = 20_000  # findings that wait for one before them: beyond, the oldest is decided by what is known so far
_MIN_CHANCE = 0.5


def check(
    pairs: Any,
    glossary: Any = (),
    *,
    kinds: Iterable[str] | None = None,
    min_chance: float = _MIN_CHANCE,
    aligner: Aligner | None = None,
    file: str = "",
) -> Iterator[Finding]:
    glossary = Glossary.of(glossary)
    wanted = [name for name in KINDS if name in kinds] if kinds is not None else [n for n in KINDS if n not in OPTIONAL]
    checkers = [checker for name in wanted for checker in KINDS[name]()]
    aligner = aligner or Aligner(min_score=0.0)
    units = read_units(pairs) if isinstance(pairs, str | os.PathLike) else map(_unit, pairs)
    held: deque[Finding | Pending] = deque()
    for number, unit in enumerate(units, 1):
        segment = Segment(unit, number, file, glossary, aligner)
        for checker in checkers:
            held.extend(checker.look(segment))
        while held and (isinstance(held[0], Finding) or len(held) > _HELD):
            yield from _settled(held.popleft(), min_chance)
    for found in held:
        yield from _settled(found, min_chance)
    for checker in checkers:
        yield from (finding for finding in checker.close() if finding.score >= min_chance)


def _settled(found: Finding | Pending, min_chance: float) -> Iterator[Finding]:
    finding = found if isinstance(found, Finding) else found()
    if finding is not None and finding.score >= min_chance:
        yield finding


def _unit(pair: Any) -> Unit:
    return pair if isinstance(pair, Unit) else Unit(*pair)
