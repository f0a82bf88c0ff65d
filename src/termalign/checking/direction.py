"""The direction of a translation: which of a pair is the original, and what both languages are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from termalign.formats.languages import Language

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Direction:
    """The direction of a translation.

    Attributes
    ----------
    source : {"ja", "en"}
        The language of the original.
    original, translation : str
        The names of both languages, for messages.

    Examples
    --------
    >>> DIRECTIONS["en"].translation, DIRECTIONS["en"].ordered("蓋", "lid")
    ('Japanese', ('lid', '蓋'))
    """

    source: Language
    original: str
    translation: str

    @property
    def no_original(self) -> str:
        """The message about a translation whose original is empty."""
        return f"There is no {self.original} for this."

    def difference(self, ja: str, en: str) -> str:
        """Return the message that what one text says is something else in the other text or, if that is empty, not in it."""
        said, instead = self.ordered(ja, en)
        if not (said and instead):
            return f"{said or instead} is not in the {self.translation if said else self.original}."
        return f"{said} is {instead} in the {self.translation}."

    def ordered(self, ja: _T, en: _T) -> tuple[_T, _T]:
        """Return what belongs to the original, and what belongs to the translation."""
        return (ja, en) if self.source == "ja" else (en, ja)


DIRECTIONS: Final[Mapping[Language, Direction]] = {
    "ja": Direction("ja", "Japanese", "English"),
    "en": Direction("en", "English", "Japanese"),
}
"""Both directions, by the language of the original."""
