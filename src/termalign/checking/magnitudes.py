"""Changes by powers of ten that the English gives as small factors: 約2桁低減, *reduced to about half*."""

import re

from termalign.quantities.quantity import Offsets

_MAGNITUDE = re.compile(
    "(?:[1-9１-９一二三四五六七八九数](?:[〜～~-][2-9２-９])?)(?:桁|けた|ケタ)(?:も|程度|以上|ほど|近く|ずつ)?の?"
    "(?:[増減高低速遅短長]|大き|小さ|下が|上が|下げ|上げ|落ち|改善|向上|縮小|抑制|上回|下回)"
)
_SMALL_FACTOR = re.compile(
    r"\b(?:(?:about |roughly |nearly )?(?:hal(?:f|v(?:es?|ed|ing))|(?:a|one|two)[- ](?:third|quarter|fifth)s?"
    r"|doubl(?:es?|ed|ing)|twice|twofold|tripl(?:es?|ed|ing)|threefold|quadrupl(?:es?|ed|ing)))\b",
    re.IGNORECASE,
)
_POWER = re.compile(
    r"magnitude|\b(?:digits?|figures?|decades?|ten(?:th|fold|s)?|hundred|thousand|million)|10|fold\b(?<!twofold)(?<!threefold)"
    r"|\b(?:factor|times)\b",
    re.IGNORECASE,
)


def unlike_magnitudes(ja: str, en: str) -> list[tuple[Offsets, Offsets]]:
    """Return a change by powers of ten with the small factor that the English has in its place.

    Each text must have one such change, and the English no word for a power of ten.

    Examples
    --------
    >>> [(ja[slice(*own)], en[slice(*other)]) for ja, en in [("約2桁低減した", "reduced by about half")]
    ...     for own, other in unlike_magnitudes(ja, en)]
    [('2桁低', 'about half')]
    >>> unlike_magnitudes("約2桁低減した", "reduced a hundredfold"), unlike_magnitudes("3桁の数字", "half of the numbers")
    ([], [])
    """
    ours = list(_MAGNITUDE.finditer(ja))
    theirs = list(_SMALL_FACTOR.finditer(en)) if len(ours) == 1 else []
    if len(theirs) != 1 or _POWER.search(en):
        return []
    return [(ours[0].span(), theirs[0].span())]
