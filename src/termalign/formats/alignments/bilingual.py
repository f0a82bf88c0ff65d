"""Both texts of an alignment as one document, for tools that annotate one text: Japanese, a line end, English."""

from typing import TYPE_CHECKING, NamedTuple

from termalign.formats.alignments.offsets import counted
from termalign.formats.characters import encodable
from termalign.model import Span

if TYPE_CHECKING:
    from termalign.alignment import Alignment


class Entity(NamedTuple):
    """A span of the bilingual document.

    Attributes
    ----------
    id : int
        From 1, in the order of the document.
    start, end : int
        Code points of the document, half-open.
    side : str
        ``"ja"`` or ``"en"``.
    """

    id: int
    start: int
    end: int
    side: str


class Relation(NamedTuple):
    """A link: the ids of its Japanese and its English entity, its kind and score."""

    ja: int
    en: int
    kind: str
    score: float


class Document:
    """An alignment as one document: Japanese, a line end, English.

    Parameters
    ----------
    alignment : Alignment

    Attributes
    ----------
    text : str
        The Japanese, a line feed, and the English; the text itself if the alignment is of one text with both.
    entities : list of Entity
        Each span once, however many links it has.
    relations : list of Relation
        In the order of the links.
    """

    def __init__(self, alignment: "Alignment") -> None:
        mixed = alignment.ja == alignment.en
        self.text = encodable(alignment.en if mixed else f"{alignment.ja}\n{alignment.en}")
        self._shift = 0 if mixed else len(alignment.ja) + 1
        spans = {self._key(span, side) for link in alignment.links for span, side in ((link.ja, "ja"), (link.en, "en"))}
        self.entities = [Entity(k, *key) for k, key in enumerate(sorted(spans), 1)]
        ids = {(start, end, side): k for k, start, end, side in self.entities}
        self.relations = [
            Relation(ids[self._key(link.ja, "ja")], ids[self._key(link.en, "en")], link.kind, link.score)
            for link in alignment.links
        ]

    def _key(self, span: Span, side: str) -> tuple[int, int, str]:
        shift = self._shift if side == "en" else 0
        return span.start + shift, span.end + shift, side

    def offsets(self, unit: str) -> dict[int, tuple[int, int]]:
        """Return the start and end of each entity, by its id, in the unit of offsets `unit`."""
        count = counted(self.text, unit)
        return {entity.id: (count(entity.start), count(entity.end)) for entity in self.entities}
