"""What a text says by itself and in a word made of it, and English but once, renders it by itself: 容疑, not 容疑|者."""

from collections import defaultdict
from collections.abc import Sequence

from termalign.choice import Candidate
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon

_SUFFIX = "接尾辞-名詞的-一般"


def without_derived(candidates: Sequence[Candidate], text: JapaneseText, lexicon: Lexicon) -> list[Candidate]:
    """The candidates without those that have the words of another mention for the beginning of a longer word."""
    mentions: defaultdict[tuple[str, int, int], list[Candidate]] = defaultdict(list)
    for c in candidates:
        mentions[c.term.surface, c.i, c.j].append(c)
    dropped: set[int] = set()
    for (surface, _, _), same in mentions.items():
        if len(same) > 1:
            derived = [c for c in same if _in_word(c, surface, text, lexicon)]
            if derived and len(derived) < len(same):
                said = [o for o in candidates if o.i <= same[0].i and same[0].j <= o.j]
                if not any(o.start == c.start and o.end > c.end for o in said for c in derived):
                    dropped.update(map(id, derived))
    return [c for c in candidates if id(c) not in dropped] if dropped else list(candidates)


def _in_word(c: Candidate, surface: str, text: JapaneseText, lexicon: Lexicon) -> bool:
    """Whether a suffix follows that makes another word of it, which a dictionary has."""
    place = text.range_at(c.start, c.end)
    if place is None or place[1] >= len(text.morphemes):
        return False
    m = text.morphemes[place[1]]
    return m.start == c.end and m.pos.startswith(_SUFFIX) and lexicon.has(surface + m.surface)
