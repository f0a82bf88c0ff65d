"""termalign align --format: what is written for browsers, aligners and annotation tools."""

import json
import re
from argparse import Namespace

import pytest

from termalign import align
from termalign.cli import main
from termalign.cli.bitext import Answer
from termalign.cli.failure import Failure
from termalign.cli.links import FORMATS
from termalign.formats.alignments import alignment_lines

OF_TOOLS = [form for form in FORMATS if form not in ("text", "tsv", "jsonl")]
PAIR = "桜島が噴火した。", "Sakurajima erupted."

Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize("form", OF_TOOLS)
def test_each_format(form: str, capsys: Output) -> None:
    assert main(["align", "--format", form, "--text", *PAIR]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    alignment = align(*PAIR)
    if form in ("html", "svg"):
        assert out == (alignment.to_html() if form == "html" else alignment.to_svg())
    else:
        assert out == "".join(line + "\n" for line in alignment_lines([alignment], form))


@pytest.mark.parametrize("form", OF_TOOLS)
def test_nothing_found_is_still_well_formed(form: str, capsys: Output) -> None:
    assert main(["align", "--format", form, "--text", "消費税", "A bear."]) == 1
    out, err = capsys.readouterr()
    assert err == "termalign: no link found\n"
    if form == "label-studio":
        assert json.loads(out)[0]["predictions"][0]["result"] == []
    if form == "html":
        assert "消費税" in out


@pytest.mark.parametrize("form", OF_TOOLS)
def test_hostile_text_comes_out_as_utf8(form: str, capsys: Output) -> None:
    main(["align", "--format", form, "--text", "<script>桜島\x00", "Sakurajima\x1b[2J \u202e</script>"])
    capsys.readouterr().out.encode("utf-8")


def test_several_pairs_are_a_page_but_no_one_picture() -> None:
    alignment = align(*PAIR)
    answers = [Answer(alignment, 29, "029-statute"), Answer(alignment, 31)]
    html, svg = (
        FORMATS[form].lines(answers, Namespace(title="", text=False, texts=["memory.tmx"])) for form in ("html", "svg")
    )
    page = "".join(html)
    assert re.findall("<h2[^>]*>([^<]*)</h2>", page) == ["29 · 029-statute", "31"]
    assert "<title>Alignment of memory.tmx</title>" in page
    with pytest.raises(Failure, match="--format html"):
        list(svg)


def test_the_help_names_every_format(capsys: Output) -> None:
    main(["align", "--help"])
    out = capsys.readouterr().out
    assert all(form in out for form in FORMATS)


@pytest.mark.parametrize("title", ["Claims of 2026", "<b>"])
def test_a_page_has_the_title_that_is_asked_for(title: str, capsys: Output) -> None:
    assert main(["align", "--format", "html", "--title", title, "--text", *PAIR]) == 0
    assert capsys.readouterr().out == align(*PAIR).to_html(title=title)


def test_only_a_page_has_a_title(capsys: Output) -> None:
    assert main(["align", "--title", "Claims", "--text", *PAIR]) == 2
    assert "--title applies only to --format html" in capsys.readouterr().err
