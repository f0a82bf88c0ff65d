"""Terms that are given one at a time, each with what renders it: what the stage ``given`` of the weights is fitted on."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from benchmarks.data import Folder
from benchmarks.fitting.corpus import LABELS, linked_texts, located_sentences
from benchmarks.fitting.questions import questions
from benchmarks.fitting.said_again import said_again
from benchmarks.fitting.texts import Linked, Located
from termalign.quantities import english_quantities, equivalence, japanese_quantities

WEIGHTS = {
    "law": 4.0,
    "statutes": 1.0,
    "links": 0.5,
    "questions": 0.7,
    "said again": 0.5,
    "unrendered": 0.8,
    "swapped": 0.6,
    "renumbered": 0.4,
    "exchanged numbers": 0.6,
    "kyoto": 1.0,
    "quantities": 0.5,
    "small letters": 0.4,
}
"""For how much a term of each set counts."""
_KYOTO = slice(400, 1000)  # sentences: those before teach the other stages
_LINKS = 3000  # terms of texts all of whose links are known
_SWAPPED, _NUMBERS, _SMALL, _QUESTIONS, _SAID_AGAIN = 400, 400, 300, 700, 400
_EXCHANGED = 3  # numerals at most that one term's is changed to
_NUMERAL = re.compile(r"\d[\d,.]*(?<![,.])")
_NUMERIC = re.compile(r"[\d〇一二三四五六七八九十百千]")
_LONG = 220  # characters: what is in small letters is short

T = TypeVar("T")


class GivenTerm(NamedTuple):
    """A text with one term, which the English leaves out if no span renders it, and the name of the set that it is of."""

    set: str
    text: Located

    @property
    def rendered(self) -> bool:
        """Whether something renders it."""
        return any(spans for _, spans in self.text.terms)


def given_terms(data: Folder, every: int = 1) -> list[GivenTerm]:
    """All the terms, or `every` so many'th."""
    known = linked_texts(data)
    statutes = [text for text in known if text.domain == "statutes"]
    others = [text for text in known if text.domain != "statutes"]
    law = _each("law", located_sentences(data, "law_terms.jsonl"))
    kyoto = _each("kyoto", located_sentences(data, "kyoto_terms.jsonl")[_KYOTO])
    quantities = _each("quantities", located_sentences(Folder(LABELS), "quantities.jsonl"))
    links = _some(_each("links", map(_rendered, others)), _LINKS, 1)
    of_statutes = _each("statutes", map(_rendered, statutes))
    terms = [
        *law,
        *kyoto,
        *links,
        *of_statutes,
        *quantities,
        *_each("unrendered", map(_left_out, known)),
        *_each("questions", questions(_QUESTIONS)),
        *_each("said again", said_again(_SAID_AGAIN)),
        *_swapped([*law, *kyoto, *links, *of_statutes], _SWAPPED, 4),
        *_some(_renumbered([*law, *kyoto, *links, *of_statutes], 6), _NUMBERS, 7),
        *_some(_exchanged_numbers([*law, *kyoto, *_each("links", map(_rendered, known))], 8), _NUMBERS, 9),
        *_some(_in_small_letters([*kyoto, *links, *of_statutes]), _SMALL, 5),
    ]
    return terms[::every]


def _each(name: str, texts: Iterable[Located]) -> list[GivenTerm]:
    """The terms of texts, one at a time."""
    return [GivenTerm(name, replace(text, terms=[term])) for text in texts for term in text.terms]


def _some(terms: Sequence[T], number: int, seed: int) -> list[T]:
    return random.Random(seed).sample(terms, min(number, len(terms)))


def _rendered(text: Linked) -> Located:
    return Located(text.document, text.ja, text.en, [(ja, [en]) for ja, en in text.links])


def _left_out(text: Linked) -> Located:
    return Located(text.document, text.ja, text.en, [(place, []) for place in text.unrendered])


def _swapped(terms: Sequence[GivenTerm], number: int, seed: int) -> Iterator[GivenTerm]:
    """Terms with the English of another document, which does not render them."""
    rng = random.Random(seed)
    for term in rng.sample(terms, min(number, len(terms))):
        other = rng.choice(terms).text
        if other.document != term.text.document:
            place, _ = term.text.terms[0]
            yield GivenTerm("swapped", replace(term.text, en=other.en, terms=[(place, [])]))


def _renumbered(terms: Sequence[GivenTerm], seed: int) -> list[GivenTerm]:
    """Quantities with another value in the English, which does not render them."""
    rng = random.Random(seed)
    found = []
    for _, text in terms:
        [(place, spans)] = text.terms
        said = {numeral[0] for span in spans for numeral in _NUMERAL.finditer(text.en, *span)}
        if said and _NUMERIC.search(text.ja, *place):
            en = _NUMERAL.sub(lambda numeral: _another(numeral[0], rng) if numeral[0] in said else numeral[0], text.en)  # noqa: B023
            found.append(GivenTerm("renumbered", replace(text, en=en, terms=[(place, [])])))
    return found


def _exchanged_numbers(terms: Sequence[GivenTerm], seed: int) -> list[GivenTerm]:
    """Quantities whose numeral is changed to another one of the English, which counts something else there."""
    rng = random.Random(seed)
    found = []
    for _, text in terms:
        [((start, end), _)] = text.terms
        term = text.ja[start:end]
        own = _NUMERAL.search(term)
        others = [q for q in english_quantities(text.en) if text.en[slice(*q.head)].isdecimal() and q.kind != "date"]
        if own is None or not others:
            continue
        for other in rng.sample(others, min(_EXCHANGED, len(others))):
            numeral = text.en[slice(*other.head)]
            changed = term[: own.start()] + numeral + term[own.end() :]
            if numeral != own[0] and not any(equivalence(q, other) for q in japanese_quantities(changed)):
                ja = text.ja[:start] + changed + text.ja[end:]
                found.append(
                    GivenTerm("exchanged numbers", replace(text, ja=ja, terms=[((start, start + len(changed)), [])]))
                )
    return found


def _another(numeral: str, rng: random.Random) -> str:
    """Another numeral of as many figures, the first of which differs."""
    first = rng.choice([figure for figure in "123456789" if figure != numeral[0]])
    return first + numeral[1:]


def _in_small_letters(terms: Sequence[GivenTerm]) -> list[GivenTerm]:
    """Names once more, with nothing in the English that shows them to be names."""
    found = []
    for _, text in terms:
        [(_, spans)] = text.terms
        small = text.en.lower()
        if text.en[spans[0][0]].isupper() and len(small) == len(text.en) < _LONG:
            found.append(GivenTerm("small letters", replace(text, en=small)))
    return found
