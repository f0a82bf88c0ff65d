"""name: Chinese and Korean names in kanji, read according to their own languages (楊暁東 Yang Xiaodong, 金正恩 Kim Jong-un)."""

from collections.abc import Iterator

from termalign.japanese.sino import sino_readings
from termalign.kinds import offered
from termalign.kinds.kind import Filed, Kind, where
from termalign.kinds.match import Match, compared
from termalign.target.target import Target
from termalign.terms.term import Term


def applies(term: Term) -> bool:
    """Return whether a term may be a name in kanji that is read as Chinese or Korean."""
    return term.kanji == term.surface and not term.words


def match(term: Term, target: Target) -> Iterator[Match]:
    """Yield the capitalised words with the letters of a name's Chinese or Korean reading, family or given name first."""
    runs = target.capitalised
    if not runs:
        return
    for reading in sino_readings(term.surface):
        family, _, given = reading.partition(" ")
        for order in ((family + given), (given + family)) if given else (family,):
            for i, j in runs.get(_letters(order), ()):
                yield Match(i, j, "name", (term.surface, reading))


def _letters(text: str) -> str:
    """Return the letters of a reading. Readings of rare characters have a tone number, which is dropped."""
    return text if text.isalpha() else "".join(filter(str.isalpha, text))


def _filed(term: Term) -> Iterator[Filed]:
    """Yield keys for Chinese and Korean names, with the halves in either order."""
    if applies(term):
        for reading in sino_readings(term.surface):
            family, given = ("".join(filter(str.isalpha, half.lower())) for half in reading.partition(" ")[::2])
            yield Filed(f"z:{family}{given}")
            yield Filed(f"z:{given}{family}")


SINO_NAME = Kind(
    "sino name",
    frozenset({"name"}),
    compared(match),
    term_keys=where(applies),
    of_unlisted=True,
    filed=_filed,
    offered=offered.capitalised,
)
