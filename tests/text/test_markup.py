"""What of a text is markup, and no word of it."""

import pytest
from tables import Row, rows

from termalign.text import markup_spans, without_markup

CASES = rows("markup.tsv")


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_markup(case: Row) -> None:
    text = case["text"]
    assert " ".join(text[start:end] for start, end in markup_spans(text)) == case["markup"]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_blanks_keep_every_place(case: Row) -> None:
    text, blanked = case["text"], without_markup(case["text"])
    spans = list(markup_spans(text))
    within = {k for start, end in spans for k in range(start, end)}
    assert blanked == "".join(" " if k in within else char for k, char in enumerate(text))
