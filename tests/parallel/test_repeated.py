"""What English says of a term twice."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "term", "en", "rendering"),
    [
        ("従二位に叙せられた。", "従二位", "He was granted Junii (Junior Second Rank).", "Junii"),
        ("従二位に叙せられた。", "従二位", "He was granted the Junior Second Rank (Junii).", "Junior Second Rank"),
        ("従二位に叙せられた。", "従二位", "He was granted the Junior Second Rank.", "Junior Second Rank"),
        ("火祭を見た。", "火祭", "We saw the Himatsuri [fire festival] there.", "Himatsuri"),
    ],
)
def test_the_name_before_its_explanation(ja: str, term: str, en: str, rendering: str) -> None:
    (link,) = align(ja, en, terms=[term])
    assert link.en.text == rendering
