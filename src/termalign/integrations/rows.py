"""Links, findings and projections as flat rows, with the same columns in every kind of frame."""

from collections.abc import Callable, Mapping
from typing import Any

from termalign.checking import Finding
from termalign.model import Evidence, Link, Part, Span
from termalign.projection import Projection

Row = dict[str, Any]

#: The type of a column: ``str``, ``int``, ``float``, ``[type]`` for a list, or ``{name: type}`` for a struct.
Type = Any

_PLACES: Mapping[str, Type] = {"ja": str, "ja_start": int, "ja_end": int, "en": str, "en_start": int, "en_end": int}

#: The columns of a link, in order. Starts and ends are code points of the texts in the row, half-open.
COLUMNS: Mapping[str, Type] = {
    **_PLACES,
    "kind": str,
    "score": float,
    "parts": [{**_PLACES, "kind": str}],
    "evidence": [{"kind": str, "strength": float, "coverage": float, "forms": [str]}],
}


class Offset(int):
    """The type of a column of offsets in which some rows have none."""


#: The columns of a finding of `check`, in order. A finding without a span in a text has nulls there.
FINDINGS: Mapping[str, Type] = {
    "kind": str, "severity": str, "score": float,
    **{name: Offset if kind is int else kind for name, kind in _PLACES.items()},
    "term": str, "expected": [str], "found": str, "message": str, "id": str,
}  # fmt: skip

#: The columns of a projection, in order. A label is of any type.
PROJECTIONS: Mapping[str, Type] = {
    "label": object, "source": str, "source_start": int, "source_end": int,
    "spans": [{"text": str, "start": int, "end": int}], "score": float,
}  # fmt: skip


def own_type(
    kind: Type, scalars: Mapping[type, Any], list_of: Callable[[Any], Any], struct_of: Callable[[dict[str, Any]], Any]
) -> Any:
    """Return a library's type for the type of a column, given its types for ``str``, ``int`` and ``float``.

    Examples
    --------
    >>> own_type([{"start": int}], {int: "int64"}, "list<{}>".format, "struct<{}>".format)
    "list<struct<{'start': 'int64'}>>"
    """

    def own(kind: Type) -> Any:
        if isinstance(kind, list):
            return list_of(own(kind[0]))
        if isinstance(kind, type):
            return scalars[kind]
        return struct_of({name: own(inner) for name, inner in kind.items()})

    return own(kind)


def finding_row(finding: Finding) -> Row:
    """Return a finding as a row of plain values, with the names of `FINDINGS`.

    Examples
    --------
    >>> from termalign import check
    >>> (finding,) = check([("3回", "five times")])
    >>> row = finding_row(finding)
    >>> row["kind"], row["ja"], row["expected"], row["en"]
    ('number', '3回', ['3'], 'five times')
    """
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "score": finding.score,
        **_placed(finding.ja, finding.en),
        "term": finding.term,
        "expected": list(finding.expected),
        "found": finding.found,
        "message": finding.message,
        "id": finding.id,
    }


def projection_row(marked: tuple[Span, Any], found: Projection | None) -> Row:
    """Return a marked span, its label and its counterpart as a row of plain values, with the names of `PROJECTIONS`.

    A span without a counterpart has an empty list of spans, and the score 0.

    Examples
    --------
    >>> projection_row((Span(0, 2, "桜島"), "LOC"), None)["spans"]
    []
    """
    source, label = marked
    return {
        "label": label,
        "source": source.text,
        "source_start": source.start,
        "source_end": source.end,
        "spans": [{"text": span.text, "start": span.start, "end": span.end} for span in found.spans] if found else [],
        "score": found.score if found else 0.0,
    }


def row_of(link: Link) -> Row:
    """Return a link as a row of plain values, with the names of `COLUMNS`.

    Examples
    --------
    >>> from termalign import align
    >>> (link,) = align(["桜島"], "Mt. Sakurajima erupted.")
    >>> row = row_of(link)
    >>> row["ja"], row["ja_start"], row["ja_end"], row["en"], row["en_start"], row["en_end"]
    ('桜島', 0, 2, 'Sakurajima', 4, 14)
    """
    return {
        **_places(link),
        "kind": link.kind,
        "score": link.score,
        "parts": [{**_places(part), "kind": part.kind} for part in link.parts],
        "evidence": [
            {"kind": e.kind, "strength": e.strength, "coverage": e.coverage, "forms": list(e.forms)}
            for e in link.evidence
        ],
    }


def link_of(row: Mapping[str, Any]) -> Link:
    """Return the link from which `row_of` made a row.

    Examples
    --------
    >>> from termalign import align
    >>> (link,) = align(["桜島"], "Mt. Sakurajima erupted.")
    >>> link_of(row_of(link)) == link
    True
    """
    return Link(
        *_spans(row),
        row["kind"],
        row["score"],
        tuple(Evidence(e["kind"], e["strength"], e["coverage"], tuple(e["forms"])) for e in row["evidence"]),
        tuple(Part(*_spans(part), part["kind"]) for part in row["parts"]),
    )


def _places(pair: Link | Part) -> Row:
    return _placed(pair.ja, pair.en)


def _placed(ja: Span | None, en: Span | None) -> Row:
    return {
        "ja": ja and ja.text,
        "ja_start": ja and ja.start,
        "ja_end": ja and ja.end,
        "en": en and en.text,
        "en_start": en and en.start,
        "en_end": en and en.end,
    }


def _spans(row: Mapping[str, Any]) -> tuple[Span, Span]:
    return (
        Span(row["ja_start"], row["ja_end"], row["ja"]),
        Span(row["en_start"], row["en_end"], row["en"]),
    )
