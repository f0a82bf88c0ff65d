"""The frequency of words in general text, by which terms of a text are distinguished from everyday words."""

from functools import cache

from termalign.tables import read_table


@cache
def everyday() -> dict[str, float]:
    """Return nouns with their frequency per million words; rare nouns are left out.

    Examples
    --------
    >>> everyday()["必要"] > everyday()["犬"], "家督" in everyday()
    (True, False)
    """
    return {word: float(times) for word, times in read_table(__package__, "everyday.tsv")}
