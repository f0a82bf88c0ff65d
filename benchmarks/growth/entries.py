"""Entry points by name: what is done with a pair of texts, prepared by what does not count."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.growth.shapes import Pair
from benchmarks.growth.words import nouns
from termalign import (
    Aligner,
    Alignment,
    Finding,
    Glossary,
    Link,
    Span,
    TermList,
    annotate,
    check,
    extract,
    find_abbreviations,
    parse_quantities,
    project,
    read_pairs,
    romanizations,
    romanize,
    select,
    tokenize,
    write_pairs,
)
from termalign.formats.alignments import alignment_lines
from termalign.formats.alignments.alignment_files import FORMATS as ALIGNMENTS
from termalign.formats.glossaries import FORMATS as GLOSSARIES
from termalign.formats.pairs import FORMATS as PAIRS
from termalign.model import Evidence
from termalign.pictures import page

Work = Callable[[], object]
"""What is timed."""

_ALIGNER = Aligner()
_WORD = re.compile(r"\w+")
_PAIR = "警察庁は詐欺を調べた。", "The National Police Agency looked into fraud."


@cache
def _glossary() -> Glossary:
    """Return every eighth noun that texts draw, and a rendering that no text has."""
    return Glossary.from_pairs([*nouns()[::8], ("国", "nation")])


def _given(pair: Pair) -> Work:
    """Every term that is found in the text, given by its place."""
    ja, en = pair
    runs = [(span.start, span.end) for span in _ALIGNER.align(ja, "", situation="translation").unaligned]
    return partial(_ALIGNER.align, ja, en, terms=runs)


def _listed(pair: Pair) -> Work:
    """The text's terms as a list, each once: a term that is listed twice has every mention twice.

    The last is left out: it may be the rest of a run that is too long for one term, and be found everywhere or nowhere.
    """
    ja, en = pair
    terms = dict.fromkeys(span.text for span in _ALIGNER.align(ja, "", situation="translation").unaligned)
    return partial(_ALIGNER.align, list(terms)[:-1] or list(terms), en)


def _checked(pair: Pair, glossary: Glossary) -> list[Finding]:
    return list(check([pair], glossary))


def _mixed(pair: Pair) -> Work:
    return partial(_ALIGNER.align_mixed, f"{pair[1]}（{pair[0]}）")


def _aligned(then: Callable[[Alignment], object]) -> Callable[[Pair], Work]:
    """What is done with the links of a text and its translation, once these are there."""

    def of(pair: Pair) -> Work:
        found = _ALIGNER.align(*pair, situation="translation")
        return lambda: then(found)

    return of


def _projected(found: Alignment) -> object:
    """A mark on every word of the English, and every tenth link left out, so that ten times the text has ten times the work.

    For what no link covers, the aligner is run again; without links left out, a short text may have nothing of the kind.
    """
    linked = replace(found, links=tuple(link for k, link in enumerate(found.links) if k % 10))
    return project(linked, [word.span() for word in _WORD.finditer(found.en)], side="en")


#: What is asked about each shape of text.
OF_TEXTS: Mapping[str, Callable[[Pair], Work]] = {
    "a text and its translation": lambda pair: partial(_ALIGNER.align, *pair, situation="translation"),
    "terms of a text": lambda pair: partial(_ALIGNER.align, *pair, situation="terms"),
    "terms given by place": _given,
    "a list of terms": _listed,
    "words": lambda pair: partial(_ALIGNER.align_words, *pair),
    "trace": lambda pair: partial(_ALIGNER.trace, *pair),
    "a mixed text": _mixed,
    "tokenize": lambda pair: partial(tokenize, pair[0]),
    "romanize": lambda pair: partial(romanize, pair[0]),
    "romanizations": lambda pair: partial(romanizations, pair[0]),
    "find_abbreviations": lambda pair: partial(find_abbreviations, pair[1]),
    "quantities of a text": lambda pair: lambda: (parse_quantities(pair[0], "ja"), parse_quantities(pair[1], "en")),
    "terms of a glossary": lambda pair: partial(select, _glossary(), pair[0]),
    "check": lambda pair: partial(_checked, pair, _glossary()),
    "extract": lambda pair: partial(extract, [pair]),
    "annotate": _aligned(partial(annotate, style="html", first=False)),
    "project": _aligned(_projected),
}


#: Pieces of a text at most, for what is done with links: they have to be found first, which takes far longer.
LARGEST: Mapping[str, int] = {"annotate": 128, "project": 128}


def _many_links(n: int) -> Alignment:
    """An alignment with `n` links, some of which cross."""
    ja, en = "東京、" * n, "Tokyo, " * n
    links = []
    for k in range(n):
        other = k ^ 1 if (k ^ 1) < n and k % 6 < 2 else k
        evidence = (Evidence("romaji", 0.9, 1.0, ("トウキョウ", "Tokyo")),)
        links.append(
            Link(Span.of(ja, 3 * k, 3 * k + 2), Span.of(en, 7 * other, 7 * other + 5), "romaji", 0.9, evidence)
        )
    return Alignment(ja, en, tuple(links))


def _written(name: str, n: int) -> Work:
    found = [_ALIGNER.align(*_PAIR)] * n
    return lambda: sum(1 for _ in alignment_lines(found, name))


def _pairs_in_file(name: str, n: int) -> Work:
    """Write so many pairs and read them again."""

    def work() -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder, "file")
            write_pairs(path, ((f"{k}{_PAIR[0]}", f"{k} {_PAIR[1]}") for k in range(n)), format=name)
            sum(1 for _ in read_pairs(path, format=name))

    return work


def _glossary_in_file(name: str, n: int) -> Work:
    """Write so many terms and read them again."""
    glossary = Glossary.from_pairs((f"用語{k}", f"term {k}") for k in range(n))

    def work() -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder, "file")
            glossary.write(path, format=name)
            Glossary.read(path, format=name)

    return work


def _prepared(n: int, terms: Callable[[int], str]) -> Work:
    return partial(_ALIGNER.prepare, [terms(k) for k in range(n)])


def _saved(n: int) -> Work:
    prepared = _ALIGNER.prepare([f"{k}号用語" for k in range(n)])

    def work() -> None:
        with TemporaryDirectory() as folder:
            prepared.save(path := Path(folder, "file"))
            TermList.load(path)

    return work


#: What is done with so much of something else than a text.
OF_SIZES: Mapping[str, Callable[[int], Work]] = {
    "to_svg": lambda n: _many_links(n).to_svg,
    "to_html": lambda n: _many_links(n).to_html,
    "to_json": lambda n: _many_links(n).to_json,
    "from_dict": lambda n: partial(Alignment.from_dict, _many_links(n).to_dict()),
    "explain": lambda n: _many_links(n).explain,
    "renderings": lambda n: _many_links(n).renderings,
    "to_pharaoh": lambda n: _many_links(n).to_pharaoh,
    "page of many alignments": lambda n: partial(page, [_ALIGNER.align(*_PAIR)] * n),
    "a glossary of many terms": lambda n: partial(Aligner, glossary={f"用語{k}": f"term {k}" for k in range(n)}),
    "a list of many terms": lambda n: lambda: Aligner().align([f"用語{k}" for k in range(n)], _PAIR[1]),
    "one term listed many times": lambda n: partial(_ALIGNER.align, ["警察庁"] * n, _PAIR[1]),
    "prepare, distinct terms": lambda n: _prepared(n, "{}号用語".format),
    "prepare, one term": lambda n: _prepared(n, lambda k: "警察庁"),
    "save and load": _saved,
    "pipe": lambda n: lambda: sum(1 for _ in _ALIGNER.pipe([_PAIR] * n)),
    **{f"alignments as {name}": partial(_written, name) for name in ALIGNMENTS},
    **{
        f"pairs as {known.name}": partial(_pairs_in_file, known.name) for known in PAIRS if known.name != "text"
    },  # two files
    **{f"glossary as {known.name}": partial(_glossary_in_file, known.name) for known in GLOSSARIES},
}
