"""JSON Lines for a sequence labelling project with relations in doccano.

Japanese and English are one text, separated by a line feed. Source: doccano's import example for relation extraction
(``backend/data_import/pipeline/examples/relation_extraction``): ``text``, ``entities`` with ``id``, ``start_offset``,
``end_offset``, ``label``, and ``relations`` with ``from_id``, ``to_id``, ``type``. doccano counts code points.
"""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termalign.formats.alignments.bilingual import Document

if TYPE_CHECKING:
    from termalign.alignment import Alignment


def doccano(alignments: "Iterable[Alignment]", offsets: str = "codepoints") -> Iterator[str]:
    """Yield a line for each alignment. Labels are ``ja`` and ``en``, and types of relations are the kinds of links."""
    ids = 0  # ids are unique in the file; doccano needs that only within an example, other readers may need more
    for alignment in alignments:
        document = Document(alignment)
        place = document.offsets(offsets)
        record = {
            "text": document.text,
            "entities": [
                {
                    "id": ids + entity.id,
                    "start_offset": place[entity.id][0],
                    "end_offset": place[entity.id][1],
                    "label": entity.side,
                }
                for entity in document.entities
            ],
            "relations": [
                {"from_id": ids + relation.ja, "to_id": ids + relation.en, "type": relation.kind}
                for relation in document.relations
            ],
        }
        ids += len(document.entities)
        yield json.dumps(record, ensure_ascii=False)
