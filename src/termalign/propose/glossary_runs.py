"""The glossary terms in a text, each treated as one term even with particles and verbs in it: 善良な管理者の注意.

A glossary defines what is a term. Where a glossary term covers one or more whole noun runs, none of its pieces is a
term of its own: the glossary term is rendered as a whole or not at all. Inside a longer compound, a glossary term is a
part like any other, but it counts as missing if nothing renders it. A compound may begin or end within a glossary term
(燃える|ごみ集積所 with the term 燃えるごみ); it is extended by the rest of this term.
"""

from collections.abc import Callable, Iterator, Sequence

from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.propose.proposed_runs import Range, merged
from termalign.termbase.layers import layer_places, layers_of


def glossary_places(text: JapaneseText, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the morphemes ``a:b`` of each glossary term outside compounds, in order; of overlapping terms, the longest.

    Examples
    --------
    >>> lexicon = Lexicon.default().with_glossary({"善良な管理者の注意": "due care of a prudent manager", "サーバー": "server"})
    >>> ja = JapaneseText("善良な管理者の注意をもってサーバを管理する。", lexicon)
    >>> [ja.surface(a, b) for a, b in glossary_places(ja, lexicon)]
    ['善良な管理者の注意', 'サーバ']
    """
    if not lexicon.longest_glossary_term:
        return []
    by_itself = _outside(runs_with_glossary(text.runs, text, lexicon))
    found = layer_places(text, lexicon, by_itself)
    return [(place.a, place.b) for place in found if layers_of(lexicon).renderings(place)]


def runs_with_glossary(runs: Sequence[Range], text: JapaneseText, lexicon: Lexicon) -> list[Range]:
    """Return noun runs, each extended by the rest of the glossary terms within which it begins or ends.

    Examples
    --------
    >>> lexicon = Lexicon.default().with_glossary({"燃えるごみ": "burnable garbage", "写しの交付": "issue of copies"})
    >>> ja = JapaneseText("燃えるごみ集積所、写しの交付", lexicon)
    >>> [ja.surface(a, b) for a, b in ja.runs]
    ['ごみ集積所', '写し', '交付']
    >>> [ja.surface(a, b) for a, b in runs_with_glossary(ja.runs, ja, lexicon)]
    ['燃えるごみ集積所', '写し', '交付']
    """
    by_itself = _outside(runs)
    found = [(a, b) for a, b, _ in _of_glossary(text, lexicon) if not by_itself(a, b)]
    crossing = [(a, b) for a, b in found if not any(first <= a and b <= last for first, last in runs)]
    return merged([*runs, *crossing]) if crossing else list(runs)


def places_of_glossary(text: JapaneseText, lexicon: Lexicon) -> list[Range]:
    """Return the morphemes ``a:b`` of each glossary term, also in compounds, in order; of overlapping terms, the longest."""
    return [(a, b) for a, b, _ in _of_glossary(text, lexicon)]


def _of_glossary(text: JapaneseText, lexicon: Lexicon) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the morphemes ``a:b`` of each glossary term, also in compounds, with the renderings of the glossary."""
    for place in layer_places(text, lexicon):
        ours = tuple([said.en for said in layers_of(lexicon).renderings(place) if said.source == "glossary"])
        if ours:
            yield place.a, place.b, ours


def _outside(runs: Sequence[Range]) -> Callable[[int, int], bool]:
    """Return a function that tells whether morphemes ``a:b`` begin and end at ends of runs or outside them."""
    within = {k for a, b in runs for k in range(a, b)}
    starts = {a for a, _ in runs}
    ends = {b for _, b in runs}

    def is_outside(a: int, b: int) -> bool:
        return (a in starts or a not in within) and (b in ends or b - 1 not in within)

    return is_outside


def parts_of_compounds(text: JapaneseText, lexicon: Lexicon) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return the glossary terms in a text, also those in compounds: folded code points, and the renderings of the glossary.

    Examples
    --------
    >>> lexicon = Lexicon.default().with_glossary({"ファン": "fan", "バー": "bar"})
    >>> ja = JapaneseText("ファン待望のメンバー", lexicon)
    >>> [(ja.text[start:end], renderings) for start, end, renderings in parts_of_compounds(ja, lexicon)]
    [('ファン', ('fan',))]
    """
    of_glossary = _of_glossary(text, lexicon)
    return [(text.morphemes[a].start, text.morphemes[b - 1].end, renderings) for a, b, renderings in of_glossary]


def terms_of(text: JapaneseText, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the folded code points of terms that may be rendered: glossary terms, and noun runs that do not overlap them."""
    ours = spans_of(glossary_places(text, lexicon), text)
    found = runs_with_glossary(text.runs, text, lexicon)
    runs = spans_of([(a, b) for a, b in found if not text.are_light(a, b)], text)
    return sorted([*ours, *[(s, e) for s, e in runs if not any(s < last and first < e for first, last in ours)]])


def spans_of(places: Sequence[tuple[int, int]], text: JapaneseText) -> list[tuple[int, int]]:
    """Return the folded code points of ranges of morphemes."""
    return [(text.morphemes[a].start, text.morphemes[b - 1].end) for a, b in places]
