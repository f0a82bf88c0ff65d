"""What each reader finds in short texts: the span, the kind and the value as it is shown."""

from collections.abc import Callable

import pytest
from tables import Row, params, rows

from termalign.quantities import Quantity, english_quantities, japanese_quantities

Reader = Callable[[str], tuple[Quantity, ...]]


def cases(language: str) -> list[object]:
    return params(rows(f"quantities_{language}.tsv"), lambda row: f"{row['label']}: {row['text']}")


def check(row: Row, read: Reader) -> None:
    text = row["text"]
    found = [(text[q.start : q.end], q.kind, q.display()) for q in read(text)]
    if row["quantity"]:
        assert (row["quantity"], row["kind"], row["display"]) in found
    else:
        assert found == []


@pytest.mark.parametrize("row", cases("japanese"))
def test_japanese(row: Row) -> None:
    check(row, japanese_quantities)


@pytest.mark.parametrize("row", cases("english"))
def test_english(row: Row) -> None:
    check(row, english_quantities)


def test_era_is_remembered_for_years_without_one() -> None:
    text = "治承3年に配流され、同4年に没した。"
    assert [q.display() for q in japanese_quantities(text)] == ["1179", "1180"]


def test_approximation_stands_outside_the_span() -> None:
    (ja,) = japanese_quantities("約7割")
    (en,) = english_quantities("about 70 percent")
    assert (ja.start, ja.end, ja.approx, ja.approx_span) == (1, 3, True, (0, 1))
    assert (en.start, en.end, en.approx, en.approx_span) == (6, 16, True, (0, 5))


@pytest.mark.parametrize(
    ("read", "text", "parts"),
    [
        (japanese_quantities, "1949年10月3日", [("1949年", "1949"), ("10月", "October"), ("3日", "the 3rd")]),
        (english_quantities, "October 3, 1949", [("October", "October"), ("3", "the 3rd"), ("1949", "1949")]),
        (japanese_quantities, "3億5千万円", [("3億5千万", "350 000 000"), ("円", "JPY")]),
        (english_quantities, "350 million yen", [("350 million", "350 000 000"), ("yen", "JPY")]),
        (english_quantities, "£2.8bn", [("£", "GBP"), ("2.8bn", "2 800 000 000")]),
        (japanese_quantities, "10〜15人", [("10", "10"), ("15人", "15 people")]),
    ],
)
def test_parts(read: Reader, text: str, parts: list[tuple[str, str]]) -> None:
    (quantity,) = read(text)
    assert [(text[part.start : part.end], part.display()) for part in quantity.parts] == parts


def test_head_is_the_bare_number() -> None:
    (ja,) = japanese_quantities("13人")
    (en,) = english_quantities("13 people")
    assert (ja.head, en.head) == ((0, 2), (0, 2))


@pytest.mark.parametrize(
    "text", [f"({'9' * 6000})", f"({'i' * 200_000})", f"Article 23-{'1' * 6000}", f"item (i)-{'9' * 6000}"]
)
def test_numbers_too_long_for_a_provision_are_none(text: str) -> None:
    assert all(isinstance(quantity.value, int) for quantity in english_quantities(text))
