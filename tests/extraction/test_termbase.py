"""What a term base can be written as."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from known_formats import glossary_files

from termalign import Aligner, Glossary, Termbase, align, check, extract, select
from termalign.extraction import Example, Form, Rendering, TermEntry
from termalign.model import Span

RENDERINGS = (
    Rendering("server", 0.98, 3, "loanword", (Form("server", 2), Form("servers", 1))),
    Rendering("host", 0.6, 1, "gloss", (Form("host", 1),)),
)
EXAMPLE = Example("a<1>", "サーバーが&応答", "the server & responds", Span(0, 4, "サーバー"), Span(4, 10, "server"))
FOUND = Termbase(
    (
        TermEntry("サーバー", (Form("サーバ", 1),), RENDERINGS, 4, 3, 9.5, (EXAMPLE,)),
        TermEntry("</script>", (), (Rendering('"quoted"', 0.7, 1, "gloss", (Form('"quoted"', 1),)),), 1, 1, 1.0),
    ),
    12,
)


@pytest.mark.parametrize("name", [*glossary_files("t"), "t.tsv.gz"])
def test_glossaries(name: str, tmp_path: Path) -> None:
    FOUND.write(tmp_path / name)
    read = Glossary.read(tmp_path / name)
    assert [(entry.ja, entry.en) for entry in read] == [("サーバー", ("server", "host")), ("</script>", ('"quoted"',))]
    assert read.entries[0].note == "×4; also サーバ"


def test_a_termbase_is_accepted_as_a_glossary() -> None:
    expected = FOUND.glossary()
    assert Glossary.of(FOUND) == expected
    assert select(FOUND, "サーバの障害") == Glossary(expected.entries[:1])
    (link,) = align(["サーバー"], "two hosts", glossary=FOUND)
    assert (link.en.text, link.kind) == ("hosts", "glossary")
    assert Aligner(glossary=FOUND).lexicon.told("サーバー") == Aligner(glossary=expected).lexicon.told("サーバー")
    assert [f.kind for f in check([("サーバーを追加した。", "Added a machine.")], FOUND)] == ["missing"]


def test_a_termbase_is_a_sequence_of_its_entries() -> None:
    assert (FOUND[0], FOUND[-1], FOUND[:1]) == (FOUND.entries[0], FOUND.entries[1], FOUND.entries[:1])
    with pytest.raises(IndexError):
        FOUND[2]


def test_json_lines_have_everything(tmp_path: Path) -> None:
    FOUND.write(tmp_path / "t.jsonl")
    first, second = map(json.loads, (tmp_path / "t.jsonl").read_text(encoding="utf-8").splitlines())
    assert first["en"][0] == {
        "text": "server",
        "score": 0.98,
        "count": 3,
        "kind": "loanword",
        "forms": [{"text": "server", "count": 2}, {"text": "servers", "count": 1}],
    }
    assert first["examples"][0]["term"] == {"start": 0, "end": 4, "text": "サーバー"}
    assert (second["ja"], second["variants"], second["examples"]) == ("</script>", [], [])


class _Rows(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[dict[str, str | None]] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "tr" and "data-ja" in given:
            self.rows.append(given)
        self.loaded += [value for name, value in attrs if name in ("src", "href") and value]


def test_the_page_is_whole_and_loads_nothing(tmp_path: Path) -> None:
    FOUND.write(tmp_path / "t.html")
    html = (tmp_path / "t.html").read_text(encoding="utf-8")
    parser = _Rows()
    parser.feed(html)
    assert [row["data-ja"] for row in parser.rows] == ["サーバー", "</script>"]
    assert parser.loaded == []
    assert not re.search(r"https?:|@import|url\(", html)
    assert html.count("</script>") == 1
    assert "<mark>サーバー</mark>が&amp;応答" in html
    assert "a&lt;1&gt;" in html


def test_the_title_is_text() -> None:
    assert "<title>A &lt;b&gt; &amp; c</title>" in FOUND.to_html(title="A <b> & c")
    assert extract([]).to_html()


@pytest.mark.parametrize(("name", "form"), [("t.docx", None), ("t", None), ("t.tbx", "pdf")])
def test_what_is_no_format_is_refused(name: str, form: str | None, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="format"):
        FOUND.write(tmp_path / name, form)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["t.jsonl", "t.html", "t.tbx", "t.utx", "t.csv"])
def test_lone_surrogates_are_replaced(name: str, tmp_path: Path) -> None:
    found = extract([("桜島が噴火した\ud800。", "Sakurajima erupted\udfff.")] * 2)
    assert found.entries
    found.write(tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "桜島" in text
    assert ("\ufffd" in text) is (name in ("t.jsonl", "t.html"))
