"""Checks of arguments: an invalid text, term, pair or setting raises an error whose message says what to pass instead."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from numbers import Real
from operator import index
from os import PathLike
from sys import float_info
from typing import Any, SupportsIndex

from termalign.model import KINDS, SITUATIONS, Kind, Span

TermSpec = str | tuple[int, int] | Span
"""A term of a text: the term itself, its half-open code-point offsets, or its span."""

_BYTE_ORDER_MARK = "\ufeff"
_BYTES = (bytes, bytearray)
_SITUATIONS = ", ".join(map(repr, SITUATIONS[:-1])) + f" or {SITUATIONS[-1]!r}"


def checked(text: object, what: str) -> None:
    """Raise an error if the argument called `what` is not a string."""
    if isinstance(text, str):
        return
    if isinstance(text, _BYTES):
        raise TypeError(f"{what} is bytes: decode first")
    raise TypeError(f"{what} must be str, not {type(text).__name__}")


def one_text(text: object, what: str) -> None:
    """Raise an error if the argument called `what` is not a string; for several texts, the message names `Aligner.pipe`."""
    if isinstance(text, Iterable) and not isinstance(text, str | bytes | bytearray):
        raise TypeError(
            f"{what} must be str, not {type(text).__name__}: for many pairs, use Aligner().pipe(zip(ja, en))"
        )
    checked(text, what)


def no_frame(given: object, what: str, instead: str) -> None:
    """Raise an error for a data frame of any library, because iterating over it yields its column names."""
    if hasattr(given, "columns"):
        raise TypeError(f"{what}: iterating over a {type(given).__name__} yields its columns, not its rows: {instead}")


def strings(given: Iterable[str], what: str, each: str) -> list[str]:
    """Return the strings of an iterable, read once; errors call the iterable `what`, and a string `each`."""
    if isinstance(given, str):
        raise TypeError(
            f"{what} is a str, which would be read as a list of its characters: pass a list, [{given[:20]!r}]"
        )
    if isinstance(given, _BYTES):
        raise TypeError(f"{what} is bytes: decode first")
    no_frame(given, what, "pass one column, df['ja']")
    if not isinstance(given, Iterable):
        raise TypeError(f"{what} must be str or an iterable of str, not {type(given).__name__}")
    found = list(given)
    for string in found:
        checked(string, each)
    return found


def trimmed(term: str) -> str:
    """Return a term without the white space around it, and without a byte order mark from its file.

    >>> trimmed(" 雨\\r\\n"), trimmed("\\ufeff雨")
    ('雨', '雨')
    """
    return term.strip().strip(_BYTE_ORDER_MARK).strip()


def terms_given(ja: str, terms: Iterable[TermSpec]) -> list[str | tuple[int, int]]:
    """Return terms of a Japanese text: strings without white space around them, and checked offsets.

    A term that is neither a string nor valid offsets raises an error with its number, from 0.
    """
    if isinstance(terms, str | bytes | bytearray) or not isinstance(terms, Iterable):
        raise TypeError(f"terms must be an iterable of str, (start, end) or Span, not {type(terms).__name__}")
    no_frame(terms, "terms", "pass one column, df['ja'], or offsets, zip(df['start'], df['end'])")
    return [trimmed(term) if isinstance(term, str) else _offsets(ja, number, term) for number, term in enumerate(terms)]


def _offsets(ja: str, number: int, term: object) -> tuple[int, int]:
    if isinstance(term, _BYTES):
        raise TypeError("a term is bytes: decode first")
    members = _of_span(term)
    if members is None or len(members) != 2:
        raise TypeError(f"terms[{number}] must be str, (start, end) or Span, not {_shown(term)}")
    return _in_text(ja, f"terms[{number}]", members, "the Japanese text")


def _in_text(text: str, what: str, offsets: tuple[Any, ...], where: str = "the text") -> tuple[int, int]:
    """Return two offsets, checked to enclose a part of the text; errors call them `what`."""
    try:
        start, end = map(index, offsets)
    except TypeError:
        raise TypeError(f"{what}: offsets are whole numbers, not {_shown(offsets)}") from None
    if start >= end:
        raise ValueError(f"{what}: offsets {start}:{end} have no text between them")
    if start < 0 or end > len(text):
        raise ValueError(f"{what}: offsets {start}:{end} are outside {where} of {len(text)} code points")
    return start, end


def marked_spans(text: str, spans: Iterable[Any]) -> list[tuple[int, int, Any]]:
    """Return the offsets and labels of marked spans, each a Span, (start, end), (start, end, label) or a dict of these."""
    if isinstance(spans, str | bytes | bytearray | Mapping) or not isinstance(spans, Iterable):
        raise TypeError(f"spans must be an iterable of (start, end) or (start, end, label), not {_shown(spans)}")
    no_frame(spans, "spans", "pass zip(df['start'], df['end'], df['label'])")
    found: list[tuple[int, int, Any]] = []
    for number, span in enumerate(spans):
        members = _of_record(number, span) if isinstance(span, Mapping) else _of_span(span)
        if members is None or not 2 <= len(members) <= 3:
            raise TypeError(f"spans[{number}] must be (start, end) or (start, end, label), not {_shown(span)}")
        start, end = _in_text(text, f"spans[{number}]", members[:2])
        found.append((start, end, members[2] if len(members) == 3 else ""))
    return found


def _of_record(number: int, span: Mapping[Any, Any]) -> tuple[Any, ...]:
    """Return the offsets and the label of a span that is given as a dict, which may have other members."""
    if missing := [name for name in ("start", "end") if name not in span]:
        raise TypeError(f"spans[{number}] needs the members start and end; {missing[0]!r} is missing")
    return span["start"], span["end"], span.get("label", "")


def two(number: int, pair: object, what: str = "pair {}", members_are: str = "(ja, en)") -> tuple[Any, Any]:
    """Return the two members of a pair, of any type; `number` identifies the pair in the error."""
    members = _members(pair)
    if members is None or len(members) != 2:
        raise TypeError(f"{what.format(number)} must be {members_are}, not {_shown(pair)}")
    return members[0], members[1]


def pairs_of_text(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of two texts as they are read; an error gives the number of an invalid pair, from 0."""
    _no_pairs(pairs)
    return (_of_text(number, pair) for number, pair in enumerate(pairs))


def named_pairs(pairs: Iterable[Any], most: int) -> Iterator[tuple[Any, ...]]:
    """Yield pairs of two texts as they are read, followed by the other members of their unit, if it has any: `most` in all."""
    _no_pairs(pairs)
    return (_named(number, pair, most) for number, pair in enumerate(pairs))


def pairs_of_terms(
    pairs: Iterable[tuple[str | Iterable[str], str] | TypeError],
    on_error: Callable[[int, Exception], object] | None = None,
) -> Iterator[tuple[str | Iterable[str], str]]:
    """Yield pairs as they are read; the Japanese side of a pair may be a list of terms.

    An element that is no pair, or an error in place of one, raises an error. With `on_error`, it is called instead with the
    number of the element and the error, and two empty texts take the place of the pair.
    """
    _no_pairs(pairs)
    return _of_terms(pairs, on_error)


def apart_from_contexts(items: Iterable[object], contexts: deque[Any]) -> Iterator[tuple[Any, Any] | TypeError]:
    """Yield the pairs of (ja, en, context) as they are read, and append each context to `contexts`.

    An error takes the place of an element that is none, and None the place of its context.
    """
    _no_pairs(items)
    for number, item in enumerate(items):
        members = _members(item)
        if members is None or len(members) != 3:
            contexts.append(None)
            yield TypeError(f"pair {number} must be (ja, en, context), not {_shown(item)}")
        else:
            contexts.append(members[2])
            yield members[:2]


def _no_pairs(pairs: object) -> None:
    """Raise an error for an argument that cannot be an iterable of pairs."""
    no_frame(pairs, "pairs", "pass zip(df['ja'], df['en'])")
    if isinstance(pairs, str | bytes | bytearray) or not isinstance(pairs, Iterable):
        raise TypeError(f"pairs must be an iterable of (ja, en), not {_shown(pairs)}")


def _of_text(number: int, pair: object) -> tuple[str, str]:
    ja, en = two(number, pair)
    checked(ja, f"pair {number}: ja")
    checked(en, f"pair {number}: en")
    return ja, en


def _named(number: int, pair: Any, most: int) -> tuple[Any, ...]:
    texts, more = (pair[:2], pair[2:most]) if isinstance(pair, tuple | list) else (pair, ())
    return (*_of_text(number, texts), *more)


def _of_terms(
    pairs: Iterable[object], on_error: Callable[[int, Exception], object] | None
) -> Iterator[tuple[str | Iterable[str], str]]:
    last: object = object()  # a list is checked once, however many texts it is paired with
    for number, pair in enumerate(pairs):
        try:
            if isinstance(pair, TypeError):
                raise pair
            ja, en = two(number, pair)
            if not isinstance(ja, str) and ja is not last:
                last = ja = _listed(number, ja)
            checked(en, f"pair {number}: en")
        except TypeError as error:
            if on_error is None:
                raise
            on_error(number, error)
            ja = en = ""
        yield ja, en


def _listed(number: int, terms: Any) -> Iterable[str]:
    """Return the terms of a pair; a list is returned unchanged, and a prepared list is not checked again."""
    if isinstance(terms, Sequence) and not isinstance(terms, list | tuple | bytes | bytearray):
        return terms
    found = strings(terms, f"pair {number}: ja", f"pair {number}: a term")
    return terms if isinstance(terms, list | tuple) else found


def _members(given: object) -> tuple[Any, ...] | None:
    """Return the members of a pair, or None for text and for a collection without an order."""
    if isinstance(given, str | bytes | bytearray | Mapping | Set) or not isinstance(given, Iterable):
        return None
    return tuple(given)


def _of_span(given: object) -> tuple[Any, ...] | None:
    """Return the offsets of a span, or the members of a tuple given in place of one."""
    return (given.start, given.end) if isinstance(given, Span) else _members(given)


def _shown(given: object) -> str:
    if isinstance(given, int):
        return f"{type(given).__name__}: {_number(given)}"
    return "None" if given is None else f"{type(given).__name__}: {repr(given)[:60]}"


def _number(given: object) -> str:
    try:
        return str(given)[:60]
    except ValueError:
        return "a number of more digits than Python writes"


def instance_of(given: object, wanted: type, what: str) -> None:
    """Raise an error if the argument called `what` is not an object of the class `wanted`."""
    if not isinstance(given, wanted):
        article = "an" if wanted.__name__[0] in "AEIOU" else "a"
        raise TypeError(f"{what} must be {article} {wanted.__name__}, not {_shown(given)}")


def instances_of(given: Iterable[Any], wanted: type, what: str) -> Iterator[Any]:
    """Yield the objects of the argument called `what` as they are read; one that is not a `wanted` raises an error."""
    if isinstance(given, str | bytes | bytearray | Mapping) or not isinstance(given, Iterable):
        raise TypeError(f"{what} must be an iterable of {wanted.__name__}, not {_shown(given)}")
    return (_instance(one, wanted, f"{what}[{number}]") for number, one in enumerate(given))


def _instance(given: object, wanted: type, what: str) -> object:
    instance_of(given, wanted, what)
    return given


def one_of(given: object, options: Sequence[str], what: str) -> None:
    """Raise an error if the argument called `what` is not one of the options."""
    if not isinstance(given, str) or given not in options:
        error = ValueError if isinstance(given, str) else TypeError
        shown = repr(given) if isinstance(given, str) else _shown(given)
        raise error(f"{what} must be {', '.join(map(repr, options[:-1]))} or {options[-1]!r}, not {shown}")


def path_given(path: object, what: str = "path") -> None:
    """Raise an error if the argument called `what` is not the path of a file; the number of an open file is not accepted."""
    if not isinstance(path, str | PathLike):
        raise TypeError(f"{what} must be a path, not {_shown(path)}")


def score_of(least: object, name: str = "min_score") -> float:
    """Return the value of the setting `name`, checked to be a number from 0 to 1."""
    if not isinstance(least, Real) or isinstance(least, bool):
        raise TypeError(f"{name} must be a number from 0 to 1, not {_shown(least)}")
    if not _is_within(least, 0, 1):
        raise ValueError(f"{name} must be from 0 to 1, not {_number(least)}")
    return float(least)


def _is_within(number: Any, least: float, most: float) -> bool:
    """Return whether a number is in a range; NaN is in no range.

    The number is not converted to a float, for which it may be too large.
    """
    return bool(least <= number <= most)


def positive(given: object, name: str) -> float:
    """Return the value of the setting `name`, checked to be a finite number above 0."""
    if not isinstance(given, Real) or isinstance(given, bool):
        raise TypeError(f"{name} must be a number, not {_shown(given)}")
    if not _is_within(given, float_info.min, float_info.max):
        raise ValueError(f"{name} must be above 0 and finite, not {_number(given)}")
    return float(given)


def whole_number(given: object, name: str, least: int = 1, *, most: int | None = None, optional: bool = False) -> int:
    """Return the value of the setting `name`, checked to be a whole number of at least `least`, and at most `most`."""
    if isinstance(given, bool | type) or not isinstance(given, SupportsIndex):
        raise TypeError(f"{name} must be a whole number{' or None' if optional else ''}, not {_shown(given)}")
    number = index(given)
    if number < least:
        raise ValueError(f"{name} must be at least {least}, not {_number(given)}")
    if most is not None and number > most:
        raise ValueError(f"{name} must be at most {most:,}")
    return number


def most_of(most: object, name: str = "max_comparisons") -> int | None:
    """Return the value of the setting `name`, checked to be a whole number of at least 1, or None."""
    return None if most is None else whole_number(most, name, optional=True)


def kinds_of(kinds: Iterable[Kind] | None) -> frozenset[str] | None:
    """Return the value of the setting `kinds`, checked."""
    if kinds is None:
        return None
    found = frozenset(strings(kinds, "kinds", "a kind of evidence"))
    if unknown := found.difference(KINDS):
        raise ValueError(f"unknown kind of evidence: {', '.join(sorted(unknown))}; the kinds are {', '.join(KINDS)}")
    if not found:
        raise ValueError(f"kinds is empty: leave it out to use all kinds, {', '.join(KINDS)}")
    return found


def situation_given(situation: object, listed: bool) -> None:
    """Raise an error if `situation` is not a situation, or not one that a list of terms (`listed`) can have."""
    if situation is None:
        return
    if not isinstance(situation, str):
        raise TypeError(f"situation must be {_SITUATIONS}, not {_shown(situation)}")
    if situation not in SITUATIONS:
        raise ValueError(f"situation must be {_SITUATIONS}, not {situation!r}")
    if listed and situation != "terms":
        raise ValueError(f"a list of terms cannot be read as {situation!r}: pass a text")


def checked_alignments(alignments: Iterable[Any]) -> Iterator[Any]:
    """Yield alignments as they are read; anything else raises an error."""
    if isinstance(alignments, str | bytes | Mapping) or not isinstance(alignments, Iterable):
        raise TypeError(f"alignments must be an iterable of Alignment, not {type(alignments).__name__}")
    for number, alignment in enumerate(alignments):
        checked_alignment(alignment, f"alignment {number}", ": give a list of them")
        yield alignment


def checked_alignment(alignment: object, what: str, advice: str = "") -> None:
    """Raise an error if the object called `what` is not an alignment."""
    if not hasattr(alignment, "unaligned"):
        raise TypeError(f"{what} must be an Alignment, not {type(alignment).__name__}{advice}")


class CheckedEncoder:
    """A wrapper of a caller's encoder that checks its method ``encode`` and the vectors that it returns."""

    def __init__(self, encoder: Any) -> None:
        if isinstance(encoder, type | str) or not callable(getattr(encoder, "encode", None)):
            of = f"the class {encoder.__name__}: pass an instance" if isinstance(encoder, type) else _shown(encoder)
            raise TypeError(f"encoder must be an object with a method encode(texts), not {of}")
        self.encoder = encoder

    def __repr__(self) -> str:
        return repr(self.encoder)

    def encode(self, texts: list[str], /) -> Any:
        """Return the vectors of texts.

        Vectors of different lengths, or with NaN or infinity, raise a `ValueError`.
        """
        import numpy

        made = self.encoder.encode(texts)
        try:
            with numpy.errstate(over="ignore"):  # too large numbers become infinity
                rows = numpy.asarray(made, dtype=numpy.float32)
        except (TypeError, ValueError) as error:
            raise ValueError(f"an encoder must return vectors of numbers, all of one length: {error}") from error
        if rows.ndim == 2 and not numpy.isfinite(rows).all():
            bad = next(text for text, row in zip(texts, rows, strict=False) if not numpy.isfinite(row).all())
            raise ValueError(f"an encoder must return finite numbers: for {bad!r} it returned NaN or infinity")
        return rows
