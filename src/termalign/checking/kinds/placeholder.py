"""placeholder: placeholders of programs, and tags, that only one of the texts has."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.quantities.quantity import Offsets
from termalign.text import CODE, PLACEHOLDERS, blanked, pieces

_T = TypeVar("_T")
_SCORE = 0.95

#: The sorts of markup that a program reads
_COMPARED = PLACEHOLDERS | {"icu", "tag", "control"}
#: Those that count in the attributes of a tag, where a percent sign also begins a character of an address.
_IN_ATTRIBUTES = frozenset({"named", "protected", "braces"})
#: Tags that a translator puts where the translation needs them.
_FREE = frozenset({"<br", "<wbr", "<ruby", "</ruby", "<rt", "</rt", "<rp", "</rp", "<rb", "</rb"})


class Placeholders(Checker):
    """A checker for placeholders and tags. A program needs them unchanged, so each must be in both texts."""

    kind = "placeholder"

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = _placeholders(segment.ja), _placeholders(segment.en)
        lost = [(segment.ja[at[0]], at) for key, at in ja.items() if key not in en]
        new = [(segment.en[at[0]], at) for key, at in en.items() if key not in ja and _is_certain(key, en)]
        for own, other in paired(lost, new, lambda signed: signed[0]):
            expected = [segment.ja[slice(*own[1])]] if own else []
            yield self.differs(segment, _SCORE, own and own[1], other and other[1], expected)


def paired(lost: Sequence[_T], new: Sequence[_T], sort: Callable[[_T], str]) -> Iterator[tuple[_T | None, _T | None]]:
    """Yield what is lost with what is added of the same sort, if there is any, then what is only added."""
    left = list(new)
    for thing in lost:
        like = next((other for other in left if sort(other) == sort(thing)), None)
        if like is not None:
            left.remove(like)
        yield thing, like
    yield from ((None, thing) for thing in left)


def _is_certain(key: str, english: Mapping[str, Offsets]) -> bool:
    """Return whether an addition to the English is a placeholder or a closed tag: *<the founder>* is neither."""
    return not key.startswith("<") or f"</{key.strip('</').partition('=')[0]}" in english


def _placeholders(text: str) -> dict[str, Offsets]:
    """Return the first position of each placeholder and tag, by what it must have in common with that in the other text.

    That is the name of a tag, with its value in ``<color=red>``; the name of an ICU argument; the conversion and the
    argument of ``%s`` (the second ``%s`` is ``%2$s``); the whole of ``{{ name }}`` but for its spaces; and the whole of any
    other placeholder.
    """
    found: dict[str, Offsets] = {}
    argument = 0
    for start, piece in _compared(blanked(CODE, text)):
        if conversion := piece["conversion"]:
            argument += 1
            key = f"%{piece['argument'] or argument}${conversion}"
        else:
            key = (
                (piece["opening"] or "").lower()
                or (piece["name"] and f"{{{piece['name']}}}")
                or (piece[0].replace(" ", "") if piece[0].startswith("{{") else piece[0])
            )
        if key not in _FREE:
            found.setdefault(key, (start, start + len(piece[0])))
    return found


def _compared(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the markup that a program reads, each with its start. A tag is followed by the placeholders in its attributes."""
    for piece in pieces(text):
        if piece.lastgroup in _COMPARED:
            yield piece.start(), piece
        if piece.lastgroup == "tag":
            within = piece.start() + 1
            inner = pieces(piece[0][1:-1])
            yield from ((within + one.start(), one) for one in inner if one.lastgroup in _IN_ATTRIBUTES)
