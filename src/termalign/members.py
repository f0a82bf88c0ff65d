"""Members of dictionaries that come from a caller or from JSON, checked one by one; errors say which one is wrong."""

from collections.abc import Mapping
from typing import Any


def member(found: Mapping[str, Any], name: str, what: str) -> Any:
    """Return the member `name` of a dictionary; errors call the dictionary `what`."""
    try:
        return found[name]
    except KeyError:
        raise KeyError(f"{what} must have {name!r}") from None


def mapping_of(found: object, what: str) -> None:
    """Raise an error if a member is not a dictionary."""
    if not isinstance(found, Mapping):
        raise TypeError(f"{what} must be a mapping, not {type(found).__name__}")


def list_of(found: object, what: str) -> list[Any] | tuple[Any, ...]:
    """Return a member, checked to be a list."""
    if not isinstance(found, list | tuple):
        raise TypeError(f"{what} must be a list, not {type(found).__name__}")
    return found


def text_of(found: object, what: str) -> str:
    """Return a member, checked to be a text."""
    if isinstance(found, bytes | bytearray):
        raise TypeError(f"{what} is bytes: decode first")
    if not isinstance(found, str):
        raise TypeError(f"{what} must be str, not {type(found).__name__}")
    return found


def number_of(found: object, what: str) -> int:
    """Return a member, checked to be a whole number."""
    if not isinstance(found, int) or isinstance(found, bool):
        raise TypeError(f"{what} must be int, not {type(found).__name__}")
    return found


def share_of(found: object, what: str) -> float:
    """Return a score, strength or coverage, checked to be from 0 to 1."""
    if not isinstance(found, int | float) or isinstance(found, bool):
        raise TypeError(f"{what} must be a number, not {type(found).__name__}")
    if not 0 <= found <= 1:  # NaN fails too
        raise ValueError(f"{what} must be from 0 to 1, not {found}")
    return found
