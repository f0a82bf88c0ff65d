"""Numbers with a letter that tells them from others: 図２（ａ）, *FIG. 2(a)*; 図3B, *Figure 3B*."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from termalign.quantities.quantity import Offsets

_NUMBER = re.compile(
    r"(?<![0-9０-９A-Za-zＡ-Ｚａ-ｚ.．,])([0-9０-９]{1,4})(?:\s?[(（]([A-Za-zＡ-Ｚａ-ｚ])[)）]|([A-Za-zＡ-Ｚａ-ｚ]))(?![0-9０-９A-Za-zＡ-Ｚａ-ｚ])"
)


@dataclass(frozen=True, slots=True)
class Lettered:
    """A number with a letter, with its span and its spelling in the text."""

    span: Offsets
    text: str
    number: str
    letter: str


def unlike_letters(ja: str, en: str) -> list[tuple[Lettered, Lettered]]:
    """Return the numbers with different letters in the two texts, if each text has one letter more than the other.

    Examples
    --------
    >>> [(one.text, other.text) for one, other in unlike_letters("図２（ａ）", "FIG. 2(b)")]
    [('２（ａ）', '2(b)')]
    >>> unlike_letters("図２（ａ）及び（ｂ）", "FIGS. 2(a) and 2(b)"), unlike_letters("5m", "5 m")
    ([], [])
    """
    ours, theirs = list(_lettered(ja)), list(_lettered(en))
    own, others = ({(each.number, each.letter) for each in side} for side in (ours, theirs))
    found: list[tuple[Lettered, Lettered]] = []
    for number in dict.fromkeys(each.number for each in ours):
        ja_only = [each for each in ours if each.number == number and (number, each.letter) not in others]
        en_only = [each for each in theirs if each.number == number and (number, each.letter) not in own]
        if len(ja_only) == len(en_only):
            found += zip(ja_only, en_only, strict=True)
    return found


def _lettered(text: str) -> Iterator[Lettered]:
    for found in _NUMBER.finditer(text):
        number, letter = normalize("NFKC", found[1]), normalize("NFKC", found[2] or found[3])
        yield Lettered(found.span(), found[0], number, letter.lower())
