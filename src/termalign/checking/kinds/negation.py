"""The kind ``negation``: what only one text denies or forbids, 適用しない ~ *applies*, 開けてください ~ *Do not open*."""

import re
from collections.abc import Iterator, Sequence

from termalign.checking.denials import demands_instead, denied_only_in_english, denied_only_in_japanese, denies
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.english import lexeme
from termalign.english.gloss import gloss_keys
from termalign.japanese.morpheme import Morpheme, beginning_in
from termalign.model import Span
from termalign.text import CODE, blanked

_SCORE = 0.7
_PAST = "(?:ものとする|です|た(?:です)?|でした)?"
_TOLD = "こと(?:とする)?|で(?:ください|下さい)|ように(?:する(?:こと)?|して(?:ください|下さい))"
#: The end of a Japanese sentence that may negate its verb, also in an instruction (触れないこと, 触れないでください)
_NEGATED = re.compile(rf"((?:ない|なかっ|ません){_PAST}|ない(?:{_TOLD}))[。．]?\s*(?:[(（][^()（）]*[)）][。．]?\s*)?$")
_AFTER = re.compile(f"{_PAST}|{_TOLD}")
#: A negation of any form; a sentence with two is left alone
_NEGATION = re.compile("ない|ません|なく|なけれ|なかっ|ず[、に]|ざる")
#: Words with which a negation says something else: an obligation, a limit, a doubt, a comparison
_OTHERWISE = re.compile(
    "しか|だけ|限|わけでは|かもしれ|ないか|過ぎ|すぎ|違い|ちがい|ほかなら|他なら|(?<![てで]は)(?:なら(?:ない|なり)|なりません|いけ(?:ない|ません))|全く|まで|ほど|より|以外"
    "|以上に|たまらない|しょうがない|仕方|しかた|すみません|かまわ|かまい|構わ|構い|思わない|じゃな|[？?]"
)
_NO = frozenset({"ない", "ず", "ぬ", "無い"})
_PARTICLES = ("助動詞", "助詞", "動詞-非自立")
_WORD = re.compile("[A-Za-z]{2}")
_CONTENT = ("動詞", "名詞", "形状詞")
_ALSO = frozenset({"は", "も", "すら", "さえ"})  # 見てはいない; but ことはできない negates the verb
_LIGHT = frozenset({"為る", "出来る"})
#: A prohibition, which the checker of modal verbs compares with an English one
_PROHIBITED = re.compile("[てで]は(?:なら|なりま|いけ)|禁止(?:する|です|だ|さ)|禁[じず]")
_MODAL = re.compile(r"\b(?:may|can|have to|has to|allowed|permitted)\b", re.IGNORECASE)
_FORBIDS = frozenset({"成る", "行く", "行ける"})
#: Verbs of findings, which may be rendered by *there is*: 発熱は認めなかった
_FINDING = frozenset("認める 見る 見られる 観察 検出 存在 生じる".split())
#: Words that are negated in idioms: 欠かせない, *indispensable*; 変わらない, *the same*; 目がない, *fond of*
_IDIOMS = frozenset(
    "構う 変わる 違う 欠かす 欠く 絶える 知れる 済む 足りる 過ぎる 行く 言う 思う 堪える 要る 因る 関わる 限る 劣る 尽きる 困る"
    " 間違える 避ける 妨げる 目 後 訳".split()
)


class Negation(Checker):
    """A checker for sentences that deny or forbid something, whose English has no word that does, and the other way round."""

    kind = "negation"
    by_block = True

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = segment.ja_prose, blanked(CODE, segment.en_prose)
        found = None
        if not (_PROHIBITED.search(ja) and _MODAL.search(en)) and not demands_instead(ja, en):
            found = self._affirmed(segment, ja, en) or self._lost(segment, ja, en)
        found = found or self._forbidden(segment, ja, en)
        if found:
            yield found

    def _affirmed(self, segment: Segment, ja: str, en: str) -> Finding | None:
        """Return the finding that the English of a sentence has the negated verb of its Japanese, but does not negate it."""
        end = _plain_end(ja)
        for word in _negated(beginning_in(segment.morphemes, 0, end)) if end else []:
            said = _rendered(word, segment)
            if said and not denies(en, said.start, said.end):
                own = segment.ja[word.start : end]
                message = f"“{own}” is negated; the English says “{said.text}” without a negation."
                return self.finding(segment, _SCORE, message, ja=(word.start, end), en=said)
        return None

    def _lost(self, segment: Segment, ja: str, en: str) -> Finding | None:
        """Return the finding that nothing in the English of a sentence denies, forbids or excepts what its Japanese does."""
        found = denied_only_in_japanese(ja, en)
        if not found or not _WORD.search(en):
            return None
        before = beginning_in(segment.morphemes, 0, found.start())
        said = [m for m in before if m.pos.startswith(_CONTENT) and m.lemma not in _LIGHT][-1:]
        start = said[0].start if said else found.start()
        end = len(ja[: found.end()].rstrip("。．!！ \n"))
        message = f"“{segment.ja[start:end]}” denies or forbids; nothing in the English does."
        return self.finding(segment, _SCORE, message, ja=(start, end))

    def _forbidden(self, segment: Segment, ja: str, en: str) -> Finding | None:
        """Return the finding that the English of a sentence forbids something, and its Japanese nothing."""
        found = denied_only_in_english(ja, en)
        if not found:
            return None
        message = f"“{segment.en[slice(*found.span())]}” denies or forbids; nothing in the Japanese does."
        return self.finding(segment, _SCORE, message, en=found.span())


def _rendered(word: Morpheme, segment: Segment) -> Span | None:
    """Return the English words that have the content words of a dictionary rendering of a Japanese word."""
    english = segment.english
    for entry in segment.lexicon.words(word.lemma):
        for gloss in entry.glosses:
            keys = gloss_keys(gloss.text)
            places = [english.by_stem.get(key, []) for key in keys]
            if all(places) and not all(lexeme(english.forms[at[0]]).function for at in places):
                first, last = min(at[0] for at in places), max(at[0] for at in places)
                return segment.en_span(*english.with_adverb(first, last + 1))
    return None


def _plain_end(sentence: str) -> int:
    """Return where the negation at the end of a Japanese sentence ends; 0 if there is none, or another, or it says more."""
    negated = _NEGATED.search(sentence)
    plain = negated and not _OTHERWISE.search(sentence) and len(_NEGATION.findall(sentence)) == 1
    return negated.end(1) if negated and plain else 0


def _is_auxiliary(words: Sequence[Morpheme], k: int) -> bool:
    """Return whether a word of a negated predicate is not its verb: an auxiliary, a particle, する, こと, なら of ならない."""
    word = words[k]
    if word.pos.startswith("動詞-非自立") and word.lemma not in _LIGHT:
        before = words[k - 1 - _is_of_prohibition(words, k - 1)]
        return before.pos.startswith(("動詞", "助動詞")) or before.surface in "てで"
    return word.pos.startswith(_PARTICLES) or word.surface == "こと"


def _is_of_prohibition(words: Sequence[Morpheme], k: int) -> bool:
    """Return whether a word is the は of してはならない and してはいけない."""
    verbal = k > 0 and words[k].surface == "は" and words[k - 1].pos == "助詞-接続助詞"
    return verbal and words[k + 1].lemma in _FORBIDS


def _verb_before(words: Sequence[Morpheme], end: int) -> int:
    """Return the place of the verb that a negation ends; -1 if there is none, or only what follows は or も is denied."""
    k = end - 1
    while k > 0 and _is_auxiliary(words, k):
        also = words[k].surface in _ALSO and words[k - 1].surface != "こと" and not _is_of_prohibition(words, k)
        if also and words[end].lemma != "無い":
            return -1
        k -= 1
    return k


def _negated(sentence: Sequence[Morpheme]) -> list[Morpheme]:
    """Return the verb, or the noun before する or ではない, that the end of a sentence negates, and what is not found."""
    words = [m for m in sentence if not m.pos.startswith("補助記号")]
    ends = [k for k, m in enumerate(words) if m.lemma in _NO and m.pos.startswith(("助動詞", "形容詞"))]
    if len(ends) != 1 or not _AFTER.fullmatch("".join([m.surface for m in words[ends[0] + 1 :]])):
        return []
    k = _verb_before(words, ends[0])
    said = words[k] if k >= 0 else None
    if said is None or not said.pos.startswith(_CONTENT) or said.lemma in _IDIOMS:
        return []
    found = words[k - 2 : k - 1] if said.lemma in _FINDING and k > 1 and words[k - 1].surface in "はがをも" else []
    return [said, *(noun for noun in found if noun.pos.startswith("名詞"))]
