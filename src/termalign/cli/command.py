"""The one form of every command: what it says of itself, its options, the formats it writes, and the lines it gives."""

import argparse
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, NoReturn

_WIDTH = 90  # of what argparse does not wrap

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command.

    Every command has ``--output`` and ``--quiet`` besides its own options, and ``--format`` where it has formats.

    Attributes
    ----------
    name : str
        What it is called by.
    summary : str
        A few words for the list of commands.
    description : str
        What it does, in sentences.
    arguments : callable
        Adds its arguments and options to a parser; those of every command come after them.
    run : callable
        From the options to lines for standard output, made as they are taken; raises `Failure`.
    examples : sequence of str
        Command lines without ``termalign``.
    formats : mapping of str to str
        Names of what ``--format`` takes, the default first, and what each looks like.
    notes : str
        What else there is to know, shown above the examples.
    usage : str, optional
        In place of argparse's own.
    makes_file : bool
        The command itself makes the file of ``--output``; its lines are a report for standard output.
    file_formats : sequence of str
        The formats of which the same is true.
    """

    name: str
    summary: str
    description: str
    arguments: Callable[[argparse.ArgumentParser], object]
    run: Callable[[argparse.Namespace], Iterable[str]]
    examples: Sequence[str]
    formats: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""
    usage: str | None = None
    makes_file: bool = False
    file_formats: Sequence[str] = ()

    def add_to(self, commands: "Subparsers") -> None:
        """Add the command's parser."""
        parser = _parser(commands, self, "\n\n".join(filter(None, (_formats(self.formats), self.notes))))
        parser.usage = self.usage
        self.arguments(parser)
        if self.formats:
            default = next(iter(self.formats))
            parser.add_argument(
                "--format",
                choices=tuple(self.formats),
                metavar="FORMAT",
                help=f"the output format, see below; default: that of the ending of --output, or {default}",
            )
        where = "the file to make" if self.makes_file else "write to this file instead of standard output"
        parser.add_argument("-o", "--output", metavar="FILE", help=where)
        parser.add_argument(
            "-q", "--quiet", action="store_true", help="no progress, and no message if nothing is found"
        )
        parser.set_defaults(command=self, parser=parser)

    def format_for(self, output: str | None) -> str:
        """Return the format to write if none is given: the one that the ending of the output file names, or the default."""
        ending = PurePath(output or "").suffix[1:].lower()
        return ending if ending in self.formats else next(iter(self.formats))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Commands under one name; attributes as those of `Command`."""

    name: str
    summary: str
    description: str
    commands: Sequence[Command]
    examples: Sequence[str]

    def add_to(self, commands: "Subparsers") -> None:
        """Add the parsers of the group and its commands."""
        parser = _parser(commands, self)
        parser.set_defaults(parser=parser)
        inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
        for command in self.commands:
            command.add_to(inner)


class Parser(argparse.ArgumentParser):
    """A parser that says, where it is given what it does not understand, where to read on."""

    def error(self, message: str) -> NoReturn:
        super().error(f"{message}\n{self.prog} --help shows more, with examples")


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Texts as they are written, and options on one line under every Python: ``-o, --output FILE``, as since 3.13."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26)
        self._action_max_length = 22  # the names of commands are wide enough for none to need a line of its own

    if sys.version_info < (3, 13):

        def _format_action_invocation(self, action: argparse.Action) -> str:
            if not action.option_strings or action.nargs == 0:
                return super()._format_action_invocation(action)
            value = self._format_args(action, self._get_default_metavar_for_optional(action))
            return f"{', '.join(action.option_strings)} {value}"


def shown_examples(examples: Sequence[str]) -> str:
    """The last part of each ``--help``."""
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
    """A paragraph a format, hanging from its name."""
    if not formats:
        return ""
    indent = max(map(len, formats)) + 4
    return "formats:\n" + "\n".join(
        textwrap.fill(what, _WIDTH, initial_indent=f"  {name}".ljust(indent), subsequent_indent=" " * indent)
        for name, what in formats.items()
    )
