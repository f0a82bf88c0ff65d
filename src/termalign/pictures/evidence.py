"""The evidence in words: a line that appears beside the picture, and the table that is its accessible form."""

from collections.abc import Iterable, Iterator, Sequence

from termalign.model import Evidence, Link, Span
from termalign.pictures.clean import escaped
from termalign.pictures.palette import colour
from termalign.pictures.scene import Numbered


def badge(number: int) -> str:
    """The number of a link on its colour."""
    return f'<span class="no c{colour(number)}"><span>{number}</span></span>'


def japanese(text: str) -> str:
    """Japanese inside an English page."""
    return f'<bdi lang="ja">{escaped(text)}</bdi>'


def english(text: str) -> str:
    """English that may hold anything."""
    return f'<bdi lang="en">{escaped(text)}</bdi>'


def reasons(link: Link, most: int | None = None) -> str:
    """Parts, and each distinct reason (the `most` that are strongest) with what was compared."""
    found = [
        f'<span class="part">{japanese(part.ja.text)}&#8202;–&#8202;{english(part.en.text)}</span>'
        for part in link.parts
    ]
    distinct = dict.fromkeys((reason.kind, reason.forms) for reason in link.evidence)
    strength = {(reason.kind, reason.forms): reason.strength for reason in reversed(link.evidence)}
    found += [_reason(Evidence(kind, strength[kind, forms], 1.0, forms)) for kind, forms in list(distinct)[:most]]
    return " ".join(found)


def _reason(reason: Evidence) -> str:
    forms = " ~ ".join(f"<bdi>{escaped(form)}</bdi>" for form in reason.forms)
    return f'<span class="reason"><b>{escaped(reason.kind)}</b> {reason.strength:.2f} {forms}</span>'


def line(found: Numbered) -> str:
    """One link with its evidence, on a line."""
    link = found.link
    return (
        f'{badge(found.number)} <span class="what">{japanese(link.ja.text)} <i>↔</i> {english(link.en.text)}</span>'
        f' <span class="score">{link.score:.2f}</span>'
        f" {reasons(link, 1)}"
    )


def table(links: Sequence[Numbered], unaligned: Iterable[Span], key: str, caption: str) -> str:
    """The evidence table.

    Parameters
    ----------
    links : sequence of Numbered
    unaligned : iterable of Span
        Japanese terms without a link.
    key : str
        What the ids of the rows begin with.
    caption : str
        Plain text.
    """
    return "\n".join(
        [
            f"<table><caption>{escaped(caption)}</caption>",
            '<thead><tr><th scope="col">No.</th><th scope="col">Japanese</th><th scope="col">English</th>'
            '<th scope="col">Kind</th><th scope="col">Score</th><th scope="col">Evidence</th></tr></thead>',
            "<tbody>",
            *_rows(links, key),
            "</tbody></table>",
            missing(unaligned),
        ]
    )


def _rows(links: Sequence[Numbered], key: str) -> Iterator[str]:
    for k, found in enumerate(links, 1):
        link = found.link
        yield (
            f'<tr id="{key}e{k}" class="q {found.classes}"><th scope="row">{badge(found.number)}</th>'
            f"<td>{japanese(link.ja.text)}</td><td>{english(link.en.text)}</td><td>{escaped(link.kind)}</td>"
            f'<td class="score"><span>{link.score:.2f}</span>'
            f'<span class="bar" style="--s:{link.score:.2f}"></span></td><td>{reasons(link)}</td></tr>'
        )


def missing(unaligned: Iterable[Span]) -> str:
    """The terms that nothing in the English renders; empty where there are none."""
    terms = dict.fromkeys(span.text for span in unaligned)
    return f'<p class="missing">Not in the English: {" · ".join(map(japanese, terms))}</p>' if terms else ""
