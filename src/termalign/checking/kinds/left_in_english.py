"""The kind ``untranslated`` in translations from English: no translation, a copy, or English left in the Japanese."""

import re
from collections.abc import Iterator
from keyword import kwlist

from termalign.checking.english_share import is_english, is_of_another_language
from termalign.checking.finding import Finding
from termalign.checking.kinds.untranslated import Untranslated
from termalign.checking.segment import NOTE, Segment
from termalign.english import EnglishText
from termalign.english.function_words import FUNCTION_WORDS
from termalign.kana import is_japanese
from termalign.kana.swapped import are_swapped
from termalign.text import CODE, blanked

_EMPTY, _COPIED, _SWAPPED, _NO_ENGLISH, _NO_JAPANESE, _NO_ORIGINAL = 0.99, 0.97, 0.99, 0.97, 0.97, 0.7
_LABEL = 0.4  # of a copy that is one word, or has capitals like a name: *Home*, *Apache License*
_LEFT = 0.9
_WORD = "[A-Za-z]+(?:['’/-][A-Za-z]+)*"
#: English words with nothing but spaces and commas between them, and the mark at their end
_RUN = re.compile(rf"(?<![\w.@/\\:<&%$#*_='-]){_WORD}(?:,? {_WORD})+[.!?]?(?![\w(@/\\=*_-])", re.ASCII)
#: Function words that are neither letters nor keywords of programs, as *for*, *in* and *if* are
_OF_SENTENCES = frozenset(word for word in FUNCTION_WORDS - {*kwlist, "do", "then"} if len(word) > 1)
#: What is quoted or in brackets is left on purpose.
_QUOTED = re.compile(
    r"""“[^”]*”|‘[^’]*’|"[^"]*"|(?<![a-z])'[^']*'(?![a-z])|「[^」]*」|『[^』]*』|\([^()]*\)|（[^（）]*）|\[[^][]*\]|［[^［］]*］|【[^【】]*】|\*[^*]+\*|`[^`]*`"""
)


class LeftInEnglish(Untranslated):
    """A checker for missing and copied translations, other languages, and English left in the Japanese."""

    def _about_the_whole(self, segment: Segment) -> tuple[float, str] | None:
        """Return the score and the message of a finding about a whole unit. A name or code needs no Japanese."""
        ja, en, to_do = segment.ja.strip(), segment.en.strip(), segment.unit.state == "untranslated"
        if not en:
            if to_do:
                return _EMPTY, "There is no translation into English."
            return (_NO_ORIGINAL, segment.direction.no_original) if any(map(is_japanese, segment.ja_prose)) else None
        if not ja:
            return (_EMPTY, "There is no translation.") if to_do or any(map(str.isalpha, segment.en_prose)) else None
        if any(map(is_japanese, segment.ja_prose)):
            if not any(map(str.isascii, filter(str.isalpha, segment.en_prose))) and any(
                map(is_japanese, segment.en_prose)
            ):
                return _NO_ENGLISH, "There is Japanese in the place of the English."
            return (_EMPTY, "The file says that this is not translated yet.") if to_do else None
        if are_swapped(segment.ja_prose, segment.en_prose):
            return _SWAPPED, "The Japanese and the English are swapped."
        if ja == en and (score := _copied(segment)):
            return score, "The translation is a copy of the English."
        if to_do:
            return _EMPTY, "The file says that this is not translated yet."
        if is_english(segment.ja_prose) or is_of_another_language(segment.ja_prose):
            return _NO_JAPANESE, "The translation is not in Japanese."
        return None

    def _left(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for words left in English."""
        for start, end in _left(segment):
            left = segment.ja[start:end]
            at = segment.en.lower().find(left.lower())
            en = (at, at + len(left)) if at >= 0 else None
            yield self.finding(segment, _LEFT, f"“{left}” is left in English.", ja=(start, end), en=en)


def _copied(segment: Segment) -> float:
    """Return the score of a copy, which is 0 if it has no word to translate.

    It is sure if it has a function word, or begins like a sentence and goes on without capitals: *Front cover*.
    """
    english = EnglishText(blanked(CODE, segment.en_prose))
    known = [k for k, lexeme in enumerate(english.lexemes) if lexeme.known and len(english.forms[k]) > 1]
    plain = [k for k in known if not english.capitalised[k]]
    is_sentence = bool(plain) and (english.capitalised[0] or any(english.lexemes[k].function for k in plain))
    return _COPIED if is_sentence and len(known) > 1 else _LABEL if known else 0.0


def _left(segment: Segment) -> Iterator[tuple[int, int]]:
    """Yield the places of words left in English: with a function word, no names among them, and not quoted."""
    for run in _RUN.finditer(blanked(_QUOTED, blanked(CODE, NOTE.sub("", segment.ja_prose)))):
        first, *others = run[0].rstrip(".!?").replace(",", "").split()
        named = any(word[0].isupper() and word != "I" for word in others)
        if not named and not _OF_SENTENCES.isdisjoint(map(str.lower, (first, *others))):
            yield run.span()
