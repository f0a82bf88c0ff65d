"""Links converted to plain dictionaries and back, with checks of members and spans on the way back."""

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
    what = "an alignment"
    mapping_of(found, what)
    ja, en = text_of(member(found, "ja", what), "ja"), text_of(member(found, "en", what), "en")
    return (
        ja,
        en,
        tuple(
            link_of(link, f"links[{k}]", ja, en)
            for k, link in enumerate(list_of(member(found, "links", what), "links"))
        ),
        tuple(
            span_in(span, f"unaligned[{k}]", ja)
            for k, span in enumerate(list_of(member(found, "unaligned", what), "unaligned"))
        ),
    )


def is_complete(found: Mapping[str, Any]) -> bool:
    """Return whether everything was compared for an alignment given as a dictionary; the key is present only if false."""
    said = found.get("complete", True)
    if not isinstance(said, bool):
        raise TypeError(f"complete must be true or false, not {type(said).__name__}")
    return said


def link_of(found: Any, what: str, ja: str | None = None, en: str | None = None) -> Link:
    """Return the link given as a dictionary. If the texts are given, the spans must agree with them."""
    mapping_of(found, what)
    parts = list_of(found.get("parts", ()), f"{what}.parts")
    evidence = list_of(found.get("evidence", ()), f"{what}.evidence")
    return Link(
        span_in(member(found, "ja", what), f"{what}.ja", ja),
        span_in(member(found, "en", what), f"{what}.en", en),
        text_of(member(found, "kind", what), f"{what}.kind"),
        share_of(member(found, "score", what), f"{what}.score"),
        tuple(_reason(reason, f"{what}.evidence[{k}]") for k, reason in enumerate(evidence)),
        tuple(_part(part, f"{what}.parts[{k}]", ja, en) for k, part in enumerate(parts)),
    )


def _part(found: Any, what: str, ja: str | None, en: str | None) -> Part:
    mapping_of(found, what)
    return Part(
        span_in(member(found, "ja", what), f"{what}.ja", ja),
        span_in(member(found, "en", what), f"{what}.en", en),
        text_of(member(found, "kind", what), f"{what}.kind"),
    )


def _reason(found: Any, what: str) -> Evidence:
    mapping_of(found, what)
    forms = list_of(member(found, "forms", what), f"{what}.forms")
    return Evidence(
        text_of(member(found, "kind", what), f"{what}.kind"),
        share_of(member(found, "strength", what), f"{what}.strength"),
        share_of(member(found, "coverage", what), f"{what}.coverage"),
        tuple(text_of(form, f"{what}.forms[{k}]") for k, form in enumerate(forms)),
    )


def span_in(found: Any, what: str, raw: str | None = None) -> Span:
    """Return the span of `raw`; its offsets and its text must agree. Without `raw`, it must be as long as its text."""
    mapping_of(found, what)
    start, end, text = (
        member(found, "start", what),
        member(found, "end", what),
        text_of(member(found, "text", what), f"{what}.text"),
    )
    number_of(start, f"{what}.start")
    number_of(end, f"{what}.end")
    if raw is None:
        if start < 0 or end - start != len(text):
            raise ValueError(f"{what} is {start}:{end}, but has the text {text!r}")
        return Span(start, end, text)
    if not 0 <= start <= end <= len(raw):
        raise ValueError(f"{what} is {start}:{end}, but the text has {len(raw)} code points")
    if raw[start:end] != text:
        raise ValueError(
            f"{what} has the text {text!r}, but code points {start}:{end} of the text are {raw[start:end]!r}"
        )
    return Span(start, end, text)


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
    checked(found, what)
    return str(found)


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
