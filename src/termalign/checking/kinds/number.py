"""The kinds ``number`` and ``date``: a value, sign, bound (以上, *or less*) or rate that differs in the English."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import termalign.checking.scores as scores
from termalign.checking.claims import contrary_claims
from termalign.checking.corrected import corrected, corrected_japanese
from termalign.checking.exchanged import exchanged, exchanged_by_block, exchanged_by_unit
from termalign.checking.figures import Figure
from termalign.checking.finding import Finding, quoted
from termalign.checking.kinds.checker import Checker, Placed
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
from termalign.checking.limits import inexact, unlimited
from termalign.checking.paired_figures import around, first_alike
from termalign.checking.same_words import overlap
from termalign.checking.segment import Segment
from termalign.checking.unlike_signs import unlike_signs
from termalign.model import FindingKind
from termalign.quantities.bounds import Bound, bound_of_english, bound_of_japanese, turned
from termalign.quantities.equivalence import equivalence, sort
from termalign.quantities.quantity import AMOUNTS, MONTHS, OF_TIME
from termalign.quantities.units import SPANS, rate, share_sense

_LIMITS = {
    True: ("includes the limit itself", "which does not"),
    False: ("does not include the limit itself", "which does"),
}
_RULE = re.compile(
    "なければなら|てはなら|(?:もの|こと)とする|に処する|に掲げる|[前次同](?:各?[条項号])|第[^、。]{1,6}[条項](?!約)|[甲乙丙]は|本契約|請求項"
    r"|\b(?:shall|hereof|hereto|thereof|pursuant to|set forth in)\b",
    re.IGNORECASE,
)
"""Words of statutes and contracts, in either language."""
_FEW = 10  # of so few, one more or less matters: 2つ以上, *more than two*


class Figures(Checker):
    """A checker for numbers or for dates that differ."""

    by_block = True

    def __init__(self, kind: FindingKind) -> None:
        self.kind = kind

    def look(self, segment: Segment) -> Iterator[Finding]:
        found = list(self._differing(segment))
        yield from found
        for new in self._exchanged(segment):
            if not any(overlap(new.ja, other.ja) for other in found):
                found.append(new)
                yield new

    def _differing(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for figures that differ in their value, sign, bound or rate."""
        crossings = list(crossed(segment))
        yield from self._values(segment, frozenset(id(figure) for pair in crossings for figure in pair))
        both = segment.figures
        for ja, en in (*crossings, *both.references, *(pair for pair in both.pairs if are_points(*pair))):
            if self._mine(ja):
                yield self._differ(segment, ja, en, scores.UNLIKE)
        prose = segment.ja_prose, segment.en_prose
        claims = [each for each in contrary_claims(*prose, both.pairs) if self._mine(each[0])]
        for _, en, mine, other in claims:
            says, expected = (f"is {mine.what}", f", {other.what}"), f"{mine.plain} {en.text.lstrip('-−')}"
            yield self._says(segment, scores.REVERSED, mine, other, says, expected)
        if self.kind == "number":
            yield from self._signs(segment, frozenset(id(en) for _, en, _, _ in claims))
            yield from self._bounds(segment)
            yield from self._rates(segment)

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
            dropped = is_never_dropped(figure) and not _is_month_alone(figure, segment.en_prose)
            if dropped and self._mine(figure) and all(figure is not a for a, _ in alike):
                yield self.finding(segment, scores.ONLY_IN_ONE, ja=figure, expected=[corrected(figure)])
        yield from self._only_in_english(segment, [f for f in en.firm if all(f is not b for _, b in alike)])

    def _only_in_english(self, segment: Segment, figures: Iterable[Figure]) -> Iterator[Finding]:
        """Yield findings for figures in digits without an equal in the Japanese."""
        for figure in figures:
            is_one_item = figure.values == (Fraction(1),) and segment.unit.is_singular  # %d 個, *1 item*
            if figure.in_digits and not is_one_item and self._mine(figure):
                explained = is_explanation(figure, segment)
                yield self.finding(segment, scores.ADDED_EXPLANATION if explained else scores.ONLY_IN_ONE, en=figure)

    def _in_words(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for numerals in words that differ."""
        words = segment.frequencies
        left_ja = [f for f in outside(words.ja, segment.figures.ja) if is_stated(f)]
        left_en = [f for f in outside(words.en, segment.figures.en) if is_stated(f) and not is_vague(f)]
        yield from (self._differ(segment, a, b, scores.UNLIKE) for a, b in _matched(left_ja, left_en) if self._mine(a))

    def _mine(self, figure: Figure) -> bool:
        """Return whether a figure belongs to the kind of this checker: dates, or all other figures."""
        return (figure.quantity.kind in OF_TIME) == (self.kind == "date")

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
        """Yield findings for values that have a sign in only one text, except English figures `known` to rise or fall."""
        for sign, in_japanese, ja, en in unlike_signs(segment):
            if id(en) not in known:
                language = "Japanese" if in_japanese else "English"
                message = f"{quoted(sign.without(ja.text))} {sign.what} in the {language} only."
                expected = (sign.written if in_japanese else "") + sign.without(en.text)
                yield self.finding(segment, scores.REVERSED, message, ja=ja, en=en, expected=[expected])

    def _bounds(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for equal values with other bounds.

        They are a minimum in one text and a maximum in the other, a limit that only one of the two includes, and a limit that
        the English does not express.
        """
        for ja, en in [*segment.figures.pairs, *_upper_ends(segment)]:
            own, theirs = ja.span, en.span
            mine = bound_of_japanese(segment.ja_prose, *own)
            if mine is None or not mine.row.what:
                continue
            if other := turned(segment.ja_prose, own, segment.en_prose, *theirs):
                yield self._bound(segment, en, mine, other, scores.REVERSED)
            elif not _is_limit(ja, en):
                continue
            elif other := inexact(segment.ja_prose, own, segment.en_prose, *theirs):
                loose = mine.is_inclusive and not _is_exact(ja) and not _states_a_rule(segment)
                yield self._bound(segment, en, mine, other, scores.LIMIT_INCLUDED if loose else scores.ONLY_IN_ONE)
            elif _is_amount(ja) and unlimited(segment.ja_prose, own, segment.en_prose, *theirs):
                says = f"is {mine.row.what}", " without a limit"
                yield self._says(segment, scores.WITHOUT_LIMIT, mine, en, says, _bounded(mine, en))
        for ja, en in _ended(segment):
            mine = bound_of_japanese(segment.ja_prose, *ja.span)
            if mine is not None and mine.name == "below":
                yield self._bound(segment, _end(en), mine, Bound(("most",), *en.span), scores.LIMIT_INCLUDED)

    def _bound(self, segment: Segment, figure: Figure, mine: Bound, other: Bound, score: float) -> Finding:
        same_side = mine.row.what == other.row.what
        own, theirs = _LIMITS[mine.is_inclusive] if same_side else (f"is {mine.row.what}", other.row.what)
        return self._says(segment, score, mine, other, (own, f", {theirs}"), _bounded(mine, figure))

    def _says(
        self, segment: Segment, score: float, ja: Placed, en: Placed, says: tuple[str, str], instead: str
    ) -> Finding:
        """Return a finding with what a part of the Japanese says, and what the English says differently."""
        own, theirs = (ja.start, ja.end), (en.start, en.end)
        said, other = quoted(segment.ja[slice(*own)]), quoted(segment.en[slice(*theirs)])
        message = f"{said} {says[0]}; the English says {other}{says[1]}."
        return self.finding(segment, score, message, ja=own, en=theirs, expected=[instead])

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
            own = Bound((), min(ja.start, mine.start), max(ja.end, mine.end))
            other = Bound((), min(en.start, theirs.start), max(en.end, theirs.end))
            says = f"is for each {mine.unit}", f", for each {theirs.unit}"
            yield self._says(segment, scores.UNLIKE, own, other, says, f"{en.text} for each {mine.unit}")

    def _exchanged(self, segment: Segment) -> Iterator[Finding]:
        """Yield findings for figures that changed places, and for wrong frequencies and magnitudes."""
        pairs = [pair for pair in exchanged_by_block(segment) if self._mine(pair[0])]
        if self.kind == "number":
            for one, other in exchanged(segment):
                pairs += [(one.ja, other.en), (other.ja, one.en)]
            pairs += exchanged_by_unit(segment)
        yield from (self._differ(segment, ja, en, scores.UNLIKE) for ja, en in pairs)
        if self.kind == "number":
            for often, seldom in segment.frequencies.unlike:
                yield self.finding(segment, scores.UNLIKE, ja=(often.start, often.end), en=(seldom.start, seldom.end))


def _is_month_alone(figure: Figure, english: str) -> bool:
    """Return whether the English is only the name of a month, which is not read as a date: 4月, *Apr*."""
    date = figure.quantity.date
    month = date[1] if date and figure.quantity.granularity == "month" else None
    said = english.strip(" .:").lower()
    return month is not None and len(said) > 2 and MONTHS[month - 1].lower().startswith(said)


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


def _end(figure: Figure) -> Figure:
    """Return the last number of a range with its unit: *75 years*."""
    end = figure.quantity.parts[-1] if figure.quantity.pieces else figure.quantity
    return Figure(end, figure.text[end.start - figure.start : end.end - figure.start])


def _ended(segment: Segment) -> Iterator[tuple[Figure, Figure]]:
    """Yield Japanese figures with the English ranges that end with them: 18歳以上75歳未満, *18 to 75 years*."""
    ranges = {en.values[1:]: en for en in segment.figures.en_again if en.quantity.kind == "range"}
    both = [(ja, ranges[ja.values]) for ja in segment.figures.ja_again if ja.values in ranges]
    both += [(ja, en) for ja, en in segment.figures.pairs if ja.quantity.kind == en.quantity.kind == "range"]
    yield from ((ja, en) for ja, en in both if bound_of_english(segment.en_prose, *en.span) is None)


def _bounded(bound: Bound, figure: Figure) -> str:
    """Return the English for a figure with a Japanese bound."""
    return f"{bound.row.plain} {figure.text}".replace("- ", "-")


def _is_limit(ja: Figure, en: Figure) -> bool:
    """Return whether two figures with a bound have the same exact value: not *just over 20*, *about 20*, *the next number*."""
    return _plain_values(ja) == _plain_values(en) and not ja.quantity.approx and not en.quantity.approx


def _plain_values(figure: Figure) -> list[Fraction]:
    """Return the values of a figure; of a percentage, as fractions of one: 百分の三, *3 percent*."""
    return [value / 100 if figure.quantity.kind == "percent" else value for value in figure.values]


def _is_amount(figure: Figure) -> bool:
    """Return whether a figure is an amount other than one: not *an argument* for 1個以上, nor a rank."""
    return figure.quantity.kind in AMOUNTS and not {0, 1} & set(figure.values)


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
    """Yield pairs of figures that correspond: those in one unit first, then those of one sort, then any that may differ."""
    known: set[int] = set()
    for alike in _in_one_unit, _of_one_sort, _may_differ:
        ours, theirs = ([figure for figure in side if id(figure) not in known] for side in (ja, en))
        for pair in first_alike(ours, theirs, alike):
            known.update(map(id, pair))
            yield pair


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
    if ja.quantity.kind in OF_TIME:
        return en.quantity.kind in OF_TIME or not en.quantity.unit
    return (
        en.quantity.kind not in OF_TIME
        or not ja.quantity.unit
        or (ja.quantity.kind == "number" and en.text.isdecimal())
    )
