"""Japanese terms within an English text: for each, the nearest mentions.

Without that limit, a repetitive text would link every occurrence with every mention, and the links would grow as the
square of the repetitions.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.japanese.titled_people import without_title
from termalign.kana import is_japanese
from termalign.propose.nearby import nearest
from termalign.situations.mentions import find_mentions
from termalign.situations.scored import Chosen
from termalign.target.target import Target
from termalign.terms.term_cache import TermCache

MOST_MENTIONS = 16  # mentions for each occurrence of a term


def mentioned_nearby(
    ja: JapaneseText,
    spans: Sequence[tuple[int, int]],
    target: Target,
    terms: TermCache,
    kinds: Collection[str] | None,
    threshold: float,
) -> Iterator[tuple[tuple[int, int], Chosen]]:
    """Yield each term with its mentions in the surrounding English, in the order of the terms.

    ``ja`` is the text as Japanese and ``target`` the same text as English. ``spans`` are the folded code points of the
    terms, and ``threshold`` is the minimum score of a mention.
    """
    surfaces = [ja.text[start:end] for start, end in spans]
    titled = {name: surface for surface in surfaces if (name := without_title(surface, terms.lexicon))}
    titled = {name: surface for name, surface in titled.items() if name not in surfaces}
    asked = dict.fromkeys([*surfaces, *titled], ())
    barred = _japanese(spans, target.english)
    found = find_mentions(asked, target, terms, kinds, threshold, barred, first_names=titled)
    for name, surface in titled.items():
        named = [replace(c, end=len(surface)) for c in found.get(name, ())]
        if named:
            found[surface] = sorted([*found.get(surface, ()), *named], key=attrgetter("i"))
    places = {term: [target.english.offsets(c.i, c.j)[0] for c in mentions] for term, mentions in found.items()}
    for span, surface in zip(spans, surfaces, strict=True):
        if surface in found:
            at = ja.folded.raw_span(*span)[0]
            for c in found[surface][nearest(places[surface], at, MOST_MENTIONS)]:
                yield span, c


def _japanese(spans: Sequence[tuple[int, int]], english: EnglishText) -> set[int]:
    """Return the words that render nothing: Japanese words, and words inside the terms."""
    found = {k for k, form in enumerate(english.forms) if any(map(is_japanese, form))}
    for start, end in spans:
        found.update(range(*english.words_in(start, end)))
    return found
