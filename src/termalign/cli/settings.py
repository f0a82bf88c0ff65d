"""Options that several commands share, and the lexicons, glossaries and aligners that they open."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from termalign.cli.failure import NOTHING, USAGE, Failure
from termalign.cli.inputs import STDIN, check_seekable, format_errors, readable
from termalign.cli.messages import say, warn
from termalign.formats.catalogue import endings
from termalign.formats.glossaries import FORMATS
from termalign.model import KINDS
from termalign.text.excerpts import MOST_SHOWN

if TYPE_CHECKING:
    from termalign.aligner import Aligner
    from termalign.lexicon import GlossaryEntry, Lexicon
    from termalign.termbase import Glossary


TERM_LIST = (
    "a list of Japanese terms, one on each line, with or without their English after a tab, = or : (lines that begin with # "
    "are ignored; ; and 、 separate spellings), a table with a header, or a term base; - is stdin"
)
"""What ``--terms`` and ``termalign terms prepare`` read."""


def add_text_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--text", action="store_true", help="the arguments are the texts themselves, not files")


def check_number(options: argparse.Namespace) -> None:
    """Stop if the number of texts does not fit ``--mixed`` or ``--terms``."""
    wanted = (1,) if getattr(options, "mixed", False) else (1, 2) if options.terms else (2,)
    if len(options.texts) not in wanted:
        what = {(1,): "one text", (1, 2): "an English text, or a Japanese and an English one", (2,): "two texts, JA EN"}
        options.parser.error(f"expected {what[wanted]}, not {len(options.texts)}")


def add_texts_or_lines(parser: argparse.ArgumentParser) -> None:
    """Add the Japanese texts that `texts_or_lines` reads."""
    parser.add_argument(
        "texts", nargs="*", metavar="TEXT", help="Japanese texts; - is standard input, with one text on each line"
    )


def glossary_endings() -> str:
    """Return the endings of the names of glossaries, for a help text."""
    return f"{endings(FORMATS)} (.txt in OmegaT's format)"


def add_lexicon_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--glossary``, ``--model`` and ``--lexicon``."""
    add_glossary_option(parser)
    parser.add_argument("--model", metavar="FILE", help="a model that `termalign learn` made from a translation memory")
    add_lexicon_option(parser)


def add_glossary_option(
    parser: argparse.ArgumentParser, use: str = "a glossary of your own renderings, which take precedence"
) -> None:
    """Add ``--glossary``, whose help begins with its `use`, and the options that control how its file is read."""
    parser.add_argument(
        "--glossary",
        action="append",
        metavar="FILE",
        help=f"{use}: {glossary_endings()}; can be repeated",
    )
    add_reading_options(parser)


def add_lexicon_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lexicon", metavar="FILE", help="a lexicon made by `termalign lexicon build`")


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--columns`` and ``--strict``, which control how glossary files are read."""
    add_columns_option(parser)
    parser.add_argument(
        "--strict",
        action="store_true",
        help="stop at the first glossary record that would be skipped, or that has an unknown status or “translate”",
    )


def add_columns_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--columns``, which names the columns of a table."""
    parser.add_argument(
        "--columns",
        type=_columns,
        metavar="ja=…,en=…",
        help="the columns of a table by their names, if they are not recognised, such as ja=用語,en=訳語候補 (for a list of "
        "terms, only ja=…); further columns of a bitext: id, note; of a glossary: note, status, pos, definition, domain, "
        "preferred, admitted, forbidden, translate, concept, reading, check; the table is the glossary or, if that lacks "
        "these columns, the bitext",
    )


def add_aligner_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of an `Aligner`: ``--glossary``, ``--model``, ``--lexicon``, ``--min-score`` and ``--kinds``."""
    add_lexicon_options(parser)
    parser.add_argument(
        "--min-score", type=chance, metavar="N", help="the lowest score of a link to show, 0 to 1; default: 0.42"
    )
    add_kinds_option(parser)


def add_kinds_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--kinds``, which selects the kinds of evidence."""
    parser.add_argument(
        "--kinds",
        type=kinds_among(KINDS),
        metavar="KIND,…",
        help=f"use only these kinds of evidence: {', '.join(KINDS)}",
    )


def opened_aligner(options: argparse.Namespace, glossary: "Glossary | None" = None) -> "Aligner":
    """Return an aligner with the options of `add_aligner_options`. `glossary` is that of ``--terms``."""
    from termalign.aligner import Aligner

    lexicon = opened_lexicon(options, glossary)
    settings = {} if options.min_score is None else {"min_score": options.min_score}
    return Aligner(lexicon, kinds=options.kinds, max_comparisons=getattr(options, "max_comparisons", None), **settings)


class PickedTerms:
    """The terms of ``--terms`` in one Japanese text after the other. Without ``--terms``, none is picked."""

    def __init__(self, terms: "Iterable[str] | None", options: argparse.Namespace) -> None:
        self._terms = terms
        self._options = options
        self._absent = dict.fromkeys(terms or ())

    def places(self, ja: str) -> "list[tuple[int, int]] | None":
        """Return the places of the terms in a text."""
        from termalign.termbase.picked import picked

        if self._terms is None:
            return None
        places, missing = picked(ja, self._terms)
        self._absent = dict.fromkeys(term for term in missing if term in self._absent)
        return places

    def say_absent(self) -> None:
        """Report on standard error the terms that none of the texts has, because no output shows them."""
        from termalign.termbase.picked import absent

        if self._absent:
            say(absent(list(self._absent)), self._options)


@contextmanager
def lexicon_errors() -> Iterator[None]:
    """Turn the errors of a lexicon, a glossary, a model or a prepared list into messages."""
    from termalign.learned import ModelError
    from termalign.lexicon import GlossaryError, LexiconError
    from termalign.lists import TermListError

    try:
        yield
    except (GlossaryError, LexiconError, ModelError, TermListError) as error:
        raise Failure(str(error), NOTHING) from None


def opened_lexicon(options: argparse.Namespace, glossary: "Glossary | None" = None) -> "Lexicon":
    """Return the lexicon of `plain_lexicon` with all glossaries, none of which has precedence over another.

    Without ``--glossary``, it has `glossary`, the glossary of ``--terms``.
    """
    lexicon = plain_lexicon(options)
    if options.glossary:
        return lexicon.with_glossary(read_glossaries(options.glossary, options))
    return lexicon if glossary is None else lexicon.with_glossary(glossary)


def plain_lexicon(options: argparse.Namespace) -> "Lexicon":
    """Return the lexicon of ``--lexicon``, by default the packaged one, with the model of ``--model``."""
    from termalign.learned import Model

    if STDIN in (options.lexicon, options.model, *(options.glossary or ())):
        raise Failure("a glossary, model or lexicon cannot come from standard input", USAGE)
    lexicon = lexicon_in(options.lexicon)
    if not options.model:
        return lexicon
    with readable(options.model), lexicon_errors():
        return lexicon.with_model(Model.load(options.model))


def served_lexicon(options: argparse.Namespace) -> "Lexicon":
    """Return the lexicon of `plain_lexicon`, opened: a damaged one is an error before the first request, not at each."""
    lexicon = plain_lexicon(options)
    with lexicon_errors():
        lexicon.metadata()
    return lexicon


def lexicon_in(file: str | None) -> "Lexicon":
    """Return the lexicon in the file of ``--lexicon``, by default the packaged one."""
    from termalign.lexicon import Lexicon

    if not file:
        return Lexicon.default()
    check_seekable(file)
    return Lexicon(str(Path(file)))


def read_glossaries(files: Sequence[str], options: argparse.Namespace) -> "Glossary":
    """Read several files as one glossary. Entries of a term are merged even if its width differs between files.

    Skipped records, and columns that no header names, are reported on standard error.
    """
    from termalign.formats.glossaries import joined
    from termalign.lexicon.headword_spelling import headword_key
    from termalign.termbase import Glossary

    entries: list[GlossaryEntry] = []
    for file in files:
        with readable(file), format_errors():
            glossary = Glossary.read(file, columns=options.columns, strict=options.strict)
        entries += glossary.entries
        say_reading(file, glossary, options)
    if len(files) == 1:
        return Glossary(tuple(entries))
    gathered: dict[str, list[GlossaryEntry]] = {}
    for entry in entries:
        gathered.setdefault(headword_key(entry.ja), []).append(entry)
    return Glossary(tuple(map(joined, gathered.values())))


def say_reading(file: str, glossary: "Glossary", options: argparse.Namespace) -> None:
    """Report on standard error what is left out of a glossary file, what is guessed or doubtful, and that it is empty.

    With ``--quiet``, report only the doubts about what may be used.
    """
    reading = glossary.reading
    if reading is None or not (
        reading.skipped or reading.guessed or reading.unused or reading.doubts or not reading.forms
    ):
        return
    if options.quiet:
        for warning in reading.warnings[:MOST_SHOWN]:
            warn(f"{file}: {warning}")
        return
    for fault in reading.skipped[:MOST_SHOWN]:
        say(f"left out: {fault}", options)
    if reading.left_out > MOST_SHOWN:
        say(f"left out: {reading.left_out - MOST_SHOWN:,} more records", options)
    for line in str(reading).splitlines():
        say(f"{file}: {line}", options)


def _columns(argument: str) -> dict[str, str]:
    columns = dict(pair.partition("=")[::2] for pair in argument.split(","))
    if not all(columns.values()) or ("en" in columns and "ja" not in columns):
        raise argparse.ArgumentTypeError(f"expected ja=NAME,en=NAME, not {argument!r}")
    return columns


def at_least_one(argument: str) -> int:
    """Read a whole number of at least 1."""
    if not (argument.isascii() and argument.isdigit() and int(argument)):
        raise argparse.ArgumentTypeError(f"expected a number of at least 1, not {argument!r}")
    return int(argument)


def add_jobs_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=_processes, default=1, metavar="N", help="the number of processes; default: 1")


def _processes(argument: str) -> int:
    from termalign.pipe.sharing import most_processes

    if (number := at_least_one(argument)) > (most := most_processes()):
        raise argparse.ArgumentTypeError(f"expected at most {most}, not {argument}")
    return number


def chance(argument: str) -> float:
    """Read a number from 0 to 1."""
    try:
        value = float(argument)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to 1, not {argument!r}")
    return value


def kinds_among(known: Sequence[str]) -> Callable[[str], list[str]]:
    """Return a function that reads a comma-separated list of kinds, each of which must be in `known`."""

    def read(argument: str) -> list[str]:
        kinds = [kind.strip() for kind in argument.split(",") if kind.strip()]
        unknown = [kind for kind in kinds if kind not in known]
        if unknown or not kinds:
            raise argparse.ArgumentTypeError(f"unknown kind {', '.join(unknown)!r}; the kinds are {', '.join(known)}")
        return kinds

    return read
