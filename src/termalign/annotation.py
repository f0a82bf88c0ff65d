"""English with the Japanese behind it: *the National Police Agency (警察庁)*."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Literal, NamedTuple, get_args

from termalign.alignment import Alignment
from termalign.arguments import score_of
from termalign.kana import is_japanese
from termalign.model import Link
from termalign.pictures.clean import escaped
from termalign.pictures.ruby import Ruby, furigana

Style = Literal["text", "html", "markdown"]
STYLES: tuple[str, ...] = get_args(Style)

_NAMES = frozenset({"name", "romaji"})
_VALUES = frozenset({"number", "date", "verbatim"})
_REST = re.compile(r"(?:['’]s\b)?(?:[-‐]\w+)*")  # what goes on behind a rendering: the Agency's, Tokyo-based
_SAID = re.compile(r"['’\"”s]*\s*[(（\[][^)）\]]*")  # a bracket behind it
_NO_PROSE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|\]\([^)\s]*\)|<[^<>\n]*>|https?://\S+", re.DOTALL)  # of Markdown
_QUOTES = " \t\"'“”‘’("
_WORD = re.compile(r"[^\W\d_]+")


class Mention(NamedTuple):
    """Where Japanese is put: a code point of the English, and the code points of the Japanese."""

    at: int
    start: int
    end: int


def annotate(
    alignment: Alignment,
    *,
    style: Style = "text",
    first: bool = True,
    names: bool = False,
    min_score: float = 0.5,
) -> str:
    """Put the Japanese of each term behind the English that renders it.

    Parameters
    ----------
    alignment : Alignment
        Of a text, or of terms, and the English.
    style : {"text", "html", "markdown"}
        Text as it is; a fragment of HTML, a paragraph for each of the text's; or the text as the Markdown that it is. The last
        two have furigana above kanji.
    first : bool
        Only where a term is first mentioned.
    names : bool
        Only names: what is spelled out in Latin letters, and what is written with capitals.
    min_score : float
        The least score of the link.

    Returns
    -------
    str
        The English text, with Japanese in brackets. What the English has in brackets already is not put there again, nor are
        numbers, dates, and what is the same in both. In Markdown, code, addresses and tags stay as they are.

    Raises
    ------
    ValueError
        If the style is none, or `min_score` no chance.

    Examples
    --------
    >>> from termalign import align
    >>> found = align("警察庁は桜島を調べた。", "The National Police Agency looked into Sakurajima.")
    >>> annotate(found, names=True)
    'The National Police Agency (警察庁) looked into Sakurajima (桜島).'
    >>> annotate(align(["桜島"], "Sakurajima"), style="html")
    '<p>Sakurajima <span lang="ja">(<ruby>桜島<rt>さくらじま</rt></ruby>)</span></p>'
    """
    if style not in STYLES:
        raise ValueError(f"style must be {', '.join(map(repr, STYLES[:-1]))} or {STYLES[-1]!r}, not {style!r}")
    score_of(min_score)
    kept = _NO_PROSE.finditer(alignment.en) if style == "markdown" else ()
    taken = [match.span() for match in kept]
    wanted = (
        link for link in alignment.links if link.score >= min_score and (not names or _is_name(link, alignment.en))
    )
    mentions = list(_mentions(wanted, alignment.en, taken, first))
    if style == "text":
        return _written(alignment.en, mentions, lambda m: f"({alignment.ja[m.start : m.end]})", str)
    readings = furigana(alignment.ja, alignment.links, {k for m in mentions for k in (m.start, m.end)})
    japanese = partial(_ruby, alignment.ja, readings)
    if style == "markdown":
        return _written(alignment.en, mentions, japanese, str)
    return _paragraphs(_written(alignment.en, mentions, japanese, escaped_lines))


def _is_name(link: Link, en: str) -> bool:
    """Whether a link is one of names; a single word with a capital may only begin a sentence, or stand in a headline."""
    if link.kind in _NAMES:
        return True
    words = _WORD.findall(link.en.text)
    capitals = [word for word in words if word[0].isupper()]
    if not capitals or not words[-1][0].isupper():
        return False
    line = en[en.rfind("\n", 0, link.en.start) + 1 :].partition("\n")[0]
    before = en[: link.en.start].rstrip(_QUOTES)
    begins = not before or before[-1] in ".!?:\n"
    return not line.isupper() and (len(capitals) > 1 or not begins or (len(words[0]) > 1 and words[0].isupper()))


def _mentions(links: Iterable[Link], en: str, taken: list[tuple[int, int]], first: bool) -> Iterator[Mention]:
    """Where the Japanese goes, in the order of the English; of links that share words the one that says more."""
    told: set[str] = set()
    end = 0
    for link in sorted(links, key=lambda link: (link.en.start, -link.en.end, -link.score)):
        if link.en.start < end or link.kind in _VALUES or not any(map(is_japanese, link.ja.text)):
            continue
        if any(start < link.en.end and link.en.start < stop for start, stop in taken):
            continue
        end = link.en.end
        said = _SAID.match(en, end)
        if (said is not None and link.ja.text in said[0]) or any(map(is_japanese, link.en.text)):
            told.add(link.ja.text)
        if first and link.ja.text in told:
            continue
        told.add(link.ja.text)
        rest = _REST.match(en, end)
        end = rest.end() if rest is not None else end
        yield Mention(end, link.ja.start, link.ja.end)


def _written(
    en: str, mentions: Iterable[Mention], japanese: Callable[[Mention], str], plain: Callable[[str], str]
) -> str:
    """The English with the Japanese in its places."""
    pieces: list[str] = []
    end = 0
    for mention in mentions:
        pieces += [plain(en[end : mention.at]), " ", japanese(mention)]
        end = mention.at
    return "".join([*pieces, plain(en[end:])])


def _ruby(ja: str, readings: Iterable[Ruby], mention: Mention) -> str:
    """The Japanese in brackets, with kana above its kanji."""
    pieces: list[str] = []
    at = mention.start
    for ruby in readings:
        if mention.start <= ruby.start and ruby.end <= mention.end:
            base = escaped(ja[ruby.start : ruby.end])
            pieces += [escaped(ja[at : ruby.start]), f"<ruby>{base}<rt>{escaped(ruby.kana)}</rt></ruby>"]
            at = ruby.end
    return f'<span lang="ja">({"".join(pieces)}{escaped(ja[at : mention.end])})</span>'


def escaped_lines(text: str) -> str:
    """Text escaped line by line, so that its line ends stay."""
    return "\n".join(map(escaped, text.split("\n")))


def _paragraphs(html: str) -> str:
    """A paragraph for each that an empty line parts from the next."""
    return "\n".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", html.strip("\n")) if part)
