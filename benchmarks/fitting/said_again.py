"""Texts that say a term several times, made of clauses and terms: `benchmarks/questions`. Which mention renders which?"""

import random
from collections.abc import Iterator, Sequence

from benchmarks.data import Offsets
from benchmarks.fitting.questions import Name, by_sort, filled
from benchmarks.fitting.texts import Located

_REPEATED = 0.4  # share of the texts that say one clause again and again; the others have different clauses
_MOST, _DIFFERENT = 10, 4  # clauses of a text
_TURNED = 0.4  # share of the texts of different clauses whose English has them in another order
_LEFT_OUT = 0.25  # share of them whose English lacks a clause


def said_again(number: int, seed: int = 11) -> Iterator[Located]:
    """Some texts, each with one mention of its term; the English may lack its clause."""
    rng = random.Random(seed)
    clauses, terms = by_sort("clauses.tsv"), by_sort("terms.tsv")
    for n in range(number):
        sort = rng.choice(sorted(clauses))
        ja_term, en_term = rng.choice(terms[sort])
        said = _said(clauses[sort], rng)
        order = list(range(len(said)))
        if len(set(said)) > 1:
            if rng.random() < _TURNED:
                rng.shuffle(order)
            if rng.random() < _LEFT_OUT:
                order.pop()
        ja, ja_places = _joined([clause for clause, _ in said], "", ja_term)
        en, en_places = _joined([said[k][1] for k in order], " ", en_term)
        mention = rng.randrange(len(said))
        rendered = [en_places[order.index(mention)]] if mention in order else []
        yield Located(f"said again {n}", ja, en, [(ja_places[mention], rendered)])


def _said(clauses: Sequence[Name], rng: random.Random) -> list[Name]:
    """The clauses of a text, all of them sentences or none."""
    first = rng.choice(clauses)
    if rng.random() < _REPEATED:
        return [first] * rng.randint(2, _MOST)
    alike = [clause for clause in clauses if clause[0][-1] == first[0][-1]]
    return rng.sample(alike, min(len(alike), rng.randint(2, _DIFFERENT)))


def _joined(clauses: Sequence[str], between: str, term: str) -> tuple[str, list[Offsets]]:
    """A text of clauses that have the term in their slots, and where it stands in each."""
    text, places = "", []
    for clause in clauses:
        more, found = filled(clause, {"term": term})
        start, end = found["term"]
        text += between if text else ""
        places.append((len(text) + start, len(text) + end))
        text += more
    return text, places
