"""The integration with Apache Spark: the links of two columns of texts, and their terms, found by the workers of a cluster.

A worker is a Python process. It unpacks the aligner and opens the dictionaries once, however many batches and tasks it gets.
Batches are passed as Arrow data (mapInArrow) because with pandas (mapInPandas), PySpark 3.5 rounds large integers if their
column has a null.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import Any

from termalign.aligner import Aligner
from termalign.alignment import Alignment
from termalign.extraction import LEAST_LINK, Extraction, Termbase, observations
from termalign.extras import missing
from termalign.formats.pairs import Unit
from termalign.integrations.cells import align_cells
from termalign.integrations.frames import free, full_name, kept_columns, named_once
from termalign.integrations.packing import chosen, pack, unpacked
from termalign.integrations.rows import COLUMNS, own_type, row_of
from termalign.termbase import GlossaryLike

try:
    import pyarrow as pa
    from pyspark import cloudpickle
    from pyspark.sql import DataFrame
    from pyspark.sql import types as t
except ImportError as error:
    raise missing((error.name or "pyspark").partition(".")[0], "spark") from error

__all__ = ["LINKS", "align_frame", "extract_frame", "with_links"]

_SCALARS = {str: t.StringType(), int: t.LongType(), float: t.DoubleType()}
_ARROW_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64()}


def _type(kind: Any) -> t.DataType:
    """Return the Spark type for a type of `COLUMNS`."""
    own: t.DataType = own_type(kind, _SCALARS, t.ArrayType, _struct)
    return own


def _struct(fields: dict[str, t.DataType]) -> t.StructType:
    return t.StructType([t.StructField(name, own) for name, own in fields.items()])


def _arrow_type(kind: Any) -> pa.DataType:
    """Return the Arrow type for a type of `COLUMNS`."""
    return own_type(kind, _ARROW_SCALARS, pa.list_, pa.struct)


#: The type of a column of links: an array of structs.
LINKS = _type([COLUMNS])


def align_frame(
    df: DataFrame,
    ja: str = "ja",
    en: str = "en",
    *,
    keep: Iterable[str] | None = None,
    aligner: Aligner | None = None,
) -> DataFrame:
    """Align the Japanese with the English of each row, and return a frame with a row for each link.

    Nothing is aligned before an action requests rows. Partitions are aligned in parallel.

    Parameters
    ----------
    df : DataFrame
        A frame with a pair of texts in each row. If a text is null, the row has no links.
    ja : str
        The column of Japanese texts, or of arrays of terms.
    en : str
        The column of English texts.
    keep : iterable of str, optional
        Columns of `df` to repeat for each link. By default, all except the two texts are repeated, because rows have no order
        that could identify them. ``row_`` is put before a name that the frame of links has itself: ``row_score``.
    aligner : Aligner, optional
        An aligner with your settings. Files that it needs, such as a lexicon, must be available to every worker. So must the
        module of an encoder of your own, unless the script that is submitted to Spark defines the encoder.

    Returns
    -------
    DataFrame
        A frame with the kept columns, and ``ja``, ``ja_start``, ``ja_end``, ``en``, ``en_start``, ``en_end``, ``kind``,
        ``score``, ``parts`` and ``evidence`` (arrays of structs). Starts and ends are code points, half-open.

    Raises
    ------
    KeyError
        If `df` has no such column.
    TypeError
        If a column is neither text nor, for the Japanese, arrays of text.
    ValueError
        If two columns have the same name.
    """
    _check(df, ja, en)
    names = kept_columns(df.columns, [c for c in df.columns if c not in (ja, en)] if keep is None else keep, COLUMNS)
    links = [t.StructField(name, _type(kind)) for name, kind in COLUMNS.items()]
    fields = [(new, df.schema[name]) for name, new in names.items()]
    kept = [t.StructField(new, field.dataType, field.nullable, field.metadata) for new, field in fields]
    schema = t.StructType(kept + links)
    return df.select(*dict.fromkeys((*names, ja, en))).mapInArrow(_frames(ja, en, names, _packed(aligner)), schema)


def with_links(
    df: DataFrame,
    ja: str = "ja",
    en: str = "en",
    *,
    column: str = "links",
    coverage: str | None = None,
    aligner: Aligner | None = None,
) -> DataFrame:
    """Align the Japanese with the English of each row, and return the frame with a column of arrays of links.

    Parameters
    ----------
    df, ja, en, aligner
        As for `align_frame`.
    column : str
        The name of the new column.
    coverage : str, optional
        The name of a column for the `Alignment.coverage` of each row, 0 to 1; without a name, there is none.

    Returns
    -------
    DataFrame
        `df` with a column of type `LINKS`, whose arrays are empty if there are no links.

    Raises
    ------
    KeyError, TypeError
        As for `align_frame`.
    ValueError
        If `df` already has a column of such a name.
    """
    _check(df, ja, en)
    free(df.columns, column, coverage)
    others = list(df.schema)
    shares = [t.StructField(coverage, t.DoubleType())] if coverage else []
    schema = t.StructType([*others, t.StructField(column, LINKS), *shares])
    return df.mapInArrow(_columns(ja, en, [field.name for field in others], column, coverage, _packed(aligner)), schema)


def extract_frame(
    df: DataFrame,
    ja: str = "ja",
    en: str = "en",
    *,
    unit: str | None = None,
    aligner: Aligner | None = None,
    known: GlossaryLike | None = None,
    stop: Iterable[str] = (),
    min_count: int = 1,
    min_score: float = 0.5,
    examples: int = 2,
) -> Termbase:
    """Propose the terms of a frame of texts and their translations, as `termalign.extract` does for a bitext.

    The workers align the pairs and send their observations to the driver. The memory that the driver needs to pool them does
    not grow with the frame.

    Parameters
    ----------
    df, ja, en
        As for `align_frame`. A pair with a null text is skipped.
    unit : str, optional
        The column with the names of pairs, for the examples. Without it, an example has the number of its pair within a batch
        of Spark, which several pairs may share.
    aligner, known, stop, min_count, min_score, examples
        As for `termalign.extract`.

    Returns
    -------
    Termbase
        The entries, best first.

    Raises
    ------
    KeyError, TypeError
        If a column does not exist, or is not text.
    """
    _check(df, ja, en)
    if isinstance(df.schema[ja].dataType, t.ArrayType):
        raise TypeError(f"column {ja!r}: expected text, found {df.schema[ja].dataType.simpleString()}")
    columns = (ja, en) if unit is None else (ja, en, unit)
    aligner = Aligner(min_score=LEAST_LINK) if aligner is None else chosen(aligner)
    extraction = Extraction(
        known=known,
        stop=stop,
        min_count=min_count,
        min_score=min_score,
        examples=examples,
        lexicon=aligner.lexicon,
    )
    packed = _packed(aligner)
    seen = df.select(*dict.fromkeys(columns)).mapInArrow(_observed(ja, en, unit, packed), "seen binary")
    return extraction.terms(
        observation for row in seen.toLocalIterator(prefetchPartitions=True) for observation in pickle.loads(row.seen)
    )


_Batches = Iterator[pa.RecordBatch]


def _packed(aligner: Aligner | None) -> bytes:
    """Return the aligner, packed for the workers, including the class of an encoder that the driver's script defines."""
    return pack(aligner, cloudpickle.dumps)


def _frames(ja: str, en: str, keep: dict[str, str], packed: bytes) -> Callable[[_Batches], _Batches]:
    """Return a function that turns batches of rows into batches of links."""

    def frames(batches: _Batches) -> _Batches:
        for batch in batches:
            found = [[row_of(link) for link in alignment] for alignment in _aligned(batch, ja, en, packed)]
            rows = pa.array([row for row, links in enumerate(found) for _ in links], pa.int64())
            links = [link for links in found for link in links]
            columns = {new: _column(batch, name).take(rows) for name, new in keep.items()}
            for name, kind in COLUMNS.items():
                columns[name] = pa.array([link[name] for link in links], _arrow_type(kind))
            yield pa.RecordBatch.from_arrays(list(columns.values()), list(columns))

    return frames


def _columns(
    ja: str, en: str, others: list[str], column: str, coverage: str | None, packed: bytes
) -> Callable[[_Batches], _Batches]:
    """Return a function that adds a column of links, and one of their coverage if it has a name, to batches of rows."""

    def columns(batches: _Batches) -> _Batches:
        for batch in batches:
            found = list(_aligned(batch, ja, en, packed))
            new = {column: pa.array([[row_of(link) for link in each] for each in found], _arrow_type([COLUMNS]))}
            if coverage:
                new[coverage] = pa.array([each.coverage for each in found], pa.float64())
            kept = [_column(batch, name) for name in others]
            yield pa.RecordBatch.from_arrays([*kept, *new.values()], [*others, *new])

    return columns


def _observed(ja: str, en: str, unit: str | None, packed: bytes) -> Callable[[_Batches], _Batches]:
    """Return a function that turns each batch of rows into one row with pickled observations."""

    def columns(batches: _Batches) -> _Batches:
        for batch in batches:
            names = repeat("") if unit is None else map(str, _column(batch, unit).to_pylist())
            rows = zip(_column(batch, ja).to_pylist(), _column(batch, en).to_pylist(), names, strict=False)
            units = [Unit(*row) for row in rows if None not in row]
            seen = pickle.dumps(list(observations(units, unpacked(packed))), pickle.HIGHEST_PROTOCOL)
            yield pa.RecordBatch.from_arrays([pa.array([seen], pa.binary())], ["seen"])

    return columns


def _aligned(batch: pa.RecordBatch, ja: str, en: str, packed: bytes) -> Iterator[Alignment]:
    ja_cells, en_cells = ((name, _column(batch, name).to_pylist()) for name in (ja, en))
    return align_cells(ja_cells, en_cells, unpacked(packed))


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    return batch.column(batch.schema.get_field_index(name))


def _check(df: DataFrame, ja: str, en: str) -> None:
    if not hasattr(df, "mapInArrow"):  # not isinstance, because Spark Connect has another class
        raise TypeError(
            f"df must be a Spark DataFrame, not {full_name(type(df))}; ja and en are the names of its columns"
        )
    fit = {ja: "text or arrays of text", en: "text"}
    types = {field.name: field.dataType for field in df.schema}
    for column, wanted in fit.items():
        named_once(df.columns, column)
        found = types[column]
        if isinstance(found, t.ArrayType) and column == ja:
            found = found.elementType
        if not isinstance(found, t.StringType):
            raise TypeError(f"column {column!r}: expected {wanted}, found {types[column].simpleString()}")
