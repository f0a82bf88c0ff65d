"""Chemical formulas that differ: CO₂, *CO*; Fe³⁺, *Fe2+*; NaOH, *NaCl*."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from termalign.quantities.quantity import Offsets

_ELEMENTS = frozenset(
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh"
    " Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr"
    " Ra Ac Th Pa U Np Pu Am Cm".split()
)
_ATOM = "[A-Z][a-z]?[0-9₀-₉]{0,2}"
_FORMULA = re.compile(
    rf"(?<![A-Za-z0-9_./#-])(?:{_ATOM}|\((?:{_ATOM}){{1,4}}\)[0-9₀-₉]{{1,2}}){{1,8}}"
    r"(?:\^?[({]?(?:[0-9¹²³⁴]?[⁺⁻]|[0-9][+−]|[+−](?![0-9]))[)}]?)?(?![A-Za-z0-9_/%％]|-[A-Za-z0-9]|[.,][A-Za-z0-9])"
)
_PIECE = re.compile("[A-Z][a-z]?")
_CHARGE = re.compile("[+⁺⁻−]")
_WRITTEN = str.maketrans("⁺⁻−", "+--", "^(){}")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with its span, its elements, and its spelling without raised and lowered figures."""

    span: Offsets
    text: str
    elements: frozenset[str]

    @property
    def is_ion(self) -> bool:
        return self.text.endswith(("+", "-"))

    @property
    def is_sure(self) -> bool:
        """Whether it cannot be an abbreviation: NaCl, CO2, Na+; but not CO."""
        return self.is_ion or not self.text.isupper() or not self.text.isalpha()


def unlike_formulas(ja: str, en: str) -> list[tuple[Formula, Formula]]:
    """Return a formula of the Japanese that has become another one in the English, if each text has one that the other has not.

    The two are ions or have an element in common, and one of them cannot be an abbreviation.

    Examples
    --------
    >>> for ja, en in [("CO₂を還元した", "CO was reduced"), ("Fe³⁺", "Fe2+ ions"), ("CO2", "carbon dioxide"), ("CO₂", "CO2")]:
    ...     print([(one.text, other.text) for one, other in unlike_formulas(ja, en)])
    [('CO2', 'CO')]
    [('Fe3+', 'Fe2+')]
    []
    []
    """
    ours = _formulas(ja)
    theirs = _formulas(en) if ours else {}
    lost = [one for name, one in ours.items() if name not in theirs and f"{name}s" not in en]
    new = [one for name, one in theirs.items() if name not in ours]
    lost = [one for one in lost if one.is_sure or any(_may_replace(one, other) for other in new)]
    return [(a, b) for a in lost for b in new if _may_replace(a, b)] if len(lost) == len(new) == 1 else []


def _may_replace(one: Formula, other: Formula) -> bool:
    alike = not one.elements.isdisjoint(other.elements) or (one.is_ion and other.is_ion)
    return alike and (one.is_sure or other.is_sure)


def _formulas(text: str) -> dict[str, Formula]:
    """Return the formulas of a text by their spelling, each once."""
    found: dict[str, Formula] = {}
    for match in _FORMULA.finditer(text):
        elements = _PIECE.findall(match[0])
        several = len(elements) > 1 or any(sign.isdigit() for sign in match[0]) or _CHARGE.search(match[0])
        if several and _ELEMENTS.issuperset(elements):
            said = normalize("NFKC", match[0]).translate(_WRITTEN)
            found.setdefault(said, Formula(match.span(), said, frozenset(elements)))
    return found
