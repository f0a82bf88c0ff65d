"""spaCy: mark what renders the terms of a list in an English article, and write its sentences with the Japanese.

In the folder of the clone, the first line installs what it needs, and the second runs it:

    python3 -m venv .venv && .venv/bin/pip install --editable ".[spacy]"
    .venv/bin/python examples/spacy_terms.py
"""

import sys
from pathlib import Path

try:
    import spacy

    from termalign.integrations.spacy import link_of
    from termalign.lexicon import LexiconError
except ImportError as missing:
    sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")

EXAMPLES = Path(__file__).parent


def main() -> None:
    lines = (EXAMPLES / "terms.txt").read_text(encoding="utf-8").splitlines()
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("termalign", config={"terms": [line for line in lines if not line.startswith("#")], "min_score": 0.6})
    doc = nlp((EXAMPLES / "article.en.txt").read_text(encoding="utf-8"))

    for number, sentence in enumerate(doc.sents, 1):
        found = [span for span in doc.spans["termalign"] if sentence.start <= span.start < sentence.end]
        for span in sorted(found, key=lambda span: span.start):
            print(f"sentence {number}: {span.text} = {span.kb_id_} ({span.label_}, {link_of(span).score:.2f})")


if __name__ == "__main__":
    try:
        main()
    except LexiconError as missing:
        sys.exit(f"Cannot run yet: {missing}.\n\n{__doc__}")
