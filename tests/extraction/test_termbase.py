"""What a term base can be written as."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from known_formats import glossary_files

from termalign import Aligner, Glossary, Termbase, align, check, extract, select
from termalign.extraction import Example, Form, Rendering, TermEntry
from termalign.formats.glossaries.columns import CSV, XLSX
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
    assert ("\ufffd" in text) is (name in ("t.jsonl", "t.html", "t.csv"))


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx"])
def test_a_table_says_how_sure_each_rendering_is_and_is_a_glossary(name: str, tmp_path: Path) -> None:
    if name == "t.xlsx":
        pytest.importorskip("openpyxl")
    found = extract([("桜島が噴火した。", "Sakurajima erupted."), ("=桜島の火口", "=the crater of Sakurajima")])
    found.write(tmp_path / name)
    glossary = Glossary.read(tmp_path / name)
    assert glossary == found.glossary()
    assert glossary.reading is not None
    assert glossary.reading.unused == ()
    reader = CSV if name == "t.csv" else XLSX
    rows = [row for _, row in reader.rows(tmp_path / name)]
    assert rows[0] == ["ja", "en", "status", "note", "probability", "count", "kind", "unit", "example ja", "example en"]
    best, entry = dict(zip(*rows[:2], strict=True)), found[0]
    example = entry.examples[0]
    assert example.ja in ("桜島が噴火した。", "=桜島の火口")
    assert (best["ja"], best["en"], best["kind"]) == (entry.ja, entry.en[0].text, entry.en[0].kind)
    assert float(best["probability"]) == round(entry.en[0].score, 2)
    assert (best["unit"], best["example ja"], best["example en"]) == (example.unit, example.ja, example.en)


def test_the_statuses_of_a_table_can_be_edited(tmp_path: Path) -> None:
    FOUND.write(tmp_path / "t.csv")
    text = (tmp_path / "t.csv").read_text(encoding="utf-8")
    (tmp_path / "t.csv").write_text(text.replace("host,admitted", "host,forbidden"), encoding="utf-8")
    entry = Glossary.read(tmp_path / "t.csv").entries[0]
    assert (entry.en, entry.forbidden) == (("server",), ("host",))
    found = check([("サーバーを追加した。", "Added a host.")], tmp_path / "t.csv")
    assert [finding.kind for finding in found] == ["forbidden"]


def test_a_workbook_has_filters(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    found = extract([("桜島が噴火した。", "Sakurajima erupted."), ("桜島の火口", "the crater of Sakurajima")])
    found.write(tmp_path / "t.xlsx")
    found.glossary().write(tmp_path / "g.xlsx")
    sheet, plain = (openpyxl.load_workbook(tmp_path / name).active for name in ("t.xlsx", "g.xlsx"))
    assert sheet.auto_filter.ref == f"A1:J{sheet.max_row}"
    assert plain.auto_filter.ref is None


def test_terms_that_are_equally_specific_are_in_order_of_their_probability() -> None:
    found = extract(
        [("砥石とパジャマを買う。", "I buy a grinding wheel and pajamas."), ("サウナに行く。", "I go to the sauna.")]
    )
    for one, other in pairwise(found):
        assert one.termhood >= other.termhood
        if (one.termhood, one.count) == (other.termhood, other.count):
            assert one.en[0].score >= other.en[0].score
    assert len(found) > 2
