"""The frequency of words in general text, by which terms of a text are distinguished from everyday words."""

import importlib.resources
from functools import cache


@cache
def everyday() -> dict[str, float]:
    """Return nouns with their frequency per million words; rare nouns are left out.

    Examples
    --------
    >>> everyday()["必要"] > everyday()["犬"], "家督" in everyday()
    (True, False)
    """
    table = importlib.resources.files("termalign.extraction").joinpath("everyday.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {word: float(times) for word, times in rows}
