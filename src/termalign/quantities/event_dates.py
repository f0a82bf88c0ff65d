"""Days that events are named for: 五・一五事件, 2.26事件, 九・一八事変 – month and day, with a mark between."""

import re

from termalign.quantities.build import DatePieces, date
from termalign.quantities.quantity import Quantity

_EVENT = (
    "事件|事変|運動|政変|革命|クーデター|テロ|震災|大震災|大地震|地震|大空襲|空襲|反乱|蜂起|闘争|抗争|抗日|合意|宣言|声明|作戦"
    "|同時多発テロ|米国同時多発テロ|学生|民主化|独立"
)
#: 五・一五 by itself is such a day too; 2.26 is a number, unless an event follows.
_DAY = re.compile(
    rf"(?:(?P<kanji>(?:十|一?〇|一)?[一二三四五六七八九〇十])・(?P<day>[一二三]?[十〇]?[一二三四五六七八九〇十])(?=(?:{_EVENT})|$)"
    rf"|(?P<month>1[0-2]|[1-9])[.．・](?P<figures>3[01]|[12][0-9]|[1-9])(?=(?:{_EVENT})))"
)
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}


def event_date(text: str, position: int) -> Quantity | None:
    """A day that an event is named for, at a position.

    Examples
    --------
    >>> [event_date(name, 0).value for name in ("五・一五事件", "二・二六事件", "一二・九運動", "9.11テロ")]
    [(None, 5, 15), (None, 2, 26), (None, 12, 9), (None, 9, 11)]
    >>> event_date("三・五倍", 0) is event_date("2.26倍", 0) is None
    True
    """
    found = _DAY.match(text, position)
    if found is None or (position and text[position - 1] in "・.．0123456789一二三四五六七八九十〇年月第"):
        return None
    names = ("kanji", "day") if found["kanji"] else ("month", "figures")
    month, day = (_value(found[name]) for name in names)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    pieces: DatePieces = [(found.span(names[0]), (None, month, None)), (found.span(names[1]), (None, None, day))]
    return date(found.span(), (None, month, day), "", pieces, found.span())


def _value(signs: str) -> int:
    """The value of figures, or of kanji written by place (二六) or with 十 (二十六)."""
    if signs.isascii():
        return int(signs)
    tens, ten, ones = signs.partition("十")
    if ten:
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    value = 0
    for sign in signs:
        value = value * 10 + _DIGITS[sign]
    return value
