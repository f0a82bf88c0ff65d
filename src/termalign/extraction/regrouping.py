"""Observations with the terms whose rendering the bitext as a whole shows, and what is linked within these as their parts."""

from collections.abc import Container, Iterator, Mapping

from termalign.english import EnglishText
from termalign.extraction.association import Association, free_phrases
from termalign.extraction.observation import Observation, Sighting
from termalign.extraction.occurrences import Mention, mentions

_KIND = "learned"  # of the links that the bitext as a whole shows


def regrouped(seen: Observation, found: Mapping[str, Association], terms: Container[str]) -> Observation:
    """Return an observation with a sighting of each associated term, and with the sightings within it as its parts."""
    here = [m for m in mentions(seen, terms) if m.key in found]
    for m in sorted(here, key=lambda m: m.start - m.end):  # the longest first, because they contain others
        if not any((s.start, s.end) == (m.start, m.end) and s.is_rendered for s in seen.sightings):
            whole = _sighting(m, found[m.key], seen)
            seen = seen._replace(sightings=tuple(_with(whole, seen.sightings)))
    return seen


def _sighting(m: Mention, association: Association, seen: Observation) -> Sighting:
    for phrase, i, j in free_phrases(seen, m):
        if phrase == association.rendering:
            english = EnglishText.of_pair(seen.en, seen.ja)
            place = english.folded.raw_span(english.starts[i], english.ends[j - 1])
            return Sighting(m.start, m.end, i, j, *place, _KIND, association.share, within=False)
    return Sighting(m.start, m.end, 0, 0, 0, 0, "", 0.0, within=False)


def _with(whole: Sighting, sightings: tuple[Sighting, ...]) -> Iterator[Sighting]:
    """Yield all sightings: the whole before its parts, and a longer term before the whole."""
    inside = [s for s in sightings if whole.start <= s.start and s.end <= whole.end]
    longer = [s for s in sightings if s not in inside and s.start <= whole.start and whole.end <= s.end]
    parts = [_part(s, whole) for s in inside if (s.start, s.end) != (whole.start, whole.end)]
    together = [whole._replace(within=bool(longer)), *parts]
    for s in sightings:
        if s not in inside:
            yield s
        if longer and s == longer[0]:
            yield from together
    if not longer:
        yield from together


def _part(s: Sighting, whole: Sighting) -> Sighting:
    """Return a sighting as a part of a whole; words that render the whole do not render the part."""
    i, j = (0, 0) if (s.i, s.j) == (whole.i, whole.j) else (s.i, s.j)
    return s._replace(i=i, j=j, within=True)
