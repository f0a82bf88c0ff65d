"""JSON Lines with all data of an alignment on each line."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from termalign.formats.alignments.offsets import counted
from termalign.formats.characters import encodable

if TYPE_CHECKING:
    from termalign.alignment import Alignment


def jsonl(alignments: "Iterable[Alignment]", offsets: str = "codepoints") -> Iterator[str]:
    """Yield the result of `Alignment.to_dict` for each alignment as JSON, with offsets in the unit `offsets`."""
    for alignment in alignments:
        found = alignment.to_dict()
        if offsets != "codepoints":
            ja, en = (counted(encodable(text), offsets) for text in (alignment.ja, alignment.en))
            for pair in [*found["links"], *(part for link in found["links"] for part in link["parts"])]:
                _recount(pair["ja"], ja)
                _recount(pair["en"], en)
            for span in found["unaligned"]:
                _recount(span, ja)
        yield encodable(json.dumps(found, ensure_ascii=False))


def _recount(span: dict[str, Any], count: Any) -> None:
    span["start"], span["end"] = count(span["start"]), count(span["end"])
