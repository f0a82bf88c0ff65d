"""Japanese quantities and the English that renders them, in context; and traps that must not fire."""

import pytest
from tables import Row, params, rows

from termalign.quantities import Quantity, english_quantities, equivalence, japanese_quantities, rendered_span

# From here on two quantities are taken to say the same.
SAME = 0.5


def cases(traps: bool) -> list[object]:
    kept = [row for row in rows("quantities_pairs.tsv") if (row["en_quantity"] == "") is traps]
    return params(kept, lambda row: f"{row['label']}: {row['ja_quantity']} ~ {row['en_quantity'] or row['en']}")


def overlaps(quantity: Quantity, start: int, end: int) -> bool:
    return quantity.start < end and start < quantity.end


@pytest.mark.parametrize("row", cases(traps=False))
def test_quantity_finds_its_rendering(row: Row) -> None:
    ja, en = row["ja"], row["en"]
    here = [q for q in japanese_quantities(ja) if ja[q.start : q.end] == row["ja_quantity"]]
    assert here, [ja[q.start : q.end] for q in japanese_quantities(ja)]
    scores: dict[str, float] = {}
    for quantity in here:
        for other in english_quantities(en):
            start, end = rendered_span(quantity, other)
            scores[en[start:end]] = max(scores.get(en[start:end], 0.0), equivalence(quantity, other))
    assert scores.get(row["en_quantity"], 0.0) >= SAME, scores
    assert scores[row["en_quantity"]] == max(scores.values()), scores


@pytest.mark.parametrize("row", cases(traps=True))
def test_trap_stays_shut(row: Row) -> None:
    ja, en = row["ja"], row["en"]
    start = ja.index(row["ja_quantity"])
    end = start + len(row["ja_quantity"])
    fired = [
        (ja[quantity.start : quantity.end], en[other.start : other.end])
        for quantity in japanese_quantities(ja)
        if overlaps(quantity, start, end)
        for other in english_quantities(en)
        if equivalence(quantity, other) >= SAME
    ]
    assert fired == []


def test_a_third_of_the_cases_are_traps() -> None:
    table = rows("quantities_pairs.tsv")
    assert len(table) >= 150
    assert 3 * sum(row["en_quantity"] == "" for row in table) >= len(table)
    assert all(row["source"] and row["label"] for row in table)
