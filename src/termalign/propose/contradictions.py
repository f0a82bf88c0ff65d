"""Candidates whose English contradicts a quantity in the Japanese, or cuts through the words that limit a quantity.

Examples are 3億円 with *30 million yen*, 30歳以上 with *under 30*, and 60日前 with *least 60 days* (cut from *at least
60 days*).
"""

from collections.abc import Callable, Iterable, Sequence, Set

from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Finding
from termalign.kinds.number import NUMBER, may_render, shares
from termalign.once import once
from termalign.propose.candidate import Candidate
from termalign.quantities import Quantity
from termalign.quantities.bounds import bound_words
from termalign.quantities.english_numerals import ORDINALS, UNITS
from termalign.quantities.units import PROVISIONS
from termalign.target.target import Target

_NUMBER_WORDS = UNITS.keys() | ORDINALS.keys()


@once
def _limits(target: Target) -> dict[int, tuple[range, range]]:
    """Return the cache of the words that limit the quantities of an English text, shared by all terms of a list."""
    return {}


@once
def _limiting(target: Target) -> frozenset[int]:
    """Return the words of an English text that limit a quantity. Without it, they do not render one: *not more than*."""
    english, found = target.english, set[int]()
    for (i, j), q in zip(target.quantity_words, target.quantities, strict=True):
        first, last = english.words_in(*bound_words(english.text, q.start, q.end))
        found.update(range(first, i), range(j, last))
    return frozenset(found)


class Contradictions:
    """A comparison of the quantities of two texts, each pair of which is compared when a candidate links them.

    ``found`` returns the findings about the numbers and dates in the morphemes ``a:b``.
    """

    def __init__(
        self,
        ja: JapaneseText,
        quantities: Sequence[Quantity],
        target: Target,
        found: Callable[[int, int], Iterable[Finding]],
    ) -> None:
        self._ja, self._quantities, self._bitext, self._found = ja, quantities, target, found
        self._known_own: dict[tuple[int, int], tuple[Sequence[Quantity], bool]] = {}
        self._known: dict[tuple[int, int, int], bool] = {}
        self._known_meant: dict[tuple[int, int], Set[int]] = {}
        self._known_limits = _limits(target)

    def among(self, c: Candidate) -> bool:
        """Return whether a candidate has a quantity that its Japanese cannot mean."""
        if self._numbers_another(c):
            return True
        at = self._bitext.quantity_at
        found = {at[k] for k in range(c.i, c.j) if k in at}
        if not found:
            return bool(self._own(c.a, c.b)[0]) and not _limiting(self._bitext).isdisjoint(range(c.i, c.j))
        own, whole = self._own(c.a, c.b)
        if not own and c.kind in NUMBER.says and c.term is not None and c.term.quantities:
            return True  # 一日 is no number in 一日も早く
        if not whole:
            at = self._bitext.numeral_at  # a unit without a number may render a unit
            found = {at[k] for k in range(c.i, c.j) if k in at}
        if any(self._cuts(n, c) for n in found):
            return True
        if whole and self._lacks_level(own, found):
            return True
        return bool(own) and any(not self._may_render(n, c.a, c.b) for n in found)

    def _lacks_level(self, own: Sequence[Quantity], found: Iterable[int]) -> bool:
        """Return whether the English says a provision without its last level: 第6条第1項, *Article 6*."""
        levels = [q.unit for q in own if q.unit in PROVISIONS]
        if len(levels) < max(2, len(own)) or levels[-1] in levels[:-1]:
            return False
        return not any(shares(own[-1], self._bitext.quantities[n]) for n in found)

    def _numbers_another(self, c: Candidate) -> bool:
        """Return whether the English has another number word than the gloss begins with: 二塁 (*second base*), *third base*."""
        glossed = {
            finding.forms[1].partition(" ")[0] for finding in c.findings if len(finding.forms) > 1
        } & _NUMBER_WORDS
        if not glossed:
            return False
        said = {word.lower for word in self._bitext.english.lexemes[max(0, c.i - 1) : c.j]} & _NUMBER_WORDS
        return bool(said) and said.isdisjoint(glossed)

    def _cuts(self, n: int, c: Candidate) -> bool:
        """Return whether a candidate begins or ends within the words that limit the ``n``-th quantity: *least 60 days*."""
        i, j = self._bitext.quantity_words[n]
        if i <= c.i and c.j <= j:
            return False
        known = self._known_limits.get(n)
        if known is None:
            english, q = self._bitext.english, self._bitext.quantities[n]
            first, last = english.words_in(*bound_words(english.text, q.start, q.end))
            known = self._known_limits[n] = range(first + 1, i), range(j + 1, last)
        return c.i in known[0] or c.j in known[1]

    def _own(self, a: int, b: int) -> tuple[Sequence[Quantity], bool]:
        """Return the quantities that overlap the morphemes ``a:b``, and whether all of them lie inside."""
        known = self._known_own.get((a, b))
        if known is None:
            start, end = self._ja.morphemes[a].start, self._ja.morphemes[b - 1].end
            own = [q for q in self._quantities if q.start < end and start < q.end]
            known = self._known_own[a, b] = own, all(start <= q.start and q.end <= end for q in own)
        return known

    def _may_render(self, n: int, a: int, b: int) -> bool:
        """Return whether the ``n``-th quantity of the English may stand in a rendering of the morphemes ``a:b``."""
        known = self._known.get((n, a, b))
        if known is None:
            own, whole = self._own(a, b)
            all_en, english = self._bitext.quantities, self._bitext.english.text
            known = (whole and self._is_meant(n, a, b)) or may_render(all_en[n], english, own, self._ja.text, all_en)
            self._known[n, a, b] = known
        return known

    def _is_meant(self, n: int, a: int, b: int) -> bool:
        """Return whether the findings for numbers and dates include this quantity. They know what may be said around one."""
        known = self._known_meant.get((a, b))
        if known is None:
            at = self._bitext.quantity_at
            known = {at[k] for finding in self._found(a, b) for k in range(finding.i, finding.j) if k in at}
            self._known_meant[a, b] = known
        return n in known
