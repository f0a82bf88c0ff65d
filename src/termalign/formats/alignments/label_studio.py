"""Label Studio: tasks with predictions, which are two texts and the relations between their spans.

Source: https://labelstud.io/guide/predictions and https://labelstud.io/guide/task_format. Label Studio is written in
JavaScript and counts UTF-16 code units, which are the default here.
"""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from termalign._version import __version__
from termalign.formats.alignments.offsets import counted
from termalign.formats.characters import encodable
from termalign.model import KINDS, Span

if TYPE_CHECKING:
    from termalign.alignment import Alignment

_LABELS = {"ja": ("ja_labels", "Japanese term"), "en": ("en_labels", "English rendering")}


def label_studio(alignments: "Iterable[Alignment]", offsets: str = "utf16") -> Iterator[str]:
    """Yield the lines of a JSON list of tasks, each with one prediction."""
    before = "["
    for alignment in alignments:
        yield before + json.dumps(_task(alignment, offsets), ensure_ascii=False)
        before = ","
    yield "[]" if before == "[" else "]"


def _task(alignment: "Alignment", offsets: str) -> dict[str, Any]:
    texts = {"ja": encodable(alignment.ja), "en": encodable(alignment.en)}
    counts = {side: counted(text, offsets) for side, text in texts.items()}
    regions: dict[tuple[str, int, int], dict[str, Any]] = {}
    relations = []
    for link in alignment.links:
        ids = []
        for side, span in (("ja", link.ja), ("en", link.en)):
            key = (side, span.start, span.end)
            if key not in regions:
                regions[key] = _region(side, span, texts[side], counts[side], link.score)
            regions[key]["score"] = max(regions[key]["score"], link.score)
            ids.append(regions[key]["id"])
        relations.append(
            {"type": "relation", "from_id": ids[0], "to_id": ids[1], "direction": "right", "labels": [link.kind]}
        )
    scores = [link.score for link in alignment.links]
    return {
        "data": texts,
        "predictions": [
            {
                "model_version": f"termalign {__version__}",
                "score": round(sum(scores) / len(scores), 4) if scores else 0.0,
                "result": [*regions.values(), *relations],
            }
        ],
    }


def _region(side: str, span: Span, text: str, count: Any, score: float) -> dict[str, Any]:
    control, label = _LABELS[side]
    return {
        "id": f"{side}-{span.start}-{span.end}",
        "from_name": control,
        "to_name": side,
        "type": "labels",
        "value": {
            "start": count(span.start),
            "end": count(span.end),
            "text": text[span.start : span.end],
            "labels": [label],
        },
        "score": score,
    }


def configuration() -> str:
    """Return the labelling configuration for these tasks: two texts with one label each, and a relation for each kind.

    Examples
    --------
    >>> configuration().startswith("<View>")
    True
    """
    sides = "\n".join(
        f'  <Labels name="{control}" toName="{side}"><Label value="{label}"/></Labels>\n'
        f'  <Text name="{side}" value="${side}" granularity="symbol"/>'
        for side, (control, label) in _LABELS.items()
    )
    relations = "".join(f'<Relation value="{kind}"/>' for kind in KINDS)
    return f"<View>\n  <Relations>{relations}</Relations>\n{sides}\n</View>\n"
