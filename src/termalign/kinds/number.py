"""number, date: the same value on both sides (95億円, 9.5 billion yen), whole or in part (慶応3年 ~ February 13, *1867*)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from termalign.kinds import offered
from termalign.kinds.kind import Filed, Finding, Kind, Part, where
from termalign.kinds.match import SURE, Match
from termalign.kinds.months import PERIODS, months_match
from termalign.kinds.number_chains import chained
from termalign.kinds.numbered import with_noun
from termalign.kinds.rates import periods, rated
from termalign.kinds.unlike import NEAR, is_another, is_bare, of_other_things
from termalign.quantities import Quantity, equivalence, rendered_span
from termalign.quantities.bounds import bound_after, bound_before, bounded, turned
from termalign.quantities.english_words import unit_after
from termalign.quantities.rounding import rounded
from termalign.quantities.units import PROVISIONS, share_sense, unit_label
from termalign.target.quantity_keys import quantity_keys
from termalign.target.target import Target
from termalign.terms.term import Term

_Equal = tuple[Quantity, Quantity, float]
"""A Japanese and an English quantity, or parts of them, with the degree to which they agree."""
_DATES = frozenset({"date", "relative", "time", "weekday", "decade", "century"})
_DROPPED = frozenset("person case thing animal times rank number generation stage vote".split())
"""Counters that English leaves out: 12人, *12*; 13位, *13th*. An article says all others: 8勝 is *eight wins*, not *eight*."""
_NUMERAL = re.compile("第?[0-9.,〇一二三四五六七八九十百千万億兆数]+")
_LEAST = 0.4
_MOST = 16  # quantities of a term: a longer term is a series, whose items are compared separately
_UNSAID = frozenset(
    "全 計 延べ 総勢 満 弱冠 享年 人口 総額 定価 年収 月収 年率 年利 月額 年額 "
    "今月 来月 先月 毎月 今年 来年 昨年 毎年 同月 同年 同 翌 翌日の "
    "早朝 未明 朝 夕方 夜 深夜 定数 賛成 反対".split()
)
"""Before a number, what English leaves out or says elsewhere: 全12巻, *12 volumes*; 今月25日, *the 25th*."""
_COMPARED = frozenset("前年比 前年度比 前年同期比 前年同月比 前月比 前期比".split())
"""Before a number, what a translation mostly says (*from a year earlier*), and an article may say anywhere."""
_UNSAID_AFTER = frozenset("付 付け 付で 当時 時点 現在 ごと ごとに おき おきに 置き 差 規模 相当".split())
_LAWS = ("法", "憲法", "法律", "条例", "規則", "令")
"""Before an article, the law that English has named already: 憲法13条, *Article 13*."""
_LEVELS = PROVISIONS - {"section"}
_PERIOD = re.compile(r" (?:quarter|period)\b")
_RELATIVE = {
    "昨": "last", "去": "last", "先": "last", "前": "last|(?:the )?(?:previous|prior)", "今": "this", "同": "that|(?:the )?same",
    "来": "next", "翌": "(?:the )?(?:next|following)",
}  # fmt: skip
_RELATIVE_BEFORE = re.compile(f"([{''.join(_RELATIVE)}])([年月])の?")
"""Before a month or day: 昨年12月, *last* December, December *of last year*; 先月25日, the 25th *of last month*."""
_COUNTED = frozenset({"number", "ordinal"})
_OFTEN, _APART = 4, 60
"""How many equal quantities are often, and code points between quantities that may render one term."""
_WEEKDAY_AFTER = re.compile("[（(][月火水木金土日](?:曜日?)?[)）]$")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.?"
_WEEKDAY_BEFORE = re.compile(rf"\b(?:{_WEEKDAY}),? $")
_FIELDS = ("", "year", "month", "day")


def _contradict(ja: Quantity, en: Quantity) -> bool:
    """Return whether two dates of one calendar differ in a field that both have: 9月12日, *September 21*."""
    if not (ja.kind == en.kind == "date") or "lunar" in (ja.unit, en.unit):
        return False
    assert isinstance(ja.value, tuple)
    assert isinstance(en.value, tuple)
    return any(x is not None and y is not None and x != y for x, y in zip(ja.value, en.value, strict=True))


def _is_coarser(en: Quantity, ja: Quantity) -> bool:
    """Return whether an English date lacks the finest field of a Japanese one: *October* for 10月1日.

    A lunar date and the last month of a fiscal year may be said by the year alone.
    """
    dates = ja.kind == en.kind == "date" and ja.unit not in ("lunar", "year end")
    return dates and _FIELDS.index(en.granularity) < _FIELDS.index(ja.granularity)


def _is_day_of_month(ja: Quantity, en: Quantity) -> bool:
    """Return whether the English adds the month to a day: 4日, *Dec. 4*."""
    if ja.kind != "date" or en.kind != "date" or not (isinstance(ja.value, tuple) and isinstance(en.value, tuple)):
        return False
    year, *month_and_day = en.value
    return year is None and None not in month_and_day and ja.value == (None, None, month_and_day[-1])


def _pieces(quantity: Quantity) -> list[Quantity]:
    """Return the quantity and its parts with a meaning of their own: year, month, day, ends of a range, a measure in a rate."""
    parts = (part for part in quantity.parts if part.kind != "unit")
    return [quantity, *(part for part in parts if part.unit or part.value != quantity.value)]


def _start(ja: Quantity, before: str, parallel: bool) -> int:
    """Return the start of a quantity, including the text ``before`` it if English omits that or has it elsewhere."""
    compared = before in _COMPARED and not parallel
    unsaid = before in _UNSAID or compared or (ja.unit == "article" and before.endswith(_LAWS))
    return 0 if unsaid else ja.start


def _with_bound(
    ja: Quantity, en: Quantity, surface: str, span: tuple[int, int], text: str
) -> tuple[tuple[int, int], int] | None:
    """Return the span with the words that bound the quantity, and the end of the Japanese bound; None without a bound."""
    bound = bound_after(surface, ja.end)
    whole = bounded(text, *span, bound[0]) if bound else None
    if ja.approx and isinstance(ja.value, tuple) and not isinstance(en.value, tuple):  # 十数年 is more than a decade
        above = bounded(text, *(whole or span), ("above", "least"))
        whole, bound = (above or whole, bound if whole else (("above",), ja.end))
    if bound is None or whole is None:
        return None
    unit = unit_after(text, whole[1]) if not en.unit else None  # three or more years
    return (whole[0], unit.end if unit and share_sense(unit.value.unit, ja.unit) else whole[1]), bound[1]


def _extended(
    ja: Quantity, en: Quantity, surface: str, span: tuple[int, int], text: str
) -> tuple[tuple[int, int], int]:
    """Return the span with the words for what follows in the term: a bound, a counter, the rest; and the end of that."""
    end, bound = ja.end, _with_bound(ja, en, surface, span, text)
    if bound is not None:
        span, end = bound
    elif en.kind == "ordinal" and ja.kind in _COUNTED and ja.unit:
        span = span[0], _with_unit(text, span[1], en.unit or ja.unit)
    if ja.kind in (*_COUNTED, "fraction"):
        span = with_noun(text, surface[ja.start : ja.end], *span)
    to_the_end = _with_rest(ja, surface[end:], span, text)
    if to_the_end is not None:
        span, end = to_the_end, len(surface)
    return (_with_about(span, en, text) if ja.approx else span), end


def _with_rest(ja: Quantity, rest: str, span: tuple[int, int], text: str) -> tuple[int, int] | None:
    """Return the span with the words for the rest of the term; None if the rest has a meaning of its own."""
    if ja.kind == "date" and _WEEKDAY_AFTER.match(rest):
        weekday = _WEEKDAY_BEFORE.search(text, max(0, span[0] - 12), span[0])
        return weekday.start() if weekday else span[0], span[1]
    if ja.kind == "range" and rest in PERIODS:
        period = _PERIOD.match(text, span[1])
        return span[0], period.end() if period else span[1]
    return span if rest in _UNSAID_AFTER else None


def _with_about(span: tuple[int, int], en: Quantity, text: str) -> tuple[int, int]:
    """Return the span with an adjacent word that makes the quantity approximate: 約7割, *around 70 percent*."""
    if en.approx_span is None:
        return span
    begin, end = en.approx_span
    beside = text[end : span[0]] in ("", " ") if end <= span[0] else text[span[1] : begin] in ("", " ", "-")
    return (min(span[0], begin), max(span[1], end)) if beside else span


def _with_year(text: str, span: tuple[int, int], before: str) -> tuple[int, int] | None:
    """Return the span with the words that render the year or month `before` a Japanese date; None without such words."""
    relative = _RELATIVE_BEFORE.fullmatch(before)
    if relative is None:
        return None
    words, unit = _RELATIVE[relative[1]], "year" if relative[2] == "年" else "month"
    of = re.compile(rf",? (?:of |in )?(?:{words}) {unit}\b").match(text, span[1])
    ahead = re.compile(rf"\b(?:{words}) $").search(text, max(0, span[0] - NEAR), span[0]) if of is None else None
    if of is None and ahead is None:
        return None
    return ahead.start() if ahead else span[0], of.end() if of else span[1]


def _with_unit(text: str, end: int, unit: str) -> int:
    """Return the end of an ordinal with the noun that renders the Japanese counter: 10勝目, *10th win*."""
    label = unit_label(unit)
    last = end + 1 + len(label)
    says = label and text[end : end + 1] in (" ", "-") and text.startswith(label, end + 1)
    return last if says and not text[last : last + 1].isalpha() else end


def may_render(
    en: Quantity, english: str, own: Sequence[Quantity], japanese: str, beside: Sequence[Quantity] = ()
) -> bool:
    """Return whether a quantity of an English text may stand in the rendering of Japanese that has quantities of its own.

    It may if it equals a Japanese quantity or part of one, unless the bounds are opposite. It also may if it cannot
    contradict: it has no numeral (*a week*, *the first time*, *Thursday*), or the same numeral and no unit (*level
    two*).

    Examples
    --------
    >>> from termalign.quantities import english_quantities, japanese_quantities
    >>> ja, en = "週3回", "three times a week for three dollars"
    >>> [may_render(q, en, japanese_quantities(ja), ja) for q in english_quantities(en)]
    [True, True, False]
    """
    if en.kind == "weekday" and not any(ja.kind == "weekday" for ja in own):
        return True
    if en.value == 1 and (en.kind == "ordinal" or (en.kind == "duration" and not en.parts)):
        return True
    bare = en.parts if en.kind == "fraction" else (en,)  # Juror 8 in 12 Angry Men
    same = [ja for ja in own if any(is_bare(one, ja, english) for one in bare) or shares(ja, en) or rounded(ja, en)]
    return any(
        not is_another(ja, en, japanese, ja.start, english, beside)
        and turned(japanese, (ja.start, ja.end), english, en.start, en.end) is None
        for ja in same
    )


def shares(ja: Quantity, en: Quantity) -> bool:
    """Return whether two quantities, or parts of them, are equal."""
    return next(_shared(ja, en), None) is not None


def _shared(ja: Quantity, en: Quantity) -> Iterator[tuple[Quantity, Quantity, float]]:
    """Yield the two quantities if they are equal; otherwise the pairs in which a part of one equals the other or its part."""
    if ja.unit != en.unit and {ja.unit, en.unit} <= _LEVELS:
        return  # 第3号 is not *paragraph (3)*
    if _is_day_of_month(ja, en):
        yield ja, en, 1.0  # 4日, from *Dec. 4*
        return
    same = equivalence(ja, en)
    if same >= _LEAST:
        yield ja, en, same
        if same < 1 and ja.kind == en.kind == "date":
            yield from ((ja, year, 1.0) for year in en.parts if ja.value == year.value)  # 2019年, from *December 2019*
        return
    if of_other_things(ja, en) or _contradict(ja, en) or ("/" in ja.unit and "/" in en.unit):
        return  # two rates share no part: 秒速8キロ, *8 kilometers per hour*
    if ja.kind == en.kind == "fraction":
        return  # 3人に1人, *two in three*
    of_en = _pieces(en)
    for mine in _pieces(ja):
        for theirs in of_en:
            if (mine, theirs) != (ja, en):
                same = equivalence(mine, theirs)
                if same >= _LEAST:
                    yield mine, theirs, same


def _match(term: Term, target: Target) -> Iterator[Match]:
    """Yield the quantities of the English text with the value of one of the term's quantities, or of the whole term."""
    if len(term.quantities) > _MOST:
        return
    found = list(_each(term, target))
    yield from found
    yield from months_match(term, target)
    if len(term.quantities) > 1 and found:
        yield from chained(term, found, target)
    yield from rated(term, found, target)


def _each(term: Term, target: Target) -> Iterator[Match]:
    """Yield the matches of each quantity. One that the text has often is sought only near the rarest of the others."""
    found = [_equal(ja, target) for ja in term.quantities]
    rarest = min(filter(None, found), key=len, default=[])
    for equal in found:
        near = equal if len(equal) <= _OFTEN else _close(equal, rarest)
        for mine, theirs, same in near:
            yield from _found(mine, theirs, same, term, target)


def _equal(ja: Quantity, target: Target) -> Sequence[_Equal]:
    """Return the quantities of the text that equal a Japanese one, in order."""
    found = target.compared.get(ja)
    if found is None:  # cached, because many terms share a quantity, such as 一 in names
        able = target.quantities_like(ja)
        found = [same for en in able for same in _shared(ja, en)]
        found = target.compared[ja] = found or [(ja, en, same) for en in able if (same := rounded(ja, en)) >= _LEAST]
    return found


def _close(found: Iterable[_Equal], others: Iterable[_Equal]) -> list[_Equal]:
    """Return those that have one of the others close by in the English."""
    places = sorted([en.start for _, en, _ in others])

    def is_close(en: Quantity) -> bool:
        k = bisect_left(places, en.start - _APART)
        return k < len(places) and places[k] <= en.start + _APART

    return [each for each in found if is_close(each[1])]


def _is_without_year(ja: Quantity, en: Quantity) -> bool:
    """Return whether the English has the month of a Japanese date without its year: 2028年4月, *April*."""
    return ja.granularity == "month" and bool(en.date and ja.date and ja.date[0] is not None and en.date[0] is None)


def _without_counter(ja: Quantity, en: Quantity) -> bool:
    """Return whether the English has only the numeral of a Japanese number, although it would say the counter."""
    return ja.kind in _COUNTED and ja.unit not in {"", *_DROPPED} and en.unit in ("", "noun")


def _found(ja: Quantity, en: Quantity, same: float, term: Term, target: Target) -> Iterator[Match]:
    english, surface = target.english, term.surface
    before = surface[: ja.start]
    start = _start(ja, before, target.parallel)
    span, end = rendered_span(ja, en), ja.end
    if _is_ruled_out(ja, en, start, term, target) or turned(surface, (ja.start, end), english.text, *span):
        return
    ahead = bound_before(surface, ja.start if ja.approx_span is None else min(ja.start, ja.approx_span[0]))
    if ahead is not None:
        start = min(start, ahead[1])  # 最長, if English has it at all
        span = bounded(english.text, *span, (ahead[0],)) or span
    span, end = _extended(ja, en, surface, span, english.text)
    if not target.parallel and span == rendered_span(ja, en) and _without_counter(ja, en):
        numeral = _NUMERAL.match(surface, ja.start)
        end = numeral.end() if numeral else end
    if ja.approx_span is not None:
        start, end = min(start, ja.approx_span[0]), max(end, ja.approx_span[1])
    relative = _with_year(english.text, span, before)
    start = 0 if relative else start
    i, j = english.words_in(*(relative or span))
    if i < j:
        kind = "date" if ja.kind in _DATES else "number"
        coverage = (end - start) / len(surface)
        part = Part(0 if relative else ja.start, end, i, j, kind)
        yield Match(i, j, kind, (ja.display(), english.phrase(i, j)), (part,), "", coverage, same)


def _is_ruled_out(ja: Quantity, en: Quantity, start: int, term: Term, target: Target) -> bool:
    """Return whether the English means another quantity, or, in a text that is no translation, says less of it."""
    if is_another(ja, en, term.surface, start, target.english.text, target.quantities):
        return True
    return not target.parallel and (_is_coarser(en, ja) or _is_without_year(ja, en))


def _compare(term: Term, target: Target) -> Iterator[Finding]:
    unsaid = any(_start(q, term.surface[: q.start], target.parallel) < q.start for q in term.quantities[:1])
    for m in _match(term, target):
        features = {
            m.kind: 1.0,
            "same": m.strength,
            "exact": float(m.strength >= SURE),
            "left over": 1 - m.coverage,
            "whole": float(m.coverage >= 1 and (m.parts[0].start == 0 or not unsaid)),
        }
        yield Finding(m.i, m.j, m.kind, features, m.forms, m.parts if m.coverage < 1 else ())
    if target.parallel:
        yield from _weekdays(term, target)


def _weekdays(term: Term, target: Target) -> Iterator[Finding]:
    """Yield the days of the week that a translation may have for a day of the month: 23日, *Thursday*."""
    if not (term.is_quantity and (date := term.quantities[0].date) and date[0] is None and date[2] is not None):
        return
    for q in target.quantities:
        if q.kind == "weekday":
            i, j = target.english.words_in(q.start, q.end)
            yield Finding(i, j, "date", {"weekday": 1.0}, (term.surface, target.english.phrase(i, j)))


def _filed(term: Term) -> Iterator[Filed]:
    for quantity in term.quantities:
        for key in quantity_keys([quantity]):
            yield Filed(key, quantity.start, quantity.end)


NUMBER = Kind(
    "number",
    frozenset({"number", "date"}),
    _compare,
    term_keys=where(lambda term: term.quantities),
    text_keys=where(lambda target: target.quantities or periods(target)),
    of_unlisted=True,
    filed=_filed,
    offered=offered.quantities,
)
