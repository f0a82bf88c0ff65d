"""Japanese terms within an English text: for each, the nearest mentions.

A text that says the same again and again would else link each time with each: as many links as there are times, squared.
"""

from collections.abc import Collection, Iterator, Sequence

from termalign.bitext.bitext import Bitext
from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kana import is_japanese
from termalign.propose.nearby import nearest
from termalign.situations.mentions import find_mentions
from termalign.situations.scored import Chosen
from termalign.terms.term_cache import TermCache

MOST_MENTIONS = 16  # of a term, each time that it stands in the text


def mentioned_nearby(
    ja: JapaneseText,
    spans: Sequence[tuple[int, int]],
    bitext: Bitext,
    terms: TermCache,
    kinds: Collection[str] | None,
    threshold: float,
) -> Iterator[tuple[tuple[int, int], Chosen]]:
    """Yield each term with the mentions of it in the English around it, in order of the terms.

    Parameters
    ----------
    ja : JapaneseText
        The text, as Japanese.
    spans : sequence of (int, int)
        Folded code points of the terms.
    bitext : Bitext
        The text, as English.
    terms : TermCache
        Headwords that are known already.
    kinds : collection of str, optional
        The kinds of links to look for; all by default.
    threshold : float
        The least score of a mention.
    """
    surfaces = [ja.text[start:end] for start, end in spans]
    found = find_mentions(surfaces, bitext, terms, kinds, threshold, _japanese(spans, bitext.english))
    places = {term: [bitext.english.offsets(c.i, c.j)[0] for c in mentions] for term, mentions in found.items()}
    for span, surface in zip(spans, surfaces, strict=True):
        if surface in found:
            at = ja.folded.raw_span(*span)[0]
            for c in found[surface][nearest(places[surface], at, MOST_MENTIONS)]:
                yield span, c


def _japanese(spans: Sequence[tuple[int, int]], english: EnglishText) -> set[int]:
    """Return the words that are Japanese, or are in place of Japanese: they render nothing."""
    found = {k for k, form in enumerate(english.forms) if any(map(is_japanese, form))}
    for start, end in spans:
        found.update(range(*english.words_in(start, end)))
    return found
