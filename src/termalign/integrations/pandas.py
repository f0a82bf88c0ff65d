"""The integration with pandas: the links of two columns of texts, as a frame of links or a column of lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Unpack

from termalign.aligner import Aligner
from termalign.alignment import Alignment
from termalign.checking.checking import Options
from termalign.extraction import Termbase
from termalign.extraction.drafting import Options as ExtractOptions
from termalign.extras import missing
from termalign.formats.glossaries import GlossaryLike
from termalign.integrations.cells import align_cells, check_cells, extract_cells, project_cells
from termalign.integrations.frames import a_frame, free, kept_columns, named_once, no_glossary
from termalign.integrations.packing import chosen
from termalign.integrations.rows import COLUMNS, FINDINGS, PROJECTIONS, Offset, Row, row_of
from termalign.projection import Side

try:
    import pandas as pd
except ImportError as error:
    raise missing("pandas") from error

__all__ = ["align_frame", "check_frame", "extract_frame", "project_frame", "with_links"]

_DTYPES = {str: "str", int: "int64", Offset: "Int64", float: "float64", object: "object"}


def align_frame(
    df: pd.DataFrame,
    ja: str = "ja",
    en: str = "en",
    *,
    keep: Iterable[str] = (),
    n_process: int = 1,
    aligner: Aligner | None = None,
) -> pd.DataFrame:
    """Align the Japanese with the English of each row, and return a frame with a row for each link.

    Parameters
    ----------
    df : DataFrame
        A frame with a pair of texts in each row, of any string dtype, including Arrow's. If a text is missing, the row has no
        links.
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
    DataFrame
        A frame in which each link has the index label of its row in `df`. Columns: ``row`` (the position of the row in `df`,
        from 0), the kept columns, ``ja``, ``ja_start``, ``ja_end``, ``en``, ``en_start``, ``en_end``, ``kind``, ``score``,
        ``parts`` and ``evidence`` (lists of dicts). Starts and ends are code points, half-open.

    Raises
    ------
    KeyError
        If `df` has no such column.
    TypeError
        If a cell is not a text. The message names the row and the column.
    ValueError
        If two columns have the same name.

    Examples
    --------
    >>> import pandas as pd
    >>> news = pd.DataFrame({"ja": ["桜島が噴火した。", None], "en": ["Sakurajima erupted.", "Rain."]}, index=["a", "b"])
    >>> align_frame(news)[["row", "ja", "en", "en_start", "en_end", "kind"]]
       row  ja          en  en_start  en_end    kind
    a    0  桜島  Sakurajima         0      10  romaji
    a    0  噴火     erupted        11      18   gloss
    """
    a_frame(df, pd.DataFrame)
    keep = kept_columns(list(df.columns), keep, ("row", *COLUMNS))
    aligned = enumerate(_aligned(df, ja, en, n_process, aligner))
    found = [(row, row_of(link)) for row, alignment in aligned for link in alignment]
    return _long(df, found, keep, COLUMNS)


def check_frame(
    df: pd.DataFrame,
    ja: str = "ja",
    en: str = "en",
    glossary: GlossaryLike | None = None,
    *,
    keep: Iterable[str] = (),
    **options: Unpack[Options],
) -> pd.DataFrame:
    """Check the translation in each row against its original, and return a frame with a row for each finding.

    Parameters
    ----------
    df : DataFrame
        A frame with a pair of texts in each row. If the original is missing, nothing is found. If the other text is missing, the
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
        A frame in which each finding has the index label of its row in `df`. Columns: ``row`` (the position of the row in
        `df`, from 0), the kept columns, ``kind``, ``severity``, ``score``, ``ja``, ``ja_start``, ``ja_end``, ``en``,
        ``en_start``, ``en_end``, ``term``, ``expected``, ``found``, ``message`` and ``id``. What a finding does not mark is null.

    Raises
    ------
    KeyError, TypeError, ValueError
        As for `align_frame` and `termalign.check`.

    Examples
    --------
    >>> import pandas as pd
    >>> drafts = pd.DataFrame({"ja": ["3台追加する。", None], "en": ["Adds five of them.", "Rain."]}, index=["a", "b"])
    >>> check_frame(drafts)[["row", "kind", "ja", "en", "severity"]]
       row    kind  ja    en severity
    a    0  number  3台  five    error
    """
    a_frame(df, pd.DataFrame)
    no_glossary(list(df.columns), ja=ja, en=en)
    keep = kept_columns(list(df.columns), keep, ("row", *FINDINGS))
    found = list(check_cells((ja, _cells(df, ja)), (en, _cells(df, en)), glossary, **options))
    return _long(df, found, keep, FINDINGS)


def extract_frame(
    df: pd.DataFrame,
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
        A frame with a pair of texts in each row. If a text is missing, the row is skipped.
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
    >>> import pandas as pd
    >>> manual = pd.DataFrame(
    ...     {
    ...         "ja": ["引数は省略できる。", "二つの引数を取る。"],
    ...         "en": ["The argument can be omitted.", "It takes two arguments."],
    ...     }
    ... )
    >>> [(entry.ja, entry.en[0].text, entry.units) for entry in extract_frame(manual, min_count=2)]
    [('引数', 'argument', 2)]
    """
    a_frame(df, pd.DataFrame)
    names = None if unit is None else _cells(df, unit)
    return extract_cells((ja, _cells(df, ja)), (en, _cells(df, en)), names, **options)


def project_frame(
    df: pd.DataFrame,
    ja: str = "ja",
    en: str = "en",
    spans: str = "spans",
    *,
    side: Side = "ja",
    keep: Iterable[str] = (),
    n_process: int = 1,
    aligner: Aligner | None = None,
) -> pd.DataFrame:
    """Project the marked spans of each row to the other text, and return a frame with a row for each span.

    Parameters
    ----------
    df : DataFrame
        A frame with a pair of texts and their marked spans in each row. If the spans are missing, there are none. If the
        other text is missing, the spans have no counterparts.
    ja, en : str
        The columns of Japanese and English texts.
    spans : str
        The column of marked spans: lists of (start, end), of (start, end, label) or of dicts with these members, in
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
        A frame in which each span has the index label of its row in `df`. Columns: ``row`` (the position of the row in `df`,
        from 0), the kept columns, ``label``, ``source``, ``source_start``, ``source_end``, ``spans`` (a list of dicts with
        ``text``, ``start`` and ``end`` in the other text, empty if there is no counterpart) and ``score`` (0 if there is none).

    Raises
    ------
    KeyError, TypeError, ValueError
        As for `align_frame` and `termalign.project`, and if a span is in a missing text. The message names the row.

    Examples
    --------
    >>> import pandas as pd
    >>> news = pd.DataFrame({"ja": ["桜島が噴火した。"], "en": ["Sakurajima erupted."], "spans": [[(0, 2, "LOC")]]})
    >>> [row] = project_frame(news).to_dict("records")
    >>> row["label"], row["source"], row["spans"]
    ('LOC', '桜島', [{'text': 'Sakurajima', 'start': 0, 'end': 10}])
    """
    a_frame(df, pd.DataFrame)
    keep = kept_columns(list(df.columns), keep, ("row", *PROJECTIONS))
    ja_cells, en_cells, marked = ((name, _cells(df, name)) for name in (ja, en, spans))
    found = list(project_cells(ja_cells, en_cells, marked, side, chosen(aligner), n_process))
    return _long(df, found, keep, PROJECTIONS)


def with_links(
    df: pd.DataFrame,
    ja: str = "ja",
    en: str = "en",
    *,
    column: str = "links",
    coverage: str | None = None,
    n_process: int = 1,
    aligner: Aligner | None = None,
) -> pd.DataFrame:
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
    DataFrame
        A copy of `df` with the new column, which has a list of dicts for each row, empty if there are no links.

    Raises
    ------
    KeyError, TypeError
        As for `align_frame`.
    ValueError
        If `df` already has a column of such a name.

    Examples
    --------
    >>> import pandas as pd
    >>> news = pd.DataFrame({"ja": ["桜島が噴火した。", None], "en": ["Sakurajima erupted.", "Rain."]})
    >>> [[link["en"] for link in links] for links in with_links(news)["links"]]
    [['Sakurajima', 'erupted'], []]
    >>> with_links(news, coverage="coverage").query("coverage > 0.5")["ja"].to_list()
    ['桜島が噴火した。']
    """
    a_frame(df, pd.DataFrame)
    free(df.columns, column, coverage)
    links, shares = [], []
    for alignment in _aligned(df, ja, en, n_process, aligner):
        links.append([row_of(link) for link in alignment])
        shares.append(alignment.coverage if coverage else 0.0)
    new = {column: pd.Series(links, df.index, dtype="object")}
    return df.assign(**new, **({coverage: pd.Series(shares, df.index, dtype="float64")} if coverage else {}))


def _aligned(df: pd.DataFrame, ja: str, en: str, n_process: int, aligner: Aligner | None) -> Iterator[Alignment]:
    return align_cells((ja, _cells(df, ja)), (en, _cells(df, en)), chosen(aligner), n_process)


def _cells(df: pd.DataFrame, name: str) -> list[Any]:
    """Return the cells of a column, with None for missing values."""
    named_once(df.columns, name)
    column = df[name]
    return [None if nothing else cell for cell, nothing in zip(column, column.isna(), strict=True)]


def _long(
    df: pd.DataFrame, found: Sequence[tuple[int, Row]], keep: Mapping[str, str], types: Mapping[str, Any]
) -> pd.DataFrame:
    """Return a frame with the columns to keep and a row for each item of `found`, which has the number of its row in `df`."""
    rows = [row for row, _ in found]
    index = df.index.take(rows)
    columns = {"row": pd.Series(rows, index, dtype="int64")}
    columns |= {new: df[name].take(rows) for name, new in keep.items()}
    columns |= {name: _series([each[name] for _, each in found], index, kind) for name, kind in types.items()}
    return pd.DataFrame(columns, index=index)


def _series(values: list[Any], index: pd.Index, kind: Any) -> pd.Series:
    dtype = _DTYPES[kind] if isinstance(kind, type) else "object"
    try:
        return pd.Series(values, index, dtype=dtype)
    except UnicodeEncodeError:  # the dtype uses Arrow strings, which cannot represent lone surrogates
        return pd.Series(values, index, dtype="object")
