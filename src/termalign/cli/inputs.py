"""Input of the command line: files, standard input and arguments, read as UTF-8 whatever the locale.

Line ends are kept, so that offsets are those of the file. A byte order mark is not part of the text.
"""

import argparse
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from itertools import chain, zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from termalign.cli.failure import NOTHING, USAGE, Failure, NoJapanese
from termalign.cli.messages import number_of, say
from termalign.formats.catalogue import suffix_of
from termalign.formats.errors import FormatError, OtherLanguages
from termalign.formats.glossaries import FORMATS
from termalign.formats.limits import AN_OBJECT, LONGEST_TERM, megabytes, most, too_much

if TYPE_CHECKING:
    from termalign.formats.glossaries import Listed
    from termalign.lists import TermList
    from termalign.termbase import Glossary

STDIN = "-"
HINT = " (to give the text itself, use --text)"
_TERMS = " (--terms takes a file with one term per line, or - for standard input)"
_ITEM = re.compile(r"^(?!#)[^\S\n]*\S", re.MULTILINE)  # a line of a list that is neither empty nor a comment
_NO_TEXT = {  # by the first bytes, what a file is that is not plain text in UTF-8
    b"\xff\xfe": "UTF-16: convert it with iconv -f utf-16 -t utf-8 FILE > NEW",
    b"\xfe\xff": "UTF-16: convert it with iconv -f utf-16 -t utf-8 FILE > NEW",
    b"PK\x03\x04": "a Word or Excel file, or another archive: save its content as plain text in UTF-8",
    b"%PDF": "a PDF: save its content as plain text in UTF-8",
}


def read_texts(arguments: Sequence[str], literal: bool) -> list[str]:
    """Return the texts of arguments: the arguments themselves if `literal`, or the content of files and ``-``."""
    if literal:
        return [argument_text(argument) for argument in arguments]
    read_once(arguments)
    return [read_file(argument, HINT) for argument in arguments]


class GivenTerms(NamedTuple):
    """What the file of ``--terms`` holds."""

    listed: "list[str] | TermList | None"  # None without --terms
    glossary: "Glossary | None" = None  # its renderings, if the file is a glossary
    readings: Mapping[str, str] = MappingProxyType({})  # of the terms that have one in brackets
    written: Sequence[str] = ()  # the terms with what is written around them, if the file is a plain list


def texts_and_terms(options: argparse.Namespace) -> tuple[list[str], GivenTerms]:
    """Return the texts of the arguments, and the terms of ``--terms``."""
    read_once([*([] if options.text else options.texts), options.terms])
    return read_texts(options.texts, options.text), terms_of(options)


def read_once(arguments: Sequence[str | None]) -> None:
    """Stop if ``-`` is given twice, because standard input can be read only once."""
    if list(arguments).count(STDIN) > 1:
        raise Failure("standard input (-) can be given only once", USAGE)


def read_file(path: str, hint: str = "") -> str:
    """Return the text of a file, or of standard input for ``-``."""
    with opened(path, hint) as source:
        return text_of(source, path)


@contextmanager
def opened(path: str, hint: str = "") -> Iterator[BinaryIO]:
    """Open a file, or standard input for ``-``, as a binary stream.

    A command must open each of its files only once, because a pipe (``<(…)``, a named one, ``/dev/stdin``) delivers its
    content only once. Recognition of the file's type must therefore use this stream.
    """
    if path == STDIN:
        _invite()
        yield stdin()
        return
    with readable(path, hint), open(path, "rb") as source:
        yield source


def _name(path: str) -> str:
    return "standard input" if path == STDIN else path


def text_of(source: BinaryIO, path: str) -> str:
    """Return the text of an open file."""
    return decode(_whole(source, _name(path)), _name(path))


def _whole(source: BinaryIO, name: str) -> bytes:
    """Return all bytes of a text, up to the size limit."""
    longest = most()
    data = source.read(longest + 1)
    if len(data) > longest:
        raise Failure(str(too_much(name, 0, f"{megabytes(longest)} of text")), NOTHING)
    return data


def texts_or_lines(arguments: Sequence[str]) -> Iterator[str]:
    """Yield the arguments as texts. Without arguments, or for ``-``, yield the lines of standard input as they are read."""
    if arguments and list(arguments) != [STDIN]:
        for argument in arguments:
            if os.path.isfile(argument):
                sys.stderr.write(f"termalign: {argument} is read as the text itself; to read the file: < {argument}\n")
            yield argument_text(argument)
        return
    yield from lines(STDIN)


def terms_or_lines(arguments: Sequence[str]) -> Iterator[str]:
    """Yield the arguments as terms. Without arguments, or for ``-``, yield the terms of a list on standard input."""
    if arguments and list(arguments) != [STDIN]:
        yield from texts_or_lines(arguments)
        return
    from termalign.formats.glossaries import terms_on

    yield from chain.from_iterable(map(terms_on, lines(STDIN)))


def lines(path: str) -> Iterator[str]:
    """Yield the lines of a file or of standard input, without their ends, as they are read."""
    with opened(path, HINT) as source:
        yield from _decoded(source, _name(path))


def line_pairs(ja: str, en: str) -> Iterator[tuple[str, str]]:
    """Yield the corresponding lines of two files, which must have the same number of lines."""
    read_once((ja, en))
    for number, (left, right) in enumerate(zip_longest(lines(ja), lines(en)), 1):
        if left is None or right is None:
            short, long = (ja, en) if left is None else (en, ja)
            raise Failure(f"{short} ends before line {number}, but {long} continues", NOTHING)
        yield left, right


def _decoded(source: BinaryIO, name: str) -> Iterator[str]:
    longest = most()
    for number, line in enumerate(iter(partial(source.readline, longest + 1), b""), 1):
        if len(line) > longest:
            raise Failure(str(too_much(name, number, f"{megabytes(longest)} in a line")), NOTHING)
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            bad = error.object[error.start]
            raise Failure(f"{name}: not UTF-8: byte 0x{bad:02x} (line {number}){_guess(line)}", NOTHING) from None
        yield text.removesuffix("\n").removesuffix("\r")


def stdin() -> BinaryIO:
    """Return the binary stream of standard input."""
    if sys.stdin is None:
        raise Failure("standard input is closed", USAGE)
    return sys.stdin.buffer


def _invite() -> None:
    """Tell a user at a terminal that the program is waiting for input."""
    if sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty():
        sys.stderr.write("termalign: reading standard input; Ctrl-D ends it\n")


def terms_of(options: argparse.Namespace) -> GivenTerms:
    """Return the list of ``--terms`` that ``termalign terms prepare`` wrote, or else the terms that `listed_terms` reads.

    Without ``--glossary``, the renderings of the file count, too, if it is a glossary.
    """
    from termalign.lists import TermList, TermListError
    from termalign.lists.list_file import begins_term_list

    path = options.terms
    if not path:
        return GivenTerms(None)
    with opened(path, _TERMS) as source:
        prepared, whole = begins_term_list(source)
        if not prepared:
            return _terms_and_glossary(whole, path, options)
        try:
            return GivenTerms(TermList.load(whole))
        except TermListError as error:
            raise Failure(str(error), NOTHING) from None


def say_names(terms: "TermList", options: argparse.Namespace) -> None:
    """Report how many terms of a list are read as several names each."""
    several = terms.with_several_names
    if several:
        said = number_of(len(several), "term")
        say(f"{options.terms}: {said} with several names, each of which is looked for, such as {several[0]}", options)


def glossary_of_readings(readings: Mapping[str, str]) -> "Glossary":
    """Return a glossary that has only readings, for pictures."""
    from termalign.formats.glossaries import GlossaryEntry
    from termalign.termbase import Glossary

    return Glossary(tuple(GlossaryEntry(term, (), reading=reading) for term, reading in readings.items()))


def _terms_and_glossary(source: BinaryIO, path: str, options: argparse.Namespace) -> GivenTerms:
    """Return the terms of a file, and its glossary if its name shows one or its lines have renderings."""
    from termalign.formats.glossaries import is_plain_list

    if is_plain_list(path):
        return _listed_with_glossary(text_of(source, path), path, options)
    known = [form for form in FORMATS if suffix_of(path) in form.suffixes]
    if options.glossary or not known or (options.columns and "en" not in options.columns):
        return GivenTerms(_terms(source, path, options, column_of_terms(options)))
    data = _whole(source, path)  # read twice in memory, because a pipe can be read only once
    terms = _terms(_named(data, path), path, options, options.columns)
    return GivenTerms(terms, _glossary(_named(data, path), path, options))


def _listed_with_glossary(text: str, path: str, options: argparse.Namespace) -> GivenTerms:
    """Return the terms of a plain list, and its glossary if its lines have renderings."""
    from termalign.formats.glossaries import with_renderings

    found = _listed(text, path, options)
    table = [] if options.glossary else with_renderings(text)
    glossary = _glossary(_named("\n".join(table).encode(), f"{path}.tsv"), path, options) if table else None
    return GivenTerms(found.terms, glossary, found.readings, found.written)


def _glossary(source: BinaryIO, path: str, options: argparse.Namespace) -> "Glossary | None":
    """Return the glossary in a file of terms, or None if it may have other English."""
    from termalign.termbase import Glossary

    try:
        glossary = Glossary.read(source, columns=options.columns)
    except (ValueError, ImportError):
        return None  # the list may do without English; what else is wrong, its reader reports
    if glossary.reading is None or glossary.reading.guessed:
        return None
    say(f"{path}: its renderings count as a glossary", options)
    return glossary


def _named(data: bytes, path: str) -> BinaryIO:
    """Return a stream of bytes with the name of the file, which shows its format."""
    stream = BytesIO(data)
    stream.name = path
    return stream


def column_of_terms(options: argparse.Namespace) -> dict[str, str] | None:
    """Return the columns of ``--columns`` for a table of terms; with ``--glossary``, they are for the glossary instead."""
    return None if options.glossary else options.columns


def listed_terms(path: str, options: argparse.Namespace, columns: Mapping[str, str] | None = None) -> list[str]:
    """Return the Japanese terms of a file: a term base or a bitext if its name shows one, else a list of terms.

    `columns` may name the column ``ja`` of a table. A far too long term is an error, because terms are analysed in memory,
    and the file is probably not a list.
    """
    with opened(path) as source:
        return _terms(source, path, options, columns)


def _terms(source: BinaryIO, path: str, options: argparse.Namespace, columns: Mapping[str, str] | None) -> list[str]:
    from termalign.formats.glossaries import japanese_terms

    with format_errors():
        terms = japanese_terms(source, columns)
    return _listed(text_of(source, path), path, options).terms if terms is None else _checked(terms, path)


def _checked(terms: list[str], path: str) -> list[str]:
    """Return terms, or stop if one is far too long, or if they are more than a glossary may have."""
    longest = max(map(len, terms), default=0)
    if longest > LONGEST_TERM:
        raise Failure(
            f"{path}: one of the terms has {longest:,} characters: a list must have one term per line", NOTHING
        )
    _check_size(path, len(terms), sum(map(len, terms)))
    return terms


def _check_size(path: str, terms: int, characters: int = 0) -> None:
    """Stop if so many terms are more than a glossary may have."""
    if characters + AN_OBJECT * terms > most():
        with format_errors():
            raise too_much(path, 0, f"{megabytes(most())} of terms", found=f"{terms:,} terms")


def _listed(text: str, path: str, options: argparse.Namespace) -> "Listed":
    """Return the terms of a plain list."""
    from termalign.formats.glossaries import listed_in

    _check_size(path, sum(1 for _ in _ITEM.finditer(text)))  # before each line is taken apart
    found = listed_in(text)
    if found.column:
        say(f"{path}: a table; its terms are those of the column {found.column}", options)
    _checked(found.terms, path)
    return found


@contextmanager
def readable(path: str, hint: str = "") -> Iterator[None]:
    """Turn an error in opening `path` into a message. `hint` is added if the file does not exist."""
    try:
        yield
    except FileNotFoundError:
        folder = os.path.dirname(path)
        what = f"no such folder: {folder}" if folder and not os.path.isdir(folder) else f"no such file{hint}"
        raise Failure(f"{path}: {what}", USAGE) from None
    except IsADirectoryError:
        raise Failure(f"{path}: is a directory", USAGE) from None
    except OSError as error:
        raise Failure(f"{path}: {error.strerror or error}", USAGE) from None
    except UnicodeEncodeError:  # a lone surrogate that no command line can have, but a program may pass
        raise Failure(f"{path!a}: no file can have this name", USAGE) from None


@contextmanager
def format_errors() -> Iterator[None]:
    """Turn the errors of a format into messages. `readable` and `writing` do that for errors of the file."""
    try:
        yield
    except OtherLanguages as error:
        raise NoJapanese(str(error), NOTHING) from None
    except ValueError as error:  # a FormatError, or a name that does not show the format
        raise Failure(str(error), NOTHING if isinstance(error, FormatError) else USAGE) from None
    except ImportError as error:
        raise Failure(str(error), USAGE) from None


def check_seekable(path: str) -> None:
    """Stop if a file cannot be read in any order, as SQLite and the compiler of dictionaries require."""
    with readable(path):
        if not stat.S_ISREG(os.stat(path).st_mode) and not os.path.isdir(path):
            raise Failure(f"{path}: expected a file that can be read several times, not a pipe or a device", USAGE)
        with open(path, "rb"):
            pass


def decode(data: bytes, source: str) -> str:
    """Decode UTF-8 without a byte order mark. An error gives the position of the first invalid byte."""
    for beginning, what in _NO_TEXT.items():
        if data.startswith(beginning):
            raise Failure(f"{source}: {what}", NOTHING)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec "utf-8-sig" counts offsets from after the byte order mark.
        at = error.start + len(data) - len(error.object)
        line = data.count(b"\n", 0, at) + 1
        raise Failure(
            f"{source}: not UTF-8: byte 0x{data[at]:02x} at offset {at} (line {line}){_guess(data)}", NOTHING
        ) from None


def _guess(data: bytes) -> str:
    """Return advice if the bytes are valid in another encoding of Japanese or English, else ``""``.

    In Japanese encodings, bytes above ASCII come in pairs. A single one is a curly quote or an é in an English text.
    """
    for name in ("euc_jp", "cp932", "cp1252") if re.search(rb"[\x80-\xff]{2}", data) else ("cp1252",):
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return f"; it may be {name}: convert it with iconv -f {name.replace('_', '-')} -t utf-8 FILE > NEW"
    return ""


def argument_text(argument: str) -> str:
    """Return an argument as text, decoded as UTF-8 even if the locale has another encoding."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeEncodeError:  # it is not from a command line in this locale, so it is already text
        return argument
    except UnicodeDecodeError as error:
        raise Failure(f"an argument is not UTF-8: byte 0x{error.object[error.start]:02x}", USAGE) from None
