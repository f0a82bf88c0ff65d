"""The server, asked over a real socket: what it answers, whom it refuses, and what it survives."""

import csv
import json
import re
import socket
from collections.abc import Callable, Iterator
from importlib.resources import files
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known_formats import glossary_files
from serving import Served, served

from termalign import Aligner, Alignment, Glossary, align, check
from termalign.cli import main
from termalign.serve import Server
from termalign.serve.assets import asset, preferred

PAIR = ("桜島が噴火した。", "Sakurajima erupted.")
LIST = ["特殊詐欺", "警察庁", "消費税"]
ARTICLE = "The National Police Agency (NPA) warned of special fraud (tokushu sagi)."
MIXED = "Tokuryu, short for “匿名・流動型犯罪グループ”, is new."
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;\x00\ud800\u202e\ufffe\x85]]>--><!--</style>"
STATIC = files("termalign.serve").joinpath("static")
EXAMPLES = Path(__file__).parents[2] / "examples"
ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from("桜島が噴火 Sakurajima<&\t\n"))
LONG = 60_000  # sentences: nobody waits for the end of them


@pytest.fixture(scope="module")
def another_server() -> Iterator[Served]:
    """With a glossary of its own, and for requests of a megabyte."""
    with served("--glossary", str(EXAMPLES / "house_style.tsv"), TERMALIGN_MAX_MB="1") as running:
        yield running


# What it answers


@pytest.mark.parametrize(
    ("asked", "by_itself"),
    [
        ({"ja": PAIR[0], "en": PAIR[1]}, lambda: align(*PAIR)),
        ({"terms": LIST, "en": ARTICLE}, lambda: align(LIST, ARTICLE)),
        ({"mixed": MIXED}, lambda: Aligner().align_mixed(MIXED)),
        ({"pairs": [PAIR]}, lambda: align(*PAIR)),
        ({"ja": LIST[0], "en": ARTICLE, "situation": "terms"}, lambda: align(LIST[0], ARTICLE)),
        ({"ja": PAIR[0], "en": PAIR[1], "min_score": 1.0}, lambda: Aligner(min_score=1.0).align(*PAIR)),
        (
            {"ja": "匿流", "en": "Toku", "glossary": [{"ja": "匿流", "en": ["Toku"]}]},
            lambda: Aligner(glossary={"匿流": "Toku"}).align("匿流", "Toku"),
        ),
        ({"ja": "", "en": ""}, lambda: align("", "")),
    ],
)
def test_it_aligns_as_the_library_does(
    server: Served, asked: dict[str, Any], by_itself: Callable[[], Alignment]
) -> None:
    found = by_itself()
    first, last = server.post("/api/align", asked).lines
    assert first["alignment"] == found.to_dict()
    assert first["situation"] == found.situation
    assert last == {"done": {"pairs": 1, "links": len(found)}}


def test_it_checks_as_the_library_does(server: Served) -> None:
    pairs = [("ユーザーは3回", "The user five times"), PAIR, ("サーバーを再起動", "Restart the machine")]
    glossary = [{"ja": "サーバー", "en": ["server"], "forbidden": ["machine"]}]
    lines = server.post("/api/check", {"pairs": pairs, "glossary": glossary}).lines
    entries = Glossary.read(
        BytesIO("ja\ten\tstatus\nサーバー\tserver\t\nサーバー\tmachine\tforbidden\n".encode()), "tsv"
    )
    found = [{**line["finding"]} for line in lines if "finding" in line]
    assert all(finding.pop("instruction") for finding in found)
    assert found == [finding.to_dict() for finding in check(pairs, entries)]
    assert {finding["kind"] for finding in found} >= {"number", "forbidden"}
    assert [line["progress"] for line in lines if "progress" in line] == [1, 2, 3]
    assert lines[-1] == {"done": {"pairs": 3, "findings": len(found)}}


@pytest.mark.parametrize(
    ("text", "terms", "column"),
    [
        ("特殊詐欺\r\n\n# 犯罪\n警察庁\tNPA", ["特殊詐欺", "警察庁"], ""),
        ("用語,読み,分野\n特殊詐欺,とくしゅさぎ,犯罪", ["特殊詐欺"], "用語"),
        ("分野\t用語\n犯罪\t特殊詐欺", ["特殊詐欺"], "用語"),
        (HOSTILE.replace(";", ""), [HOSTILE.replace(";", "").replace("\x85", "\n")], None),
        (" ", [], ""),
    ],
)
def test_terms_are_read_from_what_is_pasted(server: Served, text: str, terms: list[str], column: str | None) -> None:
    read = server.post("/api/terms", {"text": text}).json
    if column is None:
        assert "".join(read["terms"]) == "".join(text.splitlines())
    else:
        assert read == {"terms": terms, "column": column}


def test_it_traces(server: Served) -> None:
    found = server.post("/api/trace", {"terms": LIST, "en": ARTICLE}).json
    assert ("Special fraud".lower(), True) in {(c["en"]["text"].lower(), c["linked"]) for c in found["candidates"]}
    missed = server.post("/api/trace", {"terms": ["冷蔵庫"], "en": "Hm."}).json["unfound"]
    assert [(each["ja"]["text"], each["readings"]) for each in missed] == [("冷蔵庫", ["reizoko"])]


def test_a_picture_comes_where_its_width_is_said(server: Served) -> None:
    asked = {"ja": PAIR[0], "en": PAIR[1], "width": 300, "language": "ja"}
    html = server.post("/api/align", asked).lines[0]["html"]
    assert html.startswith("<section")
    assert "根拠" in html
    assert "style=" not in html  # which the page's policy forbids
    assert int(float(re.findall(r'<svg width="([\d.]+)"', html)[0])) == 338


def test_the_server_has_a_glossary_of_its_own(another_server: Served) -> None:
    assert another_server.get("/api").json["glossary"] == len(Glossary.read(EXAMPLES / "house_style.tsv"))
    (entry, *_) = Glossary.read(EXAMPLES / "house_style.tsv")
    asked = {"terms": [entry.ja], "en": f"This is {entry.en[0]}."}
    links = another_server.post("/api/align", asked).lines[0]["alignment"]["links"]
    assert [link["kind"] for link in links] == ["glossary"]


@pytest.mark.parametrize("name", glossary_files("terms"))
def test_a_glossary_is_read_from_any_file(server: Served, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    Glossary.of({"匿流": ["Tokuryu", "T3"], "詐欺": "fraud"}).write(path)
    read = server.ask("POST", f"/api/glossary?name={name}", path.read_bytes()).json
    assert [(entry["ja"], entry["en"]) for entry in read["entries"]] == [
        ("匿流", ["Tokuryu", "T3"]),
        ("詐欺", ["fraud"]),
    ]
    again = server.post("/api/align", {"terms": ["匿流"], "en": "The T3", "glossary": read["entries"]}).lines[0]
    assert [link["kind"] for link in again["alignment"]["links"]] == ["glossary"]


def test_what_a_glossary_leaves_out_is_said(server: Served) -> None:
    read = server.ask("POST", "/api/glossary?name=t.tsv", "ja\ten\n詐欺\tfraud\n噴火\t\n".encode()).json
    assert len(read["entries"]) == len(read["skipped"]) == 1
    assert "噴火" in read["skipped"][0]


@pytest.mark.parametrize(
    ("path", "body", "pairs"),
    [
        ("?name=memory.tmx", (EXAMPLES / "memory.tmx").read_bytes(), None),
        ("?name=a.csv", "灰,ash\n火山,volcano\n".encode(), [["灰", "ash"], ["火山", "volcano"]]),
        (
            "",
            json.dumps({"text": '灰\tash\r\n\n火山\t"a ""big"" one"'}).encode(),
            [["灰", "ash"], ["火山", 'a "big" one']],
        ),
        ("", json.dumps({"text": "an ash\t灰が降った\n"}).encode(), [["灰が降った", "an ash"]]),
        ("", json.dumps({"text": f"灰{HOSTILE}\tash{HOSTILE}"}).encode(), [[f"灰{HOSTILE}", f"ash{HOSTILE}"]]),
        ("", json.dumps({"text": f"灰\t{'ash ' * 300_000}"}).encode(), [["灰", "ash " * 300_000]]),
    ],
)
def test_pairs_are_read_from_files_and_from_what_is_pasted(
    server: Served, path: str, body: bytes, pairs: list[list[str]] | None
) -> None:
    read = server.ask("POST", f"/api/pairs{path}", body).json
    assert read["pairs"] == pairs if pairs else len(read["pairs"]) > 3
    assert "problem" not in read


def test_a_file_is_read_up_to_its_fault(server: Served) -> None:
    read = server.ask("POST", "/api/pairs?name=a.tsv", "灰\tash\n火山\tvolcano\n噴火\n".encode()).json
    assert len(read["pairs"]) == 2
    assert "line 3" in read["problem"]


# Files to be saved


def test_links_are_saved_in_every_form(server: Served) -> None:
    asked = {"pairs": [PAIR, ("灰が降った。", "=Ash fell.")], "language": "ja"}
    found = [Aligner().align(*pair) for pair in asked["pairs"]]
    answers = {form: server.post(f"/api/align?format={form}", asked) for form in server.get("/api").json["formats"]}
    assert [answer.headers["Content-Disposition"] for answer in answers.values()] == [
        f'attachment; filename="termalign.{form}"' for form in answers
    ]
    assert [Alignment.from_dict(line) for line in answers["jsonl"].lines] == found
    rows = list(csv.reader(StringIO(answers["csv"].body.decode("utf-8-sig"))))
    assert [row[:4] for row in rows[1:]] == [
        [str(k), link.ja.text, link.en.text, link.kind] for k, each in enumerate(found, 1) for link in each
    ]
    cells = workbook(answers["xlsx"].body)
    assert [list(map(str, row)) for row in cells] == rows
    assert all(isinstance(cell, int | float) for row in cells[1:] for cell in [row[0], *row[4:]])
    page = answers["html"].body.decode()
    assert page.startswith("<!doctype html>")
    assert '<html lang="ja">' in page
    assert page.count('<section class="p') == 2


def test_findings_are_saved_in_every_form(server: Served) -> None:
    asked = {"pairs": [("ユーザーは3回", "=The user five times")]}
    answers = {form: server.post(f"/api/check?format={form}", asked) for form in ("jsonl", "csv", "xlsx", "html")}
    assert [line["kind"] for line in answers["jsonl"].lines] == ["number"]
    (_, row) = csv.reader(StringIO(answers["csv"].body.decode("utf-8-sig")))
    assert "'=The user five times" in row
    assert "=The user five times" in workbook(answers["xlsx"].body)[1]
    assert "<mark>five times</mark>" in answers["html"].body.decode()


def workbook(content: bytes) -> list[list[str]]:
    openpyxl = pytest.importorskip("openpyxl")
    rows = openpyxl.load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [["" if cell is None else cell for cell in row] for row in rows]


# What is refused


@pytest.mark.parametrize(
    ("path", "body", "status", "said"),
    [
        ("/api/align", b"{", 400, "not JSON"),
        ("/api/align", b"[" * 100_000, 400, "not JSON"),
        ("/api/align", b"[]", 400, "must be a JSON object"),
        ("/api/align", b"\xff", 400, "not JSON"),
        ("/api/align", b"{}", 400, "ja is missing"),
        ("/api/align", b'{"ja": 1, "en": ""}', 400, "ja must be str"),
        ("/api/align", b'{"ja": ["a"], "en": ""}', 400, "ja must be str"),
        ("/api/align", b'{"terms": "/etc/passwd", "en": ""}', 400, "terms must be a list"),
        ("/api/align", b'{"terms": [1], "en": ""}', 400, "a term must be str"),
        ("/api/align", b'{"pairs": "/etc/passwd"}', 400, "pairs must be a list"),
        ("/api/align", b'{"pairs": [["a"]]}', 400, "pair 0"),
        ("/api/align", b'{"ja": "", "en": "", "glossary": "/etc/passwd"}', 400, "glossary must be a list"),
        ("/api/align", b'{"ja": "", "en": "", "glossary": [{"en": []}]}', 400, "glossary[0]"),
        ("/api/align", b'{"ja": "", "en": "", "glossary": [{"ja": "", "en": "x"}]}', 400, "glossary[0].en"),
        ("/api/align", b'{"ja": "", "en": "", "min_score": 2}', 400, "min_score"),
        ("/api/align", b'{"ja": "", "en": "", "situation": "x"}', 400, "situation"),
        ("/api/align", b'{"ja": "", "en": "", "width": 1}', 400, "width"),
        ("/api/align", b'{"ja": "", "en": "", "language": "fr"}', 400, "language"),
        ("/api/align?format=exe", b'{"ja": "", "en": ""}', 400, "format"),
        ("/api/check", b'{"pairs": [], "kinds": ["x"]}', 400, "unknown kind 'x'"),
        ("/api/check", b'{"pairs": [], "min_score": "x"}', 400, "min_score"),
        ("/api/check", b'{"pairs": [], "source": "de"}', 400, "source must be 'ja' or 'en'"),
        ("/api/check", b'{"pairs": [], "source": ["en"]}', 400, "source must be 'ja' or 'en'"),
        ("/api/trace", b'{"ja": ""}', 400, "en is missing"),
        ("/api/align", b'{"ja": "", "en": "", "min_scores": 1}', 400, "unknown member 'min_scores'"),
        ("/api/align", b'{"ja": "", "en": "", "kinds": ["number"]}', 400, "unknown member 'kinds'"),
        ("/api/check", b'{"terms": [], "en": ""}', 400, "unknown member 'terms'"),
        ("/api/trace", b'{"ja": "", "en": "", "explain": null}', 400, "unknown member 'explain'"),
        ("/api/pairs", b'{"text": "", "ja": ""}', 400, "unknown member 'ja'"),
        ("/api/terms", b'{"terms": []}', 400, "unknown member 'terms'"),
        ("/api/glossary?name=a.tbx", b"<martif>", 422, "a.tbx"),
        ("/api/glossary?name=../../etc/passwd", b"\x00", 422, "passwd"),
        ("/api/pairs?name=a.docx", b"PK", 400, "a.docx"),
        ("/api/pairs", b'{"text": "no tab"}', 422, "line 1"),
        ("/api/nothing", b"{}", 404, "there is no"),
    ],
)
def test_a_bad_request_is_told_what_is_wrong(server: Served, path: str, body: bytes, status: int, said: str) -> None:
    answer = server.ask("POST", path, body)
    assert answer.status == status
    assert said in answer.json["error"]["message"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD"])
def test_there_are_no_other_methods(server: Served, method: str) -> None:
    assert server.ask(method, "/").status == 501


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:80", 200),
        ("localhost", 200),
        ("LOCALHOST:8765", 200),
        ("[::1]:8765", 200),
        ("192.168.1.7", 200),
        ("", 421),
        ("termalign.example", 421),
        ("127.0.0.1.rebind.example:8765", 421),
        ("localhost.example", 421),
        ("[::1].example", 421),
    ],
)
def test_only_addresses_and_this_machine_are_called_so(server: Served, host: str, status: int) -> None:
    assert server.get("/", Host=host).status == status
    posted = server.ask("POST", "/api/align", json.dumps({"ja": "", "en": ""}).encode(), Host=host)
    assert posted.status == status


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://{}", 200), ("https://{}", 403), ("http://localhost:1", 403), ("http://{}.example", 403), ("null", 403)],
)
def test_other_pages_cannot_ask(server: Served, origin: str, status: int) -> None:
    origin = origin.format("{}:{}".format(*server.address))
    body = json.dumps({"ja": "", "en": ""}).encode()
    assert server.ask("POST", "/api/align", body, Origin=origin).status == status


def test_too_long_a_request_is_refused_and_the_next_is_not(another_server: Served) -> None:
    answer = another_server.ask("POST", "/api/align", b" " * 3_000_000)
    assert (answer.status, answer.json["error"]["code"]) == (413, "too_large")
    assert another_server.get("/api").json["max_bytes"] == 1 << 20
    assert another_server.post("/api/align", {"ja": PAIR[0], "en": PAIR[1]}).status == 200


@pytest.mark.parametrize("length", ["", "x", "-1", "1e3", "9" * 5000])
def test_a_request_says_how_long_it_is(server: Served, length: str) -> None:
    assert server.ask("POST", "/api/align", None, Content_Length=length).status == 411


# What it survives


@pytest.mark.parametrize("asked", [{"mixed": HOSTILE + MIXED}, {"ja": HOSTILE + PAIR[0], "en": PAIR[1] + HOSTILE}])
def test_hostile_text_stays_text(server: Served, asked: dict[str, str]) -> None:
    first, last = server.post("/api/align", {**asked, "width": 600}).lines
    assert last["done"]["links"] > 0
    given = first["alignment"]
    assert (given["ja"], given["en"]) == (asked.get("mixed", asked.get("ja")), asked.get("mixed", asked.get("en")))
    assert "<script" not in first["html"]
    assert "<img" not in first["html"]
    assert "alert(1)" in first["html"]
    for form in ("jsonl", "csv", "xlsx", "html"):
        assert server.post(f"/api/align?format={form}", asked).status == 200
    found = server.post("/api/check", {"ja": HOSTILE + "3回", "en": HOSTILE + "five times"}).lines
    assert [line["finding"]["texts"]["ja"] for line in found if "finding" in line] == [HOSTILE + "3回"]


@settings(max_examples=25)
@given(ANY_TEXT, ANY_TEXT)
def test_any_texts_come_back_as_they_are(server: Served, ja: str, en: str) -> None:
    first, last = server.post("/api/align", {"ja": ja, "en": en, "width": 500}).lines
    assert Alignment.from_dict(first["alignment"]).ja == ja
    assert first["alignment"]["en"] == en
    assert last["done"]["pairs"] == 1


def test_who_hangs_up_is_not_worked_for(server: Served) -> None:
    """More often than there are processes: none of them is left at work."""
    body = json.dumps({"ja": "警察庁は特殊詐欺を調べた。" * LONG, "en": "Police looked into fraud. " * LONG}).encode()
    for _ in range(3):
        with socket.create_connection(server.address) as connection:
            head = f"POST /api/align HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
            connection.sendall(head.encode() + body)
            connection.settimeout(120)
            assert connection.recv(12) == b"HTTP/1.0 200"
    assert server.post("/api/align", {"ja": PAIR[0], "en": PAIR[1]}).lines[-1] == {"done": {"pairs": 1, "links": 2}}


@pytest.mark.parametrize(
    "sent",
    [b"", b"\x16\x03\x01\x02", b"GET", b"POST /api/align HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{"],
)
def test_half_a_request_hurts_nobody(server: Served, sent: bytes) -> None:
    with socket.create_connection(server.address) as connection:
        connection.sendall(sent)
    assert server.get("/api").status == 200
    assert server.process.poll() is None


# The page


def test_every_answer_forbids_what_the_page_does_not_need(server: Served) -> None:
    answers = [server.get(path) for path in ("/", "/api", "/page.js", "/none")]
    answers.append(server.post("/api/align", {"ja": "", "en": ""}))
    assert [answer.status for answer in answers] == [200, 200, 200, 404, 200]
    for answer in answers:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers


def test_the_page_loads_its_own_files_only(server: Served) -> None:
    page = server.get("/").body.decode()
    assert not re.search(r"""(src|href)=["'](\w+:|//)""", page)
    for name in re.findall(r'(?:src|href)="([\w.]+)"', page):
        assert server.get(f"/{name}").status == 200
    for file in STATIC.iterdir():
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", file.read_text("utf-8")), file.name


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/", "", "en"),
        ("/", "ja", "ja"),
        ("/", "ja-JP,en;q=0.5", "ja"),
        ("/", "fr,en;q=0.9,ja;q=0.8", "en"),
        ("/", "ja;q=x", "en"),
        ("/?lang=ja", "en", "ja"),
        ("/?lang=<x>", "en", "en"),
    ],
)
def test_the_page_speaks_the_reader_s_language(server: Served, path: str, accepted: str, language: str) -> None:
    page = server.get(path, Accept_Language=accepted).body.decode()
    assert f'<html lang="{language}">' in page
    assert ("日本語の用語に対応する英語" in page) == (language == "ja")
    assert path != "/" or preferred(accepted) == language


def test_every_word_is_there_in_both_languages_and_used() -> None:
    found = asset("words.json")
    assert found is not None
    words = json.loads(found[1])
    assert all(set(said) == {"en", "ja"} and all(said.values()) for said in words.values())
    scripts = "".join(file.read_text("utf-8") for file in STATIC.iterdir() if file.name.endswith((".js", ".html")))
    used = set(re.findall(r'data-(?:say|label)="(\w+)"|say\("(\w+)"|^\$\{(\w+)\}', scripts))
    assert {name for names in used for name in names if name} <= set(words)
    begun = set(re.findall(r"`(\w+_)\$", scripts)) | {"links_", "findings_"}
    unused = {name for name in words if name not in scripts and not name.startswith(tuple(begun))}
    assert unused == set()


# The command


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--port", "x"], "expected a number"),
        (["--port", "70000"], "expected a number"),
        (["--host", "203.0.113.9", "--port", "0"], "cannot listen at 203.0.113.9:0"),
        (["--glossary", "nothing.tsv"], "nothing.tsv"),
    ],
)
def test_a_wrong_option_ends_it(options: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_a_port_in_use_is_said(server: Served, capsys: pytest.CaptureFixture[str]) -> None:
    port = str(server.address[1])
    assert main(["serve", "--port", port]) == 2
    assert f"cannot listen at 127.0.0.1:{port}" in capsys.readouterr().err


@pytest.mark.parametrize(("host", "warned"), [("127.0.0.1", False), ("localhost", False), ("0.0.0.0", True)])
def test_an_address_that_others_reach_is_warned_of(
    host: str, warned: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(server: Server) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "serve_forever", interrupted)  # it listens, and is ended as soon as it has said so
    assert main(["serve", "--port", "0", "--host", host]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"http://{host}:")
    assert ("warning" in err) == warned
