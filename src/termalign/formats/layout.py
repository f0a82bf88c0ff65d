"""Recognition of the Japanese and English columns of a table by its header, or by the script of the first rows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, permutations, zip_longest
from operator import and_
from typing import NamedTuple

from termalign.formats.errors import FormatError
from termalign.formats.faults import peeked
from termalign.formats.languages import (
    Header,
    bare,
    columns_in,
    header_of,
    is_address,
    is_code_name,
    is_header_word,
    is_item_name,
    notes_of,
    of_a_status,
    without_remark,
)
from termalign.text import scripts

Row = tuple[int, list[str]]  # the line on which it begins, and its fields

JAPANESE = re.compile(f"[{scripts.JAPANESE}\uff66-\uff9f]")
# A word that is not part of a key such as dialog.title or ERR_01.
_WORD = re.compile(r"(?<![\w.])[A-Za-z\u00c0-\u024f]+(?!\w|\.\w)")
_HIRAGANA = re.compile(r"[\s\u3040-\u309f\u30fc]*")
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")
_SEVERAL = 2  # rows of codes that show the row above them to be a header
_WIDEST = 24  # columns to examine
EXAMINED = 10_000  # code points of a cell to examine
_TITLES = 6  # rows to examine for a header, which rows of one cell each may precede


class Layout(NamedTuple):
    """The columns of a table by role, as numbers from 0."""

    ja: list[int]  # in order
    en: list[int]
    note: list[int]
    noted: bool  # whether there is a column of notes, judging by the first rows
    header: Sequence[str] = ()  # the names of the columns; empty if there is no header
    told: bool = False  # whether the header, not the script of the cells, tells the languages
    rivals: Sequence[int] = ()  # other columns that may be the English, if no header tells
    codes: Sequence[int] = ()  # columns before the second text that have another code in each row, if no header tells

    def title(self, k: int) -> str:
        """Return the name of a column in the header, or ``column 1`` if it has none."""
        return (self.header[k].strip() if k < len(self.header) else "") or f"column {k + 1}"


def laid_out(rows: Iterable[Row], *, fixed: bool = False) -> tuple[Layout, Iterator[Row]]:
    """Return the layout of a table, and its rows without the header.

    A header may name the languages. Otherwise, the script tells: Japanese is the column whose cells have kana or kanji, and
    English the one whose cells have Latin words and neither. A column of codes or figures (E-01, 90430-12031) is no text. If
    that is not clear, the first two columns are Japanese and English. With `fixed`, the first row is never a header, and the
    languages are in the first two columns, in either order.
    """
    sample, every = peeked(rows)
    cells = [row for _, row in sample]
    titles = _titles(cells)
    header = _header(cells[titles], cells[titles + 1 :]) if cells and not fixed else None
    if header is not None:
        ja, en = (header.en, header.ja) if _is_turned(header, cells[titles + 1 :]) else (header.ja, header.en)
        return Layout(ja, en, header.note, bool(header.note), cells[titles], True), islice(every, titles + 1, None)
    layout, headed = _by_script(cells, fixed)
    return layout, islice(every, 1, None) if headed else every


def _titles(cells: list[list[str]]) -> int:
    """Return the index of the row that may be a header: the first with several cells, or the one below a row of groups.

    A row of groups (日本語, 英語) has fewer names than the row below it (用語, 読み, 訳語, 状態).
    """
    first = next((k for k, row in enumerate(cells[:_TITLES]) if sum(bool(cell.strip()) for cell in row) > 1), 0)
    groups, names = [{bare(cell) for cell in row} - {""} for row in [*cells, [], []][first : first + 2]]
    more = len(names) > len(groups) and sum(map(is_header_word, names)) > sum(map(is_header_word, groups))
    return first + 1 if more and _header(cells[first + 1], cells[first + 2 :]) else first


def _by_script(cells: Sequence[Sequence[str]], fixed: bool) -> tuple[Layout, bool]:
    """Return the layout that the script of the cells tells, and whether the first row is a header nevertheless."""
    if not fixed and len(cells) > 1 and len(cells[0]) > 1:
        header, below = cells[0], _without_others(cells)
        (a, b), _ = told_by_script(below)
        if _is_header(header, below, a, b):
            notes = [k for k in notes_of(header) if k not in (a, b)]
            others = [k for k, title in enumerate(header) if of_a_status(title)]
            rivals = _rivals(below, a, b, [*notes, *others])
            return Layout([a], [b], notes, bool(notes), header, rivals=rivals, codes=_names(cells[1:], a, b)), True
    (a, b), _ = told_by_script(cells, [(0, 1), (1, 0)] if fixed else None)
    notes, rivals = ([2], []) if {a, b} == {0, 1} else ([], _rivals(cells, a, b, []))
    noted = bool(notes) and any(len(row) > 2 for row in cells)
    return Layout([a], [b], notes, noted, rivals=rivals, codes=[] if fixed else _names(cells, a, b)), False


def _is_header(names: Sequence[str], below: Sequence[Sequence[str]], a: int, b: int) -> bool:
    """Return whether the first row of a table names its columns, of which `a` has Japanese and `b` English.

    It does if it has a word above a column of codes or figures, or the name of such a column (エラーコード), or names of
    things for its texts (品名, Part name), or if it has a word of headers and is no pair itself.
    """
    title, other = _cell(names, a), _cell(names, b)
    if title == other:
        return False
    return (
        any(_names_codes(names, below, k) for k in range(len(names)) if k not in (a, b))
        or (is_item_name(title) and is_item_name(other))
        or (any(map(is_header_word, names)) and not _fits(names, a, b))
    )


def _names_codes(names: Sequence[str], below: Sequence[Sequence[str]], k: int) -> bool:
    """Return whether the first row has a name for column `k`, and the rows below have codes or figures."""
    if not names[k].strip() or _is_code(names[k]):
        return False
    filled = [cell for row in below if (cell := _cell(row, k)).strip()]
    return is_code_name(names[k]) or (len(filled) >= _SEVERAL and all(map(_is_code, filled)))


def _names(rows: Sequence[Sequence[str]], a: int, b: int) -> list[int]:
    """Return the columns before the second text that have another code in each row."""
    columns = {k: [_cell(row, k).strip() for row in rows] for k in range(max(a, b))}
    return [k for k, column in columns.items() if len(set(column)) == len(column) and _are_codes(column)]


def named_layout(name: str, rows: Iterable[Row], columns: Mapping[str, str]) -> tuple[Layout, Iterator[Row]]:
    """Return the layout of a table whose columns the caller names, and its rows without the header.

    `columns` maps ``ja``, ``en`` and other roles to names in the header. Without ``note``, notes are found by their names. If no
    row near the top has all of `columns`, it raises a `FormatError` that names the file `name`.
    """
    sample, every = peeked(rows)
    k, at = _row_of(name, sample, columns)
    row = sample[k][1]
    note = [at["note"]] if "note" in at else [place for place in notes_of(row) if place not in at.values()]
    en = [at["en"]] if "en" in at else []
    return Layout([at["ja"]], en, note, bool(note), row, True), islice(every, k + 1, None)


def partly_named_layout(name: str, rows: Iterable[Row], columns: Mapping[str, str]) -> tuple[Layout, Iterator[Row]]:
    """Return the layout of a table in which the caller names only columns besides Japanese and English, and its rows.

    The table is laid out as if its header called these columns by their roles. Errors are as in `named_layout`.
    """
    sample, every = peeked(rows)
    k, at = _row_of(name, sample, columns)
    number, header = sample[k]
    roles = {place: role for role, place in at.items()}
    named = [roles.get(place, cell) for place, cell in enumerate(header)]
    layout, below = laid_out((n, named if n == number else row) for n, row in every)
    return (layout._replace(header=header) if layout.header else layout), below


def _row_of(name: str, sample: Sequence[Row], columns: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """Return the place of the first row near the top that has all these names, and the columns by role."""
    wanted = {role: bare(title) for role, title in columns.items()}
    for k, (_, row) in enumerate(sample[: _TITLES + 1]):
        names = [bare(cell) for cell in row]
        if set(wanted.values()) <= set(names):
            return k, {role: names.index(title) for role, title in wanted.items()}
    first = next((row for _, row in sample if sum(bool(cell.strip()) for cell in row) > 1), [])
    raise FormatError(
        name, 0, f"expected columns called {', '.join(columns.values())}, found {' | '.join(first)[:200]!r}"
    )


def japanese_column(rows: Iterable[Row]) -> tuple[int, Iterator[Row]]:
    """Return the column of Japanese, which needs no column of English beside it, and the rows below the header."""
    layout, below = laid_out(rows)
    sample, below = peeked(below)
    cells = [row for _, row in sample]
    both = told_by_script(cells)[1] > 0
    if not (layout.told and both):
        named = columns_in(layout.header, "ja")
        if named and any(JAPANESE.search(_cell(row, named[0])) for row in cells):
            return named[0], below
    if both:
        return layout.ja[0], below
    filled = [
        sum(bool(JAPANESE.search(_cell(row, k))) for row in cells) for k in range(max(map(len, cells), default=1))
    ]
    return filled.index(max(filled)), below


def only_codes(layout: Layout, rows: Sequence[Sequence[str]]) -> str:
    """Return what is wrong with a table that has codes and Japanese, but no English, or ``""``.

    Codes behind the Japanese, or in one or two rows, may be its English.
    """
    codes = [k for k in (layout.ja[0], layout.en[0]) if k in layout.codes]
    if not codes or len(rows) <= _SEVERAL:
        return ""
    return (
        f"expected a column of English, found codes in {layout.title(codes[0])}: if these are the English, give the "
        "table a header such as en, ja"
    )


def surplus(layout: Layout, row: Sequence[str]) -> str:
    """Return what is wrong with a row that goes on behind the last name of the header, or ``""``.

    Such a row is usually a text with a comma in a CSV file, which the comma divides.
    """
    if not layout.header or len(row) <= len(layout.header) or not any(map(str.strip, row[len(layout.header) :])):
        return ""
    return (
        f"expected {len(layout.header)} fields as in the header, found {len(row)} in {' ⇥ '.join(row)[:80]!r}: in a .csv "
        "file, a text with a comma needs quotation marks"
    )


def told_by_script(
    rows: Sequence[Sequence[str]], pairs: Sequence[tuple[int, int]] | None = None
) -> tuple[tuple[int, int], int]:
    """Return the columns of Japanese and English, and the number of rows in which both columns fit.

    `pairs` are the possible columns, most likely first; by default, any two. The first pair that fits at least half as many
    rows as the best one is chosen.
    """
    cells = [[cell[:EXAMINED] for cell in row[:_WIDEST]] for row in rows]
    columns = dict(enumerate(zip_longest(*cells, fillvalue="")))
    if pairs is None:
        pairs = sorted(permutations(range(max(len(columns), 2)), 2), key=_likelier)
    ja = {k: [bool(JAPANESE.search(cell)) for cell in column] for k, column in columns.items()}
    en = {k: [is_english(cell) for cell in column] for k, column in columns.items()}
    fits = {(a, b): sum(map(and_, ja.get(a, ()), en.get(b, ()))) for a, b in pairs}
    others = {k for k, column in columns.items() if _is_no_text(column)}
    readings = {k for k, column in columns.items() if all(map(_HIRAGANA.fullmatch, column))}
    likely = {(a, b): fit for (a, b), fit in fits.items() if b not in others and a not in readings}
    fits = likely if any(likely.values()) else fits
    most = max(fits.values(), default=0)
    return next(((pair, fit) for pair, fit in fits.items() if fit and fit * 2 >= most), (pairs[0], 0))


def _header(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Header | None:
    """Return the columns that a header names.

    A column called 翻訳 may have the English, or say which terms are translated. It has the English if no other column has.
    """
    others = ["" if bare(without_remark(name)) == "翻訳" else name for name in names]
    if others == list(names):
        return _named_by(names, rows)
    if (header := _named_by(others, rows)) is not None:
        return header
    header, ((ja, en), fits) = _named_by(names, rows), told_by_script(rows)
    if fits and header and header.en[0] not in (ja, en) and en not in header.note:
        return header_of("en" if k == en else name for k, name in enumerate(others))
    return header


def _named_by(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Header | None:
    """Return the columns by their names. If none is English, the preferred renderings are.

    Admitted renderings never are: few terms have any.
    """
    header = header_of(names)
    if header is not None:
        return header
    approved = {
        k for k, name in enumerate(names)
        if of_a_status(name) == "preferred" and any(is_english(_cell(row, k)) for row in rows)
    }  # fmt: skip
    return header_of("en" if k in approved else name for k, name in enumerate(names)) if approved else None


def _without_others(cells: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the rows below a header, with empty cells in columns of forbidden renderings and of codes."""
    others = {k for k, title in enumerate(cells[0]) if of_a_status(title) == "forbidden" or is_code_name(title)}
    return [["" if k in others else cell for k, cell in enumerate(row)] for row in cells[1:]]


def _is_turned(header: Header, rows: Sequence[Sequence[str]]) -> bool:
    """Return whether columns called source and target are English and Japanese, by the script of the rows."""
    named, turned = (header.ja[0], header.en[0]), (header.en[0], header.ja[0])
    return not header.sure and told_by_script(rows, [named, turned])[0] == turned


def _rivals(rows: Sequence[Sequence[str]], a: int, b: int, notes: Sequence[int]) -> list[int]:
    """Return columns other than `b` that are English in at least half as many rows with Japanese in column `a`."""

    def fit(k: int) -> int:
        return sum(bool(JAPANESE.search(_cell(row, a))) and is_english(_cell(row, k)) for row in rows)

    width = min(max(map(len, rows), default=0), _WIDEST)
    others = [k for k in range(width) if k not in (a, b, *notes) and not _is_no_text([_cell(row, k) for row in rows])]
    return [k for k in others if fit(k) * 2 >= fit(b) > 0]


def is_english(cell: str) -> bool:
    """Return whether a cell has Latin words, and neither kana nor kanji."""
    return bool(_WORD.search(cell)) and not JAPANESE.search(cell)


def has_both(row: Sequence[str]) -> bool:
    """Return whether a row has a cell in Japanese and another in English."""
    return has_japanese(row) and any(map(is_english, row))


def has_japanese(row: Sequence[str]) -> bool:
    """Return whether a row has a cell in Japanese."""
    return any(map(JAPANESE.search, row))


def _likelier(pair: tuple[int, int]) -> tuple[bool, int, bool, int]:
    """Return a sort key that prefers the first two columns, then columns close together, then English on the right."""
    a, b = pair
    return {a, b} != {0, 1}, abs(a - b), a > b, a


def _is_no_text(cells: Sequence[str]) -> bool:
    """Return whether a column has labels or codes."""
    return _is_label(cells) or _are_codes(cells)


def _are_codes(cells: Sequence[str]) -> bool:
    """Return whether a column has codes or figures, with a few words at most (ALL)."""
    filled = [cell for cell in cells if cell.strip()]
    return any(map(_is_code, filled)) and sum(map(_is_code, filled)) * 5 >= len(filled) * 4


def _is_code(cell: str) -> bool:
    """Return whether each word of a cell without Japanese has a digit (E-01, 90430-12031, 1,234), or it has no letters.

    An address is a code, too.
    """
    words = [] if JAPANESE.search(cell) else cell[:EXAMINED].split()
    return is_address(cell[:EXAMINED]) or (
        bool(words) and all(_DIGIT.search(word) or not _LETTER.search(word) for word in words)
    )


def _is_label(cells: Sequence[str]) -> bool:
    """Return whether a column repeats the same few words, as a status does."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) >= 6 and len(set(filled)) * 3 <= len(filled)


def _fits(row: Sequence[str], a: int, b: int) -> bool:
    return bool(JAPANESE.search(_cell(row, a))) and is_english(_cell(row, b))


def _cell(row: Sequence[str], k: int) -> str:
    return row[k] if k < len(row) else ""
