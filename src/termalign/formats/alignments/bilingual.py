"""Both texts of an alignment as one document, for tools that annotate one text: Japanese, a line feed, English."""

from typing import TYPE_CHECKING, NamedTuple

from termalign.formats.alignments.offsets import counted
from termalign.formats.characters import encodable
from termalign.model import Span

if TYPE_CHECKING:
    from termalign.alignment import Alignment


class Entity(NamedTuple):
    """A span of the bilingual document."""

    id: int  # from 1, in the order of the document
    start: int  # code points of the document, half-open
    end: int
    side: str  # "ja" or "en"


class Relation(NamedTuple):
    """A link between a Japanese and an English entity, by their ids."""

    ja: int
    en: int
    kind: str
    score: float


class Document:
    """An alignment as one document: Japanese, a line feed, English.

    If the alignment is of one mixed text, `text` is that text. `entities` has each span once, however many links it has, and
    `relations` has the links in order.
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
        """Return the start and end of each entity by its id, in the unit `unit`."""
        count = counted(self.text, unit)
        return {entity.id: (count(entity.start), count(entity.end)) for entity in self.entities}
