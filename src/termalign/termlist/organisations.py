"""Which names of organisations in a list may be laid over a text: by what their parts are worth in a run of capitalised words."""

from collections.abc import Callable, Sequence

from termalign.evidence.bitext import Bitext
from termalign.evidence.organisation import LEFT_OUT, is_name
from termalign.termlist.base_rate import BaseRate
from termalign.termlist.ceiling import Least, least_organisation
from termalign.termlist.hints import Hints
from termalign.termlist.index import UNIT
from termalign.termlist.runs import Runs
from termalign.termlist.standing import raise_to


class Organisations:
    """The places of organisations' names in one text.

    Parameters
    ----------
    bitext : Bitext
        The text.
    hints : Hints
        What was found of the nodes of the list.
    bounds : callable
        What evidence at some places must be worth.
    threshold : float
        The least score of a link.
    rate : BaseRate
        Of the list.

    Attributes
    ----------
    whole_is_name : bool
        Whether the text is itself a name, all of which any name may be laid over.
    """

    def __init__(
        self, bitext: Bitext, hints: Hints, bounds: Callable[[int], Least], threshold: float, rate: BaseRate
    ) -> None:
        self._bitext = bitext
        self._hints = hints
        self._bounds = bounds
        self._threshold = threshold
        self._rate = rate
        self._runs = Runs(bitext)
        self._least: dict[tuple[int, int], int] = {}
        self.whole_is_name = is_name(bitext)

    def least_share(self, node: int) -> int:
        """What a part must be of an organisation's name to be enough by itself, in 255ths."""
        if self.whole_is_name:
            return 1
        found, worth = UNIT + 1, self._hints.worth[node] + 1
        if not self._hints.where[node] & self._runs.capitals:
            return found
        for number in self._runs.holding(self._hints.where[node]):
            least = self._least_at(number, 1) - 1
            if self._runs.all[number][2]:  # a legal form follows
                least = UNIT - int((UNIT - least) / LEFT_OUT)
            found = min(found, max(1, int(UNIT * least / worth)))
        return found

    def _least_at(self, number: int, parts: int) -> int:
        """What the pieces of an organisation's name in a run must be worth."""
        found = self._least.get((number, parts))
        if found is None:
            i, j, legal = self._runs.all[number]
            quoted = self._bounds((1 << j) - (1 << i)) is not self._bounds(0)
            found = least_organisation(
                self._threshold, self._bitext.english, quoted, j - i + 3 * legal, parts, self._rate
            )
            self._least[number, parts] = found
        return found

    def lays(self, there: Sequence[tuple[int, int]], weights: Sequence[int]) -> bool:
        """Whether so much of a name may stand in a run of capitalised words as is needed."""
        if self.whole_is_name:
            return True
        where, worth = self._hints.where, self._hints.worth
        runs: dict[int, list[tuple[int, int]]] = {}
        for node, mask in there:
            for number in self._runs.holding(where[node]):
                runs.setdefault(number, []).append((node, mask))
        total = sum(weights) or 1
        for number, parts in runs.items():
            if len(parts) > 1:
                strengths = [0.0] * len(weights)
                for node, mask in parts:
                    raise_to(strengths, mask, worth[node])
                found = sum(w * s for w, s in zip(weights, strengths, strict=True)) / total
                if self._runs.all[number][2]:
                    found = UNIT - LEFT_OUT * (UNIT - found)
                if int(found) + 1 >= self._least_at(number, sum(map(bool, strengths))):
                    return True
        return False
