"""``termalign convert``: conversion of bitexts and glossaries between formats."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from io import BytesIO
from itertools import chain, islice
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from termalign.cli.bitext import bitext_units, source_of
from termalign.cli.command import Command
from termalign.cli.failure import NOTHING, USAGE, Failure
from termalign.cli.inputs import STDIN, format_errors, readable
from termalign.cli.messages import number_of, say
from termalign.cli.outputs import STDOUT, add_safe_cells, writing
from termalign.cli.progress import counted
from termalign.cli.settings import add_reading_options, say_reading
from termalign.formats import glossaries, pairs
from termalign.formats.catalogue import suffix_of
from termalign.formats.faults import UpToFault
from termalign.formats.limits import most
from termalign.formats.opening import begun
from termalign.formats.table_files import TABLES
from termalign.formats.writing import is_replaced

if TYPE_CHECKING:
    from termalign.formats.catalogue import Format
    from termalign.formats.pairs import Paths, Unit
    from termalign.termbase import Glossary

_BEGINNING = 1 << 18  # bytes of a table to examine for its columns
_JSONL = "jsonl"  # holds a bitext or the terms that `extract` and `select` write
_LOST = {
    "untranslated": "untranslated unit",
    "fuzzy": "fuzzy unit",
    "id": "name",
    "note": "note",
    "codes": "inline code",
    "breaks": "line break",
}
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
    parser.add_argument(
        "--as",
        dest="kind",
        choices=("bitext", "glossary"),
        metavar="KIND",
        help="how to read a table (tsv csv xlsx) or JSON Lines: as a bitext, or as a glossary",
    )
    add_reading_options(parser)
    add_safe_cells(parser, "tsv and csv")


def run(options: argparse.Namespace) -> Iterable[str]:
    """Convert the file. There are no lines for standard output."""
    files, out = _files(options)
    source = _format(files[0], options.source, "--from")
    target = _format(out, options.target, "--to")
    if files[0] != STDIN and any(_same(file, out) for file in files):
        raise Failure(f"{out}: the file to write must not be the file that is read", USAGE)
    _refuse_contradictions(options, source)
    with _opened(files, source) as read:
        as_glossary = _is_read_as_glossary(read.beginning, files[0], source, target, options)
        if _is_bitext(target) and not as_glossary:
            count = _convert_bitext(files, read.source, source, out, target, options)
            say(f"{out}: {number_of(count, 'pair')}", options)
            return ()
        glossary = _glossary(files, read.source, source, options, as_glossary=as_glossary)
    with writing(out), format_errors():
        if _is_glossary(target):
            glossary.write(out, target, safe_cells=options.safe_cells)
        else:
            pairs.write_pairs(out, glossary.pairs(), target, safe_cells=options.safe_cells)
    if lost := glossaries.lost_in(glossary, target):
        say(f"{out}: {target} has no place for {', '.join(lost)}: left out", options)
    say(f"{out}: {number_of(len(glossary), 'term')}", options)
    return ()


def _refuse_contradictions(options: argparse.Namespace, source: str) -> None:
    """Stop if options contradict each other or the format of the source file."""
    if options.columns is not None and not _is_table(source):
        raise Failure(f"--columns is for tables ({', '.join(TABLES)}), not for {source}", USAGE)
    if options.kind is not None and not (_is_table(source) or source == _JSONL):
        raise Failure(f"--as is for tables ({', '.join(TABLES)}) and jsonl, not for {source}", USAGE)
    if options.kind == "bitext" and options.strict:
        options.parser.error("--as bitext and --strict, which is for glossaries, exclude each other")


class _Opened(NamedTuple):
    """The source to read, and a separate stream with the beginning if it is a table."""

    source: "Paths"
    beginning: BytesIO | None


@contextmanager
def _opened(files: Sequence[str], source: str) -> Iterator[_Opened]:
    """Open a table so that its columns can be examined before it is read, even from a pipe. Other files are not opened."""
    paths = source_of(files, source)
    if not _is_table(source) or isinstance(paths, tuple):
        yield _Opened(paths, None)
        return
    with ExitStack() as opened:
        with readable(files[0]):
            stream = opened.enter_context(open(paths, "rb")) if isinstance(paths, str | PathLike) else paths
            start, whole = begun(stream, most(4) if source == "xlsx" else _BEGINNING)
        yield _Opened(whole, BytesIO(start))


def _is_read_as_glossary(
    beginning: BytesIO | None, file: str, source: str, target: str, options: argparse.Namespace
) -> bool:
    """Return whether to read a file as a glossary, and report what decides that about a table."""
    if source == _JSONL:
        return options.kind == "glossary" or (options.kind is None and not _is_bitext(target))
    if beginning is None:
        return not _is_bitext(source)
    return _is_table_of_terms(beginning, "standard input" if file == STDIN else file, source, target, options)


def _is_table_of_terms(beginning: BytesIO, name: str, source: str, target: str, options: argparse.Namespace) -> bool:
    """Return whether to read a table as a glossary, by its columns unless options tell, and report what is left out."""
    as_named = options.columns is not None and not set(options.columns) <= set(pairs.ROLES)
    columns = _columns(beginning, source, options.columns or {})
    terms = _columns(beginning, source, {}).of_glossary if options.columns else columns.of_glossary
    told = options.kind is not None
    sure = not _is_bitext(target) or as_named or options.strict
    is_glossary = options.kind == "glossary" if told else sure or bool(terms)
    if is_glossary and not (told or sure):
        say(f"{name}: read as a glossary, because it has {_named(terms)} (else: --as bitext)", options)
    if left_out := columns.beside_terms if is_glossary else columns.beside_pairs:
        say(f"{name}: read as a {'glossary' if is_glossary else 'bitext'}, without {_named(left_out)}", options)
    return is_glossary


def _columns(beginning: BytesIO, source: str, named: Mapping[str, str]) -> glossaries.TableColumns:
    """Return the columns of a table, without that of the names of pairs, or none if the table cannot be read."""
    roles = {role: name for role, name in named.items() if role != "id"} or None
    try:
        columns = glossaries.table_columns(BytesIO(beginning.getvalue()), source, roles)
    except (ValueError, ImportError):  # raised again when the file is read
        return glossaries.TableColumns([], [], [])
    return columns._replace(beside_pairs=[name for name in columns.beside_pairs if name != named.get("id")])


def _named(columns: Sequence[str]) -> str:
    return f"the column{'s' * (len(columns) > 1)} {', '.join(columns)}"


def _files(options: argparse.Namespace) -> tuple[list[str], str]:
    """Return the files to read, and the file to write, which is that of ``--output`` or else the last argument."""
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


def _is_table(name: str) -> bool:
    """Return whether files of a format can be a bitext or a glossary."""
    return _is_bitext(name) and _is_glossary(name)


def _is_glossary(name: str) -> bool:
    return _in(name, glossaries.FORMATS)


def _in(name: str, formats: "Sequence[Format]") -> bool:
    return any(known.name == name for known in formats)


def _same(file: str, other: str) -> bool:
    return Path(file).exists() and Path(other).exists() and Path(file).samefile(other)


def _convert_bitext(
    files: Sequence[str], read_from: "Paths", source: str, out: str, target: str, options: argparse.Namespace
) -> int:
    states: Counter[str] = Counter()
    units = bitext_units(files, source, read_from, every=True, columns=options.columns)
    read = _finished(counted(units, "pairs", options), states)
    first = list(islice(read, 1))  # if reading fails at once, the output file stays unchanged
    good = UpToFault(chain(first, read), Failure)
    with writing(out), format_errors():
        whole = _whole(good, out) if _replaces(out, target) else good
        _, lost = pairs.write_units(out, whole, target, safe_cells=options.safe_cells)
    if lost := lost + states:
        named = ", ".join(number_of(lost[what], called) for what, called in _LOST.items() if lost[what])
        say(f"{out}: left out: {named}", options)
    if good.fault is not None:
        raise _partial(good.fault, out, number_of(good.count, "pair"))
    return good.count


def _finished(units: "Iterable[Unit]", others: Counter[str]) -> "Iterator[Unit]":
    """Yield the units that are translations, and count the others by their state."""
    for unit in units:
        if unit.state:
            others[unit.state] += 1
        else:
            yield unit


def _replaces(out: str, target: str) -> bool:
    """Return whether there is an old file. It is replaced only by a whole one."""
    return any(map(is_replaced, [out + side for side in (".ja", ".en")] if target == "text" else [out]))


def _whole(units: "UpToFault[Unit]", out: str) -> "Iterator[Unit]":
    """Yield the units, then raise the error that ended them, if any."""
    yield from units
    if units.fault is not None:
        raise _unchanged(units.fault, out)


def _unchanged(fault: Exception, out: str) -> Failure:
    return Failure(f"{fault}; {out} is unchanged", NOTHING)


def _partial(fault: Exception, out: str, what: str) -> Failure:
    return Failure(f"{fault}; {out} has only what is before it ({what})", NOTHING)


def _terms(units: "Iterable[Unit]") -> Iterator[tuple[str, str]]:
    return ((unit.ja, unit.en) for unit in units)


def _glossary(
    files: Sequence[str], read_from: "Paths", source: str, options: argparse.Namespace, *, as_glossary: bool
) -> "Glossary":
    """Return the glossary of a file."""
    from termalign.termbase import Glossary

    if not as_glossary:
        units = bitext_units(files, source, read_from, columns=options.columns)
        return Glossary.from_pairs(_terms(counted(units, "pairs", options)))
    assert not isinstance(read_from, tuple)
    with readable(files[0]), format_errors():
        glossary = Glossary.read(read_from, source, columns=options.columns, strict=options.strict)
    say_reading(files[0], glossary, options)
    return glossary


def _listed(formats: "Sequence[Format]") -> str:
    return " ".join(known.name for known in formats)


COMMAND = Command(
    name="convert",
    summary="convert a bitext or a glossary to another format",
    usage="""\
termalign convert [--from FORMAT] [--to FORMAT] FILE OUT
       termalign convert --from text [--to FORMAT] JA EN OUT""",
    description=f"""\
Convert a bitext or a glossary to another format. The file names determine the
formats.

bitexts     {_listed(pairs.FORMATS)}
glossaries  {_listed(glossaries.FORMATS)}""",
    arguments=arguments,
    run=run,
    notes="""\
A bitext can be converted to a glossary: each pair becomes a term with its
rendering. A glossary can also be converted to a bitext.

A table (tsv csv xlsx) is read as a glossary if the other file is a glossary,
with --strict or --columns that only glossaries have, or if its header has such
a column (status, forbidden renderings, definition …) and its rows are not
sentences. Otherwise each row is a pair. To decide this yourself, use --as.

Tables keep the names and the notes of pairs, and TMX and PO keep the names.
What is left out (columns, names and notes of pairs, untranslated and fuzzy
units, contents of a glossary) is named on standard error.

The format text means two files whose lines correspond: if OUT is corpus, they
are corpus.ja and corpus.en.

A glossary record without Japanese or English is skipped with a message; with
--strict, it is an error. After an error in a glossary, nothing is written. A
bitext is written up to data that cannot be read, but never in place of an
older file.""",
    examples=(
        "convert memory.tmx memory.jsonl",
        "convert --from text article.ja.txt article.en.txt article.tmx",
        "convert house_style.tsv house_style.xlsx",
        "convert --to deepl house_style.tsv deepl.csv",
    ),
    makes_file=True,
)
