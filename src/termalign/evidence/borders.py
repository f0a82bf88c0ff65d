"""Where a run of nouns parts into the terms that a terminologist would mark: 首相 is one beside a name, and 以来 is none."""

from collections.abc import Callable, Sequence

from termalign.evidence.adverbs_before import ends_adverb
from termalign.evidence.office import office_begins
from termalign.evidence.own_number import begins_number
from termalign.evidence.term import Term, once_a_term
from termalign.japanese.generics import offices_of_places, roles
from termalign.japanese.given_names import name_kinds
from termalign.japanese.light_nouns import light_nouns
from termalign.japanese.morpheme import PERSON, Morpheme
from termalign.japanese.runs import DETERMINERS, RELATING
from termalign.kana import is_kanji, is_katakana

_PROPER = "名詞-固有名詞"
_COMMON = "名詞-普通名詞"
_OFFICE = (
    _COMMON,
    "接頭辞",
    "接尾辞-名詞的-一般",
    "名詞-固有名詞-地名",
)  # ポンペオ|国務長官, メイ|英首相, オバマ|元大統領
_PLACE = "名詞-固有名詞-地名"
#: What a wrestler or a player is called by before the name: 横綱|豊昇龍, FW|植田.
_RANKS = frozenset("横綱 大関 関脇 小結 十両 FW MF DF GK".split())
_DOING = "名詞-普通名詞-サ変可能"
_TIME = "名詞-普通名詞-副詞可能"
_MINISTER = "相"  # 加藤勝信|財務相
_POSTPOSITION = "接尾辞-名詞的-副詞可能"
#: What stands before a name and says whose: 半導体大手|TSMC, 英科学誌|ネイチャー.
_CALLED = frozenset("大手 最大手 中堅 誌 紙 局 社 会社 企業 メーカー 組織 団体 政党 歌手 俳優 監督".split())
_FORMER = frozenset("前元現")
_KIN = frozenset({"夫妻", "夫婦", "父子", "母子", "親子", "兄弟", "姉妹", "一家"})
_DIRECTIONS = frozenset(
    "中央 北部 南部 東部 西部 中部 北東 北西 南東 南西 東南".split()
)  # 中央ロッキー, Central Rockies


@once_a_term
def borders(term: Term) -> tuple[int, ...]:
    """Morphemes of a noun run before which another term begins.

    Examples
    --------
    >>> from termalign.evidence.term_cache import TermCache
    >>> from termalign.japanese.tagger import morphemes
    >>> from termalign.lexicon import Lexicon
    >>> terms = TermCache(Lexicon.default())
    >>> [borders(terms.get(text, morphemes(text))) for text in ("ザエフ首相", "隣国ギリシャ", "購入以来", "東京大学")]
    [(1,), (1,), (1,), ()]
    """
    return tuple([k for k in range(1, len(term.morphemes)) if _cuts(term, k)])


def _cuts(term: Term, k: int) -> bool:
    """Whether another term begins with morpheme `k`: what the first of the rules says that speaks of it."""
    if term.quantities and begins_number(term, k):
        return True
    before, m = term.morphemes[k - 1], term.morphemes[k]
    if "・" in (before.surface, m.surface):
        dot = k if m.surface == "・" else k - 1
        return (_is_role_of(term, dot) or _is_place_of(term, dot)) and not term.lexicon.has(term.surface)
    if not (before.surface[-1].isalnum() and m.surface[0].isalnum()):
        return False
    for rule in _RULES:
        said = rule(term, k)
        if said is not None:
            return said
    return False


def _at_postposition(term: Term, k: int) -> bool | None:
    """購入|以来, but 独立*記念日* and 今年初め are one."""
    before, m = term.morphemes[k - 1 : k + 1]
    relates = m.pos.startswith(_POSTPOSITION) or m.surface in light_nouns() or m.surface in RELATING
    if k + 1 < len(term.morphemes) or not relates:
        return None
    if term.quantities or term.lexicon.has(before.surface + m.surface) or term.lexicon.has(term.surface):
        return False
    return not before.pos.startswith(_TIME)


def _behind_adverb(term: Term, k: int) -> bool | None:
    """来年度|予算案, 弊社|製品, 今朝|死亡, 全員|避難."""
    if ends_adverb(term, k):
        return True
    before, m = term.morphemes[k - 1 : k + 1]
    doing = k + 1 == len(term.morphemes) and before.pos.startswith(_TIME) and m.pos.startswith(_DOING)
    if doing or (k == 1 and before.surface in DETERMINERS):
        return not term.lexicon.has(term.surface)
    return None


def _at_office(term: Term, k: int) -> bool | None:
    """小池|知事, ポンペオ|国務長官, オバマ|元大統領; but 李在明|大統領, and ヘッドコーチ is one."""
    before, rest = term.morphemes[k - 1], term.morphemes[k:]
    office = "".join([x.surface for x in rest])
    begins = office_begins(term)
    if begins > 1 and term.morphemes[begins - 1].surface in _FORMER:
        begins -= 1
    if k < begins and _is_listed_person(term, begins):
        return False
    if office in _KIN:
        return before.pos.startswith(PERSON) or is_katakana(before.surface[-1]) or _is_listed_person(term, k)
    if office in roles():
        if is_katakana(before.surface[-1]):
            return before.pos.startswith(PERSON) or not term.lexicon.has(before.surface + office)
        return before.pos.startswith(PERSON) or _is_listed_person(term, k)
    if rest[-1].surface in roles() or rest[-1].surface == _MINISTER:
        return _is_person(term, k) and all(x.pos.startswith(_OFFICE) and is_kanji(x.surface[0]) for x in rest)
    return None


def _behind_calling(term: Term, k: int) -> bool | None:
    """半導体大手|TSMC."""
    rest = term.morphemes[k:]
    if k == 1 and term.morphemes[0].surface in _RANKS:
        return sum(len(m.surface) for m in rest) > 1 and not term.lexicon.has(term.surface)
    if term.morphemes[k - 1].surface in _CALLED and (_is_foreign(rest) or _is_company(term, k)):
        return not term.lexicon.has(term.surface)
    return None


def _within_name(term: Term, k: int) -> bool | None:
    """ローゼン-スタイン, JR九州, 中央ロッキー are each one."""
    before, m = term.morphemes[k - 1 : k + 1]
    katakana = is_katakana(before.surface[-1]) and is_katakana(m.surface[0]) and before.end == m.start
    return False if katakana or before.surface.isascii() or before.surface in _DIRECTIONS else None


def _before_name(term: Term, k: int) -> bool | None:
    """隣国|ギリシャ."""
    before = term.morphemes[k - 1]
    noun = before.pos.startswith(_COMMON) and len(before.surface) > 1
    return noun and _named(term.morphemes[k:]) and not term.lexicon.has(term.surface)


_Rule = Callable[[Term, int], bool | None]
_RULES: tuple[_Rule, ...] = (
    _at_postposition,
    _behind_adverb,
    _at_office,
    _behind_calling,
    _within_name,
    _before_name,
)


def _is_role_of(term: Term, dot: int) -> bool:
    """Whether the morpheme before the one `dot` says what the person behind it is: 女優|・|綾瀬はるか."""
    before, behind = term.morphemes[dot - 1], term.morphemes[dot + 1 : dot + 2]
    if not behind or not before.pos.startswith(_COMMON) or not is_kanji(before.surface[-1]):
        return False
    named = before.surface in roles() and behind[0].surface not in roles()
    return named or behind[0].pos.startswith(PERSON)


def _is_place_of(term: Term, dot: int) -> bool:
    """Whether the morphemes on either side of the one `dot` are places, or the first say what place the other is: 東京・|築地,
    城下町・|飫肥; 日本・ベトナム首脳会談 is one.
    """
    before, behind = term.morphemes[:dot], term.morphemes[dot + 1 :]
    if not before or not behind or not all(m.pos.startswith(_PLACE) for m in behind):
        return False
    if all(m.pos.startswith(_PLACE) for m in before):
        return True
    last = before[-1]
    return last.pos.startswith(_COMMON) and is_kanji(last.surface[-1]) and not is_katakana(behind[0].surface[0])


def _is_company(term: Term, k: int) -> bool:
    """Whether the morphemes from `k` on are a company's name that the dictionary has: 宅配大手|ヤマト運輸."""
    name = "".join([m.surface for m in term.morphemes[k:]])
    return "company" in name_kinds(name, term.lexicon)


def _is_foreign(morphemes: Sequence[Morpheme]) -> bool:
    """Whether these are written in katakana or Latin letters throughout, as foreign names are."""
    return all(is_katakana(m.surface[0]) or m.surface.isascii() or m.surface == "・" for m in morphemes)


def _is_person(term: Term, k: int) -> bool:
    """Whether the morphemes of a run before `k`, where an office begins, name a person: by UniDic, or in katakana that it does
    not know, or that stands before a country or *former* (one character: 米, 元).
    """
    before = term.morphemes[k - 1]
    if before.pos.startswith(PERSON):
        return True
    if not is_katakana(before.surface[-1]):
        return _is_listed_person(term, k)
    if before.pos.startswith(_PROPER):
        return False
    return not before.reading or len(term.morphemes[k].surface) == 1  # トランプ is also a game, but not before 米大統領


def _is_listed_person(term: Term, k: int) -> bool:
    """Whether the morphemes of a run before `k`, where an office begins, name a person by the name dictionary: somebody in
    particular (習近平), or a family that UniDic takes for the place of this name (高市|首相, but 千葉市長 is of the place).
    """
    name = "".join([m.surface for m in term.morphemes[:k]])
    kinds = name_kinds(name, term.lexicon)
    if "person" in kinds or (k > 1 and term.morphemes[0].pos.startswith(PERSON) and term.lexicon.words(name)):
        return True
    if k > 1 or "surname" not in kinds:
        return False
    if term.surface.endswith(_MINISTER) and len(name) > 1:  # 岩屋外相 is no cave
        return True
    if not term.morphemes[0].pos.startswith(_PROPER) or term.lexicon.words(name):
        return False
    office = "".join([m.surface for m in term.morphemes[1:]])
    return (office if office in roles() else term.morphemes[-1].surface) not in offices_of_places()


def _named(morphemes: Sequence[Morpheme]) -> bool:
    """Whether these are a name and nothing else: proper nouns, or katakana with ・ between."""
    surfaces = [m.surface for m in morphemes]
    if "・" in surfaces:
        return all(s == "・" or is_katakana(s[0]) for s in surfaces)
    return all(m.pos.startswith(_PROPER) for m in morphemes)
