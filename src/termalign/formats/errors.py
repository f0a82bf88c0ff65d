"""The error for a file that breaks the rules of its format."""


class FormatError(ValueError):
    """An error for a file that breaks the rules of its format, or for a text that a format cannot represent.

    Attributes
    ----------
    path : str
        The file.
    line : int
        The line (in a spreadsheet the row, in writing the record), from 1, or 0 if no single line is at fault.
    problem : str
        A message that says what was expected and what was found.
    """

    def __init__(self, path: object, line: int, problem: str, unit: str = "line") -> None:
        super().__init__(f"{path}, {unit} {line}: {problem}" if line else f"{path}: {problem}")
        self.path = str(path)
        self.line = line
        self.problem = problem
        self.unit = unit

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.path, self.line, self.problem, self.unit)


class OtherLanguages(FormatError):
    """An error for a bitext that is not in Japanese and English."""


class Untranslated(FormatError):
    """An error for a glossary record that surely lacks Japanese or English, so that no other column can have it."""
