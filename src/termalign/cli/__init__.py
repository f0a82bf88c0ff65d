"""The command line: ``termalign COMMAND``."""

from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; see `termalign.cli.program.main`.

    An interrupt while the modules of the commands are imported ends the program without a traceback, as a later one does.
    """
    try:
        from termalign.cli import program

        return program.main(argv)
    except KeyboardInterrupt:
        return 130
