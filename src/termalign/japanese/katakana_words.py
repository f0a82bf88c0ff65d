"""Katakana words that the tagger split inside a word: キ|エ|ナン, トム・ダレ|ー, テリ|ス.

The tagger splits a foreign name that it does not know, and tags some pieces as marks, letters, particles or interjections.
Such pieces are almost never separate words, so they are joined with the katakana that they touch.
"""

import re
from collections.abc import Iterator, Sequence

from termalign.japanese.morpheme import Morpheme, adjacent, joined
from termalign.text.scripts import KATAKANA

_KATAKANA = re.compile(f"[{KATAKANA}]+")
_NOUN = ("名詞", "形状詞", "接頭辞")
_ADVERB = "副詞"
_DOT = "・"
_OBJECT = "ヲ"  # in katakana text, always the particle
_WORD = "名詞-普通名詞-一般"


def whole_words(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Return the morphemes, with the pieces of each split katakana word joined.

    >>> from termalign.japanese.tagger import morphemes
    >>> [m.surface for m in morphemes("キエナンとダレーは")]
    ['キエナン', 'と', 'ダレー', 'は']
    """
    found = _with_scraps_joined(morphemes) if any(map(_is_scrap, morphemes)) else list(morphemes)
    for k in [k for k, m in enumerate(found) if m.surface == _DOT]:
        if 0 < k < len(found) - 1 and _is_half(found[k - 1], found[k + 1]):
            found[k + 1] = found[k + 1]._replace(pos=_WORD)
    return found


def _with_scraps_joined(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    found: list[Morpheme] = []
    for run in _runs(morphemes):
        whole = len(run) > 1 and any(map(_is_scrap, run)) and all(_OBJECT not in m.surface for m in run)
        found += [joined(run, _WORD, "")] if whole else run
    return found


def _runs(morphemes: Sequence[Morpheme]) -> Iterator[list[Morpheme]]:
    """Yield the morphemes in groups: touching katakana morphemes together, every other morpheme alone."""
    run: list[Morpheme] = []
    for m in morphemes:
        if run and not _goes_on(run[-1], m):
            yield run
            run = []
        run.append(m)
    if run:
        yield run


def _is_half(before: Morpheme, after: Morpheme) -> bool:
    """Return whether both sides of a dot are katakana, and the second is not tagged as a noun: ティム・クック.

    The tagger takes クック for an adverb, the sound of a bird.
    """
    halves = _KATAKANA.fullmatch(before.surface) and _KATAKANA.fullmatch(after.surface)
    return bool(halves) and not after.pos.startswith(_NOUN)


def _is_scrap(m: Morpheme) -> bool:
    """Return whether a katakana morpheme is neither a noun nor a long adverb, and so likely a piece of a word."""
    if m.pos.startswith(_NOUN) or not _KATAKANA.fullmatch(m.surface):
        return False
    # a longer adverb may be a part of a word: ドタバタコメディ
    return not (m.pos.startswith(_ADVERB) and len(m.surface) >= 3)


def _goes_on(before: Morpheme, after: Morpheme) -> bool:
    return _is_katakana(after) and _is_katakana(before) and adjacent(before, after)


def _is_katakana(m: Morpheme) -> bool:
    return _KATAKANA.fullmatch(m.surface) is not None
