"""The frequency of words in general text, which distinguishes terms from everyday words."""

from functools import cache

from termalign.tables import read_table


@cache
def everyday() -> dict[str, float]:
    """Return the frequency of nouns per million words of general text, without rare nouns.

    Examples
    --------
    >>> everyday()["必要"] > everyday()["犬"], "家督" in everyday()
    (True, False)
    """
    return {word: float(times) for word, times in read_table(__package__, "everyday.tsv")}
