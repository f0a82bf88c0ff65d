"""Bitexts on the command line: their options and units, and ``termalign align --from FORMAT FILE``."""

import argparse
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from termalign.cli.failure import NOTHING, USAGE, Failure
from termalign.cli.inputs import STDIN, format_errors, read_once, readable, stdin, terms_of
from termalign.cli.progress import counted
from termalign.cli.settings import PickedTerms, lexicon_errors, opened_aligner
from termalign.formats.catalogue import suffix_of
from termalign.formats.glossaries import table_columns
from termalign.formats.pairs import FORMATS, TABLES, are_strings, read_units

if TYPE_CHECKING:
    from termalign.formats.pairs import Paths, Told, Unit
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from termalign.aligner import Aligner
    from termalign.alignment import Alignment
    from termalign.termbase import Glossary

TWO_FILES = "text"  # the format of two files


class Answer(NamedTuple):
    """An alignment with its position in a bitext."""

    alignment: "Alignment"
    pair: int = 0  # the number of the pair, from 1; 0 if there is no bitext
    unit: str = ""  # the name of the pair, or ""
    glossary: "Glossary | None" = None  # what it was aligned with; its readings count in pictures


def add_format_option(parser: argparse.ArgumentParser) -> None:
    names = [known.name for known in FORMATS]
    parser.add_argument(
        "--from",
        dest="bitext",
        choices=names,
        metavar="FORMAT",
        help=f"the format of a bitext, if its name does not show it: {', '.join(names)}",
    )


def add_bitext_options(parser: argparse.ArgumentParser) -> None:
    add_format_option(parser)
    parser.add_argument(
        "--pair",
        dest="pairs",
        action="append",
        metavar="N",
        help="align only this pair of a bitext, by its number, counted from 1, or its name; can be repeated",
    )


def format_by_name(files: Sequence[str]) -> str | None:
    """Return the format of a single file whose name shows that it is a bitext, or of two files of strings, or None."""
    if len(files) == 2 and are_strings(*files):
        return TWO_FILES
    if len(files) != 1:
        return None
    suffix = suffix_of(files[0])
    return next((known.name for known in FORMATS if suffix in known.suffixes), None)


def bitexts(files: Sequence[str], form: str | None) -> Iterator[tuple[Sequence[str], str | None]]:
    """Yield the bitexts with their formats. Two files whose names show no format are one bitext; else each file is one."""
    if form == TWO_FILES or (form is None and len(files) == 2 and not any(format_by_name([file]) for file in files)):
        yield files, TWO_FILES
        return
    read_once(files)
    for file in files:
        yield [file], form or format_by_name([file])


def assign_columns(options: argparse.Namespace, forms: Iterable[str | None], others: Iterable[str | None] = ()) -> None:
    """Decide whether ``--columns`` is for the bitext, whose formats are `forms`, or for one of the `others`.

    It is for the bitext if that is a table, and no glossary and no list of terms has such columns. In that case, it becomes
    ``options.bitext_columns``.
    """
    options.bitext_columns = None
    if options.columns is None:
        return
    files = [file for file in others if file]
    if any(form in TABLES for form in forms) and not any(_has_columns(file, options.columns) for file in files):
        options.bitext_columns, options.columns = options.columns, None
    elif not files:
        options.parser.error(f"--columns is for tables ({', '.join(TABLES)}), and no file is one")


def _has_columns(file: str, columns: Mapping[str, str]) -> bool:
    """Return whether a file is a table with these columns. What is read only once, such as a pipe, is assumed to have them."""
    if not os.path.isfile(file):
        return True
    form = format_by_name([file])
    if "en" not in columns or (form is not None and form not in TABLES):
        return "en" not in columns
    try:
        table_columns(file, form or TABLES[0], columns)
    except (ValueError, ImportError, OSError):
        return False
    return True


def check_no_bitexts(options: argparse.Namespace) -> None:
    """Stop if two texts are bitexts by their names, which have no corresponding lines."""
    if (
        not options.text
        and len(options.texts) > 1
        and (format_by_name(options.texts) or all(format_by_name([file]) for file in options.texts))
    ):
        what = " and ".join(options.texts)
        options.parser.error(f"expected two texts, JA EN, found bitexts: {what}; `termalign align` takes one bitext")


def check_bitext(options: argparse.Namespace) -> None:
    """Stop at options that cannot be combined with ``--from`` or ``--pair``."""
    for given, option in ((options.mixed, "--mixed"), (options.text, "--text")):
        if given:
            options.parser.error(f"{'--from' if options.bitext else '--pair'} and {option} exclude each other")
    if options.bitext is None:
        options.parser.error("--pair selects pairs of a bitext: give --from FORMAT")
    read_once([*options.texts, options.terms])
    source_of(options.texts, options.bitext)
    assign_columns(options, [options.bitext], [options.terms, *(options.glossary or ())])


def source_of(files: Sequence[str], format: str | None) -> "Paths":
    """Return the source to read: a file, standard input, or the two files of the format ``text``."""
    if len(files) == 2 and format == TWO_FILES:
        return files[0], files[1]
    if len(files) != 1:
        expected = "two files, JA EN" if format == TWO_FILES else "one file"
        raise Failure(f"expected {expected}, not {len(files)}", USAGE)
    if files[0] != STDIN:
        if format is None and are_strings(files[0]):
            raise Failure(f"{files[0]}: expected the files of both languages, JA EN", USAGE)
        return files[0]
    if format is None or format == TWO_FILES:
        raise Failure("standard input needs --from FORMAT, with a format of a single file", USAGE)
    return stdin()


def bitext_units(
    files: Sequence[str],
    format: str | None,
    source: "Paths | None" = None,
    *,
    every: bool = False,
    columns: Mapping[str, str] | None = None,
    told: "Told | None" = None,
) -> "Iterator[Unit]":
    """Yield the units of a bitext. If the file is broken, the command fails after the preceding units.

    `source` is what to read, by default the files themselves. The other parameters are as for `read_units`.
    """
    named = next((file for file in files if file != STDIN and not os.path.exists(file)), files[0])
    with readable(named), format_errors():
        read_from = source_of(files, format) if source is None else source
        units = read_units(read_from, format, every=every, columns=columns, told=told)
    while True:
        with readable(named), format_errors():
            unit = next(units, None)
        if unit is None:
            return
        yield unit


def units_of_all(options: argparse.Namespace, others: Iterable[str | None] = ()) -> "Iterator[Unit]":
    """Yield the units of all bitexts of the arguments. `others` are the files that ``--columns`` may be for instead."""
    read = list(bitexts(options.texts, options.bitext))
    for files, form in read:
        source_of(files, form)
    assign_columns(options, [form for _, form in read], others)
    units = (bitext_units(files, form, columns=options.bitext_columns) for files, form in read)
    return counted(chain.from_iterable(units), "pairs", options)


def bitext_answers(options: argparse.Namespace) -> Iterator[Answer]:
    """Yield the alignments of all pairs, or of those chosen with ``--pair``, as soon as they are made."""
    terms, glossary, *_ = terms_of(options)
    aligner = opened_aligner(options, glossary)
    with lexicon_errors():
        if terms is None:
            pairs = ((unit.ja, unit.en, (number, unit.id)) for number, unit in _chosen_units(options))
            jobs, situation = options.jobs, options.situation
            found = aligner.pipe(pairs, n_process=jobs, situation=situation, as_context=True)
        else:
            found = _picked(aligner, terms, options)
        for alignment, (number, name) in found:
            yield Answer(alignment, number, name, aligner.glossary)


def _chosen_units(options: argparse.Namespace) -> "Iterator[tuple[int, Unit]]":
    """Yield the units of a bitext, or those chosen with ``--pair``, each with its number, from 1."""
    wanted = set(options.pairs or ())
    number = 0
    units = bitext_units(options.texts, options.bitext, columns=options.bitext_columns)
    for number, unit in enumerate(counted(units, "pairs", options), 1):
        names = {str(number), unit.id}
        if not options.pairs or names & wanted:
            yield number, unit
            wanted -= names
            if options.pairs and not wanted:
                return
    if wanted:
        raise Failure(f"{options.texts[0]}: no pair {', '.join(sorted(wanted))}: there are {number:,}", NOTHING)


def _picked(
    aligner: "Aligner", terms: Iterable[str], options: argparse.Namespace
) -> "Iterator[tuple[Alignment, tuple[int, str]]]":
    """Yield the alignments of the listed terms in each unit, with the number and the name of the unit."""
    picked = PickedTerms(terms, options)
    for number, unit in _chosen_units(options):
        yield (
            aligner.align(unit.ja, unit.en, terms=picked.places(unit.ja), situation=options.situation),
            (number, unit.id),
        )
    picked.say_absent()
