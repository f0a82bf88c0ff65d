"""A link as a flat row: the one place that says what columns a link has, in every kind of frame."""

from collections.abc import Mapping
from typing import Any

from termalign.model import Evidence, Link, Part, Span

Row = dict[str, Any]

#: A column's type: ``str``, ``int``, ``float``, ``[type]`` for a list, ``{name: type}`` for a struct.
Type = Any

_PLACES: Mapping[str, Type] = {"ja": str, "ja_start": int, "ja_end": int, "en": str, "en_start": int, "en_end": int}

#: The columns of a link, in order. Starts and ends are code points of the row's own texts, half-open.
COLUMNS: Mapping[str, Type] = {
    **_PLACES,
    "kind": str,
    "score": float,
    "parts": [{**_PLACES, "kind": str}],
    "evidence": [{"kind": str, "strength": float, "coverage": float, "forms": [str]}],
}


def row_of(link: Link) -> Row:
    """The link as a row of plain values, with the names of `COLUMNS`.

    Parameters
    ----------
    link : Link

    Returns
    -------
    dict
        Lists, strings and numbers only.

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
    """The link that a row was made of: `row_of` undone.

    Parameters
    ----------
    row : mapping
        With the names of `COLUMNS`.

    Returns
    -------
    Link

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
    ja, en = pair.ja, pair.en
    return {
        "ja": ja.text,
        "ja_start": ja.start,
        "ja_end": ja.end,
        "en": en.text,
        "en_start": en.start,
        "en_end": en.end,
    }


def _spans(row: Mapping[str, Any]) -> tuple[Span, Span]:
    return (
        Span(row["ja_start"], row["ja_end"], row["ja"]),
        Span(row["en_start"], row["en_end"], row["en"]),
    )
