"""A Japanese string that names things: its terms as a list, and the links of that list mapped back to the string."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from operator import itemgetter

from termalign.alignment import Alignment
from termalign.arguments import trimmed
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.linking import apart
from termalign.model import Link, Part, Situation, Span, moved
from termalign.propose.glossary_runs import terms_of
from termalign.propose.nearby import MOST_PLACES, nearest
from termalign.situation import end_of_names

_OF = "の"


def terms_in(text: JapaneseText, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the code points of the terms that the caller's string names.

    The string up to a copula is one term if a dictionary has all of it, including particles, or if it contains no noun run.
    Otherwise the terms are its noun runs and the user's own terms.

    >>> def named(ja):
    ...     return [ja[start:end] for start, end in terms_in(JapaneseText(ja), Lexicon.default())]
    >>> named("匿名・流動型犯罪グループ（匿流）による特殊詐欺"), named("国境なき医師団です。")
    (['匿名・流動型犯罪グループ', '匿流', '特殊詐欺'], ['国境なき医師団'])
    """
    end = end_of_names(text)
    words = [m for m in text.morphemes if m.surface[-1].isalnum() and m.end <= end]
    if not words:
        return []
    whole = words[0].start, words[-1].end
    found = [whole] if lexicon.has(text.text[slice(*whole)]) else terms_of(text, lexicon) or [whole]
    return [text.folded.raw_span(*span) for span in found]


def phrase_of(ja: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the code points of the phrase that の makes of the terms at `spans`, or an empty list if anything else joins them.

    >>> phrase_of("103万円の壁です。", [(0, 5), (6, 7)]), phrase_of("匿流、詐欺", [(0, 2), (3, 5)])
    ([(0, 7)], [])
    """
    gaps = {ja[end:start] for (_, end), (start, _) in pairwise(spans)}
    return [(spans[0][0], spans[-1][1])] if gaps == {_OF} else []


def in_place(listed: Alignment, terms: Sequence[str], ja: str, spans: Sequence[tuple[int, int]]) -> Alignment:
    """Convert the alignment of a list of terms to an alignment of the text that contains the terms.

    In the list, each term occurs once; `spans` are the code points of all occurrences in `ja`. If a term occurs several times
    and has very many mentions, each occurrence gets the mentions nearest to it.

    >>> from termalign import align
    >>> found = in_place(align(["警察庁"], "The National Police Agency"), ["警察庁"], "さて、警察庁", [(3, 6)])
    >>> found.links[0].ja
    Span(start=3, end=6, text='警察庁')
    """
    lines = [0, *accumulate(len(trimmed(term)) + 1 for term in terms)]
    line_of = {term: line for line, term in enumerate(terms)}
    found: dict[int, list[Link]] = {}
    for link in listed:
        found.setdefault(bisect_right(lines, link.ja.start) - 1, []).append(link)
    mentions = {line: [link.en.start for link in own] for line, own in found.items()}
    missing = {bisect_right(lines, span.start) - 1 for span in listed.unaligned}
    links: list[Link] = []
    unaligned: list[Span] = []
    for start, end in dict.fromkeys(spans):
        term = ja[start:end]
        line = line_of[term]
        if line in missing:
            unaligned.append(Span.of(ja, start, end))
        own = found.get(line, [])
        at = start / len(ja) * len(listed.en)
        near = own[nearest(mentions[line], at, MOST_PLACES)] if len(own) > MOST_PLACES else own
        first = start + term.index(trimmed(term))
        links += [_moved(link, first - lines[line]) for link in near]
    return Alignment(ja, listed.en, _in_order(links), tuple(unaligned), "terms")


def _moved(link: Link, shift: int) -> Link:
    parts = tuple(Part(moved(part.ja, shift), part.en, part.kind) for part in link.parts)
    return Link(moved(link.ja, shift), link.en, link.kind, link.score, link.evidence, parts)


def pieces_in(spans: Iterable[Span], first_look: Alignment) -> list[tuple[int, int]]:
    """Return the code points of terms that a first pass found within unaligned spans: 滋賀県 and 米原市 in 滋賀県米原市."""
    whole = sorted([(span.start, span.end) for span in spans])
    reach = [0, *accumulate((end for _, end in whole), max)]  # the farthest end among so many of the spans
    found = dict.fromkeys((link.ja.start, link.ja.end) for link in first_look)
    return [(s, e) for s, e in found if e <= reach[bisect_right(whole, s, key=itemgetter(0))]]


def together(first: Alignment, more: Alignment, situation: Situation) -> Alignment:
    """Return an alignment with the links of `first`, and those of `more` whose English words `first` does not use."""
    taken = {k for link in first for k in range(link.en.start, link.en.end)}
    added = [link for link in more if taken.isdisjoint(range(link.en.start, link.en.end))]
    if situation == "both":
        added = apart(added, _itself)
    linked = {k for link in added for k in range(link.ja.start, link.ja.end)}
    left = [span for span in first.unaligned if linked.isdisjoint(range(span.start, span.end))]
    return Alignment(first.ja, first.en, _in_order([*first, *added]), tuple(left), situation)


def likelier(found: Alignment, least: float) -> Alignment:
    """Return an alignment without links below a score; their terms become unaligned unless they have another link."""
    kept = [link for link in found if link.score >= least]
    linked = {k for link in kept for k in range(link.ja.start, link.ja.end)}
    spans = dict.fromkeys([*found.unaligned, *[link.ja for link in found if link.score < least]])
    left = [span for span in spans if linked.isdisjoint(range(span.start, span.end))]
    ordered = sorted(left, key=lambda span: (span.start, span.end))
    return replace(found, links=tuple(kept), unaligned=tuple(ordered))


def _itself(link: Link) -> Link:
    return link


def _in_order(links: Sequence[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.ja.start, link.ja.end, link.en.start)))
