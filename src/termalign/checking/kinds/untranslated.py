"""The kind ``untranslated``: no translation, a copy, another language, or words of the original left in the translation."""

import re
from collections.abc import Iterator
from functools import lru_cache
from keyword import kwlist
from unicodedata import normalize

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.preceding import preceding
from termalign.checking.segment import Segment
from termalign.english import EnglishText
from termalign.english.function_words import FUNCTION_WORDS
from termalign.english.lexis import in_dictionary
from termalign.kana import is_japanese
from termalign.kana.swapped import are_swapped
from termalign.once import once
from termalign.quantities.quantity import Offsets
from termalign.text import CODE, blanked, blanked_at
from termalign.text.scripts import KANJI

_NOT_YET = "The file says that this is not translated yet."
_FEWEST = 5  # distinct words that tell a language
_MOST_OF_ANOTHER, _LEAST_OF_ENGLISH = 0.4, 0.7  # share of English words. Other languages share some: *die*, *de*, *in*
# A word without capitals, as names have them, and not part of code. Scripts without capitals count.
_PLAIN_WORD = re.compile(r"(?<![\w'’.(:=*/<-])[^\W\d_A-ZÀ-Þ][^\W\d_]+(?![\w(=*/-])")
_LETTERS = "\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\uff66-\uff9f" + KANJI
_JAPANESE_RUN = re.compile(rf"[{_LETTERS}]+(?:[^A-Za-z{_LETTERS}\n]{{1,4}}[{_LETTERS}]+)*")
_MARK = re.compile("[、。「」『』！？（）：；，．]")
_QUOTES = re.compile(r"[\"'`“”‘’(（\[<「『]")
_ROMANISED = re.compile(r"[\"'”’]?\s?[(（\[][A-Za-z]")
_ABOUT_SIGNS = re.compile(
    r"\b(?:writ(?:e|es|ing|ten)|spel(?:l|ls|t|led|ling)|kanji|characters?)\b[^.;]*$", re.IGNORECASE
)
_WORD = "[A-Za-z]+(?:['’/-][A-Za-z]+)*"
#: English words with nothing but spaces and commas between them, and the mark at their end
_ENGLISH_RUN = re.compile(rf"(?<![\w.@/\\:<&%$#*_='-]){_WORD}(?:,? {_WORD})+[.!?]?(?![\w(@/\\=*_-])", re.ASCII)
#: Function words that are neither letters nor keywords of programs, as *for*, *in* and *if* are
_OF_SENTENCES = frozenset(word for word in FUNCTION_WORDS - {*kwlist, "do", "then"} if len(word) > 1)
#: What is quoted or in brackets is left on purpose.
_QUOTED = re.compile(
    r"""“[^”]*”|‘[^’]*’|"[^"]*"|(?<![a-z])'[^']*'(?![a-z])|「[^」]*」|『[^』]*』|\([^()]*\)|（[^（）]*）|\[[^][]*\]|［[^［］]*］|【[^【】]*】|\*[^*]+\*|`[^`]*`"""
)
_known = lru_cache(maxsize=4096)(in_dictionary)


class Untranslated(Checker):
    """A checker for missing and copied translations, other languages, and Japanese letters and punctuation in the English."""

    kind = "untranslated"
    of_translations = False

    def look(self, segment: Segment) -> Iterator[Finding]:
        if not segment.unit.translate:
            return
        if whole := self._about_the_whole(segment):
            ja, en = ((0, len(text)) if text.strip() else None for text in (segment.ja, segment.en))
            yield self.finding(segment, *whole, ja=ja, en=en)
        elif _has_japanese(segment.ja_prose):
            yield from self._left(segment)

    def _about_the_whole(self, segment: Segment) -> tuple[float, str] | None:
        """Return the score and the message of a finding about a whole unit."""
        direction, to_do = segment.direction, segment.unit.state == "untranslated"
        original, translation = direction.ordered(segment.ja.strip(), segment.en.strip())
        if not original and to_do:
            return scores.NO_TRANSLATION, f"There is no translation into {direction.original}."
        if not original:
            return (scores.NO_ORIGINAL, direction.no_original) if _has_letters(translation) else None
        if not translation:
            return (scores.NO_TRANSLATION, "There is no translation.") if to_do or self._needs_one(segment) else None
        if are_swapped(segment.ja_prose, segment.en_prose):
            return scores.SWAPPED_TEXTS, "The Japanese and the English are swapped."
        if original == translation and (score := self._copied(segment)):
            return score, f"The translation is a copy of the {direction.original}."
        return (scores.NO_TRANSLATION, _NOT_YET) if to_do else self._in_another_language(segment)

    def _needs_one(self, segment: Segment) -> bool:
        """Return whether an original has anything to translate. A name or code needs no Japanese."""
        return _has_japanese(segment.ja_prose)

    def _copied(self, segment: Segment) -> float:
        """Return the score of a copy, which is 0 if it has no word to translate."""
        return scores.COPY_OF_JAPANESE if _has_japanese(segment.ja_prose) else 0.0

    def _in_another_language(self, segment: Segment) -> tuple[float, str] | None:
        """Return the score and the message of a finding about a text that is in another language."""
        language = _language(segment.ja_prose)
        if language == "English":
            return scores.IN_ANOTHER_LANGUAGE, "There is English in the place of the Japanese."
        if language == "Japanese" and _language(segment.en_prose) == "another":
            return scores.NOT_IN_ENGLISH, "The translation is not in English."
        return None

    def _left(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for Japanese letters in the English or, if there are none, for Japanese punctuation."""
        runs = list(_JAPANESE_RUN.finditer(segment.en_prose))
        for run in runs:
            at = segment.ja.find(run[0])
            ja = (at, at + len(run[0])) if at >= 0 else None
            score = scores.JAPANESE_QUOTED if _is_meant(segment.en_prose, *run.span()) else scores.JAPANESE_LEFT
            yield self.finding(segment, score, f"“{run[0]}” is left in Japanese.", ja=ja, en=run.span())
        mark = None if runs else _MARK.search(segment.en_prose)
        if mark is not None and mark[0] in segment.ja:
            message = f"“{mark[0]}” is a Japanese punctuation mark."
            yield self.finding(segment, scores.JAPANESE_PUNCTUATION, message, en=mark.span(), worst="warning")


class LeftInEnglish(Untranslated):
    """A checker for missing and copied translations, other languages, and English left in the Japanese."""

    def _needs_one(self, segment: Segment) -> bool:
        return _has_letters(segment.en_prose)

    def _copied(self, segment: Segment) -> float:
        """Return the score of a copy, which is 0 if it has no word to translate.

        It is sure if it has a function word, or begins like a sentence and goes on without capitals: *Front cover*.
        """
        if _has_japanese(segment.ja_prose):
            return 0.0
        figures = [(figure.start, figure.end) for figure in segment.sides[1].figures]  # 0.0 mm needs no translation
        english = EnglishText(blanked_at(blanked(CODE, segment.en_prose), figures))
        known = [k for k, lexeme in enumerate(english.lexemes) if lexeme.known and len(english.forms[k]) > 1]
        plain = [k for k in known if not english.capitalised[k]]
        is_sentence = bool(plain) and (english.capitalised[0] or any(english.lexemes[k].function for k in plain))
        return scores.COPY_OF_ENGLISH if is_sentence and len(known) > 1 else scores.COPY_OF_LABEL if known else 0.0

    def _in_another_language(self, segment: Segment) -> tuple[float, str] | None:
        language = _language(segment.ja_prose)
        if language == "Japanese":
            no_english = not any(map(str.isascii, filter(str.isalpha, segment.en_prose)))
            is_japanese_twice = no_english and _has_japanese(segment.en_prose)
            message = "There is Japanese in the place of the English."
            return (scores.IN_ANOTHER_LANGUAGE, message) if is_japanese_twice else None
        return (scores.IN_ANOTHER_LANGUAGE, "The translation is not in Japanese.") if language else None

    def _left(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for words left in English."""
        for start, end in _english_runs(segment):
            left = segment.ja[start:end]
            at = segment.en.lower().find(left.lower())
            en = (at, at + len(left)) if at >= 0 else None
            yield self.finding(segment, scores.ENGLISH_LEFT, f"“{left}” is left in English.", ja=(start, end), en=en)


@once
def left_in_japanese(segment: Segment) -> list[str]:
    """Return the runs of Japanese letters in the English that are not left on purpose."""
    text = segment.en_prose
    return [run[0] for run in _JAPANESE_RUN.finditer(text) if not _is_meant(text, *run.span())]


def _is_meant(text: str, start: int, end: int) -> bool:
    """Return whether Japanese is left on purpose: quoted, romanised (身欠き (migaki)), or spelled (*also written as* 彌彦)."""
    quoted = bool(_QUOTES.match(text, start - 1) if start else None) and end < len(text) and not text[end].isalnum()
    return quoted or bool(_ROMANISED.match(text, end) or preceding(_ABOUT_SIGNS, text, start))


def _english_runs(segment: Segment) -> Iterator[Offsets]:
    """Yield the places of words left in English: with a function word, no names among them, and not quoted."""
    for run in _ENGLISH_RUN.finditer(blanked(_QUOTED, blanked(CODE, segment.ja_prose))):
        first, *others = run[0].rstrip(".!?").replace(",", "").split()
        named = any(word[0].isupper() and word != "I" for word in others)
        if not named and not _OF_SENTENCES.isdisjoint(map(str.lower, (first, *others))):
            yield run.span()


def _has_japanese(text: str) -> bool:
    return any(map(is_japanese, text))


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _language(text: str) -> str:
    """Return the language of a text, ``Japanese``, ``English`` or ``another``; ``""`` if it has too few words to tell."""
    if _has_japanese(text):
        return "Japanese"
    words = set(_PLAIN_WORD.findall(CODE.sub(" ", normalize("NFKC", text))))  # full-width letters are letters
    if len(words) < _FEWEST:
        return ""
    share = sum(map(_known, words)) / len(words)
    return "English" if share >= _LEAST_OF_ENGLISH else "another" if share <= _MOST_OF_ANOTHER else ""
