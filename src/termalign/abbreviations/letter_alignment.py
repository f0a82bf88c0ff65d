"""The best alignment of the symbols of a short form, in order, with the words of a long form."""

from typing import Final, NamedTuple

import termalign.abbreviations.letter_weights as w
from termalign.abbreviations.folded_letters import GREEK_NAMES
from termalign.abbreviations.lending import lending
from termalign.abbreviations.word_parts import ARTICLES, Part, has_space

_NEVER: Final = float("-inf")


class Match(NamedTuple):
    """An alignment: its score in nats, the first part of the long form, and the parts that supply a symbol."""

    score: float
    start: int
    used: tuple[int, ...]


def best_match(
    symbols: tuple[str, ...], parts: list[Part], *, whole: bool = False, open_end: bool = False
) -> Match | None:
    """Return the best alignment of all `symbols` with a stretch of `parts` that ends with the last part.

    With `whole`, the stretch must begin with the first part; with `open_end`, it may end before the last. Time and space grow
    with ``len(symbols) * len(parts)``.
    """
    count, size = len(symbols), len(parts)
    rows: list[list[float]] = [[_NEVER] * (count + 1) for _ in range(size + 1)]
    steps: list[list[int]] = [[0] * (count + 1) for _ in range(size + 1)]
    rows[size][count] = 0.0
    best, best_start = _NEVER, -1
    heads = frozenset(symbols)
    numeric = any(not symbol.isalpha() for symbol in symbols) or "x" in heads
    for j in range(size - 1, -1, -1):
        part = parts[j]
        after, row, step = rows[j + 1], rows[j], steps[j]
        gap = _gap(parts[j + 1]) if j + 1 < size else 0.0
        row[count] = 0.0 if open_end else after[count] + gap + _tail(parts, j)
        skip = gap + _skip(part)
        for a in range(1, count):
            row[a] = after[a] + skip
        form = part.form
        if not numeric and form[0] not in heads:
            continue
        for a in range(count):
            symbol = symbols[a]
            if symbol != form[0] and symbol.isalpha() and symbol != "x":
                continue
            score, taken = row[a], 0
            for k, value in lending(symbols[a:], form, part.kind):
                new = value + after[a + k] + gap
                if new > score:
                    score, taken = new, k
            row[a], step[a] = score, taken
        # A long form begins with the word that supplies the first symbol: nothing is skipped before it.
        if (j == 0 or not whole) and step[0] and row[0] != _NEVER:
            total = row[0] + _start(parts, j) + (w.ARTICLE_START if form in ARTICLES else 0.0)
            if total > best:
                best, best_start = total, j
    if best_start < 0:
        return None
    return Match(best, best_start, _trace(steps, best_start, count, size))


def _trace(steps: list[list[int]], start: int, count: int, size: int) -> tuple[int, ...]:
    used, a = [], 0
    for j in range(start, size):
        if a < count and steps[j][a]:
            used.append(j)
            a += steps[j][a]
    return tuple(used)


def _gap(part: Part) -> float:
    """Return the cost of moving from the preceding part to `part`."""
    between = part.between
    if between == " " or not between:
        return 0.0
    cost = 0.0
    if "," in between or "，" in between:
        cost += w.COMMA
    if any(char in between for char in "()[]（）"):
        cost += w.BRACKET if has_space(between) else w.BRACKET_INSIDE
    elif any(char in between for char in '"“”„'):
        cost += w.QUOTE
    if any(char in between for char in ";:；：—–=。"):
        cost += w.BREAK
    return cost


def _skip(part: Part) -> float:
    if part.kind == "function":
        return w.SKIP_FUNCTION
    if part.kind == "number" or (len(part.form) == 1 and part.joined):
        return w.SKIP_LOCANT if part.chemical else w.SKIP_NUMBER
    if part.chemical:
        return w.SKIP_CHEMICAL
    return w.SKIP_JOINED if part.joined else w.SKIP_CONTENT


def _tail(parts: list[Part], j: int) -> float:
    """Return the cost of part `j` after the last part that supplies a letter."""
    part = parts[j]
    if part.kind == "word" and j and parts[j - 1].kind == "function":
        return w.TAIL_PHRASE
    return w.TAIL_CONTENT if part.kind in ("word", "acronym") and not part.joined else _skip(part)


def _start(parts: list[Part], j: int) -> float:
    """Return the cost of beginning with part `j`: none at the beginning of a word or after locants (2,6-diamino)."""
    while j and parts[j].joined and not _parts_words(parts[j].between):
        j -= 1
        if not is_locant(parts[j]):
            return w.START_INSIDE
    return 0.0


def _parts_words(between: str) -> bool:
    """Return whether the text between two joined parts still separates words: a slash."""
    return "/" in between


def is_locant(part: Part) -> bool:
    """Return whether `part` only numbers a position in a chemical name (N-, 2,6-, alpha-, tert-)."""
    return part.kind == "number" or len(part.form) == 1 or part.form in GREEK_NAMES
