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
