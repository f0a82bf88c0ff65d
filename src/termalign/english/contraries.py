"""Words that are told apart however like they are: *father* and *daughter*, *import* and *export*.

Likeness of meaning is learned from what words are said of, and that is much the same of these.
"""

import importlib.resources
from collections.abc import Collection, Iterable
from functools import cache

from termalign.english.lexis import lexeme


def is_contrary(stem: str, to: Collection[str]) -> bool:
    """Whether a word says what another of its kind is, with none of those that mean the same: *daughter*, to *father*.

    Parameters
    ----------
    stem : str
        The stem of the word.
    to : collection of str
        Stems of all that may be meant.

    Examples
    --------
    >>> father, dad, daughter, house = [lexeme(word).stem for word in ("father", "dad", "daughter", "house")]
    >>> is_contrary(daughter, [father]), is_contrary(dad, [father]), is_contrary(daughter, [house])
    (True, False, False)
    """
    groups = _groups().get(stem)
    if groups is None or not all(same.isdisjoint(to) for same, _ in groups):
        return False
    return not all(others.isdisjoint(to) for _, others in groups)


@cache
def _groups() -> dict[str, list[tuple[frozenset[str], frozenset[str]]]]:
    """Stem → for each group that it is in, the stems that mean the same, and those that mean another of the kind."""
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for line in _lines():
        members = [frozenset(lexeme(word).stem for word in cell.split("/")) for cell in line.split("\t")]
        for same in members:
            others = frozenset().union(*members) - same
            for stem in same:
                found.setdefault(stem, []).append((same, others))
    return found


def _lines() -> Iterable[str]:
    text = importlib.resources.files(__package__).joinpath("contraries.tsv").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
