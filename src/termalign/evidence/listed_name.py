"""name: a company, work or place as the name dictionary writes it in English, spaces aside (Japan Air Lines, Japan Airlines)."""

from collections.abc import Iterator

from termalign.english.text import WORD
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term, once_a_term
from termalign.lexicon import NameEntry

_STRENGTH = 0.93
_PEOPLE = frozenset({"surname", "given", "fem", "masc", "person"})
_MOST_WORDS = 8


class ListedNameMatcher:
    """Looks for the name dictionary's English, letter by letter, whatever the spaces between its words."""

    kind = "name"
    needs = "english"

    def applies(self, term: Term) -> bool:
        return bool(spelled_entries(term))

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        english = bitext.english
        for entry, wanted in spelled_entries(term):
            if wanted not in bitext.letters:
                continue
            for i in english.by_initial.get(wanted[:1], ()):
                joined = ""
                for j in range(i, min(i + _MOST_WORDS, len(english))):
                    joined += english.lexemes[j].plain
                    if joined == wanted:
                        yield Match(i, j + 1, self.kind, _STRENGTH, 1.0, (term.surface, entry.romaji), (), "listed")
                    if not wanted.startswith(joined):
                        break


@once_a_term
def spelled_entries(term: Term) -> tuple[tuple[NameEntry, str], ...]:
    """The term's entries that are no person's, with the letters of their English."""
    return tuple([(entry, letters) for entry in term.names if (letters := _letters(entry))])


def _letters(entry: NameEntry) -> str:
    """The letters of the entry's English, if it is no person's name; those are spelled in more ways than one."""
    if entry.kinds & _PEOPLE:
        return ""
    if entry.romaji.isascii() and entry.romaji.isalpha():
        return entry.romaji.lower()
    letters = "".join(m.group().lower() for m in WORD.finditer(entry.romaji))
    return "".join(filter(str.isalnum, letters))
