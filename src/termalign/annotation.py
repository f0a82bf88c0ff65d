"""English with the Japanese of its terms in brackets: *the National Police Agency (警察庁)*."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple, get_args

from termalign.alignment import Alignment
from termalign.arguments import checked_alignment, one_of, score_of
from termalign.english.function_words import ARTICLES, FUNCTION_WORDS
from termalign.english.lexis import in_dictionary
from termalign.english.personal_titles import is_personal_title
from termalign.japanese.morpheme import PLACE, Morpheme, are_persons, beginning_in
from termalign.japanese.name_words import roles
from termalign.japanese.tagger import tokenize
from termalign.kana import is_japanese
from termalign.kinds.initials import spelled_by_initials
from termalign.lexicon import Lexicon
from termalign.model import Link, Part, Span
from termalign.names.proper import is_proper
from termalign.names.rest_of_name import rest_of_name
from termalign.pictures.clean import escaped
from termalign.pictures.furigana import furigana, within
from termalign.quantities import english_quantities, japanese_quantities
from termalign.quantities.bounds import bound_after
from termalign.termbase import Glossary, GlossaryLike
from termalign.text import Ruby, bare

Style = Literal["text", "html", "markdown"]
STYLES: tuple[str, ...] = get_args(Style)

_NAMES = frozenset({"name", "romaji"})
_NO_NOUNS = ("動詞", "形容詞", "形状詞", "副詞", "連体詞", "接続詞")
_MAKE_VERBS = frozenset({"為る", "出来る", "致す"})  # after a noun: 噴火した, 噴火できる
_VALUES = frozenset({"number", "date", "verbatim"})
_REST = re.compile(r"(?:['’]s\b)?(?:[-‐]\w+)*")  # the rest of a word after a rendering: the Agency's, Tokyo-based
_SAID = re.compile(r"['’\"”s]*\s*[(（\[][^)）\]]{0,200}")  # a bracket after it
_INTO = re.compile(r"[^\S\n]*[(（](?=[^()（）\n]{1,200}[)）])")  # one that can have more in it
_CLOSES = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»"}
_OPENED = re.compile(
    r"(?<!\w)([\"'“‘«])(?:(?:the|an?)\s)?$", re.IGNORECASE
)  # “The Boy and the Heron”: without the article
_LONGEST_OPENING = 6  # code points: something before it, a quotation mark, “the ”
_LONGEST_BRACKET = 200
_SURER, _AS_SURE = 0.2, 0.1  # differences of scores
_NO_PROSE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|\]\([^)\s]*\)|<[^<>\n]*>|https?://\S+", re.DOTALL)  # in Markdown
_QUOTES = " \t\"'“”‘’("
_WORD = re.compile(r"[^\W\d_]+")
_ADJECTIVAL = ("ese", "ish", "ian", "ican", "rean", "pean", "French", "Dutch", "German", "Thai", "Israeli", "Iraqi")
_FIGURE = re.compile(r"\d")
_BEFORE_VERBS = frozenset("can cannot could may might must shall should will would i we they he she".split())
_WORD_BEFORE = re.compile(r"([A-Za-z]+) $")
_LONGEST_SUBJECT = 8  # code points of such a word with the space behind it
_AROUND = 300  # code points on either side of a link that show whether it is in a headline
_start, _end = attrgetter("start"), itemgetter(1)


class Mention(NamedTuple):
    """An insertion of Japanese: a code point of the English, the half-open code points of the Japanese, and what is around it."""

    at: int
    start: int
    end: int
    opening: str
    closing: str


def annotate(
    alignment: Alignment,
    *,
    style: Style = "text",
    first: bool = True,
    names: bool = False,
    min_score: float = 0.5,
    glossary: GlossaryLike | None = None,
) -> str:
    """Add the Japanese of each term after the English that renders it.

    Parameters
    ----------
    alignment : Alignment
        The alignment of a Japanese text, or of terms, with the English.
    style : {"text", "html", "markdown"}
        The form of the result. ``text`` is plain text. ``html`` is an HTML fragment with a paragraph for each paragraph
        of the text. ``markdown`` treats the text as Markdown. The last two have furigana above kanji.
    first : bool
        Whether to annotate only the first mention of each term. A mention whose score is lower than that of another one
        by more than 0.2 is passed over, unless the other one has fewer words.
    names : bool
        Whether to annotate only the names of people, places, works and organisations.
    min_score : float
        The minimum score of a link to use.
    glossary : Glossary, or any argument of `Glossary.of`, optional
        Terms with readings, which take precedence in the furigana.

    Returns
    -------
    str
        The English text, with Japanese in brackets. Nothing is added for verbs and adjectives of a Japanese text (噴火 in
        噴火した), for numbers, dates and words that are the same in both texts, or where the English already has the Japanese
        in brackets. In Markdown, code, web addresses and tags are not changed.

    Raises
    ------
    TypeError
        If an argument has another type.
    ValueError
        If the style is unknown, or `min_score` is not from 0 to 1.

    Examples
    --------
    >>> from termalign import align
    >>> found = align("警察庁は桜島を調べた。", "The National Police Agency looked into Sakurajima.")
    >>> annotate(found, names=True)
    'The National Police Agency (警察庁) looked into Sakurajima (桜島).'
    >>> annotate(align(["桜島"], "Sakurajima"), style="html")
    '<p>Sakurajima (<span lang="ja"><ruby>桜島<rt>さくらじま</rt></ruby></span>)</p>'
    """
    checked_alignment(alignment, "alignment")
    read = None if glossary is None else Glossary.of(glossary)
    return next(
        annotated([alignment], style=style, first=first, names=names, nouns=True, min_score=min_score, glossary=read)
    )


def annotated(
    alignments: Iterable[Alignment],
    *,
    style: Style,
    first: bool,
    names: bool,
    nouns: bool,
    min_score: float,
    glossary: Glossary | None = None,
) -> Iterator[str]:
    """Yield the English of each alignment as `annotate` returns it; with `first`, a term is annotated once in all of them.

    Without `nouns`, the terms of a text that are no nouns are annotated too.
    """
    one_of(style, STYLES, "style")
    score_of(min_score)
    told: set[str] = set()
    for alignment in map(_without_page, alignments):
        likely = list(_likely(alignment.links, min_score))
        named = list(_named(likely, alignment))
        wanted = named if names else likely
        if nouns and alignment.situation != "terms":
            wanted = [link for link in _of_nouns(wanted, alignment.ja) if not _is_verb(link.en, alignment.en)]
        ends = _ends_of_names(named, alignment)
        yield _annotated(alignment, wanted, style, told if first else None, glossary, ends)


def _without_page(alignment: Alignment) -> Alignment:
    """Return the alignment of a text without the line breaks and the ruby of its page; a list has none."""
    plain = bare(alignment.ja)
    if plain.starts is None or alignment.situation == "terms":
        return alignment

    def moved(span: Span) -> Span:
        return Span.of(plain.text, *plain.folded_span(span.start, span.end))

    links = [
        replace(link, ja=moved(link.ja), parts=tuple([replace(part, ja=moved(part.ja)) for part in link.parts]))
        for link in alignment.links
    ]
    return replace(alignment, ja=plain.text, links=tuple(links), unaligned=())


def _likely(links: Sequence[Link], min_score: float) -> Iterator[Link]:
    """Yield the links with at least a score, and those whose term has such a link to a short form of the same English."""
    short: dict[str, set[str]] = {}
    for link in links:
        if link.score >= min_score:
            short.setdefault(link.ja.text, set()).add(link.en.text)
    for link in links:
        if link.score >= min_score or any(_is_short_for(en, link) for en in short.get(link.ja.text, ())):
            yield link


def _is_short_for(short: str, link: Link) -> bool:
    """Return whether an English name is a short form of that of a link: *JMA*, or *Uchida* for *Makoto Uchida*."""
    words = _WORD.findall(link.en.text)
    by_initials = spelled_by_initials(short, [(word, word.lower() in FUNCTION_WORDS) for word in words])
    return len(words) > 1 and (by_initials or (link.kind in _NAMES and short in words))


def _of_nouns(links: Sequence[Link], ja: str) -> Iterator[Link]:
    """Yield the links of terms that are nouns in a text: not of 赤い, of 噴火 in 噴火した, nor of the suffix ぶり in 三年ぶり."""
    cut = tokenize(ja) if links else []
    for link in links:
        behind = bisect_left(cut, link.ja.end, key=_start)
        last = cut[behind - 1] if behind else None
        is_suffix = last is not None and last.start == link.ja.start and last.pos.startswith("接尾辞")
        is_noun = not is_suffix and (last is None or not last.pos.startswith(_NO_NOUNS))
        is_verb = behind < len(cut) and cut[behind].start == link.ja.end and cut[behind].lemma in _MAKE_VERBS
        if is_noun and not is_verb:
            yield link


def _is_verb(span: Span, en: str) -> bool:
    """Return whether a word in small letters follows a modal verb or the subject of a verb: *they might take*."""
    before = _WORD_BEFORE.search(en[max(0, span.start - _LONGEST_SUBJECT) : span.start])
    return before is not None and before[1].lower() in _BEFORE_VERBS and span.text.isalpha() and span.text.islower()


def _annotated(
    alignment: Alignment,
    wanted: Iterable[Link],
    style: Style,
    told: set[str] | None,
    glossary: Glossary | None,
    ends: Mapping[Span, int],
) -> str:
    kept = _NO_PROSE.finditer(alignment.en) if style == "markdown" else ()
    taken = [match.span() for match in kept]
    mentions = list(_mentions(wanted, alignment.en, taken, told, ends))
    if style == "text":
        return _written(alignment.en, mentions, lambda m: alignment.ja[m.start : m.end], str)
    borders = {k for m in mentions for k in (m.start, m.end)}
    readings = furigana(alignment.ja, alignment.links, borders, glossary)
    japanese = partial(_ruby, alignment.ja, readings)
    if style == "markdown":
        return _written(alignment.en, mentions, japanese, str)
    return _paragraphs(_written(alignment.en, mentions, japanese, escaped_lines))


def _named(links: Iterable[Link], alignment: Alignment) -> Iterator[Link]:
    """Yield the links that render names. What no dictionary has is a name if the English writes it like one."""
    cut, lexicon = tokenize(alignment.ja), Lexicon.default()
    for link in links:
        words = [word for word in _WORD.findall(link.en.text) if word.lower() not in ARTICLES]
        pieces = beginning_in(cut, link.ja.start, link.ja.end)
        if any(word[0].isupper() for word in words) and not _is_title(link, words) and not _is_adjective(pieces, words):
            proper = is_proper(pieces, words, lexicon)
            if _has_capitals(link, words, alignment.en) if proper is None else proper and _begins_like_a_name(words):
                yield link


def _is_title(link: Link, words: Sequence[str]) -> bool:
    """Return whether a link is a title without the name of its holder: *Gov.*, *Finance Minister*."""
    return is_personal_title(words[-1].lower()) and (link.ja.text in roles() or link.ja.text.endswith(("相", "大臣")))


def _is_adjective(pieces: Sequence[Morpheme], words: Sequence[str]) -> bool:
    """Return whether a word is the adjective of a country or a place: *Chinese* of 中国."""
    return len(words) == 1 and bool(pieces) and pieces[-1].pos.startswith(PLACE) and words[0].endswith(_ADJECTIVAL)


def _ends_of_names(named: Sequence[Link], alignment: Alignment) -> dict[Span, int]:
    """Return where English names end that are longer than their links: *Toho Co.*, *Noto Peninsula*."""
    cut = tokenize(alignment.ja) if named else []
    starts = sorted({link.en.start for link in alignment.links})
    ends = {}
    for link in named:
        if not link.en.text.isupper() and not _is_headline(link, alignment.en):
            pieces = beginning_in(cut, link.ja.start, link.ja.end)
            following = bisect_left(starts, link.en.end)
            until = starts[following] if following < len(starts) else len(alignment.en)
            # Of a place, or of a person who may be named like one (能登), other words belong to something else.
            is_place = bool(pieces) and all(map(_names_place_or_person, pieces))
            ends[link.en] = rest_of_name(alignment.en, link.en.end, until, is_place)
    return ends


def _names_place_or_person(piece: Morpheme) -> bool:
    return piece.pos.startswith(PLACE) or are_persons([piece])


def _begins_like_a_name(words: Sequence[str]) -> bool:
    """Return whether words begin with a capital, or have several: *former President Obama*, not *outside the Cabinet*."""
    return words[0][0].isupper() or sum(word[0].isupper() for word in words) > 1


def _has_capitals(link: Link, words: Sequence[str], en: str) -> bool:
    """Return whether English words are capitalised as a name is.

    A single word of an English dictionary does not count at the start of a sentence, nor does any word in a headline.
    """
    if not words[-1][0].isupper() or not _begins_like_a_name(words) or _is_headline(link, en):
        return False
    at = link.en.start
    while at and en[at - 1] in _QUOTES:
        at -= 1
    begins = not at or en[at - 1] in ".!?:\n"
    return (
        len(words) > 1
        or not begins
        or not in_dictionary(words[0].lower())
        or (len(words[0]) > 1 and words[0].isupper())
    )


def _is_headline(link: Link, en: str) -> bool:
    """Return whether the text around a link, on its line, is in capitals."""
    first, last = max(0, link.en.start - _AROUND), link.en.end + _AROUND
    line = en[en.rfind("\n", first, link.en.start) + 1 or first : last]
    return line.partition("\n")[0].isupper()


def _mentions(
    links: Iterable[Link],
    en: str,
    taken: Sequence[tuple[int, int]],
    told: set[str] | None,
    ends: Mapping[Span, int],
) -> Iterator[Mention]:
    """Yield the insertions in the order of the English; of links that share words, the longer one is used.

    `told` has the terms that need no further insertion, and is extended. With None, every mention gets an insertion.
    `ends` has the ends of English names that are longer than their links.
    """
    usable = [
        link
        for link in links
        if link.kind not in _VALUES
        and any(map(is_japanese, link.ja.text))
        and not _is_taken(link.en, taken)
        and not _is_quantity(link.ja.text)
        and not _has_value(link)
        and not _is_weekday(link)
    ]
    places = [_alike(list(same)) for _, same in groupby(sorted(usable, key=_place), key=_place)]
    end = 0
    for same in places if told is None else _sure(places):
        if same[0].en.start < end:
            continue
        end = same[0].en.end
        link = _untold(same, told)
        mention = link and _mention(link, en, ends.get(link.en, link.en.end))
        if mention:
            end = mention.at
            yield mention


def _is_quantity(text: str) -> bool:
    """Return whether a Japanese text is only numbers and dates with the words that limit them: 十八歳未満, 第二十六条第一項."""
    end = 0
    for quantity in japanese_quantities(text):
        bound = bound_after(text, quantity.end)
        if quantity.start != end:
            return False
        end = bound[1] if bound else quantity.end
    return end == len(text)


def _has_value(link: Link) -> bool:
    """Return whether a link has a date or a number in figures, and no name: 土曜日午後 (*Saturday afternoon*), 1.8%減."""
    others = [part.en for part in link.parts if not _is_value(part)]
    # the first word may merely begin a sentence: *All 47 passengers*
    named = [
        en
        for en in others
        if en.text[0].isupper() and not (en.start == link.en.start and in_dictionary(en.text.lower()))
    ]
    return len(others) < len(link.parts) and not named


def _is_value(part: Part) -> bool:
    return part.kind == "date" or (part.kind == "number" and _FIGURE.search(part.ja.text) is not None)


def _is_weekday(link: Link) -> bool:
    """Return whether a link is a day of the week in one character: 火 (Tuesday) in 9月2日（火）."""
    english = [quantity.kind for quantity in english_quantities(link.en.text)]
    return len(link.ja.text) == 1 and english == ["weekday"]


def _place(link: Link) -> tuple[int, int]:
    """Sort links by their English, the longer one first."""
    return link.en.start, -link.en.end


def _is_taken(en: Span, taken: Sequence[tuple[int, int]]) -> bool:
    k = bisect_right(taken, en.start, key=_end)
    return k < len(taken) and taken[k][0] < en.end


def _alike(same: Sequence[Link]) -> list[Link]:
    """Return the best of the links that render the same words, or several if their terms have the same meaning.

    Of 自民党 and 自由民主党, the shorter one comes first for an abbreviation (*LDP*), and the longer one for other words.
    """
    best = max(same, key=attrgetter("score"))
    alike = [link for link in same if link.score >= best.score - _AS_SURE and link.kind not in _NAMES]
    sign = 1 if best.en.text.isupper() else -1
    return sorted(alike, key=lambda link: (sign * len(link.ja.text), -link.score)) if best in alike else [best]


def _sure(places: Sequence[list[Link]]) -> Iterator[list[Link]]:
    """Yield the links of each place without those of terms that have a much more certain link elsewhere.

    A short form, such as *JMA* or *Uchida*, does not count against the full name, however certain it is.
    """
    best: dict[str, Link] = {}
    for link, *_ in sorted(places, key=lambda same: same[0].score):
        best[link.ja.text] = link
    for same in places:
        sure = [link for link in same if not _is_surer(best.get(link.ja.text, link), link)]
        if sure:
            yield sure


def _is_surer(one: Link, other: Link) -> bool:
    return one.score - _SURER > other.score and len(_WORD.findall(one.en.text)) >= len(_WORD.findall(other.en.text))


def _untold(same: Sequence[Link], told: set[str] | None) -> Link | None:
    """Return the first link whose term is not told, or None, also if several terms have these words, and one is told.

    The names in a term are told with it: 高市 with 高市早苗.
    """
    if told is None:
        return same[0]
    words = same[0].en.text.lower()
    if len(same) > 1 and words in told:
        return None
    link = next((link for link in same if link.ja.text not in told), None)
    if link is not None:
        told.update((link.ja.text, words, *[part.ja.text for part in link.parts if part.kind in _NAMES]))
    return link


def _mention(link: Link, en: str, at: int) -> Mention | None:
    """Return where and how the Japanese of a link is inserted, or None if the English has it already.

    It goes into a bracket that follows. Otherwise it follows the words, which end at `at`, and quotation marks that enclose
    exactly these words.
    """
    start = link.en.start
    said = _SAID.match(en, at)
    if any(map(is_japanese, link.en.text)) or (said is not None and link.ja.text in said[0]):
        return None
    rest = _REST.match(en, at)
    at = rest.end() if rest is not None else at
    opened = _OPENED.search(en[max(0, start - _LONGEST_OPENING) : start])
    if opened is not None and en[at : at + 1] == _CLOSES[opened[1]]:
        at += 1
    into = _INTO.match(en, at)
    if into is not None:
        return Mention(into.end(), link.ja.start, link.ja.end, "", ", ")
    first = max(0, at - _LONGEST_BRACKET)
    nested = en.rfind("(", first, at) > en.rfind(")", first, at)
    return Mention(at, link.ja.start, link.ja.end, *((" [", "]") if nested else (" (", ")")))


def _written(
    en: str, mentions: Iterable[Mention], japanese: Callable[[Mention], str], plain: Callable[[str], str]
) -> str:
    """Return the English with the Japanese inserted."""
    pieces: list[str] = []
    end = 0
    for mention in mentions:
        pieces += [plain(en[end : mention.at]), mention.opening, japanese(mention), mention.closing]
        end = mention.at
    return "".join([*pieces, plain(en[end:])])


def _ruby(ja: str, readings: Sequence[Ruby], mention: Mention) -> str:
    """Return the Japanese with kana above its kanji."""
    pieces: list[str] = []
    at = mention.start
    for ruby in within(readings, mention.start, mention.end):
        base = escaped(ja[ruby.start : ruby.end])
        pieces += [escaped(ja[at : ruby.start]), f"<ruby>{base}<rt>{escaped(ruby.kana)}</rt></ruby>"]
        at = ruby.end
    return f'<span lang="ja">{"".join(pieces)}{escaped(ja[at : mention.end])}</span>'


def escaped_lines(text: str) -> str:
    """Return the text escaped line by line, so that its line ends stay."""
    return "\n".join(map(escaped, text.split("\n")))


def _paragraphs(html: str) -> str:
    """Return HTML with a paragraph element for each paragraph; empty lines separate paragraphs."""
    return "\n".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", html.strip("\n")) if part)
