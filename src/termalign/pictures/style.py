"""The style sheet of pictures: a file, with colours and a rule for each link number added."""

from functools import cache
from importlib import resources

from termalign.pictures.palette import PALETTE


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
    rules += [f".m.e{row}:hover ~ .j.e{row} > .tip {{ display: block; }}" for row in range(1, rows + 1)]
    return "\n".join([_file(), *rules])


@cache
def _file() -> str:
    return resources.files(__package__).joinpath("style.css").read_text(encoding="utf-8")
