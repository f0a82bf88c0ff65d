"""``termalign select``: the entries of a glossary that Japanese texts need."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import termalign.cli.colour as colour
from termalign.cli.bitext import add_format_option, bitext_units, bitexts, format_by_name
from termalign.cli.command import Command
from termalign.cli.failure import NothingFound
from termalign.cli.inputs import HINT, STDIN, opened, read_file, read_once, read_texts, text_of
from termalign.cli.outputs import add_safe_cells, columns, json_lines, tsv
from termalign.cli.settings import add_reading_options, add_text_option, glossary_endings, read_glossaries
from termalign.formats.opening import GZIP, begun

if TYPE_CHECKING:
    from termalign.termbase.needed import Selected

_TSV = "tsv"
_BEGINNING = 1 << 18  # bytes of a table to examine for its columns


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the glossary and the texts."""
    parser.add_argument(
        "texts",
        nargs="*",
        metavar="JA",
        help="UTF-8 files, or bitexts (only the Japanese is read); without any, or for -, standard input",
    )
    add_format_option(parser)
    add_text_option(parser)
    parser.add_argument(
        "--glossary",
        action="append",
        required=True,
        metavar="FILE",
        help=f"the glossary: {glossary_endings()}; can be repeated",
    )
    add_reading_options(parser)
    parser.add_argument(
        "--budget",
        type=_budget,
        metavar="N",
        help="for the format prompt: the maximum number of characters, or of entries (40entries); entries with "
        "forbidden renderings or that must not be translated have priority, then terms in no dictionary",
    )
    parser.add_argument(
        "--notes",
        action="store_true",
        help="for the format prompt: end each line with the note of its entry in brackets",
    )
    add_safe_cells(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the entries in the chosen format."""
    from termalign.termbase.needed import selected
    from termalign.termbase.prompt import prompt, told_of

    if options.text and not options.texts:
        options.parser.error("expected a text")
    if options.text and options.bitext:
        options.parser.error("--from and --text exclude each other")
    glossary = read_glossaries(options.glossary, options)
    units = enumerate(_japanese(options), 1)
    found = selected(glossary, ((name or str(number), ja) for number, (name, ja) in units))
    if options.format == "prompt":
        block = prompt([one.entry for one in found], options.budget, options.notes)
        if block:
            yield block
    elif options.format == "jsonl":
        yield from json_lines(map(_record, found))
    elif options.format == "tsv":
        yield from tsv(_rows(found), options)
    else:
        rows = [[one.entry.ja, str(len(one.occurrences)), told_of(one.entry)] for one in found]
        yield from columns(rows, (lambda _: (colour.BOLD, colour.PLAIN, colour.PLAIN)) if options.colour else None)
    if not found:
        raise NothingFound("no term of the glossary occurs in the text")


def _japanese(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """Yield the lines of files, or the Japanese of all units of bitexts, each after its name or ``""``."""
    files = options.texts or [STDIN]
    if options.text:
        yield from (("", text) for text in read_texts(files, options.text))
        return
    if options.bitext:
        for names, form in bitexts(files, options.bitext):
            yield from ((unit.id, unit.ja) for unit in bitext_units(names, form, every=True))
        return
    read_once(files)
    for file in files:
        form = format_by_name([file])
        where = f"{file}:" if len(files) > 1 else ""
        if form is None:
            yield from _lines(read_file(file, HINT), where)
        elif form == _TSV:
            yield from _of_table(file, where)
        else:
            yield from ((unit.id, unit.ja) for unit in bitext_units([file], form, every=True))


def _lines(text: str, where: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a text, each after its number, with `where` before it."""
    return ((f"{where}{number}", line) for number, line in enumerate(text.split("\n"), 1))


def _of_table(file: str, where: str) -> Iterator[tuple[str, str]]:
    """Yield the Japanese texts of a table, each after its id, or the lines of a file that has no tabs, and so one column."""
    with opened(file, HINT) as stream:
        start, whole = begun(stream, _BEGINNING)
        if start.startswith(GZIP) or b"\t" in start:
            yield from ((unit.id, unit.ja) for unit in bitext_units([file], _TSV, whole, every=True))
        else:
            yield from _lines(text_of(whole, file), where)


def _record(one: "Selected") -> dict[str, object]:
    from termalign.formats.glossaries.entry import record_of

    return {
        **record_of(one.entry),
        "occurrences": [
            {"unit": unit, "start": each.start, "end": each.end, "text": each.text, "variant": each.variant}
            for unit, each in one.occurrences
        ],
    }


def _rows(found: "Sequence[Selected]") -> Iterator[tuple[object, ...]]:
    yield ("ja", "en", "forbidden", "translate", "note", "count", "start", "end", "text", "unit")
    for one in found:
        entry, (unit, first) = one.entry, one.occurrences[0]
        kept = "yes" if entry.translate else "no"
        renderings, banned = "|".join(entry.en), "|".join(entry.forbidden)
        yield (
            entry.ja, renderings, banned, kept, entry.note, len(one.occurrences), first.start, first.end, first.text, unit,
        )  # fmt: skip


def _budget(argument: str) -> str:
    from termalign.termbase.prompt import budget_of

    try:
        budget_of(argument)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return argument


COMMAND = Command(
    name="select",
    usage="termalign select [options] --glossary FILE [JA …]",
    summary="find the glossary entries that texts need",
    description="""\
Find the entries of a glossary whose terms occur in Japanese texts, also in
other spellings, inflected and in compounds, but not inside other words.""",
    arguments=arguments,
    run=run,
    formats={
        "text": "columns: term, number of occurrences, renderings, also those that must not be used",
        "prompt": "a compact block for a language model, see --budget",
        "tsv": "a header, then a line for each entry: ja en forbidden translate note count, and the first occurrence: "
        "start end text unit",
        "jsonl": "a line for each entry, with all its occurrences: unit, start and end in code points, text, variant",
    },
    notes="""\
The units of a file are its lines; with several files, their numbers come after
the name of the file. The units of a bitext are its texts, also those that are
not translated yet, by their ids or numbers. Offsets count from the beginning of
the unit.""",
    examples=(
        "select --glossary house_style.tsv article.ja.txt",
        "select --glossary house_style.tsv --format prompt --budget 1500 article.ja.txt",
        "select --glossary house_style.tsv --format jsonl < article.ja.txt",
        "select --glossary house_style.tsv memory.tmx",
    ),
)
