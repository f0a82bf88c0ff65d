"""The results of ``termalign align``: alignments with their pairs in the bitext."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from termalign.alignment import Alignment
    from termalign.termbase import Glossary


class Answer(NamedTuple):
    """An alignment with its position in a bitext."""

    alignment: "Alignment"
    pair: int = 0  # the number of the pair, from 1; 0 if there is no bitext
    unit: str = ""  # the name of the pair, or ""
    glossary: "Glossary | None" = None  # what it was aligned with; its readings count in pictures
