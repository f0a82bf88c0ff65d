"""An HTML page for reviewing and correcting extracted terms in a browser."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

from termalign.extraction.term_entry import Example, Rendering, TermEntry
from termalign.pictures.clean import escaped, highlighted

_EDITABLE = 'contenteditable="plaintext-only" role="textbox" aria-label="rendering" spellcheck="false"'


def page(found: Sequence[TermEntry], units: int, title: str) -> str:
    """Return a page with a table of terms, a search, filters, examples, and a button that saves the terms as a glossary."""
    kinds = sorted({entry.en[0].kind for entry in found})
    options = "".join(f"<option>{escaped(kind)}</option>" for kind in kinds)
    rows = "\n".join(map(_row, found))
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escaped(title)}</title>
<style>
{_resource("page.css")}</style>
</head>
<body>
<header>
<h1 dir="auto">{escaped(title)}</h1>
<p class="about">{len(found):,} terms of {units:,} pairs, best terms first. Each rendering has the probability that it is
right and the number of times it was found. Click a rendering to correct it, untick a term to leave it out; <kbd>/</kbd>
searches.</p>
</header>
<main>
<form aria-label="Filter and save">
<label>Search <input type="search" name="search" placeholder="term or rendering"></label>
<label>Probability from <input type="number" name="least" min="0" max="1" step="0.05" value="0"></label>
<label>Pairs from <input type="number" name="units" min="1" step="1" value="1"></label>
<label>Kind <select name="kind"><option value="">all</option>{options}</select></label>
<label><input type="checkbox" name="out"> left out only</label>
<button>Save as TSV</button>
<span class="count" role="status"></span>
</form>
<table>
<thead>
<tr><th scope="col">Keep</th><th scope="col">Term</th><th scope="col">Renderings</th><th scope="col">Pairs</th></tr>
</thead>
<tbody>
{rows}
</tbody>
</table>
</main>
<script>
{_resource("page.js")}</script>
</body>
</html>
"""


def _row(entry: TermEntry) -> str:
    best = entry.en[0]
    others = ", ".join(f"{form.text} ×{form.count}" for form in entry.variants)
    variants = f"<small>{escaped(others)}</small>" if others else ""
    renderings = "".join(map(_rendering, entry.en))
    shown = "".join(map(_example, entry.examples))
    examples = f"<details><summary>examples</summary>{shown}</details>" if shown else ""
    return (
        f'<tr data-ja="{escaped(entry.ja)}" data-score="{best.score}" data-units="{entry.units}"'
        f' data-kind="{escaped(best.kind)}">'
        f'<td><input type="checkbox" checked aria-label="keep {escaped(entry.ja)}"></td>'
        f'<th class="term" scope="row" lang="ja">{escaped(entry.ja)}{variants}</th>'
        f'<td><div class="found">{renderings}</div>{examples}</td><td class="number">{entry.units:,}</td></tr>'
    )


def _rendering(rendering: Rendering) -> str:
    doubt = " doubt" if rendering.score < 0.8 else ""  # shown faintly
    return (
        f'<span class="rendering{doubt}"><b {_EDITABLE}>{escaped(rendering.text)}</b>'
        f" <small>{rendering.score:.2f} ×{rendering.count}</small></span>"
    )


def _example(example: Example) -> str:
    return (
        f'<p><small>{escaped(example.unit)}</small> <span lang="ja">{highlighted(example.ja, example.term)}</span><br>'
        f"{highlighted(example.en, example.rendering)}</p>"
    )


@cache
def _resource(name: str) -> str:
    return resources.files("termalign.extraction").joinpath(name).read_text(encoding="utf-8")
