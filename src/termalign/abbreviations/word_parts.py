"""English text split into the parts that can supply a letter of a short form."""

import re
from typing import Final, NamedTuple

from termalign.abbreviations.folded_letters import fold

# General knowledge of English (and of the Romance and German names that English text carries).
FUNCTION_WORDS: Final = frozenset(
    "a an the of and or for in on at to with by from as per via "
    "de la le les du des del di da der die das und y e et".split()
)
ARTICLES: Final = frozenset(("a", "an", "the"))
# A part: a run of letters split at camel case (YouTube, not McDonald), a number, an ampersand or a plus.
_PART = re.compile(
    r"Ma?c(?=[A-Z][a-z])[A-Z][a-z]+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+[^\W\d_]*"
    r"|\d+(?:st|nd|rd|th)?(?![^\W\d_])|\d+|[&+]"
)
_SENTENCE_END = re.compile(r"[.!?。！？]['’”\")\]]*\s+['‘“\"(\[]*[^\W\d_a-z]|\n\s*\n")


class Part(NamedTuple):
    """A part of a word: `text[start:end]`, folded; `kind` is word, function, acronym or number.

    `between` is the text between it and the part before; `joined` says that this has no space. `chemical` parts belong to a
    word with at least two locants.
    """

    start: int
    end: int
    form: str
    kind: str
    joined: bool
    between: str
    chemical: bool = False


def parts(text: str, start: int, end: int, most: int | None = None) -> list[Part]:
    """Return the parts of ``text[start:end]`` in order, with offsets into `text`; at most the first `most`."""
    shouted = text[start:end].isupper()
    found: list[Part] = []
    last = start
    for hit in _PART.finditer(text, start, end):
        raw = hit.group()
        form = fold(raw)
        if raw[0].isdigit():
            form = form.rstrip("stndrh")
        if not form[:1].isalnum() and form not in ("&", "+"):
            continue
        begin = hit.start()
        between = text[last:begin]
        joined = bool(found) and not has_space(between)
        last = hit.end()
        kind = "function" if form == "s" and between in ("'", "’") else _kind(raw, form, shouted)
        found.append(Part(begin, last, form, kind, joined, between))
        if len(found) == most:
            break
    return _with_chemicals(found)


def _with_chemicals(found: list[Part]) -> list[Part]:
    if sum(part.kind == "number" for part in found) < 2:
        return found
    marked: list[Part] = []
    at = 0
    while at < len(found):
        stop = at + 1
        while stop < len(found) and found[stop].joined:
            stop += 1
        token = found[at:stop]
        chemical = sum(part.kind == "number" or len(part.form) == 1 for part in token) > 1 and stop - at > 3
        marked += (part._replace(chemical=True) for part in token) if chemical else token
        at = stop
    return marked


def has_space(between: str) -> bool:
    """Return whether there is white space in `between`."""
    if len(between) < 2:
        return between.isspace()
    return " " in between or any(map(str.isspace, between))


def _kind(raw: str, form: str, shouted: bool) -> str:
    if form[0].isdigit():
        return "number"
    if raw == "A":  # protein A, ultraviolet A: not an article
        return "word"
    if form in FUNCTION_WORDS or form in ("&", "+"):
        return "function"
    if len(raw) > 1 and raw.isupper() and not shouted:
        return "acronym"
    return "word"


def sentence_start(text: str, start: int, end: int) -> int:
    """Return the beginning of the last sentence of ``text[start:end]``."""
    at = start
    for found in _SENTENCE_END.finditer(text, start, end):
        # "U. S.", "J. Smith": a period after a single letter does not end a sentence.
        if found.group()[0] == "." and _is_initial(text, found.start()):
            continue
        at = found.end() - 1
    return at


def _is_initial(text: str, period: int) -> bool:
    return period > 0 and text[period - 1].isupper() and (period == 1 or not text[period - 2].isalnum())
