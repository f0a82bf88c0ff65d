"""Names in hiragana between quotation marks that the tagger split: 護衛艦「い|ず|も」.

The tagger splits unknown hiragana into letters and particles. Between quotation marks, such pieces are one name or one quoted
word.
"""

from collections.abc import Iterator, Sequence

from termalign.japanese.morpheme import OTHER_NAME, Morpheme, joined, surface_of
from termalign.kana import is_hiragana, to_katakana

_MARKS = {"「": "」", "『": "』"}
_LONGEST = 10  # characters: anything longer is a sentence
_LETTER = "記号-一般"
_NEVER_FIRST = ("助詞", "助動詞", "接尾辞")


def whole_quotes(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Return the morphemes, with the pieces of each such name joined.

    >>> from termalign.japanese.tagger import morphemes
    >>> [m.surface for m in morphemes("護衛艦「いずも」は「はい」と")]
    ['護衛', '艦', '「', 'いずも', '」', 'は', '「', 'はい', '」', 'と']
    """
    found = list(morphemes)
    for a, b in reversed(list(quoted(morphemes, _LONGEST))):
        pieces = found[a:b]
        if len(pieces) > 1 and _is_name(pieces):
            kana = to_katakana(surface_of(pieces))
            found[a:b] = [joined(pieces, OTHER_NAME, kana)]
    return found


def quoted(morphemes: Sequence[Morpheme], longest: int) -> Iterator[tuple[int, int]]:
    """Yield the morpheme ranges ``a:b`` between quotation marks, in order, of at most `longest` morphemes."""
    for k in [k for k, m in enumerate(morphemes) if m.surface in _MARKS]:
        close = _MARKS[morphemes[k].surface]
        within = range(k + 1, min(k + 2 + longest, len(morphemes)))
        end = next((j for j in within if morphemes[j].surface == close), 0)
        if end > k + 1:
            yield k + 1, end


def _is_name(pieces: Sequence[Morpheme]) -> bool:
    """Return whether the morphemes are hiragana without a space, and look like pieces rather than words."""
    if not all(map(is_hiragana, surface_of(pieces))):
        return False
    length = pieces[-1].end - pieces[0].start
    if length > _LONGEST or length != sum(len(m.surface) for m in pieces):
        return False
    return pieces[0].pos.startswith(_NEVER_FIRST) or any(m.pos.startswith(_LETTER) for m in pieces)
