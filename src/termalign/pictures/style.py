"""The style sheet of pictures: a file, with colours and a rule for each link number added.

The colours are by Okabe and Ito, which people with any kind of colour vision can distinguish. Each link also has its number, so
nothing depends on colour alone. Of the eight colours, yellow is left out because it is too pale for a white background, and grey
replaces black, the colour of text. Consecutive numbers have unlike hues. Source: Okabe and Ito, "Color Universal Design" (2002),
https://jfly.uni-koeln.de/color/.
"""

from functools import cache
from importlib import resources
from typing import NamedTuple


class Colour(NamedTuple):
    """One colour of the palette, as ``#rrggbb``."""

    light: str  # for a light background
    dark: str  # for a dark background
    on_light: str  # for text on `light`, with a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3)
    on_dark: str  # for text on `dark`, with the same contrast
    tint: str  # a pale version as a background for dark text


PALETTE = (
    Colour("#0072b2", "#4aa8e0", "#ffffff", "#10161c", "#d6e8f3"),  # blue
    Colour("#e69f00", "#e69f00", "#1b1b1b", "#1b1b1b", "#fbedcf"),  # orange
    Colour("#009e73", "#2bbf94", "#08130f", "#08130f", "#d3efe6"),  # bluish green
    Colour("#cc79a7", "#d990b8", "#1b1016", "#1b1016", "#f6e4ed"),  # reddish purple
    Colour("#56b4e9", "#86cbf2", "#10161c", "#10161c", "#e1f2fc"),  # sky blue
    Colour("#d55e00", "#ee8440", "#1b0c00", "#1b0c00", "#f9e1d0"),  # vermilion
    Colour("#8a8375", "#b5ad9d", "#14120e", "#14120e", "#ebe8e1"),  # grey, in place of black
)


def colour(number: int) -> int:
    """Return the index in the palette of the colour for a link with this number, from 1."""
    return (number - 1) % len(PALETTE)


def style(numbers: int, rows: int) -> str:
    """Return the style sheet for pages with link numbers up to `numbers`, and up to `rows` links in a marked text.

    Examples
    --------
    >>> ".w3 {" in style(3, 0), ".w4 {" in style(3, 0)
    (True, False)
    """
    rules = [
        "svg .c0" + "".join(f", svg .c{k}" for k in range(1, len(PALETTE))) + ", .no { color: var(--c); }",
        *(f".c{k} {{ --c: {c.light}; --on: {c.on_light}; }}" for k, c in enumerate(PALETTE)),
        "@media (prefers-color-scheme: dark) { @media not print {",
        *(f".c{k} {{ --c: {c.dark}; --on: {c.on_dark}; }}" for k, c in enumerate(PALETTE)),
        "} }",
    ]
    for number in range(1, numbers + 1):
        pointed = f":is(.l{number}, .r{number}):is(:hover, :focus-visible) ~"
        rules += [
            f"{pointed} .r{number} {{ opacity: 1; }}",
            f"{pointed} .r{number} .way {{ stroke-width: 2.2; stroke-opacity: 1; }}",
            f"{pointed} .w{number} {{ visibility: visible; }}",
        ]
    rules += [f".m.e{row}:hover ~ .j.e{row} + .tip {{ display: block; }}" for row in range(1, rows + 1)]
    return "\n".join([_file(), *rules])


@cache
def _file() -> str:
    return resources.files(__package__).joinpath("style.css").read_text(encoding="utf-8")
