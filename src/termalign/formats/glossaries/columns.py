"""Conversion of the rows of a table to glossary forms, and of entries to rows."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from termalign.formats.delimited import Row
from termalign.formats.errors import FormatError, Untranslated
from termalign.formats.faults import peeked
from termalign.formats.glossaries.doubt import (
    CROSSES,
    DASHES,
    NO,
    YES,
    Doubt,
    about_check,
    about_forbidding,
    about_statuses,
    about_translate,
    is_translated,
)
from termalign.formats.glossaries.entry import (
    Form,
    GlossaryEntry,
    Status,
    decides,
    forms_of,
    is_status,
    notes_on_forms,
    rank_of,
    renderings_of,
    said_status,
    status_of,
    stays,
    unknown_statuses,
)
from termalign.formats.glossaries.packed import Cells, surely_several
from termalign.formats.languages import OF_A_STATUS, bare, fuzzy_of, ids_of, of_a_status, without_remark
from termalign.formats.layout import (
    Layout,
    has_japanese,
    is_english,
    japanese_column,
    laid_out,
    named_layout,
    only_codes,
    partly_named_layout,
    surplus,
)
from termalign.formats.limits import AN_OBJECT, most, too_much
from termalign.formats.opening import Source, name_of
from termalign.formats.table_files import read_table, unit_of, write_table
from termalign.text import ListItem, list_item, read_aloud

_ALTERNATIVES = re.compile(r"\s*[|;｜；]\s*")
_JAPANESE_ALTERNATIVES = re.compile(r"\s*[|;｜；、]\s*")
_PLAIN_JAPANESE, _PLAIN_ENGLISH = (
    re.compile(r"[^|;｜；、/／,，\n(（〔［]+"),
    re.compile(r"[^|;｜；,、，・／/\n]+"),
)  # a cell with exactly one form

#: The roles of columns besides Japanese, English and note, with their names in headers.
FURTHER = {
    "status": "status|term status|administrative status|approval|approval status|ステータス|状態|使用区分|訳語ステータス|"
    "訳語区分|使用可否|承認状況|承認状態",
    "ja_status": "ja status|term status (ja)|見出し語ステータス",
    "pos": "pos|part of speech|src:pos|品詞",
    "definition": "definition|定義|語義|意味",
    "domain": "domain|subject|subject field|field|category|分野|カテゴリ|カテゴリー|分類",
    "concept": "concept|concept id|entry id|概念id",
    "translate": "translate|translate?|翻訳|翻訳要否|翻訳の要否|要翻訳",
    "reading": "reading|kana|furigana|yomi|読み|よみ|ヨミ|読み方|読み仮名|読みがな|よみがな|ヨミガナ|ふりがな|フリガナ|振り仮名|"
    "振りがな|仮名|かな|カナ|term (reading)|用語（読み）|見出し語（読み）|日本語（読み）",
    "check": "check|チェック|訳語チェック|チェック要否",
    **OF_A_STATUS,
}
_FURTHER = {bare(name): role for role, names in FURTHER.items() for name in names.split("|")}
# The names of columns that have statuses in some tables and other data in others. The first rows tell.
_PERHAPS_STATUS = frozenset(
    "区分 可否 採否 種別 判定 評価 扱い 使用 採用 承認 usage use approved type rating recommendation ok/ng 可/不可".split()
)
# Marks in a column of forbidden renderings, which forbid the rendering in the same row.
_MARKS = YES | {"禁止", "使用禁止", "不可", "ng"}
_NO_MARKS = NO | DASHES
_TABLE = ("ja", "en", "note")
#: Further columns that `termalign extract` writes, which no glossary reads.
EXTRACTED = ("probability", "count", "kind", "unit", "example ja", "example en")
_WHOLE = " (whole cell)"  # behind the names of columns whose cells are one form each, whatever marks they have
NAME_THEM = "name the columns with --columns ja=…,en=…, or in Python with columns={'ja': …, 'en': …}"
_APPROVED: tuple[Status, ...] = ("preferred", "admitted")


class Columns(NamedTuple):
    """The columns of a table that were read."""

    names: Mapping[str, str]  # the name in the header, or ``column 1``, by role (``ja`` ``en`` ``note`` ``status`` …)
    guessed: bool  # whether the script of the rows, not a header, told the languages
    unused: Sequence[str] = ()  # the names of columns that were not read


class Locales(NamedTuple):
    """The codes of the two languages in a file, such as ``ja-JP`` and ``en-US``."""

    ja: str = "ja"
    en: str = "en"


Read = Columns | Locales | Form | FormatError | Doubt
"""What a reader yields: a table's columns at first, then forms, what is wrong with each record that gives none, and doubts; and
at any time, the codes of the languages.
"""


def terms_of(
    source: Source,
    rows: Iterable[Row],
    *,
    alternatives: bool = True,
    fixed: bool = False,
    unit: str = "line",
    columns: Mapping[str, str] | None = None,
) -> Iterator[Read]:
    """Yield the columns, the forms of all rows except the header, an error for each row without a form, and doubts.

    With `alternatives`, one field may hold several forms separated by marks. Each Japanese form takes each English one. A
    field of only such marks is a form: 、 *comma*. `fixed` is as for `laid_out`, `unit` is the word for a row in messages,
    and `columns` maps roles to names in the header.
    """
    name = name_of(source)
    layout, below = _laid_out(name, rows, columns, fixed=fixed)
    sample, below = peeked(below)
    first = [row for _, row in sample]
    _check_english(name, layout, first)
    several = alternatives and not _of_whole_cells(layout)
    table = _table(name, unit, layout, columns, first, Cells(unit) if several else None)
    sure = fixed or layout.told or (not layout.header and {table.places["ja"], table.places["en"]} == {0, 1})
    unread = _unread(layout, table.places.values())
    yield Columns(table.roles, not sure, [layout.title(k) for k in unread if _filled(first, k)])
    if sample and _told_by_cells(table, columns):
        what = f"the column {table.roles['status']} is read as that of statuses, because its cells are statuses"
        yield Doubt(what, sample[0][0], unit)
    ja, en = pair = table.layout.ja[0], table.layout.en[0]
    notes = table.layout.note[:1]
    is_plain = table.is_plain
    least = max(pair)
    terms: set[str] = set()
    rows_read = 0
    watched = [*unread, *table.layout.note]
    for number, row in below:
        terms.update(_cells(row, table.layout.ja[:1]))
        rows_read += 1
        for k in watched:
            if k < len(row):
                yield from about_forbidding(number, layout.title(k), row[k].strip(), unit=unit)
        if unit == "line" and (problem := surplus(layout, row)):
            yield FormatError(name, number, problem)
        elif (
            is_plain and len(row) > least and (one := _plain_form(row[ja].strip(), row[en].strip(), _cells(row, notes)))
        ):
            yield one
        else:
            yield from _forms_of(number, row, table)
    if table.cells is not None:
        yield from table.cells.doubts(one_a_row=len(terms) < rows_read)


def _laid_out(
    name: str, rows: Iterable[Row], columns: Mapping[str, str] | None, *, fixed: bool = False
) -> tuple[Layout, Iterator[Row]]:
    """Return the layout of a table, of which the caller may name all columns or only some, and its rows."""
    if not columns:
        return laid_out(rows, fixed=fixed)
    return (named_layout if "ja" in columns else partly_named_layout)(name, rows, columns)


def _of_whole_cells(layout: Layout) -> bool:
    """Return whether the header says that each cell is one form, as `table_of_entries` writes it."""
    return all(layout.title(column).endswith(_WHOLE) for column in (layout.ja[0], layout.en[0]))


def _unread(layout: Layout, taken: Iterable[int]) -> list[int]:
    """Return the columns that are not read, except those of the names of rows and those of `EXTRACTED`."""
    read = {*layout.ja[:1], *layout.en, *layout.note, *taken, *ids_of(layout.header), *layout.codes}
    return [k for k in _titled(layout) if k not in read]


def _titled(layout: Layout) -> dict[int, str]:
    """Return the names of the columns, without those of `EXTRACTED` if all of these are there."""
    titles = {k: title.strip() for k, title in enumerate(layout.header) if title.strip()}
    known = EXTRACTED if {*EXTRACTED} <= {*titles.values()} else ()
    return {k: title for k, title in titles.items() if title not in known}


def _told_by_cells(table: "_Table", columns: Mapping[str, str] | None) -> bool:
    """Return whether only its cells show a column to be that of statuses, neither its name nor the caller."""
    title = bare(table.roles.get("status", "status"))
    return not (columns and "status" in columns) and title not in _PERHAPS_STATUS and _role(title) != "status"


def _check_english(name: str, layout: Layout, sample: Sequence[Sequence[str]]) -> None:
    """Raise an error if several columns may be the English one, or if that has codes."""
    if layout.rivals:
        able = ", ".join(layout.title(k) for k in (*layout.en, *layout.rivals))
        raise FormatError(name, 0, f"expected one column of English, found {able}: {NAME_THEM}")
    if problem := only_codes(layout, sample):
        raise FormatError(name, 0, problem)


def _table(
    name: str,
    unit: str,
    layout: Layout,
    columns: Mapping[str, str] | None,
    sample: Sequence[Sequence[str]],
    cells: Cells | None,
) -> "_Table":
    """Return what the header and the first rows tell about a table."""
    places = _places(layout, columns, sample)
    claimed = {k for role, k in places.items() if role not in _TABLE}
    layout = layout._replace(
        en=[k for k in layout.en if k not in claimed], note=[k for k in layout.note if k not in claimed]
    )
    marks = _marks(name, layout, places.get("forbidden"), sample)
    return _Table(name, unit, layout, places, cells, marks, of_a_status(layout.title(layout.en[0])) or "")


def _plain_form(ja: str, en: str, notes: Sequence[str]) -> Form | None:
    """Return the form of a row with one term and one rendering, as most rows have, or None for other rows."""
    plain = _PLAIN_JAPANESE.fullmatch(ja) and _PLAIN_ENGLISH.fullmatch(en) and en not in DASHES
    return Form(ja, en, " ".join(notes)) if plain else None


def _places(layout: Layout, columns: Mapping[str, str] | None, sample: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the first column of each role. `sample` has the first rows below the header."""
    found = {"ja": layout.ja[0], "en": layout.en[0], **({"note": layout.note[0]} if layout.noted else {})}
    return _by_titles(layout, found | _named(layout, columns or {}), sample)


def _named(layout: Layout, columns: Mapping[str, str]) -> dict[str, int]:
    """Return the further columns that the caller names."""
    wanted = {bare(called): role for role, called in columns.items()}
    named = {wanted.get(bare(title)): k for k, title in enumerate(layout.header)}
    return {role: k for role, k in named.items() if role is not None and role not in _TABLE}


def _by_titles(layout: Layout, found: dict[str, int], sample: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the columns with those that the header gives further roles. A column has the role that was found first."""
    for k, title in enumerate(layout.header):
        role = _role(title)
        further = k not in (*layout.ja, *layout.en, *layout.note) or (k in layout.en[1:] and of_a_status(title))
        if role == "forbidden" and not _may_forbid(_filled(sample, k)):
            continue
        if role is not None and further and k not in found.values():
            found.setdefault(role, k)
    if "status" not in found and (status := _status_column(layout, found.values(), sample)) is not None:
        found["status"] = status
        notes = [k for k in layout.note if k != status]
        if found.pop("note", None) is not None and notes:
            found["note"] = notes[0]
    return found


def _role(title: str) -> str | None:
    """Return the further role that the name of a column gives it."""
    return of_a_status(title) or _FURTHER.get(bare(title)) or _FURTHER.get(bare(without_remark(title)))


def _status_column(layout: Layout, taken: Collection[int], sample: Sequence[Sequence[str]]) -> int | None:
    """Return the column of statuses, or None.

    Its title may be that of statuses, and its cells in the sample, if any, are statuses. Otherwise, it has no other use, and
    most of its cells are statuses.
    """
    free = [k for k in range(len(layout.header)) if k not in (*layout.ja, *layout.en, *taken)]
    for k, title in enumerate(layout.header):
        if bare(title) in _PERHAPS_STATUS and (k in free or k in layout.note):
            cells = _filled(sample, k)
            if _are_statuses(cells) or not (cells or k in layout.note):
                return k
    return next((k for k in _unread(layout, taken) if _are_surely_statuses(_filled(sample, k))), None)


def _may_forbid(cells: Sequence[str]) -> bool:
    """Return whether a column, if it has anything, has English or marks: 旧称 may also have Japanese."""
    return not cells or any(is_english(cell) or not has_japanese([cell]) or _mark(cell) in _MARKS for cell in cells)


def _filled(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    """Return the non-blank cells of a column."""
    return [row[column] for row in rows if column < len(row) and row[column].strip()]


def _are_statuses(cells: Sequence[str]) -> bool:
    """Return whether cells are statuses: some are known, and there are not more unknown words than known cells."""
    known = sum(map(is_status, cells))
    return known > 0 and len({*unknown_statuses(*cells)}) <= known


def _are_surely_statuses(cells: Sequence[str]) -> bool:
    """Return whether most cells are statuses, and one says by a word, not a mark, what is preferred or forbidden."""
    known = list(filter(is_status, cells))
    return len(known) > len(unknown_statuses(*cells)) and _are_statuses(cells) and any(map(decides, known))


class _Table(NamedTuple):
    """The layout of a table while its rows are read."""

    name: str
    unit: str
    layout: Layout
    places: Mapping[str, int]
    cells: Cells | None  # None if each cell is one form
    marks: frozenset[str]  # what the column of forbidden renderings has in their place
    status: str  # the status of the English column, if its name states one

    @property
    def roles(self) -> dict[str, str]:
        """The title of the column of each role."""
        return {role: self.layout.title(k) for role, k in self.places.items()}

    @property
    def is_plain(self) -> bool:
        """Whether the table has one column of terms, one of renderings, at most one of notes, and no others."""
        one_each = len(self.layout.ja) == len(self.layout.en) == 1 and len(self.layout.note) < 2
        return set(self.places) <= {*_TABLE} and one_each and not self.status


def _marks(name: str, layout: Layout, column: int | None, sample: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the marks that forbid, if the first rows have only marks in the column of forbidden renderings.

    A column with both marks such as ○ and marks such as × is a `FormatError`, because it is unclear which of them forbids.
    """
    if column is None:
        return frozenset()
    found = set(map(_mark, _filled(sample, column)))
    if not found or not found <= _MARKS | CROSSES | _NO_MARKS:
        return frozenset()
    if found & _MARKS and found & CROSSES:
        shown = " and ".join(sorted(found & (_MARKS | CROSSES)))
        raise FormatError(name, 0, f"expected forbidden renderings in the column {layout.title(column)}, found {shown}")
    return _MARKS | CROSSES


def _mark(cell: str) -> str:
    return bare(cell).rstrip("\ufe0e\ufe0f")


def _forms_of(number: int, row: Sequence[str], table: _Table) -> Iterator[Form | FormatError | Doubt]:
    """Yield the forms of a row, or an error if it has none."""
    _check_number(number, row, table)
    layout = table.layout
    filled = {role: cell for role, k in table.places.items() if k < len(row) and (cell := row[k].strip())}
    said = defaultdict(str, filled)
    japanese, english = _cells(row, layout.ja)[:1], _cells(row, layout.en)
    if has_japanese(japanese):  # a dash beside a term says that there is none, but it may render a sign
        english = [cell for cell in english if cell not in DASHES]
    terms = _forms(japanese, _JAPANESE_ALTERNATIVES if table.cells is not None else None)
    readings = _readings(said["reading"], terms, table)
    approved, banned = _approved(row, english, table), _banned(said["forbidden"], table)
    status, ja_status, translate = said["status"] or table.status, said["ja_status"], said["translate"]
    kept = bool(status and stays(status)) or bool(translate and is_translated(translate) is False)
    if not terms or not (approved or banned or kept):
        yield _nothing(number, row, table, "an English rendering" if terms else "a Japanese term")
        return
    if table.cells is not None:
        terms = _seen(number, terms, japanese[0], [*english, said["forbidden"]], table.cells)
    yield from about_statuses(number, status, ja_status, unit=table.unit)
    yield from about_translate(number, translate, unit=table.unit)
    yield from about_check(number, said["check"], unit=table.unit)
    own: Status = "forbidden" if table.marks and _mark(said["forbidden"]) in table.marks else rank_of(status)
    ranked: list[tuple[str, Status]] = [*(approved or [("", "")] * kept), *((en, "forbidden") for en in banned)]
    for (term, reading), (en, rank) in product(zip(terms, readings, strict=True), ranked):
        yield Form(
            term, en, " ".join(_cells(row, layout.note)), rank or own, status_of(ja_status),
            said["pos"], said["definition"], said["domain"], said["concept"], not kept, reading, said["check"],
        )  # fmt: skip


def _check_number(number: int, row: Sequence[str], table: _Table) -> None:
    """Raise an error if a row has too many marks between forms. They are counted only in a row that is long enough."""
    largest = most(1 / AN_OBJECT)
    if sum(map(len, row)) > largest and sum(len(_JAPANESE_ALTERNATIVES.findall(cell)) for cell in row) > largest:
        raise too_much(table.name, number, f"{largest:,} forms in a {table.unit}", table.unit)


def _readings(said: str, terms: list[str], table: _Table) -> list[str]:
    """Return the reading of each term of a row: its own, that of all of them, or else the one in brackets after it."""
    if table.cells is None:
        return [said] * len(terms)
    told = _forms([said], _JAPANESE_ALTERNATIVES) if said else []
    if len(told) == 1:
        told *= len(terms)
    return told if len(told) == len(terms) else [read_aloud(term).reading for term in terms]


def _approved(row: Sequence[str], english: list[str], table: _Table) -> list[tuple[str, Status]]:
    """Return the approved renderings of a row. Those in a column for one status have that status."""
    separators = _ALTERNATIVES if table.cells is not None else None
    found: list[tuple[str, Status]] = [(en, "") for en in _forms(english, separators)]
    for own in _APPROVED:
        if own in table.places:
            found += [(en, own) for en in _forms(_cells(row, [table.places[own]]), separators)]
    return found


def _banned(forbidden: str, table: _Table) -> list[str]:
    """Return the renderings in a cell of the column of forbidden ones, or none if it is a mark."""
    if not forbidden or _mark(forbidden) in table.marks or (table.marks and _mark(forbidden) in _NO_MARKS):
        return []
    return _forms([forbidden], _ALTERNATIVES)


def _nothing(number: int, row: Sequence[str], table: _Table, missing: str) -> FormatError:
    """Return the error for a row without a term or without a rendering."""
    error = FormatError if any(map(is_english, row)) else Untranslated
    between = "" if table.unit != "line" else " with a tab between them, in a .csv file a comma"
    problem = f"expected a Japanese term and its English{between}; {missing} is missing in {' ⇥ '.join(row)[:80]!r}"
    return error(table.name, number, problem, table.unit)


def _seen(number: int, terms: list[str], japanese: str, english: Iterable[str], cells: Cells) -> list[str]:
    """Return the Japanese terms of a row without their readings, and add its cells to `cells`."""
    bare_terms = terms
    if not _PLAIN_JAPANESE.fullmatch(japanese):
        bare_terms = [read_aloud(term).term for term in terms]
        if bare_terms != terms:
            cells.add_read(number, japanese)
        cells.add(number, japanese, len(terms), japanese=True)
    for cell in english:
        if not _PLAIN_ENGLISH.fullmatch(cell):
            cells.add(number, cell, len(_forms([cell], _ALTERNATIVES)), japanese=False)
    return bare_terms


def _cells(row: Sequence[str], columns: Sequence[int]) -> list[str]:
    return [text for k in columns if k < len(row) and (text := row[k].strip())]


def _forms(cells: list[str], separators: "re.Pattern[str] | None") -> list[str]:
    """Return the forms of cells that are separated by marks, or surely by others. A cell of only marks is one form."""
    plain = _PLAIN_JAPANESE if separators is _JAPANESE_ALTERNATIVES else _PLAIN_ENGLISH
    if separators is None or all(map(plain.fullmatch, cells)):
        return cells
    parts = [part for cell in cells for part in list(filter(None, separators.split(cell))) or [cell]]
    japanese = separators is _JAPANESE_ALTERNATIVES
    return [form for part in parts for form in surely_several(part, japanese=japanese)]


class TableColumns(NamedTuple):
    """The names of a table's columns, by whether they are read."""

    of_glossary: list[str]  # columns of glossaries, such as status; none if the rows are sentences
    beside_pairs: list[str]  # columns that are ignored if each row is read as a pair
    beside_terms: list[str]  # columns that are ignored if the table is read as a glossary


def columns_of(rows: Iterable[Row], columns: Mapping[str, str] | None = None) -> TableColumns:
    """Return the columns of a table by its header and first rows. `columns` is as for `terms_of`."""
    layout, below = _laid_out("", rows, columns)
    sample = [row for _, row in peeked(below)[0]]
    places = _places(layout, columns, sample)
    titles = _titled(layout)
    read = {*layout.ja[:1], *layout.en, *layout.note, *places.values()}
    pair = {layout.ja[0], layout.en[0], *layout.note, *ids_of(layout.header), *layout.codes, fuzzy_of(layout.header)}
    japanese = [row[layout.ja[0]] for row in sample if len(row) > layout.ja[0]]
    sentences = sum("。" in cell for cell in japanese) * 4 >= len(japanese) > 0
    statuses = [row[places["status"]] for row in sample if places.get("status", len(row)) < len(row)]
    telling = {
        role: k for role, k in places.items()
        if role not in (*_TABLE, "domain") and (role != "status" or any(map(is_status, statuses)))
    }  # fmt: skip
    return TableColumns(
        [] if sentences else [titles[k] for k in sorted(telling.values()) if k in titles],
        [title for k, title in titles.items() if k not in pair],
        [title for k, title in titles.items() if k not in read],
    )


def japanese_of(name: str, rows: Iterable[Row], columns: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the Japanese terms of the rows of a file, with or without English. `columns` may name the column ``ja``."""
    if columns and "ja" in columns:
        layout, below = named_layout(name, rows, {"ja": columns["ja"]})
        column = layout.ja[0]
    else:
        column, below = japanese_column(rows)
    for _, row in below:
        yield from terms_in(row[column] if column < len(row) else "")


def terms_in(cell: str) -> list[str]:
    """Return the Japanese terms of a cell or a line, without what `list_item` removes around each.

    Examples
    --------
    >>> terms_in("自民党; 自由民主党"), terms_in("・春闘（しゅんとう）"), terms_in(" ")
    (['自民党', '自由民主党'], ['春闘'], [])
    """
    return [item.term for item in items_in(cell)]


def items_in(cell: str) -> list[ListItem]:
    """Return the Japanese terms of a cell or a line, with their readings in brackets.

    >>> items_in("・春闘（しゅんとう）")
    [ListItem(term='春闘', reading='しゅんとう')]
    """
    return list(map(list_item, written_in(cell)))


def written_in(cell: str) -> list[str]:
    """Return the Japanese terms of a cell or a line as they are written there.

    >>> written_in("・春闘（しゅんとう）; 春季闘争")
    ['・春闘（しゅんとう）', '春季闘争']
    """
    return _forms([cell.strip()] if cell.strip() else [], _JAPANESE_ALTERNATIVES)


class TableOfTerms(NamedTuple):
    """A glossary in one of the formats of tables: Japanese, English, note, and other columns that a header names.

    A header may reorder the columns. Several English forms are in several rows, or in one cell with ``|`` or ``;`` between them.
    """

    name: str

    def read(self, source: Source, columns: Mapping[str, str] | None = None) -> Iterator[Read]:
        """Read the terms of a table, or raise an ImportError if it is a workbook and openpyxl is not installed."""
        return terms_of(source, self.rows(source), unit=unit_of(self.name), columns=columns)

    def rows(self, source: Source) -> Iterator[Row]:
        """Read the rows of a table, including the header."""
        return read_table(source, self.name, comments=True).rows

    def write(self, path: str | os.PathLike[str], entries: Iterable[GlossaryEntry]) -> None:
        """Write a table with a header and a row for each rendering."""
        write_table(path, self.name, "glossary", table_of_entries(entries))


TSV, CSV, XLSX = TableOfTerms("tsv"), TableOfTerms("csv"), TableOfTerms("xlsx")


def table_of_entries(entries: Iterable[GlossaryEntry]) -> Iterator[tuple[str, ...]]:
    """Yield a header, and a row for each form: Japanese, English, note, and the other fields that any entry has.

    If a form has marks that usually separate forms, the header says that each cell is one form.
    """
    held = list(entries)
    further = [title for title, has in _HELD.items() if any(map(has, held))]
    whole = _WHOLE if any(map(_would_be_divided, held)) else ""
    yield (f"ja{whole}", f"en{whole}", "note", *further)
    for form in forms_of(held):
        cells = {
            "status": said_status(form), "pos": form.pos, "definition": form.definition, "domain": form.domain,
            "ja status": form.ja_status, "concept": form.concept, "reading": form.reading, "check": form.check,
        }  # fmt: skip
        yield (form.ja, form.en, form.note, *[cells[title] for title in further])


def _would_be_divided(entry: GlossaryEntry) -> bool:
    """Return whether a form of an entry would be read otherwise from a cell that may have several."""
    term = entry.ja
    return (
        _forms([term], _JAPANESE_ALTERNATIVES) != [term]
        or read_aloud(term).term != term
        or any(_forms([en], _ALTERNATIVES) != [en] for en in (*entry.en, *entry.forbidden))
    )


_HELD: dict[str, Callable[[GlossaryEntry], bool]] = {
    "status": lambda entry: bool(entry.forbidden) or not entry.translate,
    "pos": lambda entry: bool(entry.pos),
    "definition": lambda entry: bool(entry.definition),
    "domain": lambda entry: bool(entry.domain),
    "ja status": lambda entry: bool(entry.status),
    "concept": lambda entry: bool(entry.concept),
    "reading": lambda entry: bool(entry.reading),
    "check": lambda entry: bool(entry.check),
}


def rows_of(entries: Iterable[GlossaryEntry]) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each approved rendering, for formats without status. Each has the note on its rendering."""
    for entry in entries:
        notes = notes_on_forms(entry)
        yield from ((entry.ja, en, notes.get(en if entry.en else "", "")) for en in renderings_of(entry))


def preferred(entries: Iterable[GlossaryEntry]) -> Iterator[tuple[str, str]]:
    """Yield each term with its first rendering."""
    return ((entry.ja, found[0]) for entry in entries if (found := renderings_of(entry)))
