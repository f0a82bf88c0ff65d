"""``termalign words``: word-to-word links of parallel texts with one sentence per line."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import termalign.cli.colour as colour
from termalign.cli.bitext import assign_columns, check_no_bitexts
from termalign.cli.command import Command
from termalign.cli.failure import NothingFound
from termalign.cli.inputs import argument_text, line_pairs
from termalign.cli.outputs import columns, json_lines
from termalign.cli.progress import counted
from termalign.cli.settings import add_aligner_options, lexicon_errors, opened_aligner


class Words(NamedTuple):
    """The tokens of a sentence pair, and the linked pairs of their positions, from 0."""

    ja: Sequence[str]
    en: Sequence[str]
    pairs: list[tuple[int, int]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the two texts, and the options for their tokens."""
    parser.add_argument(
        "texts", nargs="+", metavar="JA EN", help="UTF-8 files with one sentence on each line; - is standard input"
    )
    parser.add_argument("--text", action="store_true", help="the arguments are a sentence and its translation")
    parser.add_argument("--tokens", action="store_true", help="the texts are tokenised, with spaces between the words")
    add_aligner_options(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the pairs of words in the chosen format."""
    if len(options.texts) != 2:
        options.parser.error(f"expected two texts, JA EN, not {len(options.texts)}")
    check_no_bitexts(options)
    assign_columns(options, [], options.glossary or ())
    found = False

    def sentences() -> Iterator[Words]:
        nonlocal found
        for sentence in counted(_sentences(options), "sentence pairs", options):
            found = found or bool(sentence.pairs)
            yield sentence

    yield from _FORMATS[options.format](sentences(), options)
    if not found:
        raise NothingFound("no link found")


def _sentences(options: argparse.Namespace) -> Iterator[Words]:
    from termalign.tokens import Tokens

    pairs = [tuple(map(argument_text, options.texts))] if options.text else line_pairs(*options.texts)
    aligner = opened_aligner(options)
    for ja, en in pairs:
        with lexicon_errors():
            if options.tokens:
                ja_tokens, en_tokens = ja.split(" "), en.split(" ")
                yield Words(ja_tokens, en_tokens, aligner.align_words(ja_tokens, en_tokens))
            else:
                yield Words(Tokens.of_japanese(ja).forms(), Tokens.of_english(en).forms(), aligner.align_words(ja, en))


def _pharaoh(sentences: Iterable[Words], options: argparse.Namespace) -> Iterator[str]:
    for _, _, pairs in sentences:
        yield " ".join(f"{i}-{j}" for i, j in pairs)


def _text(sentences: Iterable[Words], options: argparse.Namespace) -> Iterator[str]:
    for k, (ja, en, pairs) in enumerate(sentences):
        if k:
            yield ""
        styles = (lambda _: (colour.BOLD, colour.PLAIN)) if options.colour else None
        yield from columns([[ja[i], en[j]] for i, j in pairs], styles)


def _jsonl(sentences: Iterable[Words], options: argparse.Namespace) -> Iterator[str]:
    yield from json_lines(sentence._asdict() for sentence in sentences)


_FORMATS: dict[str, Callable[[Iterable[Words], argparse.Namespace], Iterator[str]]] = {
    "pharaoh": _pharaoh,
    "text": _text,
    "jsonl": _jsonl,
}

COMMAND = Command(
    name="words",
    usage="termalign words [options] JA EN",
    summary="link the words of sentence pairs",
    description="Link the content words of sentence pairs: line 1 of JA with line 1 of EN, and so on.",
    arguments=arguments,
    run=run,
    formats={
        "pharaoh": "a line for each pair: i-j for each link of word i of the Japanese and word j of the English, from 0",
        "text": "a line for each link: Japanese word, English word",
        "jsonl": "a line for each pair: its words on both sides (ja, en) and the links between them (pairs)",
    },
    notes="Without --tokens, the words are those of `termalign tokenize`; jsonl shows them.",
    examples=(
        "words article.ja.txt article.en.txt > links.pharaoh",
        "tokenize --format spaced < article.ja.txt > article.ja.tok",
        "words --tokens article.ja.tok article.en.txt --output links.pharaoh",
        'words --format text --text 桜島が噴火した。 "Sakurajima erupted."',
    ),
)
