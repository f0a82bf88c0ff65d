"""Names with の in them that no dictionary has and that English spells as one word: 大の里, *Onosato*."""

from termalign.choice import Candidate
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.kana import is_kanji
from termalign.parallel.search import candidates

_NO = "の"
_PARTICLE = "助詞"
_SPOKEN = "no"
_KINDS = frozenset({"romaji", "name"})
_LONGEST = 2  # characters on either side


def spelled_names(text: JapaneseText, gatherer: Gatherer, terms: TermCache) -> list[Candidate]:
    """Candidates for every such name of a text."""
    found: list[Candidate] = []
    if not any(_SPOKEN in word.key[1:-1] and word.j == word.i + 1 for word in gatherer.bitext.names):
        return found
    length = 2 * len(text.text)
    morphemes = text.morphemes
    for k in range(1, len(morphemes) - 1):
        if morphemes[k].surface != _NO or not morphemes[k].pos.startswith(_PARTICLE):
            continue
        sides = morphemes[k - 1], morphemes[k + 1]
        if not all(len(m.surface) <= _LONGEST and all(map(is_kanji, m.surface)) for m in sides):
            continue
        start, end = sides[0].start, sides[1].end
        term = terms.at(text, k - 1, k + 2)
        spoken = [c for c in gatherer.own_claims(term) if c.j == c.i + 1 and c.matches[0].kind in _KINDS]
        found += candidates(start, end, term, spoken, gatherer, (start + end) / length)
    return found
