"""The borders between terms in a noun run, according to the conventions of terminology."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache

from termalign.japanese.name_words import is_credit, roles, titles
from termalign.japanese.runs import DETERMINERS, RELATING
from termalign.japanese.text import JapaneseText
from termalign.propose.shapes import NAMES, WORDS
from termalign.quantities import Quantity
from termalign.quantities.quantity import Offsets
from termalign.quantities.units import PROVISIONS

_DETERMINING = frozenset("各全両約第同元前新旧本") | DETERMINERS
_PLURAL = frozenset({"たち", "達", "ら", "等", "ども", "など"})
_ADVERBIAL = frozenset("沖発着増減差先内外前後側安高超中時間別毎")
_LONGEST_ROLE = 4  # morphemes
_DOT = "・"
_HONORIFIC = frozenset({"お", "ご", "御"})
_PERSONS = frozenset({"さん", "氏", "様", "さま", "くん", "君", "ちゃん"})
_LIMIT = re.compile("以上|以下|以内|未満|超(?![一-龥])")  # 超過, 超大型 are words of their own
_ADVERBIAL_NOUN = "名詞-普通名詞-副詞可能"


def borders_within(
    ja: JapaneseText, runs: Iterable[tuple[int, int]], quantities: Iterable[Quantity], shapes: Mapping[int, str]
) -> dict[int, str]:
    """Return the morphemes before which runs may be split, with the reasons, as `borders` does; ``shapes`` is by morpheme."""
    found: dict[int, str] = {}
    places = [place for start, end in _whole(ja.text, quantities) if (place := ja.range_at(start, end))]
    for a, b in runs:
        if b - a > 1:
            found.update(borders(ja, (a, b), [shapes[k] for k in range(a, b)], places))
    return found


def _whole(text: str, quantities: Iterable[Quantity]) -> Iterator[Offsets]:
    """Yield the code points of quantities with the words that limit them, and of provisions that follow each other as one."""
    last: tuple[Offsets, str] | None = None
    for q in quantities:
        if q.kind == "relative":
            continue  # 先週納品: a word like others
        limit = _LIMIT.match(text, q.end)
        start, end = q.start, limit.end() if limit else q.end
        if last is not None and q.unit in PROVISIONS and last[1] in PROVISIONS and last[0][1] == start:
            start = last[0][0]
        elif last is not None:
            yield last[0]
        last = (start, end), q.unit
    if last is not None:
        yield last[0]


def borders(
    ja: JapaneseText, run: tuple[int, int], shapes: Sequence[str], quantities: Iterable[tuple[int, int]]
) -> dict[int, str]:
    """Return the morphemes of a run before which it may be split, with the reasons.

    ``shapes`` has the shape of each morpheme of the run (`termalign.propose.shapes`). ``quantities`` are the morphemes
    of the numbers and dates in the text.
    """
    first, last = run
    found: dict[int, str] = {}
    for k in range(first + 1, last):
        reason = _reason(ja, k, run, shapes[k - 1 - first], shapes[k - first], shapes)
        if reason:
            found[k] = reason
    for a, b in quantities:
        if first <= a and b <= last:
            _around_quantity((a, b), run, found)
    for a in range(first, last):
        for b in range(min(last, a + _LONGEST_ROLE), a, -1):
            if ja.surface(a, b) in _roles_and_titles():
                if a > first:
                    found[a] = "name then role" if shapes[a - 1 - first] in NAMES else "word then role"
                if b < last:
                    found[b] = "role then name" if shapes[b - first] in NAMES else "role then word"
                break
    return found


@cache
def _roles_and_titles() -> Set[str]:
    return roles() | titles()


def _reason(ja: JapaneseText, k: int, run: tuple[int, int], left: str, right: str, shapes: Sequence[str]) -> str | None:
    """Return why a run may be split before morpheme ``k``, which has the shape ``right``; None if it may not."""
    m, before = ja.morphemes[k], ja.morphemes[k - 1]
    reason = _reason_of_word(ja, k, run, left)
    if reason is not None:
        return reason
    if _DOT in (m.surface, before.surface):
        after = shapes[k + 1 - run[0]] if k + 1 < run[1] else ""
        joins = m.surface == _DOT and (left in NAMES) == (after in NAMES)
        return None if joins else "dot"
    if ja.text[before.end : m.start].isspace():
        return "space"
    if before.pos == _ADVERBIAL_NOUN and right in WORDS and left != "number":
        return "adverb then word"
    return _reason_of_shapes(left, right)


def _reason_of_word(ja: JapaneseText, k: int, run: tuple[int, int], left: str) -> str | None:
    """Return the reason that is one of the two words beside the border, such as an honorific or a suffix."""
    m, before = ja.morphemes[k], ja.morphemes[k - 1]
    first, last = run
    if k - 1 == first and before.surface in _HONORIFIC:
        return "honorific"
    if m.surface in _PERSONS and left in NAMES:
        return "person's title"
    if m.surface in _PLURAL:
        return "plural"
    if is_credit(m, before):
        return "relating"
    if m.surface in RELATING or m.pos.startswith("接尾辞-名詞的-副詞可能"):
        return "relating"
    if m.surface in _ADVERBIAL and k == last - 1:
        return "adverbial"
    return "determiner" if k - 1 == first and before.surface in _DETERMINING else None


def _reason_of_shapes(left: str, right: str) -> str | None:
    """Return the reason that is in the shapes of the two words beside the border."""
    if (left == "number") != (right == "number"):
        return "number then word" if left == "number" else "word then number"
    if left in NAMES and right in WORDS:
        return f"{left} then {right}"
    if left in WORDS and right in NAMES:
        return f"word then {right}"
    return "place then name" if left == "place" and right in NAMES else None


def _around_quantity(place: tuple[int, int], run: tuple[int, int], found: dict[int, str]) -> None:
    """Allow a split before and after a quantity, but not inside it."""
    (a, b), (first, last) = place, run
    for k in range(a + 1, b):
        found.pop(k, None)
    if a > first:
        found[a] = "before a quantity"
    if b < last:
        found[b] = "behind a quantity"
