"""Light nouns: alone, they say *how*, *when*, *where* or *how much*, but do not name a thing."""

from collections.abc import Sequence
from functools import cache

from termalign.japanese.morpheme import Morpheme
from termalign.tables import read_table

_ADJECTIVAL = ("形状詞-一般", "名詞-普通名詞-形状詞可能")
_ADJECTIVAL_SUFFIX = "接尾辞-形状詞的"
_NOUN = ("名詞", "接頭辞")
_COPULA = "だ"
_ATTRIBUTIVE = "な"
_PREFIX = "接頭辞"


@cache
def light_nouns() -> frozenset[str]:
    """Return formal nouns, and nouns of place, amount and time that serve as adverbs or postpositions."""
    return frozenset(noun for noun, *_ in read_table(__package__, "light_nouns.tsv"))


@cache
def formal_nouns() -> frozenset[str]:
    """Return nouns with hardly any meaning of their own, which other words define.

    >>> "物" in formal_nouns(), "上" in formal_nouns()
    (True, False)
    """
    return frozenset(noun for noun, sort, *_ in read_table(__package__, "light_nouns.tsv") if sort == "formal")


def is_light(morphemes: Sequence[Morpheme], k: int) -> bool:
    """Return whether morpheme `k`, standing alone, names nothing.

    True for a light noun, a prefix (*お* 待ち) and an adjective (*複雑* な問題, *政治* 的な問題).

    >>> from termalign.japanese.tagger import morphemes
    >>> texts = ("現在の市長", "複雑な問題", "危険を冒す", "お待ち", "政治的な", "政治的問題")
    >>> [is_light(morphemes(text), 0) for text in texts]
    [True, True, False, True, True, False]
    """
    m = morphemes[k]
    if m.surface in light_nouns() or m.pos.startswith(_PREFIX) or makes_adjective(morphemes, k + 1):
        return True
    if not m.pos.startswith(_ADJECTIVAL) or k + 1 == len(morphemes):
        return False
    follows = morphemes[k + 1]
    return follows.lemma == _COPULA and follows.pos.startswith("助動詞")


def makes_adjective(morphemes: Sequence[Morpheme], k: int) -> bool:
    """Return whether morpheme `k` turns the noun before it into an adjective: 政治*的*な, 大規模*な*; not 政治*的*問題."""
    if k >= len(morphemes) or morphemes[k].start != morphemes[k - 1].end:
        return False
    m = morphemes[k]
    if m.surface != _ATTRIBUTIVE and not m.pos.startswith(_ADJECTIVAL_SUFFIX):
        return False
    follows = morphemes[k + 1] if k + 1 < len(morphemes) else None
    if m.pos.startswith(_ADJECTIVAL_SUFFIX):
        return follows is None or not follows.pos.startswith(_NOUN)
    return m.lemma == _COPULA and follows is not None and follows.pos.startswith(_NOUN)
