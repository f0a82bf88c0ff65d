"""Texts too long for ribbons, with terms that are marked and numbered like their links."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from termalign.formats.glossaries import GlossaryEntry
from termalign.model import Link, Span, moved
from termalign.pictures.captions import ENGLISH, Words
from termalign.pictures.clean import escaped
from termalign.pictures.evidence import badge, line, missing
from termalign.pictures.furigana import furigana
from termalign.pictures.scene import Linked, Numbered, spoken
from termalign.pictures.style import colour
from termalign.termbase import Glossary
from termalign.text import Ruby, list_item


class Mark(NamedTuple):
    """A span of one text that belongs to a link."""

    start: int  # code points, half-open
    end: int
    row: int  # the number of the link in the alignment, from 1
    side: str  # "ja" or "en"
    found: Numbered


def marks(links: Sequence[Numbered], side: str) -> list[Mark]:
    """Return the spans of one side, ``"ja"`` or ``"en"``."""
    spans = ((found.on(side), row, found) for row, found in enumerate(links, 1))
    return sorted(Mark(span.start, span.end, row, side, found) for span, row, found in spans)


def marked(
    text: str,
    spans: Sequence[Mark],
    rubies: Iterable[Ruby] = (),
    key: str = "",
    words: Words = ENGLISH,
    unaligned: Sequence[Span] = (),
) -> str:
    """Return a text with marks, furigana, and a dotted line below the terms without a link, `unaligned`.

    Spans may overlap: the text is split at every border, and a piece in several links has the colour of the one with the
    highest score. Each span ends with its number. With `key`, the number of an English span is a link, which the keyboard can
    reach, to the row of the evidence table.
    """
    above = {ruby.start: ruby for ruby in rubies}
    borders = {0, len(text), *(at for ruby in above.values() for at in ruby[:2])}
    borders |= {at for mark in spans for at in mark[:2]} | {at for span in unaligned for at in (span.start, span.end)}
    bare = {at for span in unaligned for at in range(span.start, span.end)}
    # No border is inside a group of furigana, because `furigana` got the borders.
    cuts = sorted(borders)
    out: list[str] = []
    opened: list[Mark] = []
    waiting = list(reversed(spans))
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        out += _numbers([mark for mark in opened if mark.end == start], key, words)
        opened = [mark for mark in opened if mark.end > start]
        while waiting and waiting[-1].start == start:
            opened.append(waiting.pop())
        if start < end:
            segment = _segment(text[start:end], opened, above.get(start))
            out.append(f'<span class="bare">{segment}</span>' if start in bare else segment)
    return "".join(out)


def _segment(text: str, over: Sequence[Mark], ruby: Ruby | None) -> str:
    content = "<br>".join(escaped(line) for line in text.split("\n"))
    if ruby is not None:
        content = f"<ruby>{content}<rt>{escaped(ruby.kana)}</rt></ruby>"
    if not over:
        return content
    best = max(over, key=lambda mark: mark.found.link.score)
    names = dict.fromkeys(name for mark in over for name in (*mark.found.classes.split(), f"e{mark.row}"))
    doubtful = " doubt" if best.found.link.score < 0.5 else ""
    return f'<span class="m {" ".join(names)} c{colour(best.found.number)}{doubtful}">{content}</span>'


def _numbers(ended: Sequence[Mark], key: str, words: Words) -> Iterator[str]:
    plain: dict[int, dict[str, None]] = {}  # the classes by number, because a Japanese span shows its number once
    for mark in ended:
        if mark.side == "ja" or not key:
            plain.setdefault(mark.found.number, {}).update(dict.fromkeys(mark.found.classes.split()))
    for number, names in plain.items():
        yield f'<sup class="q j {" ".join(names)} c{colour(number)}">{number}</sup>'
    for mark in ended if key else ():
        if mark.side == "ja":
            continue
        yield (
            f'<a class="q j e{mark.row} {mark.found.classes} c{colour(mark.found.number)}" href="#{key}e{mark.row}"'
            f' aria-label="{escaped(spoken(mark.found, words))}">{mark.found.number}</a>'
            f'<small class="tip" aria-hidden="true">{line(mark.found, words)}</small>'
        )


def texts(
    alignment: Linked, links: Sequence[Numbered], key: str, words: Words, glossary: Glossary | None = None
) -> str:
    """Return both texts of an alignment side by side, or a mixed text once."""
    if alignment.ja == alignment.en:  # a mixed text
        both = sorted([*marks(links, "ja"), *marks(links, "en")])
        return f'<div class="one"><div class="text" dir="auto">{marked(alignment.en, both, (), key, words)}</div></div>'
    spans = marks(links, "ja")
    borders = {at for mark in spans for at in mark[:2]}
    borders |= {at for span in alignment.unaligned for at in (span.start, span.end)}
    rubies = furigana(alignment.ja, alignment.links, borders, glossary)
    japanese = marked(alignment.ja, spans, rubies, unaligned=alignment.unaligned)
    return (
        f'<div class="two"><div class="text" lang="ja">{japanese}</div>\n'
        f'<div class="text" lang="en" dir="auto">{marked(alignment.en, marks(links, "en"), (), key, words)}</div></div>'
    )


def article(
    alignment: Linked, links: Sequence[Numbered], key: str, words: Words, glossary: Glossary | None = None
) -> str:
    """Return an English text with its mentions of listed terms, and the list next to it."""
    text = marked(alignment.en, marks(links, "en"), (), key, words)
    terms: dict[str, list[Numbered]] = {}
    for found in links:
        terms.setdefault(found.link.ja.text, []).append(found)
    items = {term: list_item(term) for term in terms}
    readings = (GlossaryEntry(item.term, (), reading=item.reading) for item in items.values() if item.reading)
    told = Glossary(tuple(readings)) | (glossary or Glossary())
    entries = "\n".join(_entry(items[term].term, found, told) for term, found in terms.items())
    return (
        f'<div class="article"><div class="text" lang="en" dir="auto">{text}</div>\n'
        f'<div class="terms"><h3>{words.terms}</h3><ol>{entries}</ol>{missing(alignment.unaligned, words)}</div></div>'
    )


def _entry(term: str, found: Sequence[Numbered], glossary: Glossary) -> str:
    """Return a term without what is written around it in the list, and its renderings with their counts."""
    number, whole = found[0].number, found[0].link.ja
    start = whole.start + whole.text.index(term)
    above = marked(term, (), furigana(term, [_of_term(each.link, term, start) for each in found], (), glossary))
    count: dict[str, int] = {}
    for each in found:
        count[each.link.en.text] = count.get(each.link.en.text, 0) + 1
    said = ", ".join(
        f'<bdi lang="en">{escaped(en)}</bdi>' + (f"&#160;<small>×{times}</small>" if times > 1 else "")
        for en, times in count.items()
    )
    names = " ".join(dict.fromkeys(name for each in found for name in each.classes.split()))
    return f'<li class="q {names}">{badge(number)}<span><bdi lang="ja">{above}</bdi><br>{said}</span></li>'


def _of_term(link: Link, term: str, start: int) -> Link:
    """Return a link of a list's line as one of its term alone, which begins at a code point."""
    parts = tuple([replace(part, ja=moved(part.ja, -start)) for part in link.parts])
    return replace(link, ja=Span(0, len(term), term), parts=parts)
