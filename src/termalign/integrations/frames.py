"""What frames of links have in common: which columns of the frame may stand beside those of a link."""

from collections.abc import Iterable, Sequence


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
        If it has a name that is taken.

    Examples
    --------
    >>> kept_columns(["id", "ja", "en"], ["id"], ["ja", "en", "score"])
    ['id']
    """
    if isinstance(keep, str):
        raise TypeError(f"keep must be a list of columns: [{keep!r}]")
    names = list(dict.fromkeys(keep))
    if unknown := [name for name in names if name not in columns]:
        raise KeyError(f"no such column to keep: {unknown[0]!r}; there are {', '.join(map(repr, columns))}")
    if clash := [name for name in names if name in set(taken)]:
        raise ValueError(f"a frame of links has a column {clash[0]!r} of its own: rename yours before you keep it")
    return names
