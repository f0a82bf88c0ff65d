"""The nouns of the library: spans, evidence, links and the alignment that holds them.

Every offset is a code point of the caller's own string, half-open: ``text == raw[start:end]``, always.
"""

from dataclasses import dataclass
from typing import Final, Literal

#: Every kind of evidence there is, and so every ``Link.kind``.
KINDS = (
    "glossary", "verbatim", "romaji", "clip", "name", "loanword", "gloss", "composed", "apposition",
    "acronym", "number", "date", "learned", "context",
)  # fmt: skip

#: How an alignment reads its two sides: a text and its translation; terms, and a text that speaks of them; both, where nothing
#: tells which of these; one text with both languages in it.
Situation = Literal["translation", "terms", "both", "mixed"]

#: Those of a Japanese string and an English text.
SITUATIONS: Final[tuple[Situation, ...]] = ("translation", "terms", "both")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the caller's text.

    Attributes
    ----------
    start, end : int
        Code points, half-open.
    text : str
        ``raw[start:end]``, exactly.

    Examples
    --------
    >>> Span.of("Tokuryu, short for", 0, 7)
    Span(start=0, end=7, text='Tokuryu')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, raw: str, start: int, end: int) -> "Span":
        """The span of `raw` from `start` to `end`."""
        return cls(start, end, raw[start:end])


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An English abbreviation and the long form that defines it.

    Attributes
    ----------
    short, long : Span
        Code points of the text they were found in.

    Examples
    --------
    >>> from termalign import find_abbreviations
    >>> [(a.short.text, a.long.text) for a in find_abbreviations("the National Police Agency (NPA)")]
    [('NPA', 'National Police Agency')]
    """

    short: Span
    long: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a link.

    Attributes
    ----------
    kind : str
        ``glossary``, ``verbatim``, ``romaji``, ``clip``, ``name``, ``loanword``, ``gloss``, ``composed``, ``apposition``,
        ``acronym``, ``number``, ``date``, ``learned`` or ``context``.
    strength : float
        How well the two sides agree in the eyes of this kind of evidence alone, 0 to 1.
    coverage : float
        Share of the Japanese term it accounts for, 0 to 1.
    forms : tuple of str
        What was compared, Japanese side first, so that the reason can be replayed.

    Examples
    --------
    >>> from termalign import align
    >>> (link,) = align(["特殊詐欺"], "a case of tokushu sagi")
    >>> link.evidence[0].forms
    ('トクシュサギ', 'tokushu sagi')
    """

    kind: str
    strength: float
    coverage: float
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A finer correspondence inside a link.

    Attributes
    ----------
    ja, en : Span
        Code points of the caller's two texts.
    kind : str
        Kind of the evidence for this part.

    Examples
    --------
    >>> from termalign import align
    >>> (link,) = align(["犯罪グループ"], "They broke up two crime groups.")
    >>> [(part.ja.text, part.en.text) for part in link.parts]
    [('犯罪', 'crime'), ('グループ', 'groups')]
    """

    ja: Span
    en: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Link:
    """A Japanese span and the English span that renders it.

    Attributes
    ----------
    ja, en : Span
        Code points of the caller's two texts.
    kind : str
        Kind of the strongest evidence.
    score : float
        Calibrated chance that the link is right, in (0, 1].
    evidence : tuple of Evidence
        Every reason, strongest first.
    parts : tuple of Part
        Word-to-word correspondences inside a multi-word term, empty where it is one piece.

    Examples
    --------
    >>> from termalign import align
    >>> (link,) = align(["桜島"], "Sakurajima erupted.")
    >>> link.en, link.kind
    (Span(start=0, end=10, text='Sakurajima'), 'romaji')
    """

    ja: Span
    en: Span
    kind: str
    score: float
    evidence: tuple[Evidence, ...] = ()
    parts: tuple[Part, ...] = ()
