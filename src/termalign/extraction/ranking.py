"""The selection and ranking of the terms and renderings to propose."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from termalign.english import lexeme
from termalign.english.function_words import FUNCTION_WORDS
from termalign.english.text import WORD
from termalign.extraction.observation import OF
from termalign.extraction.tally import RenderingTally, TermTally
from termalign.japanese.light_nouns import light_nouns
from termalign.kana import is_hiragana
from termalign.odds import chance as chance_of
from termalign.odds import log_odds
from termalign.quantities import japanese_quantities
from termalign.tables import read_table

# Weights for the log odds of a rendering, set by hand after reading the results for two kinds of text.
_OFTEN, _TOGETHER, _SHARE, _STRAY = 1.2, 2.0, 1.5, 1.0
_SLOPE, _EVEN = 1.2, 3.9
_SURE = 0.98
_WIDER = 0.1  # share of a term's occurrences from which words added to its usual rendering belong to it
_OWN = 1 / 3  # share of the links of a term, or of the pairs with a rendering, from which both belong together
# Weights and limits for terms.
_FEW = 1000  # occurrences added to the total, because a few sentences say little about frequency
_RARE = 5.0  # assumed frequency per million words of a word that is not in the table
_COMMON = 50.0  # the least assumed frequency of a word that a dictionary marks as common, such as 政策
_KEEN = 0.7  # lowest ratio of a term's frequency in the bitext to that in general text
_BOUND = 0.8  # share of occurrences within longer terms from which a single character is not a word
_AS_OFTEN = 0.7  # a shorter term has the rendering of a longer one as consistently from this ratio of their shares
_VERB = 0.6  # penalty for a term whose rendering is always a verb
_PHRASE = 0.5  # factor for a phrase with の that is not a name: 文字列のリスト
_BORROWED = frozenset({"romaji", "loanword", "name"})  # kinds of links whose English has the sound of the Japanese
_IN_NAMES = FUNCTION_WORDS - {"in", "at", "on"}  # small words of names


Likely = list[tuple[str, RenderingTally, float]]
"""Renderings with their keys and probabilities."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term with its likely renderings."""

    key: str  # of the term
    tally: TermTally
    renderings: tuple[tuple[str, RenderingTally, float], ...]  # key, counts and probability, the usual one first
    termhood: float  # how specific the term is to this text; proposals are sorted by it


def proposals(
    tallies: Mapping[str, TermTally], least: float, is_word: Callable[[str], bool], is_common: Callable[[str], bool]
) -> list[Proposal]:
    """Return the terms with a rendering whose probability is at least `least`, best first.

    `is_word` tells whether a dictionary lists a term, and `is_common` whether it marks the term as a common word.
    """
    likely = {key: renderings for key, tally in tallies.items() if (renderings := _likely(tally))}
    every = sum(tally.times for tally in tallies.values())
    found = [
        Proposal(
            key,
            tallies[key],
            _proposed(tallies[key], renderings, least),
            _termhood(key, tallies[key], renderings, every, is_common),
        )
        for key, renderings in likely.items()
        if renderings[0][2] >= least
        and _is_term(key, tallies, is_word)
        and (is_word(key) or not _adds_nothing(key, tallies, likely, is_word))
        and not _is_fragment(key, tallies, likely)
    ]
    return sorted((p for p in found if p.termhood > 0), key=_rank)


def _proposed(tally: TermTally, renderings: Likely, least: float) -> tuple[tuple[str, RenderingTally, float], ...]:
    """Return the likely renderings, the usual one first, without those that rarely add other words to it.

    Such words mostly render a neighbour of the term: *option selected* for オプション.
    """
    usual, *others = sorted((r for r in renderings if r[2] >= least), key=lambda r: -r[2] * r[1].links)
    return usual, *(r for r in others if _share(tally, r[1]) >= _WIDER or not _widens(r[1], usual[1]))


def _widens(rendering: RenderingTally, usual: RenderingTally) -> bool:
    """Return whether a rendering has the words of the usual one and others."""
    longer, shorter = (
        [lexeme(word).lemma for word in WORD.findall(tally.forms.most_common(1)[0][0])] for tally in (rendering, usual)
    )
    return len(longer) > len(shorter) and any(
        longer[k : k + len(shorter)] == shorter for k in range(len(longer) - len(shorter) + 1)
    )


def _rank(proposal: Proposal) -> tuple[float, int, float, float, int, str]:
    """Return the key by which proposals are sorted: of equal ones, the rarer in general text, then the longer comes first."""
    key = proposal.key
    known = _everyday().get(key, 0.0)
    return -proposal.termhood, -proposal.tally.times, known, -round(proposal.renderings[0][2], 2), -len(key), key


def _likely(tally: TermTally) -> Likely:
    """Return each rendering with its probability, most likely first."""
    chances = ((key, rendering, chance(tally, rendering)) for key, rendering in tally.renderings.items())
    return sorted(chances, key=lambda found: (-found[2], -len(found[0]), found[0]))


def chance(tally: TermTally, rendering: RenderingTally) -> float:
    """Return the probability that a rendering is right, from all evidence in the bitext.

    The evidence is the scores and number of its links, their share of the term's occurrences, and the overlap between the
    pairs with the term and those with the rendering (the coefficient of L. R. Dice, 1945). It speaks against a rendering
    that few of the term's links have and that is mostly found elsewhere: *import*, once linked to 仕入先.

    Examples
    --------
    >>> often = RenderingTally(links=8, score=7.2, together=9, units=9)
    >>> once = RenderingTally(links=1, score=0.6, together=1, units=40)
    >>> term = TermTally(units=10, times=10)
    >>> round(chance(term, often), 2), round(chance(term, once), 2)
    (0.99, 0.01)
    """
    score = min(max(rendering.score / rendering.links, 1 - _SURE), _SURE)
    often = _OFTEN * math.log1p(rendering.links)
    share = _share(tally, rendering)
    stray = _STRAY * min(0.0, math.log(max(share, _exclusiveness(rendering)) / _OWN))
    odds = log_odds(score) + often + _TOGETHER * _dice(tally, rendering) + _SHARE * share + stray
    return chance_of(_SLOPE * (odds - _EVEN))


def _dice(tally: TermTally, rendering: RenderingTally) -> float:
    """Return how far the pairs with the term and those with the rendering are the same, 0 to 1."""
    return 2 * rendering.together / (tally.units + rendering.units)


def _exclusiveness(rendering: RenderingTally) -> float:
    """Return the share of the pairs with the rendering that link it to the term, 0 to 1."""
    return min(1.0, rendering.links / max(1, rendering.units))


def _share(tally: TermTally, rendering: RenderingTally) -> float:
    """Return the share of the term's occurrences that have the rendering, 0 to 1."""
    return rendering.links / tally.times


def _is_term(key: str, tallies: Mapping[str, TermTally], is_word: Callable[[str], bool]) -> bool:
    """Return whether a key can be a term: not a quantity, a formal noun, hiragana only, or a mere piece of other terms."""
    if key in light_nouns() or all(map(is_hiragana, key)) or key[0].isdigit() or key[0] == OF:
        return False
    if not is_word(key) and _is_no_unit(key, tallies):
        return False
    tally = tallies[key]
    if len(key) == 1 and tally.within >= _BOUND * tally.times:
        return False
    return not any(q.end - q.start == len(key) for q in japanese_quantities(key))


def _is_no_unit(key: str, tallies: Mapping[str, TermTally]) -> bool:
    """Return whether a key that no dictionary lists is not a term of its own.

    It is not if it occurs only within one longer term, if it combines parts and occurs only within compounds (unless it is a
    name with the borders of a compound), or if it is a phrase with の that is not a name and occurs in one pair.
    """
    tally = tallies[key]
    composed = tally.is_composed
    if tally.within == tally.times and (composed or len(tally.longer) == 1):
        return not (composed and _is_named(tally) and _is_bounded(key, tallies))
    # a phrase in a single pair is no term
    return composed and OF in key and tally.units < 2 and not _is_named(tally)


def _is_bounded(key: str, tallies: Mapping[str, TermTally]) -> bool:
    """Return whether a term begins with a part that mostly begins compounds, and ends with one that mostly ends them.

    観心寺 does, because 寺 ends many names; 日本放送 does not, where 放送 is only found within 日本放送協会.
    """
    pairs = [(tallies.get(key[:k]), tallies.get(key[k:])) for k in range(1, len(key))]
    begins = any(part and 0 < part.within <= 2 * part.first for part, _ in pairs)
    return begins and any(part and 0 < part.within <= 2 * part.last for _, part in pairs)


def _is_named(tally: TermTally) -> bool:
    """Return whether the most likely rendering is always a capitalised name: 桶狭間の戦い, *Battle of Okehazama*.

    A name with its place is not one name: 吉野の金峯山, *Mt. Kinpusen in Yoshino*.
    """
    best = max(tally.renderings.values(), key=lambda rendering: rendering.score)
    words = [word for form in best.forms for word in form.split() if word.lower() not in _IN_NAMES]
    return all(word[0].isupper() for word in words)


def _adds_nothing(
    key: str, tallies: Mapping[str, TermTally], likely: Mapping[str, Likely], is_word: Callable[[str], bool]
) -> bool:
    """Return whether a shorter term makes this one redundant, as パーサー does パーサー内.

    The shorter term must have the same rendering about as consistently, and occur by itself at least as often as this one
    occurs. If this one occurs once, it is enough that a dictionary lists the shorter term: 能登半島 in 能登半島周辺, *Noto
    Peninsula*.
    """
    rendering = likely[key][0][0]
    return any(
        shorter in likely
        and likely[shorter][0][0] == rendering
        and _share(tallies[shorter], likely[shorter][0][1]) >= _AS_OFTEN * _share(tallies[key], likely[key][0][1])
        and (
            tallies[shorter].times - tallies[shorter].within >= tallies[key].times
            or (tallies[key].times == 1 and is_word(shorter))
        )
        for shorter in _shorter(key)
    )


def _is_fragment(key: str, tallies: Mapping[str, TermTally], likely: Mapping[str, Likely]) -> bool:
    """Return whether a longer term makes this one redundant, as 直列化 does 直列.

    The longer term must recur, have the same rendering, contain most occurrences of this one, and be no fragment itself.
    """
    tally = tallies[key]
    half = tally.times / 2
    return any(
        longer in likely
        and likely[longer][0][0] == likely[key][0][0]
        and tallies[longer].times > max(1, half)
        and half > tally.times - tally.within
        and not _is_fragment(longer, tallies, likely)
        for longer in tally.longer
    )


def _shorter(key: str) -> Iterator[str]:
    """Yield the beginnings and ends of a term."""
    for k in range(1, len(key)):
        yield key[:k]
        yield key[k:]


def _termhood(key: str, tally: TermTally, renderings: Likely, every: int, is_common: Callable[[str], bool]) -> float:
    """Return how specific a term is to this text, or 0 for an everyday word.

    This is the number of pairs with the term, combined with its frequency here relative to general text (K. Ahmad, L. Gillam
    and L. Tostevin, "University of Surrey participation in TREC 8: weirdness indexing", 1999), and with the share of its
    occurrences that have its likeliest rendering, since terms are translated more consistently than other words (I. D.
    Melamed, "Measuring semantic entropy", 1997). Occurrences in the longer term that has most of them do not count, as in the
    C-value (K. Frantzi, S. Ananiadou and H. Mima, "Automatic recognition of multi-word terms", 2000). It is lower for terms
    that English renders by verbs, and for phrases.
    """
    _, best, likelihood = renderings[0]
    known = _everyday().get(key, 0.0)
    often = 1e6 * tally.times / (every + _FEW)
    if known and often < _KEEN * known:
        return 0.0
    if known < _COMMON and not _is_borrowed(best) and is_common(key):
        known = _COMMON
    alone = _alone(tally)
    keenness = often * alone / known if known else max(often * alone / _RARE, _KEEN)
    agreed = _share(tally, best) * likelihood
    whole = _PHRASE if OF in key and tally.is_composed and not _is_named(tally) else 1.0
    return (
        math.log2(1 + alone * tally.units) * math.log1p(keenness) * (1 - _VERB * _share_of_verbs(best)) * agreed * whole
    )


def _alone(tally: TermTally) -> float:
    """Return the share of a term's occurrences outside the longer term that contains most of them, but at least that of one.

    称徳 that is only found in 称徳天皇 is like a term that occurs once. 明治 is found in 明治時代, 明治維新 and by itself.
    """
    return max(1, tally.times - max(tally.longer.values(), default=0)) / tally.times


def _is_borrowed(rendering: RenderingTally) -> bool:
    """Return whether one language has the word from the other, which is specific even if common: 歌舞伎 *kabuki*."""
    return rendering.kinds.most_common(1)[0][0] in _BORROWED


def _share_of_verbs(rendering: RenderingTally) -> float:
    """Return the share of a rendering's occurrences that have a form that only verbs have."""
    verbs = sum(times for form, times in rendering.forms.items() if " " not in form and _is_verb(form))
    return verbs / max(1, rendering.forms.total())


def _is_verb(form: str) -> bool:
    word = lexeme(form)
    return word.past or word.gerund


@cache
def _everyday() -> dict[str, float]:
    """Return the frequency of nouns per million words of general text, without rare nouns."""
    return {word: float(times) for word, times in read_table(__package__, "everyday.tsv")}
