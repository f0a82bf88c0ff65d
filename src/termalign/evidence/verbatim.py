"""verbatim: the same characters on both sides (JAL, T3, Windows, 2025)."""

import re
from collections.abc import Iterator

from termalign.english.text import WORD
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term, once_a_term

_LATIN = re.compile("[0-9A-Za-z]")


class VerbatimMatcher:
    """Matches Latin letters and digits, whatever their case, with an English plural allowed."""

    kind = "verbatim"
    needs = "english"

    def applies(self, term: Term) -> bool:
        return _LATIN.search(term.surface) is not None

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        forms = _forms(term)
        english = bitext.english
        for i in self._starts(forms[0], bitext):
            j = i + len(forms)
            found = [x.lower for x in english.lexemes[i:j]]
            if len(found) == len(forms) and found[:-1] == forms[:-1] and _same(forms[-1], found[-1]):
                strength = 0.99 if len(term.surface) > 1 else 0.9
                yield Match(i, j, self.kind, strength, 1.0, (term.surface, english.phrase(i, j)))

    def _starts(self, form: str, bitext: Bitext) -> list[int]:
        english = bitext.english
        return [i for i in english.by_initial.get(form[:1], ()) if _same(form, english.lexemes[i].lower)]


@once_a_term
def _forms(term: Term) -> list[str]:
    """The words that the term is written in."""
    return [m.group().lower() for m in WORD.finditer(term.surface)]


def _same(ja: str, en: str) -> bool:
    return en == ja or (en[:-1] == ja and en[-1] == "s")
