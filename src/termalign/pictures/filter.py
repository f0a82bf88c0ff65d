"""The filter of a page by kind and lowest score, made of radio buttons and a style sheet, without a script.

The buttons come before the pictures in the document, so that the style sheet can hide the pictures with ``~``. (``:has()``
would work from anywhere, but takes browsers seconds on a page with fifty pictures.)
"""

from collections.abc import Iterator, Sequence

from termalign.model import KINDS
from termalign.pictures.captions import ENGLISH, Words
from termalign.pictures.scene import BANDS, Numbered

_ALL = "all"
_SCORES = (0, *BANDS)


def kinds_of(links: Sequence[Numbered]) -> list[str]:
    """Return the kinds of the links in their usual order."""
    present = {found.link.kind for found in links}
    return [kind for kind in KINDS if kind in present]


def inputs(kinds: Sequence[str], words: Words = ENGLISH) -> Iterator[str]:
    """Yield the radio buttons. Only their labels are visible."""
    for k, band in enumerate(_SCORES):
        yield _radio("score", f"s-{band}", f"{words.least_score}: {_score(band, words)}", checked=not k)
    for k, kind in enumerate([_ALL, *kinds]):
        yield _radio("kind", f"k-{kind}", f"{words.kind}: {_kind(kind, words)}", checked=not k)


def labels(kinds: Sequence[str], words: Words = ENGLISH) -> Iterator[str]:
    """Yield the labels of the radio buttons in two groups."""
    yield '<div class="filter" aria-hidden="true">'
    yield _group(words.least_score, [(f"s-{band}", _score(band, words)) for band in _SCORES])
    if len(kinds) > 1:
        yield _group(words.kind, [(f"k-{kind}", _kind(kind, words)) for kind in [_ALL, *kinds]])
    yield "</div>"


def classes(links: Sequence[Numbered]) -> str:
    """Return the classes of a section: for all kinds and for each kind, the score of its best link."""
    best = {_ALL: max((found.band for found in links), default=0)}
    for found in links:
        best[found.link.kind] = max(found.band, best.get(found.link.kind, 0))
    return " ".join(f"x-{kind}-{band}" for kind, band in best.items()) if links else ""


def rules(kinds: Sequence[str]) -> Iterator[str]:
    """Yield the rules that hide links for each choice, and sections without a visible link."""
    buttons = [f"{group}-{value}" for group, values in (("s", _SCORES), ("k", (_ALL, *kinds))) for value in values]
    for button in buttons:
        label = f"header label[for={button}]"
        yield f"#{button}:checked ~ {label} {{ background: var(--ink); border-color: var(--ink); color: var(--paper); }}"
        yield f"#{button}:focus-visible ~ {label} {{ outline: 2px solid var(--focus); outline-offset: 2px; }}"
    for score in _SCORES:
        for kind in (_ALL, *kinds):
            if score or kind != _ALL:
                chosen = f"#s-{score}:checked ~ #k-{kind}:checked ~ .pictures"
                enough = [band for band in _SCORES if band >= score]
                kept = "".join([f".k-{kind}" * (kind != _ALL), f":is({','.join(f'.b{b}' for b in enough)})"])
                sections = ",".join(f".x-{kind}-{band}" for band in enough)
                yield f"{chosen} .p:not({sections}), {chosen} .q:not({kept}) {{ display: none; }}"
                yield f"{chosen} .m:not({kept}) {{ background: none; border-color: transparent; }}"


def _radio(group: str, key: str, label: str, checked: bool) -> str:
    state = " checked" if checked else ""
    return f'<input class="sr" type="radio" name="{group}" id="{key}" aria-label="{label}"{state}>'


def _group(legend: str, buttons: Sequence[tuple[str, str]]) -> str:
    inside = "".join(f'<label for="{key}">{name}</label>' for key, name in buttons)
    return f"<div><span>{legend}</span>{inside}</div>"


def _score(band: int, words: Words) -> str:
    return f"0.{band}" if band else words.any_score


def _kind(kind: str, words: Words) -> str:
    return words.every_kind if kind == _ALL else words.called(kind)
