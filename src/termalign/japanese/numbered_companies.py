"""Companies that are named by a number and listed with their reading: 百五銀行 is Hyakugo Ginkō."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from termalign.japanese.morpheme import NUMERAL, Morpheme, adjacent, surface_of
from termalign.japanese.told import Told, ToldWord, by_morphemes
from termalign.lexicon.lexicon import Lexicon

_COMPANY = "company"


def numbered_companies(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[Told]:
    """Yield the readings of listed companies whose names begin with a number.

    Examples
    --------
    >>> from termalign.japanese.tagger import morphemes
    >>> [(told.start, told.end, [word.kana for word in told.words])
    ...  for told in numbered_companies(morphemes("百五銀行と百五人"), Lexicon.default())]
    [(0, 4, ['ヒャクゴ', 'ギンコウ'])]
    """
    for k, m in enumerate(morphemes):
        before = morphemes[k - 1] if k else None
        if not m.pos.startswith(NUMERAL) or (before and before.pos.startswith(NUMERAL) and adjacent(before, m)):
            continue
        for end in range(min(k + 6, len(morphemes)), k + 1, -1):  # a name has at most six morphemes
            pieces = morphemes[k:end]
            surface = surface_of(pieces)
            kana = next((name.reading for name in lexicon.names(surface) if _COMPANY in name.kinds), "")
            parts = by_morphemes(pieces, kana, lexicon) if kana and not lexicon.words(surface) else None
            if parts is not None:
                number = len(list(takewhile(lambda piece: piece.pos.startswith(NUMERAL), pieces)))
                words = ["".join(parts[:number]), *parts[number:]]
                yield Told(
                    m.start, pieces[-1].end, kana, True, tuple([ToldWord(word, True, False) for word in words if word])
                )
                break
