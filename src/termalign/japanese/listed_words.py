"""Nouns made of a verb stem and a noun (推し|活, 使い|方), 偶|数, and がん (cancer), all of which the tagger splits."""

from collections.abc import Sequence

from termalign.japanese.morpheme import Morpheme, adjacent, joined, read
from termalign.kana import is_kanji
from termalign.lexicon.lexicon import Lexicon

_VERB = "動詞"
_ADVERB = "副詞"
_NOMINAL = ("名詞", "接頭辞", "接尾辞-名詞的")
_HELPING = "為る"  # し of する
_FILLER = "感動詞"
_NOUN = "名詞-普通名詞-一般"


def with_cancer(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Return the morphemes, with が|ん, tagged as a particle and a filler, joined to a noun: 国立が|ん研究センター.

    >>> from termalign.japanese.tagger import morphemes
    >>> [m.surface for m in with_cancer(morphemes("国立がん研究センター"))]
    ['国立', 'がん', '研究', 'センター']
    """
    found = list(morphemes)
    for k in range(len(found) - 2, -1, -1):
        particle, filler = found[k], found[k + 1]
        cut = particle.surface == "が" and filler.surface == "ん" and filler.pos.startswith(_FILLER)
        if cut and adjacent(particle, filler) and (not k or adjacent(found[k - 1], particle)):
            found[k : k + 2] = [joined((particle, filler), _NOUN, "ガン")]
    return found


def listed_words(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> list[Morpheme]:
    """Return the morphemes, with each split noun joined if the dictionary lists it.

    >>> from termalign.japanese.tagger import morphemes
    >>> [m.surface for m in listed_words(morphemes("推し活の使い方、偶数月"), Lexicon.default())]
    ['推し活', 'の', '使い方', '、', '偶数', '月']
    """
    found = with_cancer(morphemes)
    for k in range(len(found) - 2, -1, -1):
        stem, noun = found[k], found[k + 1]
        if not (_is_stem(stem) or _is_kanji_adverb(stem)):
            continue
        if adjacent(stem, noun) and noun.pos.startswith(_NOMINAL) and lexicon.has(stem.surface + noun.surface):
            found[k : k + 2] = [joined((stem, noun), _NOUN, read((stem, noun)))]
    return found


def _is_stem(m: Morpheme) -> bool:
    return m.pos.startswith(_VERB) and m.base != m.surface and m.lemma != _HELPING


def _is_kanji_adverb(m: Morpheme) -> bool:
    return m.pos.startswith(_ADVERB) and len(m.surface) == 1 and is_kanji(m.surface)
