"""The evidence in words: a line next to the picture, and a table that is the accessible form of the picture."""

from collections.abc import Iterable, Iterator, Sequence

from termalign.model import Link, Span
from termalign.pictures.captions import ENGLISH, Words
from termalign.pictures.clean import escaped
from termalign.pictures.scene import Numbered
from termalign.pictures.style import colour
from termalign.text.excerpts import MOST_SHOWN


def badge(number: int) -> str:
    """Return the number of a link on its colour."""
    return f'<span class="no c{colour(number)}"><span>{number}</span></span>'


def japanese(text: str) -> str:
    """Return Japanese marked up for an English page."""
    return f'<bdi lang="ja">{escaped(text)}</bdi>'


def english(text: str) -> str:
    """Return English, which may contain any characters, marked up for a page in any language."""
    return f'<bdi lang="en">{escaped(text)}</bdi>'


def parts(link: Link) -> Iterator[str]:
    """Yield the parts of a link."""
    for part in link.parts:
        yield f'<span class="part">{japanese(part.ja.text)}&#8202;–&#8202;{english(part.en.text)}</span>'


def reasons(link: Link, words: Words) -> str:
    """Return the parts of a link, and its distinct reasons, strongest first, with their strengths and the compared forms."""
    strength = {(reason.kind, reason.forms): reason.strength for reason in reversed(link.evidence)}
    distinct = dict.fromkeys((reason.kind, reason.forms) for reason in link.evidence)
    found = [
        _reason(kind, forms, words, f" ({words.strength} {strength[kind, forms]:.2f})") for kind, forms in distinct
    ]
    return " ".join([*parts(link), *found])


def _reason(kind: str, forms: Iterable[str], words: Words, strength: str = "") -> str:
    compared = " ~ ".join(f"<bdi>{escaped(form)}</bdi>" for form in forms)
    return f'<span class="reason"><b>{escaped(words.called(kind))}</b>{strength} {compared}</span>'


def line(found: Numbered, words: Words = ENGLISH) -> str:
    """Return a link with its score, which is the only figure, and its strongest evidence as a line."""
    link = found.link
    strongest = [_reason(reason.kind, reason.forms, words) for reason in link.evidence[:1]]
    return (
        f'{badge(found.number)} <span class="what">{japanese(link.ja.text)} <i>↔</i> {english(link.en.text)}</span>'
        f' <span class="score">{link.score:.2f}</span>'
        f" {' '.join([*parts(link), *strongest])}"
    )


def table(links: Sequence[Numbered], unaligned: Iterable[Span], key: str, caption: str, words: Words = ENGLISH) -> str:
    """Return the evidence table, followed by the unaligned Japanese terms.

    The ids of the rows begin with `key`. `caption` is plain text.
    """
    heads = "".join(f'<th scope="col">{head}</th>' for head in words.columns)
    return "\n".join(
        [
            f'<table class="evidence"><caption>{escaped(caption)}</caption>',
            f"<thead><tr>{heads}</tr></thead>",
            "<tbody>",
            *_rows(links, key, words),
            "</tbody></table>",
            missing(unaligned, words),
        ]
    )


def _rows(links: Sequence[Numbered], key: str, words: Words) -> Iterator[str]:
    for k, found in enumerate(links, 1):
        link = found.link
        yield (
            f'<tr id="{key}e{k}" class="q {found.classes}"><th scope="row">{badge(found.number)}</th>'
            f"<td>{japanese(link.ja.text)}</td><td>{english(link.en.text)}</td><td>{escaped(words.called(link.kind))}</td>"
            f'<td class="score"><span>{link.score:.2f}</span>{_bar(link.score)}</td><td>{reasons(link, words)}</td></tr>'
        )


def _bar(score: float) -> str:
    """Return the score as a bar, without the style attribute that a strict page forbids."""
    return (
        '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="6"/>'
        f'<rect class="reached" width="{100 * score:.0f}" height="6"/></svg>'
    )


def missing(unaligned: Iterable[Span], words: Words = ENGLISH) -> str:
    """Return the Japanese terms that were not found in the English, or ``""`` if there are none; many of them are folded."""
    terms = dict.fromkeys(span.text for span in unaligned)
    if not terms:
        return ""
    listed = " · ".join(map(japanese, terms))
    if len(terms) <= MOST_SHOWN:
        return f'<p class="missing">{words.missing}{listed}</p>'
    return f'<details class="missing"><summary>{words.missing}{len(terms):,}</summary>{listed}</details>'
