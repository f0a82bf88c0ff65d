"""One text with both languages in it: what its Japanese is called in its English.

In the folder of the clone, the first line installs what it needs, and the second runs it:

    python3 -m venv .venv && .venv/bin/pip install --editable .
    .venv/bin/python examples/mixed_text.py
"""

import sys
from pathlib import Path

try:
    from termalign import align_mixed
    from termalign.lexicon import LexiconError
except ImportError as missing:
    sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")

ARTICLE = Path(__file__).parent / "article.en.txt"


def main() -> None:
    alignment = align_mixed(ARTICLE.read_text(encoding="utf-8"))
    for link in alignment:
        line = alignment.en.count("\n", 0, link.en.start) + 1
        print(f"{link.ja.text} ↔ {link.en.text}  (line {line}, {link.kind}, {link.score:.2f})")


if __name__ == "__main__":
    try:
        main()
    except LexiconError as missing:
        sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")
