"""`check`: the pairs of a file, one after the other, looked through for every kind of finding."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from termalign.aligner import Aligner
from termalign.arguments import score_of, strings
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker, Pending
from termalign.checking.kinds.registry import KINDS, OPTIONAL
from termalign.checking.segment import Segment
from termalign.formats.pairs import Unit, read_units
from termalign.termbase import Glossary

_HELD = 20_000  # findings that wait for one before them: beyond, the oldest is decided by what is known so far
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
    """Find what is wrong in translations from Japanese into English.

    Parameters
    ----------
    pairs : iterable of (ja, en) or path
        Texts with their translations, or the file of a bitext. They are taken one by one.
    glossary : Glossary or what stands for one, optional
        Terms with their approved and forbidden renderings.
    kinds : iterable of str, optional
        What to look for: ``missing`` ``forbidden`` ``inconsistent`` ``number`` ``date`` ``name`` ``acronym`` ``untranslated``
        ``variant``; without it all but ``variant``.
    min_chance : float
        Leave out findings that are less likely errors, from 0 to 1.
    aligner : Aligner, optional
        One with your settings. It is asked what stands in the place of a term.
    file : str
        What the findings call the file.

    Yields
    ------
    Finding
        In the order of the pairs; what is wrong with the file as a whole comes last. A term that is not rendered as agreed
        waits for the end of the file, which tells whether the term is mostly kept, and what comes behind waits with it.

    Raises
    ------
    ValueError
        A kind is none, the chance is none, or a pair is none; the message says which.
    TypeError
        `glossary` is none.
    FormatError, OSError
        The file cannot be read.

    Examples
    --------
    >>> pairs = [("ユーザーを3人まで登録できる。", "Up to 30 users can be registered."), ("ユーザー名", "")]
    >>> for finding in check(pairs, {"ユーザー": "user"}):
    ...     print(finding.unit, finding.kind, finding.message)
    1 number 3人 is 3; the English says 30.
    2 untranslated There is no translation.
    """
    checkers = [checker for name in _wanted(kinds) for checker in KINDS[name]()]
    least = score_of(min_chance, "min_chance")
    segments = _segments(pairs, Glossary.of(glossary), aligner or Aligner(min_score=0.0), file)
    return (finding for finding in _found(segments, checkers) if finding.score >= least)


def _segments(pairs: Any, glossary: Glossary, aligner: Aligner, file: str) -> Iterator[Segment]:
    for number, unit in enumerate(_units(pairs), 1):
        yield Segment(unit, number, file, glossary, aligner)


def _found(segments: Iterable[Segment], checkers: Sequence[Checker]) -> Iterator[Finding]:
    """All findings in their order: what is decided waits only for what stands before it."""
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


def _wanted(kinds: Iterable[str] | None) -> list[str]:
    """The kinds to look for, in the order of the registry."""
    if kinds is None:
        return [name for name in KINDS if name not in OPTIONAL]
    asked = list(strings(kinds, "kinds", "a kind"))
    if unknown := [name for name in asked if name not in KINDS]:
        raise ValueError(f"no kind {unknown[0]!r}: there are {', '.join(KINDS)}")
    return [name for name in KINDS if name in asked]


def _units(pairs: Iterable[Any] | str | os.PathLike[str]) -> Iterator[Unit]:
    """The pairs as units, each checked as it is taken."""
    if isinstance(pairs, str | os.PathLike):
        yield from read_units(pairs)
        return
    for number, pair in enumerate(pairs):
        if isinstance(pair, Unit):
            yield pair
            continue
        texts = () if isinstance(pair, str | bytes) or not isinstance(pair, Iterable) else tuple(pair)
        if len(texts) != 2 or not all(isinstance(text, str) for text in texts):
            raise ValueError(f"a pair is two strings, Japanese and English: pair {number} is {pair!r}")
        yield Unit(*texts)
