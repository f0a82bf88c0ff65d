"""Names of models that go on differently in the other text: iPhone 15 Pro, *iPhone 15 Pro Max*."""

import re
from collections.abc import Mapping
from itertools import takewhile

from termalign.quantities.quantity import Offsets
from termalign.text.narrow import narrowed

#: Words that tell the models of a series apart, with their Japanese spelling
_GRADES = {
    "air": "エア", "digital": "デジタル", "elite": "エリート", "fe": "fe", "flip": "フリップ", "fold": "フォールド",
    "lite": "ライト", "max": "マックス", "mini": "ミニ", "plus": "プラス", "premium": "プレミアム", "pro": "プロ", "se": "se",
    "slim": "スリム", "turbo": "ターボ", "ultra": "ウルトラ", "xl": "xl",
}  # fmt: skip
_MODEL = re.compile(
    r"(?<![A-Za-z0-9])((?:[A-Za-z]{2,}[ -]?|[A-Z])[0-9]+[A-Za-z]?)((?: (?:[A-Z][A-Za-z]*|mini)(?![A-Za-z0-9]))*)"
)


def unlike_models(ja: str, en: str) -> list[tuple[Offsets, Offsets]]:
    """Return the models of the Japanese that are another model of the same series in the English.

    >>> for ja, en in [("iPhone 15 Pro用", "for iPhone 15 Pro Max"), ("S24ケース", "S24 Case"), ("S24ウルトラ", "S24 Ultra")]:
    ...     print([(ja[slice(*one)], en[slice(*other)]) for one, other in unlike_models(ja, en)])
    [('iPhone 15 Pro', 'iPhone 15 Pro Max')]
    []
    []
    """
    ours, theirs = _models(ja), _models(en)
    return [
        (ours[series, grades], theirs[series, others])
        for series, grades in ours
        for same, others in theirs
        if same == series
        and not any(_is_said(grade, en) for grade in grades - others)
        and not any(_is_said(grade, ja) for grade in others - grades)
        and grades != others
    ]


def _models(text: str) -> Mapping[tuple[str, frozenset[str]], Offsets]:
    """Return where the models of a text first stand, by series (iPhone 15) and grades (Pro, Max)."""
    models: dict[tuple[str, frozenset[str]], Offsets] = {}
    for found in _MODEL.finditer(narrowed(text)):
        grades = [*takewhile(lambda word: word.lower() in _GRADES, found[2].split())]
        end = found.end(1) + sum(len(grade) + 1 for grade in grades)
        series = re.sub("[ -]", "", found[1].lower())
        models.setdefault((series, frozenset(map(str.lower, grades))), (found.start(), end))
    return models


def _is_said(grade: str, text: str) -> bool:
    """Return whether a text has a grade, in Latin letters or in kana."""
    return re.search(rf"(?<![A-Za-z]){grade}(?![A-Za-z])|{_GRADES[grade]}", text, re.IGNORECASE) is not None
