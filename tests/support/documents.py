"""A made-up document, whole and in pieces."""

from collections.abc import Iterable

from tables import rows

SENTENCES = {int(row["id"]): (row["ja"], row["en"]) for row in rows("document_sentences.tsv")}


def numbers(order: str) -> list[int]:
    """``1-3 7`` → 1, 2, 3, 7."""
    ends = [part.partition("-") for part in order.split()]
    return [k for first, _, last in ends for k in range(int(first), int(last or first) + 1)]


def japanese(order: Iterable[int]) -> list[str]:
    """These sentences in Japanese."""
    return [SENTENCES[k][0] for k in order]


def english(order: Iterable[int]) -> list[str]:
    """These sentences in English."""
    return [SENTENCES[k][1] for k in order]
