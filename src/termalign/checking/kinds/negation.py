"""The kind ``negation``: what only one text denies or forbids, 適用しない ~ *applies*, 開けてください ~ *Do not open*.

Many words may deny (``denials.tsv``), so a text that denies is compared only with one in which nothing does.
"""

import re
from collections.abc import Iterator
from functools import cache

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.glossed import glossed, meaning_of, outermost
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import LINKED, Segment
from termalign.english import lexeme
from termalign.english.gloss import gloss_keys
from termalign.english.opposites import is_only_opposite, sides_of
from termalign.japanese.denials import begins_denied, is_undone, may_deny, may_limit
from termalign.japanese.morpheme import Morpheme, beginning_in
from termalign.model import Span
from termalign.quantities.quantity import Offsets
from termalign.tables import read_lines
from termalign.text import blanked, blanked_at

#: Words with which a negation says something else: a limit, an obligation, an idiom
_OTHERWISE = re.compile(
    "しか|だけ|限[りっ定]|まで|すぎ|過ぎ|全く|なく(?:ちゃ|ては)|な(?:いか|かったか)|なら(?:ない|なり)|なりません|いけ(?:ない|ません)|かもしれ|す[いみ]ません|じゃな|なし[にで]"
    "|忘れ|構[いわ]|かま[いわ]|申し訳|問題|異[議存]|別[条状]|遠慮|切らず|[間ま]もな|問わず|余儀な|さもな|んとす"
)
_PAST = re.compile("た(?!め)")
_MARKS = "、。"
_NO = frozenset({"ない", "ず", "ぬ", "無い"})
_WORD = re.compile("[A-Za-z]{2}")
_CONTENT = ("動詞", "名詞", "形状詞", "形容詞")
#: Words that say little by themselves: できません, ありません, ことはありません
_LIGHT = frozenset({"為る", "出来る", "有る", "事", "居る", "成る"})
#: Two negations: 届け出なければならない, 言わないわけではない, 許可なしに…てはならない
_TWICE = re.compile(
    "(?:な[いくけし]|ず|ね|ざる)[^、。]{0,12}(?:な[いかりくし]|ません|[ずぬ]|得[るな]|だめ|駄目)|ないと"
)
#: Words that are negated in idioms: 欠かせない, *indispensable*; 変わらない, *the same*; 目がない, *fond of*
_IDIOMS = frozenset(
    "構う 変わる 違う 欠かす 欠く 絶える 知れる 済む 足りる 過ぎる 行く 言う 思う 堪える 要る 因る 関わる 限る 劣る 足る 尽きる"
    " 困る 間違える 避ける 妨げる 目 後 訳".split()
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
_AUXILIARY = r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|must|need)"
#: A denial that says something else, or describes: *do not hesitate*, *not only*, *or not*, *files that are not saved*
_ASIDE = re.compile(
    rf"\b(?:(?:that|which|who|or)\s+(?:{_AUXILIARY}\s+)?(?:not|[a-z]+n['’]t)|(?:not|[a-z]+n['’]t)\s+(?:only|hesitate)|no\s+sooner)\b",
    re.IGNORECASE,
)
#: English that denies or forbids, with the words beside
_DENIED = re.compile(
    rf"\b(?:(?:{_AUXILIARY}\s+)?not|[a-z]+n\s?['’]\s?t|never|cannot|nobody|nothing|neither|prohibited|forbidden|unnecessary"
    r"|no(?=\s+[a-z]))\b(?:\s+(?:be\s+)?[a-z]+)?",
    re.IGNORECASE,
)
#: English that denies twice: *I never see it without thinking of him*
_DENIED_TWICE = re.compile(r"(?:\b(?:not|never|cannot)|n['’]t)\b.*\bwithout\b", re.IGNORECASE)
#: English that forbids or denies what is possible or necessary
_INSTRUCTED = re.compile(
    r"(?:do not|don['’]t|never|cannot|(?:must|may|can|need) not|prohibited|forbidden|unnecessary)", re.IGNORECASE
)


class Negation(Checker):
    """A checker for sentences that deny or forbid something, whose English has no word that does, and the other way round."""

    kind = "negation"
    by_block = True

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja = segment.ja_prose
        en = blanked_at(segment.own_english, [(figure.start, figure.end) for _, figure in segment.figures.pairs])
        if may_deny(ja) and not _denials()[0].search(en):
            en = blanked_at(en, _affirmed_words(segment))
        found = None
        if _WORD.search(en) and not _TWICE.search(ja):
            found = self._affirmed(segment, ja, en) or self._lost(segment, ja, en)
        found = found or self._added(segment, ja, en)
        if found:
            yield found

    def _affirmed(self, segment: Segment, ja: str, en: str) -> Finding | None:
        """Return the finding that a Japanese sentence negates a word, and nothing in its English denies."""
        for word, start, end in _negated(segment, ja):
            said = _rendered(word, segment)
            if said and not _denies(en, said.start, said.end):
                message = f"“{segment.ja[start:end]}” is negated; the English says “{said.text}” without a negation."
                return self.finding(segment, scores.NEGATION, message, ja=(start, end), en=said)
            if not _denies(en, 0, 0):
                return self._denied(segment, start, end, scores.FREE_NEGATION)
        return None

    def _lost(self, segment: Segment, ja: str, en: str) -> Finding | None:
        """Return the finding that nothing in the English of a sentence denies or forbids what its Japanese does."""
        found = None if _denies(en, 0, 0) else _DENYING.search(ja)
        if not found:
            return None
        return self._denied(
            segment, _content_before(segment, found.start()), len(ja[: found.end()].rstrip("。．!！ \n"))
        )

    def _denied(self, segment: Segment, start: int, end: int, score: float = scores.NEGATION) -> Finding:
        start = segment.start_of_compound(start)
        message = f"“{segment.ja[start:end]}” denies or forbids; nothing in the English does."
        return self.finding(segment, score, message, ja=(start, end))

    def _added(self, segment: Segment, ja: str, en: str) -> Finding | None:
        """Return the finding that the English of a sentence denies something, and nothing in its Japanese may."""
        denied = () if may_limit(ja) or _DENIED_TWICE.search(en) else _DENIED.finditer(blanked(_ASIDE, en))
        found = next((found for found in denied if not _is_of_name(found, segment)), None)
        if not found:
            return None
        message = f"“{segment.en[slice(*found.span())]}” denies or forbids; nothing in the Japanese does."
        is_sure = _INSTRUCTED.match(found[0]) or _is_linked(found.span(), segment)
        score = scores.NEGATION if is_sure else scores.FREE_NEGATION
        return self.finding(segment, score, message, en=found.span())


def _is_linked(place: Offsets, segment: Segment) -> bool:
    """Return whether the last of the English words at a place renders a Japanese word."""
    return any(link.score >= LINKED and link.en.start < place[1] <= link.en.end for link in segment.links)


def _clause(text: str, at: int) -> Offsets:
    """Return the range of the Japanese clause around a place."""
    start = max(text.rfind(mark, 0, at) for mark in _MARKS) + 1
    return start, next((k for k in range(at, len(text)) if text[k] in _MARKS), len(text))


def _is_of_name(found: re.Match[str], segment: Segment) -> bool:
    """Return whether what seems to deny is the Japanese particle of a name: *MINAMOTO no Yoshitsune*."""
    if not found[0].startswith("no "):
        return False
    english, (k, _) = segment.english, segment.english.words_in(*found.span())
    beside = [i for i in (k - 1, k + 1) if 0 <= i < len(english)]
    return not all(
        english.lexemes[i].known and (not english.capitalised[i] or english.opens_sentence(i)) for i in beside
    )


def _negated(segment: Segment, ja: str) -> Iterator[tuple[Morpheme, int, int]]:
    """Yield the words that a Japanese sentence negates plainly, each with the range of the predicate."""
    found = segment.morphemes
    for negation in found:
        if negation.lemma not in _NO or not negation.pos.startswith(("助動詞", "形容詞")):
            continue
        start = _content_before(segment, negation.start)
        words = beginning_in(found, start, negation.start)
        if not words or words[0].lemma in _IDIOMS or _has_opposite(words[0], segment):
            continue
        clause = _clause(ja, negation.start)
        if _OTHERWISE.search(ja, *clause):
            continue
        yield words[0], segment.start_of_compound(start), negation.end + bool(_PAST.match(ja, negation.end))


def _affirmed_words(segment: Segment) -> list[Offsets]:
    """Return the places of English words that the dictionary has for Japanese words in which nothing denies: ゼロを, *zero*."""
    english, ja = segment.english, segment.ja_prose
    words = [
        word
        for word in outermost(glossed(segment))
        if word.is_content
        and not is_undone(ja, word.start, word.end)
        and not may_deny(ja[word.start + begins_denied(ja[word.start]) : word.end])
    ]
    return [
        english.offsets(k, k + 1)
        for k, lexeme in enumerate(english.lexemes)
        if not lexeme.function and any(lexeme.lemma in word.meaning.lemmas for word in words)
    ]


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


def _has_opposite(word: Morpheme, segment: Segment) -> bool:
    """Return whether the English has the only opposite of a negated word, which may render it: 無効ではない, *valid*."""
    meaning = meaning_of(segment.lexicon, word.lemma)
    said = {side for lexeme in segment.english.lexemes for side in sides_of(lexeme)}
    return meaning is not None and any(is_only_opposite(other, own) for own in meaning.sides for other in said)


def _content_before(segment: Segment, at: int) -> int:
    """Return where the last content word before `at` begins, or `at` if there is none."""
    before = beginning_in(segment.morphemes, 0, at)
    return next((m.start for m in reversed(before) if m.pos.startswith(_CONTENT) and m.lemma not in _LIGHT), at)


def _denies(english: str, start: int, end: int) -> bool:
    """Return whether an English sentence denies or limits what its words ``start:end`` say: *disassemble* by itself does not."""
    denial, other = _denials()
    return bool(denial.search(english) or other.search(blanked_at(english, [(start, end)])))


@cache
def _denials() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a pattern for words that deny, contractions and question marks, and one for words that may deny or limit."""
    rows = [line.split() for line in read_lines(__package__, "denials.tsv")]
    plain, others = ([word.replace("*", "[a-z-]*") for row in part for word in row] for part in (rows[:1], rows[1:-1]))
    return (
        re.compile(rf"\b(?:{'|'.join(plain)})\b|n\s?['’]\s?t\b|\?", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(others)})\b|(?:{'|'.join(rows[-1])})\b", re.IGNORECASE),
    )
