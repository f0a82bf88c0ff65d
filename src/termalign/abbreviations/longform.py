"""The borders of a long form, and the test of whether a range of text can be one."""

from typing import Final

from termalign.abbreviations.folded_letters import fold
from termalign.abbreviations.letter_alignment import is_locant
from termalign.abbreviations.shape import is_wordlike
from termalign.abbreviations.short_form import QUOTES, without_possessive
from termalign.abbreviations.word_parts import Part

_OPENERS: Final = "([{"
_CLOSERS: Final = ")]}"
#: Letters. A longer name at the beginning of the long form is the name itself, not a short form (Kinnara, Kinnarashu).
_LONGEST_CUT: Final = 4


def name_end(text: str, words: list[Part], last: int) -> int:
    """Return the last word of the name that contains word `last`: International Criminal Police | Organization."""
    while last + 1 < len(words) and text[words[last].start].isupper():
        follower = words[last + 1]
        if follower.between != " " or not text[follower.start].isupper():
            break
        last += 1
    return last


def long_start(text: str, words: list[Part], at: int, left: int, right: int) -> int:
    """Return the beginning of the long form: the start of its first word, or of locants before it, ``(+/-)-3-(``."""
    first = at
    while first and words[first].joined and is_locant(words[first - 1]):
        first -= 1
    # Locants begin the word; an apparent one (the 2+ of Ca2+/calmodulin) belongs to another word.
    start = token = words[at if words[first].joined else first].start
    while token > left and not text[token - 1].isspace():
        token -= 1
    head = text[token:start]
    if not head or any(map(str.isalpha, head)) or _closes_first(head):
        return start
    while token < start and (text[token] in QUOTES or _is_left_open(text, token, right)):
        token += 1
    return token


def long_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in QUOTES + _OPENERS + ",;:—–"):
        end -= 1
    return without_possessive(text, start, end)


def is_long_form(long: str, short: str, used: list[Part]) -> bool:
    """Return whether `long`, with the parts `used`, can be the long form of `short`.

    It must be longer, have only whole brackets, be more than another label (apoB-44, apoB-74), and not contain `short`.
    """
    if sum(map(str.isalpha, long)) <= sum(map(str.isalpha, short)):
        return False
    if not (any(map(str.isspace, long)) or len(long) > len(short) + 1):
        return False
    if not any(part.kind == "word" for part in used) or _holds(short, used):
        return False
    pairs = zip(_OPENERS, _CLOSERS, strict=True)
    return not _closes_first(long) and all(long.count(opener) == long.count(closer) for opener, closer in pairs)


def _holds(short: str, used: list[Part]) -> bool:
    """Return whether the long form contains the short form: TNF-alpha (TNF), DLC type (DLC1), Osaka City (Osaka)."""
    folded, forms = fold(short), {part.form for part in used}
    letters = "".join(filter(str.isalpha, folded))
    if folded in forms or (short.isalnum() and letters in forms):
        return True
    longer = len(letters) > _LONGEST_CUT and is_wordlike(short)
    return longer and "".join(part.form for part in used).startswith(letters)


def _closes_first(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char in _OPENERS) - (char in _CLOSERS)
        if depth < 0:
            return True
    return False


def _is_left_open(text: str, at: int, right: int) -> bool:
    """Return whether the bracket that opens at `at` does not close before `right`."""
    depth = 0
    for char in text[at:right]:
        depth += (char in _OPENERS) - (char in _CLOSERS)
        if not depth:
            return False
    return text[at] in _OPENERS
