"""The function `check`, which examines each pair of a bitext for all kinds of findings."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypedDict

from termalign.aligner import Aligner
from termalign.arguments import checked, instance_of, one_of, score_of, strings
from termalign.checking.direction import DIRECTIONS, Direction
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker, Pending, looked
from termalign.checking.kinds.registry import KINDS, Kind
from termalign.checking.same_words import once_each
from termalign.checking.segment import Segment
from termalign.formats.languages import Language
from termalign.formats.pairs import Pairs, units_of
from termalign.model import FINDING_KINDS_ON_REQUEST, FindingKind
from termalign.termbase import Glossary, GlossaryLike

# The most findings that may wait for an undecided one. After that, the pairs read so far decide the oldest finding.
_HELD = 20_000
# Kinds that say nothing against the translation of one unit by itself.
_OF_NO_TRANSLATION = ("inconsistent", "variant")


class Options(TypedDict, total=False):
    """The settings of `check`; see its docstring."""

    kinds: Iterable[FindingKind] | None
    min_score: float
    min_chance: float | None
    aligner: Aligner | None
    source: Language | None


def check(
    pairs: Pairs,
    glossary: GlossaryLike | None = None,
    *,
    kinds: Iterable[FindingKind] | None = None,
    min_score: float = 0.5,
    aligner: Aligner | None = None,
    file: str = "",
    min_chance: float | None = None,
    source: Language | None = None,
) -> Iterator[Finding]:
    """Find errors in translations from Japanese into English, or from English into Japanese.

    Parameters
    ----------
    pairs : iterable of (ja, en) or (ja, en, id), or path
        Japanese and English texts, one of which is the translation of the other, or the path of a bitext. `check` reads one
        pair at a time. In a bitext, it also checks untranslated units, but skips fuzzy ones.
    glossary : Glossary, or any argument of `Glossary.of`, optional
        Terms with their approved and forbidden renderings. They are used together with the aligner's glossary, and replace
        its entries for the same terms, as ``aligner.glossary | glossary`` does.
    kinds : iterable of str, optional
        The kinds of findings: ``missing`` ``forbidden`` ``inconsistent`` ``number`` ``date`` ``name`` ``acronym``
        ``placeholder`` ``opposite`` ``modal`` ``negation`` ``untranslated`` ``variant``; by default all except ``variant``.
    min_score : float
        The lowest score, 0 to 1, at which a finding is reported. The score is the probability that it is an error.
    aligner : Aligner, optional
        An aligner with your settings. It finds renderings that differ from the glossary; its `min_score` does not matter. Its
        own glossary is checked as well.
    file : str
        The file name to give in the findings.
    min_chance : float, optional
        An alias of `min_score`.
    source : {"ja", "en"}, optional
        The language of the originals. By default, it is the language that the file names (XLIFF, TMX, PO), and otherwise
        Japanese. The order in a pair is always Japanese, English.

    Yields
    ------
    Finding
        The findings in the order of the pairs, then those about the whole file. If a term lacks its approved rendering, or a
        text is translated in several ways, the rest of the file decides whether that is an error. Such a finding, and those
        after it, are therefore yielded at the end.

    Raises
    ------
    ValueError
        If `kinds` is empty, or a kind, `min_score` or `source` is invalid. The message names it.
    TypeError
        If an argument has the wrong type, or an element is not a pair. The message gives the number of the element, from 0.
    FormatError, OSError
        If the file cannot be read.

    Examples
    --------
    >>> pairs = [("ユーザーを3人まで登録できる。", "Up to 30 users can be registered."), ("ユーザー名", "")]
    >>> for finding in check(pairs, {"ユーザー": "user"}):
    ...     print(finding.unit, finding.kind, finding.message)
    1 number “3人” is “30” in the English.
    2 untranslated There is no translation.
    >>> (finding,) = check([("90秒以下待ちます。", "Wait at least 90 seconds.")], source="en")
    >>> finding.found
    '90秒以下'
    """
    wanted = _wanted(kinds)
    checkers = {language: _checkers(wanted, direction) for language, direction in DIRECTIONS.items()}
    least = score_of(min_score)
    if min_chance is not None:
        least = score_of(min_chance, "min_chance")
    aligner = Aligner() if aligner is None else aligner
    instance_of(aligner, Aligner, "aligner")
    checked(file, "file")
    if source is not None:
        one_of(source, tuple(DIRECTIONS), "source")
    terms = aligner.glossary | (Glossary() if glossary is None else Glossary.of(glossary))
    # The scores of findings are fitted with every link of an aligner that does not know the agreed renderings.
    aligner = aligner.changed(min_score=0.0, lexicon=aligner.lexicon.with_glossary(None))
    segments = _segments(pairs, terms, aligner, file, source)
    return once_each(_found(segments, checkers, least))


def _checkers(kinds: Iterable[Kind], direction: Direction) -> list[Checker]:
    return [checker for kind in kinds for checker in kind.checkers_for(direction)]


def _segments(
    pairs: Pairs, glossary: Glossary, aligner: Aligner, file: str, source: Language | None
) -> Iterator[Segment]:
    units = (unit for unit in units_of(pairs, every=True) if unit.state != "fuzzy")
    for number, unit in enumerate(units, 1):
        yield Segment(unit, number, file, glossary, aligner, DIRECTIONS[source or unit.source or "ja"])


def _found(
    segments: Iterable[Segment], checkers: Mapping[Language, Sequence[Checker]], least: float
) -> Iterator[Finding]:
    """Yield all likely findings in order. A decided finding waits only for the undecided ones before it."""
    held: deque[Finding | Pending] = deque()
    faulty: set[int] = set()
    for segment in segments:
        translated = segment.is_translated
        for checker in checkers[segment.direction.source]:
            for found in looked(checker, segment) if translated or not checker.of_translations else ():
                held.extend(_likely(found, faulty, least) if isinstance(found, Finding) else (found,))
        while held and (isinstance(held[0], Finding) or len(held) > _HELD):
            yield from _decided(held.popleft(), faulty, least)
    for waiting in held:
        yield from _decided(waiting, faulty, least)
    for checker in chain.from_iterable(checkers.values()):
        yield from (finding for finding in checker.close() if finding.score >= least)


def _decided(found: Finding | Pending, faulty: set[int], least: float) -> Iterable[Finding]:
    return (found,) if isinstance(found, Finding) else _likely(found(faulty), faulty, least)


def _likely(finding: Finding | None, faulty: set[int], least: float) -> Iterator[Finding]:
    """Yield a finding that is likely enough, and add its unit to the `faulty` ones if its translation is wrong by itself."""
    if finding is not None and finding.score >= least:
        if finding.kind not in _OF_NO_TRANSLATION:
            faulty.add(finding.number)
        yield finding


def _wanted(kinds: Iterable[FindingKind] | None) -> list[Kind]:
    """Return the requested kinds of findings in the order of the registry."""
    if kinds is None:
        return [kind for name, kind in KINDS.items() if name not in FINDING_KINDS_ON_REQUEST]
    asked = list(strings(kinds, "kinds", "a kind"))
    if not asked:
        raise ValueError(f"kinds is empty: leave it out for the usual kinds, or choose from {', '.join(KINDS)}")
    if unknown := [name for name in asked if name not in KINDS]:
        raise ValueError(f"unknown kind {unknown[0]!r}: the kinds are {', '.join(KINDS)}")
    return [kind for name, kind in KINDS.items() if name in asked]
