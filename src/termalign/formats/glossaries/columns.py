"""Conversion of the rows of a table to glossary forms, and of entries to rows."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termalign.formats.errors import FormatError
from termalign.formats.glossaries.entry import (
    Form,
    GlossaryEntry,
    forms_of,
    renderings_of,
    said_status,
    status_of,
    stays,
)
from termalign.formats.languages import bare
from termalign.formats.layout import Layout, japanese_column, laid_out, named_layout
from termalign.formats.opening import Source, name_of
from termalign.formats.tables import Row

_ALTERNATIVES = re.compile(r"\s*[|;｜；]\s*")
_JAPANESE_ALTERNATIVES = re.compile(r"\s*[|;｜；、]\s*")

#: What a column can be besides Japanese, English and note, and the names that headers give it.
FURTHER = {
    "status": "status|term status|administrative status|approval|ステータス|状態|使用区分|区分|訳語ステータス",
    "ja_status": "ja status|term status (ja)|見出し語ステータス",
    "pos": "pos|part of speech|src:pos|品詞",
    "definition": "definition|定義|語義|意味",
    "domain": "domain|subject|subject field|field|category|分野|カテゴリ|カテゴリー|分類",
    "forbidden": "forbidden|deprecated|forbidden term|do not use|禁止|禁止訳|禁止訳語|禁止語|不可訳|使用禁止|不可|ng|ng訳",
    "concept": "concept|concept id|entry id|概念id",
    "translate": "translate|翻訳",
}
_FURTHER = {bare(name): role for role, names in FURTHER.items() for name in names.split("|")}
_NO = frozenset("no n false 0 ng × 否 不可 しない 不要".split())
_TABLE = ("ja", "en", "note")


class Columns(NamedTuple):
    """The columns of a table that were read.

    Attributes
    ----------
    names : dict of str to str
        What each is to the glossary (``ja`` ``en`` ``note`` ``status`` …) → what the table calls it, or ``column 1``.
    guessed : bool
        No header said which is Japanese and which English; the script of the rows did.
    """

    names: Mapping[str, str]
    guessed: bool


Read = Columns | Form | FormatError
"""What a reader yields: a table's columns at first, then forms, and what is wrong with each record that gives none."""


def terms_of(
    source: Source,
    rows: Iterable[Row],
    *,
    alternatives: bool = True,
    fixed: bool = False,
    unit: str = "line",
    columns: Mapping[str, str] | None = None,
) -> Iterator[Read]:
    """Yield the forms of all rows except the header.

    Parameters
    ----------
    source : path or binary stream
        For messages.
    rows : iterable of rows
        All of them, with the header.
    alternatives : bool
        One field may hold several forms, with marks between them: each Japanese one takes each English one. A field of
        such marks alone is a form: 、 *comma*.
    fixed : bool
        As for `laid_out`.
    unit : str
        What messages call a row.
    columns : mapping of str to str, optional
        What each column is to the glossary → what the header calls it.
    """
    name = name_of(source)
    layout, below = named_layout(name, rows, columns) if columns else laid_out(rows, fixed=fixed)
    if layout.rivals:
        able = ", ".join(_title(layout, k) for k in (*layout.en, *layout.rivals))
        raise FormatError(
            name,
            0,
            f"expected one column of English, found {able}: name the columns, as in columns={{'ja': …, 'en': …}}",
        )
    places = _places(layout, columns)
    as_documented = fixed or (not layout.header and {places["ja"], places["en"]} == {0, 1})
    yield Columns({role: _title(layout, k) for role, k in places.items()}, not (layout.told or as_documented))
    plain = set(places) <= {*_TABLE} and len(layout.ja) == len(layout.en) == 1 and len(layout.note) < 2
    columns_read = [layout.ja[0], layout.en[0], *layout.note[:1]]
    last = max(columns_read)
    for number, row in below:
        if plain and len(row) > last and (one := _plain_form(*[row[k].strip() for k in columns_read])):
            yield one
        else:
            yield from _forms_of(name, number, row, layout, places, alternatives, unit)


def _plain_form(ja: str, en: str, note: str = "") -> Form | None:
    """Return the form of a row with one term and one rendering, as nearly all rows are; else None."""
    if not ja or not en or _JAPANESE_ALTERNATIVES.search(ja) or _ALTERNATIVES.search(en):
        return None
    return Form(ja, en, note)


def _places(layout: Layout, columns: Mapping[str, str] | None) -> dict[str, int]:
    """Return the first column of each role."""
    found = {"ja": layout.ja[0], "en": layout.en[0], **({"note": layout.note[0]} if layout.noted else {})}
    if columns:
        wanted = {bare(called): role for role, called in columns.items()}
        named = {wanted.get(bare(title)): k for k, title in enumerate(layout.header)}
        return {**found, **{role: k for role, k in named.items() if role is not None and role not in _TABLE}}
    for k, title in enumerate(layout.header):
        role = _FURTHER.get(bare(title))
        if role is not None and k not in (*layout.ja, *layout.en, *layout.note):
            found.setdefault(role, k)
    return found


def _title(layout: Layout, k: int) -> str:
    return (layout.header[k].strip() if k < len(layout.header) else "") or f"column {k + 1}"


def _forms_of(
    name: str, number: int, row: Sequence[str], layout: Layout, places: Mapping[str, int], alternatives: bool, unit: str
) -> Iterator[Form | FormatError]:
    """Yield the forms of a row, or an error if it has none."""
    japanese = _cells(row, layout.ja)[:1]
    english = _cells(row, layout.en)
    note = " ".join(_cells(row, layout.note))
    said = {role: row[k].strip() for role, k in places.items() if role not in _TABLE and k < len(row)}
    terms = _forms(japanese, _JAPANESE_ALTERNATIVES if alternatives else None)
    forms = _forms(english, _ALTERNATIVES if alternatives else None)
    banned = _forms([said["forbidden"]], _ALTERNATIVES) if said.get("forbidden") else []
    status = said.get("status", "")
    kept = stays(status) or said.get("translate", "").lower() in _NO
    if not terms or not (forms or banned or kept):
        missing = "an English rendering" if terms else "a Japanese term"
        yield FormatError(
            name,
            number,
            "expected a Japanese term, then its English (tab-separated, in a .csv file comma-separated); "
            f"{missing} is missing in {' ⇥ '.join(row)[:80]!r}",
            unit,
        )
        return
    for term in terms:
        shared = Form(
            term, "", note, status_of(status), status_of(said.get("ja_status", "")),
            said.get("pos", ""), said.get("definition", ""), said.get("domain", ""), said.get("concept", ""), not kept,
        )  # fmt: skip
        for form in forms or ([""] if kept else []):
            yield shared._replace(en=form)
        for form in banned:
            yield shared._replace(en=form, status="forbidden")


def _cells(row: Sequence[str], columns: Sequence[int]) -> list[str]:
    return [text for k in columns if k < len(row) and (text := row[k].strip())]


def _forms(cells: list[str], separators: "re.Pattern[str] | None") -> list[str]:
    if separators is None or not any(map(separators.search, cells)):
        return cells
    return [form for cell in cells for form in [part for part in separators.split(cell) if part] or [cell]]


def japanese_of(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the Japanese terms of rows, with or without English."""
    column, below = japanese_column(rows)
    for _, row in below:
        yield from _forms([cell.strip() for cell in row[column : column + 1] if cell.strip()], _JAPANESE_ALTERNATIVES)


def table_of_entries(entries: Iterable[GlossaryEntry]) -> Iterator[tuple[str, ...]]:
    """Yield a header, and a row for each form: Japanese, English, note, and the other fields that any entry has."""
    held = list(entries)
    further = [title for title, has in _HELD.items() if any(map(has, held))]
    yield (*_TABLE, *further)
    for form in forms_of(held):
        cells = {
            "status": said_status(form), "pos": form.pos, "definition": form.definition, "domain": form.domain,
            "ja status": form.ja_status, "concept": form.concept,
        }  # fmt: skip
        yield (form.ja, form.en, form.note, *[cells[title] for title in further])


_HELD: dict[str, Callable[[GlossaryEntry], bool]] = {
    "status": lambda entry: bool(entry.forbidden) or not entry.translate,
    "pos": lambda entry: bool(entry.pos),
    "definition": lambda entry: bool(entry.definition),
    "domain": lambda entry: bool(entry.domain),
    "ja status": lambda entry: bool(entry.status),
    "concept": lambda entry: bool(entry.concept),
}


def rows_of(entries: Iterable[GlossaryEntry]) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each approved rendering, for formats without status; only the first row of an entry has its note."""
    for entry in entries:
        for k, en in enumerate(renderings_of(entry)):
            yield entry.ja, en, "" if k else entry.note


def preferred(entries: Iterable[GlossaryEntry]) -> Iterator[tuple[str, str]]:
    """Yield each term with its first rendering."""
    return ((entry.ja, found[0]) for entry in entries if (found := renderings_of(entry)))
