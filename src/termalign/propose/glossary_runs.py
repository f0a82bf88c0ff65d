"""The terms of the user's glossary in a text, which are one term each, with particles and verbs in them too: 善良な管理者の注意.

A glossary says what is a term. Where one of its terms stands by itself, as one noun run or as several with what is between
them, none of its pieces is another term: it is rendered as a whole, or not at all. Within a longer compound it is a part like
others.
"""

from bisect import bisect_right
from collections.abc import Sequence

from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon

_LONGEST = 60  # morphemes


def glossary_places(text: JapaneseText, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The morphemes ``a:b`` of each such term, in order; of those that overlap the longest.

    Examples
    --------
    >>> lexicon = Lexicon.default().with_glossary({"善良な管理者の注意": "due care of a prudent manager", "管理者": "manager"})
    >>> ja = JapaneseText("善良な管理者の注意をもって管理者が管理する。", lexicon)
    >>> [ja.surface(a, b) for a, b in glossary_places(ja, lexicon)]
    ['善良な管理者の注意', '管理者']
    """
    most = lexicon.longest_glossary_term
    if not most:
        return []
    within = {k for a, b in text.runs for k in range(a, b)}
    firsts = {a for a, _ in text.runs}
    lasts = {b for _, b in text.runs}
    starts = [k for k in range(len(text.morphemes)) if k in firsts or k not in within]
    ends = [k for k in range(1, len(text.morphemes) + 1) if k in lasts or k - 1 not in within]
    found: list[tuple[int, int]] = []
    for a in starts:
        for b in ends[bisect_right(ends, a) :]:
            if b - a > _LONGEST or text.morphemes[b - 1].end - text.morphemes[a].start > most:
                break
            if lexicon.renderings(text.surface(a, b)):
                found.append((a, b))
    chosen: list[tuple[int, int]] = []
    for a, b in sorted(found, key=lambda place: place[0] - place[1]):
        if all(b <= first or last <= a for first, last in chosen):
            chosen.append((a, b))
    return sorted(chosen)


def terms_of(text: JapaneseText, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Folded code points of what may be rendered in a text: such terms, and the noun runs that are none of their pieces."""
    ours = spans_of(glossary_places(text, lexicon), text)
    runs = spans_of([(a, b) for a, b in text.runs if not text.are_light(a, b)], text)
    return sorted([*ours, *[(s, e) for s, e in runs if not any(s < last and first < e for first, last in ours)]])


def spans_of(places: Sequence[tuple[int, int]], text: JapaneseText) -> list[tuple[int, int]]:
    """The folded code points of places."""
    return [(text.morphemes[a].start, text.morphemes[b - 1].end) for a, b in places]
