"""Terms of a glossary in a text: one term each, rendered as a whole or not at all."""

import pytest
from tables import params, rows

from termalign import Aligner, Glossary
from termalign.formats import GlossaryEntry


@pytest.mark.parametrize("row", params(rows("glossary_terms.tsv"), lambda row: f"{row['label']}: {row['ja']}"))
def test_terms_of_a_glossary(row: dict[str, str]) -> None:
    glossary, links = _pairs(row["glossary"]), _pairs(row["links"])
    found = Aligner(glossary=glossary).align(row["ja"], row["en"])
    said = {link.ja.text: link.en.text for link in found}
    assert links.items() <= said.items()
    assert [span.text for span in found.unaligned if span.text in glossary] == row["unaligned"].split("; ") * bool(
        row["unaligned"]
    )
    for term in glossary:
        start = row["ja"].find(term)
        if term not in said and start >= 0 and row["unaligned"]:
            assert not [link for link in found if start <= link.ja.start and link.ja.end <= start + len(term)]


def _pairs(written: str) -> dict[str, str]:
    """The terms of a cell with their English: サーバー = server; 障害 = failure."""
    return dict(pair.split(" = ") for pair in written.split("; ") if pair)


HOUSE_STYLE = Glossary(
    (
        GlossaryEntry("特別展", ("special exhibition",)),
        GlossaryEntry("企画展", ("thematic exhibition",)),
        GlossaryEntry("館長", ("director",), forbidden=("museum head", "curator")),
        GlossaryEntry("学芸員", ("curator",)),
        GlossaryEntry("データ型", ("data type",), forbidden=("type",)),
        GlossaryEntry("サーバー", ("server",), forbidden=("host",)),
        GlossaryEntry("神輿", ("portable shrine",)),
        GlossaryEntry("お神輿", ("portable shrine",)),
    )
)


@pytest.mark.parametrize(
    ("term", "ja", "en", "rendering"),
    [
        ("館長", "館長が語る。", "The curator spoke.", None),
        ("館長", "館長が語る。", "The director spoke.", "director"),
        ("館長", "館長と学芸員が語る。", "The director and the curator spoke.", "director"),
        ("学芸員", "館長と学芸員が語る。", "The director and the curator spoke.", "curator"),
        ("データ型", "データ型を選ぶ。", "Choose the data type.", "data type"),
        ("サーバ", "サーバを選ぶ。", "Choose the host.", None),
        ("ホスト", "ホストを選ぶ。", "Choose the host.", "host"),
        ("企画展", "企画展が始まる。", "The special exhibition opens.", "special exhibition"),
    ],
)
@pytest.mark.parametrize("is_picked", [False, True])
def test_a_forbidden_rendering_is_never_linked(
    term: str, ja: str, en: str, rendering: str | None, is_picked: bool
) -> None:
    found = Aligner(glossary=HOUSE_STYLE).align(ja, en, terms=[term] if is_picked else None, situation="translation")
    assert found.renderings().get(term, [None]) == [rendering]
    assert (term in [span.text for span in found.unaligned]) == (rendering is None)


def test_a_list_follows_the_glossary() -> None:
    """Neither a forbidden rendering nor that of another term is taken, but spellings may share one."""
    en = "The special exhibition opens. A curator and a host carried the portable shrine."
    found = Aligner(glossary=HOUSE_STYLE).align([*[entry.ja for entry in HOUSE_STYLE], "ホスト"], en).renderings()
    assert found == {
        "特別展": ["special exhibition"],
        "学芸員": ["curator"],
        "神輿": ["portable shrine"],
        "お神輿": ["portable shrine"],
        "ホスト": ["host"],
    }


@pytest.mark.parametrize(
    ("glossary", "terms", "en"),
    [
        ({"入館料": "admission"}, ["入館料"], "Students are admitted free."),
        ({"山車": "festival float"}, ["山車"], "The annual festival is in August."),
        ({"関数": "function"}, ["関数"], "It is functional."),
    ],
)
def test_only_a_whole_rendering_comes_from_the_glossary(glossary: dict[str, str], terms: list[str], en: str) -> None:
    aligner = Aligner(glossary=glossary, min_score=0.0)
    assert not [link for link in aligner.align(terms, en) if link.kind == "glossary"]
    assert [link.kind for link in aligner.align(terms, f"The {glossary[terms[0]]}s.")][:1] == ["glossary"]
