"""A command that cannot go on."""

DONE = 0
NOTHING = 1  # nothing was found, or the data is not what it should be
USAGE = 2  # the command line is wrong, or names what is not there


class Failure(Exception):
    """Ends the command with a message on stderr.

    Parameters
    ----------
    message : str
        For a person, without the program's name.
    code : int
        Exit code, `NOTHING` or `USAGE`.
    """

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class NothingFound(Failure):
    """All went well, and the answer is that there is nothing: exit code 1, and no message under ``--quiet``."""

    def __init__(self, message: str) -> None:
        super().__init__(message, NOTHING)


class Found(NothingFound):
    """A check has found something: exit code 1 likewise, once all of it is written, and a summary unless ``--quiet``."""
