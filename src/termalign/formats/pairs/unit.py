"""A pair of a bitext file, with its name in the file."""

import re
from typing import Literal, NamedTuple

from termalign.formats.languages import Language

State = Literal["", "untranslated", "fuzzy"]

_ONE = re.compile(r"[:._]one$|\[one\]$")


class Unit(NamedTuple):
    """One pair of a bitext file."""

    ja: str
    en: str
    id: str = ""  # the name of the unit in the file, or ""
    note: str | None = None  # None unless the file is a table with a column of notes
    state: State = ""  # whether the file marks it as untranslated or as a proposal (fuzzy); only checks read such units
    translate: bool = True  # whether the text is to be translated
    line: int = 0  # the line of the file on which the unit begins, from 1, or 0 if the file has no lines
    source: Language | Literal[""] = ""  # the language of the original, if the file names it
    codes: tuple[tuple[str, ...], tuple[str, ...]] = (
        (),
        (),
    )  # the tags of the inline codes of both texts, with their ids
    singular: bool = False  # whether the file marks it as the form for one of a text that also has a plural

    @property
    def is_singular(self) -> bool:
        """Whether it is the form for one of a text with plurals, as the file or its name says: *files_one*, *files.one*.

        >>> [Unit("", "", name).is_singular for name in ("files_one", "files.one", "files:one", "files[one]", "everyone")]
        [True, True, True, True, False]
        """
        return self.singular or _ONE.search(self.id) is not None

    def as_from(self, source: Language | None) -> "Unit":
        """Return a unit that was read original first, with its Japanese first and with the language of the original."""
        unit = self.turned() if source == "en" else self
        return unit._replace(source=source or "")

    def turned(self) -> "Unit":
        """Return the unit with its texts exchanged."""
        return self._replace(ja=self.en, en=self.ja, codes=self.codes[::-1])
