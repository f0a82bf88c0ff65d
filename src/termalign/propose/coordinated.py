"""Coordination: *and* between English words renders と between two Japanese terms, rather than nothing within one of them."""

from collections.abc import Iterable, Iterator, Sequence

from termalign.english.function_words import JOINING
from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.propose.candidate import Candidate
from termalign.propose.proposed_runs import Range

_COORDINATORS = frozenset("と や 及び および 又は または 並びに ならびに 若しくは もしくは あるいは".split())


def without_coordinated(
    candidates: Iterable[Candidate], runs: Sequence[Range], ja: JapaneseText, english: EnglishText
) -> Iterator[Candidate]:
    """Yield the candidates except compounds whose English takes the other term along.

    In 垂直方向と水平方向, the second is not *vertical and horizontal*. A compound may have its own *and* beside the one that
    joins it to another term: 研究開発と教育, *research and development and education*.
    """
    joined = _joined(runs, ja)
    for c in candidates:
        is_joined = c.parts and (c.a in joined or c.b in joined) and 0 not in ja.widths[c.a : c.b]
        if not is_joined or not _has_and(c, english) or _is_listed(c, english):
            yield c


def _joined(runs: Sequence[Range], ja: JapaneseText) -> frozenset[int]:
    """Return where runs begin or end that only a coordinator separates from another run."""
    begins = {a for a, _ in runs}
    ends = [b for _, b in runs if b + 1 in begins and ja.morphemes[b].surface in _COORDINATORS]
    return frozenset(ends) | frozenset(b + 1 for b in ends)


def _has_and(c: Candidate, english: EnglishText) -> bool:
    return any(english.lexemes[k].lower in JOINING for k in range(c.i + 1, c.j - 1))


def _is_listed(c: Candidate, english: EnglishText) -> bool:
    """Return whether *and*, *or* or a comma joins the words of a candidate to others."""
    before = c.i > 0 and (english.lexemes[c.i - 1].lower in JOINING or "," in english.gap(c.i - 1))
    after = c.j < len(english) and (english.lexemes[c.j].lower in JOINING or "," in english.gap(c.j - 1))
    return before or after
