"""``termalign convert``: conversion of bitexts and glossaries between formats."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from termalign.cli.bitext import bitext_units, source_of
from termalign.cli.command import Command
from termalign.cli.failure import NOTHING, USAGE, Failure
from termalign.cli.inputs import STDIN, format_errors, readable
from termalign.cli.messages import say
from termalign.cli.outputs import STDOUT, add_safe_cells, writing
from termalign.cli.progress import counted
from termalign.cli.settings import add_reading_options, say_reading
from termalign.formats import glossaries, pairs
from termalign.formats.catalogue import suffix_of
from termalign.formats.faults import UpToFault

if TYPE_CHECKING:
    from termalign.formats.catalogue import Format
    from termalign.formats.pairs import Unit
    from termalign.termbase import Glossary

_NAMES = tuple(dict.fromkeys(known.name for known in (*pairs.FORMATS, *glossaries.FORMATS)))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the files and the options for their formats."""
    parser.add_argument(
        "texts",
        nargs="+",
        metavar="FILE",
        help="the file to read, then the file to write; - is standard input or output",
    )
    for option, name, what in (("--from", "source", "read"), ("--to", "target", "write")):
        parser.add_argument(
            option,
            dest=name,
            choices=_NAMES,
            metavar="FORMAT",
            help=f"the format to {what}, if the name of the file does not show it",
        )
    add_reading_options(parser)
    add_safe_cells(parser, "tsv and csv")


def run(options: argparse.Namespace) -> Iterable[str]:
    """Convert the file; there are no lines for standard output."""
    files, out = _files(options)
    source = _format(files[0], options.source, "--from")
    target = _format(out, options.target, "--to")
    if files[0] != STDIN and any(_same(file, out) for file in files):
        raise Failure(f"{out}: the file to write must not be the file that is read", USAGE)
    as_glossary = options.columns is not None or options.strict
    if _is_bitext(target) and _is_bitext(source) and not as_glossary:
        count = _convert_bitext(files, source, out, target, options)
        say(f"{out}: {count:,} pairs", options)
        return ()
    glossary, fault = _glossary(files, source, options)
    if fault is not None and not len(glossary):
        raise fault
    with writing(out), format_errors():
        if _is_glossary(target):
            glossary.write(out, target, safe_cells=options.safe_cells)
        else:
            pairs.write_pairs(out, glossary.pairs(), target, safe_cells=options.safe_cells)
    if fault is not None:
        raise fault
    say(f"{out}: {len(glossary):,} terms", options)
    return ()


def _files(options: argparse.Namespace) -> tuple[list[str], str]:
    """Return the files to read, and the file to write: that of ``--output``, or else the last argument."""
    files: list[str] = options.texts
    if options.output is not None:
        files, out = files, options.output
    else:
        *files, out = files
        out = STDOUT if out == STDIN else out
    if not files:
        options.parser.error("expected a file to read and a file to write")
    source_of(files, options.source)
    return files, out


def _format(file: str, name: str | None, option: str) -> str:
    """Return the name of a format: as given, or by the name of the file."""
    if name is not None:
        return name
    known = [f for f in chain(pairs.FORMATS, glossaries.FORMATS) if suffix_of(file) in f.suffixes]
    if not known:
        raise Failure(
            f"{file}: the file name does not show the format: give {option} with one of {', '.join(_NAMES)}", USAGE
        )
    return known[0].name


def _is_bitext(name: str) -> bool:
    return _in(name, pairs.FORMATS)


def _is_glossary(name: str) -> bool:
    return _in(name, glossaries.FORMATS)


def _in(name: str, formats: "Sequence[Format]") -> bool:
    return any(known.name == name for known in formats)


def _same(file: str, other: str) -> bool:
    return Path(file).exists() and Path(other).exists() and Path(file).samefile(other)


def _convert_bitext(files: Sequence[str], source: str, out: str, target: str, options: argparse.Namespace) -> int:
    read = counted(bitext_units(files, source), "pairs", options)
    first = list(islice(read, 1))  # a file that cannot even be begun leaves that of the output alone
    good = UpToFault(chain(first, read), Failure)
    with writing(out), format_errors():
        pairs.write_units(out, good, target, safe_cells=options.safe_cells)
    return good.settled()


def _terms(units: "Iterable[Unit]") -> Iterator[tuple[str, str]]:
    return ((unit.ja, unit.en) for unit in units)


def _glossary(files: Sequence[str], source: str, options: argparse.Namespace) -> "tuple[Glossary, Failure | None]":
    """Return the glossary of a file, or the entries before an error, with the error."""
    from termalign.formats import GlossaryError
    from termalign.termbase import Glossary

    if not _is_glossary(source):
        if options.columns is not None:
            options.parser.error(f"--columns applies only to tables, not to {source}")
        return Glossary.from_pairs(_terms(counted(bitext_units(files, source), "pairs", options))), None
    path = source_of(files, source)
    assert not isinstance(path, tuple)
    with readable(files[0]), format_errors():
        try:
            glossary = Glossary.read(path, source, columns=options.columns, strict=options.strict)
        except GlossaryError as error:
            return Glossary(error.good), Failure(str(error), NOTHING)
    say_reading(files[0], glossary, options)
    return glossary, None


def _listed(formats: "Sequence[Format]") -> str:
    return " ".join(known.name for known in formats)


COMMAND = Command(
    name="convert",
    summary="convert a bitext or a glossary to another format",
    usage="""\
termalign convert [--from FORMAT] [--to FORMAT] FILE OUT
       termalign convert --from text [--to FORMAT] JA EN OUT""",
    description=f"""\
Convert a bitext or a glossary to another format. The file names determine the formats.

bitexts     {_listed(pairs.FORMATS)}
glossaries  {_listed(glossaries.FORMATS)}""",
    arguments=arguments,
    run=run,
    notes="""\
A bitext can be converted to a glossary: each pair becomes a term with its rendering. A glossary can
also be converted to a bitext. A table (tsv csv xlsx) is read as a glossary if the other file is a
glossary, or with --columns or --strict. Otherwise each row is a pair and keeps its note.
The format text means two files whose lines correspond: if OUT is corpus, they are corpus.ja and
corpus.en. A glossary record without Japanese or English is skipped with a message; --strict stops
there. The conversion ends at data that cannot be read, and the preceding records are written.""",
    examples=(
        "convert memory.tmx memory.jsonl",
        "convert --from text article.ja.txt article.en.txt article.tmx",
        "convert house_style.tsv house_style.xlsx",
        "convert --to deepl house_style.tsv deepl.csv",
    ),
    makes_file=True,
)
