"""Colours of links: those of Okabe and Ito, which people with any kind of colour vision can distinguish.

A colour never stands alone: each link also has its number. Yellow is left out where the ground is white, and black where
text is; what remains is taken in turn, unlike hues after each other. Source: Okabe and Ito, "Color Universal Design"
(2002), https://jfly.uni-koeln.de/color/.
"""

from typing import NamedTuple


class Colour(NamedTuple):
    """One colour of the palette.

    Attributes
    ----------
    light, dark : str
        For a light and a dark ground, ``#rrggbb``.
    on_light, on_dark : str
        What text set upon them is: at least 4.5 : 1 against either (WCAG 2.2, 1.4.3).
    tint : str
        A pale version that dark text stands upon.
    """

    light: str
    dark: str
    on_light: str
    on_dark: str
    tint: str


PALETTE = (
    Colour("#0072b2", "#4aa8e0", "#ffffff", "#10161c", "#d6e8f3"),  # blue
    Colour("#e69f00", "#e69f00", "#1b1b1b", "#1b1b1b", "#fbedcf"),  # orange
    Colour("#009e73", "#2bbf94", "#08130f", "#08130f", "#d3efe6"),  # bluish green
    Colour("#cc79a7", "#d990b8", "#1b1016", "#1b1016", "#f6e4ed"),  # reddish purple
    Colour("#56b4e9", "#86cbf2", "#10161c", "#10161c", "#e1f2fc"),  # sky blue
    Colour("#d55e00", "#ee8440", "#1b0c00", "#1b0c00", "#f9e1d0"),  # vermilion
    Colour("#8a8375", "#b5ad9d", "#14120e", "#14120e", "#ebe8e1"),  # grey, for the black of the set
)


def colour(number: int) -> int:
    """Return the index of the colour in the palette for the link with a number, from 1."""
    return (number - 1) % len(PALETTE)
