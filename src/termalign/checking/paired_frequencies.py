"""The frequencies of a text and its translation: which agree, and which differ (1日3回, *every three days*)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from termalign.checking.figures import Side
from termalign.quantities import Quantity
from termalign.quantities.frequencies import Frequency, english_frequencies, japanese_frequencies

_MAY_SAY_ONE = re.compile("[回度毎隔]|ごと|おき|置き")


@dataclass(frozen=True, slots=True)
class PairedFrequencies:
    """The frequencies of two texts."""

    ja: Sequence[Frequency] = ()  # those with which one in the other text agrees
    en: Sequence[Frequency] = ()
    unlike: Sequence[tuple[Frequency, Frequency]] = ()  # those that are in one text only, paired in order


def paired_frequencies(ja: Side, en: Side) -> PairedFrequencies:
    """Return the frequencies of two texts.

    >>> from termalign.checking.figures import english, japanese
    >>> ja, en = japanese("1日3回、2週間服用する。"), english("Take it every three days for two weeks.")
    >>> [(ja.text[a.start : a.end], en.text[b.start : b.end]) for a, b in paired_frequencies(ja, en).unlike]
    [('1日3回', 'every three days')]
    >>> paired_frequencies(ja, english("Take it every 8 hours for two weeks.")).unlike
    ()
    """
    ours = japanese_frequencies(ja.text, _quantities(ja)) if _MAY_SAY_ONE.search(ja.text) else ()
    found = english_frequencies(en.text, _quantities(en)) if ours else ()
    theirs = [each for each in found if each.sure]
    same = [one for one in ours if any(one.agrees(other) for other in theirs)]
    too = [other for other in theirs if any(other.agrees(one) for one in ours)]
    left = ([each for each in all_ if each not in alike] for all_, alike in ((ours, same), (theirs, too)))
    return PairedFrequencies(same, too, tuple(zip(*left, strict=False)))


def _quantities(side: Side) -> list[Quantity]:
    return [figure.quantity for figure in side.figures]
