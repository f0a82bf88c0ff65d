"""Checks for all kinds of frames: of the frame, of its columns, and of the columns to repeat for each link."""

from collections.abc import Iterable, Sequence

from termalign.arguments import checked

# The integrations that take frames, by the library that a frame is from.
_INTEGRATIONS = {
    library: f"termalign.integrations.{library.removeprefix('py')}" for library in ("pandas", "polars", "pyspark")
}


def a_frame(given: object, *kinds: type) -> None:
    """Raise a TypeError if the argument is not a frame of one of these types; for another library's, it names the right module.

    Examples
    --------
    >>> a_frame({"ja": []}, list)
    Traceback (most recent call last):
    TypeError: df must be a list, not dict; ja and en are the names of its columns
    """
    if not isinstance(given, kinds):
        wanted = " or ".join(map(full_name, kinds))
        raise TypeError(f"df must be a {wanted}, not {full_name(type(given))}; {_advice(given, _library(kinds[0]))}")


def full_name(kind: type) -> str:
    """Return the name of a type with that of its library, because several libraries have a ``DataFrame``.

    Examples
    --------
    >>> from fractions import Fraction
    >>> full_name(Fraction), full_name(list)
    ('fractions.Fraction', 'list')
    """
    return kind.__name__ if _library(kind) == "builtins" else f"{_library(kind)}.{kind.__name__}"


def _library(kind: type) -> str:
    return kind.__module__.partition(".")[0]


def _advice(given: object, wanted: str) -> str:
    library = _library(type(given))
    if "Frame" in type(given).__name__ and library != wanted and library in _INTEGRATIONS:
        return f"use {_INTEGRATIONS[library]}"
    return "pass df.collect()" if hasattr(given, "collect") else "ja and en are the names of its columns"


def no_glossary(columns: Sequence[object], **names: object) -> None:
    """Raise a TypeError if a glossary, or another object, is passed in place of the name of a column.

    `names` are the arguments ``ja`` and ``en``.

    Examples
    --------
    >>> no_glossary(["ja", "en"], ja={"警察": "police"})
    Traceback (most recent call last):
    TypeError: ja must be the name of a column, not dict; pass a glossary by keyword: check_frame(df, glossary=…)
    """
    for argument, given in names.items():
        if not _may_name(given, columns):
            raise TypeError(
                f"{argument} must be the name of a column, not {type(given).__name__}; "
                "pass a glossary by keyword: check_frame(df, glossary=…)"
            )


def _may_name(given: object, columns: Sequence[object]) -> bool:
    """Return whether an object may be the name of a column; an expression or a series cannot even be compared with one."""
    return isinstance(given, str) or (any(type(given) is type(name) for name in columns) and given in columns)


def named_once(columns: Iterable[str], name: str) -> None:
    """Raise a KeyError if no column of the frame has this name, or a ValueError if several have it.

    An expression or another object that cannot be a name raises a TypeError.

    Examples
    --------
    >>> named_once(["id", "ja"], "en")
    Traceback (most recent call last):
    KeyError: "no column 'en'; the columns are 'id', 'ja'"
    """
    columns = list(columns)
    if not isinstance(name, str) and not any(type(name) is type(column) for column in columns):
        raise TypeError(f"a column is given by its name, not by {type(name).__name__}")
    if name not in columns:
        raise KeyError(f"no column {name!r}; the columns are {', '.join(map(repr, columns))}")
    if columns.count(name) > 1:
        raise ValueError(f"{columns.count(name)} columns are named {name!r}: rename all but one")


def kept_columns(columns: Sequence[str], keep: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """Return the names that the columns to repeat have in a frame of links or findings, by their names in the caller's frame.

    `taken` are the names of the frame's own columns; ``row_`` is put before a kept column of such a name. A string as `keep`
    raises a TypeError, a column that does not exist a KeyError, and one whose name is not unique a ValueError.

    Examples
    --------
    >>> kept_columns(["id", "ja", "en"], ["id", "ja"], ["ja", "en", "score"])
    {'id': 'id', 'ja': 'row_ja'}
    """
    if not isinstance(keep, Iterable):
        raise TypeError(f"keep must be a list of columns, not {type(keep).__name__}")
    if isinstance(keep, str):
        raise TypeError(f"keep must be a list of columns: [{keep!r}]")
    names = list(dict.fromkeys(keep))
    if unknown := [name for name in names if name not in columns]:
        raise KeyError(f"no column {unknown[0]!r} to keep; the columns are {', '.join(map(repr, columns))}")
    own = set(taken)
    kept = {name: f"row_{name}" if name in own else name for name in names}
    for name, new in kept.items():
        named_once(columns, name)
        if new != name and new in names:
            raise ValueError(
                f"cannot keep the columns {name!r} and {new!r}: rename {name!r}, which the frame has itself"
            )
    return kept


def free(columns: Iterable[str], *new: str | None) -> None:
    """Raise a ValueError if a new column would replace an existing one of the same name, or another new one. None is no column.

    A name that is not a string raises a TypeError.

    Examples
    --------
    >>> free(["ja", "en", "links"], "links")
    Traceback (most recent call last):
    ValueError: there is a column 'links' already: rename or drop it, or name the new one, column=…
    """
    taken = list(columns)
    for column in new:
        if column is None:
            continue
        checked(column, "the name of a new column")
        if column in taken:
            raise ValueError(f"there is a column {column!r} already: rename or drop it, or name the new one, column=…")
        taken.append(column)
