"""A term found in a text is its whole compound, also where English leaves some of it out."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "en", "link"),
    [
        ("空中搬送された。", "He was airlifted.", ("空中搬送", "airlifted")),
        ("衝突事故が起きた。", "There was a crash.", ("衝突事故", "crash")),
        ("同文書を読む。", "They read the document.", ("文書", "document")),
        ("隣国ギリシャの首都", "The capital of Greece", ("ギリシャ", "Greece")),  # a name is whole
        ("3年契約を結ぶ。", "They sign a contract.", ("契約", "contract")),
    ],
)
def test_term(ja: str, en: str, link: tuple[str, str]) -> None:
    assert link in [(found.ja.text, found.en.text) for found in align(ja, en)]
