"""All kinds of findings, in the order in which those of a segment are reported."""

from collections.abc import Callable, Sequence

from termalign.checking.kinds.checker import Checker
from termalign.checking.kinds.forbidden import Forbidden
from termalign.checking.kinds.inconsistent import Inconsistent
from termalign.checking.kinds.missing import Missing
from termalign.checking.kinds.names import LatinNames
from termalign.checking.kinds.number import Figures
from termalign.checking.kinds.people_and_places import PeopleAndPlaces
from termalign.checking.kinds.untranslated import Untranslated
from termalign.checking.kinds.variant import Variant
from termalign.model import FindingKind

KINDS: dict[FindingKind, Callable[[], Sequence[Checker]]] = {
    "untranslated": lambda: [Untranslated()],
    "missing": lambda: [Missing()],
    "forbidden": lambda: [Forbidden()],
    "inconsistent": lambda: [Inconsistent()],
    "number": lambda: [Figures("number")],
    "date": lambda: [Figures("date")],
    "name": lambda: [LatinNames("name"), PeopleAndPlaces()],
    "acronym": lambda: [LatinNames("acronym")],
    "variant": lambda: [Variant()],
}

#: Kinds that are looked for only where they are asked for.
OPTIONAL: frozenset[FindingKind] = frozenset({"variant"})
