"""Numbers with symbols of units, each of which is one piece of a noun run: −92 kJ/mol, 1.5×10^3 cm^2/Vs, 2 μm."""

import re

from termalign.text.currencies import CURRENCY_SIGN

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_POWER = r"10(?:\^[({]?[-−+]?[0-9]{1,2}[)}]?|[⁺⁻]?[⁰¹²³⁴-⁹]{1,2})"
_TIMES = rf" ?[×x·] ?(?:{_POWER}|10[-−][0-9]{{1,2}})"
_PREFIXED = "mol|bar|Torr|cal|bit|rad|Osm|Pa|Hz|eV|Wh|Ah|lm|lx|Bq|Ci|Gy|Sv|Da|IU|Eq|bps|bp|VA|[mgsLlAVWJNΩFHSCTBMKU]"
_OTHERS = "Vs|mmHg|cmH2O|min|ppm|ppb|rpm|dpi|px|dB|°C?|℃|Å|h|d|wk|kb|Mb|nt|[KMGT]iB|[CP]FU"
_SYMBOL = rf"(?:[fpnµμmcdhkMGT]?(?:{_PREFIXED})|{_OTHERS})"
_EXPONENT = r"(?:\^?[({]?[-−]?[1-4][)}]?|⁻?[²³¹])?"
_FOR_EACH = rf"[/·⋅]\(?(?:1\.73 ?)?{_SYMBOL}{_EXPONENT}(?:[·⋅]{_SYMBOL}{_EXPONENT})?\)?| {_SYMBOL}[-−⁻^]+[1-3¹²³]"
_UNIT = rf" ?{_SYMBOL}{_EXPONENT}(?:{_FOR_EACH})*(?![A-Za-z0-9])"
_SIGN = "(?:(?<![0-9A-Za-z)])(?<![0-9] )(?:[−±]|(?<![㐀-鿿ァ-ヺー])-))?"
_MEASURE = re.compile(rf"{_SIGN}(?:{CURRENCY_SIGN})?(?<![0-9A-Za-z.,^])(?:{_POWER}|{_NUMBER}(?:{_TIMES})?)(?:{_UNIT})?")


def measures(text: str) -> list[tuple[int, int]]:
    """Return the spans of numbers in a folded Japanese text with a sign, a power of ten, or the symbol of a unit or currency.

    >>> text = "熱は−92 kJ/molで、10^-3 Paの3人と5 mm、US$50、Windows 11 Pro"
    >>> [text[start:end] for start, end in measures(text)]
    ['−92 kJ/mol', '10^-3 Pa', '5 mm', 'US$50']
    """
    found = (match.span() for match in _MEASURE.finditer(text))
    return [(start, end) for start, end in found if not text[start:end].replace(",", "").replace(".", "").isdecimal()]
