"""Where an organisation's name may be laid over a text: its runs of capitalised words."""

from collections.abc import Set

from termalign.evidence.bitext import Bitext
from termalign.evidence.naming.ground import name_goes_on
from termalign.evidence.naming.legal_form import after_form
from termalign.evidence.naming.units import LEAST_RUN, cut
from termalign.lazy import lazy

_LONGEST = 24  # words: a piece of a name lies at most half of it from another
_BEYOND = 3  # words: a legal form, and what may stand before it


class Runs:
    """The runs of capitalised words of one English text, one bit a word.

    Parameters
    ----------
    bitext : Bitext
        The text.
    """

    def __init__(self, bitext: Bitext) -> None:
        self._bitext = bitext
        self._held: dict[int, set[int]] = {}

    @lazy
    def all(self) -> list[tuple[int, int, bool]]:
        """The words of each run, and whether a legal form stands at its end or behind it; long ones in pieces that overlap."""
        english = self._bitext.english
        size, forms = len(english), english.forms
        found = []
        i = 0
        while i < size:
            j = i + 1
            while j < size and name_goes_on(j - 1, self._bitext):
                j += 1
            if any(form[0].isupper() or form[0].isdigit() for form in forms[i:j]):
                for start in range(i, max(i + 1, j - _LONGEST // 2), _LONGEST // 2):
                    end = min(j, start + _LONGEST)
                    legal = any(after_form(english, k) > k for k in range(start + 1, min(size, end + _BEYOND) + 1))
                    found.append((start, end, legal))
            i = j
        return found

    @lazy
    def capitals(self) -> int:
        """A bit for each word that may be a piece of an organisation's name."""
        forms = self._bitext.english.forms
        return sum(1 << k for k, form in enumerate(forms) if form[0].isupper() or form[0].isdigit())

    @lazy
    def undivided(self) -> int:
        """A bit for each word that is not two pieces run together: a short one, or one that dictionaries have."""
        english = self._bitext.english
        words = enumerate(zip(english.forms, english.lexemes, strict=True))
        return sum(1 << k for k, (form, x) in words if (x.known or len(form) < LEAST_RUN) and len(cut(form)) == 1)

    def of(self, number: int) -> int:
        """The words of a run that may be a piece of an organisation's name."""
        i, j, _ = self.all[number]
        return self.capitals & (1 << j) - (1 << i)

    @lazy
    def _by_word(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for number, (i, j, _) in enumerate(self.all):
            for k in range(i, j):
                found.setdefault(k, []).append(number)
        return found

    def holding(self, where: int) -> Set[int]:
        """The numbers of the runs in which one of these words stands with a capital."""
        where &= self.capitals
        known = self._held.get(where)
        if known is None:
            known = self._held[where] = set()
            rest = where
            while rest:
                low = rest & -rest
                known.update(self._by_word.get(low.bit_length() - 1, ()))
                rest ^= low
        return known
