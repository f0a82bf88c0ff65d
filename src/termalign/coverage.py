"""The coverage of a text and its translation by links, as a measure of whether the two translate each other."""

from collections.abc import Collection

from termalign.english import EnglishText
from termalign.model import Link


def coverage(links: Collection[Link], unaligned: int, en: str) -> float:
    """Return the share of a text and its translation that the links explain, each weighted by its score, 0 to 1.

    The share is that of the Japanese terms with a link, or that of the English content words in links, whichever is smaller:
    a translation leaves little of either text unexplained. `unaligned` is the number of terms without a link.

    Examples
    --------
    >>> from termalign import align
    >>> found = align("桜島が噴火した。", "Sakurajima erupted.")
    >>> more = "Sakurajima erupted. Schools were closed."
    >>> coverage(found.links, 0, found.en) > 0.9, coverage(found.links, 0, more) < 0.6, coverage((), 2, "Add to cart")
    (True, True, 0.0)
    """
    if not links:
        return 0.0
    english = EnglishText(en)
    best = dict.fromkeys((k for k, word in enumerate(english.lexemes) if not word.function), 0.0)
    for link in links:
        for k in range(*english.words_in(*english.folded.folded_span(link.en.start, link.en.end))):
            if k in best:
                best[k] = max(best[k], link.score)
    terms = sum(link.score for link in links) / (len(links) + unaligned)
    return min(terms, sum(best.values()) / len(best)) if best else terms
