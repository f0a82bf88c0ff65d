"""Example pairs that contain a term and its rendering."""

from collections.abc import Iterable, Mapping

from termalign.extraction.entry import Example
from termalign.extraction.observation import Observation
from termalign.extraction.sighting import Sighting
from termalign.text import excerpt

_AROUND = 120  # code points shown on either side of a term or rendering


def examples_of(
    observations: Iterable[Observation], wanted: Mapping[str, str], written: Mapping[str, str], most: int
) -> dict[str, list[Example]]:
    """Return at most `most` examples of each wanted term with its rendering, those with the best links first.

    `wanted` gives the key of the rendering for each term, and `written` the term for each spelling.
    """
    found: dict[str, list[tuple[float, Example]]] = {}
    for seen in observations if most else ():
        for s in seen.sightings:
            key = written.get(seen.term(s), "")
            if s.i == s.j or wanted.get(key) != seen.key(s.i, s.j):
                continue
            best = found.setdefault(key, [])
            score = s.score - s.within  # prefer examples in which the term is not part of a longer one
            if len(best) < most or score > best[-1][0]:
                best.append((score, _example(seen, s)))
                best.sort(key=lambda scored: -scored[0])
                del best[most:]
    return {key: [example for _, example in best] for key, best in found.items()}


def _example(seen: Observation, s: Sighting) -> Example:
    ja, term = excerpt(seen.ja, s.start, s.end, _AROUND)
    en, rendering = excerpt(seen.en, s.en_start, s.en_end, _AROUND)
    return Example(seen.unit, ja, en, term, rendering)
