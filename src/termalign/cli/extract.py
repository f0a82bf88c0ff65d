"""``termalign extract``: the terms of a bitext with their renderings."""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from termalign.cli.bitext import add_format_option, units_of_all
from termalign.cli.command import Command
from termalign.cli.failure import USAGE, Failure, NothingFound
from termalign.cli.inputs import format_errors, listed_terms
from termalign.cli.messages import say
from termalign.cli.outputs import STDOUT, add_safe_cells, columns, json_lines, tsv, writing
from termalign.cli.settings import (
    add_jobs_option,
    add_lexicon_options,
    at_least_one,
    chance,
    lexicon_errors,
    opened_lexicon,
    read_glossaries,
)
from termalign.formats import glossaries
from termalign.formats.catalogue import endings, suffix_of
from termalign.formats.faults import UpToFault

if TYPE_CHECKING:
    from termalign.extraction import Termbase
    from termalign.formats.pairs import Unit

_PRINTED = ("text", "tsv", "jsonl", "html")
_FILES = tuple(dict.fromkeys((*_PRINTED, *(known.name for known in glossaries.FORMATS))))
_OWN = {".jsonl": "jsonl", ".html": "html", ".htm": "html"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the bitext, and the options that select terms and their format."""
    parser.add_argument("texts", nargs="+", metavar="BITEXT", help="bitexts, or two text files, JA EN; - is stdin")
    add_format_option(parser)
    parser.add_argument(
        "--known",
        action="append",
        metavar="FILE",
        help="a glossary whose terms are left out; can be repeated",
    )
    parser.add_argument(
        "--stop",
        action="append",
        metavar="FILE",
        help="a list of more terms to leave out, one on each line; can be repeated",
    )
    parser.add_argument(
        "--min-count",
        type=at_least_one,
        default=1,
        metavar="N",
        help="the minimum number of pairs with a term; default: 1",
    )
    parser.add_argument(
        "--min-score",
        type=chance,
        default=0.5,
        metavar="N",
        help="the minimum probability of a rendering, 0 to 1; default: 0.5",
    )
    parser.add_argument("--limit", type=at_least_one, metavar="N", help="give only the first N terms")
    parser.add_argument(
        "--examples", type=_number, default=2, metavar="N", help="the number of examples for each term; default: 2"
    )
    add_jobs_option(parser)
    add_lexicon_options(parser)
    parser.add_argument(
        "--format",
        choices=_FILES,
        metavar="FORMAT",
        help="text, tsv, jsonl or html; with --output also any glossary format; default: from the extension of --output, or "
        "else text",
    )
    add_safe_cells(parser, "tsv and csv")


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the terms, or write them to the file of ``--output``."""
    if options.output == STDOUT and options.format in (None, *_PRINTED):
        options.output = None
    form = _format(options)
    others = [*(options.glossary or ()), *(options.known or ()), *(options.stop or ())]
    units = UpToFault(units_of_all(options, others), Failure)
    found = _extracted(units, options)
    if not len(found):
        units.settled()
        raise NothingFound("no term found")
    if options.output is None:
        yield from _lines(found, form, options)
        units.settled()
        return
    with writing(options.output), format_errors():
        found.write(options.output, form, safe_cells=options.safe_cells)
    units.settled()
    say(f"{options.output}: {len(found):,} terms of {found.units:,} pairs", options)


def _format(options: argparse.Namespace) -> str:
    """Return the output format: as given, or by the name of the output file."""
    form: str | None = options.format
    if options.output is None:
        if form not in (None, *_PRINTED):
            raise Failure(f"{form} is written to a file: give --output FILE", USAGE)
        form = form or "text"
    elif form == "text":
        raise Failure("the format text can only be printed: to write a file, give another --format", USAGE)
    elif form is None:
        suffix = suffix_of(options.output)
        names = [known.name for known in glossaries.FORMATS if suffix in known.suffixes]
        form = _OWN.get(suffix) or next(iter(names), None)
        if form is None:
            raise Failure(
                f"{options.output}: the name does not show the format: give --format, one of {', '.join(_FILES)}", USAGE
            )
    if options.safe_cells and form not in ("tsv", "csv"):
        options.parser.error("--safe-cells applies only to --format tsv and csv")
    return form


def _extracted(units: "Iterable[Unit]", options: argparse.Namespace) -> "Termbase":
    from termalign.aligner import Aligner
    from termalign.extraction import LEAST_LINK, extract

    stop = [term for file in options.stop or () for term in listed_terms(file, options)]
    known = read_glossaries(options.known, options) if options.known else None
    aligner = Aligner(opened_lexicon(options), min_score=LEAST_LINK)
    with lexicon_errors():
        found = extract(
            units,
            aligner=aligner,
            known=known,
            stop=stop,
            min_count=options.min_count,
            min_score=options.min_score,
            examples=options.examples,
            n_process=options.jobs,
        )
    return found if options.limit is None else replace(found, entries=found.entries[: options.limit])


def _lines(found: "Termbase", form: str, options: argparse.Namespace) -> Iterator[str]:
    if form == "html":
        yield found.to_html().removesuffix("\n")
    elif form == "jsonl":
        yield from json_lines(found.to_dicts())
    elif form == "tsv":
        yield from tsv([("ja", "en", "score", "count", "pairs", "kind", "variants")], options)
        for entry in found:
            variants = " ".join(form.text for form in entry.variants)
            for en in entry.en:
                yield from tsv(
                    [(entry.ja, en.text, f"{en.score:.4f}", en.count, entry.units, en.kind, variants)], options
                )
    else:
        rows = (
            [entry.ja if not k else "", en.text, f"{en.score:.2f}", f"×{en.count}"]
            for entry in found
            for k, en in enumerate(entry.en[:3])  # the likeliest are enough in text
        )
        yield from columns(list(rows))


def _number(argument: str) -> int:
    return 0 if argument == "0" else at_least_one(argument)


COMMAND = Command(
    name="extract",
    usage="termalign extract [options] BITEXT…",
    summary="draft a glossary from texts and their translations",
    description="""\
Propose the terms of bitexts, best first, with spellings, renderings,
probabilities, counts and examples. The evidence for a term is pooled over all
pairs.""",
    arguments=arguments,
    run=run,
    notes=f"""\
The name of the --output file determines its format: .jsonl has all fields,
.html is a page for reviewing and correcting the terms, and
{endings(glossaries.FORMATS)} are glossaries. Without --output the terms are
printed as text, tsv (a line for each rendering), jsonl or html.""",
    examples=(
        "extract memory.tmx",
        "extract memory.tmx -o terms.html",
        "extract --known house_style.tsv --min-count 2 memory.tmx -o terms.tbx",
        "extract --format jsonl --limit 5 --from text article.ja.txt article.en.txt",
    ),
    makes_file=True,
)
