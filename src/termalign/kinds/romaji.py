"""romaji: one of the readings of the term in Latin letters (tokushu sagi, Keisatsu-chō, yami baito)."""

import math
from collections.abc import Iterator, Set

from termalign.kinds import offered
from termalign.kinds.kind import Filed, Finding, Kind
from termalign.kinds.spellings import spoken_keys
from termalign.names.legal_form import has_form
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term


@once_a_term
def _keys(term: Term) -> Set[str]:
    return frozenset() if term.surface.isascii() else term.openings


def _compare(term: Term, target: Target) -> Iterator[Finding]:
    english = target.english
    for key, reading in term.keys_like(target.consonants):
        for i, j in target.romaji.get(key, ()):
            first = english.lexemes[i]
            features = {
                "usual reading": reading.weight,
                "letters": math.log(len(key)),
                "short": float(len(key) < 4),
                "of a proper noun": float(term.proper),
                "no English word": float(j - i > 1 or not first.known),
                "English word in small letters": float(j - i == 1 and first.known and not english.capitalised[i]),
                "small word": float(j - i == 1 and first.function),
            }
            yield Finding(i, j, "romaji", features, (reading.kana, english.phrase(i, j)))


def _filed(term: Term) -> Iterator[Filed]:
    """Yield keys of the readings. A company's name with its legal form has none, because English never spells that."""
    if not (term.surface.isascii() or has_form(term.surface)):
        yield from (Filed(f"r:{key}") for key in spoken_keys(term))


ROMAJI = Kind(
    "romaji",
    frozenset({"romaji"}),
    _compare,
    term_keys=_keys,
    text_keys=lambda target: target.openings if target.romaji else frozenset(),
    of_unlisted=True,
    filed=_filed,
    offered=offered.romaji,
    guess=True,
)
