"""What the length of a list says against weak evidence.

A text renders some dozens of terms, however long the list is that it is held against. The more terms there are, the less
likely it is beforehand that it is this one of them that a chance resemblance means: of a thousand foreign names two sound
like *lead*, of a hundred thousand two hundred. So the log odds of a link fall with the logarithm of the list's length,
by a share that says how easily the evidence comes about by chance. Evidence that few terms can have in common, several
parts of a compound or a phrase of several words, loses nothing.

Up to `ORDINARY` terms nothing is lost: the scores are fitted on lists of that sort.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Final

from termalign.english import EnglishText
from termalign.evidence.match import Match
from termalign.evidence.term import written_in_katakana
from termalign.score import COVERED, logistic

ORDINARY: Final = 1_000  # terms

# Shares, set on three news articles and checked on three others: docs/term-lists.md.
_BY_CHANCE: Final = 0.25  # sound, a half of a name, one part of a compound, one word that is not quite the gloss
_BY_WORD: Final = 0.1  # one word that is
_ORDINARY: Final = 0.35  # sound where English has ordinary words, and anything where it has a lone function word
_SOUNDS_ORDINARY: Final = 0.8  # … where it has one: every word sounds like somebody's name

MUCH_MORE: Final = 2.0  # odds
_SOUND: Final = frozenset({"loanword", "clip", "clip/loan", "clip/morae", "romaji", "romaji/short"})
_OF_PARTS: Final = frozenset({"composed", "name/organisation"})
_SHARES: Final = {
    **dict.fromkeys(_SOUND, _BY_CHANCE),
    **dict.fromkeys(("name/family", "name/given", "name/family-again", "name/given-again"), _BY_CHANCE),
    **dict.fromkeys(("name/unread", "name/characters", "name/core-unread", "name/core", "name/word"), _BY_CHANCE),
    **dict.fromkeys(("gloss/synonym", "gloss/kanji", "gloss/calque", "gloss/grown", "gloss/alike"), _BY_CHANCE),
    **dict.fromkeys(("gloss/partial", "gloss/tail", "name/organisation-part"), _BY_CHANCE),
    "gloss": _BY_WORD,
    "gloss/affix": _BY_WORD,
    "loanword/source": _BY_WORD,
}  # fmt: skip


class BaseRate:
    """What evidence loses in a list of so many terms.

    Parameters
    ----------
    size : int
        Terms of the list.

    Examples
    --------
    >>> BaseRate(1_000).rarity, round(BaseRate(100_000).rarity, 2)
    (0.0, 4.61)
    """

    def __init__(self, size: int) -> None:
        self.rarity = math.log(max(size, ORDINARY) / ORDINARY)

    def least_loss(self, kind: str, words: int = 1, parts: int = 1) -> float:
        """What evidence of a kind loses at the least, wherever it stands, in nats."""
        return self.rarity * share(kind, words, parts)

    def loss(self, kinds: Iterable[str], english: EnglishText, i: int, j: int, parts: int, coverage: float) -> float:
        """What a claim for the words ``i:j`` loses, in nats: no more than the surest of its kinds of evidence."""
        if not self.rarity:
            return 0.0
        return self.rarity * min(_share_at(kind, english, i, j, parts, coverage) for kind in kinds)

    def lowered(
        self, score: float, matches: Sequence[Match], english: EnglishText, i: int, j: int, surface: str
    ) -> float:
        """The score of a claim for a term in a list of so many."""
        if not self.rarity or not 0.0 < score < 1.0:
            return score
        # As a native word (カレ, he) such a term is a name or a foreign word more often.
        kana = written_in_katakana(surface)
        native = _BY_CHANCE
        if kana and _words(english, i, j)[1] and all(m.kind == "gloss" for m in matches):
            native = _ORDINARY
        lost = min(
            native
            if kana and m.kind == "gloss"
            else _share_at(f"{m.kind}/{m.rule}" if m.rule else m.kind, english, i, j, len(m.parts) or 1, m.coverage)
            for m in matches
        )
        return _at_odds(score, math.exp(-self.rarity * lost))


def raised(threshold: float, loss: float) -> float:
    """The score that is the threshold after a loss of log odds."""
    return logistic(math.log(threshold / (1.0 - threshold)) + loss) if 0.0 < threshold < 1.0 else threshold


def share(kind: str, words: int = 1, parts: int = 1) -> float:
    """Of `BaseRate.rarity`, what evidence of a kind loses, wherever it stands."""
    if kind in _OF_PARTS:
        return _BY_CHANCE if parts < 2 else 0.0
    found = _SHARES.get(kind, 0.0)
    return 0.0 if words > 1 and found == _BY_WORD else found


def as_likely(best: float) -> float:
    """The strength that evidence has which is still a rival to the best evidence for the same words, in odds.

    Words that another term of a long list renders much more surely are explained by that: the weaker terms are not put
    before the matchers.

    Examples
    --------
    >>> round(as_likely(0.95), 3)
    0.905
    """
    return _at_odds(best, 1.0 / MUCH_MORE)


def explaining(weak: float) -> float:
    """The strength of evidence from which on what is so weak is no rival to it: `as_likely` the other way."""
    return _at_odds(weak, MUCH_MORE)


def _at_odds(chance: float, times: float) -> float:
    """The chance whose odds are so many times those of `chance`."""
    odds = chance / (1.0 - chance) * times
    return odds / (1.0 + odds)


def _share_at(kind: str, english: EnglishText, i: int, j: int, parts: int, coverage: float) -> float:
    if coverage < COVERED and parts < 2:
        return _BY_CHANCE
    of_meaning, ordinary = _words(english, i, j)
    found = share(kind, of_meaning, parts)
    if found and not of_meaning:
        return _ORDINARY
    if ordinary and (kind in _SOUND or kind.startswith("name/")):
        return _SOUNDS_ORDINARY if j - i == 1 else _ORDINARY
    return found


def _words(english: EnglishText, i: int, j: int) -> tuple[int, bool]:
    """How many of the words ``i:j`` mean something, and whether all are ordinary ones, in lower case; once a text."""
    known: dict[tuple[int, int], tuple[int, bool]] = english.__dict__.setdefault(_words.__qualname__, {})
    found = known.get((i, j))
    if found is None:
        lexemes = english.lexemes[i:j]
        ordinary = all(x.known and form.islower() for x, form in zip(lexemes, english.forms[i:j], strict=True))
        found = known[i, j] = sum([not x.function for x in lexemes]), ordinary
    return found


#: Of a short list.
NONE_LOST: Final = BaseRate(0)
