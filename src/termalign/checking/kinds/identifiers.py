"""The kind ``number``, for what tells things apart: codes, headings, provisions, reference signs; and what replaces what."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from termalign.checking.corrected import corrected
from termalign.checking.figures import Figure
from termalign.checking.finding import Finding
from termalign.checking.formulas import unlike_formulas
from termalign.checking.headings import unlike_headings
from termalign.checking.kinds.checker import Checker
from termalign.checking.lettered import unlike_letters
from termalign.checking.numbers_in_words import unlike_numbers_in_words
from termalign.checking.reference_signs import moved_signs
from termalign.checking.replacements import turned_replacements
from termalign.checking.segment import Segment
from termalign.checking.single_letters import unlike_single_letters
from termalign.quantities.quantity import Offsets

_SCORE = 0.85
_ITEM = re.compile(r"items?\s*\(", re.IGNORECASE)
_ITEM_IN_JAPANESE = re.compile("第.*号$")


class _Unlike(NamedTuple):
    """What the Japanese has, what the English has instead, and corrections of both."""

    ja: Offsets
    en: Offsets
    expected: str = ""
    japanese: str = ""


class Identifiers(Checker):
    """A checker for numbers, letters and codes by which things are known."""

    kind = "number"

    def look(self, segment: Segment) -> Iterator[Finding]:
        for ja, en, *corrections in dict.fromkeys([*_codes(segment), *_numbers(segment)]):
            expected, japanese = ([form] if form else [] for form in corrections)
            yield self.finding(segment, _SCORE, ja=ja, en=en, expected=expected, japanese=japanese)


def _codes(segment: Segment) -> Iterator[_Unlike]:
    """Yield codes, formulas and letters that differ; a formula or a letter in a code is no other difference."""
    ja, en = segment.ja_prose, segment.en_prose
    known: set[int] = set()
    for code, other in segment.figures.codes:
        yield _Unlike(code.span, other.span, code.text, other.text)
        known.update(range(*code.span))
    formulas = [(one.span, other.span) for one, other in unlike_formulas(ja, en)]
    for own, theirs in (*formulas, *unlike_single_letters(ja, en)):
        if known.isdisjoint(range(*own)):
            yield _Unlike(own, theirs)
            known.update(range(*own))


def _numbers(segment: Segment) -> Iterator[_Unlike]:
    ja, en = segment.ja_prose, segment.en_prose
    for number, wrong in unlike_headings(ja, en):
        yield _Unlike(number[1:], wrong[1:], number.in_the_style_of(segment.en[wrong.start : wrong.end]))
    yield from (_Unlike(a.span, b.span, corrected(a)) for a, b in segment.figures.pairs if _at_another_level(a, b))
    yield from (_Unlike(a.span, b.span, normalize("NFKC", a.text)) for a, b in unlike_letters(ja, en))
    yield from (_Unlike(counted, word) for counted, word in unlike_numbers_in_words(ja, en))
    yield from (_Unlike(a, b, normalize("NFKC", segment.ja[slice(*a)])) for a, b in moved_signs(segment))
    yield from (_Unlike(old.span, turned.span) for old, turned in turned_replacements(*segment.sides))


def _at_another_level(ja: Figure, en: Figure) -> bool:
    """Return whether one of two equal numbers is of a paragraph and the other of an item: 第二項, *item (ii)*."""
    if ja.quantity.unit == "paragraph":
        return _ITEM.match(en.text) is not None
    return en.quantity.unit == "paragraph" and _ITEM_IN_JAPANESE.match(ja.text) is not None
