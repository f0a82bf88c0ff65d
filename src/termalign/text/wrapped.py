"""Line breaks that only the width of a page has made.

Text out of PDF files, e-mails and e-books has line breaks inside sentences, and in Japanese even inside words. Such a break is no
border. The break after a heading, an item of a list or what a speaker says is one.

A break within a paragraph (no empty line) is taken for one of the page if the sentence ends later in the paragraph, and if it is
under way before the break. It is under way if

- it begins inside its line, or in an earlier one: headings and items begin a line;
- it already has a comma or a particle of a clause;
- the next line begins with what begins no word, such as a small kana, or in English with a small letter; or
- the line is as full as the widest of the paragraph, so that the next word had no room.

The first line is a headline, even with a particle, if it is not full and ends in a noun, and the next line begins with a topic
or subject.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from termalign.text.scripts import JAPANESE, KATAKANA
from termalign.text.unseen import HIDDEN

_JAPANESE = re.compile(f"[、{JAPANESE}{KATAKANA}]")
_SPACE = r"[^\S\r\n\u2028\u2029]"
_LINE = rf"{_SPACE}*+(?>\r\n|[\r\n\u2028])"
_BREAK = re.compile(rf"(?<!{_SPACE}){_LINE}{_SPACE}*+(?![\s\u2029])")
_BREAKS = re.compile(rf"(?<!{_SPACE})(?:{_LINE})+{_SPACE}*+")
_EMPTY = re.compile(rf"(?<!{_SPACE})(?:{_LINE}){{2,}}|\u2029")
_HYPHEN = re.compile(rf"(?<=[^\W\d_]{{2}})[-‐‑\u00ad]{_LINE}{_SPACE}*+(?=[^\W\d_])")
_SOFT_HYPHEN = "\u00ad"
_LONGEST_WORD = 40
_BESIDE = 40  # code points beside a break that tell what joins there
_WORD_BEFORE, _WORD = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_CLOSING = r"[」』）)\]\"'”’]*+"
#: Where a sentence ends.
_END = re.compile(rf"[。！？．]{_CLOSING}|(?:[!?]|(?<![A-Z])\.){_CLOSING}(?=\s|$)|(?<=[ぁ-ゖ])[:：]$")
#: The last characters of a line that is no unfinished sentence.
_CLOSED = re.compile(rf"(?:[。．.！？!?:：;；…]{_CLOSING}|[】》〉>])$")
#: The first characters of an item of a list.
_ITEM = re.compile(
    r"[・･•●○◯◎◆◇■□▲△▼▽▶★☆※*＊+＋\-‐‑–—―→⇒|｜#＃>＞①-⓿㈠-㈻❶-➓]"
    r"|[(（](?:[0-9０-９]{1,3}|[A-Za-z]{1,4}|[一二三四五六七八九十]{1,3}|[ア-ン])[)）]"
    r"|(?:[0-9０-９]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})(?:[．）、]|[.)](?![0-9]))"
    r"|[0-9A-Z]{1,2}(?:\.[0-9]{1,2})+\.?\s|第[0-9０-９一二三四五六七八九十百]+[条章節項編款][ 　]"
)
#: Two cells of a table.
_CELLS = re.compile(r"\S(?:\t|[ \u3000]{2,})\S")
#: A comma, or a particle of a clause: what a heading seldom has.
_CLAUSE = re.compile(r"[、，]|(?<=[^ぁ-ゖ])(?:[はがをもにでとへ]|から|より|まで|[でにと]は)(?![ぁ-ゖ])")
#: What begins no word, item or heading: a small kana, a long vowel mark, a closing mark, or a particle.
_FURTHER = re.compile(
    r"[ぁぃぅぇぉっゃゅょゎんァィゥェォッャュョヮヶンー々ゝゞヽヾ、。，．）」』！？]|[のをがはにへとも](?![ぁ-ゖ、])"
)
#: What ends no heading in English.
_FUNCTION_WORD = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|as|and|or|but|that|which|who|is|are|was|were|be|has|have|had|will|its"
    r"|their|his|her|this|these))$"
)
#: The end of a headline, and the beginning of a sentence that tells who or what it is about.
_NOUN, _ABOUT = (
    re.compile(r"[\u4e00-\u9fff\u30a1-\u30fc]$"),
    re.compile(r"[^、。，．ぁ-ゖ](?:[^、。，．]{0,40}?[^、。，．ぁ-ゖ])?[はが](?![ぁ-ゖ])"),
)
_WIDEST = 200  # columns of a page; the breaks beside a longer line are not made by a width
_NARROWEST = 20  # columns of a full line
_FEW = 2  # words that may still be an item: "apples"
_LACKING = 4  # columns that a full line may lack, because some characters begin no line


def unwrapped(text: str) -> str:
    r"""Return a text of the same length, with the breaks inside sentences hidden, or, between words in Latin letters, as a space.

    Examples
    --------
    >>> unwrapped("警察は匿名・流動型\n犯罪グループを摘発した。").replace("\u2060", "")
    '警察は匿名・流動型犯罪グループを摘発した。'
    >>> unwrapped("It is a fluid\ncrime group of the govern-\nment.").replace("\u2060", "")
    'It is a fluid crime group of the government.'
    >>> unwrapped("匿名・流動型\n犯罪グループ")
    '匿名・流動型\n犯罪グループ'
    """
    if not _has_breaks(text):
        return text
    text = _HYPHEN.sub(_rejoined, text)
    characters = list(text)
    at = 0
    for border in [*_EMPTY.finditer(text), None]:
        end = border.start() if border else len(text)
        for start, stop, instead in _inside_sentences(text, at, end):
            characters[start:stop] = instead
        at = border.end() if border else end
    return "".join(characters)


def in_one_line(text: str) -> str:
    r"""Return a text of the same length, with all breaks hidden, or, between words in Latin letters, as a space.

    Examples
    --------
    >>> in_one_line("匿名・流動型\n　犯罪グループ").replace("\u2060", "")
    '匿名・流動型犯罪グループ'
    """
    if not _has_breaks(text):
        return text
    text = _HYPHEN.sub(_rejoined, text)

    def joined(found: re.Match[str]) -> str:
        start, end = found.span()
        return _instead(text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE], end - start)

    return _BREAKS.sub(joined, text)


def _has_breaks(text: str) -> bool:
    return "\n" in text or "\r" in text or "\u2028" in text


def _rejoined(found: re.Match[str]) -> str:
    """Return what stands for a hyphen at the end of a line: nothing in govern-|ment, the hyphen in self-|regulation."""
    start, end = found.span()
    before = _WORD_BEFORE.search(found.string, max(0, start - _LONGEST_WORD), start)
    after = _WORD.match(found.string, end, end + _LONGEST_WORD)
    if before is None or after is None or not after[0][0].islower():
        return found[0]
    is_of_the_word = found[0][0] != _SOFT_HYPHEN and _has_hyphen(before[0], after[0])
    return (found[0][0] if is_of_the_word else HIDDEN) + HIDDEN * (end - start - 1)


def _has_hyphen(before: str, after: str) -> bool:
    """Return whether a word has a hyphen between these letters, as far as it is known."""
    from simplemma import is_known

    return is_known(f"{before}-{after}", lang="en") or not is_known(before + after, lang="en")


def _instead(before: str, after: str, size: int) -> str:
    """Return what stands for a break: nothing beside a Japanese character or in a number among Japanese, otherwise a space."""
    last, first = before.rstrip(HIDDEN)[-1:], after.lstrip(HIDDEN)[:1]
    joins = _JAPANESE.search(last + first) or (last.isdigit() and first.isdigit() and _JAPANESE.search(before))
    return (HIDDEN if joins else " ") + HIDDEN * (size - 1)


def _inside_sentences(text: str, at: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the breaks inside sentences of the paragraph ``at:end``, and what stands for each."""
    breaks = [found.span() for found in _BREAK.finditer(text, at, end) if at < found.start() and found.end() < end]
    starts, ends = [at, *(b for _, b in breaks)], [*(a for a, _ in breaks), end]
    lines = [text[a:b].replace(HIDDEN, "").strip() for a, b in zip(starts, ends, strict=True)]
    widths = list(map(_columns, lines))
    if not breaks or not all(lines) or max(widths) > _WIDEST:
        return
    ends_later = _end_later(lines)
    full = max(widths)
    is_under_way = False
    for k, (start, stop) in enumerate(breaks):
        line, following = lines[k], lines[k + 1]
        instead = _instead(line, following, stop - start)
        begun = _END.split(line)[-1]
        has_room = not _has_no_room(widths[k], following, instead, full)
        is_under_way = ends_later[k] and (
            is_under_way
            or len(begun) < len(line)
            or not has_room
            or (
                _goes_on_in_english(begun, following)
                if instead[0] == " "
                else _goes_on(begun, following) and not (k == 0 and _is_headline(begun, following))
            )
        )
        if is_under_way:
            yield start, stop, instead


def _end_later(lines: Sequence[str]) -> list[bool]:
    """Return whether the sentence at the end of each line, except the last, ends in a line below, before any item or cell."""
    apart = [_CELLS.search(line) is not None for line in lines]
    found: list[bool] = []
    ends = _END.search(lines[-1]) is not None
    for k in range(len(lines) - 2, -1, -1):
        goes_on = not (_CLOSED.search(lines[k]) or _ITEM.match(lines[k + 1]) or apart[k] or apart[k + 1])
        found.append(ends and goes_on)
        ends = found[-1] or _END.search(lines[k]) is not None
    return found[::-1]


def _goes_on(begun: str, following: str) -> bool:
    return _CLAUSE.search(begun) is not None or _FURTHER.match(following) is not None


def _is_headline(line: str, following: str) -> bool:
    """Return whether a first line that is not full may be a headline: 与党が改正を要求, before a line that begins 首相は."""
    return _NOUN.search(line) is not None and _ABOUT.match(following) is not None


def _goes_on_in_english(begun: str, following: str) -> bool:
    return (following[0].islower() and len(begun.split()) > _FEW) or _FUNCTION_WORD.search(begun) is not None


def _has_no_room(width: int, following: str, instead: str, full: int) -> bool:
    """Return whether the beginning of the next line had no room in a line of this width."""
    needed = 1 + len(following.split(maxsplit=1)[0]) if instead[0] == " " else _LACKING
    return width >= _NARROWEST and width + needed >= full


def _columns(line: str) -> int:
    """Return the width of a line: a full-width character takes two columns."""
    return len(line) if line.isascii() else sum([1 + (unicodedata.east_asian_width(char) in "WFA") for char in line])
