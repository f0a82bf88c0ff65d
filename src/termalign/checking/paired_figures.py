"""The figures of a text and its translation, paired by value, and the figures without a counterpart."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from termalign.checking.figures import Code, Figure, Side
from termalign.checking.restated import restated
from termalign.checking.said_otherwise import said_otherwise
from termalign.quantities import english_quantities, equivalence
from termalign.quantities.bounds import turned
from termalign.quantities.units import PROVISIONS

# Of what number of things it says the size: two thousand-yen bills.
_SIZED = re.compile("([a-z]+) ((?:hundred|thousand|million)-.+)", re.IGNORECASE)
_NEAREST = 30  # figures to compare on either side of the corresponding position in the other text
_SAME = 0.4  # lowest `equivalence` of a pair; anything less is coincidence, such as the same month of another year


@dataclass(frozen=True)
class PairedFigures:
    """The figures of two texts, paired by value."""

    pairs: Sequence[tuple[Figure, Figure]]  # Japanese and English figures that mean the same
    ja: Sequence[Figure]  # unpaired figures whose numbers are not in the other text
    en: Sequence[Figure]
    ja_again: Sequence[Figure]  # unpaired figures whose numbers the other text has in a figure with another counterpart
    en_again: Sequence[Figure]
    codes: Sequence[tuple[Code, Code]]  # codes that are in one text only, paired in order
    references: Sequence[tuple[Figure, Figure]]  # references that are in one text only, paired in order


def paired(ja: Side, en: Side) -> PairedFigures:
    """Return the figures of two texts, paired off."""
    en = replace(en, figures=[part for figure in en.figures for part in _parts(figure, ja)])
    pairs = list(equals(ja, en))
    paired_by_value = {id(figure) for pair in pairs for figure in pair}
    ours, theirs = ([figure for figure in side.figures if id(figure) not in paired_by_value] for side in (ja, en))
    pairs += first_alike(ours, theirs, lambda one, other: restated(ja, one, en, other))
    pairs.sort(key=lambda pair: pair[0].start)
    taken = said_otherwise(ja, en, {id(figure) for pair in pairs for figure in pair})
    left_ja = [f for f in ja.figures if id(f) not in taken]
    refer = _unlike_references(ja, en)
    left_en = [f for f in en.figures if id(f) not in taken and not _is_resolved(f, refer)]
    ja_again, en_again = [f for f in left_ja if en.says(f)], [f for f in left_en if ja.says(f)]
    return PairedFigures(
        pairs,
        [f for f in left_ja if f not in ja_again],
        [f for f in left_en if f not in en_again],
        ja_again,
        en_again,
        [(a, b) for a, b in zip(_unlike(ja, en), _unlike(en, ja), strict=False) if a.text != b.text],
        list(zip(refer, _unlike_references(en, ja), strict=False)),
    )


def _is_resolved(figure: Figure, references: Sequence[Figure]) -> bool:
    """Return whether an English provision may be what one of the Japanese references stands for: *Article 5* for 前条."""
    unit = figure.quantity.unit
    return unit in PROVISIONS and any(each.quantity.unit.endswith(f" {unit}") for each in references)


def _unlike_references(side: Side, other: Side) -> list[Figure]:
    """Return the references of a text to which none in the other is equal."""
    return [figure for figure in side.references if not any(_refer_alike(figure, each) for each in other.references)]


def _refer_alike(one: Figure, other: Figure) -> bool:
    """Return whether two references have the same direction and, where both state one, the same number of provisions."""
    a, b = one.quantity, other.quantity
    return a.unit == b.unit and (a.value == b.value or None in (a.value, b.value))


def _parts(figure: Figure, ja: Side) -> Sequence[Figure]:
    """Return an English figure, divided where the Japanese has its parts: *two thousand-yen bills* for 1,000円札が2枚."""
    found = _SIZED.fullmatch(figure.text)
    if found is None or ja.says(figure):
        return [figure]
    parts = [
        Figure(replace(q, start=found.start(k) + figure.start, end=found.end(k) + figure.start), found[k])
        for k in (1, 2)
        for q in english_quantities(found[k])
    ]
    return parts if all(ja.says(part) for part in parts) else [figure]


def _unlike(side: Side, other: Side) -> list[Code]:
    """Return the codes that are not in the other text, even if their digits are: UTF-8, *UTF-16, 8 bits*; XK-AB, *XK-AC*."""
    lacking = [each for each in other.codes if side.lacks(each)]
    shapes, signs = {each.shape for each in lacking} - {"9"}, {each.signs for each in lacking}
    return [
        code
        for code in side.codes
        if not code.digits <= other.digits
        or (other.lacks(code) and (other.has_like(code) or code.shape in shapes or code.signs in signs))
    ]


def first_alike(
    ours: Sequence[Figure], theirs: Sequence[Figure], alike: Callable[[Figure, Figure], object]
) -> Iterator[tuple[Figure, Figure]]:
    """Yield each figure with the first one near its place in the other text that is alike, each only once."""
    used: set[int] = set()
    for i, one in enumerate(ours):
        near = around(round(i * len(theirs) / len(ours)), theirs)
        k = next((k for k, other in near if k not in used and alike(one, other)), None)
        if k is not None:
            used.add(k)
            yield one, theirs[k]


def around(k: int, figures: Sequence[Figure]) -> Iterator[tuple[int, Figure]]:
    """Yield the figures near index `k` with their indices. Comparing only these keeps long texts fast."""
    first = max(0, k - _NEAREST)
    yield from enumerate(figures[first : k + _NEAREST], first)


def equals(ja: Side, en: Side) -> Iterator[tuple[Figure, Figure]]:
    """Yield each figure with the most similar one of the other text.

    Of equally similar figures, it prefers one without the opposite bound (以上, *at most*), then one with the same bound, then
    the nearest in order.
    """
    slope = len(en.figures) / max(1, len(ja.figures))
    rated = [
        (
            same,
            turned(ja.text, a.span, en.text, *b.span) is None,
            a.quantity.bound == b.quantity.bound,
            -abs(i - k),
            i,
            k,
        )
        for i, a in enumerate(ja.figures)
        for k, b in around(round(i * slope), en.figures)
        if (same := equivalence(a.quantity, b.quantity)) >= _SAME
    ]
    used_ja: set[int] = set()
    used_en: set[int] = set()
    for *_, i, k in sorted(rated, reverse=True):
        if i not in used_ja and k not in used_en:
            used_ja.add(i)
            used_en.add(k)
            yield ja.figures[i], en.figures[k]
