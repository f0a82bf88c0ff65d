"""Numbers, dates, money and measures in Japanese and in English, matched by value.

Two readers, :func:`japanese_quantities` and :func:`english_quantities`, find the quantities of a text and
give each a comparable value; :func:`equivalence` says how far one of each language are the same. No
dictionary is needed.
"""

from termalign.quantities.calendar import era_year
from termalign.quantities.english import english_quantities
from termalign.quantities.equivalence import equivalence, rendered_span
from termalign.quantities.japanese import japanese_quantities
from termalign.quantities.quantity import Quantity

__all__ = [
    "Quantity",
    "english_quantities",
    "equivalence",
    "era_year",
    "japanese_quantities",
    "rendered_span",
]
