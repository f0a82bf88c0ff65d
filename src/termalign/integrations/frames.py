"""What frames of links have in common: which columns there are, and which may stand beside those of a link."""

from collections.abc import Hashable, Iterable, Sequence


def a_frame(given: object, *kinds: type) -> None:
    """Refuse columns, lists and other things in place of a frame.

    Parameters
    ----------
    given : object
        What was given for a frame.
    *kinds : type
        What a frame is one of.

    Raises
    ------
    TypeError
        If it is none of them.

    Examples
    --------
    >>> a_frame({"ja": []}, list)
    Traceback (most recent call last):
    TypeError: df must be a list, not dict; ja and en are the names of its columns
    """
    if not isinstance(given, kinds):
        wanted = " or ".join(kind.__name__ for kind in kinds)
        raise TypeError(f"df must be a {wanted}, not {type(given).__name__}; ja and en are the names of its columns")


def no_glossary(columns: Sequence[object], **names: object) -> None:
    """Refuse a glossary, or anything else that names no column, where the columns of texts are named.

    Parameters
    ----------
    columns : sequence
        Those of the frame.
    **names
        ``ja`` and ``en``, as they were given.

    Raises
    ------
    TypeError
        If one of them is neither a string nor a column.

    Examples
    --------
    >>> no_glossary(["ja", "en"], ja={"警察": "police"})
    Traceback (most recent call last):
    TypeError: ja must be the name of a column, not dict; give a glossary by its name: check_frame(df, glossary=…)
    """
    for argument, given in names.items():
        if not isinstance(given, str) and not (isinstance(given, Hashable) and given in columns):
            raise TypeError(
                f"{argument} must be the name of a column, not {type(given).__name__}; "
                "give a glossary by its name: check_frame(df, glossary=…)"
            )


def named_once(columns: Iterable[str], name: str) -> None:
    """Refuse a column that is not in the frame, or is there more than once.

    Parameters
    ----------
    columns : iterable of str
        Those of the frame.
    name : str
        The column.

    Raises
    ------
    KeyError
        If there is none of that name.
    ValueError
        If there are several.

    Examples
    --------
    >>> named_once(["id", "ja"], "en")
    Traceback (most recent call last):
    KeyError: "no column 'en'; the columns are 'id', 'ja'"
    """
    columns = list(columns)
    if name not in columns:
        raise KeyError(f"no column {name!r}; the columns are {', '.join(map(repr, columns))}")
    if columns.count(name) > 1:
        raise ValueError(f"{columns.count(name)} columns are named {name!r}: rename all but one")


def kept_columns(columns: Sequence[str], keep: Iterable[str], taken: Iterable[str]) -> list[str]:
    """The columns to repeat beside each link, each once.

    Parameters
    ----------
    columns : sequence of str
        Those of the frame.
    keep : iterable of str
        Those to keep.
    taken : iterable of str
        Names that a frame of links has anyway.

    Raises
    ------
    TypeError
        If `keep` is a string.
    KeyError
        If a column to keep is not in the frame.
    ValueError
        If it has a name that is taken, or that several columns have.

    Examples
    --------
    >>> kept_columns(["id", "ja", "en"], ["id"], ["ja", "en", "score"])
    ['id']
    """
    if isinstance(keep, str):
        raise TypeError(f"keep must be a list of columns: [{keep!r}]")
    names = list(dict.fromkeys(keep))
    if unknown := [name for name in names if name not in columns]:
        raise KeyError(f"no column {unknown[0]!r} to keep; the columns are {', '.join(map(repr, columns))}")
    for name in names:
        named_once(columns, name)
    if clash := [name for name in names if name in set(taken)]:
        raise ValueError(f"the frame of links has its own column {clash[0]!r}: rename yours to keep it")
    return names
