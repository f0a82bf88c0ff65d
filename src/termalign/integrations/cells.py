"""Alignment of two columns of a frame, with type checks of the cells and support for missing values."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any, Unpack

from termalign.aligner import Aligner
from termalign.alignment import Alignment
from termalign.arguments import marked_spans
from termalign.checking import check
from termalign.checking.checking import Options
from termalign.effort import not_complete
from termalign.extraction import Termbase, extract
from termalign.extraction.drafting import Options as ExtractOptions
from termalign.formats.glossaries import GlossaryLike
from termalign.formats.pairs import Unit
from termalign.integrations.rows import Row, finding_row, projection_row
from termalign.model import Span
from termalign.projection import Side, project


def align_cells(
    ja: tuple[str, Iterable[Any]],
    en: tuple[str, Iterable[Any]],
    aligner: Aligner,
    n_process: int = 1,
) -> Iterator[Alignment]:
    """Yield an alignment for each row of two columns, in order. It has no links if either cell is missing.

    `ja` and `en` are the name of a column, for messages, and its cells: strings or missing values and, for the Japanese, also
    lists of terms, whose missing terms are skipped. A cell of another type raises a TypeError, whose message names the row,
    from 0, and the column, before the first row is aligned. A row that reaches `aligner.max_comparisons` gives a
    RuntimeWarning, because columns of links cannot show this.
    """
    pairs = [
        ("", "") if ja_cell is None or en_cell is None else (ja_cell, en_cell)
        for ja_cell, en_cell in zip(_texts_or_terms(*ja), _texts(*en), strict=True)
    ]
    for row, found in enumerate(aligner.pipe(pairs, n_process=n_process)):
        if not found.complete:
            not_complete(f"row {row}", aligner.max_comparisons)
        yield found


def check_cells(
    ja: tuple[str, Iterable[Any]],
    en: tuple[str, Iterable[Any]],
    glossary: GlossaryLike | None,
    **options: Unpack[Options],
) -> Iterator[tuple[int, Row]]:
    """Yield the findings of two columns of texts, each with the number of its row, from 0.

    If the original is missing, nothing is found; if the other text is missing, the translation is. A cell of another type
    raises a TypeError, as for `align_cells`.
    """
    original = 1 if options.get("source") == "en" else 0
    cells = zip(_texts(*ja), _texts(*en), strict=True)
    pairs = [("", "") if pair[original] is None else (pair[0] or "", pair[1] or "") for pair in cells]
    return ((finding.number - 1, finding_row(finding)) for finding in check(pairs, glossary, **options))


def extract_cells(
    ja: tuple[str, Iterable[Any]],
    en: tuple[str, Iterable[Any]],
    names: Iterable[Any] | None = None,
    **options: Unpack[ExtractOptions],
) -> Termbase:
    """Return the terms of two columns of texts. A pair with a missing text is skipped.

    `names` are the names of the pairs; without them, a pair has the number of its row, from 0. A cell that is not text raises a
    TypeError, as for `align_cells`.
    """
    texts = zip(_texts(*ja), _texts(*en), count() if names is None else names, strict=False)
    units = [Unit(one, other, str(name)) for one, other, name in texts if one is not None and other is not None]
    return extract(units, **options)


def project_cells(
    ja: tuple[str, Iterable[Any]],
    en: tuple[str, Iterable[Any]],
    spans: tuple[str, Iterable[Any]],
    side: Side,
    aligner: Aligner,
    n_process: int = 1,
) -> Iterator[tuple[int, Row]]:
    """Yield the projections of the marked spans of each row, each with the number of its row, from 0.

    `spans` are the name of a column and its cells: lists of spans as `project` takes them, or missing values. If the other
    text is missing, the spans of a row have no counterparts. A cell that is invalid raises an error that names the row and the
    column, before the first row is aligned; so does a span in a missing text.
    """
    pairs = [(one or "", other or "") for one, other in zip(_texts(*ja), _texts(*en), strict=True)]
    marked = [
        _marked(row, spans[0], pair[0 if side == "ja" else 1], cell)
        for row, (pair, cell) in enumerate(zip(pairs, spans[1], strict=True))
    ]
    aligned = align_cells(
        (ja[0], [one for one, _ in pairs]), (en[0], [other for _, other in pairs]), aligner, n_process
    )
    for row, (found, here) in enumerate(zip(aligned, marked, strict=True)):
        text = found.ja if side == "ja" else found.en
        for (start, end, label), projection in zip(here, project(found, here, side=side, aligner=aligner), strict=True):
            yield row, projection_row((Span.of(text, start, end), label), projection)


def _marked(row: int, column: str, text: str, cell: Any) -> list[tuple[int, int, Any]]:
    """Return the marked spans of a text, given in a cell."""
    if is_missing(cell):
        return []
    if isinstance(cell, str | bytes | Mapping) or not isinstance(cell, Iterable):
        raise _unfit(row, column, cell, "a list of spans")
    try:
        return marked_spans(text, cell)
    except (TypeError, ValueError) as error:
        raise type(error)(f"row {row}, column {column!r}: {error}") from error


def _texts(column: str, cells: Iterable[Any]) -> Iterator[str | None]:
    for row, cell in enumerate(cells):
        if not isinstance(cell, str) and not is_missing(cell):
            raise _unfit(row, column, cell, "text")
        yield cell if isinstance(cell, str) else None


def _texts_or_terms(column: str, cells: Iterable[Any]) -> Iterator[str | list[str] | None]:
    for row, cell in enumerate(cells):
        if isinstance(cell, str):
            yield cell
        elif is_missing(cell):
            yield None
        elif isinstance(cell, bytes | bytearray | Mapping) or not isinstance(cell, Iterable):
            raise _unfit(row, column, cell, "text or a list of terms")
        else:
            terms = [term for term in cell if not is_missing(term)]
            for term in terms:
                if not isinstance(term, str):
                    raise _unfit(row, column, term, "text, as each term of a list is")
            yield terms


def is_missing(cell: object) -> bool:
    """Return whether a cell is missing: None, NaN of any library, or NA or NaT of pandas.

    Examples
    --------
    >>> [is_missing(cell) for cell in (None, float("nan"), "", 0.5)]
    [True, True, False, False]
    """
    if cell is None or type(cell).__name__ == "NAType":  # a comparison with NA gives NA, which has no truth value
        return True
    return not isinstance(cell, str | Iterable) and bool(cell != cell)


def _unfit(row: int, column: str, cell: Any, wanted: str) -> TypeError:
    advice = " (decode it first)" if isinstance(cell, bytes | bytearray) else ""
    return TypeError(f"row {row}, column {column!r}: expected {wanted}, found {type(cell).__name__}{advice}")
