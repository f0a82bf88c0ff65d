"""What is wrong with a file, and where."""


class FormatError(ValueError):
    """A file breaks the rules of its format, or a format cannot represent a text.

    Attributes
    ----------
    path : str
        The file.
    line : int
        The line, from 1; in a spreadsheet the row, and in writing the record. 0 if no single line is at fault.
    problem : str
        A message with what was expected and what was found.
    """

    def __init__(self, path: object, line: int, problem: str, unit: str = "line") -> None:
        super().__init__(f"{path}, {unit} {line}: {problem}" if line else f"{path}: {problem}")
        self.path = str(path)
        self.line = line
        self.problem = problem
        self.unit = unit

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.path, self.line, self.problem, self.unit)
