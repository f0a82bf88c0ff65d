"""A candidate: a short form, and the range of text that may contain its long form."""

from typing import Final, Literal, NamedTuple, TypeAlias

Side: TypeAlias = Literal["before", "within", "after"]
REACH: Final = 300  # code points from a declaration within which its long form begins
QUOTES: Final = "\"'“”‘’„«»‹›`"


class Candidate(NamedTuple):
    """The short form ``text[start:end]``, whose long form may be in ``text[left:right]``.

    `side` says where: the long form ends at `right` ("before"), is all of the range ("within"), or begins at `left`
    ("after"). `prior` is the evidence of the wording for a definition, before any letter is compared, in nats.
    """

    start: int
    end: int
    left: int
    right: int
    side: Side
    prior: float


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``start:end`` without spaces and quotation marks at both ends."""
    while start < end and (text[start].isspace() or text[start] in QUOTES):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in QUOTES):
        end -= 1
    return start, end


def back(text: str, right: int, reach: int) -> int:
    """Return the beginning of a word that is at most `reach` code points before `right`."""
    left = right - reach
    if left <= 0:
        return 0
    while left < right and not text[left - 1].isspace():
        left += 1
    return left


def without_possessive(text: str, start: int, end: int) -> int:
    """Return the end of ``text[start:end]`` without a possessive ending."""
    if end - start > 2 and text[end - 1] in "sS" and text[end - 2] in "'’":
        return end - 2
    return end - 1 if end - start > 1 and text[end - 1] in "'’" else end
