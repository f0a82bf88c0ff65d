"""A term of a bitext, with its spellings, renderings and examples."""

from dataclasses import dataclass

from termalign.model import Span


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of a term or a rendering, with the number of its occurrences."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """A rendering of a term.

    Attributes
    ----------
    text : str
        The rendering, in the singular and in lower case if the texts have this form, or mostly write its words in this way.
    score : float
        The probability that the rendering is right, in (0, 1).
    count : int
        How often it was found to render the term, including within longer terms.
    kind : str
        The most frequent kind of these links.
    forms : tuple of Form
        The written forms of the rendering in the bitext.
    """

    text: str
    score: float
    count: int
    kind: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that contains a term and its rendering.

    Attributes
    ----------
    unit : str
        The name of the pair in its file, or its number, from 1.
    ja, en : str
        The texts of the pair. A long text is shortened to the part around the term.
    term : Span
        The term in `ja`.
    rendering : Span
        The rendering in `en`.
    """

    unit: str
    ja: str
    en: str
    term: Span
    rendering: Span


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term extracted from a bitext, with its renderings.

    Attributes
    ----------
    ja : str
        The term in its most frequent spelling.
    variants : tuple of Form
        The other spellings.
    en : tuple of Rendering
        The renderings, most likely first; at least one.
    count : int
        The number of occurrences of the term in the bitext, including those within longer terms.
    units : int
        The number of pairs that contain the term.
    termhood : float
        How specific the term is to this bitext, above 0. The entries of a term base are sorted by termhood.
    examples : tuple of Example
        Pairs that contain the term and its best rendering.
    """

    ja: str
    variants: tuple[Form, ...]
    en: tuple[Rendering, ...]
    count: int
    units: int
    termhood: float
    examples: tuple[Example, ...] = ()
