"""Phrases that a dictionary has as one, though noun runs end in them: nouns joined by の (応仁の乱 *Onin War*, 報道の自由
*freedom of the press*), and titles in quotation marks (『千と千尋の神隠し』 *Spirited Away*).
"""

from collections.abc import Iterator

from termalign.choice import Candidate
from termalign.evidence.alike import ALIKE
from termalign.evidence.gather import Gatherer
from termalign.evidence.gloss import IN_PART
from termalign.evidence.term_cache import TermCache
from termalign.japanese.light_nouns import light_nouns
from termalign.japanese.quoted_kana import has_quotes, quoted
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.parallel.search import candidates

_NO = "の"
_PARTICLE = "助詞"
_NOUN = ("名詞-普通名詞", "名詞-固有名詞", "名詞-数詞", "接尾辞-名詞的")
_LONGEST_TITLE = 16  # morphemes
#: Rules that find one word of what a phrase means: it renders one of the nouns.
_SOME_OF_IT = IN_PART | {ALIKE, "synonym"}
_MOST = 3  # morphemes on either side


def listed_phrases(text: JapaneseText, gatherer: Gatherer, terms: TermCache) -> list[Candidate]:
    """Candidates for every such phrase of a text."""
    found: list[Candidate] = []
    length = 2 * len(text.text)
    lexicon = gatherer.bitext.lexicon
    for a, b in dict.fromkeys([*phrases(text, lexicon), *titles(text, lexicon)]):
        start, end = text.morphemes[a].start, text.morphemes[b - 1].end
        term = terms.at(text, a, b)
        claims = [claim for claim in gatherer.own_claims(term) if claim.matches[0].rule not in _SOME_OF_IT]
        found += candidates(start, end, term, claims, gatherer, (start + end) / length)
    return found


def phrases(text: JapaneseText, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The morphemes ``a:b`` of nouns joined by の that the lexicon has.

    Examples
    --------
    >>> ja = JapaneseText("応仁の乱の後、言論の自由は")
    >>> [ja.surface(a, b) for a, b in phrases(ja, Lexicon.default())]
    ['応仁の乱', '言論の自由']
    """
    morphemes = text.morphemes
    for k in [k for k, m in enumerate(morphemes) if m.surface == _NO and m.pos.startswith(_PARTICLE)]:
        before, after = _nouns(text, k - 1, -1), _nouns(text, k + 1, 1)
        for a in before:
            for b in after:
                if lexicon.has(text.surface(a, b + 1)):
                    yield a, b + 1


def titles(text: JapaneseText, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The morphemes ``a:b`` of what stands in quotation marks by itself, is no noun run, and the lexicon has.

    Examples
    --------
    >>> ja = JapaneseText("「羅生門」と『君の名は』を見た。")
    >>> [ja.surface(a, b) for a, b in titles(ja, Lexicon.default())]
    ['君の名は']
    """
    if not has_quotes(text.text):
        return
    for a, b in quoted(text.morphemes, _LONGEST_TITLE):
        if (a, b) not in text.runs and _is_noun(text.surface(a, b), lexicon):
            yield a, b


def _is_noun(surface: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon has this as a name or as a noun: not 「安定した」."""
    if not lexicon.has(surface):
        return False
    return bool(lexicon.names(surface)) or any(not word.pos or "n" in word.pos for word in lexicon.words(surface))


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
