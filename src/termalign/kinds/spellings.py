"""Blocking keys of romanisable terms: all loose romaji keys of the possible readings of their characters."""

from collections.abc import Iterable, Mapping

from termalign.japanese.kanji_readings import Kind
from termalign.kana import is_kana, is_kanji, kana_keys, loose
from termalign.kana.loose import LONG_PAIRS
from termalign.lexicon import Lexicon
from termalign.names.by_character import keys_of, repeated
from termalign.once import cached_in_lexicon
from termalign.terms.term import Term, once_a_term

_MOST_COST = 5.0  # nats, for more than one character: names with rarer readings are listed, or are other names
_MOST = 400  # keys of one text
_Begun = tuple[str, bool]
"""The beginning of a key, and whether ッ at its end doubles the next consonant."""


@once_a_term
def spoken_keys(term: Term) -> tuple[str, ...]:
    """Return the loose keys of a term's readings, likeliest first."""
    return tuple(dict.fromkeys([loose(key) for kana in term.spoken for key in kana_keys(kana)]))


@cached_in_lexicon(1024)
def spelled_keys(text: str, kind: Kind, lexicon: Lexicon) -> Mapping[str, float]:
    """Return the loose keys by which the text can be read character by character, with the cost of each in nats.

    For more than one character, only the usual readings are included.

    Examples
    --------
    >>> keys = spelled_keys("有尊", "given", Lexicon.default())
    >>> "aritaka" in keys, "tanaka" in keys
    (True, False)
    """
    if not text or not all(is_kanji(c) or is_kana(c) for c in text):
        return {}
    most = _MOST_COST if len(text) > 1 else float("inf")
    found: dict[_Begun, float] = {("", False): 0.0}
    for at, character in enumerate(repeated(text)):
        ways = [way for row in keys_of(character, at > 0, kind, lexicon).values() for way in row]
        found = dict(sorted(_longer(found, ways, most).items(), key=lambda item: item[1])[:_MOST])
    return {key: cost for (key, doubling), cost in found.items() if not doubling}


def _longer(found: Mapping[_Begun, float], ways: Iterable[tuple[str, str, float]], most: float) -> dict[_Begun, float]:
    """Return the keys that are begun, each with each key of the next character, if they cost at most ``most``."""
    step: dict[_Begun, float] = {}
    for (before, doubling), so_far in found.items():
        for key, kana, cost in ways:
            if so_far + cost > most or (doubling and key[0] not in "kstp"):
                continue
            joined = before + key[0] * doubling + key
            if not doubling and before[-1:] + key[0] in LONG_PAIRS:
                joined = before + key[1:]
            state = (joined, kana[-1] == "ッ")
            if so_far + cost < step.get(state, most + 1.0):
                step[state] = so_far + cost
    return step
