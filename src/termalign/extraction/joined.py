"""Terms made of several links or parts that are adjacent in both texts: 山名 + 氏, *the Yamana clan*."""

from collections.abc import Callable, Iterator, Sequence
from math import prod

from termalign.english import EnglishText
from termalign.english.function_words import COMPOUND_LINKERS
from termalign.extraction.sighting import Sighting, is_cut_at_a_hyphen
from termalign.japanese.light_nouns import light_nouns

COMPOSED = "composed"
OF = "の"
_MOST = 3  # links in a phrase
_MOST_LINKERS = 2  # linking words in a phrase


def stretches(parts: Sequence[Sighting], whole: Sighting, english: EnglishText) -> Iterator[Sighting]:
    """Yield the shorter compounds in a compound: 尾張藩, *Owari Domain*, in 尾張藩|主.

    `parts` are the sightings of the parts of one link, and `whole` is the sighting of that link.
    """
    for run in _runs(sorted(parts), len(parts), lambda one, other: one.end == other.start):
        found = _together(run, english, within=True)
        if found is not None and (found.start, found.end) != (whole.start, whole.end):
            yield found._replace(score=whole.score)


def neighbours(links: Sequence[Sighting], ja: str, english: EnglishText) -> Iterator[Sighting]:
    """Yield the terms that two or three links form, side by side or joined by の."""
    rendered = sorted(link for link in links if link.is_rendered)
    for run in _runs(rendered, _MOST, lambda one, other: _adjoin(one, other, ja)):
        found = _together(run, english, within=False)
        if found is not None:
            yield found


def _runs(
    ordered: Sequence[Sighting], most: int, adjoin: Callable[[Sighting, Sighting], bool]
) -> Iterator[Sequence[Sighting]]:
    """Yield every run of two to `most` sightings in which each adjoins the next."""
    for a in range(len(ordered)):
        for b in range(a + 2, min(len(ordered), a + most) + 1):
            if not adjoin(ordered[b - 2], ordered[b - 1]):
                break
            yield ordered[a:b]


def _adjoin(one: Sighting, other: Sighting, ja: str) -> bool:
    between = ja[one.end : other.start]
    return between == "" or (
        between == OF and light_nouns().isdisjoint((ja[one.start : one.end], ja[other.start : other.end]))
    )


def _together(run: Sequence[Sighting], english: EnglishText, *, within: bool) -> Sighting | None:
    """Return adjacent sightings as one, or None unless each has its own words, with only linking words between them.

    A word that a hyphen joins to them may also be between: Heijo-*kyu* Palace for 平城 and 宮.
    """
    words = [k for s in run for k in range(s.i, s.j)]
    if not words or not all(s.is_rendered for s in run) or len(set(words)) < len(words):
        return None
    i, j = min(words), max(words) + 1
    between = [k for k in range(i, j) if k not in words and not is_cut_at_a_hyphen(k, k + 1, english)]
    if len(between) > _MOST_LINKERS or any(english.lexemes[k].lower not in COMPOUND_LINKERS for k in between):
        return None
    if not all(english.tight[i : j - 1]) or is_cut_at_a_hyphen(i, j, english):
        return None
    place = english.folded.raw_span(english.starts[i], english.ends[j - 1])
    return Sighting(run[0].start, run[-1].end, i, j, *place, COMPOSED, prod(s.score for s in run), within)
