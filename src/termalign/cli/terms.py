"""``termalign terms``: preparation of term lists that are aligned with many texts."""

import argparse
from collections.abc import Iterable

from termalign.cli.command import Command, Group
from termalign.cli.failure import NOTHING, Failure
from termalign.cli.inputs import column_of_terms, listed_terms, say_names
from termalign.cli.messages import say
from termalign.cli.outputs import writing
from termalign.cli.progress import announced
from termalign.cli.settings import TERM_LIST, add_lexicon_options, lexicon_errors, opened_lexicon


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the list and the options for the lexicon."""
    parser.add_argument("terms", metavar="TERMS", help=TERM_LIST)
    add_lexicon_options(parser)


def prepare(options: argparse.Namespace) -> Iterable[str]:
    """Prepare the list and write it. There are no lines for standard output."""
    from termalign.lists import TermList

    if options.output is None:
        options.parser.error("--output FILE is required: the prepared list to write")
    terms = listed_terms(options.terms, options, column_of_terms(options))
    if not terms:
        raise Failure(f"{options.terms}: contains no terms", NOTHING)
    with lexicon_errors(), writing(options.output), announced(f"preparing {len(terms):,} terms", options):
        prepared = TermList.prepare(terms, opened_lexicon(options))
        prepared.save(options.output)
    say_names(prepared, options)
    say(f"{options.output}: {len(terms):,} terms", options)
    return ()


COMMAND = Group(
    name="terms",
    summary="prepare a long list of terms",
    description="Prepare a list of terms once, to align it with many texts.",
    commands=(
        Command(
            name="prepare",
            summary="analyse the terms and write the prepared list",
            description="Analyse a list of terms and write a prepared list, which `termalign align --terms` accepts.",
            arguments=arguments,
            run=prepare,
            notes="""\
Preparing takes a few milliseconds for each term. A prepared list can be used
only with the same lexicon and glossary: pass the same options to `termalign
align`.""",
            examples=(
                "terms prepare terms.txt -o terms.tlist",
                "terms prepare --glossary house_style.tsv terms.txt -o terms.tlist",
            ),
            makes_file=True,
        ),
    ),
    examples=("terms prepare terms.txt -o terms.tlist", "align --terms terms.tlist article.en.txt"),
)
