"""The glossary terms in a text, each treated as one term even with particles and verbs in it: 善良な管理者の注意.

A glossary defines what is a term. Where a glossary term covers one or more whole noun runs, none of its pieces is a
term of its own: the glossary term is rendered as a whole or not at all. Inside a longer compound, a glossary term is a
part like any other, but it counts as missing if nothing renders it.
"""

from collections.abc import Sequence

from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
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
    within = {k for a, b in text.runs for k in range(a, b)}
    starts = {a for a, _ in text.runs}
    ends = {b for _, b in text.runs}

    def by_itself(a: int, b: int) -> bool:
        return (a in starts or a not in within) and (b in ends or b - 1 not in within)

    found = layer_places(text, lexicon, by_itself)
    return [(place.a, place.b) for place in found if layers_of(lexicon).renderings(place)]


def parts_of_compounds(text: JapaneseText, lexicon: Lexicon) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return the glossary terms in a text, also those in compounds: folded code points, and the renderings of the glossary.

    Examples
    --------
    >>> lexicon = Lexicon.default().with_glossary({"ファン": "fan", "バー": "bar"})
    >>> ja = JapaneseText("ファン待望のメンバー", lexicon)
    >>> [(ja.text[start:end], renderings) for start, end, renderings in parts_of_compounds(ja, lexicon)]
    [('ファン', ('fan',))]
    """
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for place in layer_places(text, lexicon):
        ours = tuple([said.en for said in layers_of(lexicon).renderings(place) if said.source == "glossary"])
        if ours:
            found.append((text.morphemes[place.a].start, text.morphemes[place.b - 1].end, ours))
    return found


def terms_of(text: JapaneseText, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the folded code points of terms that may be rendered: glossary terms, and noun runs that do not overlap them."""
    ours = spans_of(glossary_places(text, lexicon), text)
    runs = spans_of([(a, b) for a, b in text.runs if not text.are_light(a, b)], text)
    return sorted([*ours, *[(s, e) for s, e in runs if not any(s < last and first < e for first, last in ours)]])


def spans_of(places: Sequence[tuple[int, int]], text: JapaneseText) -> list[tuple[int, int]]:
    """Return the folded code points of ranges of morphemes."""
    return [(text.morphemes[a].start, text.morphemes[b - 1].end) for a, b in places]
