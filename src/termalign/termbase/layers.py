"""The search for the terms of the user's glossary and of the learned layer in a text, in any spelling."""

from collections.abc import Callable
from functools import lru_cache

from termalign.japanese.tagger import morphemes
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon, Rendering
from termalign.termbase.by_spelling import Index
from termalign.termbase.search import Place, places


class Layers:
    """The terms of a lexicon's layers (its glossary and learned terms) by spelling."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._terms = sorted(lexicon.glossary_terms)
        self.index = Index(self._terms)

    def renderings(self, place: Place) -> tuple[Rendering, ...]:
        """Return the renderings that the layers have for the term at a place."""
        return self.lexicon.told(self._terms[self.index[place.key][0]])


@lru_cache(8)
def layers_of(lexicon: Lexicon) -> Layers:
    return Layers(lexicon)


def layer_places(text: JapaneseText, lexicon: Lexicon, able: Callable[[int, int], bool] | None = None) -> list[Place]:
    """Return the places of the terms of a lexicon's layers in a text, as `places` does."""
    if not lexicon.longest_glossary_term:
        return []
    return places(text.text, text.morphemes, layers_of(lexicon).index, lexicon, able)


def renderings_of_spelling(lexicon: Lexicon, surface: str) -> tuple[Rendering, ...]:
    """Return the renderings in a lexicon's layers for a term in another spelling or inflected.

    Examples
    --------
    >>> lexicon = Lexicon.default().with_glossary({"サーバー": "server"})
    >>> [rendering.en for rendering in renderings_of_spelling(lexicon, "サーバ")]
    ['server']
    """
    if not lexicon.longest_glossary_term:
        return ()
    cut = morphemes(surface)
    found = places(surface, cut, layers_of(lexicon).index, lexicon)
    whole = [place for place in found if (place.a, place.b) == (0, len(cut))]
    return layers_of(lexicon).renderings(whole[0]) if whole else ()
