"""The search for the terms of the user's glossary and of the learned layer in a text, in any spelling."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Set
from functools import cached_property

from termalign.japanese.tagger import morphemes
from termalign.japanese.text import JapaneseText
from termalign.lexicon.entries import Rendering
from termalign.lexicon.headword_spelling import headword_key
from termalign.lexicon.lexicon import Lexicon
from termalign.once import cached_in_lexicon
from termalign.termbase.by_spelling import Index, common_nouns
from termalign.termbase.rendered import english_key
from termalign.termbase.search import Place, places


class Layers:
    """The terms of a lexicon's layers (its glossary and learned terms) by spelling."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._terms = sorted(lexicon.glossary_terms)
        self.index = Index(self._terms, set(map(headword_key, common_nouns(lexicon.glossary_entries))))

    def term(self, place: Place) -> str:
        """Return the term at a place, as the layers spell it."""
        return self._terms[self.index[place.key][0]]

    def renderings(self, place: Place) -> tuple[Rendering, ...]:
        """Return the renderings that the layers have for the term at a place."""
        return self.lexicon.told(self.term(place))

    @cached_property
    def forbidden(self) -> Mapping[str, tuple[str, ...]]:
        """The renderings that the glossary forbids, by term."""
        banned = [entry for entry in self.lexicon.glossary_entries if entry.forbidden]
        return {headword_key(entry.ja): entry.forbidden for entry in banned}

    @cached_property
    def terms_rendered(self) -> Mapping[str, Set[str]]:
        """The terms that the glossary renders by each approved rendering, by its `english_key`."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for entry in self.lexicon.glossary_entries:
            for form in entry.en:
                found[english_key(form)].add(headword_key(entry.ja))
        return found


@cached_in_lexicon(8)
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
    place = _place_of(lexicon, surface)
    return layers_of(lexicon).renderings(place) if place else ()


def listed_term(lexicon: Lexicon, surface: str) -> str:
    """Return a term as a lexicon's layers spell it, or the folded term if they do not have it.

    Examples
    --------
    >>> lexicon = Lexicon.default().with_glossary({"サーバー": "server"})
    >>> listed_term(lexicon, "サーバ"), listed_term(lexicon, "障害")
    ('サーバー', '障害')
    """
    key = headword_key(surface)
    place = None if key in lexicon.glossary_terms else _place_of(lexicon, surface)
    return layers_of(lexicon).term(place) if place else key


def _place_of(lexicon: Lexicon, surface: str) -> Place | None:
    """Return the place of a layer's term that is the whole string."""
    if not lexicon.longest_glossary_term:
        return None
    cut = morphemes(surface)
    found = places(surface, cut, layers_of(lexicon).index, lexicon)
    return next((place for place in found if (place.a, place.b) == (0, len(cut))), None)
