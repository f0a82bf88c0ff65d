"""What is around the stem of a predicate and renders nothing by itself: 遂行*した*, 認め*なかった*, *ご*確認*ください*."""

from collections.abc import Sequence

from termalign.japanese.morpheme import Morpheme

#: Verbs that turn a noun into a verb, as UniDic writes their lemmas: する, できる, いたす, なさる, いただく, くださる.
_DOING = frozenset(["為る", "出来る", "致す", "為さる", "頂く", "下さる"])
_NOMINAL = ("名詞", "形状詞", "接尾辞-名詞的")
_AUXILIARY, _ADJECTIVE, _HELPING_VERB, _JOINING = "助動詞", "形容詞", "動詞-非自立可能", "助詞-接続助詞"
_NOT, _HONOURING = "無い", "御"
_MEANING_MORE = frozenset(["たい", "ず"])  # 食べ*たい* (a wish), 15分足ら*ず* (a bound)
_LINKING = ("て", "だ")  # 審査*て*いる, 違法*で*ある


def stem(morphemes: Sequence[Morpheme]) -> tuple[int, int]:
    """Return the range of the morphemes of a word or phrase without honorific prefix and without inflection at the end.

    Endings of time, voice, politeness and negation are inflection; a wish (食べたい) and *without* (要せず) are not.

    >>> from termalign.japanese.tagger import morphemes
    >>> texts = ("遂行した", "認めなかった", "審査している", "是正されれば", "好ましくは", "ご確認ください", "食べたい", "お茶")
    >>> ["".join(m.surface for m in found[slice(*stem(found))]) for found in map(morphemes, texts)]
    ['遂行', '認め', '審査', '是正', '好ましく', '確認', '食べたい', 'お茶']
    """
    end = len(morphemes)
    while end > 1 and _inflects(morphemes[end - 1], morphemes[end - 2]):
        end -= 1
    honoured = 1 < end < len(morphemes) and morphemes[0].lemma == _HONOURING
    return int(honoured), end


def _inflects(m: Morpheme, before: Morpheme) -> bool:
    """Return whether a morpheme only inflects the one before it."""
    if m.lemma in _DOING and before.pos.startswith(_NOMINAL):
        return True
    if m.pos.startswith(_HELPING_VERB):
        return before.lemma in _LINKING
    if m.lemma == "は":
        return before.pos.startswith(_ADJECTIVE)
    negates = m.lemma == _NOT and not before.pos.startswith(("名詞", "助詞"))
    return negates or m.pos.startswith(_JOINING) or (m.pos.startswith(_AUXILIARY) and m.surface not in _MEANING_MORE)
