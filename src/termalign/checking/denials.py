"""What denies or forbids: words of the English, and forms of the Japanese that English renders by such a word.

The verb does not matter: 再使用しないでください is wrong as *Reuse it*, and 扉を開けてください as *Do not open the door*.
"""

import re
from functools import cache

from termalign.tables import read_lines
from termalign.text import blanked_at

_FORBIDS = "[てで]は(?:いけません|いけない|なら(?:ない|ぬ)|なりません)"
_INSTRUCTS = "ないで(?:ください|下さい)|ないこと|ないように(?:してください|して下さい|すること)"
_END = r"[。．!！]?\s*$"
#: Forms that English renders by a word that denies, almost always. Not 忘れないでください (*remember*), つないでください
#: (*connect*), 届け出なくてはならない (*must*), 切らずにお待ちください (*hold the line*).
_DENYING = re.compile(
    rf"(?<!忘れ)(?<!欠かさ)(?<![つく])(?:{_INSTRUCTS}|(?<!無く){_FORBIDS}){_END}"
    rf"|(?:避け|控え)(?:ること|て(?:ください|下さい)|るべき(?:です|である|だ)|なければならない){_END}"
    rf"|(?:禁止|禁忌|厳禁|不可|不要)(?:です|とする|である|だ)?{_END}"
    r"|不要で、?(?![きはな])"
    rf"|ことは(?:ない|ありません|なかった){_END}"
    r"|(?<![忘遅切])[ぁ-ん]ずに(?=[^。]{2,40}(?:ください|下さい))"
    r"|(?:てい|でき|され)ない(?:場合|とき|時)(?!で?も)"
)
#: What is forbidden without something else, and English that demands it: 許可なく立ち入ってはならない, *requires permission*
_WITHOUT = re.compile(rf"(?:なく|な[しい]で|なしに|ずに|以外)(?!ては)[^。]*{_FORBIDS}{_END}")
_DEMANDS = re.compile(r"\b(?:requir\w+|need\w*|necess\w+|must|shall|have to|has to|prior)\b", re.IGNORECASE)
#: An exception, and English that excepts: *unless otherwise specified*
_EXCEPTION = re.compile(
    "(?:特に|別に|別段の?)[^、。]{0,12}(?:指定|定め|記載|断り|指示|明記|規定)[^、。]{0,8}(?:ない限り|除き|除いて|場合を除)"
)
_EXCEPTS = re.compile(
    r"\b(?:unless|except\w*|other\w*|but|exclu\w*|without|absen\w*|if|only|where|subject)\b", re.IGNORECASE
)
#: Forms that instruct, enable or permit, and what may deny or limit anything in the Japanese
_INSTRUCTION = re.compile(rf"(?:[てで](?:ください|下さい)|こと|ます){_END}")
_ABILITY = re.compile(
    rf"(?:ことができ(?:る|ます)|[てで]も(?:よい|いい|構いません|かまいません)|可能?(?:です|である|だ)?){_END}"
)
#: What is needed: 印鑑が必要です, 要予約
_NEED = re.compile(rf"(?:必要|必須)(?:です|である|だ|とな(?:る|ります)|があ(?:る|ります))?{_END}|要(?:予約|申込)")
_NEGATIVE = re.compile(
    "な[いくかけ]|ません|[ずぬ禁不無非未避控防止厳断勿駄否免除失反外限前慎別離]|やめ|しか|だけ|のみ|以[下上]|まで|遠慮"
)
#: English that forbids: an instruction, unless it encourages (*do not hesitate*), and a lack of ability or permission
_PROHIBITION = re.compile(
    r"\s*(?:please\s+|always\s+)?(?:do not|don['’]t|never)\s+(?!hesitate|worry|be\b|forget|fail|mind|have|let|think|care)[a-z]+",
    re.IGNORECASE,
)
_INABILITY = re.compile(
    r"\b(?:cannot|can['’]t|must not|may not|never)(?:\s+be)?\s+[a-z]+"
    r"|\b(?:is|are)\s+(?:not\s+(?:allowed|permitted|possible)|prohibited|forbidden)\b|^\s*no\s+[a-z]+",
    re.IGNORECASE,
)
#: English that says that something is not needed
_NEEDLESS = re.compile(
    r"(?:\bnot|n['’]t)\s+(?:be\s+)?(?:needed|need|required|necessary)\b|\bunnecessary\b"
    r"|\bno\s+(?:[a-z]+\s+){1,3}(?:is|are)\s+(?:needed|required|necessary)\b",
    re.IGNORECASE,
)


def denied_only_in_japanese(japanese: str, english: str) -> re.Match[str] | None:
    """Return what a sentence denies, forbids or excepts, if nothing in its English does.

    >>> found = denied_only_in_japanese("個人情報が漏れることはありません。", "Personal information will be disclosed.")
    >>> found and found[0]
    'ことはありません。'
    """
    exception = _EXCEPTION.search(japanese)
    if exception and not _EXCEPTS.search(english):
        return exception
    return None if denies(english, 0, 0) else _DENYING.search(japanese)


def demands_instead(japanese: str, english: str) -> bool:
    """Return whether the English demands that without which the Japanese forbids something.

    >>> demands_instead("許可なく立ち入ってはならない。", "Permission is required to enter.")
    True
    """
    return bool(_WITHOUT.search(japanese) and _DEMANDS.search(english))


def denies(english: str, start: int, end: int) -> bool:
    """Return whether an English sentence denies or limits what its words ``start:end`` say: *disassemble* by itself does not.

    >>> denies("Disassemble the unit.", 0, 11), denies("Avoid touching the blade.", 6, 14)
    (False, True)
    """
    denial, other = _denials()
    return bool(denial.search(english) or other.search(blanked_at(english, [(start, end)])))


def denied_only_in_english(japanese: str, english: str) -> re.Match[str] | None:
    """Return what an English sentence forbids, or calls needless, although the Japanese instructs, permits or demands.

    >>> found = denied_only_in_english("扉を開けてください。", "Do not open the door.")
    >>> found and found[0]
    'Do not open'
    """
    if _NEGATIVE.search(japanese):
        return None
    able = _ABILITY.search(japanese) is not None
    prohibition = _PROHIBITION.match(english) if able or _INSTRUCTION.search(japanese) else None
    inability = _INABILITY.search(english) if able else None
    return prohibition or inability or (_NEEDLESS.search(english) if _NEED.search(japanese) else None)


@cache
def _denials() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a word that denies, a contraction or a question mark, and what finds one that may deny or limit."""
    rows = [line.split() for line in read_lines(__package__, "denials.tsv")]
    plain, others = ([word.replace("*", "[a-z-]*") for row in part for word in row] for part in (rows[:1], rows[1:-1]))
    return (
        re.compile(rf"\b(?:{'|'.join(plain)})\b|n\s?['’]\s?t\b|\?", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(others)})\b|(?:{'|'.join(rows[-1])})\b", re.IGNORECASE),
    )
