"""Words in which a menu marks an access key: each function takes them for whole words."""

import pytest

from termalign import Aligner, align, align_words, extract, project, tokenize

JA, EN = "数値の書式を設定(_M)", "Set number for_mats"
WORD = (EN.index("for_mats"), len(EN))


def test_a_link_contains_the_mark_and_a_rendering_does_not() -> None:
    found = align(JA, EN)
    assert [(link.en.start, link.en.end) for link in found if link.ja.text == "書式"] == [WORD]
    assert found.renderings()["書式"] == ["formats"]


def test_a_word_is_traced_by_its_term() -> None:
    assert Aligner().trace(JA, EN).of("書式")[0].en.text == "for_mats"


def test_both_pieces_are_paired_with_the_word() -> None:
    ja, en = tokenize(JA), ["Set", "number", "for", "mats"]
    pairs = align_words(JA, EN)
    assert {en[j] for i, j in pairs if ja[i].surface == "書式"} == {"for", "mats"}


def test_a_span_is_projected_to_the_whole_word() -> None:
    start = JA.index("書式")
    (found,) = project(align(JA, EN), [(start, start + 2)])
    assert found is not None
    assert [(span.start, span.end) for span in found.spans] == [WORD]


def test_a_rendering_is_extracted_without_the_mark() -> None:
    assert [entry.en[0].text for entry in extract([(JA, EN)] * 2) if entry.ja == "書式"] == ["formats"]


@pytest.mark.parametrize(
    ("ja", "en", "rendering"), [("研究開発(&R)", "&R&D", "R&D"), ("read_csv を開く(_O)", "_Open read_csv", "read_csv")]
)
def test_a_sign_that_marks_no_key_stays(ja: str, en: str, rendering: str) -> None:
    assert rendering in [word for found in align(ja, en).renderings().values() for word in found]
