"""Alignment of unaligned morphemes with unaligned words by a sentence encoder."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from termalign.decide.calibration import fitted_scale
from termalign.decide.inference import choose
from termalign.decide.weights import log_odds, packaged
from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.meaning.encoder import Semantics
from termalign.propose.candidate import Candidate
from termalign.situations.pair import Pair
from termalign.situations.scored import Chosen, scored

_SKIPPED = ("助詞", "助動詞", "補助記号", "接尾辞", "接頭辞")
_REACH = 6  # words: a candidate further away from the neighbours' renderings is not compared
_NEAR = 4.0  # words: the distance over which closeness falls by a factor of e
_TRANSLATED = 4.0  # similarity of a typical translation, in standard deviations

Place = tuple[int, int]


def encoded(pair: Pair, chosen: Sequence[Chosen], semantics: Semantics, threshold: float) -> list[Chosen]:
    """Return further links, between morphemes and words that the links in ``chosen`` leave unaligned.

    ``threshold`` is the minimum score of a link.
    """
    weights, calibrated = packaged()["encoded"], fitted_scale("encoded")
    candidates = left_over(pair, chosen, semantics)
    for c in candidates:
        c.odds = c.single_odds = log_odds(weights, c.features)
    best = choose(candidates, [calibrated.above(c.odds, threshold) for c in candidates], pair.english)
    return scored(best, pair, calibrated)


def left_over(pair: Pair, chosen: Sequence[Chosen], semantics: Semantics) -> list[Candidate]:
    """Return candidates for unaligned morphemes and words, with their features. Parameters as for `encoded`."""
    ja, english = pair.ja, pair.english
    morphemes, words = list(_free_morphemes(ja, pair.runs, chosen)), _free_words(english, pair, chosen)
    anchors = sorted([(c.start, c.end, c.i, c.j) for c in chosen])
    wanted = {k: _within_reach(words, anchors, ja.morphemes[k].start) for k in morphemes}
    semantics.vectors([text for k, near in wanted.items() if near for text in _texts(ja, k, english, near)])
    amounts: Features = {
        "bias": 1.0,
        "left in Japanese": math.log1p(len(morphemes)),
        "left in English": math.log1p(sum(j - i == 1 for i, j in words)),
    }
    found = []
    for k, near in wanted.items():
        surface, *phrases = _texts(ja, k, english, near)
        alike = [x / _TRANSLATED for x in semantics.similarities(surface, phrases)] if near else []
        for place, own in zip(near, alike, strict=True):
            features = {**amounts, **_in_place(pair, k, place, anchors), **_liked(place, own, near, alike)}
            term = pair.terms.at(ja, k, k + 1)
            if term.proper:
                features["alike, a name"] = own
            found.append(Candidate(k, k + 1, *place, "context", features, term, covered=len(surface)))
    return found


def _free_morphemes(ja: JapaneseText, runs: Sequence[Place], chosen: Sequence[Chosen]) -> Iterator[int]:
    """Yield the content morphemes of noun runs that no link covers."""
    covered = {k for c in chosen for k in range(c.start, c.end)}
    for a, b in runs:
        for k in range(a, b):
            m = ja.morphemes[k]
            if m.start not in covered and not m.pos.startswith(_SKIPPED) and not ja.is_light(m.start, m.end):
                yield k


def _free_words(english: EnglishText, pair: Pair, chosen: Sequence[Chosen]) -> list[Place]:
    """Return unaligned content words other than figures, in order: single words, and pairs of adjacent words."""
    taken = {k for c in chosen for k in range(c.i, c.j)}
    taken.update(pair.target.quantity_at)
    free = [
        k for k, x in enumerate(english.lexemes) if k not in taken and not x.function and any(map(str.isalnum, x.lower))
    ]
    pairs = [(k, k + 2) for k, after in pairwise(free) if after == k + 1 and english.gaps[k] in (" ", "-")]
    return sorted([*[(k, k + 1) for k in free], *pairs])


def _within_reach(words: Sequence[Place], anchors: Sequence[tuple[int, int, int, int]], start: int) -> list[Place]:
    """Return the words near the renderings of the links on either side of a code point; all words if there are no links."""
    at = bisect_left(anchors, (start,))
    beside = [anchor[2:] for anchor in anchors[max(0, at - 1) : at + 1]]
    if not beside:
        return list(words)
    return [(i, j) for i, j in words if any(first - _REACH <= i and j <= last + _REACH for first, last in beside)]


def _texts(ja: JapaneseText, k: int, english: EnglishText, near: Sequence[Place]) -> list[str]:
    """Return the texts to encode: a morpheme, and the words to compare it with."""
    return [ja.morphemes[k].surface, *[english.phrase(*place) for place in near]]


def _in_place(pair: Pair, k: int, place: Place, anchors: Sequence[tuple[int, int, int, int]]) -> Features:
    """Return features of a candidate's position relative to the links around it, and of the forms of both sides."""
    i, j = place
    m = pair.ja.morphemes[k]
    at = bisect_left(anchors, (m.start,))
    left = _closeness(i, j, *anchors[at - 1][2:]) if at else 0.0
    right = _closeness(i, j, *anchors[at][2:]) if at < len(anchors) else 0.0
    term = pair.terms.at(pair.ja, k, k + 1)
    named, capital = term.katakana or term.proper, i > 0 and pair.english.capitalised[i]
    middle = (m.start + m.end) / (2 * max(1, len(pair.ja.text)))
    return {
        "near the link before": left,
        "near the link behind": right,
        "near both": left * right,
        "off place": abs((i + j) / (2 * max(1, len(pair.english))) - middle),
        "two words": float(j - i == 2),
        "one character": float(len(m.surface) == 1),
        "name and capital": float(named and capital),
        "name or capital": float(named != capital),
    }


def _liked(place: Place, own: float, near: Sequence[Place], alike: Sequence[float]) -> Features:
    """Return the similarity of both sides, and how much higher that of other words is, elsewhere and overlapping these."""
    apart, overlapping = 0.0, own
    for (i, j), other in zip(near, alike, strict=True):
        if i >= place[1] or j <= place[0]:
            apart = max(apart, other)
        else:
            overlapping = max(overlapping, other)
    return {"alike": own, "others alike": apart - own, "overlapping alike": overlapping - own}


def _closeness(i: int, j: int, x: int, y: int) -> float:
    """Return the closeness of the words ``i:j`` to the words ``x:y``: 1 if adjacent, falling towards 0."""
    apart = max(0, x - j, i - y)
    return math.exp(-apart / _NEAR)
