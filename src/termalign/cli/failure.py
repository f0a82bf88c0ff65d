"""The exceptions that end a command, and its exit codes."""

DONE = 0
NOTHING = 1  # nothing was found, or the data is invalid
USAGE = 2  # the command line is wrong, or names a file that does not exist


class Failure(Exception):
    """An error that ends the command with a message on standard error and the exit code `NOTHING` or `USAGE`.

    The message does not include the name of the program.
    """

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class NothingFound(Failure):
    """The end of a command that found nothing: exit code 1, and no message with ``--quiet``."""

    def __init__(self, message: str) -> None:
        super().__init__(message, NOTHING)


class Found(NothingFound):
    """The end of a check that found something: exit code 1 after all output, and a summary unless ``--quiet``."""


class NoJapanese(Failure):
    """The end of a command at a bitext that is not in Japanese and English. `check` skips it."""
