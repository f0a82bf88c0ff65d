"""Annotation projection: entities marked in a Japanese text, carried over to its translation.

The marks may come from any tagger, as (start, end, label) with code-point offsets.

In the folder of the clone, the first line installs what it needs, and the second runs it:

    python3 -m venv .venv && .venv/bin/pip install --editable .
    .venv/bin/python examples/project_annotations.py
"""

import sys

try:
    from termalign import align, project
    from termalign.lexicon import LexiconError
except ImportError as missing:
    sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")

JA = "気象庁は11月3日、阿蘇山の噴火警戒レベルを2に引き上げた。"
EN = "The Japan Meteorological Agency raised the volcanic alert level for Mt. Aso to 2 on November 3rd."
ENTITIES = [(0, 3, "ORGANIZATION"), (4, 9, "DATE"), (10, 13, "LOCATION")]


def main() -> None:
    for entity in project(align(JA, EN), ENTITIES):
        if entity is not None:  # the English has it
            for span in entity.spans:
                print(f"{entity.label:12}  {span.start:2}:{span.end:2}  {span.text}")


if __name__ == "__main__":
    try:
        main()
    except LexiconError as missing:
        sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")
