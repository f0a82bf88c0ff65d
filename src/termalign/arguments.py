"""What callers hand in, checked: bytes and other types are refused here, with a word on what to do."""

from collections.abc import Iterable

TermSpec = str | tuple[int, int]
"""A term of a text: itself, or its code-point offsets."""


def checked(text: object, what: str) -> None:
    """Refuse what is no text; `what` names it in the error."""
    if isinstance(text, bytes | bytearray):
        raise TypeError(f"{what} is bytes: decode first")
    if not isinstance(text, str):
        raise TypeError(f"{what} must be str, not {type(text).__name__}")


def strings(given: Iterable[str], what: str, each: str) -> list[str]:
    """The texts of an iterable, read once; errors call it `what`, and each of them `each`."""
    if isinstance(given, bytes | bytearray):
        raise TypeError(f"{what} is bytes: decode first")
    if not isinstance(given, Iterable):
        raise TypeError(f"{what} must be str or an iterable of str, not {type(given).__name__}")
    found = list(given)
    for string in found:
        checked(string, each)
    return found


def spans_of(ja: str, terms: Iterable[TermSpec]) -> list[tuple[int, int]]:
    """Offsets of the terms: each place a string stands at, and offsets as given."""
    if isinstance(terms, str | bytes | bytearray):
        raise TypeError(f"terms must be an iterable of str or (start, end), not {type(terms).__name__}")
    found: list[tuple[int, int]] = []
    for term in terms:
        if isinstance(term, bytes | bytearray):
            raise TypeError("a term is bytes: decode first")
        if isinstance(term, str):
            at = ja.find(term) if term else -1
            while at >= 0:
                found.append((at, at + len(term)))
                at = ja.find(term, at + len(term))
        else:
            start, end = term
            if not 0 <= start <= end <= len(ja):
                raise ValueError(f"term offsets {start}:{end} are outside the Japanese text of {len(ja)} code points")
            found.append((start, end))
    return found
