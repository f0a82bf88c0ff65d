"""name: a company, work or place as the name dictionary writes it in English, spaces aside (Japan Air Lines, Japan Airlines)."""

from collections.abc import Iterator

from termalign.bitext.bitext import Bitext
from termalign.english import EnglishText
from termalign.english.text import WORD
from termalign.kana import is_kanji, kana_keys, latin_key
from termalign.kinds import offered
from termalign.kinds.kind import Filed, Kind, where
from termalign.kinds.match import Match, compared
from termalign.lexicon import NameEntry
from termalign.names.legal_form import after_form, is_form
from termalign.terms.term import Term, once_a_term

_STRENGTH = 0.93
_PEOPLE = frozenset({"surname", "given", "fem", "masc"})
_PERSON = "person"  # somebody in particular
_COMPANIES = frozenset({"company", "organization"})
_MOST_WORDS = 8


def applies(term: Term) -> bool:
    """Return whether the name dictionary writes the term in English."""
    return bool(term.names and spelled_entries(term))


def match(term: Term, bitext: Bitext) -> Iterator[Match]:
    """Yield the places of the name dictionary's English, letter by letter, whatever the spaces between its words."""
    english = bitext.english
    for entry, wanted in spelled_entries(term):
        if wanted not in bitext.letters:
            continue
        core = entry.kinds & _COMPANIES and len(wanted) < len(_letters(entry))
        for i in english.by_initial.get(wanted[:1], ()):
            joined = ""
            for j in range(i, min(i + _MOST_WORDS, len(english))):
                joined += english.lexemes[j].plain
                if joined == wanted and core:
                    yield from _with_form(term, entry, i, j + 1, english)
                elif joined == wanted:
                    yield Match(i, j + 1, "name", _STRENGTH, 1.0, (term.surface, entry.romaji), (), "listed")
                if not wanted.startswith(joined):
                    break


def _with_form(term: Term, entry: NameEntry, i: int, j: int, english: EnglishText) -> Iterator[Match]:
    """Yield a company's name that the text gives another legal form than the dictionary does, or none: Itochu *Corp.*"""
    forms = (term.surface, entry.romaji)
    for end in dict.fromkeys((after_form(english, j), j)):
        yield Match(i, end, "name", _STRENGTH, 1.0, forms, (), "listed")


@once_a_term
def spelled_entries(term: Term) -> tuple[tuple[NameEntry, str], ...]:
    """Return the term's entries that are no person's, with the letters of their English; a company's without legal form too."""
    found = []
    for entry in term.names:
        letters = _letters(entry)
        if letters:
            found.append((entry, letters))
            if entry.kinds & _COMPANIES and (core := _without_form(entry.romaji)):
                found.append((entry, core))
    return tuple(found)


def _without_form(name: str) -> str:
    """Return the letters of a company's name without the legal form that it ends in; none if it has none."""
    words = WORD.findall(name)
    core = words
    while core and is_form(core[-1]):
        core = core[:-1]
    letters = "".join(core).lower() if len(core) < len(words) else ""
    return "".join(filter(str.isalnum, letters))


def _letters(entry: NameEntry) -> str:
    """The letters of the entry's English; of people's names only where it is somebody's whole name in kanji that Japanese does
    not read as it is spelled (習近平 *Xi Jinping*): others are spelled in more ways than one.
    """
    if entry.kinds & _PEOPLE:
        return ""
    if _PERSON in entry.kinds:
        name = entry.romaji.partition(" (")[0]
        return "".join(filter(str.isalnum, name.lower())) if _is_spelled_otherwise(entry, name) else ""
    if entry.romaji.isascii() and entry.romaji.isalpha():
        return entry.romaji.lower()
    letters = "".join(WORD.findall(entry.romaji)).lower()
    return "".join(filter(str.isalnum, letters))


def _is_spelled_otherwise(entry: NameEntry, name: str) -> bool:
    """Return whether a whole name in kanji is romanised by another language's rules."""
    if " " not in name or not all(map(is_kanji, entry.headword)):
        return False
    return latin_key(name) not in kana_keys(entry.reading)


def _filed(term: Term) -> Iterator[Filed]:
    """Yield names as the dictionary writes them."""
    return (Filed(f"l:{written}") for _, written in spelled_entries(term))


LISTED_NAME = Kind(
    "listed name",
    frozenset({"name"}),
    compared(match),
    term_keys=where(applies),
    of_unlisted=True,
    filed=_filed,
    offered=offered.letters,
)
