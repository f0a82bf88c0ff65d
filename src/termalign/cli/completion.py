"""``termalign completion``: a script that lets a shell complete the command line."""

import argparse
from collections.abc import Iterator

from termalign.cli.command import Command
from termalign.cli.failure import USAGE, Failure
from termalign.extras import how_to_install, missing

SHELLS = ("bash", "zsh", "fish")
_FILES = ("FILE", "JA EN", "EN")  # names of arguments that are files


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the shell."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=f"the shell: {', '.join(SHELLS)}")


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the lines of the script."""
    try:
        import shtab
    except ModuleNotFoundError:
        raise Failure(str(missing("shtab", "completion", "completion")), USAGE) from None
    for action in _actions(options.program):
        if action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    yield from shtab.complete(options.program, options.shell).splitlines()


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the arguments and options of a parser and of its subparsers."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from _actions(below)


COMMAND = Command(
    name="completion",
    usage="termalign completion [options] SHELL",
    summary="write a script that completes commands in your shell",
    description="Write a script with which a shell completes commands, options and files.",
    arguments=arguments,
    run=run,
    notes=f"""\
Needs shtab: {how_to_install("completion")}.

install:
  bash  termalign completion bash > ~/.local/share/bash-completion/completions/termalign
  zsh   termalign completion zsh > DIRECTORY/_termalign, for a DIRECTORY of your $fpath
  fish  termalign completion fish > ~/.config/fish/completions/termalign.fish""",
    examples=("completion bash", "completion zsh --output _termalign"),
)
