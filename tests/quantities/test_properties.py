"""What holds for every text: spans, order, values that come back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tables import rows

from termalign.quantities import (
    Quantity,
    english_quantities,
    equivalence,
    era_year,
    japanese_quantities,
    parse_quantities,
)
from termalign.quantities.quantity import MONTHS

JAPANESE = st.lists(
    st.sampled_from(
        [
            *"0123456789０１２９一二三十百千万億数半第約〇,，.．・〜-−/:：%％",
            *"円年月日時分人つ歳代位度割元年前後の対",
            *[
                "令和",
                "世紀",
                "四半期",
                "ドル",
                "か月",
                "時間",
                "震度",
                "午後",
                "土曜",
                "ひとつ",
                "正午",
                "km",
                " ",
                "△",
                "マイナス",
                "H30",
                "摂氏",
                "風速",
                "第3条",
                "分の",
                "年代",
                "連続",
                "→",
            ],
            *["千葉", "統一", "十分", "㍿", "ｶﾞ", "が", "𠮷", "\x00", "\ud800", "👨‍👩‍👧", "e\u0301"],
        ]
    )
).map("".join)
ENGLISH_WORDS = st.lists(
    st.sampled_from(
        [
            *["one", "two", "twenty", "hundred", "million", "half", "and", "and a half", "quarter", "dozen", "several"],
            *[
                "first",
                "second",
                "May",
                "March",
                "Oct.",
                "Sunday",
                "Q3",
                "fiscal",
                "FY",
                "B.C.",
                "p.m.",
                "noon",
                "to",
            ],
            *["to", "o'clock", "between", "people", "yen", "percent", "years old", "century", "m", "kg", "of", "a"],
            *[
                "Article",
                "paragraph (",
                "item (iii)",
                "-",
                "$",
                "below zero",
                "in a row",
                "at ",
                "3/11",
                "24/7",
                "Showa",
                "his ",
            ],
            *["or so", "about", "years", "II", "\x00", "\ud800", "é", "½", "𝟙", "٣", "\n", "  "],
            *"0123456789$¥£%,.-–/:'() ",
        ]
    )
)
ENGLISH = ENGLISH_WORDS.map("".join)


def valid(text: str, found: tuple[Quantity, ...]) -> None:
    end = 0
    for quantity in found:
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.start <= quantity.head[0] <= quantity.head[1] <= quantity.end
        end = quantity.end
        inside = quantity.start
        for part in quantity.parts:
            assert inside <= part.start < part.end <= quantity.end
            inside = part.end
        assert quantity.display()
        if quantity.approx_span is not None:
            start, stop = quantity.approx_span
            assert stop <= quantity.start or quantity.end <= start
        assert equivalence(quantity, quantity) == 1


@given(JAPANESE)
@example("")
@example("第")
@example("0" * 5000)
@example("1" * 5000)
@example("９９時")
@example("元年")
def test_japanese_spans(text: str) -> None:
    valid(text, japanese_quantities(text))


@given(ENGLISH)
@example("")
@example("1" * 5000)
@example("1." + "0" * 5000)
@example("-5 degrees")
def test_english_spans(text: str) -> None:
    valid(text, english_quantities(text))


@given(ENGLISH_WORDS)
@example(["four", "and", "half", "years"])
def test_english_words(words: list[str]) -> None:
    text = " ".join(words)
    valid(text, english_quantities(text))


@given(st.text())
def test_any_text(text: str) -> None:
    valid(text, japanese_quantities(text))
    valid(text, english_quantities(text))


@given(JAPANESE, ENGLISH)
def test_equivalence_is_symmetric_and_bounded(ja: str, en: str) -> None:
    for first in japanese_quantities(ja):
        for second in english_quantities(en):
            score = equivalence(first, second)
            assert 0 <= score <= 1
            assert score == equivalence(second, first)


def kanji(number: int) -> str:
    """A number in kanji, the schoolbook way."""
    written = ""
    for power, name in ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        group, number = divmod(number, power)
        if group:
            thousands, hundreds, tens, ones = (int(figure) for figure in f"{group:04}")
            for figure, unit in ((thousands, "千"), (hundreds, "百"), (tens, "十")):
                if figure:
                    bare = figure == 1 and (unit != "千" or power == 1)
                    written += ("" if bare else "一二三四五六七八九"[figure - 1]) + unit
            written += "〇一二三四五六七八九"[ones] if ones else ""
            written += name
    return written


def words(number: int) -> str:
    """A number below a thousand in English words."""
    small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen"
    ).split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    if number < 20:
        return small[number]
    if number < 100:
        return tens[number // 10 - 2] + (f"-{small[number % 10]}" if number % 10 else "")
    return f"{small[number // 100]} hundred" + (f" and {words(number % 100)}" if number % 100 else "")


def long_words(number: int) -> str:
    """A number below a trillion in English words."""
    pieces = []
    for power, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (1, "")):
        group, number = divmod(number, power)
        if group:
            pieces.append(f"{words(group)} {name}".strip())
    return " ".join(pieces)


@given(st.integers(1, 10**16 - 1))
def test_kanji_numerals_come_back(number: int) -> None:
    (quantity,) = japanese_quantities(f"{kanji(number)}円")
    assert (quantity.value, quantity.unit) == (number, "JPY")


@given(st.integers(2, 10**12 - 1))
def test_number_words_come_back(number: int) -> None:
    (quantity,) = english_quantities(f"{long_words(number)} yen")
    assert (quantity.value, quantity.unit) == (number, "JPY")


@given(st.integers(1, 10**13))
def test_figures_in_both_languages(number: int) -> None:
    wide = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    (plain,) = japanese_quantities(f"{number:,}円")
    (full,) = japanese_quantities(f"{wide}円")
    (english,) = english_quantities(f"{number:,} yen")
    assert plain.value == full.value == english.value == number
    assert equivalence(plain, english) == 1


@given(st.integers(1, 9999), st.sampled_from([("万", 10**4), ("億", 10**8), ("兆", 10**12)]))
def test_oku_and_billion(number: int, unit: tuple[str, int]) -> None:
    (ja,) = japanese_quantities(f"{number}{unit[0]}円")
    (en,) = english_quantities(f"{Decimal(number * unit[1]) / 10**9:f} billion yen")
    assert equivalence(ja, en) == 1


@given(st.dates(max_value=date(2999, 12, 31)))
def test_dates_in_all_ways_of_writing(day: date) -> None:
    year, month, number = day.year, day.month, day.day
    (ja,) = japanese_quantities(f"西暦{year}年{month}月{number}日")
    assert ja.value == (year, month, number)
    if year >= 1000:
        for written in (f"{MONTHS[month - 1]} {number}, {year}", f"{number} {MONTHS[month - 1]} {year}"):
            (en,) = english_quantities(written)
            assert en.value == (year, month, number)


@given(st.integers(1, 64))
def test_an_era_year_is_its_western_year(number: int) -> None:
    (ja,) = japanese_quantities(f"昭和{number}年")
    (en,) = english_quantities(f"in {1925 + number}")
    assert era_year("昭和", number) == 1925 + number
    assert equivalence(ja, en) == 0.95


@pytest.mark.parametrize("unit", ["人", "円", "メートル", "時間", "歳", "％", "回", "年間", "kg"])
def test_different_values_are_never_equivalent(unit: str) -> None:
    (first,) = japanese_quantities(f"12{unit}")
    (second,) = japanese_quantities(f"13{unit}")
    assert equivalence(first, second) == 0


SPACED = st.sampled_from([row["text"] for row in rows("quantities_english.tsv") if " " in row["text"]])


@given(SPACED, st.sampled_from(["\n", "\r\n", "\t", "\xa0", "\u202f", "  ", "\n   "]))
@example("raised its budget to 1.9 billion yen", "\n")
@example("about 30 thousand people", "\n  ")
@example("not less than three hundred people", "\xa0")
def test_any_white_space_is_a_space(text: str, space: str) -> None:
    spaced = text.replace(" ", space)
    found, plain = parse_quantities(spaced, "en"), parse_quantities(text, "en")
    assert [(q.display(), q.bound) for q in found] == [(q.display(), q.bound) for q in plain]
    for (a, b), (c, d) in zip(map(spans, found), map(spans, plain), strict=True):
        assert [spaced[x:y] for x, y in (a, *b)] == [text[x:y].replace(" ", space) for x, y in (c, *d)]


def spans(quantity: Quantity) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    return (quantity.start, quantity.end), [(part.start, part.end) for part in quantity.parts]


@pytest.mark.parametrize("space", ["\u202f", "\u2009", "\xa0"])
def test_a_narrow_space_sets_thousands_apart(space: str) -> None:
    text = f"paid 1{space}012{space}000 yen"
    (found,) = english_quantities(text)
    assert (text[found.start :], found.display()) == (text[5:], "1 012 000 JPY")


@given(st.sets(st.integers(0, 6), min_size=3), st.sampled_from(["・", "、", ""]))
def test_three_weekdays_in_the_order_of_the_week_are_weekdays(days: set[int], sign: str) -> None:
    row = sign.join("月火水木金土日"[day] for day in sorted(days))
    found = japanese_quantities(f"{row}に収集します。")
    assert [(q.kind, q.value) for q in found] == [("weekday", day) for day in sorted(days)]


@given(st.permutations(range(7)), st.integers(3, 7))
def test_signs_in_another_order_are_no_weekdays(days: list[int], number: int) -> None:
    row = days[:number]
    from_sunday = [(day + 1) % 7 for day in row]
    assume(sorted(row) != row and sorted(from_sunday) != from_sunday)
    assert japanese_quantities("・".join("月火水木金土日"[day] for day in row)) == ()
