"""The function `check`, which examines the pairs of a bitext one by one for all kinds of findings."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from termalign.aligner import Aligner
from termalign.arguments import checked, instance_of, score_of, strings
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker, Pending
from termalign.checking.kinds.registry import KINDS, OPTIONAL
from termalign.checking.segment import Segment
from termalign.formats.pairs import units_of
from termalign.model import FindingKind
from termalign.termbase import Glossary

_HELD = 20_000  # findings that may wait for an undecided one; beyond, the oldest is decided by the pairs read so far
_MIN_CHANCE = 0.5


def check(
    pairs: Iterable[Any] | str | os.PathLike[str],
    glossary: Any = (),
    *,
    kinds: Iterable[str] | None = None,
    min_chance: float = _MIN_CHANCE,
    aligner: Aligner | None = None,
    file: str = "",
) -> Iterator[Finding]:
    """Find errors in translations from Japanese into English.

    Parameters
    ----------
    pairs : iterable of (ja, en) or path
        Texts with their translations, or the path of a bitext. The pairs are read one by one.
    glossary : Glossary, or any argument of `Glossary.of`, optional
        Terms with their approved and forbidden renderings.
    kinds : iterable of str, optional
        The kinds of findings: ``missing`` ``forbidden`` ``inconsistent`` ``number`` ``date`` ``name`` ``acronym``
        ``untranslated`` ``variant``; by default all except ``variant``.
    min_chance : float
        The lowest probability, from 0 to 1, that a reported finding is an error.
    aligner : Aligner, optional
        An aligner with your settings. It finds the renderings of terms that differ from the glossary.
    file : str
        The name of the file to give in the findings.

    Yields
    ------
    Finding
        The findings in the order of the pairs, with findings about the whole file last. Whether a term without its
        approved rendering is an error depends on the rest of the file, so such a finding and those after it are yielded
        at the end of the file.

    Raises
    ------
    ValueError
        If a kind or `min_chance` is invalid; the message says which.
    TypeError
        If an argument has another type, or an element is not a pair; the message gives its number, from 0.
    FormatError, OSError
        If the file cannot be read.

    Examples
    --------
    >>> pairs = [("ユーザーを3人まで登録できる。", "Up to 30 users can be registered."), ("ユーザー名", "")]
    >>> for finding in check(pairs, {"ユーザー": "user"}):
    ...     print(finding.unit, finding.kind, finding.message)
    1 number “3人” is “30” in the English.
    2 untranslated There is no translation.
    """
    checkers = [checker for name in _wanted(kinds) for checker in KINDS[name]()]
    least = score_of(min_chance, "min_chance")
    if aligner is None:
        aligner = Aligner(min_score=0.0)
    instance_of(aligner, Aligner, "aligner")
    checked(file, "file")
    segments = _segments(pairs, Glossary.of(glossary), aligner, file)
    return (finding for finding in _found(segments, checkers) if finding.score >= least)


def _segments(pairs: Any, glossary: Glossary, aligner: Aligner, file: str) -> Iterator[Segment]:
    for number, unit in enumerate(units_of(pairs), 1):
        yield Segment(unit, number, file, glossary, aligner)


def _found(segments: Iterable[Segment], checkers: Sequence[Checker]) -> Iterator[Finding]:
    """Yield all findings in order: a decided finding waits only for undecided ones before it."""
    held: deque[Finding | Pending] = deque()
    for segment in segments:
        for checker in checkers:
            held.extend(checker.look(segment))
        while held and (isinstance(held[0], Finding) or len(held) > _HELD):
            yield from _settled(held.popleft())
    for found in held:
        yield from _settled(found)
    for checker in checkers:
        yield from checker.close()


def _settled(found: Finding | Pending) -> Iterator[Finding]:
    finding = found if isinstance(found, Finding) else found()
    if finding is not None:
        yield finding


def _wanted(kinds: Iterable[str] | None) -> list[FindingKind]:
    """Return the kinds of findings to report, in the order of the registry."""
    if kinds is None:
        return [name for name in KINDS if name not in OPTIONAL]
    asked = list(strings(kinds, "kinds", "a kind"))
    if unknown := [name for name in asked if name not in KINDS]:
        raise ValueError(f"unknown kind {unknown[0]!r}: the kinds are {', '.join(KINDS)}")
    return [name for name in KINDS if name in asked]
