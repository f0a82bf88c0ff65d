"""A Japanese string that names things: its terms as a list, and their mentions led back to where they stand in it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from termalign.alignment import Alignment
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.linking import apart
from termalign.model import Link, Part, Situation, Span
from termalign.parallel import terms_of
from termalign.situation import end_of_names


def terms_in(text: JapaneseText, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Code points of the caller's string at which it names a term.

    All of the string up to a copula is one where a dictionary has it, particles and all, and where no noun run is in it; else
    its noun runs and the user's own terms are.

    Examples
    --------
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


def in_place(listed: Alignment, ja: str, spans: Sequence[tuple[int, int]]) -> Alignment:
    """The alignment of the list of what stands at `spans` of `ja`, as one of `ja`.

    Examples
    --------
    >>> from termalign import align
    >>> found = in_place(align(["警察庁"], "The National Police Agency"), "さて、警察庁", [(3, 6)])
    >>> found.links[0].ja
    Span(start=3, end=6, text='警察庁')
    """
    lines = [0, *accumulate(end - start + 1 for start, end in spans)]

    def moved(span: Span) -> Span:
        line = bisect_right(lines, span.start) - 1
        shift = spans[line][0] - lines[line]
        return Span(span.start + shift, span.end + shift, span.text)

    links = [
        Link(
            moved(link.ja),
            link.en,
            link.kind,
            link.score,
            link.evidence,
            tuple(Part(moved(part.ja), part.en, part.kind) for part in link.parts),
        )
        for link in listed
    ]
    return Alignment(ja, listed.en, _in_order(links), tuple(map(moved, listed.unaligned)), "terms")


def pieces_in(spans: Iterable[Span], first_look: Alignment) -> list[tuple[int, int]]:
    """Code points of the terms that a first look finds within what no text mentions whole: 滋賀県 and 米原市 in 滋賀県米原市."""
    whole = [(span.start, span.end) for span in spans]
    found = dict.fromkeys((link.ja.start, link.ja.end) for link in first_look)
    return [(s, e) for s, e in found if any(start <= s and e <= end for start, end in whole)]


def together(first: Alignment, more: Alignment, situation: Situation) -> Alignment:
    """The links of one alignment, and those of another of the same texts in English words that the first leaves over."""
    taken = {k for link in first for k in range(link.en.start, link.en.end)}
    added = [link for link in more if taken.isdisjoint(range(link.en.start, link.en.end))]
    if situation == "both":
        added = apart(added, _itself)
    linked = {k for link in added for k in range(link.ja.start, link.ja.end)}
    left = [span for span in first.unaligned if linked.isdisjoint(range(span.start, span.end))]
    return Alignment(first.ja, first.en, _in_order([*first, *added]), tuple(left), situation)


def _itself(link: Link) -> Link:
    return link


def _in_order(links: Sequence[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.ja.start, link.ja.end, link.en.start)))
