"""XML that means harm is refused at once, and fetches nothing."""

from pathlib import Path

import pytest

from termalign.formats import FormatError, read_pairs, write_pairs
from termalign.termbase import Glossary

BODY = '<tmx><body><tu><tuv xml:lang="ja"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>'
LAUGHS = "\n".join(f'<!ENTITY l{k} "{f"&l{k - 1};" * 10}">' for k in range(1, 10))

DECLARING = {
    "billion laughs": f'<!DOCTYPE tmx [<!ENTITY l0 "ha">\n{LAUGHS}]>',
    "an internal entity": '<!DOCTYPE tmx [<!ENTITY x "y">]>',
    "an external entity": '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    "a parameter entity": '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://localhost:9/x.dtd"> %x;]>',
    "an element": "<!DOCTYPE tmx [<!ELEMENT tmx ANY>]>",
    "a default attribute": '<!DOCTYPE tmx [<!ATTLIST tuv xml:lang CDATA "ja">]>',
    "a notation": '<!DOCTYPE tmx [<!NOTATION n SYSTEM "n">]>',
}


@pytest.mark.parametrize("doctype", DECLARING.values(), ids=DECLARING)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dtd_that_declares_anything_is_refused(tmp_path: Path, doctype: str, encoding: str) -> None:
    file = tmp_path / "m.tmx"
    file.write_bytes(f"{doctype}\n{BODY.format('&l9;')}".encode(encoding))
    with pytest.raises(FormatError, match=r"line \d+: expected no DTD with declarations"):
        list(read_pairs(file))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<!DOCTYPE tmx SYSTEM "http://localhost:9/tmx14.dtd">',
        '<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN" "/dev/zero">',
        "<!DOCTYPE tmx []>",
    ],
)
def test_a_dtd_that_is_only_named_is_passed_over(tmp_path: Path, doctype: str) -> None:
    file = tmp_path / "m.tmx"
    file.write_text(f'<?xml version="1.0"?>{doctype}{BODY.format("灰")}', encoding="utf-8")
    assert list(read_pairs(file)) == [("灰", "x")]


def test_what_the_named_dtd_may_declare_is_unknown(tmp_path: Path) -> None:
    file = tmp_path / "m.tmx"
    file.write_text(f'<!DOCTYPE tmx SYSTEM "tmx14.dtd">{BODY.format("&eacute;")}', encoding="utf-8")
    with pytest.raises(FormatError, match="undefined entity"):
        list(read_pairs(file))


def test_elements_without_end(tmp_path: Path) -> None:
    file = tmp_path / "m.tmx"
    file.write_text("<tmx>" + "<a>" * 1_000_000, encoding="utf-8")
    with pytest.raises(FormatError, match="expected at most 200 nested elements"):
        list(read_pairs(file))
    file.write_text(BODY.format("<hi>" * 150 + "灰" + "</hi>" * 150), encoding="utf-8")
    assert list(read_pairs(file)) == [("灰", "x")]


def test_a_prologue_without_end(tmp_path: Path) -> None:
    file = tmp_path / "m.tmx"
    file.write_text("<!-- " + "x" * 2_000_000 + " -->" + BODY.format("灰"), encoding="utf-8")
    with pytest.raises(FormatError, match="expected an element within the first"):
        list(read_pairs(file))


def test_glossaries_are_guarded_alike(tmp_path: Path) -> None:
    file = tmp_path / "g.tbx"
    file.write_text('<!DOCTYPE martif [<!ENTITY x "y">]><martif/>', encoding="utf-8")
    with pytest.raises(FormatError, match="expected no DTD with declarations"):
        Glossary.read(file)


@pytest.mark.parametrize("text", ["<seg>", "]]>", "<!-- -->", "&#0;", "\0", "\x0b", "\ud800", "\ufffe", "a\rb", "𠮷"])
@pytest.mark.parametrize("name", ["m.tmx", "m.xlf", "m.xliff2"])
def test_no_text_breaks_the_file_it_is_written_to(tmp_path: Path, name: str, text: str) -> None:
    write_pairs(tmp_path / name, [(text, text)])
    kept = text.translate(dict.fromkeys([0, 11, 0xD800, 0xFFFE], "\ufffd"))
    assert list(read_pairs(tmp_path / name)) == [(kept, kept)]
