"""pandas: what the terms of a text are called in its translation, paragraph by paragraph, the surest first.

In the folder of the clone, the first line installs what it needs, and the second runs it:

    python3 -m venv .venv && .venv/bin/pip install --editable ".[pandas]"
    .venv/bin/python examples/pandas_links.py
"""

import sys
from pathlib import Path

try:
    import pandas as pd

    from termalign.integrations.pandas import align_frame
    from termalign.lexicon import LexiconError
except ImportError as missing:
    sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")

EXAMPLES = Path(__file__).parent


def main() -> None:
    texts = {side: (EXAMPLES / f"article.{side}.txt").read_text(encoding="utf-8") for side in ("ja", "en")}
    paragraphs = pd.DataFrame({side: text.split("\n") for side, text in texts.items()})
    links = align_frame(paragraphs).sort_values("score", ascending=False)
    print(links[["row", "ja", "en", "kind", "score"]].head(10).to_string(index=False))


if __name__ == "__main__":
    try:
        main()
    except LexiconError as missing:
        sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")
