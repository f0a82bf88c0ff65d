"""The common structure of commands: help texts, options, output formats, and the function that yields the output."""

import argparse
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command.

    In addition to its own options, every command has ``--output`` and ``--quiet``, and ``--format`` if it has formats.
    """

    name: str  # the word on the command line
    summary: str  # a few words for the list of commands
    description: str  # sentences for its ``--help``
    arguments: Callable[[argparse.ArgumentParser], object]  # adds its own arguments and options
    run: Callable[[argparse.Namespace], Iterable[str]]  # yields the lines for standard output; may raise `Failure`
    examples: Sequence[str]  # command lines without ``termalign``
    formats: Mapping[str, str] = field(default_factory=dict)  # for ``--format``, with descriptions, the default first
    notes: str = ""  # shown above the examples
    usage: str | None = None  # in place of argparse's own
    makes_file: bool = False  # whether `run` makes the file of ``--output``; lines then go to standard output
    file_formats: Sequence[str] = ()  # the formats for which `run` makes the file
    serves: bool = False  # whether it serves requests until it is ended; it then has no ``--output``

    def add_to(self, commands: "Subparsers") -> None:
        parser = _parser(commands, self, "\n\n".join(filter(None, (_formats(self.formats), self.notes))))
        parser.usage = self.usage
        self.arguments(parser)
        if self.formats:
            default = next(iter(self.formats))
            parser.add_argument(
                "--format",
                choices=tuple(self.formats),
                metavar="FORMAT",
                help=f"the output format, see below; default: from the extension of the --output file, or else {default}",
            )
        if self.serves:
            parser.set_defaults(output=None)
        else:
            where = "the file to write" if self.makes_file else "write to this file instead of standard output"
            parser.add_argument("-o", "--output", metavar="FILE", help=where)
        parser.add_argument("-q", "--quiet", action="store_true", help="show no messages except warnings and errors")
        parser.set_defaults(command=self, parser=parser)

    def format_for(self, output: str | None) -> str:
        """Return the format to write if none is given: by the ending of the output file, or else the default."""
        ending = PurePath(output or "").suffix[1:].lower()
        return ending if ending in self.formats else next(iter(self.formats))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of commands under one name. The attributes are those of `Command`."""

    name: str
    summary: str
    description: str
    commands: Sequence[Command]
    examples: Sequence[str]

    def add_to(self, commands: "Subparsers") -> None:
        parser = _parser(commands, self)
        parser.set_defaults(parser=parser)
        inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
        for command in self.commands:
            command.add_to(inner)


class Parser(argparse.ArgumentParser):
    """An argument parser whose error messages refer to the ``--help`` of the command."""

    def error(self, message: str) -> NoReturn:
        super().error(f"{message}\n{self.prog} --help shows more, with examples")

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        # Before Python 3.13, argparse takes the value -- of --option=-- to be no value, and returns an empty list for it.
        if action.option_strings and arg_strings == ["--"]:
            self.error(f"argument {'/'.join(action.option_strings)}: expected one argument")
        return super()._get_values(action, arg_strings)

    def _print_message(self, message: str, file: Any = None) -> None:
        # argparse ignores errors in writing help, such as a full disk, but they are errors like those of other output.
        if file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)


class HelpFormatter(argparse.HelpFormatter):
    """A formatter that wraps paragraphs but keeps tables, and shows options as Python 3.13 does: ``-o, --output FILE``."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26)
        self._action_max_length = 22  # wide enough that no name of a command needs a separate line

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Wrap each paragraph to the width of the terminal, except tables and examples, which have aligned columns."""
        paragraphs = text.strip().split("\n\n")
        return "\n\n".join(p if "  " in p else textwrap.fill(p, width, break_on_hyphens=False) for p in paragraphs)

    if sys.version_info < (3, 13):

        def _format_action_invocation(self, action: argparse.Action) -> str:
            if not action.option_strings or action.nargs == 0:
                return super()._format_action_invocation(action)
            value = self._format_args(action, self._get_default_metavar_for_optional(action))
            return f"{', '.join(action.option_strings)} {value}"


def shown_examples(examples: Sequence[str]) -> str:
    """Return the examples, which are the last part of each ``--help``."""
    shown = "".join(f"  termalign {example}\n" for example in examples)
    return f"examples (their files are in examples/ of the repository):\n{shown}"


def _parser(commands: "Subparsers", about: Command | Group, notes: str = "") -> argparse.ArgumentParser:
    return commands.add_parser(
        about.name,
        help=about.summary,
        description=about.description,
        epilog="\n\n".join(filter(None, (notes, shown_examples(about.examples)))),
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )


def _formats(formats: Mapping[str, str]) -> str:
    """Return a paragraph for each format, indented after its name."""
    if not formats:
        return ""
    indent = max(map(len, formats)) + 4
    return "formats:\n" + "\n".join(
        textwrap.fill(what, 78, initial_indent=f"  {name}".ljust(indent), subsequent_indent=" " * indent)
        for name, what in formats.items()
    )
