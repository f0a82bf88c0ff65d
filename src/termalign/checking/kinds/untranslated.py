"""The kind ``untranslated``: no translation, a copy of the Japanese, another language, or Japanese left in the English."""

import re
from collections.abc import Iterator

from termalign.checking.english_share import is_english, is_of_another_language
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.kana import is_japanese
from termalign.kana.swapped import are_swapped
from termalign.once import once
from termalign.text.scripts import KANJI

_EMPTY, _COPIED, _LEFT, _QUOTED, _PUNCTUATION = 0.99, 0.99, 0.97, 0.3, 0.9
_SWAPPED, _NO_JAPANESE, _NO_ENGLISH, _NO_ORIGINAL = 0.99, 0.97, 0.9, 0.7
_LETTERS = "\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\uff66-\uff9f" + KANJI
_RUN = re.compile(rf"[{_LETTERS}]+(?:[^A-Za-z{_LETTERS}\n]{{1,4}}[{_LETTERS}]+)*")
_MARK = re.compile("[、。「」『』！？（）：；，．]")
_QUOTES = re.compile(r"[\"'`“”‘’(（\[<「『]")
_ROMANISED = re.compile(r"[\"'”’]?\s?[(（\[][A-Za-z]")
_ABOUT_SIGNS = re.compile(
    r"\b(?:writ(?:e|es|ing|ten)|spel(?:l|ls|t|led|ling)|kanji|characters?)\b[^.;]*$", re.IGNORECASE
)
_BEFORE = 80  # code points to search before a run


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
        elif any(map(is_japanese, segment.ja_prose)):
            yield from self._left(segment)

    def _about_the_whole(self, segment: Segment) -> tuple[float, str] | None:
        """Return the score and the message of a finding about a whole unit. A name or code needs no Japanese."""
        ja, en, to_do = segment.ja.strip(), segment.en.strip(), segment.unit.state == "untranslated"
        if not (to_do or any(map(is_japanese, segment.ja_prose))):
            if ja and en and are_swapped(segment.ja_prose, segment.en_prose):
                return _SWAPPED, "The Japanese and the English are swapped."
            if ja and en and is_english(segment.ja_prose):
                return _NO_JAPANESE, "There is English in the place of the Japanese."
            if not ja and any(map(str.isalpha, segment.en_prose)):
                return _NO_ORIGINAL, segment.direction.no_original
            return None
        if not ja:
            return _EMPTY, "There is no translation into Japanese."
        if not en:
            return _EMPTY, "There is no translation."
        if en == ja:
            return _COPIED, "The translation is a copy of the Japanese."
        if to_do:
            return _EMPTY, "The file says that this is not translated yet."
        if is_of_another_language(segment.en_prose) and not any(map(is_japanese, segment.en_prose)):
            return _NO_ENGLISH, "The translation is not in English."
        return None

    def _left(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for Japanese letters in the English or, if there are none, for Japanese punctuation."""
        runs = list(_RUN.finditer(segment.en_prose))
        for run in runs:
            at = segment.ja.find(run[0])
            ja = (at, at + len(run[0])) if at >= 0 else None
            score = _QUOTED if _meant(segment.en_prose, *run.span()) else _LEFT
            yield self.finding(segment, score, f"“{run[0]}” is left in Japanese.", ja=ja, en=run.span())
        if runs:
            return
        mark = _MARK.search(segment.en_prose)
        if mark is not None and mark[0] in segment.ja:
            message = f"“{mark[0]}” is a Japanese punctuation mark."
            yield self.finding(segment, _PUNCTUATION, message, en=mark.span(), worst="warning")


@once
def left_in_japanese(segment: Segment) -> list[str]:
    """Return the runs of Japanese letters in the English that are not left on purpose."""
    text = segment.en_prose
    return [run[0] for run in _RUN.finditer(text) if not _meant(text, *run.span())]


def _meant(text: str, start: int, end: int) -> bool:
    """Return whether the Japanese is left on purpose: in quotation marks or brackets, romanised (身欠き (migaki)), or as the
    writing of a word (*also written as* 彌彦).
    """
    quoted = bool(_QUOTES.match(text, start - 1) if start else None) and end < len(text) and not text[end].isalnum()
    return quoted or bool(_ROMANISED.match(text, end) or _ABOUT_SIGNS.search(text, max(0, start - _BEFORE), start))
