"""What an `Aligner` does as plain functions: one is kept for those who ask for nothing special."""

from collections.abc import Iterable, Sequence
from functools import cache
from os import PathLike
from typing import TypedDict, Unpack

from termalign.aligner import Aligner
from termalign.alignment import Alignment
from termalign.arguments import TermSpec
from termalign.evidence.semantic import Encoder
from termalign.formats.glossaries import GlossaryLike
from termalign.learned import Model
from termalign.lexicon import Lexicon
from termalign.model import Kind, Situation


class Options(TypedDict, total=False):
    """The settings of an `Aligner`, which its docstring explains."""

    lexicon: Lexicon | None
    glossary: GlossaryLike | None
    model: Model | str | PathLike[str] | None
    min_score: float
    kinds: Iterable[Kind] | None
    semantic: bool
    encoder: Encoder | None


@cache
def default_aligner() -> Aligner:
    """The one that is kept."""
    return Aligner()


def align(
    ja: str | Iterable[str],
    en: str,
    *,
    terms: Iterable[TermSpec] | None = None,
    situation: Situation | None = None,
    **options: Unpack[Options],
) -> Alignment:
    """Find the English spans that render Japanese terms.

    Parameters
    ----------
    ja : str or iterable of str
        A Japanese text, whose terms are found, or a list of terms.
    en : str
        The English text.
    terms : iterable of str or (int, int), optional
        With a Japanese text, only these: strings, or code-point offsets into it.
    situation : {"translation", "terms", "both"}, optional
        With a Japanese text, how to read it, where the texts themselves should not tell; see `Aligner.align`.
    **options
        As for `Aligner`: ``lexicon``, ``glossary``, ``model``, ``min_score``, ``kinds``, ``semantic``, ``encoder``.
        Keep an `Aligner` where many texts share them.

    Returns
    -------
    Alignment

    Raises
    ------
    TypeError
        If a text is bytes or no string.
    ValueError
        If a list of terms goes with `terms`, or with a `situation` of two texts.

    Examples
    --------
    >>> [link.en.text for link in align(["警察庁", "消費税"], "The National Police Agency set up a new office.")]
    ['National Police Agency']
    """
    return (Aligner(**options) if options else default_aligner()).align(ja, en, terms=terms, situation=situation)


def align_mixed(text: str, **options: Unpack[Options]) -> Alignment:
    """Align the Japanese that stands in an English text with the English around it; see `Aligner.align_mixed`.

    Examples
    --------
    >>> [link.en.text for link in align_mixed("special fraud cases (特殊詐欺)")]
    ['special fraud']
    """
    return (Aligner(**options) if options else default_aligner()).align_mixed(text)


def align_words(ja: str | Sequence[str], en: str | Sequence[str], **options: Unpack[Options]) -> list[tuple[int, int]]:
    """Link content words, over given tokens or the aligner's own; see `Aligner.align_words`.

    Examples
    --------
    >>> align_words("桜島が噴火した", "Sakurajima erupted")
    [(0, 0), (2, 1)]
    """
    return (Aligner(**options) if options else default_aligner()).align_words(ja, en)
