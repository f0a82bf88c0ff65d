"""Bounds: 以上 *or more*, *at least*; 上旬 *early*; ぶり *first in*.

They stand beside a quantity and say which side or part of it is meant.
"""

import re
from typing import Literal

Bound = Literal[
    "least",
    "most",
    "below",
    "above",
    "early",
    "middle",
    "late",
    "period",
    "each",
    "first half",
    "second half",
    "again",
    "dated",
    "from",
    "until",
    "off",
]
Offsets = tuple[int, int]

_JAPANESE: dict[str, tuple[Bound, ...]] = {
    "以上": ("least", "above"),  # English seldom keeps to the difference: more than 100 people
    "以下": ("most", "below"),
    "以内": ("most",),
    "未満": ("below",),
    "超": ("above",),
    "余り": ("above",),
    "強": ("above",),
    "弱": ("below",),
    "あまり": ("above",),
    "上半期": ("first half",),
    "上期": ("first half",),
    "前半期": ("first half",),
    "下半期": ("second half",),
    "下期": ("second half",),
    "後半期": ("second half",),
    "上旬": ("early",),
    "初旬": ("early",),
    "初頭": ("early",),
    "初め": ("early",),
    "前半": ("early",),
    "中旬": ("middle",),
    "半ば": ("middle",),
    "中頃": ("middle",),
    "下旬": ("late",),
    "後半": ("late",),
    "末": ("late",),
    "期": ("period",),
    "当たり": ("each",),
    "あたり": ("each",),
    "につき": ("each",),
    "ぶり": ("again",),
    "付け": ("dated",),
    "付": ("dated",),
    "現在": ("dated",),
    "時点": ("dated",),
    "以降": ("from",),
    "以後": ("from",),
    "以前": ("until",),
    "引き": ("off",),
    "引": ("off",),
}
_WORDS = re.compile("|".join(_JAPANESE))
_BEFORE: dict[Bound, str] = {
    "least": r"at least|no (?:less|fewer) than|not less than|a minimum of",
    "most": r"at most|up to|no (?:more|later|older) than|not more than|not exceeding|a maximum of|within",
    "below": r"(?:just |a little |slightly )?(?:(?:less|fewer|lower|younger) than|under|below)",
    "above": r"(?:just |a little |slightly )?(?:(?:more|greater|higher|older) than|over|above|exceeding|in excess of|upwards? of)",
    "early": r"early(?: in)?|(?:beginning|start|first half) of",
    "middle": r"mid|middle of",
    "late": r"late(?: in)?|(?:end|close|latter half|second half) of",
    "period": r"(?:(?:fiscal|business|financial) )?(?:year|half|term|quarter)(?: that)? (?:end(?:ing|ed|s)|to)(?: in| on)?",
    "each": r"per|each|every|an?",
    "first half": r"first half of|H1|1H",
    "second half": r"(?:second|latter|last) half of|H2|2H",
    "dated": r"dated|as of",
    "from": r"from|since|after|(?:starting|beginning)(?: in| on| from)?|(?:on|in|from)? ?(?:and|or) after",
    "until": r"before|prior to|until|earlier than|(?:on|in) or before",
    "off": r"discount of",
    "again": r"first(?: time)? in(?: (?:more than|over|about|around|nearly|almost|roughly))?",
}
_AFTER: dict[Bound, str] = {
    "least": r"(?:or|and) (?:more|older|over|above|higher|greater|stronger|larger|longer|up)",
    "most": r"(?:or|and) (?:less|fewer|younger|under|below|lower|shorter)",
    "below": "",
    "above": r"(?:and|or) over|plus",
    "early": "",
    "middle": "",
    "late": "",
    "period": "",
    "each": "",
    "first half": "",
    "second half": "",
    "off": r"off|discount|reduction",
    "again": "",
    "dated": "",
    "from": r"(?:or|and) (?:later|after|beyond|onwards?|thereafter)|onwards?",
    "until": r"(?:or|and) (?:earlier|before|prior)",
}
_APART: dict[Bound, re.Pattern[str]] = {
    "again": re.compile(
        r"\b(?:(?:first|seen|not|most|worst|[a-z]{3,}est)\b[^.;:]{0,40} in|after) (?:an? )?$", re.IGNORECASE
    )
}
"""What says a bound further off: *their first title in* five years is 5年ぶり."""
_BEFORE_JAPANESE: dict[str, Bound] = {
    "最大": "most", "最高": "most", "最低": "least", "最少": "least", "少なくとも": "least", "早くても": "from", "遅くとも": "until",
}  # fmt: skip
_JAPANESE_BEFORE = re.compile(f"(?:{'|'.join(_BEFORE_JAPANESE)})$")
_LONGEST = 32  # code points of what says a bound before a quantity


def bound_after(text: str, at: int) -> tuple[tuple[Bound, ...], int] | None:
    """What the Japanese at `at`, directly after a quantity, bounds it to, and where that ends.

    Examples
    --------
    >>> bound_after("100人以上", 4), bound_after("100人", 4)
    ((('least', 'above'), 6), None)
    """
    found = _WORDS.match(text, at)
    return None if found is None else (_JAPANESE[found[0]], found.end())


def bounded(text: str, start: int, end: int, bounds: tuple[Bound, ...]) -> Offsets | None:
    """The English quantity ``start:end`` with the words that bound it so; None where nothing does.

    Examples
    --------
    >>> text = "more than 100 people aged 70 or older"
    >>> [text[slice(*bounded(text, start, end, ("least", "above")))] for start, end in ((10, 20), (26, 28))]
    ['more than 100 people', '70 or older']
    """
    for bound in bounds:
        before = re.compile(rf"\b(?:{_BEFORE[bound]})[ -](?:the |an? )?$", re.IGNORECASE)
        found = before.search(text, max(0, start - _LONGEST), start)
        after = re.compile(rf"(?: years)?(?: of age)?,? (?:{_AFTER[bound]})\b", re.IGNORECASE).match(text, end)
        ends = after.end() if _AFTER[bound] and after is not None else end
        if found is not None or ends != end:
            return start if found is None else found.start(), ends
        if bound in _APART and _APART[bound].search(text, max(0, start - 2 * _LONGEST), start):
            return start, end
    return None


def bound_around(text: str, start: int, end: int, language: str) -> str:
    """The first bound that the words around a quantity say; '' for none.

    Examples
    --------
    >>> bound_around("18歳未満", 0, 3, "ja"), bound_around("最大50人", 2, 5, "ja"), bound_around("up to 50", 6, 8, "en")
    ('below', 'most', 'most')
    """
    if language == "ja":
        after = bound_after(text, end)
        before = _JAPANESE_BEFORE.search(text, max(0, start - 5), start)
        return after[0][0] if after else _BEFORE_JAPANESE[before[0]] if before else ""
    limits: tuple[Bound, ...] = ("least", "most", "below", "above", "from", "until", "early", "middle", "late")
    return next((bound for bound in limits if bounded(text, start, end, (bound,))), "")
