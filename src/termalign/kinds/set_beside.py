"""English phrases next to Japanese: text within, before and after brackets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from termalign.kana import is_kanji

_QUOTES = "\"'“”‘’«»「」『』《》"
_OPEN = rf"[\s{_QUOTES}]*"
_REACH = 160  # characters to search on either side
_JAPANESE = r"(?:(?:in |the )?(?:japanese|jpn?\.?|jap\.)(?: name| term| word| title| for)?:? ?)?"
#: Words that state on their own that two names mean the same, and words that do so only after a comma or in brackets.
_SURE = (
    r"(?:an? )?(?:short(?:ened)? (?:for|from|form of)|abbreviat(?:ed|ion) (?:of|for|from)|contraction of|clipping of"
    r"|derived from|known (?:in (?:the )?japanese |locally )?as|in japanese)(?: the)?(?: japanese)?(?: word| term| phrase)?"
)
_SAID = (
    rf"(?:{_SURE}|(?:abbreviated|from|called|termed|dubbed|named|written|or|translat(?:ed|ion) (?:of|from)|english for"
    r"|rendering of|meaning|means|i\.e\.)(?: the)?(?: japanese)?(?: word| term| phrase)?)"
)
#: Link between a phrase and the Japanese after it: a bracket, a dash, an equals sign, or words.
_LINK_BEFORE = re.compile(
    rf"(?P<link>[(（\[【]{_OPEN}{_JAPANESE}|[(（\[【]{_OPEN}{_SAID},? {_OPEN}"
    rf"| {_SURE},? {_OPEN}|, {_SAID},? {_OPEN}|, {_OPEN}{_JAPANESE}"
    rf"| ?[-–—]{{1,2}} {_OPEN}|—{_OPEN}| ?[=＝:：/] ?{_OPEN}| {_OPEN})$",
    re.IGNORECASE,
)
_INSIDE_BEFORE = re.compile(r"[(（\[【](?P<name>[^()（）\[\]【】]*?)[,;:]\s*[\"'“‘「『]*$")
_PLAIN = re.compile(rf"(?:[^,;:.!?()（）\[\]【】\n{_QUOTES}—–=/]|(?<=\w)['’](?=\w))+$")
_QUOTED = re.compile(
    r"(?:[\"“«](?P<a>[^\"“”«»]+)[\"”»]|(?<!\w)['‘](?P<b>[^'‘’]+(?:['’](?=\w)[^'‘’]+)*)['’])(?P<rest>\s*)$"
)
_BRACKETED_AFTER = re.compile(rf"^[{_QUOTES}\s]*[(（\[【](?P<name>[^()（）\[\]【】]*)[)）\]】]")
_SAID_AFTER = re.compile(
    rf"^[{_QUOTES}]*(?:,? (?:or|meaning|which means|means|literally|lit\.|i\.e\.,?|known (?:in english )?as|called|translated as)"
    r",? (?:literally )?|,? ?[—–] ?| - | ?[=＝] ?|,? )"
    r"(?P<name>[\"“‘'][^\"“”]+?[\"”’'](?!\w)|[^,;:.!?()（）\[\]\n—–=\"“”]+)(?P<end>[,;:.!?\n—–)]|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:in english|english|lit(?:erally)?\.?|literal(?:ly)? (?:meaning|translation)|meaning|i\.e\.|or|also|aka|a\.k\.a\.|read|"
    r"pronounced|romani[sz]ed|romaji|hepburn|also known as|known as|translated as|called|roughly|hereafter|abbreviated|short for)"
    r"\b[.,:]? *",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|an?) +", re.IGNORECASE)
_MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
#: Text in brackets that is not a name: dates, sources, remarks, where something is or what it is.
_NO_NAME = re.compile(
    rf"(?:\b\d{{4}}\b|^(?:{_MONTHS})\w* \d|\bet al\b|\b(?:pp?|vol|no|ch|fig)\. ?\d|\bpage\b|^\W*\d[\d\W]*$"
    r"|^(?:see|cf|ibid|op|sic|emphasis|my|our|translation|trans|ed|eds|note|left|right|cent(?:er|re)|above|below|pictured|photo|top|"
    r"bottom|in|on|at|of|from|by|near|now|then|present-day|formerly|born|died|aged|age|reigned|r|b|d|c|ca|circa|since|until|"
    r"between|for|with|to|and|but|if|when|where|which|who|not|as|was|were|is|are|has|had|that|this|these|his|her|its|their|an?|"
    r"one|two|three|some|all|both|including|based|located|chapter|figure|table|part|plural|singular|noun|verb)\b)",
    re.IGNORECASE,
)


class Beside(NamedTuple):
    """A phrase next to Japanese.

    ``start:end`` are the code points of the phrase, or of the longest text that it may be. ``exact`` says whether marks
    show both its borders; otherwise only the border next to the Japanese is certain. ``before`` says whether it is
    before the Japanese. ``link`` is ``"bracket"``, ``"said"`` (words state the equivalence), ``"mark"`` (dash, comma,
    =) or ``"bare"``.
    """

    start: int
    end: int
    exact: bool
    before: bool
    link: str


def beside(text: str, start: int, end: int) -> Iterator[Beside]:
    """Yield phrases next to the Japanese at the code points ``start:end`` of the text."""
    yield from _before(text, start, end)
    yield from _after(text, end)


def _before(text: str, start: int, end: int) -> Iterator[Beside]:
    offset = max(0, start - _REACH)
    left = text[offset:start]
    inside = _INSIDE_BEFORE.search(left)
    if inside:
        if any(map(is_kanji, inside["name"])):
            return  # (甲, 乙): unclear which of the two is meant
        first, last = _trimmed(text, offset + inside.start("name"), offset + inside.end("name"))
        if first < last and not _NO_NAME.search(text[first:last]):
            yield Beside(first, last, True, True, "bracket")
        left = left[: inside.start()].rstrip()
        yield from _phrase_before(left, offset, "bracket")
        return
    link = _LINK_BEFORE.search(left)
    if link:
        yield from _phrase_before(left[: link.start()], offset, _link_of(link["link"]))


def _phrase_before(left: str, offset: int, link: str) -> Iterator[Beside]:
    left = left.rstrip()
    quoted = _QUOTED.search(left)
    if quoted:
        group = "a" if quoted["a"] else "b"
        first, last = _trimmed(left, quoted.start(group), quoted.end(group))
        if first < last:
            yield Beside(offset + first, offset + last, True, True, link)
        return
    plain = _PLAIN.search(left)
    if plain:
        yield Beside(offset + plain.start(), offset + len(left), False, True, link)


def _link_of(link: str) -> str:
    bare = link.strip(_QUOTES + " ")
    if not bare:
        return "bare" if link.isspace() else "mark"
    if bare[0] in "(（[【":
        return "bracket"
    return "said" if any(c.isalpha() for c in bare) else "mark"


def _after(text: str, end: int) -> Iterator[Beside]:
    right = text[end : end + _REACH]
    bracketed = _BRACKETED_AFTER.match(right)
    if bracketed:
        for a, b in _pieces(bracketed["name"]):
            offset = end + bracketed.start("name")
            first, last = _trimmed(text, offset + a, offset + b)
            if first < last:
                yield Beside(first, last, True, False, "bracket")
        return
    said = _SAID_AFTER.match(right)
    if said:
        link = right[: said.start("name")].strip(_QUOTES + " ")
        quoted = said["name"][0] in _QUOTES
        words = any(c.isalpha() for c in link)
        if not (quoted or words or (link and link != ",")):
            return
        first, last = _trimmed(text, end + said.start("name"), end + said.end("name"))
        if first < last and not _NO_NAME.search(text[first:last]):
            exact = quoted or (words and link.strip(", ").lower() == "or" and said["end"] == ",")
            exact = exact or (not words and said["end"] == link[-1:])
            yield Beside(first, last, exact, False, "said" if words else "mark")


def _pieces(inside: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces of the text in brackets; nothing if it has other Japanese, a date, a source or a remark."""
    if any(map(is_kanji, inside)) or _NO_NAME.search(_ARTICLE.sub("", inside.strip(" " + _QUOTES))):
        return
    if _ARTICLE.match(inside) and inside[:2].lower() in ("a ", "an"):
        return  # (an Edo-period magistrate) is a description
    one_name = re.search(r",? and [A-Z]", inside) and "," in inside and ";" not in inside
    cuts = [] if one_name else [m.span() for m in re.finditer(r"\s*[,;]\s*(?:(?:or|and)\s+)?", inside)]
    at = 0
    for a, b in [*cuts, (len(inside), len(inside))]:
        if at < a and not _NO_NAME.search(inside[at:a]):
            yield at, a
        at = b


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without quotes, brackets, labels (lit., meaning) and a leading article."""
    while True:
        piece = text[start:end]
        inner = piece.strip(" \t\n,;:" + _QUOTES)
        start, end = (start + piece.index(inner), start + piece.index(inner) + len(inner)) if inner else (end, end)
        drop = _LABEL.match(inner) or _ARTICLE.match(inner)
        if not drop or drop.end() >= len(inner):
            return (
                (start, end) if any(c.isascii() and c.isalpha() for c in inner) or not inner.isascii() else (end, end)
            )
        start += drop.end()
