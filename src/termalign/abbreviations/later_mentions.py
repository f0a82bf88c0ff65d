"""Later mentions of a short form after its definition."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from termalign.abbreviations.letter_readings import singular
from termalign.arguments import checked, instances_of
from termalign.model import Abbreviation, Span


def mentions(text: str, abbreviations: Iterable[Abbreviation]) -> list[tuple[Abbreviation, Span]]:
    """Return the stand-alone uses of each short form outside its definition.

    Parameters
    ----------
    text : str
        The text in which the abbreviations were found.
    abbreviations : iterable of Abbreviation
        The definitions, as `find_abbreviations` returns them.

    Returns
    -------
    list of (Abbreviation, Span)
        Sorted by position. A use belongs to the last definition of its short form before it, or, if there is none, to the
        first. The span is the short form as written, with a plural s but without a possessive ending.

    Examples
    --------
    >>> from termalign.abbreviations import find_abbreviations
    >>> text = "Assembly Members (AMs) met. Each AM spoke; the AMs' staff and one AM's aide left."
    >>> [(use.text, use.start) for _, use in mentions(text, find_abbreviations(text))]
    [('AM', 33), ('AMs', 47), ('AM', 66)]
    """
    checked(text, "text")
    by_stem: dict[str, list[Abbreviation]] = {}
    taken: set[int] = set()
    for abbreviation in instances_of(abbreviations, Abbreviation, "abbreviations"):
        by_stem.setdefault(singular(abbreviation.short.text), []).append(abbreviation)
        taken.add(abbreviation.short.start)
    if not by_stem:
        return []
    stems = sorted(map(re.escape, by_stem), key=len, reverse=True)
    # A hyphen may join a short form to other words (anti-NPA, NPA-led), a letter or digit may not.
    use = re.compile(rf"(?<![^\W_])(?:{'|'.join(stems)})(?=(s?)(?![^\W_])|['’]s(?![^\W_]))")
    for definitions in by_stem.values():
        definitions.sort(key=_place)
    found = []
    for hit in use.finditer(text):
        if hit.start() not in taken:
            end = hit.end() + len(hit[1] or "")
            found.append((_defined(by_stem[hit[0]], hit.start()), Span.of(text, hit.start(), end)))
    return found


def _defined(definitions: list[Abbreviation], at: int) -> Abbreviation:
    return definitions[max(0, bisect_left(definitions, at, key=_place) - 1)]


def _place(definition: Abbreviation) -> int:
    return definition.short.start
