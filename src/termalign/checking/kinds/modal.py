"""The kind ``modal``: obligations, prohibitions, permissions and options that the English states as one another."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import termalign.checking.scores as scores
from termalign.checking.finding import Finding, quoted
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.japanese.morpheme import Morpheme
from termalign.quantities.quantity import Offsets
from termalign.text import CODE, blanked

# The Japanese: patterns of dictionary forms, each with a space after it; しなければなりません is “する ない ば なる ます ぬ ”.
_NOT = "(?:ます )?(?:ない|無い|ぬ) "
_WRONG = f"(?:(?:なる|成る|いける) {_NOT}|(?:だめ|駄目) )"
_OBLIGATION = (
    f"(?:ない|無い|ぬ) (?:(?:ば |て は |と |ちゃ ){_WRONG}|いける {_NOT})"
    f"|必要 が ある (?!{_NOT})|義務 (?:です|だ) "
    f"|義務 (?:が ある |を 負う |(?:付ける|づける|つける) (?:(?:れる|られる|て|いる) )*+)(?!{_NOT})"
    "|必ず (?:[^ ]+ ){1,12}?(?<!ない )(?:て|で) くださる "
)
_PROHIBITION = f"(?<!ない )(?<!無い )(?:(?:て|で) は |(?:ちゃ|じゃ) ){_WRONG}"
_BAN = f"(?:禁止 (?:する|です|だ) |禁ずる |禁じる )(?:(?:れる|られる|て|いる) )*+(?!{_NOT})"
#: An obligation or a prohibition that is not the condition of something else (しなければならない場合)
_STATED = re.compile(
    f"(?<![^ ])(?:(?P<must>{_OBLIGATION})|(?P<must_not>{_PROHIBITION}|{_BAN}))(?:ます |た )*+(?!よう |場合 |時 |とき )"
)
#: An instruction in the form of a noun: 手袋を着用すること。 Not 大切なのは続けること, 私の夢は世界を回ること
_TOLD = re.compile(
    r"^(?!.*(?:[のと]は|夢|目的|目標|理由|趣味|役割|特徴)).*(?:[うくぐすつぬぶむ]|(?<!れ)る)(こと)。\s*$"
)
#: A permission, an ability or a possibility, or that there is no obligation: what English may say by *may* or *can* as well
_OTHERWISE = re.compile(
    "(?<![^ ])(?:(?:できる|出来る)(?! ない ば)|可能(?! だ (?:は )?(?:ない|無い) )"
    "|(?<!を )(?<!知る )[得え]る|許す|許可 (?:する|だ|が)|恐れ|おそれ|か も"
    "|(?:て|で) も (?:よい|良い|いい|かまう|構う)|(?:場合|こと) (?:が|も) ある|わけ で は (?:ない|無い|ある)) "
)
_QUOTED = re.compile('「[^「」]*」|『[^『』]*』|“[^“”]*”|"[^"]*"')

# The English. *May* with a capital is a month, or begins a question; *come what may,* permits nothing.
_OPTION = re.compile(
    r"\b(?:(?:do|does|did)(?:\s+not|n['’]t)\s+(?:have|need)\s+to|need(?:\s+not|n['’]t)"
    r"|(?:is|are|be)\s+(?:not\s+(?:required|obliged|obligated)\s+to|optional))\b"
)
_PERMISSION = re.compile(r"\b(?:(?:may|can)(?!\s*[,.;:)])|(?:is|are|be)\s+(?:allowed|permitted)\s+to)\b")
#: Words of obligation, beside which nothing is reported
_STRICT = re.compile(
    r"\b(?:must|shall|should|ought|need\w*|ha(?:s|ve|d|ving)\s+to|requir\w+|necess\w+|oblig\w+)\b", re.IGNORECASE
)
#: Words of negation, beside which a permission says something else: *cannot proceed without*
_DENIAL = re.compile(
    r"\b(?:not|never|no|none|nor|neither|nothing|nobody|cannot|without|unless|(?<!\bthe )only"
    r"|prohibit\w*|forb\w+|avoid\w*|refrain\w*|prevent\w*)\b|n\s?['’]\s?t\b",
    re.IGNORECASE,
)
#: A subordinate clause, which neither permits nor denies what the sentence says
_ASIDE = re.compile(
    r"\b(?:if|when|whether|unless|until|because|since|although|how|what|who|which|so that|such that|way that)\b[^,;.()]*",
    re.IGNORECASE,
)
#: Japanese words, and the English that they explain, which is no modality of the sentence: 必要な措置, *necessary measures*
_EXPLAINED = tuple(
    (re.compile(japanese), re.compile(rf"\b(?:{english})\b", re.IGNORECASE))
    for japanese, english in (
        ("必要(?!が)", r"need\w*|necess\w+|requir\w+"),
        ("義務(?![がをだで付づ])", r"oblig\w+"),
        ("遅滞なく|遅延なく", "without (?:undue )?delay"),
        ("なく|なし[にで]|ずに|ないで", "without"),
    )
)
#: Marks behind which a sentence says something else
_BREAK = re.compile("[;—–]|--+|$")

#: A permission at the end of a sentence, and that there is no obligation (なくてもよい)
_FINE = "(?:構いません|かまいません|構わない|かまわない|よい|良い|いい)(?:です)?"
_PERMITTED = re.compile(
    rf"(?:(?P<need_not>なくても?{_FINE}|必要(?:は|が)?(?:ない|ありません)(?:です)?|には及(?:ばない|びません)"
    r"|任意(?:です|である|とする|となります)?)"
    rf"|(?P<may>[てで]も{_FINE}))[。．]?\s*$"
)
_DEMAND = re.compile(
    r"\b(?:must|shall|ha(?:s|ve)\s+to|(?:is|are)\s+(?:required|obliged|obligated|mandatory|compulsory))\b"
)
#: Words beside which a demand of the English may be something else: *if you have to*, *you only have to*, *who must*
_LENIENT = re.compile(
    r"\b(?:could|free|ok|okay|mind|fine|right|not|if|possible|might|will\s+do|like|please|only|all|no|none|nothing|nobody|neither"
    r"|never|without|hardly|instead|once|unless)\b|n\s?['’]\s?t\b",
    re.IGNORECASE,
)


class _Stated(NamedTuple):
    """What a Japanese sentence demands, forbids or permits."""

    modal: str
    place: Offsets
    others: Sequence[re.Match[str]] = ()  # what it permits besides, of which so many come before
    before: int = 0


class Modal(Checker):
    """A checker for obligations, prohibitions and permissions: しなければならない ~ *may*, しなくてもよい ~ *must*.

    Translators often state an obligation without a modal verb, or with a negation. Only a sentence whose English permits more
    than its Japanese, and has no word of obligation or negation, is reported.
    """

    kind = "modal"
    by_block = True

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = segment.ja_prose, blanked(CODE, segment.en_prose)
        if not (_PERMISSION.search(en) or _OPTION.search(en) or _DEMAND.search(en)):
            return  # before the Japanese is tokenised
        own_ja, own_en = blanked(_QUOTED, ja), blanked(_QUOTED, en)
        lenient = _unexplained(ja, en)
        stated = _stated(ja, segment.morphemes) if _is_lenient(lenient) else None
        found = _eased(lenient, stated) if stated else None
        if not found:
            stated = _permitted(ja)
            found = _demanded(en) if stated else None
        if not stated or not found:
            return
        modal, place = stated.modal, stated.place
        if not own_ja[place[0]].isspace() and not own_en[found[0]].isspace():
            said, instead = quoted(segment.ja[slice(*place)]), quoted(segment.en[slice(*found)])
            message = segment.direction.difference(f"{said} ({modal})", instead)
            yield self.finding(segment, scores.MODAL, message, ja=place, en=found, expected=[modal])


def _unexplained(japanese: str, english: str) -> str:
    """Return the English with blanks in place of words that are explained by other words of the Japanese."""
    for explaining, explained in _EXPLAINED:
        if explaining.search(japanese):
            english = blanked(explained, english)
    return english


def _is_lenient(sentence: str) -> bool:
    """Return whether an English sentence has a permission or an option, and no obligation."""
    permits = _PERMISSION.search(sentence) or _OPTION.search(sentence)
    return bool(permits) and "?" not in sentence and not _STRICT.search(blanked(_OPTION, blanked(_ASIDE, sentence)))


def _eased(sentence: str, stated: _Stated) -> Offsets | None:
    """Return the place of a permission or an option in English that says what the Japanese demands or forbids."""
    text = blanked(_ASIDE, sentence)
    rest = blanked(_OPTION, text)
    if option := _OPTION.search(text):
        return None if stated.others or _DENIAL.search(rest) else option.span()
    if len(_PERMISSION.findall(sentence)) <= len(stated.others):
        return None
    free = [
        found.span()
        for start, end in _clauses(text)
        if not _DENIAL.search(text, start if stated.modal == "must" else 0, end)
        for found in _PERMISSION.finditer(text, start, end)
    ]
    return free[min(stated.before, len(free) - 1)] if free else None


def _clauses(sentence: str) -> Iterator[Offsets]:
    """Yield the parts of an English sentence between semicolons and dashes."""
    start = 0
    for found in _BREAK.finditer(sentence):
        yield start, found.start()
        start = found.end()


def _demanded(sentence: str) -> Offsets | None:
    """Return the place of a demand in English that permits nothing."""
    found = _DEMAND.search(sentence)
    if not found or "?" in sentence or _PERMISSION.search(sentence) or _LENIENT.search(sentence):
        return None
    return found.span()


def _permitted(text: str) -> _Stated | None:
    """Return *may* or *need not* and its place, if the Japanese ends with a permission or says that there is no obligation."""
    found = _PERMITTED.search(text)
    if not found or not found.lastgroup:
        return None
    return _Stated(found.lastgroup.replace("_", " "), found.span(found.lastgroup))


def _stated(text: str, morphemes: Sequence[Morpheme]) -> _Stated | None:
    """Return *must* or *must not* and its place, if the Japanese states only obligations or only prohibitions."""
    words = [m.base + " " for m in morphemes]
    forms = "".join(words)
    stated, others = list(_STATED.finditer(forms)), list(_OTHERWISE.finditer(forms))
    told = _TOLD.match(text)
    if told and not stated and not others:
        return _Stated("must", told.span(1))
    sorts = {each.lastgroup or "" for each in stated}
    if len(sorts) != 1:
        return None
    before = sum(each.start() < stated[0].start() for each in others)
    ends = list(accumulate(map(len, words)))
    first, last = bisect_right(ends, stated[0].start()), bisect_left(ends, stated[0].end())
    place = morphemes[first].start, morphemes[last].end
    return _Stated(sorts.pop().replace("_", " "), place, others, before)
