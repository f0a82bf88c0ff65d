"""What callers hand in, checked: what is no text, term, pair or setting is refused here, with a word on what to do."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from numbers import Real
from operator import index
from typing import Any

from termalign.model import KINDS, SITUATIONS, Kind, Span

TermSpec = str | tuple[int, int]
"""A term of a text: itself, or its code-point offsets."""

_BYTES = (bytes, bytearray)
_SITUATIONS = ", ".join(map(repr, SITUATIONS[:-1])) + f" or {SITUATIONS[-1]!r}"


def checked(text: object, what: str) -> None:
    """Refuse what is no text; `what` names it in the error."""
    if isinstance(text, _BYTES):
        raise TypeError(f"{what} is bytes: decode first")
    if not isinstance(text, str):
        raise TypeError(f"{what} must be str, not {type(text).__name__}")


def one_text(text: object, what: str) -> None:
    """Refuse what is no text, and for several texts say where they go."""
    if isinstance(text, Iterable) and not isinstance(text, str | bytes | bytearray):
        raise TypeError(
            f"{what} must be str, not {type(text).__name__}: for many pairs there is Aligner().pipe(zip(ja, en))"
        )
    checked(text, what)


def no_frame(given: object, what: str, instead: str) -> None:
    """Refuse a data frame, of any library: who iterates over one gets the names of its columns."""
    if hasattr(given, "columns"):
        raise TypeError(f"{what}: a {type(given).__name__} gives its columns, not its rows: {instead}")


def strings(given: Iterable[str], what: str, each: str) -> list[str]:
    """The texts of an iterable, read once; errors call it `what`, and each of them `each`."""
    if isinstance(given, str):
        raise TypeError(f"{what} is a str, which gives its characters: put it into a list, [{given[:20]!r}]")
    if isinstance(given, _BYTES):
        raise TypeError(f"{what} is bytes: decode first")
    no_frame(given, what, "give one of them, df['ja']")
    if not isinstance(given, Iterable):
        raise TypeError(f"{what} must be str or an iterable of str, not {type(given).__name__}")
    found = list(given)
    for string in found:
        checked(string, each)
    return found


def spans_of(ja: str, terms: Iterable[TermSpec]) -> list[tuple[int, int]]:
    """Offsets of the terms: each place a string stands at, and offsets as given.

    Raises
    ------
    TypeError, ValueError
        One is neither; the message says which.
    """
    if isinstance(terms, str | bytes | bytearray) or not isinstance(terms, Iterable):
        raise TypeError(f"terms must be an iterable of str or (start, end), not {type(terms).__name__}")
    no_frame(terms, "terms", "give one of them, df['ja'], or offsets, zip(df['start'], df['end'])")
    found: list[tuple[int, int]] = []
    for number, term in enumerate(terms):
        if isinstance(term, _BYTES):
            raise TypeError("a term is bytes: decode first")
        if isinstance(term, str):
            at = ja.find(term) if term else -1
            while at >= 0:
                found.append((at, at + len(term)))
                at = ja.find(term, at + len(term))
        else:
            found.append(_offsets(ja, number, term))
    return found


def _offsets(ja: str, number: int, term: object) -> tuple[int, int]:
    """The offsets that a term is given as."""
    members = _members(term)
    if members is None or len(members) != 2:
        raise TypeError(f"terms[{number}] must be str or (start, end), not {_shown(term)}")
    return _in_text(ja, f"terms[{number}]", members, "the Japanese text")


def _in_text(text: str, what: str, offsets: tuple[Any, ...], where: str = "the text") -> tuple[int, int]:
    """Two offsets, between which the text has something; errors call them `what`."""
    try:
        start, end = map(index, offsets)
    except TypeError:
        raise TypeError(f"{what}: offsets are whole numbers, not {_shown(offsets)}") from None
    if start >= end:
        raise ValueError(f"{what}: offsets {start}:{end} have no text between them")
    if start < 0 or end > len(text):
        raise ValueError(f"{what}: offsets {start}:{end} are outside {where} of {len(text)} code points")
    return start, end


def marked_spans(text: str, spans: Iterable[Any]) -> list[tuple[int, int, str]]:
    """Offsets and label of spans that are marked in a text: each a Span, (start, end) or (start, end, label)."""
    if isinstance(spans, str | bytes | bytearray | Mapping) or not isinstance(spans, Iterable):
        raise TypeError(f"spans must be an iterable of (start, end) or (start, end, label), not {_shown(spans)}")
    no_frame(spans, "spans", "give zip(df['start'], df['end'], df['label'])")
    found: list[tuple[int, int, str]] = []
    for number, span in enumerate(spans):
        members = (span.start, span.end) if isinstance(span, Span) else _members(span)
        if members is None or not 2 <= len(members) <= 3 or (len(members) == 3 and not isinstance(members[2], str)):
            raise TypeError(f"spans[{number}] must be (start, end) or (start, end, label), not {_shown(span)}")
        start, end = _in_text(text, f"spans[{number}]", members[:2])
        found.append((start, end, members[2] if len(members) == 3 else ""))
    return found


def two(number: int, pair: object) -> tuple[Any, Any]:
    """The two members of a pair, whatever they are; `number` names it in the error."""
    members = _members(pair)
    if members is None or len(members) != 2:
        raise TypeError(f"pair {number} must be (ja, en), not {_shown(pair)}")
    return members[0], members[1]


def pairs_of_text(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs of two texts, as they come; an error says which pair is none, counted from 0."""
    _no_pairs(pairs)
    return (_of_text(number, pair) for number, pair in enumerate(pairs))


def pairs_to_learn(pairs: Iterable[Sequence[Any]]) -> Iterator[tuple[str, str]]:
    """The pairs of two texts, as they come, whatever else each has behind the texts: a name, a note."""
    _no_pairs(pairs)
    return (_of_text(number, pair[:2] if isinstance(pair, tuple | list) else pair) for number, pair in enumerate(pairs))


def pairs_of_terms(pairs: Iterable[tuple[str | Iterable[str], str]]) -> Iterator[tuple[str | Iterable[str], str]]:
    """The same where the Japanese may be a list of terms."""
    _no_pairs(pairs)
    return _of_terms(pairs)


def _no_pairs(pairs: object) -> None:
    """Refuse what cannot be pairs."""
    no_frame(pairs, "pairs", "give zip(df['ja'], df['en'])")
    if isinstance(pairs, str | bytes | bytearray) or not isinstance(pairs, Iterable):
        raise TypeError(f"pairs must be an iterable of (ja, en), not {_shown(pairs)}")


def _of_text(number: int, pair: object) -> tuple[str, str]:
    ja, en = two(number, pair)
    checked(ja, f"pair {number}: ja")
    checked(en, f"pair {number}: en")
    return ja, en


def _of_terms(pairs: Iterable[object]) -> Iterator[tuple[str | Iterable[str], str]]:
    last: object = object()  # a list is looked through once, however many texts it goes with
    for number, pair in enumerate(pairs):
        ja, en = two(number, pair)
        if not isinstance(ja, str) and ja is not last:
            last = ja = _listed(number, ja)
        checked(en, f"pair {number}: en")
        yield ja, en


def _listed(number: int, terms: Any) -> Iterable[str]:
    """The terms of a pair, itself if it is a list; a prepared list has been checked."""
    if isinstance(terms, Sequence) and not isinstance(terms, list | tuple | bytes | bytearray):
        return terms
    found = strings(terms, f"pair {number}: ja", f"pair {number}: a term")
    return terms if isinstance(terms, list | tuple) else found


def _members(given: object) -> tuple[Any, ...] | None:
    """What a pair consists of; None for what has no members in an order, or is text."""
    if isinstance(given, str | bytes | bytearray | Mapping | Set) or not isinstance(given, Iterable):
        return None
    return tuple(given)


def _shown(given: object) -> str:
    """What was given instead, in few words."""
    return "None" if given is None else f"{type(given).__name__}: {repr(given)[:60]}"


def score_of(least: object, name: str = "min_score") -> float:
    """The setting `name`, a number from 0 to 1, checked."""
    if not isinstance(least, Real) or isinstance(least, bool):
        raise TypeError(f"{name} must be a number from 0 to 1, not {_shown(least)}")
    score = float(least)
    if math.isnan(score) or not 0 <= score <= 1:
        raise ValueError(f"{name} must be from 0 to 1, not {score}")
    return score


def kinds_of(kinds: Iterable[Kind] | None) -> frozenset[str] | None:
    """The setting `kinds`, checked."""
    if kinds is None:
        return None
    found = frozenset(strings(kinds, "kinds", "a kind of evidence"))
    if unknown := found.difference(KINDS):
        raise ValueError(f"no such kind of evidence: {', '.join(sorted(unknown))}; there are {', '.join(KINDS)}")
    if not found:
        raise ValueError(f"kinds names no kind of evidence: leave it out for all, {', '.join(KINDS)}")
    return found


def situation_given(situation: object, listed: bool) -> None:
    """Refuse a `situation` that is none, or that a list of terms cannot be in."""
    if situation is None:
        return
    if not isinstance(situation, str):
        raise TypeError(f"situation must be {_SITUATIONS}, not {_shown(situation)}")
    if situation not in SITUATIONS:
        raise ValueError(f"situation must be {_SITUATIONS}, not {situation!r}")
    if listed and situation != "terms":
        raise ValueError(f"a list of terms is not read as {situation!r}: give a text")


def checked_alignments(alignments: Iterable[Any]) -> Iterator[Any]:
    """The alignments, as they come; what is none is refused."""
    if isinstance(alignments, str | bytes | Mapping) or not isinstance(alignments, Iterable):
        raise TypeError(f"alignments must be an iterable of Alignment, not {type(alignments).__name__}")
    for number, alignment in enumerate(alignments):
        checked_alignment(alignment, f"alignment {number}", ": give a list of them")
        yield alignment


def checked_alignment(alignment: object, what: str, advice: str = "") -> None:
    """Refuse what is no alignment; `what` names it in the error."""
    if not hasattr(alignment, "unaligned"):
        raise TypeError(f"{what} must be an Alignment, not {type(alignment).__name__}{advice}")


class CheckedEncoder:
    """A caller's encoder, whose vectors are refused where they are no numbers.

    Parameters
    ----------
    encoder : Encoder
        The caller's.

    Raises
    ------
    TypeError
        If it has no method ``encode``.
    """

    def __init__(self, encoder: Any) -> None:
        if isinstance(encoder, type) or not callable(getattr(encoder, "encode", None)):
            of = f"the class {encoder.__name__}: make one of it" if isinstance(encoder, type) else _shown(encoder)
            raise TypeError(f"encoder must be an object with a method encode(texts), not {of}")
        self.encoder = encoder

    def encode(self, texts: list[str], /) -> Any:
        """The vectors.

        Raises
        ------
        ValueError
            If they are of several lengths, or have NaN or infinity in them.
        """
        import numpy

        made = self.encoder.encode(texts)
        try:
            with numpy.errstate(over="ignore"):  # it is infinity then
                rows = numpy.asarray(made, dtype=numpy.float32)
        except (TypeError, ValueError) as error:
            raise ValueError(f"an encoder must give vectors of numbers, all of one length: {error}") from error
        if rows.ndim == 2 and not numpy.isfinite(rows).all():
            bad = next(text for text, row in zip(texts, rows, strict=False) if not numpy.isfinite(row).all())
            raise ValueError(f"an encoder must give finite numbers: of {bad!r} it made NaN or infinity")
        return rows
