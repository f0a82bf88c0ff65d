"""Nouns that are a form of a compound verb and mean the same: 絞り込み (*narrowing down*) for 絞り込む (*to narrow down*)."""

import re
from collections import defaultdict

from termalign.lexicon.entries import WordEntry
from termalign.lexicon.lexicon import Lexicon
from termalign.once import cached_in_lexicon
from termalign.text.scripts import KANJI

_COMPOUND = re.compile(f"[々{KANJI}].*[々{KANJI}].*[ぁ-ゖ]")
_CONTINUATIVE = str.maketrans("うくぐすつぬぶむる", "いきぎしちにびみり")
_NOUNS, _VERBS = frozenset({"n", "vs"}), frozenset("v")


@cached_in_lexicon(1 << 14)
def verbal_nouns(lexicon: Lexicon, verb: str) -> tuple[str, ...]:
    """Return the continuative form of a compound verb, unless the dictionary has a noun with a meaning that the verb lacks.

    A verb in る may be of either conjugation, so it has two such forms, one of which is no word.

    Examples
    --------
    >>> lexicon = Lexicon.default()
    >>> verbal_nouns(lexicon, "絞り込む"), verbal_nouns(lexicon, "並べ替える")
    (('絞り込み',), ('並べ替えり', '並べ替え'))
    >>> verbal_nouns(lexicon, "引き出す"), verbal_nouns(lexicon, "話す")  # 引き出し is also a drawer
    ((), ())
    """
    forms = [verb[:-1] + verb[-1:].translate(_CONTINUATIVE), *([verb[:-1]] if verb.endswith("る") else [])]
    said = {key for keys in _meanings(lexicon.words(verb), _VERBS) for key in keys}
    return tuple(
        form
        for form in forms
        if _COMPOUND.fullmatch(form)
        and not any(said.isdisjoint(keys) for keys in _meanings(lexicon.words(form), _NOUNS))
    )


def _meanings(words: tuple[WordEntry, ...], pos: frozenset[str]) -> list[set[str]]:
    """Return the keys of the glosses of each meaning of words with these parts of speech."""
    found: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for number, word in enumerate(words):
        if not pos.isdisjoint(word.pos):
            for gloss in word.glosses:
                found[number, gloss.sense].update(gloss.keys)
    return list(found.values())
