"""name: a company, work or place as the name dictionary writes it in English, spaces aside (Japan Air Lines, Japan Airlines)."""

from collections.abc import Iterator
from functools import lru_cache

from termalign.english.text import WORD
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term
from termalign.lexicon import NameEntry

_STRENGTH = 0.93
_PEOPLE = frozenset({"surname", "given", "fem", "masc", "person"})
_MOST_WORDS = 8


class ListedNameMatcher:
    """Looks for the name dictionary's English, letter by letter, whatever the spaces between its words."""

    kind = "name"

    def applies(self, term: Term) -> bool:
        return any(_written(entry) for entry in term.names)

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        english = bitext.english
        for entry in term.names:
            wanted = _written(entry)
            for i in english.by_initial.get(wanted[:1], ()) if wanted else ():
                joined = ""
                for j in range(i, min(i + _MOST_WORDS, len(english))):
                    joined += english.lexemes[j].plain
                    if joined == wanted:
                        yield Match(i, j + 1, self.kind, _STRENGTH, 1.0, (term.surface, entry.romaji), (), "listed")
                    if not wanted.startswith(joined):
                        break


@lru_cache(maxsize=16384)
def _written(entry: NameEntry) -> str:
    """The letters of the entry's English, if it is no person's name; those are spelled in more ways than one."""
    if entry.kinds & _PEOPLE:
        return ""
    letters = "".join(m.group().lower() for m in WORD.finditer(entry.romaji))
    return "".join(filter(str.isalnum, letters))
