"""How likely a katakana string and a Latin one are the same word, by their sound."""

import math

from termalign.phonetics.alignment import log_odds

# Logistic fit of "is this the pair?" on held-out names and loanwords, one true pair to twenty false ones (tools/learn_phonetics.py).
_SLOPE = 0.5
_OFFSET = -1.0


def probability(odds: float) -> float:
    """The calibrated chance that a pair with these log odds is right; strictly increasing, never 0 or 1.

    Examples
    --------
    >>> 0 < probability(-60) < probability(0) < probability(60) < probability(61) < 1
    True
    """
    logit = _SLOPE * odds + _OFFSET
    logit = math.copysign(math.log1p(abs(logit)) * 3, logit)  # heavy tails: data is wrong more often than the model
    return 1 / (1 + math.exp(-logit))


def similarity(kana: str, latin: str) -> float:
    """The chance that `latin` is what `kana` writes, by sound alone: 0 to 1, fine-grained, comparable between pairs.

    Parameters
    ----------
    kana : str
        Katakana (hiragana and half-width kana too), with or without ・ between words.
    latin : str
        A word or phrase in Latin letters, any case, with or without diacritics.

    Examples
    --------
    >>> similarity("キャンペーン", "campaign") > 0.9 > 0.1 > similarity("キャンペーン", "company")
    True
    >>> similarity("エリン・ジョーンズ", "Elin Jones") > 0.9
    True
    """
    return probability(log_odds(kana, latin))
