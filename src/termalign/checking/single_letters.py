"""Letters that tell things apart and differ: 試料A, *sample B*; 変数x, *the variable y*; TNF-α, *TNF-β*."""

import re
from collections.abc import Mapping
from typing import TypeAlias
from unicodedata import normalize

from termalign.quantities.quantity import Offsets

_GREEK = {
    "α": "alpha アルファ", "β": "beta ベータ", "γ": "gamma ガンマ", "δ": "delta デルタ", "ε": "epsilon イプシロン",
    "ζ": "zeta ゼータ", "η": "eta イータ", "θ": "theta シータ", "κ": "kappa カッパ", "λ": "lambda ラムダ", "ν": "nu ニュー",
    "ξ": "xi クサイ", "ρ": "rho ロー", "σ": "sigma シグマ", "τ": "tau タウ", "φ": "phi ファイ", "χ": "chi カイ",
    "ψ": "psi プサイ", "ω": "omega オメガ",
}  # fmt: skip
_LETTER_OF = {name: letter for letter, names in _GREEK.items() for name in (letter, *names.split())}
_IN_GREEK = re.compile(
    f"[{''.join(_GREEK)}{''.join(_GREEK).upper()}]"
    f"|(?<![ァ-ヺー])(?:{'|'.join(name for name in _LETTER_OF if name[0] >= 'ァ')})(?![ァ-ヺー])"
    f"|(?<![a-z])(?:{'|'.join(name for name in _LETTER_OF if name.isascii())})(?![a-z])",
    re.IGNORECASE,
)
_ALONE = r"(?<![A-Za-z0-9.&'’/_$\\-])(?<![0-9][ 　])"
_ENDS = r"(?![A-Za-z0-9&'’/_(=+*^-]|\.[A-Za-z0-9])"
_ANY = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])")
_IN_JAPANESE = re.compile(rf"{_ALONE}(?:[A-Z]|(?<=[㐀-鿿ァ-ヺー])[a-z]){_ENDS}")
_IN_ENGLISH = re.compile(rf"(?<=[A-Za-z]{{3}} ){_ALONE}(?:[A-HJ-Z]|[b-z]){_ENDS}(?!\. [A-Z][a-z]|,? [a-z] )")
_Letters: TypeAlias = Mapping[str, Offsets]


def unlike_single_letters(ja: str, en: str) -> list[tuple[Offsets, Offsets]]:
    """Return a letter of the Japanese that has become another one in the English, if each text has one that the other has not.

    Examples
    --------
    >>> for ja, en in [("試料Aを", "Sample B was"), ("TNF-α", "TNF-beta"), ("変数x", "the variable y"), ("A社とB社", "A and B")]:
    ...     print([(ja[slice(*one)], en[slice(*other)]) for one, other in unlike_single_letters(ja, en)])
    [('A', 'B')]
    [('α', 'beta')]
    [('x', 'y')]
    []
    """
    japanese = normalize("NFKC", ja)
    if len(japanese) != len(ja):  # what is folded to several characters is rare
        japanese = ja
    found = []
    if ours := _greek(japanese):
        theirs = _greek(en)
        found += _odd(ours, theirs, ours, theirs)
    if ours := _each(_IN_JAPANESE, japanese):
        found += _odd(ours, _each(_IN_ENGLISH, en), _each(_ANY, japanese), _each(_ANY, en))
    return found


def _odd(
    ours: Mapping[str, Offsets],
    theirs: Mapping[str, Offsets],
    all_ours: Mapping[str, Offsets],
    all_theirs: Mapping[str, Offsets],
) -> list[tuple[Offsets, Offsets]]:
    """Return the letter that only the Japanese has with that which only the English has, if there is one of each."""
    lost = [span for letter, span in ours.items() if letter not in all_theirs]
    new = [span for letter, span in theirs.items() if letter not in all_ours]
    return [(lost[0], new[0])] if len(lost) == len(new) == 1 else []


def _each(letters: re.Pattern[str], text: str) -> dict[str, Offsets]:
    return {found[0].lower(): found.span() for found in letters.finditer(text)}


def _greek(text: str) -> dict[str, Offsets]:
    return {_LETTER_OF[found[0].lower()]: found.span() for found in _IN_GREEK.finditer(text)}
