"""The kind ``number``, for what tells things apart: codes, headings, provisions, reference signs."""

import re
from collections.abc import Iterator
from unicodedata import normalize

import termalign.checking.scores as scores
from termalign.checking.corrected import corrected
from termalign.checking.figures import Figure
from termalign.checking.finding import Finding
from termalign.checking.headings import unlike_headings
from termalign.checking.kinds.checker import Checker
from termalign.checking.numbers_in_words import numbers_in_words
from termalign.checking.odd_signs import OddSign, odd_signs
from termalign.checking.reference_signs import moved_signs
from termalign.checking.segment import Segment
from termalign.checking.sizes import unlike_sizes, without_sizes

_ITEM = re.compile(r"items?\s*\(", re.IGNORECASE)
_ITEM_IN_JAPANESE = re.compile("第.*号$")


class Identifiers(Checker):
    """A checker for numbers, letters and codes by which things are known."""

    kind = "number"

    def look(self, segment: Segment) -> Iterator[Finding]:
        codes = segment.figures.codes
        in_codes = {k for code, _ in codes for k in range(*code.span)}
        for code, other in codes:
            expected, japanese = [code.text], [other.text]
            yield self.finding(
                segment, scores.IDENTIFIER, ja=code.span, en=other.span, expected=expected, japanese=japanese
            )
        for ja, en, correction in dict.fromkeys(_unlike(segment)):
            if in_codes.isdisjoint(range(*ja)):
                yield self.finding(
                    segment, scores.IDENTIFIER, ja=ja, en=en, expected=[correction] if correction else ()
                )


def _unlike(segment: Segment) -> Iterator[OddSign]:
    ja, en = segment.ja_prose, segment.en_prose
    yield from (OddSign(*names) for names in unlike_sizes(ja, en))
    yield from odd_signs(*without_sizes(ja, en))
    for number, wrong in unlike_headings(ja, en):
        yield OddSign(number[1:], wrong[1:], number.in_the_style_of(segment.en[wrong.start : wrong.end]))
    yield from (OddSign(a.span, b.span, corrected(a)) for a, b in segment.figures.pairs if _at_another_level(a, b))
    yield from (OddSign(each.ja, each.en) for each in numbers_in_words(segment) if not each.is_same)
    yield from (OddSign(a, b, normalize("NFKC", segment.ja[slice(*a)])) for a, b in moved_signs(segment))


def _at_another_level(ja: Figure, en: Figure) -> bool:
    """Return whether one of two equal numbers is of a paragraph and the other of an item: 第二項, *item (ii)*."""
    if ja.quantity.unit == "paragraph":
        return _ITEM.match(en.text) is not None
    return en.quantity.unit == "paragraph" and _ITEM_IN_JAPANESE.match(ja.text) is not None
