"""The lexical data of an English word form without its context: lemma, derivational family, spelling keys.

Each form is looked up once, since texts repeat words, and lemmatising takes microseconds.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from sys import intern
from typing import Final, NamedTuple

from termalign.english.derivation import family
from termalign.english.function_words import FUNCTION_WORDS
from termalign.english.spelling import american
from termalign.text.accents import without_accents

_DOUBLED = re.compile("ll(?:ed|ing)$")


class Lexeme(NamedTuple):
    """A word form's entry."""

    lower: str  # lower case, with diacritics
    plain: str  # lower case, without diacritics
    lemma: str  # the dictionary form, in American spelling
    stem: str  # the key shared by the derivational family (anonymous, anonymity → ``anonym``)
    function: bool  # whether it is a closed-class word
    known: bool  # whether an English dictionary has it, even if it can also be romaji (made, take, same)

    @property
    def inflected(self) -> bool:
        """Whether the form differs from its dictionary form in more than spelling or abbreviation (Mt.)."""
        return self.lower != self.lemma and self.lower.isalpha() and american(self.lower) != self.lemma

    @property
    def gerund(self) -> bool:
        """Whether the form can be a verb in *-ing*."""
        return self.lower.endswith("ing") and self.inflected

    @property
    def past(self) -> bool:
        """Whether the form can be a past tense or participle: inflected, but neither a plural nor in *-ing*.

        >>> [lexeme(form).past for form in ("paid", "fell", "children", "owners", "paying", "labour")]
        [True, True, False, False, False, False]
        """
        return self.inflected and not self.lower.endswith(_NOT_PAST)


@lru_cache(1 << 14)
def lexeme(form: str) -> Lexeme:
    """Return the entry of `form`.

    Examples
    --------
    >>> lexeme("ringleaders").lemma, lexeme("Anonymity").stem == lexeme("anonymous").stem
    ('ringleader', True)
    >>> lexeme("U.S.").stem == lexeme("US").stem == lexeme("American").stem != lexeme("us").stem
    True
    """
    lower = form.lower().replace("’", "'")
    letters = form.replace(".", "")
    if form.endswith("s") and len(letters) > 2 and letters[:-1].isupper():
        letters = letters[:-1]  # NGOs
    acronym = len(letters) <= _ACRONYM and letters.isupper()
    if lower != form and not acronym:
        return lexeme(lower)  # one entry for Crime and crime
    plain = without_accents(lower).rstrip(".")
    plain_letters = plain.isascii() and plain.isalpha()
    listed = _listed()(plain, "en") if plain_letters else None
    dictionary_form = _ABBREVIATED.get(lower) or (_initials(letters, plain) if acronym else _lemma(plain, listed))
    function = lower in FUNCTION_WORDS and letters not in _COUNTRY
    known = listed is not None or plain in FUNCTION_WORDS or (not plain_letters and in_dictionary(plain))
    fields = (lower, plain, intern(dictionary_form), intern(family(dictionary_form)), function, known)
    return Lexeme(*fields)


def _initials(letters: str, plain: str) -> str:
    """Return the form by which initials are looked up, with or without full stops: U.N. and UN; but US is not *us*."""
    if letters in _COUNTRY:
        return "usa"
    short = letters.lower()
    return plain if short in FUNCTION_WORDS else short


def in_dictionary(plain: str) -> bool:
    """Return whether a word is in an English dictionary, as it is written."""
    from simplemma import is_known

    return bool(plain and is_known(plain, lang="en"))


def _lemma(lower: str, listed: str | None) -> str:
    """Return the dictionary form of a lower-case word in American spelling; `listed` is the dictionary's lemma, if any."""
    if not lower.isalpha() or not 2 < len(lower) <= _LONGEST:
        return _IRREGULAR.get(lower, lower)
    if lower not in _IRREGULAR and _DOUBLED.search(lower) is not None and (spelled := american(lower)) != lower:
        lower, listed = spelled, None  # labelling, which the dictionary derives from labell
    return american(_IRREGULAR.get(lower) or (listed or _lemmatised(lower)).lower())


def _lemmatised(lower: str) -> str:
    from simplemma import lemmatize

    found = str(lemmatize(lower, lang="en"))
    return _singular(lower) if found == lower else found


def _singular(lower: str) -> str:
    """Return an unlisted word without a plural *s*: rainbands, podcasters, onsens."""
    if len(lower) < _SHORTEST_PLURAL or not lower.endswith("s") or lower.endswith(_NO_PLURALS):
        return lower
    if lower.endswith(_AFTER_SIBILANTS):
        return lower[:-2]
    if lower.endswith("es"):  # as in Spanish and Portuguese names: Torres
        return lower[:-3] + "y" if lower.endswith("ies") else lower
    return lower[:-1]


@cache
def _listed() -> Callable[[str, str], str | None]:
    """Return simplemma's look-up in its dictionary, the first of its strategies for a word of plain letters."""
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy().get_lemma


_LONGEST = 40  # letters: anything longer is not a word
_SHORTEST_PLURAL = 5  # letters
_NO_PLURALS = ("ss", "us", "is", "as", "os", "ics")
_AFTER_SIBILANTS = ("ches", "shes", "xes", "sses", "zzes")
_NOT_PAST = ("s", "ing", "men", "children", "people", "feet", "teeth", "a", "ae", "i")
_COUNTRY = frozenset({"US", "USA"})
_ACRONYM = 4  # words in capitals up to this length are not inflected words (AI is not a form of "be")

# Newspaper abbreviations before or at the end of a name. The lemmatiser knows *Mr.*, *St.* and the months.
_SHORTENED = {
    "assn": "association",
    "blvd": "boulevard",
    "capt": "captain",
    "corp": "corporation",
    "dept": "department",
    "gov": "governor",
    "govt": "government",
    "prof": "professor",
    "sen": "senator",
    "sgt": "sergeant",
    "univ": "university",
}
_ABBREVIATED = {
    **_SHORTENED,
    **{f"{short}.": word for short, word in _SHORTENED.items()},
    # Without the full stop, these are other words.
    "adm.": "admiral",
    "ave.": "avenue",
    "co.": "company",
    "col.": "colonel",
    "gen.": "general",
    "lt.": "lieutenant",
    "maj.": "major",
    "mfg.": "manufacturing",
    "pres.": "president",
    "rep.": "representative",
}
#: Words that are written with a full stop, without it.
ABBREVIATIONS: Final = frozenset(short.rstrip(".") for short in _ABBREVIATED)

# Forms that the lemmatiser leaves unchanged or mistakes for another word.
_IRREGULAR = {
    "left": "leave",
    "thought": "think",
    "sought": "seek",
    "fought": "fight",
    "struck": "strike",
    "won": "win",
    "broke": "break",
    "shook": "shake",
    "cornea": "cornea",
    "opera": "opera",
    "swore": "swear",
    "bent": "bend",
    "slain": "slay",
    "data": "data",
    "media": "media",
    "meeting": "meeting",
    "building": "building",
    "born": "birth",
    "died": "die",
    "dying": "die",
    "lay": "lie",
    "found": "find",
    "is": "be",
    "am": "be",
    "founded": "found",
    "fixed": "fix",
    "fixing": "fix",
    "mixed": "mix",
    "mixing": "mix",
    "bacteria": "bacterium",
    "bacterium": "bacterium",
    "wound": "wound",
    "wales": "wales",
    "trafficking": "trafficking",
    "training": "training",
    "opening": "opening",
}
