"""The definition of a kind of finding: its checkers, and all that reports, the page and the options say about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.kinds.instructions import as_found
from termalign.model import FindingKind


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of finding.

    Attributes
    ----------
    name : str
        The name of the kind, one of `termalign.model.FINDING_KINDS`.
    ja : str
        Its Japanese name, for the page of ``termalign serve``.
    says : str
        A sentence on what is wrong, for reports.
    checkers : callable
        A function that returns new checkers, which are used for one bitext.
    instruct : callable
        A function that returns a sentence on how to correct a finding; by default, its message.
    optional : bool
        Whether it is looked for only where it is asked for.
    """

    name: FindingKind
    ja: str
    says: str
    checkers: Callable[[], Sequence[Checker]]
    instruct: Callable[[Finding], str] = as_found
    optional: bool = False
