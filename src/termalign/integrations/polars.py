"""The integration with polars: the links of two columns of texts, as a frame of links or a column of lists."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar, Unpack

from termalign.aligner import Aligner
from termalign.checking.checking import Options
from termalign.extraction import Termbase
from termalign.extraction.drafting import Options as ExtractOptions
from termalign.extras import missing
from termalign.formats.glossaries import GlossaryLike
from termalign.integrations.cells import align_cells, check_cells, extract_cells, project_cells
from termalign.integrations.frames import a_frame, free, kept_columns, named_once, no_glossary
from termalign.integrations.packing import chosen
from termalign.integrations.rows import COLUMNS, FINDINGS, PROJECTIONS, Offset, Row, own_type, row_of
from termalign.projection import Side

try:
    import polars as pl
except ImportError as error:
    raise missing("polars") from error

__all__ = ["LINKS", "align_frame", "check_frame", "extract_frame", "project_frame", "with_links"]

Frame = TypeVar("Frame", pl.DataFrame, pl.LazyFrame)

_MISSING = (pl.Null, pl.Float32, pl.Float64)  # floats because each of them may be NaN
_TEXT = (pl.String, pl.Categorical, pl.Enum, *_MISSING)
_SCALARS = {str: pl.String(), int: pl.Int64(), Offset: pl.Int64(), float: pl.Float64()}


def _dtype(kind: Any) -> pl.DataType:
    """Return the polars type for a type of `COLUMNS`."""
    dtype: pl.DataType = own_type(kind, _SCALARS, pl.List, pl.Struct)
    return dtype


#: The type of a column of links: a list of structs.
LINKS = _dtype([COLUMNS])


def align_frame(
    df: Frame,
    ja: str = "ja",
    en: str = "en",
    *,
    keep: Iterable[str] = (),
    n_process: int = 1,
    aligner: Aligner | None = None,
) -> Frame:
    """Align the Japanese with the English of each row, and return a frame with a row for each link.

    Parameters
    ----------
    df : DataFrame or LazyFrame
        A frame with a pair of texts in each row. If a text is null or NaN, the row has no links.
    ja : str
        The column of Japanese texts, or of lists of terms.
    en : str
        The column of English texts.
    keep : iterable of str
        Columns of `df` to repeat for each link. ``row_`` is put before a name that the frame of links has itself:
        ``row_ja``.
    n_process : int
        The number of processes.
    aligner : Aligner, optional
        An aligner with your settings.

    Returns
    -------
    DataFrame or LazyFrame
        A frame of the same type as `df`. Columns: ``row`` (the position of the row in `df`, from 0), the kept columns,
        ``ja``, ``ja_start``, ``ja_end``, ``en``, ``en_start``, ``en_end``, ``kind``, ``score``, ``parts`` and ``evidence``
        (lists of structs). Starts and ends are code points, half-open. A LazyFrame is aligned only when it is collected.

    Raises
    ------
    KeyError
        If `df` has no such column.
    TypeError
        If a column is neither text nor, for the Japanese, lists of text.
    ValueError
        If two columns to keep would have the same name.

    Examples
    --------
    >>> import polars as pl
    >>> news = pl.DataFrame({"ja": ["桜島が噴火した。", None], "en": ["Sakurajima erupted.", "Rain."]})
    >>> align_frame(news).select("row", "ja", "en", "en_start", "en_end", "kind").rows()
    [(0, '桜島', 'Sakurajima', 0, 10, 'romaji'), (0, '噴火', 'erupted', 11, 18, 'gloss')]
    """
    a_frame(df, pl.DataFrame, pl.LazyFrame)
    schema = df.lazy().collect_schema()
    keep = kept_columns(schema.names(), keep, ("row", *COLUMNS))
    links = _links(schema, ja, en, n_process, aligner, "links", None).struct.field("links")
    rows = pl.int_range(pl.len(), dtype=pl.Int64).alias("row")
    return (
        df.select(rows, links, pl.struct(*keep).alias("kept") if keep else pl.lit(None).alias("kept"))
        .filter(pl.col("links").list.len() > 0)
        .explode("links")
        .select("row", *(pl.col("kept").struct.field(name).alias(new) for name, new in keep.items()), "links")
        .unnest("links")
    )


def check_frame(
    df: pl.DataFrame,
    ja: str = "ja",
    en: str = "en",
    glossary: GlossaryLike | None = None,
    *,
    keep: Iterable[str] = (),
    **options: Unpack[Options],
) -> pl.DataFrame:
    """Check the translation in each row against its original, and return a frame with a row for each finding.

    Parameters
    ----------
    df : DataFrame
        A frame with a pair of texts in each row. If the original is null, nothing is found. If the other text is null, the
        translation counts as missing.
    ja, en : str
        The columns of Japanese and English texts.
    glossary : Glossary, or any argument of `Glossary.of`, optional
        Terms with their renderings. Pass it by name, ``glossary=``, because the columns come first.
    keep : iterable of str
        Columns of `df` to repeat for each finding. ``row_`` is put before a name that the frame of findings has itself:
        ``row_id``.
    **options
        As for `termalign.check`: ``kinds``, ``min_score``, ``aligner``, ``source``.

    Returns
    -------
    DataFrame
        A frame with the columns ``row`` (the position of the row in `df`, from 0), the kept columns, and those of a finding:
        ``kind``, ``severity``, ``score``, ``ja``, ``ja_start``, ``ja_end``, ``en``, ``en_start``, ``en_end``, ``term``,
        ``expected``, ``found``, ``message`` and ``id``. What a finding does not mark is null.

    Raises
    ------
    KeyError, TypeError, ValueError
        As for `align_frame` and `termalign.check`.

    Examples
    --------
    >>> import polars as pl
    >>> drafts = pl.DataFrame({"ja": ["3台追加する。", None], "en": ["Adds five of them.", "Rain."]})
    >>> check_frame(drafts).select("row", "kind", "ja", "en", "severity").rows()
    [(0, 'number', '3台', 'five', 'error')]
    """
    a_frame(df, pl.DataFrame)
    no_glossary(df.columns, ja=ja, en=en)
    keep = kept_columns(df.columns, keep, ("row", *FINDINGS))
    for column in (ja, en):
        _check(df.schema, column, "text", _TEXT)
    found = list(check_cells((ja, df[ja].to_list()), (en, df[en].to_list()), glossary, **options))
    return _long(df, found, keep, {name: _dtype(kind) for name, kind in FINDINGS.items()})


def extract_frame(
    df: pl.DataFrame,
    ja: str = "ja",
    en: str = "en",
    *,
    unit: str | None = None,
    **options: Unpack[ExtractOptions],
) -> Termbase:
    """Propose the terms of a frame of texts and their translations, with the evidence of all rows together.

    Parameters
    ----------
    df : DataFrame
        A frame with a pair of texts in each row. If a text is null, the row is skipped.
    ja, en : str
        The columns of Japanese and English texts.
    unit : str, optional
        The column with the names of pairs, for the examples. Without it, an example has the position of its row in `df`, from
        0.
    **options
        As for `termalign.extract`: ``aligner``, ``known``, ``stop``, ``min_count``, ``min_score``, ``examples``, ``n_process``.

    Returns
    -------
    Termbase
        The entries, best first.

    Raises
    ------
    KeyError, TypeError, ValueError
        As for `align_frame` and `termalign.extract`.

    Examples
    --------
    >>> import polars as pl
    >>> manual = pl.DataFrame(
    ...     {
    ...         "ja": ["引数は省略できる。", "二つの引数を取る。"],
    ...         "en": ["The argument can be omitted.", "It takes two arguments."],
    ...     }
    ... )
    >>> [(entry.ja, entry.en[0].text, entry.units) for entry in extract_frame(manual, min_count=2)]
    [('引数', 'argument', 2)]
    """
    a_frame(df, pl.DataFrame)
    for column in (ja, en):
        _check(df.schema, column, "text", _TEXT)
    if unit is not None:
        named_once(df.columns, unit)
    names = None if unit is None else df[unit].to_list()
    return extract_cells((ja, df[ja].to_list()), (en, df[en].to_list()), names, **options)


def project_frame(
    df: pl.DataFrame,
    ja: str = "ja",
    en: str = "en",
    spans: str = "spans",
    *,
    side: Side = "ja",
    keep: Iterable[str] = (),
    n_process: int = 1,
    aligner: Aligner | None = None,
) -> pl.DataFrame:
    """Project the marked spans of each row to the other text, and return a frame with a row for each span.

    Parameters
    ----------
    df : DataFrame
        A frame with a pair of texts and their marked spans in each row. If the spans are missing, there are none. If the
        other text is missing, the spans have no counterparts.
    ja, en : str
        The columns of Japanese and English texts.
    spans : str
        The column of marked spans: lists of (start, end), of (start, end, label) or of structs with these members, in
        half-open code points. A label is of any type.
    side : {"ja", "en"}
        The marked text.
    keep : iterable of str
        Columns of `df` to repeat for each span. ``row_`` is put before a name that the frame of projections has itself.
    n_process : int
        The number of processes that align.
    aligner : Aligner, optional
        An aligner with your settings.

    Returns
    -------
    DataFrame
        A frame with the columns ``row`` (the position of the row in `df`, from 0), the kept columns, ``label``, ``source``,
        ``source_start``, ``source_end``, ``spans`` (a list of structs with ``text``, ``start`` and ``end`` in the other text,
        empty if there is no counterpart) and ``score`` (0 if there is none).

    Raises
    ------
    KeyError, TypeError, ValueError
        As for `align_frame` and `termalign.project`, and if a span is in a missing text. The message names the row.

    Examples
    --------
    >>> import polars as pl
    >>> marked = [[{"start": 0, "end": 2, "label": "LOC"}]]
    >>> news = pl.DataFrame({"ja": ["桜島が噴火した。"], "en": ["Sakurajima erupted."], "spans": marked})
    >>> project_frame(news).explode("spans").unnest("spans").select("label", "source", "text", "start", "end").rows()
    [('LOC', '桜島', 'Sakurajima', 0, 10)]
    """
    a_frame(df, pl.DataFrame)
    keep = kept_columns(df.columns, keep, ("row", *PROJECTIONS))
    for column in (ja, en):
        _check(df.schema, column, "text", _TEXT)
    _check(df.schema, spans, "lists of spans", (pl.List, pl.Array, pl.Object, *_MISSING))
    ja_cells, en_cells, marked = ((name, df[name].to_list()) for name in (ja, en, spans))
    found = list(project_cells(ja_cells, en_cells, marked, side, chosen(aligner), n_process))
    types = {name: _dtype(kind) for name, kind in PROJECTIONS.items() if name != "label"}
    types["label"] = _label_type(df.schema[spans])
    return _long(df, found, keep, {name: types[name] for name in PROJECTIONS})


def _label_type(spans: pl.DataType) -> pl.DataType:
    """Return the type of the labels in a column of lists of structs; text if the spans have no labels."""
    inner = spans.inner if isinstance(spans, pl.List | pl.Array) else None
    fields = {field.name: field.dtype for field in inner.fields} if isinstance(inner, pl.Struct) else {}
    label = fields.get("label", pl.String())
    return label if isinstance(label, pl.DataType) else label()


def _long(
    df: pl.DataFrame, found: Sequence[tuple[int, Row]], keep: Mapping[str, str], types: Mapping[str, pl.DataType]
) -> pl.DataFrame:
    """Return a frame with the columns to keep and a row for each item of `found`, which has the number of its row in `df`."""
    rows = [row for row, _ in found]
    columns = [pl.Series(name, [each[name] for _, each in found], dtype) for name, dtype in types.items()]
    return pl.DataFrame(
        [pl.Series("row", rows, pl.Int64), *(df[name].gather(rows).alias(new) for name, new in keep.items()), *columns]
    )


def with_links(
    df: Frame,
    ja: str = "ja",
    en: str = "en",
    *,
    column: str = "links",
    coverage: str | None = None,
    n_process: int = 1,
    aligner: Aligner | None = None,
) -> Frame:
    """Align the Japanese with the English of each row, and return the frame with a column of lists of links.

    Parameters
    ----------
    df, ja, en, n_process, aligner
        As for `align_frame`.
    column : str
        The name of the new column.
    coverage : str, optional
        The name of a column for the `Alignment.coverage` of each row, 0 to 1; without a name, there is none.

    Returns
    -------
    DataFrame or LazyFrame
        `df` with a column of type `LINKS`, whose lists are empty if there are no links.

    Raises
    ------
    KeyError, TypeError
        As for `align_frame`.
    ValueError
        If `df` already has a column of such a name.

    Examples
    --------
    >>> import polars as pl
    >>> news = pl.DataFrame({"ja": ["桜島が噴火した。", None], "en": ["Sakurajima erupted.", "Rain."]})
    >>> with_links(news).select(pl.col("links").list.eval(pl.element().struct.field("en"))).to_series().to_list()
    [['Sakurajima', 'erupted'], []]
    >>> with_links(news, coverage="coverage").filter(pl.col("coverage") > 0.5)["ja"].to_list()
    ['桜島が噴火した。']
    """
    a_frame(df, pl.DataFrame, pl.LazyFrame)
    schema = df.lazy().collect_schema()
    free(schema.names(), column, coverage)
    return df.with_columns(_links(schema, ja, en, n_process, aligner, column, coverage).alias(column)).unnest(column)


def _links(
    schema: pl.Schema, ja: str, en: str, n_process: int, aligner: Aligner | None, column: str, coverage: str | None
) -> pl.Expr:
    """Return the links of two columns as an expression: structs with a field of links, and one of coverage if it has a name."""
    _check(schema, ja, "text or lists of text", (pl.List, pl.Array, *_TEXT))
    _check(schema, en, "text", _TEXT)

    own = chosen(aligner)

    made = pl.Struct({column: LINKS, **({coverage: pl.Float64} if coverage else {})})

    def align(batch: pl.Series) -> pl.Series:
        texts = batch.struct.unnest()
        cells = (ja, texts["ja"].to_list()), (en, texts["en"].to_list())
        found = [
            {column: [row_of(link) for link in alignment], **({coverage: alignment.coverage} if coverage else {})}
            for alignment in align_cells(*cells, own, n_process)
        ]
        return pl.Series(found, dtype=made)

    texts = pl.struct(pl.col(ja).alias("ja"), pl.col(en).alias("en"))
    return texts.map_batches(align, return_dtype=made, is_elementwise=True)


def _check(schema: pl.Schema, column: str, wanted: str, fit: tuple[type[pl.DataType], ...]) -> None:
    named_once(schema.names(), column)
    if not isinstance(schema[column], fit):
        raise TypeError(f"column {column!r}: expected {wanted}, found {schema[column]}")
