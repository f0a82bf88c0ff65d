"""A pair of a bitext file, with its name in the file."""

from typing import Literal, NamedTuple

State = Literal["", "untranslated", "fuzzy"]


class Unit(NamedTuple):
    """One pair of a bitext file.

    Attributes
    ----------
    ja : str
        The Japanese text.
    en : str
        The English text.
    id : str
        The name of the unit in the file, or ``""``.
    note : str, optional
        The note of the pair, if the file is a table with a column of notes; otherwise None.
    state : str
        ``untranslated`` if the file says that the text has no translation, which is then mostly empty; ``fuzzy`` if the
        translation is only a proposal; otherwise ``""``. Only checks read the units of the first two.
    translate : bool
        Whether the text is to be translated.
    """

    ja: str
    en: str
    id: str = ""
    note: str | None = None
    state: State = ""
    translate: bool = True

    def turned(self) -> "Unit":
        """Return the unit with its texts exchanged."""
        return self._replace(ja=self.en, en=self.ja)
