"""Figures without an equal in the other text, sorted by how surely they should have one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import termalign.checking.scores as scores
from termalign.checking.figures import Figure
from termalign.checking.numbers_in_words import numbers_in_words
from termalign.checking.paired_figures import first_alike
from termalign.checking.segment import Segment
from termalign.japanese.kanji_numerals import to_kanji
from termalign.once import once
from termalign.quantities import Quantity
from termalign.quantities.bounds import bound_after
from termalign.quantities.equivalence import sort
from termalign.quantities.frequencies import Frequency
from termalign.quantities.units import SPANS, UNMEASURED, dimension, share_sense

_WITH_UNITS = frozenset({"span", "money", "measure", "share"})  # sorts of quantities whose unit is not a counter
_TEN_THOUSAND = 10**4
_DOSAGE_FORMS = frozenset({"tablet", "capsule", "sachet", "drop", "ampoule", "vial"})
_FLOORS = frozenset({"floor", "floor or storey", "basement"})
_OF_DIFFERENT_THINGS = frozenset({"person", "country", "company", "book", "book or copy", *_FLOORS})
_NUMBERED = SPANS | {"times"}
_FEW = 3  # highest number that English may express by a word such as *a*, *both*, *once*, *pair* or *trio*
_OF_EACH = re.compile("の[^、。\n]{1,15}?(?=につき|あたり|当たり)")
_GLOSS = re.compile(  # in brackets: it begins with words, unlike a conversion
    r"\((?!(?:about|around|approx\w*|roughly|some|nearly|or)\b)[^()0-9]{0,100}[a-z]{2}(?:[^()]|\([^()]{0,100}\)){0,300}\)",
    re.IGNORECASE,
)
_NEAR = 40  # code points from a figure to another that explains it
_LIST = re.compile(r"[^()]{0,24}\(([^()]*)\)")
_KATAKANA_ORDINALS: Mapping[object, str] = {1: "ファースト", 2: "セカンド", 3: "サード"}
_BRACKET = re.compile(r"[^()\d.,;]*\([^()\d,;]*")  # between the two
_SERVICES = frozenset({104, 110, 113, 115, 117, 118, 119, 171, 177, 188, 189})
"""Telephone numbers of services, which English may name: 119番通報, *call an ambulance*."""
_RELATIVE_YEAR = re.compile("(?:同じ?|翌|前|次の|[こそ]の)年(?![0-9０-９])|翌々年")
_ALL = 100  # percent
_WHOLLY = re.compile(
    r"\b(?:absolute|glacial|neat|pure|undiluted|entire(?:ly)?|whol(?:e|ly)|complete(?:ly)?|ful(?:l|ly)|total(?:ly)?)\b",
    re.IGNORECASE,
)
_BASE = re.compile(r"\s*(?:進|次元|次の|重|元)")


class Left(NamedTuple):
    """The figures of one text without an equal in the other."""

    firm: list[Figure]  # figures that must have an equal
    worded: list[Figure]  # words that may be numbers
    again: list[Figure]  # figures whose number is in the other text, but as part of another figure

    @property
    def against(self) -> tuple[list[Figure], float]:
        """The figures to compare with those of the other text, and the probability that they differ."""
        chances = zip(self, (scores.BOTH_DIFFER, scores.WORDS_DIFFER, scores.PART_OF_ANOTHER), strict=True)
        return next(((figures, chance) for figures, chance in chances if figures), ([], scores.PART_OF_ANOTHER))


def left_of_japanese(segment: Segment, known: frozenset[int]) -> Left:
    """Return the Japanese figures without an equal.

    Figures that the English has unchanged or says by a word (4倍体, *tetraploid*; 100%,
    *absolute*), bases (10進), the 1 of 1人につき, and those of a frequency that the English has, too, are left out.
    """
    found = segment.figures
    in_words = {each.ja[0] for each in numbers_in_words(segment)} if found.ja else ()
    firm = [
        f
        for f in found.ja
        if f.firm
        and not _stands_in(f.text, segment.en)
        and not _is_base(f, segment.ja)
        and not _is_each(f, segment)
        and f.start not in in_words
        and not (f.quantity.kind == "percent" and f.quantity.value == _ALL and _WHOLLY.search(segment.en_prose))
    ]
    worded = [f for f in found.ja if not f.firm and is_stated(f)]
    again = [f for f in found.ja_again if f.in_figures and id(f) not in known and not _is_each(f, segment)]
    return Left(*(outside(segment.frequencies.ja, figures) for figures in (firm, worded, again)))


def left_of_english(segment: Segment, known: frozenset[int], japanese: Sequence[Figure]) -> Left:
    """Return the English figures without an equal.

    Figures that the Japanese has unchanged are left out, and so are vague words such as *dozens*. Small numerals in words,
    such as *once* and *both*, count only if one of the `japanese` figures counts the same.
    """
    found = segment.figures
    firm = [f for f in found.en if f.firm and not _stands_in(f.text, segment.ja)]
    worded = [f for f in found.en if not f.firm and not is_vague(f)]
    worded = [f for f in worded if min(f.values, default=0) > _FEW or _has_like(f, japanese)]
    again = [f for f in found.en_again if (f.in_figures or _has_like(f, japanese)) and id(f) not in known]
    return Left(*(outside(segment.frequencies.en, figures) for figures in (firm, worded, again)))


def outside(frequencies: Sequence[Frequency], figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures outside some frequencies, which the other text states, perhaps with other numbers."""
    return [f for f in figures if not any(each.start <= f.start and f.end <= each.end for each in frequencies)]


def _stands_in(figure: str, text: str) -> bool:
    """Return whether a text has a figure unchanged, not as the end of a longer one: 5% is not in *15%*."""
    return figure in text and re.search(rf"(?<!\d)(?<!\d[.,]){re.escape(figure)}(?!\d)", text) is not None


def _has_like(en: Figure, japanese: Sequence[Figure]) -> bool:
    """Return whether some Japanese figure counts the same: 2分半, *two minutes*; 第2回, *the third*; 2枚, *three files*."""
    unit, kind = en.quantity.unit, en.quantity.kind

    def alike(ja: Quantity) -> bool:
        if unit == "noun":
            return sort(ja) == "count"
        return share_sense(ja.unit, unit) if unit else kind in ("ordinal", "range")

    if kind == "fraction":
        return is_stated(en) and any(kind == ja.quantity.kind for ja in japanese)
    least = 2 if unit in ("", "times", "noun") and kind != "ordinal" else 1
    return min(en.values, default=0) >= least and any(
        kind == ja.quantity.kind and alike(ja.quantity) for ja in japanese
    )


def crossed(segment: Segment) -> Iterator[tuple[Figure, Figure]]:
    """Yield figures whose numbers both texts have, but for different things: 3年, *three months*; 2年に1回, *twice a year*;
    5月20日, *May 10* beside *April 20*.
    """
    ours = [figure for figure in segment.figures.ja_again if figure.start not in _bases(segment)]
    return first_alike(ours, segment.figures.en_again, _is_crossed)


def _is_crossed(ja: Figure, en: Figure) -> bool:
    """Return whether two figures have equal numbers and different units, give different numbers of times, or are dates or
    ranges whose numbers are in the other text, but not together.
    """
    one, other = ja.quantity, en.quantity
    if one.kind == other.kind == "date" and one.calendar == other.calendar:
        return ja.values != en.values and one.granularity == other.granularity != "year"  # years are often said twice
    if one.kind == "duration" and one.unit == other.granularity == "month":
        return one.numbers == other.numbers  # 三月前まで, *by March*
    if one.kind == other.kind == "range" and share_sense(one.unit, other.unit):
        return ja.values != en.values
    if one.kind == other.kind == "ratio":
        return ja.values != en.values
    if other.kind == "ordinal" and other.unit in SPANS and one.unit in _NUMBERED:  # 12週時, *Day 12*
        return ja.values == en.values and one.unit != other.unit
    if one.unit == other.unit == "times" and one.kind == other.kind:
        return ja.values != en.values and min(en.values) > 1
    return bool(ja.values) and ja.values == en.values and _are_of_other_units(ja, en)


def _are_of_other_units(ja: Figure, en: Figure) -> bool:
    """Return whether two figures are amounts in units that differ: 2.5倍, *by 2.5%*; 5年, *five months*."""
    one, other = ja.quantity, en.quantity
    if {one.kind, other.kind} == {"multiple", "percent"} or are_points(ja, en):
        return True
    if share_sense(one.unit, other.unit):
        return False
    units = {one.unit, other.unit}
    if units <= _DOSAGE_FORMS or "basement" in units <= _FLOORS:
        return True
    if units <= _OF_DIFFERENT_THINGS and not units <= _FLOORS:  # 3階, *three persons*
        return True
    ranges = one.kind == other.kind == "range" and not {dimension(one.unit), dimension(other.unit)} & UNMEASURED
    return ranges or sort(one) == sort(other) in _WITH_UNITS


def are_points(ja: Figure, en: Figure) -> bool:
    """Return whether the English makes a percentage of points: 1.8ポイント上昇, *up 1.8%*."""
    return share_sense(ja.quantity.unit, "percentage point") and en.quantity.kind == "percent"


def is_vague(figure: Figure) -> bool:
    """Return whether a figure is a word for an approximate range, such as *dozens*."""
    return figure.quantity.approx and isinstance(figure.quantity.value, tuple)


def _is_each(figure: Figure, segment: Segment) -> bool:
    """Return whether a figure is the base of a rate, such as the 1 of 1日3回, of 1枚につき10MB and of 1つの画面につき5個."""
    if set(figure.values) != {1}:
        return False
    of_each = _OF_EACH.match(segment.ja_prose, figure.end)
    bound = bound_after(segment.ja_prose, of_each.end() if of_each else figure.end)
    return (bound is not None and "each" in bound[0]) or figure.start in _bases(segment)


@once
def _bases(segment: Segment) -> frozenset[int]:
    """Return where the Japanese figures begin of which others say how often or how much: 1日3回."""
    rates = (figure.quantity.per for figure in segment.sides[0].figures)
    return frozenset(per.start for per in rates if per is not None and per.number == 1)


def is_stated(figure: Figure) -> bool:
    """Return whether a numeral in words clearly states a number.

    It must be above one, a percentage, or a fraction other than a half.
    """
    return figure.quantity.kind == "percent" or any(value > 1 or value.denominator > 2 for value in figure.values)


def _is_base(figure: Figure, text: str) -> bool:
    return any(_BASE.match(text, end) for end in (figure.end, figure.end - 1))


def is_never_dropped(figure: Figure) -> bool:
    """Return whether a figure is in digits, and is a date, a tolerance (±2), or too large for a word such as *both*.

    The telephone number of a service is not: こども110番の家, *a safe house for children*.
    """
    if figure.text.endswith("番") and figure.quantity.value in _SERVICES:
        return False
    known = len(figure.parts) > 1 or figure.text.startswith("±")
    return figure.in_digits and (known or min(figure.values, default=0) > _FEW)


def is_explanation(figure: Figure, segment: Segment) -> bool:
    """Return whether an English figure explains a Japanese word: *the 5 seasonal festivals* for 五節句, *30 koku (4.5 tons of
    rice)* for 三十石, *in 1853* for 翌年, *8-mat room (13 m²)* for 8畳.
    """
    value = figure.quantity.value
    if figure.quantity.granularity == "year" and _RELATIVE_YEAR.search(segment.ja_prose):
        return True
    if isinstance(value, int) and 0 < value < _TEN_THOUSAND and to_kanji(value) in segment.ja_prose:
        return True
    if _counts_a_list(figure, segment) or _is_katakana_ordinal(figure, segment):
        return True
    return figure.start in _in_glosses(segment) or (figure.quantity.kind == "measure" and _is_beside(figure, segment))


def _counts_a_list(figure: Figure, segment: Segment) -> bool:
    """Return whether a figure only counts what brackets behind it list, as in *a 2-tuple ``(host, port)``*."""
    listed = _LIST.match(segment.en, figure.end)
    return listed is not None and figure.quantity.value == listed[1].count(",") + 1 > 1


def _is_katakana_ordinal(figure: Figure, segment: Segment) -> bool:
    """Return whether the Japanese has a loanword for an ordinal: サードパーティ, *3rd-party*."""
    word = _KATAKANA_ORDINALS.get(figure.quantity.value) if figure.quantity.kind == "ordinal" else None
    return word is not None and word in segment.ja_prose


def _is_beside(figure: Figure, segment: Segment) -> bool:
    """Return whether a figure stands in brackets behind one that the Japanese has, or before it: *8-mat room (13 m²)*.

    One that measures the same is a conversion, which may be wrong.
    """
    if not _has_more_brackets(segment):
        return False
    first, last = max(0, figure.start - _NEAR), figure.end + _NEAR
    pairs = [en for _, en in segment.figures.pairs if first <= en.start and en.end <= last]
    others = [en for en in pairs if _measured(en) != _measured(figure)]
    between = ((min(figure.end, en.end), max(figure.start, en.start)) for en in others)
    return any(_BRACKET.fullmatch(segment.en_prose, *both) for both in between)


def _measured(figure: Figure) -> str:
    """Return what a figure measures, on whatever scale: ``temperature``, ``length``."""
    return dimension(figure.quantity.unit).partition(" ")[0]


def _has_more_brackets(segment: Segment) -> bool:
    return segment.en_prose.count("(") > segment.ja_prose.count("(") + segment.ja_prose.count("（")


@once
def _in_glosses(segment: Segment) -> frozenset[int]:
    """Return the code points of the English in brackets that begin with words, if it has more brackets than the Japanese."""
    if not _has_more_brackets(segment):
        return frozenset()
    return frozenset(k for gloss in _GLOSS.finditer(segment.en_prose) for k in range(*gloss.span()))
