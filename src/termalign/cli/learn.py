"""``termalign learn``: learning of renderings from a translation memory."""

import argparse
from collections.abc import Iterator

from termalign.cli.bitext import add_format_option, units_of_all
from termalign.cli.command import Command
from termalign.cli.failure import NOTHING, Failure
from termalign.cli.messages import say
from termalign.cli.outputs import json_lines, writing
from termalign.cli.settings import add_columns_option, add_lexicon_option, lexicon_errors, lexicon_in


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the bitext and the lexicon."""
    parser.add_argument(
        "texts",
        nargs="+",
        metavar="MEMORY",
        help="bitexts, or two text files with matching lines, JA EN; - is stdin",
    )
    add_format_option(parser)
    add_columns_option(parser)
    add_lexicon_option(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Learn and write the model. With ``--format jsonl``, yield a description of its source."""
    from termalign.aligner import Aligner

    if options.output is None:
        options.parser.error("--output FILE is required: the model to write")
    units = units_of_all(options)
    with lexicon_errors(), writing(options.output):
        try:
            learned = Aligner(lexicon_in(options.lexicon)).fit(units)
        except ValueError as error:
            raise Failure(f"{options.texts[0]}: {error}", NOTHING) from None
        learned.save(options.output)
    assert learned.model is not None
    source, size = learned.model.source, len(learned.model)
    if options.format == "jsonl":
        known = {name: getattr(source, name) for name in ("pairs", "left_out", "digest", "made", "version")}
        yield from json_lines([{"model": options.output, "headwords": size, **known}])
        return
    left = f"; {source.left_out:,} left out" if source.left_out else ""
    say(f"{options.output}: {size:,} headwords of {source.pairs:,} pairs{left}", options)


COMMAND = Command(
    name="learn",
    usage="termalign learn [options] MEMORY… --output MODEL",
    summary="learn renderings from a translation memory",
    description="""\
Learn from sentences and their translations which English renders which
Japanese, for words and for terms of several words. With --model, other
commands use what was learned as evidence.""",
    arguments=arguments,
    run=run,
    formats={
        "text": "a message with the numbers of headwords and of pairs, on standard error",
        "jsonl": "a line on standard output with these numbers, the digest of the pairs, the date, and the version of termalign",
    },
    notes="""\
A few hundred pairs change almost nothing; the larger the memory, the more it
can help. An older file is replaced only when the new one is complete.""",
    examples=(
        "learn memory.tmx -o memory.model",
        "learn --from text article.ja.txt article.en.txt -o memory.model",
        "align --model memory.model article.ja.txt article.en.txt",
        "lexicon lookup --model memory.model 警察",
    ),
    makes_file=True,
)
