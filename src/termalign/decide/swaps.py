"""Exchange of the words of two links. Repeated words are rendered in order, unless the words around them say otherwise."""

from collections.abc import Iterable, Sequence

from termalign.decide.company import Company
from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.propose.candidate import Candidate

_MARGIN = 0.2
"""How much company has to speak for an exchange: where most exchanges of labelled terms are right."""
_WEAKER = 3
"""Log odds by which the evidence for the two together may become weaker."""


def exchanged(
    chosen: Sequence[Candidate],
    candidates: Iterable[Candidate],
    predicates: Iterable[Candidate],
    ja: JapaneseText,
    english: EnglishText,
) -> list[Candidate]:
    """Return the choice after swapping the words of two links wherever the words around them fit better that way.

    For example, 女性30人、男性30人 is *Thirty men and 30 women*: here the two numbers have to be swapped. Both swapped
    links must be among ``candidates``. ``predicates`` are the candidates for verbs and adjectives of the Japanese.
    """
    links = list(chosen)
    by_ja, by_en = {(c.a, c.b): n for n, c in enumerate(links)}, {(c.i, c.j): n for n, c in enumerate(links)}
    able = {c.place: c for c in candidates if (c.a, c.b) in by_ja and (c.i, c.j) in by_en}
    if len(able) == len(links):  # nothing to swap
        return links
    company = Company([*chosen, *predicates], ja, english)
    for new in sorted(able.values(), key=lambda c: c.place):
        n, m = by_ja[new.a, new.b], by_en[new.i, new.j]
        one, other = links[n], links[m]
        back = able.get((other.a, other.b, one.i, one.j))
        if n >= m or back is None or _strength(new, back) < _strength(one, other) - _WEAKER:
            continue
        if company.speaks_for(one, other) + company.speaks_for(other, one) < -_MARGIN:
            links[n], links[m] = new, back
            by_en[new.i, new.j], by_en[back.i, back.j] = n, m
    return links


def _strength(one: Candidate, other: Candidate) -> float:
    return one.single_odds + other.single_odds
