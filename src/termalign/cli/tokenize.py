"""``termalign tokenize``: segmentation of Japanese into the words that the aligner uses."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import termalign.cli.colour as colour
from termalign.cli.command import Command
from termalign.cli.inputs import texts_or_lines
from termalign.cli.outputs import add_safe_cells, columns, json_lines, tsv
from termalign.cli.settings import add_texts_or_lines

if TYPE_CHECKING:
    from termalign.japanese.morpheme import Morpheme

_FIELDS = ("surface", "start", "end", "pos", "lemma", "reading", "base", "base_reading", "loan", "origin")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts."""
    add_texts_or_lines(parser)
    add_safe_cells(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the tokens in the chosen format."""
    from termalign.japanese.tagger import tokenize

    yield from _FORMATS[options.format](map(tokenize, texts_or_lines(options.texts)), options)


def _text(texts: "Iterable[list[Morpheme]]", options: argparse.Namespace) -> Iterator[str]:
    styles = (colour.BOLD, colour.PLAIN, colour.KIND, colour.FAINT)
    for k, tokens in enumerate(texts):
        if k:
            yield ""
        rows = [[token.surface, token.reading, token.pos, token.loan] for token in tokens]
        yield from columns(rows, (lambda _: styles) if options.colour else None)


def _spaced(texts: "Iterable[list[Morpheme]]", options: argparse.Namespace) -> Iterator[str]:
    for tokens in texts:
        yield " ".join(token.surface for token in tokens)


def _tsv(texts: "Iterable[list[Morpheme]]", options: argparse.Namespace) -> Iterator[str]:
    yield from tsv([("text", *_FIELDS)], options)
    for number, tokens in enumerate(texts, 1):
        yield from tsv(((number, *token) for token in tokens), options)


def _jsonl(texts: "Iterable[list[Morpheme]]", options: argparse.Namespace) -> Iterator[str]:
    yield from json_lines([token._asdict() for token in tokens] for tokens in texts)


_FORMATS: "dict[str, Callable[[Iterable[list[Morpheme]], argparse.Namespace], Iterator[str]]]" = {
    "text": _text,
    "spaced": _spaced,
    "tsv": _tsv,
    "jsonl": _jsonl,
}

COMMAND = Command(
    name="tokenize",
    usage="termalign tokenize [options] [TEXT …]",
    summary="split Japanese into words",
    description="Split Japanese into the words that the aligner uses: each argument, or each line of standard input.",
    arguments=arguments,
    run=run,
    formats={
        "text": "columns: word, reading, part of speech, and the source of a loanword",
        "spaced": "a line for each text, with spaces between the words",
        "tsv": f"a header, then a line for each word: text (its number, from 1) {' '.join(_FIELDS)}",
        "jsonl": "a line for each text: its words with the same fields",
    },
    examples=(
        "tokenize 匿名・流動型犯罪グループ",
        "tokenize --format spaced < article.ja.txt > article.ja.tok",
        "tokenize --format tsv 警察庁が発表した。",
    ),
)
