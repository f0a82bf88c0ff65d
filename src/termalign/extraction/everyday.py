"""How frequent words are in texts of any kind: the measure of what is a term of this text, and no everyday word."""

import importlib.resources
from functools import cache


@cache
def everyday(language: str) -> dict[str, float]:
    """Times in a million words, by word: nouns for ``"ja"``, dictionary forms for ``"en"``. Rarer words are not in it.

    Examples
    --------
    >>> everyday("ja")["必要"] > everyday("ja")["社会"], "家督" in everyday("ja")
    (True, False)
    """
    table = importlib.resources.files("termalign.extraction").joinpath("everyday.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {word: float(times) for of, word, times in rows if of == language}
