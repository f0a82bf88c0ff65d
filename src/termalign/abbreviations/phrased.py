"""Candidates for definitions with a phrase or a mark: ``X, short for Y``, ``X “Y”``, ``X — Y``, ``X = Y``."""

import re
from collections.abc import Iterator
from typing import Final

from termalign.abbreviations.shape import is_short_form, may_be_short
from termalign.abbreviations.short_form import REACH, Candidate, back

_QUOTE: Final = ' “"'

# The beginning of the cue (searched for first), its possible continuations, the side of the long form, and the
# evidence for a definition (nats). `_LINK` removes adverbs and verbs before the cue.
_CUES: Final[tuple[tuple[str, re.Pattern[str], str, float], ...]] = tuple(
    (anchor, re.compile(rf"\b{re.escape(anchor.rstrip(_QUOTE))}{more}(?=[\s:,“\"‘'「])"), side, prior)
    for anchor, more, side, prior in (
        ("short for", "", "after", 1.0),
        ("stand", "(?:s|ing)? for", "after", 1.0),
        ("stood for", "", "after", 1.0),
        ("abbreviation", " (?:of|for)", "after", 1.0),
        ("acronym", " (?:of|for)", "after", 1.0),
        ("initialism", " (?:of|for)", "after", 1.0),
        ("contraction of", "", "after", 1.0),
        ("initials of", "", "after", 1.0),
        ("shorthand for", "", "after", 0.0),
        ("in full", "", "after", 0.0),
        ("meaning", "", "after", -1.5),
        ("means", "", "after", -1.5),
        ("abbreviated", "(?: as| to)?", "before", 1.0),
        ("shortened", " (?:as|to)", "before", 1.0),
        ("hereafter", "(?: (?:called|referred to as|as))?", "before", 0.0),
        ("hereinafter", "(?: (?:called|referred to as|as))?", "before", 0.0),
        ("henceforth", "(?: (?:called|referred to as|as))?", "before", 0.0),
        ("acronym", "(?: is)?", "before", 0.5),
        ("abbreviation", "(?: is)?", "before", 0.5),
        ("initials", "(?: are)?", "before", 0.5),
        ("known", "(?: simply)? as", "both", -0.5),
        ("referred to", "(?: simply)? as", "both", -0.5),
        ("called", "", "both", -0.5),
        ("termed", "", "both", -0.5),
        ("dubbed", "", "both", -0.5),
        ("nicknamed", "", "both", -0.5),
        ("aka", "", "both", 0.0),
        ("a.k.a.", "", "both", 0.0),
        ("alias", "", "both", 0.0),
        (", or", "(?: simply| just)?", "both", -1.0),
        ("or “", "(?= “)", "both", -1.5),
        ('or "', '(?= ")', "both", -1.5),
    )
)
# The words that may separate a long form from its cue.
_LINK = re.compile(
    r"(?:(?<!\w)(?:or|also|often|usually|commonly|sometimes|better|otherwise|widely|generally|popularly|locally|"
    r"colloquially|English|official|more|simply|is|are|was|were|known|called|which|that|who|it|its|their|whose|"
    r"with|by|under|the|an?)\s|[\s,—–:;“\"‘「(-])+$"
)
_TOKEN_BEFORE = re.compile(r"[“\"‘'「(]*([^\s,;:=“”\"「」()\[\]]{1,40})[”\"’'」)]*,?[”\"’]*\s*$")
_TOKEN_AFTER = re.compile(r"\s*[:,]?\s*[“\"‘'「]*(?:(?:the|an?|its)\s+)?[“\"‘'「]*([^\s,;:=“”\"「」()\[\]]{1,40})")
_OPENING = re.compile(r"\s*[:,]?\s*[“\"‘'「]*(?:(?:the|an?)\s+)?(?:\w+['’]s\s+)?[“\"‘'「]*", re.IGNORECASE)
_STOP = re.compile(r"[.;()\[\]「」（）\n](?:\s|$|(?<=[()\[\]「」（）\n;]))")

# A token with capitals or digits; the marks that may separate it from its long form in place of a word.
_SHORT = re.compile(r"(?<![\w.&/'’-])(?=\w{0,8}[A-Z\d&.])\w[\w&./'’+-]{1,13}")
_MARKS_BEFORE = re.compile(r"(?:\s*[—–=:]\s*|\s-+\s|,\s+|\s+(?=[“\"‘「]))(?:the\s+)?[“\"‘「]*$")
_MARKS_AFTER = re.compile(r"[”\"’」]*(?:\s*[—–=:]\s*|\s-+\s|,\s+)(?=\S)")
_APPOSITION_END = re.compile(r"[”\"’」]*(?: for short)?\s*(?:[,.;:)—–\n]|\s-|$)")
_MARK: Final = -2.5
_COMMA: Final = -4.0


def phrased(text: str) -> Iterator[Candidate]:
    """Yield the candidates of every cue in `text`, then those of every mark."""
    for anchor, pattern, side, prior in _CUES:
        if anchor not in text:
            continue
        for cue in pattern.finditer(text):
            if side != "after":
                yield from _long_before(text, cue, prior)
            if side != "before":
                yield from _long_after(text, cue, prior)
    for token in _SHORT.finditer(text):
        start, end = token.start(), token.end()
        while text[end - 1] in ".-/'’" and not _is_dotted(text[start:end]):
            end -= 1
        if is_short_form(text[start:end]):
            yield from _marked(text, start, end)


def _is_dotted(token: str) -> bool:
    return token[-1] == "." and token.count(".") > 1


def _long_before(text: str, cue: re.Match[str], prior: float) -> Iterator[Candidate]:
    token = _TOKEN_AFTER.match(text, cue.end())
    if not token:
        return
    start, end = token.span(1)
    while end > start and text[end - 1] in ".’'”" and not _is_dotted(text[start:end]):
        end -= 1
    if _may_be_named(text[start:end], prior):
        right = _before_link(text, cue.start())
        yield Candidate(start, end, back(text, right, REACH), right, "before", prior)


def _long_after(text: str, cue: re.Match[str], prior: float) -> Iterator[Candidate]:
    begin = max(0, cue.start() - 40)
    token = _TOKEN_BEFORE.search(text[begin : _before_link(text, cue.start())])
    if token and _may_be_named(token[1], prior):
        start, end = begin + token.start(1), begin + token.end(1)
        yield _following(text, start, end, cue.end(), prior)


def _following(text: str, start: int, end: int, at: int, prior: float) -> Candidate:
    opening = _OPENING.match(text, at)
    left = opening.end() if opening else at
    stop = _STOP.search(text, left, left + REACH)
    right = stop.start() if stop else min(len(text), left + REACH)
    return Candidate(start, end, left, right, "after", prior)


def _may_be_named(token: str, prior: float) -> bool:
    """Return whether a cue may name a token.

    A strong cue such as "short for" may name any capitalised token, a weak one only an acronym.
    """
    return is_short_form(token) or (prior > 0 and may_be_short(token) and token[:1].isupper())


def _before_link(text: str, right: int) -> int:
    link = _LINK.search(text[max(0, right - 40) : right])
    return right - len(link[0]) if link else right


def _names_acronym(token: re.Match[str] | None) -> bool:
    """Return whether the text on the other side of the mark is an acronym too: a list, not a definition."""
    return token is not None and is_short_form(token[1])


def _marked(text: str, start: int, end: int) -> Iterator[Candidate]:
    begin = max(0, start - 24)
    before = _MARKS_BEFORE.search(text[begin:start])
    if before and not _names_acronym(_TOKEN_BEFORE.search(text[begin : begin + before.start()])):
        comma = "," in before[0]
        if not comma or _APPOSITION_END.match(text, end):
            right = _before_link(text, begin + before.start())
            yield Candidate(start, end, back(text, right, REACH), right, "before", _COMMA if comma else _MARK)
    after = _MARKS_AFTER.match(text, end)
    if after and not _names_acronym(_TOKEN_AFTER.match(text, after.end())):
        yield _following(text, start, end, after.end(), _COMMA if "," in after[0] else _MARK)
