"""What an article goes on to call what it has named in full: letters in brackets that no initials explain, a team's own name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from termalign.choice import Candidate
from termalign.evidence.bitext import Bitext
from termalign.kana import all_katakana
from termalign.score import COVERED

_SURE: Final = 0.6  # score of the full name
_ALIAS: Final = 0.9  # of the full name's score
_LETTERS: Final = re.compile(r"[A-Z]{3,7}")
_NAMED: Final = frozenset({"gloss", "composed", "name"})
_PERSON: Final = frozenset({"full", "sino"})


def also_called(candidates: Sequence[Candidate], bitext: Bitext) -> list[Candidate]:
    """The candidates of one term, and those for other names that the text gives it.

    Parameters
    ----------
    candidates : sequence of Candidate
        All mentions of the term that anything speaks for.
    bitext : Bitext
        The text.
    """
    full = [c for c in candidates if c.score >= _SURE and c.j - c.i > 1 and _is_name(c, bitext)]
    if not full:
        return list(candidates)
    best: dict[tuple[int, int], Candidate] = {(c.i, c.j): c for c in candidates}
    for c in full:
        for more in (*_in_brackets(c, bitext), *_by_last_word(c, candidates, bitext)):
            known = best.get((more.i, more.j))
            if known is None or known.score < more.score:
                best[more.i, more.j] = more
    return sorted(best.values(), key=lambda c: (c.i, c.j))


def _is_name(c: Candidate, bitext: Bitext) -> bool:
    """Whether the mention is the full name, in capitals, of what is no person."""
    capital = bitext.english.capitalised
    best = c.matches[0]
    named = best.kind in _NAMED and best.rule not in _PERSON and max(m.coverage for m in c.matches) >= COVERED
    return named and capital[c.i] and capital[c.j - 1]


def _in_brackets(c: Candidate, bitext: Bitext) -> Iterator[Candidate]:
    """Letters in brackets right after a name, and wherever else they stand: the Washington Convention (*CITES*)."""
    english = bitext.english
    k = c.j
    if k >= len(english) or english.gap(k - 1) != " (" or english.gap(k)[:1] not in (")", ";", ","):
        return
    short = english.forms[k]
    if not _LETTERS.fullmatch(short) or any(first <= k < last for (first, last), _, _ in bitext.definitions):
        return
    for at, form in enumerate(english.forms):
        if form == short:
            match = c.matches[0]._replace(
                i=at, j=at + 1, kind="acronym", forms=(english.phrase(c.i, c.j), short), parts=()
            )
            yield c._replace(i=at, j=at + 1, matches=(match._replace(rule=""),), score=c.score * _ALIAS)


def _by_last_word(c: Candidate, candidates: Sequence[Candidate], bitext: Bitext) -> Iterator[Candidate]:
    """The last word of a name that is one in the plural, with an article and by itself: the *Tigers*, of the Hanshin Tigers."""
    english = bitext.english
    stem, capital = english.stems[c.j - 1], english.capitalised
    if not english.forms[c.j - 1].endswith("s") or not all_katakana(c.term.morphemes[-1].surface):
        return
    for o in candidates:
        k = o.i
        alone = o.j == k + 1 and k and english.stems[k] == stem and capital[k] and english.lexemes[k - 1].lower == "the"
        goes_on = o.j < len(english) and capital[o.j] and english.gap(k) == " "
        if alone and not goes_on:
            yield o._replace(score=max(o.score, c.score * _ALIAS))
