"""Renderings of a glossary, however they are spelled in the text."""

import pytest

from termalign import Aligner


@pytest.mark.parametrize(
    ("rendering", "en", "found"),
    [
        ("e-mail", "Send an email.", ["email"]),
        ("email", "Send an e-mail.", ["e-mail"]),
        ("e-mail address", "Give your email address.", ["email address"]),
        ("co-operation", "It needs cooperation.", ["cooperation"]),
        ("labeling", "Labelling is required.", ["Labelling"]),
        ("labelled", "It is labeled.", ["labeled"]),
        ("cancelled order", "A canceled order", ["canceled order"]),
        ("e-mail", "Send some mail.", []),
        ("a priori", "We have a priori knowledge.", ["a priori"]),
        ("a la carte", "Dinner is served à la carte.", ["à la carte"]),
        ("a priori", "That is a priority.", []),
    ],
)
def test_spellings(rendering: str, en: str, found: list[str]) -> None:
    links = Aligner(glossary={"匿流": rendering}).align(["匿流"], en)
    assert [link.en.text for link in links if link.kind == "glossary"] == found
