"""The nouns of the library: spans, evidence, links and the alignment that holds them.

Every offset is a code point of the caller's own string, half-open: ``text == raw[start:end]``, always.
"""

from dataclasses import dataclass
from typing import Final, Literal, get_args

#: A kind of evidence.
Kind = Literal[
    "glossary", "verbatim", "romaji", "clip", "name", "loanword", "gloss", "composed", "apposition",
    "acronym", "number", "date", "learned", "context",
]  # fmt: skip

#: Every kind of evidence there is, and so every ``Link.kind``.
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

#: How an alignment reads its two sides: a text and its translation; terms, and a text that speaks of them; both, where nothing
#: tells which of these; one text with both languages in it.
Situation = Literal["translation", "terms", "both", "mixed"]

#: Those of a Japanese string and an English text.
SITUATIONS: Final[tuple[Situation, ...]] = ("translation", "terms", "both")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the caller's text.

    Examples
    --------
    >>> Span.of("Tokuryu, short for", 0, 7)
    Span(start=0, end=7, text='Tokuryu')
    """

    start: int
    """Code points of the text before the span."""
    end: int
    """Code points of the text up to its end: spans are half-open."""
    text: str
    """``raw[start:end]``, exactly."""

    @classmethod
    def of(cls, raw: str, start: int, end: int) -> "Span":
        """The span of `raw` from `start` to `end`."""
        return cls(start, end, raw[start:end])


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An English abbreviation and the long form that defines it.

    Examples
    --------
    >>> from termalign import find_abbreviations
    >>> [(a.short.text, a.long.text) for a in find_abbreviations("the National Police Agency (NPA)")]
    [('NPA', 'National Police Agency')]
    """

    short: Span
    """The abbreviation, in code points of the text that was searched."""
    long: Span
    """What it is short for, in the same text."""


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
    """One of `KINDS`."""
    strength: float
    """How well the two sides agree in the eyes of this kind of evidence alone, 0 to 1."""
    coverage: float
    """Share of the Japanese term it accounts for, 0 to 1."""
    forms: tuple[str, ...]
    """What was compared, Japanese side first, so that the reason can be replayed."""


@dataclass(frozen=True, slots=True)
class Part:
    """A finer correspondence inside a link.

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
    """The English, likewise."""
    kind: str
    """Kind of the evidence for this part."""


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
    """The English that renders it, likewise."""
    kind: str
    """Kind of the strongest evidence."""
    score: float
    """Calibrated chance that the link is right, in (0, 1]."""
    evidence: tuple[Evidence, ...] = ()
    """Every reason, strongest first."""
    parts: tuple[Part, ...] = ()
    """Word-to-word correspondences inside a multi-word term, empty where it is one piece."""
