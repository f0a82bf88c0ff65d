"""XML that means harm is refused at once, and fetches nothing."""

from collections.abc import Callable
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


@pytest.mark.parametrize("form", ["<a{}/>", "<a b{}='x'/>"])
def test_endless_names_are_refused(form: str, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(f"<tmx><body>{''.join(map(form.format, range(20_000)))}</body></tmx>", encoding="utf-8")
    with pytest.raises(FormatError, match=r"memory\.tmx, line 1: expected at most 10,000 different names"):
        list(read_pairs(path))
    path.write_text(f"<tmx><body>{form.format(1) * 20_000}</body></tmx>", encoding="utf-8")
    assert list(read_pairs(path)) == []


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


NO_ENCODINGS = [
    *(
        "undefined",
        "punycode",
        "idna",
        "rot13",
        "unicode_escape",
        "raw_unicode_escape",
        "utf-7",
        "hex",
        "zlib",
        "charmap",
    ),
    *("cp037", "utf-16", "utf-32-le", "x-y", "x" * 900),
]
EXPECTED = "line 1: expected UTF-8, UTF-16 with a byte order mark, or another encoding of texts, found"
READERS: dict[str, Callable[[Path], object]] = {
    "m.tmx": lambda file: list(read_pairs(file)),
    "m.xlf": lambda file: list(read_pairs(file)),
    "m.xliff2": lambda file: list(read_pairs(file)),
    "g.tbx": Glossary.read,
}


@pytest.mark.parametrize("encoding", NO_ENCODINGS)
@pytest.mark.parametrize("name", READERS)
def test_what_is_no_encoding_of_a_file(tmp_path: Path, name: str, encoding: str) -> None:
    file = tmp_path / name
    file.write_text(f'<?xml version="1.0" encoding="{encoding}"?><tmx/>', encoding="ascii")
    with pytest.raises(
        FormatError, match="line 1: expected UTF-8, UTF-16 with a byte order mark, or another encoding of"
    ) as caught:
        READERS[name](file)
    assert (caught.value.path, caught.value.line) == (str(file), 1)


@pytest.mark.parametrize(
    "encoding",
    ["US-ASCII", "ISO-2022-JP", "EUC-JP", "Shift_JIS", "Shift_JISX0213", "cp932", "UTF-8", "GB18030", "Big5"],
)
def test_what_is_an_encoding_of_a_file(tmp_path: Path, encoding: str) -> None:
    text = "a" if encoding == "US-ASCII" else "日本"
    (tmp_path / "m.tmx").write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>{BODY.format(text)}'.encode(encoding))
    assert list(read_pairs(tmp_path / "m.tmx")) == [(text, "x")]


@pytest.mark.parametrize("text", ["<seg>", "]]>", "<!-- -->", "&#0;", "\0", "\x0b", "\ud800", "\ufffe", "a\rb", "𠮷"])
@pytest.mark.parametrize("name", ["m.tmx", "m.xlf", "m.xliff2"])
def test_no_text_breaks_the_file_it_is_written_to(tmp_path: Path, name: str, text: str) -> None:
    write_pairs(tmp_path / name, [(text, text)])
    kept = text.translate(dict.fromkeys([0, 11, 0xD800, 0xFFFE], "\ufffd"))
    assert list(read_pairs(tmp_path / name)) == [(kept, kept)]
