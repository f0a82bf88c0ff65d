"""One sense per text: a word that is a name in one place of a text is the same name elsewhere in that text.

The tagger judges each place only by its neighbours. It takes 鞍馬 (Kurama) for the common noun, a pommel horse, unless 寺 or
山 follows. A single kanji (森, 原) is a word as often as a name, and stays what it is.
"""

from collections.abc import Sequence

from termalign.japanese.morpheme import NAME, Morpheme
from termalign.kana import is_kanji

_COMMON = "名詞-普通名詞"


def one_sense(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Return the morphemes, with common nouns read as the names that the same kanji are elsewhere in the text."""
    names: dict[str, Morpheme] = {}
    for m in morphemes:
        if m.pos.startswith(NAME) and len(m.surface) > 1 and all(map(is_kanji, m.surface)):
            names.setdefault(m.surface, m)
    if not names:
        return list(morphemes)
    return [
        names[m.surface]._replace(start=m.start, end=m.end) if m.surface in names and m.pos.startswith(_COMMON) else m
        for m in morphemes
    ]
