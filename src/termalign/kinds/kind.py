"""What a kind of evidence is: the keys by which term and text meet, and what a comparison finds where they do."""

from collections.abc import Callable, Collection, Iterable, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from termalign.bitext.bitext import Bitext
from termalign.model import KINDS
from termalign.terms.term import Term

Features = dict[str, float]
"""What speaks for or against a candidate, by name; what is not named is 0."""


class Finding(NamedTuple):
    """The English words ``i:j`` may render a term, as one kind of evidence sees it.

    Attributes
    ----------
    i, j : int
        English words, half-open.
    kind : str
        One of `termalign.model.KINDS`: what a link made of it is called.
    features : dict of str to float
        What speaks for and against it.
    forms : tuple of str
        What was compared, Japanese side first.
    parts : tuple of (int, int, int, int, str)
        Finer correspondences: characters of the term, English words, and the kind of each.
    """

    i: int
    j: int
    kind: str
    features: Features
    forms: tuple[str, ...]
    parts: tuple[tuple[int, int, int, int, str], ...] = ()


class Filed(NamedTuple):
    """A key that a term of a list is filed by.

    Attributes
    ----------
    key : str
        A text in which the term, or the part, is rendered offers the same (`termalign.kinds.offered`).
    start, end : int
        Characters of the term that it stands for, if not for all.
    kana : str
        Katakana of which the key says roughly how it sounds: it counts only where the words do sound like that.
    """

    key: str
    start: int = 0
    end: int | None = None
    kana: str = ""


class Offered(NamedTuple):
    """Keys that an English text asks a list for.

    Attributes
    ----------
    keys : collection of str
        See `termalign.kinds.offered`.
    at : int
        The first of the words that they stand for.
    words : str
        What the keys say roughly how it sounds; empty where a key is all there is to say.
    """

    keys: Collection[str]
    at: int
    words: str = ""


def nothing(_: object) -> tuple[()]:
    """No keys: a kind that brings no term of a list up, and only speaks for what another has brought up."""
    return ()


ANY: Set[str] = frozenset({""})
"""The one key that meets itself: of a kind whose comparison is as cheap as a look-up."""
NONE: Set[str] = frozenset()


def anything(_: object) -> Set[str]:
    """`ANY`, whatever the term or the text."""
    return ANY


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of evidence.

    Attributes
    ----------
    name : str
        What its features begin with, and what ablation calls it.
    says : frozenset of str
        The kinds of links that it may speak for, of `termalign.model.KINDS`.
    compare : callable
        What it finds for a term in an English text. Asked only where the keys of both meet.
    term_keys, text_keys : callable
        Keys of the term, and of the English; the comparison finds nothing where they share none.
    of_unlisted : bool
        Whether it can say something of a stretch that no dictionary lists.
    filed, offered : callable
        Keys by which a list files a term, and those that an English text asks a list for: what shares none is not looked at.
        They may cost more than `term_keys`: a list works them out once.
    guess : bool
        Whether it is asked only of what nothing surer is known of.
    prior : float
        What its main feature, which has its name, is worth in every stage in which no fit has met the kind: log odds.

    Raises
    ------
    ValueError
        It says links of a kind that there is none of.
    """

    name: str
    says: frozenset[str]
    compare: Callable[[Term, Bitext], Iterable[Finding]]
    term_keys: Callable[[Term], Set[str]] = anything
    text_keys: Callable[[Bitext], Set[str]] = anything
    of_unlisted: bool = False
    filed: Callable[[Term], Iterable[Filed]] = nothing
    offered: Callable[[Bitext], Iterable[Offered]] = nothing
    guess: bool = False
    prior: float = 0.0

    def __post_init__(self) -> None:
        if unknown := self.says - set(KINDS):
            raise ValueError(
                f"the kind {self.name} says {sorted(unknown)}: add what is new to Kind in termalign/model.py"
            )

    def only(self, kinds: Collection[str]) -> "Kind":
        """The same, of which only what speaks for links of these kinds counts."""
        if self.says <= set(kinds):
            return self
        return replace(self, compare=lambda term, bitext: [f for f in self.compare(term, bitext) if f.kind in kinds])
