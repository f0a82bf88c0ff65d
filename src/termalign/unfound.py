"""Terms for which a text has no candidate: the readings and renderings that were looked for."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any, NamedTuple

from termalign.kana import romanize_kana
from termalign.model import Span
from termalign.terms.rephrased import glosses_of
from termalign.terms.term import Term

__all__ = ["Unfound"]


class Unfound(NamedTuple):
    """A term without a candidate, and what is known about it."""

    ja: Span
    """The term."""
    readings: tuple[str, ...]
    """Its likeliest readings in Latin letters, at most four; none for Latin letters."""
    renderings: tuple[str, ...]
    """The first renderings in the glossary, what was learned and the dictionary, at most four."""
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    """Its morphemes with their renderings, if there are several morphemes, and no rendering of the whole is known."""
    examined: bool = True
    """False for a term of a long list that was not compared with the text, because the text has too little of it."""
    quantity: str = ""
    """The meaning of a number, date or amount, such as ``"500 JPY"``; ``""`` for other terms."""
    in_passage: bool = False
    """Whether the term was compared with its passage of a long text; in the other passages, only an exact rendering counts."""

    def to_dict(self) -> dict[str, Any]:
        """Return the term as dictionaries, lists and strings."""
        parts = [[part, list(forms)] for part, forms in self.parts]
        return {
            "ja": asdict(self.ja),
            "readings": list(self.readings),
            "renderings": list(self.renderings),
            "parts": parts,
            "quantity": self.quantity,
            "examined": self.examined,
            "in_passage": self.in_passage,
        }

    def __str__(self) -> str:
        """Return a sentence that says what was looked for."""
        where = "its passage of the English" if self.in_passage else "the English"
        if self.quantity and self.examined:
            return f"no candidate: {where} has no quantity that may render {self.quantity}"
        both = ("reading", self.readings), ("rendering", self.renderings)
        known = [f"the {name}{'s' * (len(forms) > 1)} {_listed(forms)}" for name, forms in both if forms]
        missing = "nothing" if self.examined else "too little"
        looked_for = f"{where} has {missing} like {' or '.join(known)}" if known else "no reading is known"
        outcome = "no candidate" if self.examined else "not examined, because the list is long"
        if self.renderings:
            return f"{outcome}: {looked_for}"
        of_parts = ", ".join(f"{part} ({_listed(forms) if forms else 'none'})" for part, forms in self.parts)
        return f"{outcome}: {looked_for}; no rendering is known{f', only of its parts: {of_parts}' if of_parts else ''}"


def unfound(ja: Span, term: Term, examined: bool = True) -> Unfound:
    """Return what is known about a term without a candidate. `examined` is false if it was not compared with the text."""
    readings = [] if term.surface.isascii() else [romanize_kana(reading.kana) for reading in term.readings]
    renderings = renderings_of(term)
    size = len(term.morphemes)
    parts = [(part.surface, renderings_of(part)) for part in (term.part(k, k + 1) for k in range(size))]
    quantity = term.quantities[0].display() if term.is_quantity else ""
    return Unfound(ja, _first(readings), renderings, () if renderings or size < 2 else tuple(parts), examined, quantity)


def renderings_of(term: Term) -> tuple[str, ...]:
    """Return the first renderings of a term in the glossary, what was learned and the dictionary, at most four."""
    glosses = [text for text, *_ in glosses_of(term)]
    return _first([*[rendering.en for rendering in term.renderings], *glosses])


def _first(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(islice(dict.fromkeys(forms), 4))


def _listed(forms: Sequence[str]) -> str:
    return " · ".join(forms)
