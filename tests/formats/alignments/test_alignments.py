"""Alignments written for aligners and annotation tools, and read back as those tools read them."""

import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alignments import alignments
from hypothesis import given

from termalign import Aligner, Alignment, Link, Span
from termalign.formats.alignments import FORMATS, alignment_lines, write_alignments
from termalign.formats.alignments.brat import brat
from termalign.formats.alignments.brat import configuration as brat_configuration
from termalign.formats.alignments.label_studio import configuration as label_studio_configuration
from termalign.formats.alignments.offsets import counted
from termalign.model import KINDS

ASTRAL = "𠮷野家は警察庁に特殊詐欺を届けた。", "Yoshinoya 😀 told the National\nPolice Agency of special fraud."
UNITS = ("codepoints", "utf16", "utf8")


@pytest.fixture(scope="module")
def found() -> list[Alignment]:
    """A pair with characters outside the BMP and a line end in a term, one with nothing, a plain one, one text."""
    aligner = Aligner()
    mixed = aligner.align_mixed("Tokuryu, short for “匿名・流動型犯罪グループ”, is new.")
    return [aligner.align(*ASTRAL), Alignment("", ""), aligner.align("桜島が噴火した。", "Sakurajima erupted."), mixed]


def sliced(text: str, start: int, end: int, unit: str) -> str:
    """What a tool that counts in `unit` sees between two offsets."""
    if unit == "codepoints":
        return text[start:end]
    encoding, size = ("utf-16-le", 2) if unit == "utf16" else ("utf-8", 1)
    return text.encode(encoding)[size * start : size * end].decode(encoding)


def clean(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


# Token pairs


def test_pharaoh_has_a_line_an_alignment(found: list[Alignment]) -> None:
    lines = list(alignment_lines(found, "pharaoh"))
    assert lines == [alignment.to_pharaoh() for alignment in found]
    assert lines[1] == ""
    assert lines[2] == "0-0 2-1"


def test_naacl_counts_from_one_and_says_how_sure(found: list[Alignment]) -> None:
    rows = [line.split() for line in alignment_lines(found, "naacl")]
    assert {row[0] for row in rows} == {"1", "3", "4"}
    pharaoh = found[2].to_pharaoh().split()
    assert [f"{int(i) - 1}-{int(j) - 1}" for sentence, i, j, *_ in rows if sentence == "3"] == pharaoh
    assert all(sure == ("S" if float(score) >= 0.5 else "P") for *_, sure, score in rows)


@given(alignments())
def test_token_links_are_pairs_of_the_tokens_with_the_score_of_a_link(alignment: Alignment) -> None:
    ja, en = alignment.tokens()
    scores = {link.score for link in alignment.links}
    for i, j, score in alignment.token_links():
        assert i < len(ja)
        assert j < len(en)
        assert score in scores


def test_tokens_are_what_pharaoh_counts(found: list[Alignment]) -> None:
    (line,) = alignment_lines([found[2]], "tokens")
    ja, en = (side.split() for side in line.split(" ||| "))
    assert [(ja[i], en[j]) for i, j, _ in found[2].token_links()] == [("桜島", "Sakurajima"), ("噴火", "erupted")]


@given(alignments())
def test_tokens_keep_their_number_when_split_at_spaces(alignment: Alignment) -> None:
    (line,) = alignment_lines([alignment], "tokens")
    ja, _, en = line.partition(" ||| ")
    assert [len(ja.split(" ")) if ja else 0, len(en.split(" ")) if en else 0] == [len(t) for t in alignment.tokens()]


# JSON Lines


@given(alignments(overlapping=True))
def test_json_lines_hold_all_of_it(alignment: Alignment) -> None:
    (line,) = alignment_lines([alignment], "jsonl")
    assert "\n" not in line
    expected = Alignment.from_dict(json.loads(clean(json.dumps(alignment.to_dict(), ensure_ascii=False))))
    assert Alignment.from_dict(json.loads(line)).links == expected.links


@pytest.mark.parametrize("unit", UNITS)
def test_json_lines_count_as_asked(unit: Any, found: list[Alignment]) -> None:
    for line in alignment_lines(found, "jsonl", offsets=unit):
        record = json.loads(line)
        for link in record["links"]:
            for pair in [link, *link["parts"]]:
                for side in ("ja", "en"):
                    span = pair[side]
                    assert sliced(record[side], span["start"], span["end"], unit) == span["text"]


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({}, "an alignment must have 'ja'"),
        ({"ja": "", "en": ""}, "an alignment must have 'links'"),
        ({"ja": "", "en": "", "links": [{}], "unaligned": []}, r"links\[0\] must have 'ja'"),
        ({"ja": "", "en": "", "links": [], "unaligned": [{"start": 0}]}, r"unaligned\[0\] must have 'end'"),
    ],
)
def test_what_is_no_alignment_is_refused(broken: dict[str, Any], message: str) -> None:
    with pytest.raises(KeyError, match=message):
        Alignment.from_dict(broken)
    with pytest.raises(KeyError, match=message):
        Alignment.from_json(json.dumps(broken))


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (b"{}", TypeError, "text is bytes: decode first"),
        ({}, TypeError, "text must be str, not dict"),
        ("", ValueError, "Expecting value"),
        ("[]", TypeError, "an alignment must be a mapping, not list"),
    ],
)
def test_what_is_no_json_is_refused(text: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        Alignment.from_json(text)


def test_evidence_and_parts_may_be_missing() -> None:
    span = {"start": 0, "end": 2, "text": "桜島"}
    link = {"ja": span, "en": {"start": 0, "end": 10, "text": "Sakurajima"}, "kind": "romaji", "score": 0.5}
    read = Alignment.from_dict({"ja": "桜島", "en": "Sakurajima", "links": [link], "unaligned": []})
    assert read.links == (Link(Span(0, 2, "桜島"), Span(0, 10, "Sakurajima"), "romaji", 0.5),)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("what", "message"),
    [
        (0, "iterable of Alignment, not int"),
        ("桜島", "iterable of Alignment, not str"),
        ({"ja": "桜島"}, "iterable of Alignment, not dict"),
        (["桜島"], "alignment 0 must be an Alignment, not str"),
        ([Alignment("", ""), 5], "alignment 1 must be an Alignment, not int"),
    ],
)
def test_what_are_no_alignments_is_refused(what: Any, message: str, format: str, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=message):
        list(alignment_lines(what, format))
    with pytest.raises(TypeError, match=message):
        write_alignments(tmp_path / "found", what, format)


def test_an_alignment_goes_into_a_list(found: list[Alignment]) -> None:
    with pytest.raises(TypeError, match="must be an Alignment, not Link: give a list of them"):
        list(alignment_lines(found[0], "jsonl"))  # type: ignore[arg-type]


@given(alignments(overlapping=True))
def test_a_dictionary_is_read_back(alignment: Alignment) -> None:
    assert Alignment.from_dict(alignment.to_dict()) == alignment
    assert Alignment.from_json(alignment.to_json()) == alignment
    for link in alignment:
        assert Link.from_dict(json.loads(json.dumps(link.to_dict()))) == link
        assert Span.from_dict(json.loads(json.dumps(link.ja.to_dict()))) == link.ja


@pytest.mark.parametrize(
    ("found", "error", "message"),
    [
        ({"start": 0, "end": 2, "text": "桜"}, ValueError, "a span is 0:2, but has the text '桜'"),
        ({"start": -1, "end": 0, "text": "桜"}, ValueError, "a span is -1:0"),
        ({"start": 0, "text": "桜"}, KeyError, "a span must have 'end'"),
        ({"start": "0", "end": 1, "text": "桜"}, TypeError, "a span.start must be int, not str"),
    ],
)
def test_a_span_by_itself_that_contradicts_itself_is_refused(
    found: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        Span.from_dict(found)
    link = {"ja": found, "en": {"start": 0, "end": 3, "text": "Ash"}, "kind": "gloss", "score": 0.5}
    with pytest.raises(error, match=message.replace("a span", "a link.ja")):
        Link.from_dict(link)


@pytest.mark.parametrize(
    ("path", "value", "error", "message"),
    [
        ("ja", 1, TypeError, "ja must be str, not int"),
        ("en", b"x", TypeError, "en is bytes: decode first"),
        ("en", "Police", ValueError, r"links\[0\].en is 4:26, but the text has 6 code points"),
        ("links", None, TypeError, "links must be a list, not NoneType"),
        ("links.0", "x", TypeError, r"links\[0\] must be a mapping, not str"),
        ("links.0.ja", [0, 3], TypeError, r"links\[0\].ja must be a mapping, not list"),
        ("links.0.ja.end", 999, ValueError, r"links\[0\].ja is 0:999, but the text has 13 code points"),
        (
            "links.0.ja.end",
            2,
            ValueError,
            r"links\[0\].ja has the text '警察庁', but code points 0:2 of the text are '警察'",
        ),
        ("links.0.ja.start", -13, ValueError, r"links\[0\].ja is -13:3"),
        ("links.0.ja.end", 3.0, TypeError, r"links\[0\].ja.end must be int, not float"),
        ("links.0.ja.start", False, TypeError, r"links\[0\].ja.start must be int, not bool"),
        ("links.0.en.text", "national police agency", ValueError, "has the text 'national police agency'"),
        ("links.0.kind", None, TypeError, r"links\[0\].kind must be str"),
        ("links.0.score", "0.5", TypeError, r"links\[0\].score must be a number, not str"),
        ("links.0.score", float("nan"), ValueError, r"links\[0\].score must be from 0 to 1, not nan"),
        ("links.0.parts.0.en.start", 5, ValueError, r"links\[0\].parts\[0\].en has the text"),
        ("links.0.evidence.0", [], TypeError, r"links\[0\].evidence\[0\] must be a mapping, not list"),
        ("links.0.evidence.0.forms", "警察庁", TypeError, r"links\[0\].evidence\[0\].forms must be a list, not str"),
        ("links.0.evidence.0.coverage", 7, ValueError, "coverage must be from 0 to 1, not 7"),
        ("unaligned.0.text", "灰", ValueError, r"unaligned\[0\] has the text '灰'"),
    ],
)
def test_what_does_not_agree_with_its_text_is_refused(
    path: str, value: object, error: type[Exception], message: str
) -> None:
    found = Aligner().align(
        "警察庁は特殊詐欺を調べた。", "The National Police Agency did.", terms=["警察庁", "特殊詐欺"]
    )
    read = json.loads(found.to_json())
    assert Alignment.from_dict(read) == found
    *names, last = (int(name) if name.isdecimal() else name for name in path.split("."))
    place = read
    for name in names:
        place = place[name]
    place[last] = value
    with pytest.raises(error, match=message):
        Alignment.from_dict(read)


# brat, as its server reads it


def read_brat(text: str, lines: list[str], unit: str) -> list[tuple[str, str, str]]:
    """Kind, Japanese and English text of each relation, after brat's own checks."""
    entities, relations = {}, []
    for line in lines:
        identifier, rest = line.split("\t", 1)
        if identifier.startswith("T"):
            head, covered = rest.split("\t", 1)
            label, _, places = head.partition(" ")
            spans = [tuple(map(int, place.split())) for place in places.split(";")]
            assert all(start < end for start, end in spans)
            assert " ".join(sliced(text, start, end, unit) for start, end in spans) == covered
            assert "\n" not in covered
            entities[identifier] = label, covered
        elif identifier.startswith("R"):
            kind, one, other = rest.split(" ")
            (ja, ja_text), (en, en_text) = (entities[argument.split(":")[1]] for argument in (one, other))
            assert (one[:5], other[:5], ja, en) == ("Arg1:", "Arg2:", "JA", "EN")
            relations.append((kind, ja_text, en_text))
        else:
            assert re.fullmatch(r"#\d+\tAnnotatorNotes R\d+\t[01]\.\d{4}", line)
    return relations


@pytest.mark.parametrize("unit", UNITS)
def test_brat(unit: Any, found: list[Alignment], tmp_path: Path) -> None:
    assert write_alignments(tmp_path / "found.ann", found, offsets=unit) == 4
    text = (tmp_path / "found.txt").read_bytes().decode()
    lines = (tmp_path / "found.ann").read_bytes().decode().splitlines()
    expected = [(link.kind, link.ja.text, " ".join(link.en.text.split())) for each in found for link in each.links]
    assert read_brat(text, lines, unit) == expected
    assert ("gloss", "警察庁", "National Police Agency") in expected


@given(alignments(overlapping=True), alignments())
def test_brat_reads_any_alignment(one: Alignment, other: Alignment) -> None:
    pieces = list(brat([one, other], "codepoints"))
    text = "".join(piece for piece, _ in pieces)
    lines = [line for _, each in pieces for line in each]
    assert len(read_brat(text, lines, "codepoints")) == len(one.links) + len(other.links)
    assert clean(one.ja) in text


def test_brat_configuration_names_every_kind() -> None:
    relations = brat_configuration(KINDS).split("[relations]\n")[1].split("[events]")[0]
    assert [line.split("\t")[0] for line in relations.splitlines()] == list(KINDS)


# doccano, as its import example is


@pytest.mark.parametrize("unit", UNITS)
def test_doccano(unit: Any, found: list[Alignment]) -> None:
    seen: set[int] = set()
    for line, alignment in zip(alignment_lines(found, "doccano", offsets=unit), found, strict=True):
        record = json.loads(line)
        assert list(record) == ["text", "entities", "relations"]
        entities = {}
        for entity in record["entities"]:
            assert list(entity) == ["id", "start_offset", "end_offset", "label"]
            assert entity["id"] not in seen
            seen.add(entity["id"])
            entities[entity["id"]] = sliced(record["text"], entity["start_offset"], entity["end_offset"], unit)
        relations = [(r["type"], entities[r["from_id"]], entities[r["to_id"]]) for r in record["relations"]]
        assert relations == [(link.kind, link.ja.text, link.en.text) for link in alignment.links]


# Label Studio


@pytest.mark.parametrize(("unit", "offsets"), [("utf16", None), *((unit, unit) for unit in UNITS)])
def test_label_studio(unit: str, offsets: Any, found: list[Alignment]) -> None:
    tasks = json.loads("\n".join(alignment_lines(found, "label-studio", offsets=offsets)))
    configured = label_studio_configuration()
    for task, alignment in zip(tasks, found, strict=True):
        assert task["data"] == {"ja": alignment.ja, "en": alignment.en}
        (prediction,) = task["predictions"]
        assert 0 <= prediction["score"] <= 1
        regions: dict[str, str] = {}
        relations = []
        for item in prediction["result"]:
            if item["type"] == "relation":
                assert f'<Relation value="{item["labels"][0]}"/>' in configured
                assert item["direction"] == "right"
                relations.append((item["labels"][0], regions[item["from_id"]], regions[item["to_id"]]))
                continue
            assert item["id"] not in regions
            assert f'<Labels name="{item["from_name"]}" toName="{item["to_name"]}">' in configured
            assert f'<Label value="{item["value"]["labels"][0]}"/>' in configured
            value = item["value"]
            assert sliced(task["data"][item["to_name"]], value["start"], value["end"], unit) == value["text"]
            regions[item["id"]] = value["text"]
        assert relations == [(link.kind, link.ja.text, link.en.text) for link in alignment.links]


def test_no_alignments_are_an_empty_list_of_tasks() -> None:
    assert json.loads("\n".join(alignment_lines([], "label-studio"))) == []


# All of them


@given(alignments(overlapping=True))
def test_every_format_writes_any_alignment_as_utf8(alignment: Alignment) -> None:
    for name in FORMATS:
        "\n".join(alignment_lines([alignment, alignment], name)).encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_the_ending_says_the_format(name: str, found: list[Alignment], tmp_path: Path) -> None:
    path = tmp_path / f"found{FORMATS[name].ending}"
    assert write_alignments(path, iter(found)) == len(found)
    assert path.read_bytes().decode() == "".join(line + "\n" for line in alignment_lines(found, name))


def test_into_an_open_file(found: list[Alignment]) -> None:
    out = io.StringIO()
    assert write_alignments(out, found, "pharaoh") == 4
    assert out.getvalue().count("\n") == 4


def test_alignments_are_taken_one_by_one(found: list[Alignment]) -> None:
    for name in FORMATS:
        source = iter(found * 2)
        next(alignment_lines(source, name), None)
        assert next(source, None) is not None


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda path: alignment_lines([], "brart"), "unknown format of alignments: 'brart'; the formats are pharaoh"),
        (lambda path: write_alignments(path / "x.tsv", []), "does not show the format"),
        (lambda path: write_alignments(io.StringIO(), []), "does not show the format"),
        (lambda path: write_alignments(io.StringIO(), [], "brat"), "two files"),
        (lambda path: alignment_lines([], "naacl", offsets="utf16"), "counts tokens"),
        (lambda path: list(alignment_lines([Alignment("", "")], "doccano", offsets="bytes")), "offsets must be"),  # type: ignore[arg-type]
    ],
)
def test_what_is_refused(call: Callable[[Path], object], message: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=message):
        call(tmp_path)


@given(alignments())
def test_offsets_of_every_unit_slice_the_same(alignment: Alignment) -> None:
    text = clean(alignment.ja + alignment.en)
    for unit in UNITS:
        count = counted(text, unit)
        for at in range(len(text) + 1):
            assert sliced(text, 0, count(at), unit) == text[:at]


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_brat_needs_the_name_of_a_file(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(place := tmp_path / "x")
    with pytest.raises(ValueError, match="two files"):
        write_alignments(place, [], format="brat")
    assert list(tmp_path.iterdir()) == [place]
