"""Names with a ノ between two kanji, which the tagger takes for a particle: 照|ノ|富士, Terunofuji.

Between names alone: in old statutes ノ is the particle (帝国ノ臣民).
"""

from collections.abc import Sequence
from itertools import pairwise, starmap

from termalign.japanese.morpheme import Morpheme, joined, read, touch

NO = "ノ"
_NAME = "名詞-固有名詞"


def names_with_no(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Return the morphemes, each such name as one.

    Examples
    --------
    >>> from termalign.japanese.tagger import morphemes
    >>> [m.surface for m in morphemes("横綱照ノ富士")]
    ['横綱', '照ノ富士']
    """
    found = list(morphemes)
    for k in range(len(found) - 2, 0, -1):
        if found[k].surface == NO:
            pieces = found[k - 1 : k + 2]
            if all(starmap(touch, pairwise(pieces))) and all(m.pos.startswith(_NAME) for m in (pieces[0], pieces[2])):
                found[k - 1 : k + 2] = [joined(pieces, pieces[0].pos, read(pieces))]
    return found
