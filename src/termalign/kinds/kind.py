"""The definition of a kind of evidence: its blocking keys, and the comparison of a term and a text that share a key."""

from collections.abc import Callable, Collection, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from termalign.model import KINDS
from termalign.target.target import Target
from termalign.terms.term import Term

_Each = TypeVar("_Each", Term, Target)

Features = dict[str, float]
"""The features of a candidate, by name; a missing feature is 0."""


class Part(NamedTuple):
    """A part of a term with the English words that render it.

    Attributes
    ----------
    start, end : int
        Code points of the term's surface.
    i, j : int
        The range of English words, half-open.
    kind : str
        The kind of evidence for the part.
    """

    start: int
    end: int
    i: int
    j: int
    kind: str


class Finding(NamedTuple):
    """A finding of a kind of evidence: English words that may render a term.

    Attributes
    ----------
    i, j : int
        The range of English words, half-open.
    kind : str
        The kind of a link made of the finding, one of `termalign.model.KINDS`.
    features : dict of str to float
        The features for and against the finding.
    forms : tuple of str
        The forms that were compared, Japanese first.
    parts : tuple of Part
        Finer correspondences; empty if the term was compared as one piece.
    odds : float
        The log odds that it is right, by this finding alone; 0 until it is judged.
    """

    i: int
    j: int
    kind: str
    features: Features
    forms: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    odds: float = 0.0


class Filed(NamedTuple):
    """A blocking key of a listed term.

    Attributes
    ----------
    key : str
        A letter, a colon, and more. A text that renders the term, or the part, has the same key
        (`termalign.kinds.offered`).
    start, end : int
        The characters of the term that the key represents; all of them by default.
    kana : str
        Katakana whose sound the key approximates. The key counts only if the English words sound like the katakana.
    """

    key: str
    start: int = 0
    end: int | None = None
    kana: str = ""


class Offered(NamedTuple):
    """Blocking keys of an English text, which are looked up in a list.

    Attributes
    ----------
    keys : collection of str
        The keys; see `termalign.kinds.offered`.
    at : int
        The first of the words that the keys represent.
    words : str
        The words whose sound the keys approximate; empty if the keys do not represent sounds.
    """

    keys: Collection[str]
    at: int
    words: str = ""


def nothing(_: object) -> tuple[()]:
    """Return no keys: the kind selects no terms from a list, but adds evidence for terms that other kinds select."""
    return ()


ANY: Set[str] = frozenset({""})
"""A key that all terms and texts share, for a kind whose comparison is as cheap as a look-up."""
NONE: Set[str] = frozenset()


def anything(_: object) -> Set[str]:
    """Return `ANY` for any term or text."""
    return ANY


def where(condition: Callable[[_Each], object]) -> Callable[[_Each], Set[str]]:
    """Return a function that gives `ANY` to the terms or texts that meet a condition, and no key to others."""
    return lambda each: ANY if condition(each) else NONE


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of evidence.

    Attributes
    ----------
    name : str
        The name of the kind, with which its features begin, and which ablation uses.
    says : frozenset of str
        The kinds of links for which it may be evidence, of `termalign.model.KINDS`.
    compare : callable
        A function that yields findings for a term in an English text. It is called only if the two share a key.
    term_keys, text_keys : callable
        Functions that return the blocking keys of a term and of a text. Without a shared key there is nothing to find.
    of_unlisted : bool
        Whether it can give evidence for a range that no dictionary lists.
    filed, offered : callable
        Functions that return the blocking keys of a listed term and of an English text. Terms without a shared key are
        not compared. They may cost more than ``term_keys``, because a list computes them once.
    guess : bool
        Whether it is used only for terms without stronger evidence.
    prior : float
        Log odds: the weight of the feature named after the kind, in stages that were fitted without the kind.

    Raises
    ------
    ValueError
        If ``says`` has an unknown kind of link.
    """

    name: str
    says: frozenset[str]
    compare: Callable[[Term, Target], Iterable[Finding]]
    term_keys: Callable[[Term], Set[str]] = anything
    text_keys: Callable[[Target], Set[str]] = anything
    of_unlisted: bool = False
    filed: Callable[[Term], Iterable[Filed]] = nothing
    offered: Callable[[Target], Iterable[Offered]] = nothing
    guess: bool = False
    prior: float = 0.0

    def __post_init__(self) -> None:
        if unknown := self.says - set(KINDS):
            raise ValueError(
                f"the kind {self.name} says {sorted(unknown)}: add what is new to Kind in termalign/model.py"
            )

    def findings(self, term: Term, target: Target) -> list[Finding]:
        """Return the findings of the comparison.

        Raises
        ------
        ValueError
            If a finding lies outside the text, or has a kind of link that ``says`` lacks: a bug in the comparison.
        """
        found, words = list(self.compare(term, target)), len(target.english.forms)
        for each in found:
            if not 0 <= each.i < each.j <= words:
                raise ValueError(f"the kind {self.name} finds the words {each.i}:{each.j} in a text of {words}: {term}")
            if each.kind not in self.says:
                raise ValueError(f"the kind {self.name} finds {each.kind!r}, which is not in its `says`: {term}")
        return found

    def list_keys(self, term: Term) -> Iterator[Filed]:
        """Yield the keys under which a list files a term.

        Raises
        ------
        ValueError
            If a key does not begin with a letter and a colon, or its characters are not in the term.
        """
        size = len(term.surface)
        for filed in self.filed(term):
            end = size if filed.end is None else filed.end
            if filed.key[1:2] != ":" or not 0 <= filed.start < end <= size:
                raise ValueError(
                    f"the kind {self.name} files {filed.key!r} for {filed.start}:{end} of {term}: a key begins with a "
                    "letter and a colon, and stands for characters of the term"
                )
            yield filed

    def only(self, kinds: Collection[str]) -> "Kind":
        """Return a kind with only those findings that are evidence for links of the given kinds."""
        if self.says <= set(kinds):
            return self
        return replace(self, compare=lambda term, target: [f for f in self.compare(term, target) if f.kind in kinds])
