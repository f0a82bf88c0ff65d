"""What a claim at given words of a text scores at most: the score turned round once more, with its place known.

`termalign.termlist.ceiling` bounds what may stand anywhere; here the words are known, and with them most of what the score
looks at: how many they are, whether a capital or a hyphen goes on, quotation marks, a lone function word.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence

from termalign.english.edges import listed_edges
from termalign.english.text import QUOTES
from termalign.evidence.apposition import names_beside
from termalign.evidence.bitext import Bitext
from termalign.evidence.called import titled_words
from termalign.evidence.naming.legal_form import after_form
from termalign.lazy import lazy
from termalign.score import COVERED, weights
from termalign.termlist.base_rate import BaseRate
from termalign.termlist.index import UNIT

_WHOLE = 0.99  # of a term: what renders so much may grow by a common noun, a legal form or a country
_GROWTH = 2  # words
_LONG_TEXT = 40  # words
_CLOSING = frozenset(QUOTES)


class Circumstances:
    """The places of one English text.

    Parameters
    ----------
    bitext : Bitext
        The text.
    threshold : float
        The least score of a link.
    rate : BaseRate
        Of the list.
    """

    def __init__(self, bitext: Bitext, threshold: float, rate: BaseRate) -> None:
        self._rate = rate
        self._bitext = bitext
        self._english = bitext.english
        self._w = weights()
        self._least = math.log(threshold / (1.0 - threshold)) if 0.0 < threshold < 1.0 else -math.inf
        size = len(bitext.english)
        self._long_text = self._w.get("long-text", 0.0) * math.log(size / _LONG_TEXT) if size > _LONG_TEXT else 0.0
        self._slope = self._w.get("logit", 0.0) + self._w.get("listed-logit", 0.0)
        self._overlapping = self._w.get("overlapping", 0.0)
        self._uncovered = self._w.get("uncovered", 0.0)
        self._covered = self._w.get("covered", 0.0)
        self._words = max(0.0, self._w.get("words", 0.0))
        self._phrase = max(0.0, self._w.get("gloss-phrase", 0.0))
        self._several = max(0.0, self._w.get("several-parts", 0.0))
        self._long_term = self._w.get("long-term", 0.0)
        self._one_character = self._w.get("one-character", 0.0)
        self._places: dict[tuple[int, int, bool, bool], float] = {}
        self._loanwords: dict[tuple[int, int], int] = {}
        self._by_circumstances: dict[tuple[float, int, float, bool], int] = {}
        self._ending, self._beginning = names_beside(bitext)

    def enough(
        self,
        claims: Sequence[tuple[str, float]],
        coverage: float,
        i: int,
        j: int,
        exact: bool = True,
        parts: int = 1,
        length: int = 0,
        proper: bool = False,
    ) -> bool:
        """Whether a claim for the words ``i:j``, or for some of them, may become a link.

        Parameters
        ----------
        claims : sequence of (str, float)
            For each kind of evidence that may speak for it: the feature it is weighed by, and strength × coverage.
        coverage : float
            The share of the term that is accounted for.
        i, j : int
            The words.
        exact : bool
            Whether it is these very words, rather than some of them.
        parts : int
            The most parts it may have.
        length : int
            Characters of the term, if they are known.
        proper : bool
            Whether the term is a proper noun.
        """
        if self._sure(i, j, exact):
            return True
        found = 0.0
        if len(claims) == 1:
            kind, value = claims[0]
            found = self.weight(kind) * value
        else:
            best: dict[str, float] = {}
            for kind, value in claims:
                found += self.weight(kind) * value
                sort = kind.partition("/")[0]
                if value > best.get(sort, 0.0):
                    best[sort] = value
            value = 1.0 - math.prod([1.0 - value for value in best.values()])
        value = min(max(value, 1e-4), 0.995)
        grows = coverage >= _WHOLE and claims[0][0] != "loanword"
        found += self._place(i, j, exact and not grows, proper) + self._slope * math.log(value / (1.0 - value))
        words = j - i + (i in self._titles) + (_GROWTH if grows else 0)
        if words > 1:
            found += self._words * math.log(words) + self._phrase * value
        if parts > 1:
            found += self._several * value * math.log(parts)
        found += self._uncovered * (1.0 - coverage) + (self._covered if coverage > COVERED else 0.0)
        found += max(0.0, self._overlapping * (1.0 - value), -self._overlapping * value)
        found += self._long_text * (1.0 - value)
        if length > 4:
            found += self._long_term * min(1.0, (length - 4) / 6)
        elif length == 1:
            found += self._one_character
        if found < self._least:
            return False
        return found - self._loss(claims, i, j, exact, parts, coverage) >= self._least

    def _loss(
        self, claims: Sequence[tuple[str, float]], i: int, j: int, exact: bool, parts: int, coverage: float
    ) -> float:
        """What the claim loses in so long a list, at the least."""
        rate = self._rate
        if not rate.rarity:
            return 0.0
        if exact:
            return rate.loss((kind for kind, _ in claims), self._english, i, j, parts, coverage)
        return min(rate.least_loss(kind, j - i, parts) for kind, _ in claims)

    def _sure(self, i: int, j: int, exact: bool) -> bool:
        """Whether something else may make a claim for these words sure: an apposition, a short form defined for all of them."""
        if j - i > 1 and (j in self._ending or i in self._beginning):
            return True
        for first, last in self._defined:
            if i - _GROWTH <= first and last <= j + _GROWTH and (not exact or (first <= i and j <= last)):
                return True
        return False

    def least_loanword(self, i: int, j: int) -> int:
        """What katakana must be like the words ``i:j``, in 255ths."""
        found = self._loanwords.get((i, j))
        if found is None:
            legal = after_form(self._english, j) > j  # which an organisation's name may go on to
            end = min(len(self._english), j + _GROWTH) if legal else j
            # The same for all places of which the score sees the same: few, in a text of many words.
            loss = self._loss([("loanword", 1.0)], i, end, not legal, 1, 1.0)
            alike = (
                self._place(i, end, not legal, False),
                end - i + (i in self._titles),
                loss,
                self._sure(i, end, True),
            )
            found = self._by_circumstances.get(alike)
            if found is None:
                found = self._by_circumstances[alike] = bisect_left(
                    range(1, UNIT + 1),
                    True,
                    key=lambda step: self.enough([("loanword", step / UNIT)], 1.0, i, end, not legal),
                )
            self._loanwords[i, j] = found
        return found

    def weight(self, kind: str) -> float:
        """The weight of a kind of evidence."""
        return self._w.get(kind, 0.0)

    @lazy
    def _titles(self) -> frozenset[int]:
        return titled_words(self._bitext)

    @lazy
    def _defined(self) -> list[tuple[int, int]]:
        """Words of phrases that the text has a short form for: the short form is as sure as they are."""
        return [long for _, long, _ in self._bitext.definitions]

    def _place(self, i: int, j: int, exact: bool, proper: bool) -> float:
        """What the words alone contribute to the log odds, at most."""
        found = self._places.get((i, j, exact, proper))
        if found is None:
            w, english = self._w.get, self._english
            found = w("bias", 0.0) + w("listed", 0.0)
            if exact:
                numbers: dict[str, float] = {}
                if i not in self._titles:
                    listed_edges(numbers, i, j, english)
                    if j - i == 1 and english.lexemes[i].function:
                        numbers["function-word"] = 1.0
                if proper and english.cased and english.forms[i][:1].islower() and english.forms[j - 1][:1].islower():
                    numbers["proper-in-lower-case"] = 1.0
                if english.quoted(i, j):
                    numbers["quoted"] = 1.0
                found += sum(w(name, 0.0) * number for name, number in numbers.items())
            else:
                names = ("function-word", "capital-before", "capital-after", "hyphen-before", "hyphen-after")
                found += sum(max(0.0, w(name, 0.0)) for name in names)
                opens = any(english.text[start - 1 : start] in QUOTES for start in english.starts[i:j] if start)
                closes = any(english.text[end : end + 1] in _CLOSING for end in english.ends[i:j])
                found += max(0.0, w("quoted", 0.0)) * (opens and closes)
            self._places[i, j, exact, proper] = found
        return found
