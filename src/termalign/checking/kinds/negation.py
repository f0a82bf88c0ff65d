"""The kind ``negation``: what only one text denies or forbids, 適用しない ~ *applies*, 開けてください ~ *Do not open*.

Some words of the English (``denials.tsv``) deny. Some forms of the Japanese are rendered by such words, whatever the verb is.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.glossed import Glossed, glossed, meaning_of, outermost
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.english import lexeme
from termalign.english.gloss import gloss_keys
from termalign.english.opposites import is_only_opposite, sides_of
from termalign.japanese.denials import may_deny, may_limit
from termalign.japanese.morpheme import Morpheme, beginning_in
from termalign.model import Span
from termalign.quantities.quantity import Offsets
from termalign.tables import read_lines
from termalign.text import blanked_at

_PAST = "(?:ものとする|です|た(?:です)?|でした)?"
_TOLD = "こと(?:とする)?|で(?:ください|下さい)|ように(?:する(?:こと)?|して(?:ください|下さい))"
#: The end of a Japanese sentence that may negate its verb, also in an instruction (触れないこと, 触れないでください)
_NEGATED = re.compile(rf"((?:ない|なかっ|ません){_PAST}|ない(?:{_TOLD}))[。．]?\s*(?:[(（][^()（）]*[)）][。．]?\s*)?$")
_AFTER = re.compile(f"{_PAST}|{_TOLD}")
#: A negation of any form; a sentence with two is left alone
_NEGATION = re.compile("ない|ません|なく|なけれ|なかっ|ず[、に]|ざる")
#: Words with which a negation says something else: an obligation, a limit, a doubt, a comparison
_OTHERWISE = re.compile(
    "しか|だけ|に限|とは限|限[りっ定]|わけでは|かもしれ|ないか|過ぎ|すぎ|違い|ちがい|ほかなら|他なら|(?<![てで]は)(?:なら(?:ない|なり)|なりません|いけ(?:ない|ません))|全く|まで|ほど|以外"
    "|以上に|たまらない|しょうがない|仕方|しかた|すみません|かまわ|かまい|構わ|構い|思わない|じゃな|[？?]"
)
#: A comparison, which English may turn round: *at most*; but 保有数より多く is also *more than you own*
_COMPARED, _COMPARES = re.compile("より"), re.compile(r"\bthan\b", re.IGNORECASE)
#: A polite negation, as notices and manuals have it, and words with which English says the same without one: *It is fine*
_POLITE = re.compile("ません(?:でした)?$")
_IDIOMATIC = re.compile(
    "関係|関わり|依存|申し訳|申し分|問題|支障|差し?支え|異[議存]|心配|変わり|別[条状]|過言|無理|すいま|遠慮|以外|なし[にで]|慣れ|忘れ|省略"
)
_NO = frozenset({"ない", "ず", "ぬ", "無い"})
_PARTICLES = ("助動詞", "助詞", "動詞-非自立")
_WORD = re.compile("[A-Za-z]{2}")
#: What follows a noun that is no part of what is denied
_OBJECT = re.compile("(?:[なの][一-鿿ァ-ヶー]{1,8})?[はもがを](?!ない|ありま|な[くしか])")
_CONTENT = ("動詞", "名詞", "形状詞")
_ALSO = frozenset({"は", "も", "すら", "さえ"})  # 見てはいない; but ことはできない negates the verb
_LIGHT = frozenset({"為る", "出来る"})
_LIGHTER = _LIGHT | {"有る", "事"}  # what says little by itself: ありません, できません, ことはありません
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

_MUST_NOT = "[てで]は(?:いけません|いけない|なら(?:ない|ぬ)|なりません)"
_INSTRUCTS = "ないで(?:ください|下さい)|ないこと|ないように(?:してください|して下さい|すること)"
_END = r"[。．!！]?\s*$"
#: Forms that English renders by a word that denies, almost always. Not 忘れないでください (*remember*), つないでください
#: (*connect*), 届け出なくてはならない (*must*), 切らずにお待ちください (*hold the line*).
_DENYING = re.compile(
    rf"(?<!忘れ)(?<!欠かさ)(?<![つく])(?:{_INSTRUCTS}|(?<!無く){_MUST_NOT}){_END}"
    rf"|(?:避け|控え)(?:ること|て(?:ください|下さい)|るべき(?:です|である|だ)|なければならない){_END}"
    rf"|(?:禁止|禁忌|厳禁|不可|不要|対象外)(?:です|とする|である|だ|となります)?{_END}"
    rf"|対象(?:に|と|では|には)(?:なりません|ならない|ありません|ない)(?:です)?{_END}"
    rf"|(?:お断り|遠慮)(?:ください|下さい|(?:して|し|いただ|頂|いた|致|願い)[^。な]{{0,8}}){_END}"
    r"|不要で、?(?![きはな])"
    rf"|ことは(?:ない|ありません|なかった){_END}"
    r"|(?<![忘遅切])(?<!遠慮)[ぁ-ん]ずに(?=[^。]{2,40}(?:ください|下さい))"
    r"|(?:てい|でき|され)ない(?:場合|とき|時)(?!で?も)"
)
#: What is forbidden without something else, and English that demands it: 許可なく立ち入ってはならない, *requires permission*
_WITHOUT = re.compile(rf"(?:なく|な[しい]で|なしに|ずに|以外)(?!ては)[^。]*{_MUST_NOT}{_END}")
_DEMANDS = re.compile(r"\b(?:requir\w+|need\w*|necess\w+|must|shall|have to|has to|prior)\b", re.IGNORECASE)
#: An exception, and English that excepts: *unless otherwise specified*
_EXCEPTION = re.compile(
    "(?:特に|別に|別段の?)[^、。]{0,12}(?:指定|定め|記載|断り|指示|明記|規定)[^、。]{0,8}(?:ない限り|除き|除いて|場合を除)"
)
_EXCEPTS = re.compile(
    r"\b(?:unless|except\w*|other\w*|but|exclu\w*|without|absen\w*|if|only|where|subject)\b", re.IGNORECASE
)
#: Forms that instruct, enable or permit, or say that something is there or is done
_INSTRUCTION = re.compile(rf"(?:[てで](?:ください|下さい)|こと|ます){_END}")
_ABILITY = re.compile(
    rf"(?:でき(?:る|ます)|[てで]も(?:よい|いい|構いません|かまいません)|可能?(?:です|である|だ)?){_END}"
)
_EXISTENCE = re.compile(
    rf"(?<!必要)(?<!場合)(?<!可能性)(?<!おそれ)(?<!恐れ)(?<!こと)[がは](?:あります|ある|存在(?:します|する)){_END}"
)
#: What is needed: 印鑑が必要です, 要予約
_NEED = re.compile(rf"(?:必要|必須)(?:です|である|だ|とな(?:る|ります)|があ(?:る|ります))?{_END}|要(?:予約|申込)")
#: English that forbids: an instruction, unless it encourages (*do not hesitate*), and a lack of ability or permission
_ENGLISH_PROHIBITION = re.compile(
    r"\s*(?:please\s+|always\s+)?(?:do not|don['’]t|never)\s+(?!hesitate|worry|be\b|forget|fail|mind|have|let|think|care)[a-z]+",
    re.IGNORECASE,
)
_INABILITY = re.compile(
    r"\b(?:cannot|can['’]t|must not|may not|never)(?:\s+be)?\s+[a-z]+"
    r"|\b(?:takes?|accepts?)\s+no\s+[a-z]+"
    r"|\b(?:is|are)\s+(?:not\s+(?:allowed|permitted|possible)|prohibited|forbidden)\b|^\s*no\s+[a-z]+",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^\s*(?:there\s+(?:is|are)\s+)?no\s+[a-z]+|\bdo(?:es)?\s+not\s+exist\b", re.IGNORECASE)
#: What something is, and English that it is not
_IDENTITY = re.compile(rf"(?:です|である){_END}")
_OTHER_THING = re.compile(r"\b(?:is|are)\s+not\s+an?\b", re.IGNORECASE)
#: English of messages: *%s: not copying*
_NOT_DOING = re.compile(r"(?:[^a-z]|%[a-z])*\bnot\s+[a-z]+ing\b", re.IGNORECASE)
#: English that says that something is not needed
_NEEDLESS = re.compile(
    r"(?:\bnot|n['’]t)\s+(?:be\s+)?(?:needed|need|required|necessary)\b|\bunnecessary\b"
    r"|\bno\s+(?:[a-z]+\s+){1,3}(?:is|are)\s+(?:needed|required|necessary)\b",
    re.IGNORECASE,
)


class Negation(Checker):
    """A checker for sentences that deny or forbid something, whose English has no word that does, and the other way round."""

    kind = "negation"
    by_block = True

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja = segment.ja_prose
        en = blanked_at(segment.own_english, [(figure.start, figure.end) for _, figure in segment.figures.pairs])
        if may_deny(ja) and not _denials()[0].search(en):
            en = blanked_at(en, _nouns_rendered(segment))
        found = None
        if not (_PROHIBITED.search(ja) and _MODAL.search(en)) and not _demands_instead(ja, en):
            found = self._affirmed(segment, ja, en) or self._lost(segment, ja, en)
        found = found or self._forbidden(segment, ja, en)
        if found:
            yield found

    def _affirmed(self, segment: Segment, ja: str, en: str) -> Finding | None:
        """Return the finding that a Japanese sentence negates its verb, and the English has that verb without a negation.

        If nothing in the English denies, the verb of a polite negation need not be known.
        """
        end = _plain_end(ja, en)
        negated = _negated(beginning_in(segment.morphemes, 0, end)) if end else []
        if any(_has_opposite(_predicate(word, segment), segment) for word in negated):
            return None
        for word in negated:
            said = _rendered(word, segment)
            if said and not _denies(en, said.start, said.end):
                start = segment.start_of_compound(word.start)
                message = f"“{segment.ja[start:end]}” is negated; the English says “{said.text}” without a negation."
                return self.finding(segment, scores.NEGATION, message, ja=(start, end), en=said)
        stated = negated and _POLITE.search(ja, 0, end) and not _IDIOMATIC.search(ja)
        if stated and _WORD.search(en) and not _denies(en, 0, 0):
            return self._denied(segment, _predicate(negated[0], segment).start, end)
        return None

    def _lost(self, segment: Segment, ja: str, en: str) -> Finding | None:
        """Return the finding that nothing in the English of a sentence denies, forbids or excepts what its Japanese does."""
        found = _denied_only_in_japanese(ja, en)
        if not found or not _WORD.search(en):
            return None
        return self._denied(
            segment, _content_before(segment, found.start()), len(ja[: found.end()].rstrip("。．!！ \n"))
        )

    def _denied(self, segment: Segment, start: int, end: int) -> Finding:
        start = segment.start_of_compound(start)
        message = f"“{segment.ja[start:end]}” denies or forbids; nothing in the English does."
        return self.finding(segment, scores.NEGATION, message, ja=(start, end))

    def _forbidden(self, segment: Segment, ja: str, en: str) -> Finding | None:
        """Return the finding that the English of a sentence forbids something, and its Japanese nothing."""
        found = _denied_only_in_english(ja, en)
        if not found:
            return None
        message = f"“{segment.en[slice(*found.span())]}” denies or forbids; nothing in the Japanese does."
        return self.finding(segment, scores.NEGATION, message, en=found.span())


def _nouns_rendered(segment: Segment) -> list[Offsets]:
    """Return the places of English words that the dictionary has for nouns of the Japanese, which deny nothing: ゼロ, *zero*."""
    english = segment.english
    nouns = [word for word in outermost(glossed(segment)) if word.is_content and _is_object(word, segment.ja_prose)]
    return [
        english.offsets(k, k + 1)
        for k, lexeme in enumerate(english.lexemes)
        if not lexeme.function and any(lexeme.lemma in noun.meaning.lemmas for noun in nouns)
    ]


def _is_object(word: Glossed, ja: str) -> bool:
    return _OBJECT.match(ja, word.end) is not None


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


def _predicate(word: Morpheme, segment: Segment) -> Morpheme:
    """Return a negated word, or the content word before it if it says little by itself: 無効 of 無効ではありません."""
    start = _content_before(segment, word.start) if word.lemma in _LIGHTER else word.start
    return beginning_in(segment.morphemes, start, word.end)[0]


def _has_opposite(word: Morpheme, segment: Segment) -> bool:
    """Return whether the English has the only opposite of a negated word, which may render it: 無効ではない, *valid*."""
    meaning = meaning_of(segment.lexicon, word.lemma)
    said = {side for lexeme in segment.english.lexemes for side in sides_of(lexeme)}
    return meaning is not None and any(is_only_opposite(other, own) for own in meaning.sides for other in said)


def _content_before(segment: Segment, at: int) -> int:
    """Return where the last content word before `at` begins, or `at` if there is none."""
    before = beginning_in(segment.morphemes, 0, at)
    return next((m.start for m in reversed(before) if m.pos.startswith(_CONTENT) and m.lemma not in _LIGHTER), at)


def _plain_end(sentence: str, english: str) -> int:
    """Return the end of the only negation of a Japanese sentence, if it is at the end and has its plain meaning; otherwise 0."""
    if _COMPARED.search(sentence) and not _COMPARES.search(english):
        return 0
    negated = _NEGATED.search(sentence)
    plain = negated and not _OTHERWISE.search(sentence) and len(_NEGATION.findall(sentence)) == 1
    return negated.end(1) if negated and plain else 0


def _is_auxiliary(words: Sequence[Morpheme], k: int) -> bool:
    """Return whether a word of a negated predicate is not its verb: an auxiliary, a particle, する, こと, なら of ならない."""
    word = words[k]
    if word.lemma == "出来る" and words[k - 1].pos.startswith("助詞") and words[k - 2].surface != "こと":
        return False  # 利用はできない
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


def _denied_only_in_japanese(japanese: str, english: str) -> re.Match[str] | None:
    """Return what a sentence denies, forbids or excepts, if nothing in its English does."""
    exception = _EXCEPTION.search(japanese)
    if exception and not _EXCEPTS.search(english):
        return exception
    return None if _denies(english, 0, 0) else _DENYING.search(japanese)


def _demands_instead(japanese: str, english: str) -> bool:
    """Return whether the English requires what the Japanese must not be without: 許可なく…てはならない, *requires permission*."""
    return bool(_WITHOUT.search(japanese) and _DEMANDS.search(english))


def _denies(english: str, start: int, end: int) -> bool:
    """Return whether an English sentence denies or limits what its words ``start:end`` say: *disassemble* by itself does not."""
    denial, other = _denials()
    return bool(denial.search(english) or other.search(blanked_at(english, [(start, end)])))


def _denied_only_in_english(japanese: str, english: str) -> re.Match[str] | None:
    """Return what an English sentence denies, forbids or calls needless, although its Japanese says or demands it."""
    if may_limit(japanese):
        return None
    if _ABILITY.search(japanese):
        return _ENGLISH_PROHIBITION.match(english) or _INABILITY.search(english)
    if _INSTRUCTION.search(japanese) and (found := _ENGLISH_PROHIBITION.match(english) or _NOT_DOING.match(english)):
        return found
    if _EXISTENCE.search(japanese):
        return _NOTHING.search(english)
    if _IDENTITY.search(japanese) and (found := _OTHER_THING.search(english)):
        return found
    return _NEEDLESS.search(english) if _NEED.search(japanese) else None


@cache
def _denials() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a pattern for words that deny, contractions and question marks, and one for words that may deny or limit."""
    rows = [line.split() for line in read_lines(__package__, "denials.tsv")]
    plain, others = ([word.replace("*", "[a-z-]*") for row in part for word in row] for part in (rows[:1], rows[1:-1]))
    return (
        re.compile(rf"\b(?:{'|'.join(plain)})\b|n\s?['’]\s?t\b|\?", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(others)})\b|(?:{'|'.join(rows[-1])})\b", re.IGNORECASE),
    )
