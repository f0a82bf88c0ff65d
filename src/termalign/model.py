"""The basic types of the library: spans, abbreviations, evidence, parts and links.

Offsets are always code points of the caller's own string, and spans are half-open: ``text == raw[start:end]``.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, get_args

from termalign.members import list_of, mapping_of, member, number_of, share_of, text_of

__all__ = [
    "FINDING_KINDS",
    "FINDING_KINDS_ON_REQUEST",
    "KINDS",
    "SITUATIONS",
    "SYSTEMS",
    "Abbreviation",
    "Evidence",
    "FindingKind",
    "Kind",
    "Link",
    "Part",
    "Situation",
    "Span",
    "System",
    "TextSituation",
]

#: A kind of evidence.
Kind = Literal[
    "glossary", "verbatim", "romaji", "clip", "name", "loanword", "gloss", "composed", "apposition",
    "acronym", "number", "date", "learned", "context",
]  # fmt: skip

#: All kinds of evidence, and so all values of ``Link.kind``.
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

#: A system of romanisation.
System = Literal["hepburn", "hepburn-macron", "kunrei", "nihon", "passport"]

#: All systems of romanisation, the default first.
SYSTEMS: Final[tuple[System, ...]] = get_args(System)

#: A kind of finding of `check`.
FindingKind = Literal[
    "missing", "forbidden", "inconsistent", "number", "date", "name", "acronym", "placeholder",
    "opposite", "modal", "negation", "untranslated", "variant",
]  # fmt: skip

#: All kinds of findings.
FINDING_KINDS: Final[tuple[FindingKind, ...]] = get_args(FindingKind)

#: The kinds of findings that are looked for only on request.
FINDING_KINDS_ON_REQUEST: Final[tuple[FindingKind, ...]] = ("variant",)

#: How an alignment reads its two sides: as a text and its translation; as terms and a text that mentions them; in both
#: ways, if neither is clearly right; as one text in both languages.
Situation = Literal["translation", "terms", "both", "mixed"]

#: A situation that a caller may request, for a Japanese string and a separate English text.
TextSituation = Literal["translation", "terms", "both"]

#: All situations that a caller may request.
SITUATIONS: Final[tuple[TextSituation, ...]] = get_args(TextSituation)


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points of the caller's text.

    Examples
    --------
    >>> Span.of("Tokuryu, short for", 0, 7)
    Span(start=0, end=7, text='Tokuryu')
    """

    start: int
    """The number of code points of the text before the span."""
    end: int
    """The number of code points of the text up to the end of the span."""
    text: str
    """The text of the span: exactly ``raw[start:end]``."""

    @classmethod
    def of(cls, raw: str, start: int, end: int) -> "Span":
        """Return the span of `raw` from `start` to `end`.

        Raises
        ------
        TypeError
            If `raw` is not a string.
        """
        if not isinstance(raw, str):
            raise TypeError(f"raw must be str, not {type(raw).__name__}")
        return cls(start, end, raw[start:end])

    def to_dict(self) -> dict[str, Any]:
        """Return the span as a dictionary that JSON can represent."""
        return asdict(self)

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> "Span":
        """Rebuild a span from the result of `to_dict`.

        Raises
        ------
        KeyError
            If a member is missing.
        TypeError, ValueError
            If a member is invalid, or the text is not as long as the offsets say.

        Examples
        --------
        >>> Span.from_dict({"start": 0, "end": 7, "text": "Tokuryu"})
        Span(start=0, end=7, text='Tokuryu')
        """
        return span_in(found, "a span")


def moved(span: Span, by: int) -> Span:
    """Return a span with the same text, moved by a number of code points."""
    return Span(span.start + by, span.end + by, span.text)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An English abbreviation and the long form that it stands for.

    Examples
    --------
    >>> from termalign import find_abbreviations
    >>> [(a.short.text, a.long.text) for a in find_abbreviations("the National Police Agency (NPA)")]
    [('NPA', 'National Police Agency')]
    """

    short: Span
    """The abbreviation, in code points of the text that was searched."""
    long: Span
    """The long form, in code points of the same text."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a link.

    Examples
    --------
    >>> from termalign import align
    >>> (link,) = align(["特殊詐欺"], "a case of tokushu sagi")
    >>> link.evidence[0].forms
    ('トクシュサギ', 'tokushu sagi')
    """

    kind: str
    """The kind of evidence: one of `KINDS`."""
    strength: float
    """How well the two sides agree according to this kind of evidence alone, 0 to 1."""
    coverage: float
    """The share of the Japanese term that this evidence accounts for, 0 to 1."""
    forms: tuple[str, ...]
    """The forms that were compared, Japanese first, so that the reason can be checked. A `gloss` of three forms is a word of
    similar meaning: the one in the middle is what it resembles.
    """


@dataclass(frozen=True, slots=True)
class Part:
    """A correspondence between parts of the two spans of a link.

    Examples
    --------
    >>> from termalign import align
    >>> (link,) = align(["犯罪グループ"], "They broke up two crime groups.")
    >>> [(part.ja.text, part.en.text) for part in link.parts]
    [('犯罪', 'crime'), ('グループ', 'groups')]
    """

    ja: Span
    """The Japanese, in code points of the caller's text."""
    en: Span
    """The English, in code points of the caller's text."""
    kind: str
    """The kind of evidence for this part."""


@dataclass(frozen=True, slots=True)
class Link:
    """A Japanese span and the English span that renders it.

    Examples
    --------
    >>> from termalign import align
    >>> (link,) = align(["桜島"], "Sakurajima erupted.")
    >>> link.en, link.kind
    (Span(start=0, end=10, text='Sakurajima'), 'romaji')
    """

    ja: Span
    """The Japanese term, in code points of the caller's text."""
    en: Span
    """The English that renders it, in code points of the caller's text."""
    kind: str
    """The kind of the strongest evidence."""
    score: float
    """The calibrated probability that the link is right, in (0, 1]."""
    evidence: tuple[Evidence, ...] = ()
    """All evidence for the link, strongest first."""
    parts: tuple[Part, ...] = ()
    """Word-to-word correspondences inside a multi-word term; empty if the term is a single piece."""

    def to_dict(self) -> dict[str, Any]:
        """Return the link as plain dictionaries, lists, strings and numbers, as in `Alignment.to_dict`."""
        found = asdict(self)
        found["evidence"] = [{**reason, "forms": list(reason["forms"])} for reason in found["evidence"]]
        found["parts"] = list(found["parts"])
        return found

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> "Link":
        """Rebuild a link from the result of `to_dict`, or from an element of ``links`` in JSON.

        Raises
        ------
        KeyError
            If a member is missing, except ``evidence`` and ``parts``, which are optional.
        TypeError, ValueError
            If a member is invalid. The message names it. To check the offsets against the texts, use `Alignment.from_dict`.

        Examples
        --------
        >>> from termalign import align
        >>> (link,) = align(["桜島"], "Sakurajima erupted.")
        >>> Link.from_dict(link.to_dict()) == link
        True
        """
        return link_of(found, "a link")


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
