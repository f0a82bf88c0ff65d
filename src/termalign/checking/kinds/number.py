"""The kinds ``number`` and ``date``: a value, sign, bound (以上, *or less*) or rate that differs in the English."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, product

from termalign.checking.changes import Change, below_zero, change_by_sign, change_of_english, change_of_japanese
from termalign.checking.corrected import corrected
from termalign.checking.corrected_japanese import corrected_japanese
from termalign.checking.exchanged import exchanged, exchanged_by_block, exchanged_by_unit, turned_shares
from termalign.checking.figures import Figure
from termalign.checking.finding import Finding, quoted
from termalign.checking.kinds.checker import Checker
from termalign.checking.left_figures import (
    are_points,
    crossed,
    is_explanation,
    is_never_dropped,
    is_stated,
    is_vague,
    left_of_english,
    left_of_japanese,
    outside,
)
from termalign.checking.magnitudes import unlike_magnitudes
from termalign.checking.paired_figures import around
from termalign.checking.same_words import overlap
from termalign.checking.segment import Segment
from termalign.model import FindingKind
from termalign.quantities.bounds import Bound, bound_of_english, bound_of_japanese, inexact, turned, unlimited
from termalign.quantities.equivalence import equivalence, sort
from termalign.quantities.quantity import Offsets
from termalign.quantities.units import SPANS, rate, share_sense

_DATES = frozenset({"date", "time", "weekday", "decade", "century", "quarter"})
_WORDED, _ALONE, _SIGN, _BOUND, _UNIT, _REFERENCE = 0.85, 0.7, 0.9, 0.9, 0.85, 0.85
_ADDED = 0.4  # in an explanation that the translator has added
_LIMIT, _LOOSE_LIMIT = 0.7, 0.4  # English renders 以上 by *more than* as often as by *or more*
_NO_LIMIT = 0.6
_LIMITS = {
    True: ("includes the limit itself", "which does not"),
    False: ("does not include the limit itself", "which does"),
}
_AMOUNTS = frozenset({"number", "measure", "duration", "money", "age", "percent"})
_SHARES = frozenset({"percent", "fraction"})
_CHANGING = _SHARES | {"money", "measure", "number"}
_OPPOSITE = {"rise", "fall"}
_HALF = Fraction(1, 2)
_RULE = re.compile(
    "なければなら|てはなら|(?:もの|こと)とする|に処する|に掲げる|[前次同](?:各?[条項号])|第[^、。]{1,6}[条項](?!約)|[甲乙丙]は|本契約|請求項"
    r"|\b(?:shall|hereof|hereto|thereof|pursuant to|set forth in)\b",
    re.IGNORECASE,
)
"""Words of statutes and contracts, in either language."""
_FEW = 10  # of so few, one more or less matters: 2つ以上, *more than two*
_LONGEST_SIGN = 15  # code points
_NO_MINUS = re.compile(r"(?:--|\+/[-−–])\s?.?$")  # the end of a range (*May 21--28*), and plus or minus
_EITHER_WAY = re.compile(r"(?:±|\+/[-−–]|プラスマイナス|plus[ -]or[ -]minus|either way)\s?(?=\d)", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?<![\w.)\]}])[-−－▲△]|(?<![\w])(?:minus|negative) |マイナス|負の)$", re.IGNORECASE)


class Figures(Checker):
    """A checker for numbers or for dates that differ."""

    by_block = True

    def __init__(self, kind: FindingKind) -> None:
        self.kind = kind

    def look(self, segment: Segment) -> Iterator[Finding]:
        found = list(self._differing(segment))
        yield from found
        yield from self._more(segment, found)

    def _differing(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for figures that differ in their value, sign, bound or rate."""
        crossings = list(crossed(segment))
        yield from self._values(segment, frozenset(id(figure) for pair in crossings for figure in pair))
        for ja, en in crossings:
            if self._mine(ja):
                yield self._differ(segment, ja, en, _UNIT)
        if self.kind == "number":
            for ja, en in segment.figures.references:
                yield self._differ(segment, ja, en, _REFERENCE)
            changes = list(_unlike_changes(segment))
            yield from self._signs(segment, frozenset(id(figure) for figure, _, _ in changes))
            yield from self._bounds(segment)
            yield from (self._changed(segment, *change) for change in changes)
            yield from self._rates(segment)
            yield from self._points(segment)

    def _values(self, segment: Segment, known: frozenset[int]) -> Iterator[Finding]:
        """Yield findings for figures without an equal in the other text, except those already `known` to differ.

        If neither text has a figure that must have an equal, only numerals in words are compared.
        """
        ja = left_of_japanese(segment, known)
        en = left_of_english(segment, known, ja.firm)
        if not ja.firm and not en.firm:
            yield from self._in_words(segment)
            return
        (left, score), (right, other) = ja.against, en.against
        alike = list(_matched(left, right))
        for a, b in alike:
            if self._mine(a):
                yield self._differ(segment, a, b, min(score, other))
        for figure in ja.firm:
            if is_never_dropped(figure) and self._mine(figure) and all(figure is not a for a, _ in alike):
                yield self.finding(segment, _ALONE, ja=figure, expected=[corrected(figure)])
        for figure in en.firm:
            if figure.in_digits and self._mine(figure) and all(figure is not b for _, b in alike):
                yield self.finding(segment, _ADDED if is_explanation(figure, segment) else _ALONE, en=figure)

    def _in_words(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for pairs of numerals in words that differ."""
        ja = [f for f in outside(segment.frequencies.ja, segment.figures.ja) if is_stated(f)]
        en = [f for f in outside(segment.frequencies.en, segment.figures.en) if is_stated(f) and not is_vague(f)]
        for a, b in _matched(ja, en):
            if self._mine(a):
                yield self._differ(segment, a, b, _WORDED)

    def _mine(self, figure: Figure) -> bool:
        """Return whether a figure belongs to the kind of this checker: dates, or all other figures."""
        return (figure.quantity.kind in _DATES) == (self.kind == "date")

    def _differ(self, segment: Segment, ja: Figure, en: Figure, score: float) -> Finding:
        return self.finding(
            segment,
            score,
            segment.direction.difference(_shown(ja), _shown(en)),
            ja=ja,
            en=en,
            expected=[corrected(ja, en.text)],
            japanese=filter(None, [corrected_japanese(en, ja.text)]),
        )

    def _signs(self, segment: Segment, known: frozenset[int]) -> Iterator[Finding]:
        """Yield findings for values that are equally frequent in both texts, but have a sign in only one.

        English figures `known` to rise where the Japanese falls are left out.
        """
        both = segment.figures
        ja = [*(a for a, _ in both.pairs), *both.ja_again]
        en = [*(b for _, b in both.pairs), *both.en_again]
        for (mine, theirs), (what, signed) in product(_of_equal_value(ja, en), _SIGNS.items()):
            ours = [figure for figure in mine if signed(segment.ja_prose, figure)]
            other = [figure for figure in theirs if signed(segment.en_prose, figure)]
            if len(ours) == len(other) or not known.isdisjoint(map(id, theirs)):
                continue
            if _dashes(segment.ja_prose, mine[0]) == _dashes(segment.en_prose, theirs[0]) != 0:
                continue
            if _is_within(segment.en_prose, theirs[0]):
                continue
            unsigned = (segment.en_prose, theirs, other) if len(ours) > len(other) else (segment.ja_prose, mine, ours)
            if signed is _negative and any(below_zero(unsigned[0], f) for f in unsigned[1] if f not in unsigned[2]):
                continue
            odd_ja, odd_en = _odd(mine, ours, len(ours) > len(other)), _odd(theirs, other, len(other) > len(ours))
            says = f"{what} in the {'Japanese' if len(ours) > len(other) else 'English'} only"
            yield self.finding(
                segment,
                _SIGN,
                f"{quoted(odd_ja.text.lstrip('-−±'))} {says}.",
                ja=odd_ja,
                en=odd_en,
                expected=[(_WRITTEN[what] if len(ours) > len(other) else "") + _unsigned(odd_en.text)],
            )

    def _bounds(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for equal values with other bounds.

        They are a minimum in one text and a maximum in the other, a limit that only one of the two includes, and a limit that
        the English does not express.
        """
        for ja, en in [*segment.figures.pairs, *_upper_ends(segment), *_both_ends(segment)]:
            own, theirs = ja.span, en.span
            mine = bound_of_japanese(segment.ja_prose, *own)
            if mine is None:
                continue
            if other := turned(segment.ja_prose, own, segment.en_prose, *theirs):
                yield self._bound(segment, en, mine, other, _BOUND)
            elif _is_limit(ja, en) and (other := inexact(segment.ja_prose, own, segment.en_prose, *theirs)):
                loose = mine.is_inclusive and not _is_exact(ja) and not _states_a_rule(segment)
                yield self._bound(segment, en, mine, other, _LOOSE_LIMIT if loose else _LIMIT)
            elif _is_limit(ja, en) and _is_amount(ja) and unlimited(segment.ja_prose, own, segment.en_prose, *theirs):
                says = f"is {mine.is_what}", " without a limit"
                yield self._says(segment, _NO_LIMIT, (mine.start, mine.end), theirs, says, _bounded(mine, en))
        for ja, en in _ended(segment):
            mine = bound_of_japanese(segment.ja_prose, *ja.span)
            if mine is not None and mine.name == "below":
                yield self._bound(segment, _end(en), mine, Bound(("most",), *en.span), _LOOSE_LIMIT)

    def _changed(self, segment: Segment, figure: Figure, mine: Change, other: Change) -> Finding:
        places = (mine.start, mine.end), (other.start, other.end)
        says = f"is {mine.what}", f", {other.what}"
        return self._says(segment, _BOUND, *places, says, f"{mine.plain} {figure.text.lstrip('-−')}")

    def _bound(self, segment: Segment, figure: Figure, mine: Bound, other: Bound, score: float) -> Finding:
        same_side = mine.is_what == other.is_what
        own, theirs = _LIMITS[mine.is_inclusive] if same_side else (f"is {mine.is_what}", other.is_what)
        places = (mine.start, mine.end), (other.start, other.end)
        return self._says(segment, score, *places, (own, f", {theirs}"), _bounded(mine, figure))

    def _says(
        self, segment: Segment, score: float, ja: Offsets, en: Offsets, says: tuple[str, str], instead: str
    ) -> Finding:
        """Return a finding with what a part of the Japanese says, and what the English says differently."""
        own, theirs = quoted(segment.ja[slice(*ja)]), quoted(segment.en[slice(*en)])
        message = f"{own} {says[0]}; the English says {theirs}{says[1]}."
        return self.finding(segment, score, message, ja=ja, en=en, expected=[instead])

    def _rates(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for equal values per different spans of time: 週に1回, *once a month*."""
        for ja, en in segment.figures.pairs:
            mine, theirs = ja.quantity.per, en.quantity.per
            if mine is None or theirs is None or mine.number > 1 or mine.unit == theirs.unit:
                continue
            if rate(ja.quantity.unit) or rate(en.quantity.unit):
                continue  # 40 mg/日を1か月間, *40 mg/day for a month*
            if not {mine.unit, theirs.unit} <= SPANS:
                continue
            own = min(ja.start, mine.start), max(ja.end, mine.end)
            other = min(en.start, theirs.start), max(en.end, theirs.end)
            says = f"is for each {mine.unit}", f", for each {theirs.unit}"
            yield self._says(segment, _UNIT, own, other, says, f"{en.text} for each {mine.unit}")

    def _points(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for percentage points of which the English makes a percentage: 1.8ポイント上昇, *up 1.8%*."""
        for ja, en in segment.figures.pairs:
            if are_points(ja, en):
                yield self._differ(segment, ja, en, _UNIT)

    def _more(self, segment: Segment, found: Sequence[Finding]) -> Iterator[Finding]:
        """Yield findings for figures that change places and for frequencies, except for figures already `found` to differ."""
        new = [self._differ(segment, ja, en, _UNIT) for ja, en in exchanged_by_block(segment) if self._mine(ja)]
        if self.kind == "number":
            new += self._exchanged(segment)
        for finding in new:
            if not any(overlap(finding.ja, other.ja) for other in found):
                yield finding

    def _exchanged(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for numbers that change places, as words or units beside them show, frequencies and magnitudes."""
        for one, other in exchanged(segment):
            yield self._differ(segment, one.ja, other.en, _UNIT)
            yield self._differ(segment, other.ja, one.en, _UNIT)
        for ja, en in exchanged_by_unit(segment):
            yield self._differ(segment, ja, en, _UNIT)
        for share, english in turned_shares(segment):
            yield self.finding(segment, _BOUND, ja=share, en=english)
        for often, instead in segment.frequencies.unlike:
            yield self.finding(segment, _UNIT, ja=(often.start, often.end), en=(instead.start, instead.end))
        for ours, theirs in unlike_magnitudes(segment.ja_prose, segment.en_prose):
            yield self.finding(segment, _UNIT, ja=ours, en=theirs)


def _upper_ends(segment: Segment) -> Iterator[tuple[Figure, Figure]]:
    """Yield the upper ends of Japanese ranges with the English figures that say them: 1〜5%未満, *1% to <5%*."""
    ours, theirs = segment.figures.ja_again, segment.figures.en_again
    for i, figure in enumerate(ours):
        if figure.quantity.kind == "range" and figure.quantity.pieces:
            end = _end(figure)
            near = around(round(i * len(theirs) / len(ours)), theirs)
            alike = [en for _, en in near if equivalence(end.quantity, en.quantity)]
            if len(alike) == 1:
                yield end, alike[0]


def _both_ends(segment: Segment) -> Iterator[tuple[Figure, Figure]]:
    """Yield dates of the Japanese with the ends of an English range: 3月下旬から4月上旬, *late March to early April*."""
    ranges = {en.values: en for en in segment.figures.en_again if en.quantity.kind == "range" and en.quantity.pieces}
    for first, last in pairwise(segment.figures.ja_again) if ranges else ():
        en = ranges.get(first.values + last.values)
        if en and first.quantity.kind == last.quantity.kind == "date":
            yield from ((first, _end(en, 0)), (last, _end(en)))


def _end(figure: Figure, which: int = -1) -> Figure:
    """Return the last number of a range, or the first (0), with its unit: *75 years*."""
    end = figure.quantity.parts[which] if figure.quantity.pieces else figure.quantity
    return Figure(end, figure.text[end.start - figure.start : end.end - figure.start])


def _ended(segment: Segment) -> Iterator[tuple[Figure, Figure]]:
    """Yield Japanese figures with the English ranges that end with them: 18歳以上75歳未満, *18 to 75 years*."""
    ranges = {en.values[1:]: en for en in segment.figures.en_again if en.quantity.kind == "range"}
    both = [(ja, ranges[ja.values]) for ja in segment.figures.ja_again if ja.values in ranges]
    both += [(ja, en) for ja, en in segment.figures.pairs if ja.quantity.kind == en.quantity.kind == "range"]
    yield from ((ja, en) for ja, en in both if bound_of_english(segment.en_prose, *en.span) is None)


def _bounded(bound: Bound, figure: Figure) -> str:
    """Return the English for a figure with a Japanese bound."""
    return f"{bound.plain} {figure.text}".replace("- ", "-")


def _unlike_changes(segment: Segment) -> Iterator[tuple[Figure, Change, Change]]:
    """Yield English figures by which something rises in one text and falls in the other, or that it becomes in one only.

    Each comes with the change of both texts. An amount that a text has several times is left out, because each may be any of
    the others.
    """
    often = Counter(ja.values for ja, _ in segment.figures.pairs)
    for ja, en in segment.figures.pairs:
        if ja.quantity.kind not in _CHANGING or ja.values != en.values or often[ja.values] > 1:
            continue
        said = change_of_japanese(segment.ja_prose, ja.quantity), change_of_english(segment.en_prose, en.quantity)
        mine = said[0] or change_by_sign(segment.ja_prose, ja.quantity)
        other = said[1] or change_by_sign(segment.en_prose, en.quantity)
        if mine is None or other is None:
            continue
        if {mine.name, other.name} == {"level", "fall"} and _plain_values(ja) == [_HALF]:
            continue  # what falls by half falls to half
        becomes = None not in said and ja.quantity.kind in _SHARES
        if {mine.name, other.name} == _OPPOSITE or (becomes and mine.name != other.name):
            yield en, mine, other


def _is_limit(ja: Figure, en: Figure) -> bool:
    """Return whether two figures with a bound have the same exact value: not *just over 20*, *about 20*, *the next number*."""
    return _plain_values(ja) == _plain_values(en) and not ja.quantity.approx and not en.quantity.approx


def _plain_values(figure: Figure) -> list[Fraction]:
    """Return the values of a figure; of a percentage, as fractions of one: 百分の三, *3 percent*."""
    return [value / 100 if figure.quantity.kind == "percent" else value for value in figure.values]


def _is_amount(figure: Figure) -> bool:
    """Return whether a figure is an amount other than one: not *an argument* for 1個以上, nor a rank."""
    return figure.quantity.kind in _AMOUNTS and not {0, 1} & set(figure.values)


def _is_exact(ja: Figure) -> bool:
    """Return whether a limit is exact: an age, or a few things."""
    quantity = ja.quantity
    few = quantity.kind == "number" and isinstance(quantity.value, int) and quantity.value < _FEW
    return quantity.kind == "age" or few


def _states_a_rule(segment: Segment) -> bool:
    """Return whether the texts read like a statute or a contract, in which every limit is exact."""
    return bool(_RULE.search(segment.ja_prose) or _RULE.search(segment.en_prose))


def _shown(figure: Figure) -> str:
    """Return a figure as written, with its value if the digits alone do not give it: “3億円” (300 000 000 JPY)."""
    text = quoted(figure.text)
    return text if figure.as_written or figure.said in figure.text else f"{text} ({figure.said})"


def _matched(ja: Sequence[Figure], en: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield pairs of figures that correspond: those in one unit first, then those of one sort, then others in order, as far as
    one may stand for the other.
    """
    ours, theirs = list(ja), list(en)
    for alike in _in_one_unit, _of_one_sort, _may_differ:
        for figure in tuple(ours):
            other = next((other for other in theirs if alike(figure, other)), None)
            if other is not None:
                ours.remove(figure)
                theirs.remove(other)
                yield figure, other


def _in_one_unit(ja: Figure, en: Figure) -> bool:
    one, other = ja.quantity.unit, en.quantity.unit
    return ja.quantity.kind == en.quantity.kind and bool(one and other) and share_sense(one, other)


def _of_one_sort(ja: Figure, en: Figure) -> bool:
    one, other = sort(ja.quantity), sort(en.quantity)
    if not one and other == "order" and ja.in_digits and en.in_figures:
        return True  # 2型, *type I*
    return ja.quantity.kind == en.quantity.kind or (one != "" and one == other)


def _may_differ(ja: Figure, en: Figure) -> bool:
    """Return whether a firm figure may be wrong for another: not *30 kg* for a date, nor *8* for 8時."""
    if not (ja.firm and en.firm) or set(ja.values) <= set(en.values) or set(en.values) <= set(ja.values):
        return False
    if ja.quantity.kind in _DATES:
        return en.quantity.kind in _DATES or not en.quantity.unit
    return (
        en.quantity.kind not in _DATES or not ja.quantity.unit or (ja.quantity.kind == "number" and en.text.isdecimal())
    )


def _negative(text: str, figure: Figure) -> bool:
    if _NO_MINUS.search(text, max(0, figure.start - _LONGEST_SIGN), figure.start + 1):
        return False
    if figure.negative or text[figure.start] in "-−－▲△":
        return True
    return _MINUS.search(text, max(0, figure.start - _LONGEST_SIGN), figure.start) is not None


def _either_way(text: str, figure: Figure) -> bool:
    found = _EITHER_WAY.finditer(text, max(0, figure.start - _LONGEST_SIGN), figure.end)
    return any(sign.end() >= figure.start for sign in found)


def _is_within(text: str, figure: Figure) -> bool:
    """Return whether a figure is a limit to either side: ±10%, *within 10%*."""
    return text.endswith("within ", 0, figure.start)


_SIGNS: Mapping[str, Callable[[str, Figure], bool]] = {"is negative": _negative, "is plus or minus": _either_way}
_SIGN_WORDS = re.compile(r"^(?:[-−–▲△]|±|\+/[-−–]|(?:plus[ -]or[ -])?minus|negative)\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([\d.,]+)\)")  # as accountants write negative amounts
_WRITTEN = {"is negative": "-", "is plus or minus": "±"}


def _unsigned(text: str) -> str:
    """Return a figure of the English without its sign."""
    return _IN_BRACKETS.sub(r"\1", _SIGN_WORDS.sub("", text))


def _of_equal_value(ja: Sequence[Figure], en: Sequence[Figure]) -> Iterator[tuple[list[Figure], list[Figure]]]:
    """Yield the figures of each value that both texts have equally often, in all or in digits: not *one* of them, but -1."""
    english = _by_value(en)
    for values, mine in _by_value(ja).items():
        theirs = english.get(values, [])
        if len(mine) != len(theirs):
            mine, theirs = ([figure for figure in figures if figure.in_digits] for figures in (mine, theirs))
        if len(mine) == len(theirs) > 0:
            yield mine, theirs


def _by_value(figures: Sequence[Figure]) -> dict[tuple[Fraction, ...], list[Figure]]:
    """Return the single numbers other than 0, and the ranges, grouped by value in text order."""
    found: dict[tuple[Fraction, ...], list[Figure]] = {}
    for figure in sorted(figures, key=lambda figure: figure.start):
        single = len(figure.values) == 1 or figure.quantity.kind == "range"
        if single and any(figure.values):
            found.setdefault(figure.values, []).append(figure)
    return found


def _dashes(text: str, figure: Figure) -> int:
    """Return how often the digits of a figure follow a dash of any kind, as in (unsigned long)-1 and base-8."""
    digits = re.sub(r"[^0-9.]", "", figure.text)
    return len(re.findall(rf"[-−－]{re.escape(digits)}(?![0-9])", text)) if digits else 0


def _odd(figures: Sequence[Figure], negative: Sequence[Figure], sign: bool) -> Figure:
    """Return the last figure with a minus sign if `sign`, else the first without one."""
    return negative[-1] if sign else next((f for f in figures if f not in negative), figures[0])
