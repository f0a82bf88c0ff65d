"""Conversion of chosen candidates to links in the caller's own offsets."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import TypeVar

from termalign.alignment import Alignment
from termalign.decide.calibration import published
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.model import Evidence, Link, Part, Span, moved
from termalign.situations.document import Aligned
from termalign.situations.scored import Chosen
from termalign.termbase.rendered import english_places, find_english
from termalign.text import Normalised, markup_spans

_T = TypeVar("_T")
Listed = tuple[int, int, Sequence[str]]
"""A glossary term in a text: its folded code points, and its renderings."""
_LEFT_OVER = 0.6  # score of a glossary term that nothing renders, with one of its renderings that renders nothing else


def alignment(
    text: JapaneseText,
    english: EnglishText,
    aligned: Iterable[Aligned],
    terms: Iterable[tuple[int, int]],
    least: float = 0.0,
    given: bool = False,
    glossary: Iterable[Listed] = (),
) -> Alignment:
    """Return an alignment with the links of all passages of a document.

    Parameters
    ----------
    text, english : JapaneseText, EnglishText
        The document.
    aligned : iterable of Aligned
        The passages of the document.
    terms : iterable of (int, int)
        Folded code points of the terms that should be rendered. A term without a link is unaligned.
    least : float
        The minimum score of a link.
    given : bool
        Whether the caller named the terms. If so, a term without a link of its own is unaligned; otherwise a link of a
        part of the term is enough.
    glossary : iterable of (int, int, sequence of str)
        Folded code points of glossary terms, with their renderings. Such a term is unaligned if it has no link of its
        own, and the links that overlap it contain none of these renderings. If one of them is left over in its
        passage, the two are linked.
    """
    found: list[tuple[tuple[int, int], Link]] = []
    passages = list(aligned)
    for part in passages:
        found += _links_of(part, text, english, least)
    if not given:
        found = apart(found, itemgetter(1))
    missed = _missed(glossary, text, english, found)
    if missed and least <= _LEFT_OVER:
        found += _left_over(missed, passages, text, english, found)
        missed = _missed(missed, text, english, found)
    links = sorted([link for _, link in found], key=attrgetter("ja.start", "ja.end", "en.start"))
    missing = _unlinked(terms, [place for place, _ in found], [(s, e) for s, e, _ in missed], given)
    unaligned = [Span.of(text.raw, *text.folded.raw_span(s, e)) for s, e in missing]
    return Alignment(text.raw, english.raw, tuple(links), tuple(unaligned))


def _unlinked(
    terms: Iterable[tuple[int, int]], linked: Sequence[tuple[int, int]], missed: Sequence[tuple[int, int]], given: bool
) -> Sequence[tuple[int, int]]:
    """Return the unaligned places: the `missed` terms of a glossary, and the other terms that have no link.

    In a whole text, a term with a link of one of its parts is not unaligned.
    """
    if given:
        places = set(linked)
        bare = [place for place in dict.fromkeys(terms) if place not in places]
    else:
        covered = {k for place in linked for k in range(*place)}
        bare = [place for place in dict.fromkeys(terms) if covered.isdisjoint(range(*place))]
    if not missed:
        return bare
    return sorted([*missed, *((s, e) for s, e in bare if not any(s < end and start < e for start, end in missed))])


def _missed(
    glossary: Iterable[Listed], text: JapaneseText, english: EnglishText, found: Sequence[tuple[tuple[int, int], Link]]
) -> list[Listed]:
    """Return the glossary terms that have no link of their own, and no rendering in the links that overlap them."""
    linked = {place for place, _ in found}
    links = [link for _, link in found]
    return [
        (s, e, renderings)
        for s, e, renderings in glossary
        if (s, e) not in linked and not _is_rendered(text.folded.raw_span(s, e), renderings, links, english)
    ]


def _left_over(
    missed: Iterable[Listed],
    passages: Sequence[Aligned],
    text: JapaneseText,
    english: EnglishText,
    found: Sequence[tuple[tuple[int, int], Link]],
) -> Iterator[tuple[tuple[int, int], Link]]:
    """Yield links of glossary terms with renderings in their passages that no other link covers.

    Such a term is mostly a part of a longer name that is not linked: 大学 in シラキュース大学マックスウェル校.
    """
    ja = {k for _, link in found for k in range(link.ja.start, link.ja.end)}
    en = {k for _, link in found for k in range(link.en.start, link.en.end)}
    for s, e, renderings in missed:
        term = Span.of(text.raw, *text.folded.raw_span(s, e))
        within = [part for part in passages if part.start <= s and e <= part.start + len(part.text.text)]
        if not within or not ja.isdisjoint(range(term.start, term.end)):
            continue
        base = within[0].bases(text, english)[1]
        for rendering in renderings:
            spans = (moved(span, base) for span in find_english(rendering, within[0].english))
            free = next((span for span in spans if en.isdisjoint(range(span.start, span.end))), None)
            if free is not None:
                en.update(range(free.start, free.end))
                evidence = Evidence("glossary", 1.0, 1.0, (term.text, free.text))
                yield (s, e), Link(term, free, "glossary", _LEFT_OVER, (evidence,))
                break


def _links_of(
    part: Aligned, text: JapaneseText, english: EnglishText, least: float
) -> Iterator[tuple[tuple[int, int], Link]]:
    """Yield the links of a passage that reach the minimum score, with the folded code points of their terms."""
    base, en_base = part.bases(text, english)
    for c in part.chosen:
        if c.score >= least:
            place = (c.start + part.start, c.end + part.start)
            yield place, link(c, part.text.folded, base, part.english, text.raw, english.raw, en_base)


def apart(found: Iterable[_T], link_of: Callable[[_T], Link]) -> list[_T]:
    """Return items whose links share no English character, best first. Folding may split one word into several."""
    taken: set[int] = set()
    kept = []
    for one in sorted(found, key=lambda one: -link_of(one).score):
        characters = range(link_of(one).en.start, link_of(one).en.end)
        if taken.isdisjoint(characters):
            taken.update(characters)
            kept.append(one)
    return kept


def _is_rendered(span: tuple[int, int], renderings: Iterable[str], links: Sequence[Link], english: EnglishText) -> bool:
    """Return whether the links that overlap a term contain one of its renderings: *President Trump* for トランプ大統領."""
    touching = [link.en for link in links if link.ja.start < span[1] and span[0] < link.ja.end]
    if not touching:
        return False

    def linked(word: int) -> bool:
        start, end = english.offsets(word, word + 1)
        return any(en.start <= start and end <= en.end for en in touching)

    places = [place for rendering in renderings for place in english_places(rendering, english)]
    return any(all(map(linked, range(*place))) for place in places)


def _with_markup(term: str, span: Span, text: str) -> Span:
    """Return an English span with the markup of the term that stands directly beside it: {hours} 時間, *{hours} hours*."""
    if term.isalpha():  # as most terms are
        return span
    start, end = span.start, span.end
    for a, b in markup_spans(term):
        for gap in ("", " "):
            if text.endswith(term[a:b] + gap, 0, start):
                start -= b - a + len(gap)
            elif text.startswith(gap + term[a:b], end):
                end += b - a + len(gap)
    return Span.of(text, start, end)


def link(
    c: Chosen,
    folded: Normalised,
    base: int,
    words: EnglishText,
    ja: str,
    en: str,
    en_base: int = 0,
) -> Link:
    """Return the link for a chosen candidate, in the caller's own offsets.

    The Japanese offsets of the candidate refer to `folded`, which begins at the code point `base` of `ja`. The word
    positions refer to `words`, which begins at the code point `en_base` of `en`.
    """
    best = c.reasons[0]

    def japanese(start: int, end: int) -> Span:
        first, last = folded.raw_span(start, end)
        return Span.of(ja, base + first, base + last)

    def english(i: int, j: int) -> Span:
        first, last = words.offsets(i, j)
        return Span.of(en, en_base + first, en_base + last)

    term = japanese(c.start, c.end)
    return Link(
        term,
        _with_markup(term.text, english(c.i, c.j), en),
        best.kind,
        c.score,
        tuple([Evidence(m.kind, published(m.strength), published(m.coverage), m.forms) for m in c.reasons]),
        tuple([Part(japanese(c.start + p.start, c.start + p.end), english(p.i, p.j), p.kind) for p in c.parts]),
    )
