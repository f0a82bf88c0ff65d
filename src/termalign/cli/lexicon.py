"""``termalign lexicon``: the dictionaries and their entries."""

import argparse
import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import termalign.cli.colour as colour
from termalign.cli.command import Command, Group
from termalign.cli.failure import NOTHING, Failure, NothingFound
from termalign.cli.inputs import check_seekable, terms_or_lines
from termalign.cli.messages import say
from termalign.cli.outputs import columns, json_lines, visible, writing
from termalign.cli.progress import announced
from termalign.cli.settings import add_lexicon_options, lexicon_errors, opened_lexicon

if TYPE_CHECKING:
    from termalign.lexicon.description import Description
    from termalign.lexicon.entries import KanjiEntry, WordEntry

_FILES = {
    "jmdict": "words: JMdict or JMdict_e (XML)",
    "edict": "words: EDICT or EDICT2, instead of JMdict",
    "jmnedict": "names: JMnedict (XML)",
    "enamdict": "names: ENAMDICT, instead of JMnedict",
    "kanjidic": "characters: KANJIDIC2 (XML)",
    "base": "the lexicon from which the other parts are copied; default: the packaged one",
}


def info_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options for the lexicon and for its notice."""
    add_lexicon_options(parser)
    parser.add_argument("--licence", action="store_true", help="show the full notice of the dictionaries' licence")


def lookup_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the terms and the options for the lexicon."""
    parser.add_argument("texts", nargs="*", metavar="TERM", help="Japanese terms; - is a term list on standard input")
    add_lexicon_options(parser)


def build_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options for dictionary files."""
    for name, what in _FILES.items():
        parser.add_argument(f"--{name}", metavar="FILE", help=what)
    parser.add_argument(
        "--add",
        metavar="FILE",
        action="append",
        default=[],
        help="words of your own, in addition to the others: EDICT or EDICT2, or a table (.csv .tsv .xlsx) with the columns ja, "
        "reading and en; can be repeated",
    )


def info(options: argparse.Namespace) -> Iterator[str]:
    """Yield a description of the lexicon and its sources."""
    with lexicon_errors():
        known = opened_lexicon(options).metadata()
    if options.licence:
        yield from str(known["licence"]).splitlines()
    elif options.format == "jsonl":
        yield from json_lines([known])
    else:
        yield from _summary(known)


def lookup(options: argparse.Namespace) -> Iterator[str]:
    """Yield the entries of each term."""
    from termalign.kana import is_japanese
    from termalign.lexicon.description import describe

    with lexicon_errors():
        lexicon = opened_lexicon(options)
    unknown = []
    for k, term in enumerate(terms_or_lines(options.texts)):
        with lexicon_errors():
            found = describe(term, lexicon)
        if not found:
            unknown.append(found.term)
        if options.format == "jsonl":
            yield from json_lines([_plain(found)])
        else:
            if k:
                yield ""
            yield from _shown(found, options.colour)
    if unknown:
        hint = "" if any(map(is_japanese, "".join(unknown))) else " (look up terms in Japanese)"
        raise NothingFound(f"not in the lexicon: {', '.join(unknown)}{hint}")


def build(options: argparse.Namespace) -> Iterable[str]:
    """Compile a lexicon. There are no lines for standard output, and a message describes the sources."""
    from termalign.formats import FormatError
    from termalign.lexicon import Lexicon
    from termalign.lexicon.build import build_lexicon
    from termalign.lexicon.sources.files import DictionaryError

    if options.output is None:
        options.parser.error("--output FILE is required: the lexicon to write")
    files = {name: getattr(options, name) for name in _FILES}
    for file in (*files.values(), *options.add):
        if file is not None:
            check_seekable(file)
    with lexicon_errors(), writing(options.output), announced("compiling; this can take a minute", options):
        try:
            build_lexicon(options.output, **files, add=options.add)
        except (DictionaryError, FormatError) as error:
            raise Failure(str(error), NOTHING) from None
        except ValueError as error:
            options.parser.error(str(error))
    if os.path.isfile(options.output):  # what was written to a device or a pipe cannot be read again
        made = "; ".join(map(" ".join, _parts(Lexicon(options.output).metadata())))
        say(f"{options.output}: {made}", options)
    return ()


def _summary(known: dict[str, object]) -> Iterator[str]:
    yield from _sources(known)
    yield ""
    yield from str(known["attribution"]).splitlines()


def _sources(known: dict[str, object]) -> Iterator[str]:
    rows = [["file", str(known["path"])], *_parts(known)]
    rows += [[layer, f"{known[layer]:,} terms"] for layer in ("glossary", "learned") if known[layer]]
    model = known.get("model")
    if isinstance(model, dict):
        learned = f"{model['headwords']:,} headwords of {model['pairs']:,} pairs (source {model['digest'][:12]})"
        rows.append(["model", f"{model['made']}, termalign {model['version']}: {learned}"])
    yield from columns(rows)


def _parts(known: dict[str, object]) -> Iterator[list[str]]:
    """Yield each part of a lexicon with its source."""
    sources = known["sources"]
    assert isinstance(sources, dict)
    for part, source in sources.items():
        named = " ".join(filter(None, (source["name"], source["version"])))
        dated = f"{named}, {source['date']}" if source["date"] else named
        yield [part, f"{dated}: {source['headwords']:,} headwords"]


def _shown(found: "Description", coloured: bool) -> Iterator[str]:
    yield colour.painted(visible(found.term), colour.BOLD if coloured else colour.PLAIN)
    for rendering in found.renderings:
        yield visible(f"  {rendering.source}: {rendering.en}" + (f" ({rendering.note})" if rendering.note else ""))
    for learned in found.learned:
        yield visible(f"  learned: {learned.en}  {learned.times:,} of {learned.seen:,}")
    for word in found.words:
        yield from _shown_word(word)
    for name in found.names:
        note = f" ({name.note})" if name.note else ""
        yield f"  {name.reading}  {name.romaji}  {', '.join(sorted(name.kinds))}{note}"
    for kanji in found.characters:
        yield _shown_character(kanji)


def _shown_word(word: "WordEntry") -> Iterator[str]:
    loan = f" < {word.loan}" if word.loan else ""
    clip = f" = {'・'.join(word.clip_of)}" if word.clip_of else ""
    yield f"  {' '.join(word.readings)}  {', '.join(sorted(word.pos))}{loan}{clip}"
    for k, (_, glosses) in enumerate(groupby(word.glosses, key=lambda gloss: gloss.sense), 1):
        sense = list(glosses)
        note = f"({sense[0].note}) " if sense[0].note else ""
        yield f"    {k}. {note}{'; '.join(gloss.text for gloss in sense)}"


def _shown_character(kanji: "KanjiEntry") -> str:
    kun = [stem + (f".{ending}" if ending else "") for stem, ending in zip(kanji.kun, kanji.okurigana, strict=True)]
    readings = (("on", kanji.on), ("kun", kun), ("names", kanji.nanori))
    shown = "  ".join(f"{label} {' '.join(values)}" for label, values in readings if values)
    return f"  {kanji.literal}  {shown}  {', '.join(kanji.meanings)}"


def _plain(value: object) -> object:
    """Return named tuples as dictionaries, and sets as sorted lists; words have their glosses in place of the encoded senses."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        decoded = {"senses": "glosses"} if hasattr(value, "glosses") else {}
        fields = [decoded.get(name, name) for name in value._asdict()]
        return {name: _plain(getattr(value, name)) for name in fields}
    if isinstance(value, frozenset):
        return sorted(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


COMMAND = Group(
    name="lexicon",
    summary="look words up, and compile newer dictionaries",
    description="Show the dictionaries and their entries, and compile newer ones.",
    commands=(
        Command(
            name="info",
            usage="termalign lexicon info [options]",
            summary="show the sources with dates, sizes and licence",
            description="Show the sources of a lexicon, with their dates and licence.",
            arguments=info_arguments,
            run=info,
            formats={"text": "the sources with dates and sizes, then their owners", "jsonl": "the same on one line"},
            examples=("lexicon info", "lexicon info --licence", "lexicon info --format jsonl"),
        ),
        Command(
            name="lookup",
            usage="termalign lexicon lookup [options] [TERM …]",
            summary="show all entries for a term",
            description="Show the entries for a term in the glossary, the dictionaries and the character tables.",
            arguments=lookup_arguments,
            run=lookup,
            formats={
                "text": "readings, senses, names and characters, indented below the term",
                "jsonl": "a line for each term",
            },
            examples=(
                "lexicon lookup 詐欺",
                "lexicon lookup --glossary house_style.tsv 匿流",
                "lexicon lookup --format jsonl 羽田 菅",
                "lexicon lookup < terms.txt",
            ),
        ),
        Command(
            name="build",
            usage="termalign lexicon build [options] --output FILE",
            summary="compile a lexicon from newer dictionary files",
            description=(
                "Compile a lexicon from dictionary files, plain or gzipped, and add words of your own. Parts without a file are "
                "copied from the base. "
                "An older file is replaced only when the new one is complete."
            ),
            arguments=build_arguments,
            run=build,
            makes_file=True,
            notes="""\
The files: https://www.edrdg.org/wiki/index.php/JMdict-EDICT_Dictionary_Project

Their licence, Creative Commons Attribution-ShareAlike, also applies to the
lexicon.""",
            examples=(
                "lexicon build --jmdict JMdict_e.gz --jmnedict JMnedict.xml.gz -o fresh.sqlite",
                "lexicon build --add my_words.tsv --output mine.sqlite",
                "align --lexicon fresh.sqlite article.ja.txt article.en.txt",
            ),
        ),
    ),
    examples=(
        "lexicon info",
        "lexicon lookup 詐欺 羽田",
        "lexicon build --jmdict JMdict_e.gz --output fresh.sqlite",
    ),
)
