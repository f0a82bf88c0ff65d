"""A self-contained HTML page of findings for a client. It loads nothing, and never treats texts as markup."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from termalign.arguments import checked, instances_of, strings, whole_number
from termalign.checking.finding import SEVERITIES, Finding
from termalign.pictures.clean import escaped, highlighted

_FILTERS = ("severity", "kind", "term", "file")


def page(
    findings: Iterable[Finding],
    *,
    title: str = "Translation check",
    glossary: str = "",
    date: str = "",
    pairs: int | None = None,
    kinds: Iterable[str] = (),
) -> Iterator[str]:
    """Yield the lines of a self-contained HTML page of findings.

    The page begins with the date, the language of the originals, the glossary, what was checked, and the number of findings of
    each severity. For each finding, it shows the message, both texts with marks, the original first, the unit, the probability
    and the id. With scripts, readers can filter the findings by severity, kind, term, file and any words, and move between them
    with the keys j and k. Without scripts, the page shows all findings.

    Parameters
    ----------
    findings : iterable of Finding
        The findings in the order in which the page shows them.
    title : str
        The title of the page, as plain text.
    glossary : str
        The name of the glossary, as plain text. ``""`` shows nothing.
    date : str
        The date, in any form. ``""`` shows nothing.
    pairs : int, optional
        The number of pairs that were checked.
    kinds : iterable of str
        The kinds of findings that were looked for.

    Examples
    --------
    >>> from termalign import check
    >>> html = "".join(page(check([("3回", "<b>five</b> times")])))
    >>> "<mark>" in html, "<b>five" in html
    (True, False)
    """
    for value, name in ((title, "title"), (glossary, "glossary"), (date, "date")):
        checked(value, name)
    if pairs is not None:
        whole_number(pairs, "pairs", 0)
    looked_for = strings(kinds, "kinds", "a kind")
    held = list(instances_of(findings, Finding, "findings"))
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escaped(title)}</title>"
    yield f"<style>{_resource('page.css')}</style></head><body>"
    size = "" if pairs is None else f"{pairs:,} pair{'s' * (pairs != 1)} of Japanese and English"
    about = [date, _sources(held), f"Glossary: {glossary}" if glossary else "", size, _totals(held)]
    said = "".join(f"<span>{escaped(each)}</span>" for each in about if each)
    yield f'<header><h1 dir="auto">{escaped(title)}</h1><p class="where">{said}</p>{_looked_for(looked_for)}</header><main>'
    yield _form()
    several = len({finding.file for finding in held}) > 1
    for number, finding in enumerate(held, 1):
        yield _article(finding, number, several)
    yield "</main><footer><p>Made with termalign. Keys: j next, k previous, / search, x all.</p></footer>"
    yield f"<script>{_resource('page.js')}</script></body></html>"


def _looked_for(kinds: Iterable[str]) -> str:
    named = ", ".join(kinds)
    return f'<p class="where">Looked for: {escaped(named)}</p>' if named else ""


def _sources(findings: Sequence[Finding]) -> str:
    """Return a phrase with the languages of the originals."""
    names = dict.fromkeys(finding.direction.original for finding in findings)
    return f"Source: {' and '.join(names)}" if names else ""


def _totals(findings: Sequence[Finding]) -> str:
    """Return a phrase with the number of findings of each severity."""
    seen = Counter(finding.severity for finding in findings)
    said = [f"{seen[severity]:,} {severity}{'s' * (seen[severity] > 1)}" for severity in SEVERITIES if seen[severity]]
    return ", ".join(said) or "Nothing was found."


def _form() -> str:
    selects = "".join(
        f'<label>{name.capitalize()} <select name="{name}"><option value="">all</option></select></label>'
        for name in _FILTERS
    )
    search = '<label>Search <input name="search" type="search" autocomplete="off"></label>'
    return f'<form hidden aria-label="Filter">{selects}{search}<output aria-live="polite"></output></form>'


def _article(finding: Finding, number: int, with_file: bool) -> str:
    texts = {"ja": highlighted(finding.texts[0], finding.ja), "en": highlighted(finding.texts[1], finding.en)}
    both = "".join(f'<p lang="{lang}" dir="auto">{texts[lang]}</p>' for lang in finding.direction.ordered("ja", "en"))
    data = {"severity": finding.severity, "kind": finding.kind, "term": finding.term, "file": finding.file}
    attributes = "".join(f' data-{name}="{escaped(value)}"' for name, value in data.items() if value)
    file = finding.file if with_file else ""
    code = f"id {finding.id}" if finding.id else ""
    where = [f"Unit {finding.unit}", file, f"probability {finding.score:.2f}", code]
    return (
        f'<article class="{finding.severity}" tabindex="-1" aria-labelledby="f{number}"{attributes}>'
        f'<h2 id="f{number}"><b>{finding.kind}</b> · {escaped(finding.message)}</h2>'
        f'<div class="texts">{both}</div>'
        f'<p class="where">{"".join(f"<span>{escaped(each)}</span>" for each in where if each)}</p></article>'
    )


@cache
def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """Return a content security policy that blocks all loading, and all scripts except the page's own."""
    digest = base64.b64encode(hashlib.sha256(_resource("page.js").encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
