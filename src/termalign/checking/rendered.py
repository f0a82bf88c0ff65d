"""A test of whether an English text contains an approved rendering of a glossary term."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from termalign.checking.segment import Segment
from termalign.english import EnglishText, lexeme
from termalign.english.function_words import PREPOSITIONS
from termalign.english.persons import somebody_or_something
from termalign.termbase import GlossaryEntry, english_places

_WITHIN = 4  # fewest letters of a rendering that may be part of a word (UserError)
_AT_AN_END = 3  # fewest letters of a rendering that may begin a word (keybindings)
_APART = 4  # most words from a verb to its adverb: *back* your data *up* for *backup*
_LETTERS = re.compile("[a-z]+")
_PREFIXES = frozenset("a ab anti de dis il im in ir mal mis non pro re sub un under".split())
"""Beginnings that make another word of a word, often its opposite: *un*install, *pro*file."""
_EVERY = frozenset("a an another any both each either neither no other".split())


class Rendered(Enum):
    """How a term is rendered."""

    AS_AGREED = auto()
    BY_ITS_FAMILY = auto()  # a related word (*implemented* for *implementation*), a compound word, or its initials
    NOT_AT_ALL = auto()


def rendered(entry: GlossaryEntry, segment: Segment) -> Rendered:
    """Return how the English of a segment renders a term of the Japanese."""
    forms = entry.en or (entry.ja,)
    if not entry.translate:
        return Rendered.AS_AGREED if any(form in segment.en for form in forms) else Rendered.NOT_AT_ALL
    if any(english_places(form, segment.english) for form in forms):
        return Rendered.AS_AGREED
    akin = any(_akin(form, segment) or _with_another(form, entry, segment) for form in forms)
    return Rendered.BY_ITS_FAMILY if akin else Rendered.NOT_AT_ALL


def _akin(form: str, segment: Segment) -> bool:
    """Return whether the English has related words for all words of a rendering, or its initials."""
    words = EnglishText(form)
    content = [k for k, lexeme in enumerate(words.lexemes) if not lexeme.function] or list(range(len(words)))
    if all(_said(words, k, segment) for k in content):
        return True
    initials = "".join(words.forms[k][:1] for k in content).upper()
    return len(initials) > 1 and initials in segment.english.forms


def _said(words: EnglishText, k: int, segment: Segment) -> bool:
    letters, english = words.forms[k].lower(), segment.english
    if any(
        _same_role(words.lexemes[k].lemma, english.lexemes[i].lemma) for i in english.by_stem.get(words.stems[k], ())
    ):
        return True
    if (
        len(letters) >= _WITHIN
        and letters in segment.joined
        and any(_is_compound(word, letters) for word in _LETTERS.findall(segment.joined))
    ):
        return True
    if len(letters) >= _AT_AN_END and any(form.lower().startswith(letters) for form in english.forms):
        return True
    return _parted(letters, english)


def _same_role(agreed: str, said: str) -> bool:
    """Return whether two related words may mean the same.

    *Implement* and *implementation* may; *employer* and *employee*, or *approver* and *approval*, do not.
    """
    if agreed.endswith("ee") != said.endswith("ee"):
        return False
    return (somebody_or_something(agreed) == "somebody") == (somebody_or_something(said) == "somebody")


def _is_compound(word: str, part: str) -> bool:
    """Return whether a word is a compound with `part`: *filename* of *file*, but not *uninstall* of *install*."""
    at = word.find(part)
    if at < 0:
        return False
    before = word[:at]
    return not before or (before not in _PREFIXES and lexeme(before).known)


def _parted(letters: str, english: EnglishText) -> bool:
    """Return whether the text has two words for a joined one: *log in* for *login*, *back* it *up* for *backup*."""
    for adverb in _adverbs_at_the_end(letters):
        for i in english.by_stem.get(lexeme(letters.removesuffix(adverb)).stem, ()):
            if any(word.lower == adverb for word in english.lexemes[i + 1 : i + 1 + _APART]):
                return True
    return False


def _adverbs_at_the_end(letters: str) -> Iterator[str]:
    return (adverb for adverb in PREPOSITIONS if letters.endswith(adverb) and len(letters) > len(adverb) + 1)


def _with_another(form: str, entry: GlossaryEntry, segment: Segment) -> bool:
    """Return whether the English combines this term with another: 甲又は乙, *either Party* for *Party A* or *Party B*."""
    others = [each.entry for each in segment.occurrences if each.entry != entry]
    shared = {stem for other in others for each in other.en for stem in EnglishText(each).stems}
    english = segment.english
    return any(
        (i and english.lexemes[i - 1].lower in _EVERY) or english.lexemes[i].lower != english.lexemes[i].lemma
        for stem in shared.intersection(EnglishText(form).stems)
        for i in english.by_stem.get(stem, ())
    )
