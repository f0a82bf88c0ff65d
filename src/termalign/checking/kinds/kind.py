"""The definition of a kind of finding, with all that reports, the web page and the options need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from termalign.checking.direction import Direction
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.kinds.instructions import as_found
from termalign.model import FindingKind


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of finding."""

    name: FindingKind  # one of `termalign.model.FINDING_KINDS`
    ja: str  # its Japanese name, for the page of ``termalign serve``
    says: str  # a sentence for reports on what is wrong
    checkers: Callable[[], Sequence[Checker]]  # a function that returns new checkers for one bitext
    instruct: Callable[[Finding], str] = as_found  # a function that returns a sentence on how to correct a finding
    into_japanese: Callable[[], Sequence[Checker]] | None = None  # those for Japanese translations, if they are others

    def checkers_for(self, direction: Direction) -> Sequence[Checker]:
        """Return new checkers for the translations of one bitext in a direction."""
        return self.into_japanese() if self.into_japanese and direction.source == "en" else self.checkers()
