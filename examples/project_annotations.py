"""Annotation projection: entities marked in a Japanese text, carried over to its translation.

The marks may come from any tagger, as (start, end, label) with code-point offsets.

In the folder of the clone, the first line installs what it needs, and the second runs it:

    python3 -m venv .venv && .venv/bin/pip install --editable .
    .venv/bin/python examples/project_annotations.py
"""

import sys

try:
    from termalign import Aligner
    from termalign.lexicon import LexiconError
except ImportError as missing:
    sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")

JA = "気象庁は11月3日、阿蘇山の噴火警戒レベルを2に引き上げた。"
EN = "The Japan Meteorological Agency raised the volcanic alert level for Mt. Aso to 2 on November 3rd."
ENTITIES = [(0, 3, "ORGANIZATION"), (4, 9, "DATE"), (10, 13, "LOCATION")]


def project(aligner: Aligner, ja: str, en: str, entities: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The entities' spans and labels in `en`; an entity that is not rendered there is left out."""
    labels = {(start, end): label for start, end, label in entities}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for link in aligner.align(ja, en, terms=list(labels)):
        mark = link.ja.start, link.ja.end
        best[mark] = max(best.get(mark, (0.0, 0, 0)), (link.score, link.en.start, link.en.end))
    return sorted((start, end, labels[mark]) for mark, (_, start, end) in best.items())


def main() -> None:
    for start, end, label in project(Aligner(), JA, EN, ENTITIES):
        print(f"{label:12}  {start:2}:{end:2}  {EN[start:end]}")


if __name__ == "__main__":
    try:
        main()
    except LexiconError as missing:
        sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")
