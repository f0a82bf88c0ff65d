"""A pair of a bitext file, with its name in the file."""

from typing import Literal, NamedTuple

State = Literal["", "untranslated", "fuzzy"]


class Unit(NamedTuple):
    """One pair of a bitext file."""

    ja: str
    en: str
    id: str = ""  # the name of the unit in the file, or ""
    note: str | None = None  # None unless the file is a table with a column of notes
    state: State = ""  # whether the file marks it as untranslated or as a proposal (fuzzy); only checks read such units
    translate: bool = True  # whether the text is to be translated
    line: int = 0  # the line of the file on which the unit begins, from 1, or 0 if the file has no lines
    codes: tuple[tuple[str, ...], tuple[str, ...]] = (
        (),
        (),
    )  # the tags of the inline codes of both texts, with their ids

    def turned(self) -> "Unit":
        """Return the unit with its texts exchanged."""
        return self._replace(ja=self.en, en=self.ja, codes=self.codes[::-1])
