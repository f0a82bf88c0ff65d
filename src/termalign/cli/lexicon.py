"""``termalign lexicon``: what the dictionaries are and what they know."""

import argparse
import json
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from termalign.cli.failure import DONE, NOTHING, Failure
from termalign.cli.inputs import argument_text, readable
from termalign.cli.outputs import columns, json_lines, visible, write
from termalign.cli.settings import add_lexicon_options, lexicon_errors, opened_lexicon

if TYPE_CHECKING:
    from termalign.lexicon.report import Description

_EPILOG = """\
examples:
  termalign lexicon info
  termalign lexicon lookup 詐欺 羽田
  termalign lexicon build fresh.sqlite --jmdict JMdict_e.gz
"""
_INFO_EPILOG = """\
examples:
  termalign lexicon info
  termalign lexicon info --licence
  termalign lexicon info --format jsonl
"""
_LOOKUP_EPILOG = """\
examples:
  termalign lexicon lookup 詐欺
  termalign lexicon lookup --glossary house-style.tsv 匿流
  termalign lexicon lookup --format jsonl 羽田 菅
"""
_BUILD_EPILOG = """\
examples:
  termalign lexicon build fresh.sqlite --jmdict JMdict_e.gz --jmnedict JMnedict.xml.gz
  termalign align --lexicon fresh.sqlite article.ja.txt article.en.txt

The files: https://www.edrdg.org/wiki/index.php/JMdict-EDICT_Dictionary_Project. Their licence,
Creative Commons Attribution-ShareAlike, is the lexicon's as well.
"""
_FILES = {
    "jmdict": "words: JMdict or JMdict_e (XML)",
    "edict": "words: EDICT or EDICT2, instead",
    "jmnedict": "names: JMnedict (XML)",
    "enamdict": "names: ENAMDICT, instead",
    "kanjidic": "characters: KANJIDIC2 (XML)",
    "base": "the lexicon that the other parts are taken from; default: the packaged one",
}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand and its own."""
    parser = commands.add_parser(
        "lexicon",
        help="say what the dictionaries are and what they know",
        description="Say what the dictionaries are and what they know of a term.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(parser=parser)
    tasks = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_info(tasks)
    _add_lookup(tasks)
    _add_build(tasks)


def _add_info(tasks: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = tasks.add_parser(
        "info",
        help="sources, dates, sizes and licence",
        description="Say what a lexicon was made from, when, and under which licence.",
        epilog=_INFO_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_lexicon_options(parser)
    parser.add_argument("--licence", action="store_true", help="the whole notice of the dictionaries' licence")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="default: text")
    parser.set_defaults(run=info, parser=parser)


def _add_lookup(tasks: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = tasks.add_parser(
        "lookup",
        help="everything known of a term",
        description="Show everything that glossary, dictionaries and character tables know of a term.",
        epilog=_LOOKUP_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("texts", nargs="+", metavar="TERM", help="Japanese")
    add_lexicon_options(parser)
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="default: text")
    parser.set_defaults(run=lookup, parser=parser)


def _add_build(tasks: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = tasks.add_parser(
        "build",
        help="make a lexicon from fresher dictionary files",
        description="Make a lexicon from dictionary files, gzip or not. What no file is given for comes from the base.",
        epilog=_BUILD_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("out", metavar="OUT", help="the lexicon to make; it appears when all is done")
    for name, what in _FILES.items():
        parser.add_argument(f"--{name}", metavar="FILE", help=what)
    parser.set_defaults(run=build, parser=parser)


def info(options: argparse.Namespace) -> int:
    """Show what the lexicon is made from."""
    with lexicon_errors():
        known = opened_lexicon(options.lexicon, options.glossary).metadata()
    if options.licence:
        write(str(known["licence"]).splitlines())
    elif options.format == "jsonl":
        write(json_lines([known]))
    else:
        write(_summary(known))
    return DONE


def lookup(options: argparse.Namespace) -> int:
    """Show what the lexicon knows of each term."""
    from termalign.lexicon.report import describe

    with lexicon_errors():
        lexicon = opened_lexicon(options.lexicon, options.glossary)
        found = [describe(argument_text(term), lexicon) for term in options.texts]
    if options.format == "jsonl":
        write(json.dumps(_plain(description), ensure_ascii=False) for description in found)
    else:
        for k, description in enumerate(found):
            write(["", *_shown(description)] if k else _shown(description))
    unknown = [description.term for description in found if not description]
    if unknown:
        raise Failure(f"not in the lexicon: {', '.join(unknown)}", NOTHING)
    return DONE


def build(options: argparse.Namespace) -> int:
    """Make a lexicon, and show what it is made from."""
    from termalign.lexicon import Lexicon
    from termalign.lexicon.build import build_lexicon
    from termalign.lexicon.sources.files import DictionaryError

    files = {name: getattr(options, name) for name in _FILES}
    for file in filter(None, files.values()):
        with readable(file), open(file, "rb"):
            pass
    with lexicon_errors(), readable(options.out):
        try:
            build_lexicon(options.out, **files)
        except DictionaryError as error:
            raise Failure(str(error), NOTHING) from None
        except ValueError as error:
            options.parser.error(str(error))
    write(_sources(Lexicon(options.out).metadata()))
    return DONE


def _summary(known: dict[str, object]) -> Iterator[str]:
    yield from _sources(known)
    yield ""
    yield from str(known["attribution"]).splitlines()


def _sources(known: dict[str, object]) -> Iterator[str]:
    rows = [["file", str(known["path"])]]
    sources = known["sources"]
    assert isinstance(sources, dict)
    for part, source in sources.items():
        named = " ".join(filter(None, (source["name"], source["version"])))
        dated = f"{named}, {source['date']}" if source["date"] else named
        rows.append([part, f"{dated}: {source['headwords']:,} headwords"])
    rows += [[layer, f"{known[layer]:,} terms"] for layer in ("glossary", "learned") if known[layer]]
    yield from columns(rows)


def _shown(found: "Description") -> Iterator[str]:
    yield visible(found.term)
    for rendering in found.renderings:
        yield visible(f"  {rendering.source}: {rendering.en}" + (f" ({rendering.note})" if rendering.note else ""))
    for word in found.words:
        loan = f" < {word.loan}" if word.loan else ""
        clip = f" = {'・'.join(word.clip_of)}" if word.clip_of else ""
        yield f"  {' '.join(word.readings)}  {', '.join(sorted(word.pos))}{loan}{clip}"
        for k, (_, glosses) in enumerate(groupby(word.glosses, key=lambda gloss: gloss.sense), 1):
            sense = list(glosses)
            note = f"({sense[0].note}) " if sense[0].note else ""
            yield f"    {k}. {note}{'; '.join(gloss.text for gloss in sense)}"
    for name in found.names:
        note = f" ({name.note})" if name.note else ""
        yield f"  {name.reading}  {name.romaji}  {', '.join(sorted(name.kinds))}{note}"
    for kanji in found.characters:
        kun = [stem + (f".{ending}" if ending else "") for stem, ending in zip(kanji.kun, kanji.okurigana, strict=True)]
        readings = (("on", kanji.on), ("kun", kun), ("names", kanji.nanori))
        shown = "  ".join(f"{label} {' '.join(values)}" for label, values in readings if values)
        yield f"  {kanji.literal}  {shown}  {', '.join(kanji.meanings)}"


def _plain(value: object) -> object:
    """Named tuples as objects, sets as sorted lists."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(item) for name, item in value._asdict().items()}
    if isinstance(value, frozenset):
        return sorted(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
