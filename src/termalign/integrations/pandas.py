"""pandas: the links of two columns of texts, as a frame of links or as a column of lists."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from termalign.aligner import Aligner
from termalign.integrations.cells import align_cells, check_cells
from termalign.integrations.extras import missing
from termalign.integrations.frames import a_frame, kept_columns, named_once, no_glossary
from termalign.integrations.packing import chosen
from termalign.integrations.rows import COLUMNS, FINDINGS, Row, row_of

try:
    import pandas as pd
except ImportError as error:
    raise missing("pandas") from error

__all__ = ["align_frame", "with_links"]

_DTYPES = {str: "str", int: "int64", float: "float64"}


def align_frame(
    df: pd.DataFrame,
    ja: str = "ja",
    en: str = "en",
    *,
    keep: Iterable[str] = (),
    n_process: int = 1,
    aligner: Aligner | None = None,
) -> pd.DataFrame:
    """Align each row's Japanese with its English: a frame with a row for each link.

    Parameters
    ----------
    df : DataFrame
        One pair of texts a row. Any string dtype will do, Arrow's too; where a text is missing there are no links.
    ja : str
        The column of Japanese texts, or of lists of terms.
    en : str
        The column of English texts.
    keep : iterable of str
        Columns of `df` to repeat beside each link.
    n_process : int
        Processes.
    aligner : Aligner, optional
        One with your settings.

    Returns
    -------
    DataFrame
        Its index is that of `df`, with each row's label at each of its links. Columns: ``row`` (the row's place in
        `df`, from 0), those kept, ``ja``, ``ja_start``, ``ja_end``, ``en``, ``en_start``, ``en_end``, ``kind``,
        ``score``, ``parts`` and ``evidence`` (lists of dicts). Starts and ends are code points, half-open.

    Raises
    ------
    KeyError
        If `df` has no such column.
    TypeError
        If a cell is no text; the message says which.
    ValueError
        If a column to keep is named like a column of links, or two columns are named alike.

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
    found = [(row, link) for row, links in enumerate(_links(df, ja, en, n_process, aligner)) for link in links]
    return _long(df, found, keep, COLUMNS)


def check_frame(
    df: pd.DataFrame, ja: str = "ja", en: str = "en", glossary: Any = (), *, keep: Iterable[str] = (), **options: Any
) -> pd.DataFrame:
    """Check each row's English against its Japanese: a frame with a row for each finding.

    Parameters
    ----------
    df : DataFrame
        One pair of texts a row. Where the Japanese is missing nothing is found; a missing English is no translation.
    ja, en : str
        The columns of texts.
    glossary : Glossary or what stands for one, optional
        Terms with their renderings. Give it by its name, ``glossary=``: the columns come first.
    keep : iterable of str
        Columns of `df` to repeat beside each finding.
    **options
        As for `termalign.check`: ``kinds``, ``min_chance``, ``aligner``.

    Returns
    -------
    DataFrame
        Its index is that of `df`, with each row's label at each of its findings. Columns: ``row`` (the row's place in `df`, from
        0), those kept, ``kind``, ``severity``, ``score``, ``ja``, ``ja_start``, ``ja_end``, ``en``, ``en_start``, ``en_end``,
        ``term``, ``expected``, ``found``, ``message`` and ``id``.

    Raises
    ------
    KeyError, TypeError, ValueError
        As for `align_frame`, and as for `termalign.check`.

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


def with_links(
    df: pd.DataFrame,
    ja: str = "ja",
    en: str = "en",
    *,
    column: str = "links",
    n_process: int = 1,
    aligner: Aligner | None = None,
) -> pd.DataFrame:
    """Align each row's Japanese with its English: the frame with a column of lists of links.

    Parameters
    ----------
    df, ja, en, n_process, aligner
        As for `align_frame`.
    column : str
        The name of the new column; a column of that name is replaced.

    Returns
    -------
    DataFrame
        A copy of `df` with the column: a list of dicts for each row, empty where there are no links.

    Examples
    --------
    >>> import pandas as pd
    >>> news = pd.DataFrame({"ja": ["桜島が噴火した。", None], "en": ["Sakurajima erupted.", "Rain."]})
    >>> [[link["en"] for link in links] for links in with_links(news)["links"]]
    [['Sakurajima', 'erupted'], []]
    """
    a_frame(df, pd.DataFrame)
    return df.assign(**{column: pd.Series(_links(df, ja, en, n_process, aligner), df.index, dtype="object")})


def _links(df: pd.DataFrame, ja: str, en: str, n_process: int, aligner: Aligner | None) -> list[list[Row]]:
    aligner = chosen(aligner)
    found = align_cells((ja, _cells(df, ja)), (en, _cells(df, en)), aligner, n_process)
    return [[row_of(link) for link in alignment] for alignment in found]


def _cells(df: pd.DataFrame, name: str) -> list[Any]:
    """The cells of a column with None for what pandas calls missing."""
    named_once(df.columns, name)
    column = df[name]
    return [None if nothing else cell for cell, nothing in zip(column, column.isna(), strict=True)]


def _long(
    df: pd.DataFrame, found: Sequence[tuple[int, Row]], keep: Sequence[str], types: Mapping[str, Any]
) -> pd.DataFrame:
    """The frame with a row for each of these, beside the columns to keep; each comes with the row of `df` it is of."""
    rows = [row for row, _ in found]
    index = df.index.take(rows)
    columns = {"row": pd.Series(rows, index, dtype="int64")}
    columns |= {name: df[name].take(rows) for name in keep}
    columns |= {name: _series([each[name] for _, each in found], index, kind) for name, kind in types.items()}
    return pd.DataFrame(columns, index=index)


def _series(values: list[Any], index: pd.Index, kind: Any) -> pd.Series:
    dtype = _DTYPES[kind] if isinstance(kind, type) else "object"
    try:
        return pd.Series(values, index, dtype=dtype)
    except UnicodeEncodeError:  # Arrow's strings, behind the dtype, cannot hold half of a surrogate pair
        return pd.Series(values, index, dtype="object")
