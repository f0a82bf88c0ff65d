"""Links converted to dictionaries, lists, strings and numbers, and back; on the way back, spans are checked against the texts."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from termalign.arguments import checked
from termalign.model import Evidence, Link, Part, Span


def plain(link: Link) -> dict[str, Any]:
    """Return a link as a dictionary that JSON can represent."""
    found = asdict(link)
    found["evidence"] = [{**reason, "forms": list(reason["forms"])} for reason in found["evidence"]]
    found["parts"] = list(found["parts"])
    return found


def members(found: Mapping[str, Any]) -> tuple[str, str, tuple[Link, ...], tuple[Span, ...]]:
    """Return the texts, links and unaligned terms of an alignment given as a dictionary; see `Alignment.from_dict`."""
    _mapping(found, "an alignment")
    ja, en = found["ja"], found["en"]
    checked(ja, "ja")
    checked(en, "en")
    return (
        ja,
        en,
        tuple(_link(link, f"links[{k}]", ja, en) for k, link in enumerate(_list(found["links"], "links"))),
        tuple(_span(span, f"unaligned[{k}]", ja) for k, span in enumerate(_list(found["unaligned"], "unaligned"))),
    )


def is_complete(found: Mapping[str, Any]) -> bool:
    """Return whether everything was compared for an alignment given as a dictionary; the key is present only if false."""
    said = found.get("complete", True)
    if not isinstance(said, bool):
        raise TypeError(f"complete must be true or false, not {type(said).__name__}")
    return said


def _link(found: Any, what: str, ja: str, en: str) -> Link:
    _mapping(found, what)
    parts = _list(found["parts"], f"{what}.parts")
    evidence = _list(found["evidence"], f"{what}.evidence")
    return Link(
        _span(found["ja"], f"{what}.ja", ja),
        _span(found["en"], f"{what}.en", en),
        _text(found["kind"], f"{what}.kind"),
        _share(found["score"], f"{what}.score"),
        tuple(_reason(reason, f"{what}.evidence[{k}]") for k, reason in enumerate(evidence)),
        tuple(_part(part, f"{what}.parts[{k}]", ja, en) for k, part in enumerate(parts)),
    )


def _part(found: Any, what: str, ja: str, en: str) -> Part:
    _mapping(found, what)
    return Part(
        _span(found["ja"], f"{what}.ja", ja),
        _span(found["en"], f"{what}.en", en),
        _text(found["kind"], f"{what}.kind"),
    )


def _reason(found: Any, what: str) -> Evidence:
    _mapping(found, what)
    forms = _list(found["forms"], f"{what}.forms")
    return Evidence(
        _text(found["kind"], f"{what}.kind"),
        _share(found["strength"], f"{what}.strength"),
        _share(found["coverage"], f"{what}.coverage"),
        tuple(_text(form, f"{what}.forms[{k}]") for k, form in enumerate(forms)),
    )


def _span(found: Any, what: str, raw: str) -> Span:
    """Return the span of `raw`; its offsets and its text must agree."""
    _mapping(found, what)
    start, end, text = found["start"], found["end"], _text(found["text"], f"{what}.text")
    for name, at in (("start", start), ("end", end)):
        if not isinstance(at, int) or isinstance(at, bool):
            raise TypeError(f"{what}.{name} must be int, not {type(at).__name__}")
    if not 0 <= start <= end <= len(raw):
        raise ValueError(f"{what} is {start}:{end}, but the text has {len(raw)} code points")
    if raw[start:end] != text:
        raise ValueError(
            f"{what} has the text {text!r}, but code points {start}:{end} of the text are {raw[start:end]!r}"
        )
    return Span(start, end, text)


def _mapping(found: object, what: str) -> None:
    if not isinstance(found, Mapping):
        raise TypeError(f"{what} must be a mapping, not {type(found).__name__}")


def _list(found: object, what: str) -> list[Any] | tuple[Any, ...]:
    if not isinstance(found, list | tuple):
        raise TypeError(f"{what} must be a list, not {type(found).__name__}")
    return found


def _text(found: object, what: str) -> str:
    checked(found, what)
    return str(found)


def _share(found: object, what: str) -> float:
    """Return a score, strength or coverage, checked to be from 0 to 1."""
    if not isinstance(found, int | float) or isinstance(found, bool):
        raise TypeError(f"{what} must be a number, not {type(found).__name__}")
    if not 0 <= found <= 1:  # nor is NaN
        raise ValueError(f"{what} must be from 0 to 1, not {found}")
    return found
