"""Terms that a word joins, each with its own English: 開示又は漏えい, *disclose or leak*, which is no doubled 漏えい."""

import re
from collections.abc import Sequence
from typing import Final

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.english.function_words import JOINING
from termalign.evidence.doubled import DOUBLED

#: Between nouns, or nouns of doing: 提供*し、又は*提示する.
_JOINS: Final = re.compile(
    "[・、とや]|(?:[しす]る?、?)?(?:又は|または|及び|および|若しくは|もしくは|並びに|ならびに|あるいは|或いは|かつ)"
)
_SURE: Final = 0.8  # strength


def without_halves_of_others(candidates: Sequence[Candidate], text: str, english: EnglishText) -> list[Candidate]:
    """The candidates without two glosses of a term of which one renders the term that it is joined to.

    Parameters
    ----------
    candidates : sequence of Candidate
        All of a text.
    text : str
        The folded Japanese.
    english : EnglishText
        The translation.
    """
    joints = {k for word in JOINING for k in english.by_stem.get(word, ())}
    doubled = [
        c
        for c in candidates
        if c.j - c.i > 2
        and not joints.isdisjoint(range(c.i + 1, c.j - 1))
        and any(m.rule == DOUBLED for m in c.matches)
    ]
    barred = {c.place for c in doubled if any(_is_half(o, c, joints, text) for o in candidates)}
    return [c for c in candidates if c.place not in barred] if barred else list(candidates)


def _is_half(o: Candidate, c: Candidate, joints: set[int], text: str) -> bool:
    """Whether a term beside another's, with a joining word between, is rendered by what one of its two glosses says."""
    if not ((o.i == c.i and o.j in joints) or (o.j == c.j and o.i - 1 in joints)):
        return False
    best = o.matches[0]
    if best.rule or best.strength * best.coverage < _SURE:
        return False
    between = text[o.end : c.start] if o.end <= c.start else text[c.end : o.start]
    return _JOINS.fullmatch(between) is not None
