"""Nouns joined by の that a dictionary has as one: 応仁の乱 *Onin War*, 報道の自由 *freedom of the press*.

A noun run ends at the particle, so that the search would find 応仁 and 乱 alone.
"""

from collections.abc import Iterator

from termalign.choice import Candidate
from termalign.evidence.alike import ALIKE
from termalign.evidence.gather import Gatherer
from termalign.evidence.gloss import IN_PART
from termalign.evidence.term_cache import TermCache
from termalign.japanese.light_nouns import light_nouns
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.parallel.search import candidates

_NO = "の"
_PARTICLE = "助詞"
_NOUN = ("名詞-普通名詞", "名詞-固有名詞", "接尾辞-名詞的")
#: Rules that find one word of what a phrase means: it renders one of the nouns.
_SOME_OF_IT = IN_PART | {ALIKE, "synonym"}
_MOST = 3  # morphemes on either side


def listed_phrases(text: JapaneseText, gatherer: Gatherer, terms: TermCache) -> list[Candidate]:
    """Candidates for every such phrase of a text."""
    found: list[Candidate] = []
    length = 2 * len(text.text)
    for a, b in phrases(text, gatherer.bitext.lexicon):
        start, end = text.morphemes[a].start, text.morphemes[b - 1].end
        term = terms.get(text.surface(a, b), text.morphemes[a:b])
        claims = [claim for claim in gatherer.own_claims(term) if claim.matches[0].rule not in _SOME_OF_IT]
        found += candidates(start, end, term, claims, gatherer, (start + end) / length)
    return found


def phrases(text: JapaneseText, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The morphemes ``a:b`` of every such phrase of a text.

    Examples
    --------
    >>> ja = JapaneseText("応仁の乱の後、言論の自由は")
    >>> [ja.surface(a, b) for a, b in phrases(ja, Lexicon.default())]
    ['応仁の乱', '言論の自由']
    """
    morphemes = text.morphemes
    for k in range(1, len(morphemes) - 1):
        m = morphemes[k]
        if m.surface != _NO or not m.pos.startswith(_PARTICLE):
            continue
        before, after = _nouns(text, k - 1, -1), _nouns(text, k + 1, 1)
        for a in before:
            for b in after:
                if lexicon.has(text.surface(a, b + 1)):
                    yield a, b + 1


def _nouns(text: JapaneseText, k: int, step: int) -> list[int]:
    """Up to three nouns that touch each other, from `k` on in one direction; none where the first is a light noun."""
    morphemes = text.morphemes
    found: list[int] = []
    while 0 <= k < len(morphemes) and len(found) < _MOST and morphemes[k].pos.startswith(_NOUN):
        if not found and morphemes[k].surface in light_nouns():
            break
        if found and morphemes[max(k, found[-1])].start != morphemes[min(k, found[-1])].end:
            break
        found.append(k)
        k += step
    return found
