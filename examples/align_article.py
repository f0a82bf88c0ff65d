"""The main job: every English mention of every listed Japanese term in an English article.

In the folder of the clone, the first line installs what it needs, and the second runs it:

    python3 -m venv .venv && .venv/bin/pip install --editable .
    .venv/bin/python examples/align_article.py
"""

import sys
from pathlib import Path

try:
    from termalign import Aligner
    from termalign.lexicon import LexiconError
except ImportError as missing:
    sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")

HERE = Path(__file__).parent


def main() -> None:
    terms = [line for line in (HERE / "terms.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    article = (HERE / "article.en.txt").read_text(encoding="utf-8")

    alignment = Aligner().align(terms, article)

    for term, renderings in alignment.renderings().items():
        print(f"{term}: {', '.join(renderings)}")
    print("not in the article:", ", ".join(span.text for span in alignment.unaligned))

    # Each link says where it stands and why it was made.
    best = max(alignment, key=lambda link: link.score)
    print(f"\nsurest: {best.ja.text} at {best.en.start}:{best.en.end}, “{best.en.text}”, {best.score:.2f}")
    for reason in best.evidence:
        print(f"  {reason.kind}: {' ~ '.join(reason.forms)}")


if __name__ == "__main__":
    try:
        main()
    except LexiconError as missing:
        sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")
