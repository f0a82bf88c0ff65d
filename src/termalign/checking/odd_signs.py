"""Letters and chemical formulas that differ: 試料A, *sample B*; TNF-α, *TNF-β*; 図３B, *Figure 3C*; Fe³⁺, *Fe2+*.

Each text must have one that the other has not. ``signs.tsv`` has the names of Greek letters, and the elements.
"""

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from termalign.quantities.quantity import Offsets
from termalign.tables import read_table
from termalign.text.normalise import HALF_WIDTH

_ALONE = r"(?<![A-Za-z0-9.&'’/_$\\-])(?<![0-9][ 　])"
_ENDS = r"(?![A-Za-z0-9&'’/_(=+*^-]|\.[A-Za-z0-9])"
_LETTER = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])")
_JAPANESE_LETTER = re.compile(rf"{_ALONE}(?:[A-Z]|(?<=[㐀-鿿ァ-ヺー])[a-z]){_ENDS}")
_ENGLISH_LETTER = re.compile(rf"(?<=[A-Za-z]{{3}} ){_ALONE}(?:[A-HJ-Z]|[b-z]){_ENDS}(?!\. [A-Z][a-z]|,? [a-z] )")
_NUMBERED = re.compile(r"(?<![0-9A-Za-z.．,])([0-9]{1,4})(?:\s?\(([A-Za-z])\)|([A-Za-z]))(?![0-9A-Za-z])")
_ATOM = "[A-Z][a-z]?[0-9₀-₉]{0,2}"
_FORMULA = re.compile(
    rf"(?<![A-Za-z0-9_./#-])(?:{_ATOM}|\((?:{_ATOM}){{1,4}}\)[0-9₀-₉]{{1,2}}){{1,8}}"
    r"(?:\^?[({]?(?:[0-9¹²³⁴]?[⁺⁻]|[0-9][+−]|[+−](?![0-9]))[)}]?)?(?![A-Za-z0-9_/%％]|-[A-Za-z0-9]|[.,][A-Za-z0-9])"
)
_ELEMENT = re.compile("[A-Z][a-z]?")
_WRITTEN = str.maketrans("⁺⁻−", "+--", "^(){}")
_Signs = Mapping[str, Offsets]


class OddSign(NamedTuple):
    """A sign that only the Japanese has, with that which only the English has."""

    ja: Offsets
    en: Offsets
    expected: str = ""  # a correction of the English


def odd_signs(ja: str, en: str) -> Iterator[OddSign]:
    """Yield a formula, a letter, or the letter of a number that has become another one in the English.

    Examples
    --------
    >>> def odd(ja, en):
    ...     return [(ja[slice(*found.ja)], en[slice(*found.en)]) for found in odd_signs(ja, en)]
    >>> odd("CO₂を還元した", "CO was reduced"), odd("Fe³⁺", "Fe2+ ions"), odd("CO2", "carbon dioxide"), odd("CO₂", "CO2")
    ([('CO₂', 'CO')], [('Fe³⁺', 'Fe2+')], [], [])
    >>> odd("試料Aを", "Sample B was"), odd("TNF-α", "TNF-beta"), odd("変数x", "the variable y"), odd("A社とB社", "A and B")
    ([('A', 'B')], [('α', 'beta')], [('x', 'y')], [])
    >>> odd("図２（ａ）", "FIG. 2(b)"), odd("図２（ａ）及び（ｂ）", "FIGS. 2(a) and 2(b)"), odd("5m", "5 m")
    ([('２（ａ）', '2(b)')], [], [])
    """
    yield from _odd_formulas(ja, en)
    ours, theirs = ja.translate(HALF_WIDTH), en.translate(HALF_WIDTH)
    yield from _odd(_greek(ours), _greek(theirs))
    letters = _found(_JAPANESE_LETTER, ours)
    if letters:
        yield from _odd(letters, _found(_ENGLISH_LETTER, en), _found(_LETTER, ours), _found(_LETTER, en))
    numbers = _numbered(ours)
    others = _numbered(theirs) if numbers else {}
    for number, own in numbers.items():
        for odd in _odd(own, others.get(number, {})):
            yield odd._replace(expected=normalize("NFKC", ja[slice(*odd.ja)]))


def _odd(
    ours: _Signs, theirs: _Signs, all_ours: Container[str] = (), all_theirs: Container[str] = ()
) -> Iterator[OddSign]:
    """Yield the sign that only the Japanese has with that which only the English has, if there is one of each."""
    lost = [span for sign, span in ours.items() if sign not in (all_theirs or theirs)]
    new = [span for sign, span in theirs.items() if sign not in (all_ours or ours)]
    if len(lost) == len(new) == 1:
        yield OddSign(lost[0], new[0])


def _found(sign: re.Pattern[str], text: str) -> _Signs:
    return {found[0].lower(): found.span() for found in sign.finditer(text)}


def _numbered(text: str) -> dict[str, dict[str, Offsets]]:
    """Return the letters of each number that has some: 2(a), 3B."""
    letters: dict[str, dict[str, Offsets]] = {}
    for found in _NUMBERED.finditer(text):
        letters.setdefault(found[1], {})[(found[2] or found[3]).lower()] = found.span()
    return letters


@cache
def _greek_letters() -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Return the Greek letters by their names, and what finds these names."""
    rows = [cells for kind, *cells in read_table(__package__, "signs.tsv", header=True) if kind == "letter"]
    letters = {name: sign for sign, names in rows for name in (sign, *names.split())}
    signs, names = "".join(sign for sign, _ in rows), "|".join(name for _, both in rows for name in both.split())
    beside = "[a-zァ-ヺー]"
    return letters, re.compile(f"[{signs}]|(?<!{beside})(?:{names})(?!{beside})", re.IGNORECASE)


def _greek(text: str) -> _Signs:
    letters, name = _greek_letters()
    return {letters[found[0].casefold()]: found.span() for found in name.finditer(text)}


@cache
def _elements() -> frozenset[str]:
    return frozenset(sign for kind, sign, _ in read_table(__package__, "signs.tsv", header=True) if kind == "element")


def _odd_formulas(ja: str, en: str) -> Iterator[OddSign]:
    """Yield a formula that has become another one; both are ions or have an element in common, and one is surely a formula."""
    ours = _formulas(ja)
    theirs = _formulas(en) if ours else {}
    new = [formula for formula in theirs if formula not in ours]
    lost = [formula for formula in ours if formula not in theirs and f"{formula}s" not in en]
    lost = [formula for formula in lost if _is_sure(formula) or any(_may_replace(formula, other) for other in new)]
    if len(lost) == len(new) == 1 and _may_replace(lost[0], new[0]):
        yield OddSign(ours[lost[0]], theirs[new[0]])


def _formulas(text: str) -> _Signs:
    """Return the formulas of a text, without raised and lowered figures."""
    found: dict[str, Offsets] = {}
    for match in _FORMULA.finditer(text):
        elements = _ELEMENT.findall(match[0])
        several = len(elements) > 1 or not match[0].isalpha()
        if several and _elements().issuperset(elements):
            found.setdefault(normalize("NFKC", match[0]).translate(_WRITTEN), match.span())
    return found


def _is_ion(formula: str) -> bool:
    return formula.endswith(("+", "-"))


def _is_sure(formula: str) -> bool:
    """Return whether a formula cannot be an abbreviation: NaCl, CO2, Na+; but not CO."""
    return _is_ion(formula) or not (formula.isupper() and formula.isalpha())


def _may_replace(one: str, other: str) -> bool:
    alike = not set(_ELEMENT.findall(one)).isdisjoint(_ELEMENT.findall(other)) or (_is_ion(one) and _is_ion(other))
    return alike and (_is_sure(one) or _is_sure(other))
