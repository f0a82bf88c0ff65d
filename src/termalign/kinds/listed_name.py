"""name: a company, work or place as the name dictionary writes it, apart from spaces (Japan Air Lines, Japan Airlines)."""

from collections.abc import Iterator

from termalign.english import EnglishText
from termalign.english.text import WORD
from termalign.kana import all_katakana, is_kanji, kana_keys, latin_key, loose
from termalign.kinds import offered
from termalign.kinds.kind import Filed, Kind, where
from termalign.kinds.match import Match, compared
from termalign.kinds.offered import LISTED_WORDS
from termalign.lexicon import NameEntry
from termalign.names.alone import begins_inside, goes_on
from termalign.names.japanese_side import common_keys
from termalign.names.legal_form import after_form, is_form
from termalign.names.short_names import core_of, short_names
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term

_PEOPLE = frozenset({"surname", "given", "fem", "masc"})
_PERSON = "person"  # a particular person
_COMPANIES = frozenset({"company", "organization"})


def applies(term: Term) -> bool:
    """Return whether the name dictionary writes the term, or what it is called in short, in English."""
    return bool((term.names and spelled_entries(term)) or short_names(term))


def match(term: Term, target: Target) -> Iterator[Match]:
    """Yield the places where the text has the letters of the name dictionary's English, with or without spaces."""
    english = target.english
    for entry, wanted in spelled_entries(term):
        if wanted not in target.letters:
            continue
        core = entry.kinds & _COMPANIES and len(wanted) < len(_letters(entry))
        for i in english.by_initial.get(wanted[:1], ()):
            joined = ""
            for j in range(i, min(i + LISTED_WORDS, len(english))):
                joined += english.lexemes[j].plain
                if joined == wanted and core and not _names_another_business(j, english):
                    yield from _with_form(term, entry, i, j + 1, english)
                elif joined == wanted and not core and not _is_loanword(term, i, j + 1, english):
                    yield Match(i, j + 1, "name", (term.surface, entry.romaji))
                if not wanted.startswith(joined):
                    break
    yield from _short(term, target)


def _is_loanword(term: Term, i: int, j: int, english: EnglishText) -> bool:
    """Return whether the words are a common noun spelled like a name in katakana: リスト *list*, which is also Liszt."""
    return english.cased and not any(english.capitalised[i:j]) and all_katakana(term.surface)


def _names_another_business(k: int, english: EnglishText) -> bool:
    """Return whether a company's name goes on behind word `k`: Mitsubishi *Electric*."""
    return goes_on(k, english) and english.stems[k + 1] in common_keys() and not is_form(english.forms[k + 1])


def _short(term: Term, target: Target) -> Iterator[Match]:
    """Yield the places where a company or a team is called by its short name; by the first word of a full name that is there."""
    english, core = target.english, core_of(term.surface)[0]
    full = [place for _, letters in spelled_entries(term) for place in target.capitalised.get(letters, ())]
    named = {english.lexemes[i].lower for i, j in full if j - i > 1}
    words = short_names(term) | (named & _spelled(core, term) if named else set())
    places = [k for word in words for k in english.by_form.get(word, ()) if english.capitalised[k]]
    alone = [k for k in places if not begins_inside(k, english)]
    if len(alone) < len(places) and not full:
        return  # the Tigers of Detroit
    share = max(len(core), 1) / len(term.surface)
    for k in alone:
        if not goes_on(k, english):
            yield Match(k, k + 1, "name", (term.surface, english.forms[k]), coverage=share)


def _spelled(core: str, term: Term) -> set[str]:
    return {loose(key) for entry in term.lexicon.names(core) for key in kana_keys(entry.reading)}


def _with_form(term: Term, entry: NameEntry, i: int, j: int, english: EnglishText) -> Iterator[Match]:
    """Yield a company's name with the legal form that the text gives it, if any, and without one: Itochu *Corp.*"""
    forms = (term.surface, entry.romaji)
    for end in dict.fromkeys((after_form(english, j), j)):
        yield Match(i, end, "name", forms)


@once_a_term
def spelled_entries(term: Term) -> tuple[tuple[NameEntry, str], ...]:
    """Return the entries to compare with their letters; a company's name also without its legal form."""
    found = []
    for entry in term.names:
        letters = _letters(entry)
        if letters:
            found.append((entry, letters))
            if entry.kinds & _COMPANIES and (core := _without_form(entry.romaji)):
                found.append((entry, core))
    return tuple(found)


def _without_form(name: str) -> str:
    """Return the letters of a company's name without its final legal form; none if it has no legal form."""
    words = WORD.findall(name)
    core = words
    while core and is_form(core[-1]):
        core = core[:-1]
    letters = "".join(core).lower() if len(core) < len(words) else ""
    return "".join(filter(str.isalnum, letters))


def _letters(entry: NameEntry) -> str:
    """Return the letters of an entry's English, or none for most people, whose names have several spellings.

    A whole name in kanji is compared if it is not spelled as Japanese reads it (習近平 *Xi Jinping*).
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
    """Return whether a whole name in kanji is romanised by the rules of another language."""
    if " " not in name or not all(map(is_kanji, entry.headword)):
        return False
    return latin_key(name) not in kana_keys(entry.reading)


def _filed(term: Term) -> Iterator[Filed]:
    """Yield keys for names as the dictionary writes them, and for short names."""
    return (
        Filed(f"l:{written}") for written in (*[written for _, written in spelled_entries(term)], *short_names(term))
    )


LISTED_NAME = Kind(
    "listed name",
    frozenset({"name"}),
    compared(match),
    term_keys=where(applies),
    of_unlisted=True,
    filed=_filed,
    offered=offered.letters,
)
