"""The definition of a kind of finding, with all that reports, the web page and the options need."""

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
        The name, one of `termalign.model.FINDING_KINDS`.
    ja : str
        The Japanese name for the page of ``termalign serve``.
    says : str
        A sentence for reports on what is wrong.
    checkers : callable
        A function that returns new checkers for one bitext.
    instruct : callable
        A function that returns a sentence on how to correct a finding. The default returns its message.
    optional : bool
        Whether findings of this kind are reported only on request.
    """

    name: FindingKind
    ja: str
    says: str
    checkers: Callable[[], Sequence[Checker]]
    instruct: Callable[[Finding], str] = as_found
    optional: bool = False
