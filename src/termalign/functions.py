"""The methods of `Aligner` as plain functions, which share one aligner if they are called without settings."""

from collections.abc import Iterable, Sequence
from functools import cache
from os import PathLike
from typing import Unpack

from termalign.aligner import Aligner, Settings
from termalign.alignment import Alignment
from termalign.arguments import TermSpec
from termalign.learned import Model
from termalign.model import TextSituation


class Options(Settings, total=False):
    """The settings of an `Aligner`; see there."""

    model: Model | str | PathLike[str] | None


@cache
def default_aligner() -> Aligner:
    """Return the aligner with the default settings, which is created once."""
    return Aligner()


def _aligner(options: Options) -> Aligner:
    return Aligner(**options) if options else default_aligner()


def align(
    ja: str | Iterable[str],
    en: str,
    *,
    terms: Iterable[TermSpec] | None = None,
    situation: TextSituation | None = None,
    **options: Unpack[Options],
) -> Alignment:
    """Find the English spans that render Japanese terms.

    Parameters
    ----------
    ja : str or iterable of str
        A Japanese text, whose terms are found, or a list of terms.
    en : str
        The English text.
    terms : iterable of str, (int, int) or Span, optional
        The terms of a Japanese text to align, instead of all its terms: strings, or half-open code-point offsets into
        the text. See `Aligner.align`.
    situation : {"translation", "terms", "both"}, optional
        How to read a Japanese text; recognised by default. See `Aligner.align`.
    **options
        As for `Aligner`: ``lexicon``, ``glossary``, ``model``, ``min_score``, ``kinds``, ``semantic``, ``encoder``,
        ``max_comparisons``. To use the same options for many texts, create an `Aligner`.

    Returns
    -------
    Alignment

    Raises
    ------
    TypeError
        If a text is not a string, for example bytes.
    ValueError
        If `terms`, or a `situation` of two texts, is combined with a list of terms.

    Examples
    --------
    >>> [link.en.text for link in align(["警察庁", "消費税"], "The National Police Agency set up a new office.")]
    ['National Police Agency']
    """
    return _aligner(options).align(ja, en, terms=terms, situation=situation)


def align_mixed(text: str, **options: Unpack[Options]) -> Alignment:
    """Align the Japanese terms in an English text with the English around them; see `Aligner.align_mixed`.

    Examples
    --------
    >>> [link.en.text for link in align_mixed("special fraud cases (特殊詐欺)")]
    ['special fraud']
    """
    return _aligner(options).align_mixed(text)


def align_words(ja: str | Sequence[str], en: str | Sequence[str], **options: Unpack[Options]) -> list[tuple[int, int]]:
    """Link the content words of a text and its translation; see `Aligner.align_words`.

    Examples
    --------
    >>> align_words("桜島が噴火した", "Sakurajima erupted")
    [(0, 0), (2, 1)]
    """
    return _aligner(options).align_words(ja, en)
