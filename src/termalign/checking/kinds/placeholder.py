"""placeholder: what a program needs unchanged and only one of the texts has: placeholders, tags, inline codes, shortcuts.

Words that the English has twice in a row (*the the*) are slips of the same sort.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import termalign.checking.scores as scores
from termalign.checking.finding import Finding, quoted
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.quantities.quantity import Offsets
from termalign.text import CODE, PLACEHOLDERS, blanked, in_code, pieces

_T = TypeVar("_T")
_Found = dict[str, list[Offsets]]

#: The sorts of markup that a program reads
_COMPARED = PLACEHOLDERS | {"icu", "tag", "control"}
#: Those that count in the attributes of a tag, where a percent sign also begins a character of an address.
_IN_ATTRIBUTES = frozenset({"named", "protected", "braces"})
#: Tags that a translator puts where the translation needs them.
_FREE = frozenset({"<br", "<wbr", "<ruby", "</ruby", "<rt", "</rt", "<rp", "</rp", "<rb", "</rb"})
# Conversions that only the format of a date or time has, and those that other formats share with it (strftime). Each language
# arranges a date in its own way.
_OF_A_TIME = re.compile(r"(?<!%)%[-_0^#]?[aAbBhHIjlmMPRTyYZ](?![a-z])")
_PERHAPS_OF_A_TIME = re.compile(r"%[-_0^#]?[cdegknprsuxDFGSUVWX]")
# A translator who numbers the arguments may well use one twice.
_ARGUMENT = re.compile(r"%[0-9]+\$")
# Words that never follow themselves, unlike *had had*, *that that*, *logged in in 2020* and *long long*
_DOUBLED = re.compile(
    r"(?<![\w'’.-])(?:(?P<first>[Tt]he) the|(?P<word>an?|and|as|at|by|for|from|of|or|the|their|to|with) (?P=word))(?![\w'’.-]*\w)"
)
# Trados gives the codes of a translation that it has taken from another file ids of their own.
_REUSED = re.compile(r'"pm[0-9a-f]{8}-')


class Placeholders(Checker):
    """A checker for placeholders and tags. A program needs them unchanged, so each must be in both texts.

    A placeholder that one of the texts has once must not be in the other more often, and a tag that the Japanese closes must
    also be closed in the English.
    """

    kind = "placeholder"

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = _placeholders(segment.ja), _placeholders(segment.en)
        if _OF_A_TIME.search(segment.ja) or _OF_A_TIME.search(segment.en):
            ja, en = _without_times(ja, segment.ja), _without_times(en, segment.en)
        certain = {key: at for key, at in en.items() if _is_certain(key, en)}
        lost, new = _only(ja, segment.ja, en, segment.en), _only(certain, segment.en, ja, segment.ja)
        if segment.unit.is_singular and len(lost) == 1 and not new:
            lost = []  # %d 時間前, *an hour ago*
        for own, other in paired(lost, new, lambda signed: signed[0][0]):
            expected, japanese = ([each[0]] if each else [] for each in (own, other))
            ja_place, en_place = (each and each[1] for each in (own, other))
            yield self.finding(
                segment, scores.PLACEHOLDER, ja=ja_place, en=en_place, expected=expected, japanese=japanese
            )
        yield from self._repeated(segment, ja, en)
        if not lost and not new:
            yield from self._unbalanced(segment)

    def _repeated(self, segment: Segment, ja: _Found, en: _Found) -> Iterator[Finding]:
        """Yield a placeholder that one of the texts has once and the other more often."""
        for key, mine in ja.items():
            theirs = en.get(key, [])
            counts = len(mine), len(theirs)
            if min(counts) != 1 or max(counts) == 1 or key.startswith("<") or _ARGUMENT.match(key):
                continue
            language = "English" if len(theirs) > 1 else "Japanese"
            often = f"{quoted(segment.ja[slice(*mine[0])])} is in the {language} more than once."
            yield self.finding(segment, scores.PLACEHOLDER, often, ja=mine[-1], en=theirs[-1])

    def _unbalanced(self, segment: Segment) -> Iterator[Finding]:
        """Yield the tags of the English that have no counterpart in it, although those of the Japanese have one."""
        there = _unbalanced(segment.ja)
        for name, at in _unbalanced(segment.en).items():
            if at and name in there and not there[name]:
                tag = segment.en[slice(*at)]
                message = (
                    f"{quoted(tag)} {'closes nothing' if tag.startswith('</') else 'is not closed'} in the English."
                )
                yield self.finding(segment, scores.PLACEHOLDER, message, en=at)


def paired(lost: Sequence[_T], new: Sequence[_T], sort: Callable[[_T], str]) -> Iterator[tuple[_T | None, _T | None]]:
    """Yield what is lost with what is added of the same sort, if there is any, then what is only added."""
    left = list(new)
    for thing in lost:
        like = next((other for other in left if sort(other) == sort(thing)), None)
        if like is not None:
            left.remove(like)
        yield thing, like
    yield from ((None, thing) for thing in left)


def _only(found: _Found, text: str, others: _Found, other: str) -> list[tuple[str, Offsets]]:
    """Return the placeholders of a text that the other one lacks, also in code, with their places."""
    lacking = [(text[slice(*at[0])], at[0]) for key, at in found.items() if key not in others]
    return [(written, at) for written, at in lacking if not in_code(written, other)]


def _is_certain(key: str, english: _Found) -> bool:
    """Return whether an addition to the English is a placeholder or a closed tag: *<the founder>* is neither."""
    return not key.startswith("<") or f"</{_name(key)}" in english


def _name(opening: str) -> str:
    """Return the name of a tag: color of ``<color=red>``."""
    return opening.strip("</").partition("=")[0].lower()


def _unbalanced(text: str) -> dict[str, Offsets | None]:
    """Return the names of tags that are closed, each with the place of the first that has no counterpart, or None."""
    open_tags: dict[str, list[Offsets]] = {}
    closed: set[str] = set()
    wrong: dict[str, Offsets] = {}
    for piece in pieces(blanked(CODE, text)):
        if piece.lastgroup != "tag" or piece[0].endswith("/>"):
            continue
        name = _name(piece["opening"])
        others = open_tags.setdefault(name, [])
        if not piece[0].startswith("</"):
            others.append(piece.span())
            continue
        closed.add(name)
        if others:
            others.pop()
        else:
            wrong.setdefault(name, piece.span())
    return {name: wrong.get(name) or next(iter(open_tags[name]), None) for name in closed}


def _placeholders(text: str) -> _Found:
    """Return the positions of each placeholder and tag, by what it must have in common with that in the other text.

    That is the name of a tag, with its value in ``<color=red>``; the name of an ICU argument; the conversion and the
    argument of ``%s`` (the second ``%s`` is ``%2$s``); the whole of ``{{ name }}`` but for its spaces; and the whole of any
    other placeholder.
    """
    found: _Found = {}
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
            found.setdefault(key, []).append((start, start + len(piece[0])))
    return found


def _without_times(found: _Found, text: str) -> _Found:
    """Return the placeholders that cannot be part of the format of a date or time."""
    return {key: at for key, at in found.items() if not _PERHAPS_OF_A_TIME.fullmatch(text[slice(*at[0])])}


def _compared(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the markup that a program reads, each with its start. A tag is followed by the placeholders in its attributes."""
    for piece in pieces(text):
        if piece.lastgroup in _COMPARED:
            yield piece.start(), piece
        if piece.lastgroup == "tag":
            within = piece.start() + 1
            inner = pieces(piece[0][1:-1])
            yield from ((within + one.start(), one) for one in inner if one.lastgroup in _IN_ATTRIBUTES)


class Doubled(Checker):
    """A checker for function words that stand twice in the English."""

    kind = "placeholder"

    def look(self, segment: Segment) -> Iterator[Finding]:
        for found in _DOUBLED.finditer(blanked(CODE, segment.en_prose)):
            word = found["first"] or found["word"]
            yield self.finding(
                segment, scores.WORD_TWICE, f"{quoted(word)} is there twice.", en=found.span(), expected=[word]
            )


class InlineCodes(Checker):
    """A checker for inline codes with ids. Each side of a unit has one finding, whatever the number of its codes."""

    kind = "placeholder"

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = map(Counter, segment.unit.codes)
        if any(map(_REUSED.search, [*ja, *en])):
            return
        direction = segment.direction
        own, theirs = direction.ordered(ja, en)
        lost, new = [*(own - theirs)], [*(theirs - own)]
        if lost:
            message = _message(lost, theirs, direction.translation)
            yield self.finding(segment, scores.INLINE_CODE, message, expected=lost, japanese=lost)
        if new:
            yield self.finding(
                segment, scores.INLINE_CODE, _message(new, own, direction.original), found=", ".join(new)
            )


def _message(codes: list[str], other: Counter[str], language: str) -> str:
    """Return what a text lacks, of codes that the other text has or has more often."""
    fewer = "not as often " if any(other[code] for code in codes) else "not "
    named, verb = (", ".join(codes), "are") if len(codes) > 1 else (codes[0], "is")
    return f"The inline code{'s' * (len(codes) > 1)} {named} {verb} {fewer}in the {language}."


class Shortcuts(Checker):
    """A checker for keyboard shortcuts. If only one text has one, the other may name the command instead."""

    kind = "placeholder"

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = segment.shortcuts
        lost = [each for each in ja if each.keys not in [other.keys for other in en]]
        new = [each for each in en if each.keys not in [other.keys for other in ja]]
        for own, other in paired(lost, new, lambda _: ""):
            if own and other:
                said, instead = [own.written], [other.written]
                yield self.finding(
                    segment, scores.SHORTCUT, ja=own.span, en=other.span, expected=said, japanese=instead
                )
