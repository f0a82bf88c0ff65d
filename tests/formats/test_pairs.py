"""Bitexts that other tools make: what is read of them, and what is said of broken ones."""

import gzip
import io
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bitexts import PO, TMX, XLIFF, XLIFF2, tmx, tuv

from termalign.formats import FormatError, read_pairs, write_pairs

Pairs = list[tuple[str, str]]

PO_LINES = r"""
# of all
msgid ""
msgstr ""
"Project-Id-Version: x\n"
"Language: en\n"

#. a note
#: a.c:1 b.c:2
#| msgid "earlier"
#| "text"
msgid ""
"灰"
"\"\\"
"n"
" x"

# between
msgstr ""
"ash\n"

"\\"
#~ msgid "土"
#~ "壌"
#~ msgstr "soil"
#, fuzzy
msgid "火"
msgstr "fire"
#: c.c:3
msgid "水"
# between
msgstr "water"
msgid "木"
msgstr "wood"
"""
GOOD: list[tuple[str, str, bytes, Pairs]] = [
    ("a unit", "m.tmx", tmx(tuv("ja", "火山") + tuv("en", "volcano")), [("火山", "volcano")]),
    ("regions and case", "m.tmx", tmx(tuv("EN-US", "ash") + tuv("ja_JP", "灰")), [("灰", "ash")]),
    ("three-letter codes", "m.tmx", tmx(tuv("jpn", "灰") + tuv("eng", "ash")), [("灰", "ash")]),
    ("lang as in 1.1, by OmegaT", "m.tmx", tmx('<tuv lang="EN"><seg>ash</seg></tuv><tuv lang="JA"><seg>灰</seg></tuv>'),
     [("灰", "ash")]),
    ("another language beside", "m.tmx", tmx(tuv("ja", "灰") + tuv("fr", "cendre") + tuv("en", "ash")), [("灰", "ash")]),
    ("a unit without Japanese", "m.tmx", tmx(tuv("de", "x") + tuv("en", "y"), tuv("ja", "灰") + tuv("en", "ash")),
     [("灰", "ash")]),
    ("two English variants", "m.tmx", tmx(tuv("ja", "色") + tuv("en-US", "color") + tuv("en-GB", "colour")),
     [("色", "color"), ("色", "colour")]),
    ("codes are left out", "m.tmx", tmx(tuv("ja", '<bpt i="1">&lt;b&gt;</bpt>灰<ept i="1">&lt;/b&gt;</ept><ph>[0]</ph>'
     '<it pos="begin">i</it><ut>u</ut>が') + tuv("en", 'a<ph>&lt;img alt="<sub>volcano</sub>"&gt;</ph>sh')),
     [("灰が", "ash")]),
    ("what is highlighted stays", "m.tmx", tmx(tuv("ja", "<hi>桜<hi>島</hi></hi>の灰") + tuv("en", "ash")),
     [("桜島の灰", "ash")]),
    ("notes and properties", "m.tmx", tmx("<note>n</note><prop type='x'>p</prop>" + tuv("ja", "灰") + tuv("en", "ash")),
     [("灰", "ash")]),
    ("line ends and references", "m.tmx", tmx(tuv("ja", "灰&#x3042;\n") + tuv("en", "a &amp; b&#13;")),
     [("灰あ\n", "a & b\r")]),
    ("CDATA", "m.tmx", tmx(tuv("ja", "<![CDATA[<灰>]]>") + tuv("en", "ash")), [("<灰>", "ash")]),
    ("no unit", "m.tmx", tmx(), []),
    ("UTF-16", "m.tmx", tmx(tuv("ja", "上") + tuv("en", "up")).decode().replace('"1.0"', '"1.0" encoding="UTF-16"')
     .encode("utf-16"), [("上", "up")]),
    ("big-endian UTF-16", "m.tmx", b"\xfe\xff" + tmx(tuv("ja", "上") + tuv("en", "up")).decode().encode("utf-16-be"),
     [("上", "up")]),
    ("UTF-8 with a mark", "m.tmx", b"\xef\xbb\xbf" + tmx(tuv("ja", "灰") + tuv("en", "ash")), [("灰", "ash")]),
    ("Shift JIS, declared", "m.tmx", tmx(tuv("ja", "表示") + tuv("en", "display")).decode()
     .replace('"1.0"', '"1.0" encoding="Shift_JIS"').encode("cp932"), [("表示", "display")]),
    ("gzip", "m.tmx.gz", gzip.compress(tmx(tuv("ja", "灰") + tuv("en", "ash"))), [("灰", "ash")]),
    ("gzip by content", "m.tmx", gzip.compress(tmx(tuv("ja", "灰") + tuv("en", "ash"))), [("灰", "ash")]),
    ("1.2", "m.xlf", XLIFF.format("ja", "en-US", '<trans-unit id="1"><source>灰</source><target>ash</target></trans-unit>')
     .encode(), [("灰", "ash")]),
    ("1.2 from English", "m.xliff", XLIFF.format("en", "ja", '<group><trans-unit id="1"><source>ash</source>'
     "<target>灰</target></trans-unit></group>").encode(), [("灰", "ash")]),
    ("untranslated units", "m.xlf", XLIFF.format("ja", "en", '<trans-unit id="1"><source>灰</source></trans-unit>'
     '<trans-unit id="2"><source>灰</source><target/></trans-unit>').encode(), []),
    ("alternatives", "m.xlf", XLIFF.format("ja", "en", '<trans-unit id="1"><source>灰</source><target>ash</target>'
     "<alt-trans><source>はい</source><target>yes</target></alt-trans></trans-unit>").encode(), [("灰", "ash")]),
    ("inline elements", "m.xlf", XLIFF.format("ja", "en", '<trans-unit id="1"><source><g id="1">火</g>山<x id="2"/>'
     '<ph id="3">[0]</ph></source><target><bpt id="1">&lt;</bpt>vol<ept id="1">&gt;</ept><mrk mtype="term">cano</mrk>'
     "</target></trans-unit>").encode(), [("火山", "volcano")]),
    ("codes that stand for placeholders", "m.xlf", XLIFF.format("ja", "en", '<trans-unit id="1"><source>'
     '<x id="1" equiv-text="{{ name }}"/>山<ph id="2">%s</ph><g id="3"><ph id="4" equiv-text=" {0} "/></g><x id="5" '
     'equiv-text="&lt;a&gt;"/></source><target><ph id="2">%1$s files</ph><bpt id="3">%s</bpt>ash<it id="6">%d</it></target>'
     "</trans-unit>").encode(), [("{{ name }}山%s{0}", "ash")]),
    ("codes of TMX that stand for placeholders", "m.tmx", tmx(tuv("ja", '<ph x="1">{0}</ph>山') + tuv("en", "<ph>%d</ph> ash")),
     [("{0}山", "%d ash")]),
    ("2.0, codes that stand for placeholders", "m.xlf", XLIFF2.format("ja", "en", '<unit id="1"><originalData><data id="d">%s'
     '</data></originalData><segment><source><ph id="1" dataRef="d"/>山<ph id="2" disp="{n}"/></source><target>'
     '<ph id="1" equiv="%s" disp="name"/><ph id="2" disp="n"/> ash</target></segment></unit>').encode(),
     [("%s山{n}", "%s ash")]),
    ("segments", "m.xlf", XLIFF.format("ja", "en", '<trans-unit id="1"><source>灰。火。</source><seg-source>'
     '<mrk mtype="seg" mid="0">灰。</mrk><mrk mtype="seg" mid="1">火。</mrk></seg-source><target>'
     '<mrk mtype="seg" mid="0">Ash.</mrk> <mrk mtype="seg" mid="1">Fire.</mrk></target></trans-unit>').encode(),
     [("灰。", "Ash."), ("火。", "Fire.")]),
    ("segments of one side", "m.xlf", XLIFF.format("ja", "en", '<trans-unit id="1"><source>灰。火。</source><seg-source>'
     '<mrk mtype="seg" mid="0">灰。</mrk><mrk mtype="seg" mid="1">火。</mrk></seg-source><target>Ash. Fire.</target>'
     "</trans-unit>").encode(), [("灰。火。", "Ash. Fire.")]),
    ("2.0", "m.xlf", XLIFF2.format("en", "ja", '<unit id="1"><segment><source>ash</source><target>灰</target></segment>'
     "<ignorable><source> </source></ignorable><segment><source>fire</source><target>火</target></segment></unit>")
     .encode(), [("灰", "ash"), ("火", "fire")]),
    ("2.0, inline and modules", "m.xliff2", XLIFF2.format("ja", "en", '<unit id="1"><notes><note>n</note></notes>'
     '<originalData><data id="d">[0]</data></originalData><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">'
     "<mtc:match><source>x</source><target>y</target></mtc:match></mtc:matches><segment><source><pc id='1'>火</pc>山"
     "<ph id='2' dataRef='d'/></source><target>vol<sc id='3'/>cano<cp hex='000C'/><ec startRef='3'/></target></segment>"
     "</unit>").encode(), [("火山", "volcano\f")]),
    ("2.0, untranslated", "m.xlf", XLIFF2.format("en", "cs", '<unit id="1"><segment><source>x</source></segment></unit>')
     .encode(), []),
    ("to Japanese", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\n').encode(), [("灰", "ash")]),
    ("to English", "m.po", PO.format("en_GB", 'msgid "灰"\nmsgstr "ash"\n').encode(), [("灰", "ash")]),
    ("no language named", "m.po", PO.format("", 'msgid "ash"\nmsgstr "灰"\n').encode(), [("灰", "ash")]),
    ("no header", "m.po", 'msgid "灰"\nmsgstr "ash"\n'.encode(), [("灰", "ash")]),
    ("fuzzy, obsolete, untranslated", "m.po", PO.format("ja", '#, fuzzy\nmsgid "a"\nmsgstr "あ"\n\nmsgid "b"\nmsgstr ""\n'
     '\nmsgid "ash"\nmsgstr "灰"\n\n#~ msgid "c"\n#~ msgstr "う"\n').encode(), [("灰", "ash")]),
    ("an obsolete entry without msgstr", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\n\n#~ msgid "c"\n').encode(),
     [("灰", "ash")]),
    ("a comment and a plural before msgstr", "m.po", PO.format("ja", 'msgid "ash"\nmsgid_plural "ashes"\n# x\nmsgstr[0] "灰"\n')
     .encode(), [("灰", "ash"), ("灰", "ashes")]),
    ("the flag of an obsolete entry", "m.po", PO.format("ja", '#, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\nmsgid "ash"\nmsgstr "灰"\n')
     .encode(), [("灰", "ash")]),
    ("contexts", "m.po", PO.format("ja", 'msgctxt "1"\nmsgid "ash"\nmsgstr "灰"\n\nmsgctxt "2"\nmsgid "ash"\n'
     'msgstr "トネリコ"\n').encode(), [("灰", "ash"), ("トネリコ", "ash")]),
    ("plurals to Japanese", "m.po", PO.format("ja", 'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d 個"\n')
     .encode(), [("%d 個", "%d file"), ("%d 個", "%d files")]),
    ("plurals to English", "m.po", PO.format("en", 'msgid "%d 個"\nmsgid_plural "%d 個"\nmsgstr[0] "%d file"\n'
     'msgstr[1] "%d files"\n').encode(), [("%d 個", "%d file"), ("%d 個", "%d files")]),
    ("credits of the translators", "m.po", PO.format("ja", 'msgid "translator-credits"\nmsgstr "Hana, 2007"\n\n'
     'msgctxt "NAME OF TRANSLATORS"\nmsgid "Your names"\nmsgstr "Hana"\n\nmsgid "ash"\nmsgstr "灰"\n').encode(),
     [("灰", "ash")]),
    ("several lines and escapes", "m.po", PO.format("ja", 'msgid ""\n"a\\n"\n"\\"b\\"\\t"\nmsgstr "灰\\\\"\n').encode(),
     [("灰\\", 'a\n"b"\t')]),
    ("no header", "m.tsv", "灰\tash\n火\tfire".encode(), [("灰", "ash"), ("火", "fire")]),
    ("header and more columns", "m.tsv", "id\tEnglish\tscore\tJapanese\n7\tash\t1\t灰\n".encode(), [("灰", "ash")]),
    ("empty fields beyond the header", "m.csv", "ja,en\n灰,ash,, \n".encode(), [("灰", "ash")]),
    ("more fields without a header", "m.csv", "灰,ash,x\n火,fire\n".encode(), [("灰", "ash"), ("火", "fire")]),
    ("codes in the header", "m.tsv", "en-US\tja-JP\nash\t灰\n".encode(), [("灰", "ash")]),
    ("source and target", "m.csv", "source,target\n灰,ash\n".encode(), [("灰", "ash")]),
    ("empty lines, a number sign, spaces", "m.tsv", "\n#灰\t ash \n\n".encode(), [("#灰", " ash ")]),
    ("an empty translation", "m.tsv", "灰\t\n".encode(), [("灰", "")]),
    ("windows and a mark", "m.tsv", "\ufeff灰\tash\r\n".encode(), [("灰", "ash")]),
    ("line separators within a text", "m.tsv", "灰\u2028x\ta\x0bb\x85\n".encode(), [("灰\u2028x", "a\x0bb\x85")]),
    ("quotation marks in TSV", "m.tsv", '"灰"" "\t5" x "\n'.encode(), [('灰" ', '5" x "')]),
    ("quotes in CSV", "m.csv", 'ja,en\n"灰,\n""火""",ash\n'.encode(), [('灰,\n"火"', "ash")]),
    ("a number sign in CSV", "m.csv", "#灰,ash\n".encode(), [("#灰", "ash")]),
    ("ja and en", "m.jsonl", '{"id": 1, "ja": "灰", "en": "ash"}\n\n'.encode(), [("灰", "ash")]),
    ("as datasets have it", "m.jsonl", '{"translation": {"en": "ash", "ja": "灰"}}\r\n'.encode(), [("灰", "ash")]),
    ("source and target", "m.ndjson", b'{"source": "\\u7070", "target": "a\\nb"}', [("灰", "a\nb")]),
    ("where they come from", "m.jsonl", '{"source": "web", "en": "ash", "ja": "灰"}'.encode(), [("灰", "ash")]),
    ("where they come from", "m.csv", "source,ja,translation,en-GB\nweb,灰,x,ash\n".encode(), [("灰", "ash")]),
    ("a part and a language", "m.tsv", "en\tsource\nash\t灰\n".encode(), [("灰", "ash")]),
    ("null", "m.jsonl", '{"ja": null, "en": "ash"}\n{"ja": "灰", "en": null}\n{"ja": null, "en": null}\n'.encode(),
     [("", "ash"), ("灰", ""), ("", "")]),
    ("NaN", "m.jsonl", b'{"ja": NaN, "en": "ash"}\n', [("", "ash")]),
    ("null beside where they come from", "m.jsonl", b'{"source": "web", "ja": null, "en": "ash"}', [("", "ash")]),
    ("null as datasets have it", "m.jsonl", b'{"translation": {"ja": null, "en": "ash"}}\n{"id": 7, "translation": null}',
     [("", "ash"), ("", "")]),
    ("strings over several lines", "m.po", PO_LINES.encode(), [('灰"\\n\u2028x', "ash\n\\"), ("水", "water"), ("木", "wood")]),
    ("carriage returns", "m.po", b'msgid ""\rmsgstr "Language: en\\n"\r\rmsgid "a"\rmsgstr ""\r"b"\r"c"\r', [("a", "bc")]),
    ("a number of thousands of digits", "m.jsonl", b'{"id": ' + b"9" * 5000 + b', "ja": "a", "en": "b"}', [("a", "b")]),
    ("a lone surrogate", "m.jsonl", b'{"ja": "\\ud800", "en": "ash"}', [("\ud800", "ash")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name", "content", "pairs"), GOOD, ids=[f"{name}: {label}" for label, name, *_ in GOOD]
)
def test_good_files(tmp_path: Path, label: str, name: str, content: bytes, pairs: Pairs) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert list(read_pairs(file)) == pairs
    assert list(read_pairs(str(file))) == pairs


FIRST = tuv("ja", "灰") + tuv("en", "ash")
BAD: list[tuple[str, str, bytes, int, str, int]] = [
    ("a unit without a language", "m.tmx", tmx(FIRST, "<tuv><seg>x</seg></tuv>"), 5, "expected xml:lang or lang", 1),
    ("a unit without a segment", "m.tmx", tmx(FIRST, '<tuv xml:lang="ja"/>'), 5, "expected a <seg>", 1),
    ("other languages only", "m.tmx", tmx(tuv("de", "x") + tuv("en-US", "y")), 0, "found only de, en-US", 0),
    ("another root", "m.tmx", b"<html/>", 1, "expected <tmx>, found <html>", 0),
    ("cut off", "m.tmx", tmx(FIRST, FIRST)[:-40], 5, "expected well-formed XML: no element found|unclosed", 1),
    ("a control character", "m.tmx", tmx(FIRST, tuv("ja", "a\x01b")), 5, "expected well-formed XML: not well-formed", 1),
    ("a NUL", "m.tmx", tmx(FIRST, tuv("ja", "a\0b")), 5, "expected well-formed XML", 1),
    ("two encodings", "m.tmx", tmx(FIRST, FIRST).replace("灰".encode(), "灰".encode("cp932"), 2)
     .replace("灰".encode("cp932"), "灰".encode(), 1), 5, "expected UTF-8, found byte 0x8a", 1),
    ("an unknown entity", "m.tmx", tmx(FIRST, tuv("ja", "&nbsp;")), 5, "undefined entity", 1),
    ("an unknown encoding", "m.tmx", b'<?xml version="1.0" encoding="x-y"?><tmx/>', 1, "found 'x-y'", 0),
    ("escapes as an encoding", "m.tmx", b'<?xml version="1.0" encoding="unicode_escape"?><tmx>\\ud800</tmx>', 1,
     "found 'unicode_escape'", 0),
    ("a bad unit among tags of several lines", "m.tmx", TMX.format("\n".join(
        f'<tu\n tuid="{k}"\n>\n<tuv\n xml:lang="ja"><seg>灰</seg></tuv>\n<tuv xml:lang="en"\n><seg>ash</seg></tuv></tu>'
        for k in range(1)) + "\n<tu\n><tuv><seg>x</seg></tuv></tu>\n<tu/>\n" * 2).encode(), 11, "expected xml:lang", 1),
    ("UTF-16 without a mark", "m.tmx", b'<?xml version="1.0" encoding="UTF-16"?><tmx/>', 1, "byte order mark", 0),
    ("nothing", "m.tmx", b"", 1, "no element found", 0),
    ("EUC-JP", "m.tsv", "ja\ten\n灰\tash\n".encode("euc_jp"), 2, "expected UTF-8, found EUC-JP: save the file as UTF-8", 0),
    ("Latin-1", "m.tsv", "灰\tash\n".encode() + "x\tcaf\xe9\n".encode("latin-1"), 2,
     "expected UTF-8, found byte 0xe9", 1),
    ("ISO-2022-JP", "m.tsv", "ash\tash\n灰\tash\n".encode("iso2022_jp").replace(b"ash\tash", "灰\tash".encode()), 2,
     "expected UTF-8, found ISO-2022-JP: save the file as UTF-8", 1),
    ("ISO-2022-JP", "m.jsonl", '{"ja": "灰", "en": "ash"}\n'.encode("iso2022_jp"), 1, "found ISO-2022-JP", 0),
    ("a spoilt gzip file", "m.tmx.gz", gzip.compress(tmx(FIRST))[:-12], 0, "expected a whole gzip file", 0),
    ("languages of no use", "m.xlf", XLIFF.format("ja", "de", '\n<trans-unit id="1"><source>灰</source>'
     "<target>Asche</target></trans-unit>").encode(), 3, "found ja and de", 0),
    ("no source", "m.xlf", XLIFF.format("ja", "en", '<trans-unit id="1"/>').encode(), 2, "expected a <source>", 0),
    ("2.0, languages of no use", "m.xlf", XLIFF2.format("en", "cs", '<unit id="1"><segment><source>x</source>'
     "<target>y</target></segment></unit>").encode(), 2, "found en and cs", 0),
    ("an entry of another kind", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\n\nmsgid "b"c"\nmsgstr "c"\n').encode(),
     9, "expected a PO entry: unescaped", 1),
    ("a line of another kind", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\n\nnonsense\n').encode(), 9,
     "expected a PO entry", 1),
    ("an error without an empty line before it", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\nmsgid "a"\nnonsense\n')
     .encode(), 9, "expected a PO entry: syntax error", 1),
    ("a string without a keyword", "m.po", PO.format("ja", '# c\n"x"\n').encode(), 7, "expected a PO entry: syntax error", 0),
    ("a second msgstr", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\nmsgstr "x"\n').encode(), 8,
     "expected a PO entry: syntax error", 0),
    ("no msgstr", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\n\nmsgid "a"\n\nmsgid "b"\nmsgstr "い"\n').encode(), 9,
     "expected a msgstr after this msgid", 1),
    ("no msgstr at the end", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\n\n#: x\nmsgid "a"\n').encode(), 10,
     "expected a msgstr after this msgid", 1),
    ("no msgstr before a context", "m.po", PO.format("ja", 'msgid "a"\nmsgctxt "x"\nmsgid "b"\nmsgstr "い"\n').encode(), 6,
     "expected a msgstr after this msgid", 0),
    ("an open string", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\n\nmsgid "a"\nmsgstr "あ\n').encode(), 10,
     "expected a quotation mark at the end of the string, found 'msgstr \"あ'", 1),
    ("an open string in several lines", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr ""\n"灰\n"色"\n').encode(), 8,
     "expected a quotation mark at the end of the string", 0),
    ("a file that is cut off", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\n\nmsgid "').encode(), 9,
     "expected a quotation mark at the end of the string", 1),
    ("Shift JIS", "m.po", PO.format("ja", 'msgid "ash"\nmsgstr "灰"\n\n').encode() + 'msgid "灰"\n'.encode("cp932"), 9,
     "expected UTF-8", 1),
    ("Czech", "m.po", PO.format("cs", 'msgid "a"\nmsgstr "b"\n').encode(), 0, "found 'cs'", 0),
    ("no telling", "m.po", b'msgid "a"\nmsgstr "b"\n', 0, "expected a header with Language", 0),
    ("one field", "m.tsv", "灰\tash\nx\n".encode(), 2, "expected 2 tab-separated fields .* found 'x'", 1),
    ("too few for the header", "m.csv", "id,ja,en\n1,灰,ash\n2,火\n".encode(), 3, "expected 3 comma-separated", 1),
    ("a bare comma", "m.csv", "ja,en\n灰,ash\n開き、閉じる,Open, then close.\n".encode(), 3,
     "expected 2 fields as in the header, found 3 .* needs quotation marks", 1),
    ("more fields than the header", "m.tsv", "ja\ten\n灰\tash\tx\ty\n".encode(), 2, "expected 2 fields .* found 4", 0),
    ("Shift JIS", "m.tsv", "灰\tash\n".encode() + "表\tx\n".encode("cp932"), 2, "expected UTF-8, found byte 0x95", 1),
    ("a NUL", "m.csv", "灰,ash\n\0,x\n".encode(), 2, "found a NUL character", 1),
    ("an open quote", "m.csv", '灰,ash\n火,"f\nx\n'.encode(), 2, "expected comma-separated fields", 1),
    ("no JSON", "m.jsonl", '{"ja": "灰", "en": "ash"}\n{"ja"\n'.encode(), 2, "expected an object", 1),
    ("an array", "m.jsonl", b'["a", "b"]\n', 1, "expected an object", 0),
    ("no English", "m.jsonl", '{"ja": "灰"}\n'.encode(), 1, "expected an object", 0),
    ("a number", "m.jsonl", b'{"ja": 1, "en": "x"}\n', 1, "each a string or null", 0),
    ("null alone", "m.jsonl", b'{"ja": null}\nnull\n', 1, "expected an object", 0),
    ("a deep value", "m.jsonl", b"[" * 200_000 + b"\n", 1, "expected an object", 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name", "content", "line", "message", "good"), BAD, ids=[f"{name}: {label}" for label, name, *_ in BAD]
)
def test_bad_files(tmp_path: Path, label: str, name: str, content: bytes, line: int, message: str, good: int) -> None:
    """The error names file and line, and comes after the pairs before it."""
    file = tmp_path / name
    file.write_bytes(content)
    pairs: Pairs = []
    with pytest.raises(FormatError, match=message) as caught:
        pairs.extend(read_pairs(file))
    assert pairs == [("灰", "ash")] * good
    assert (caught.value.path, caught.value.line) == (str(file), line)
    assert str(file) in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


# two files


def test_two_files(tmp_path: Path) -> None:
    ja, en = tmp_path / "a.ja", tmp_path / "a.en"
    ja.write_bytes("\ufeff灰\r\n\r\n火".encode())
    en.write_bytes(b"ash\n\nfire\n")
    pairs = [("灰", "ash"), ("", ""), ("火", "fire")]
    assert list(read_pairs((ja, en))) == pairs
    assert list(read_pairs((str(ja), str(en)), format="text")) == pairs
    assert list(read_pairs(tmp_path / "a", format="text")) == pairs


def test_two_packed_files(tmp_path: Path) -> None:
    for language, text in (("ja", "灰\n"), ("en", "ash\n")):
        (tmp_path / f"a.{language}.gz").write_bytes(gzip.compress(text.encode()))
    assert list(read_pairs(tmp_path / "a", format="text")) == [("灰", "ash")]


@pytest.mark.parametrize(("ja", "en", "short"), [("灰\n火\n", "ash\n", "en"), ("灰\n", "ash\nfire\nx\n", "ja")])
def test_a_line_too_few(tmp_path: Path, ja: str, en: str, short: str) -> None:
    (tmp_path / "a.ja").write_text(ja, encoding="utf-8")
    (tmp_path / "a.en").write_text(en, encoding="utf-8")
    pairs = read_pairs(tmp_path / "a", format="text")
    assert next(pairs) == ("灰", "ash")
    with pytest.raises(FormatError, match=r"line 2: expected as many lines as in .*found the end") as caught:
        next(pairs)
    assert caught.value.path == str(tmp_path / f"a.{short}")


# names and streams


def test_a_stream() -> None:
    content = tmx(tuv("ja", "灰") + tuv("en", "ash"))
    assert list(read_pairs(io.BytesIO(content), format="tmx")) == [("灰", "ash")]
    assert list(read_pairs(io.BytesIO(gzip.compress(content)), format="tmx")) == [("灰", "ash")]


def test_the_format_goes_before_the_name(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tmx"
    file.write_bytes("灰\tash\n".encode())
    assert list(read_pairs(file, format="tsv")) == [("灰", "ash")]


@pytest.mark.parametrize(
    ("path", "format", "message"),
    [
        ("pairs.doc", None, r"pairs.doc: the name does not show the format; expected one of \.tmx"),
        ("pairs.tmx", "docx", "unknown format 'docx'; the formats are tmx, xliff"),
        (("a", "b"), "tmx", "two files are read and written as text, not as tmx"),
        (io.BytesIO(), None, "the name does not show"),
        (io.BytesIO(), "text", "two files"),
    ],
)
def test_a_format_that_is_none(path: str | tuple[str, str], format: str | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(read_pairs(path, format))


@pytest.mark.parametrize("format", ["tmx", "xliff", "po", "tsv", "csv", "xlsx", "jsonl"])
@pytest.mark.parametrize(
    ("source", "message"), [([], "a path or a binary stream, not list"), (io.StringIO("灰\tash"), "not a text stream")]
)
def test_what_is_no_file(source: Any, message: str, format: str) -> None:
    with pytest.raises(TypeError, match=message):
        list(read_pairs(source, format))


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        next(read_pairs(tmp_path / "none.tmx"))


@pytest.mark.parametrize("name", ["m.tmx", "m.xlf", "m.po", "m.tsv", "m.csv", "m.xlsx", "m.jsonl"])
@pytest.mark.parametrize(
    ("pair", "message"),
    [
        (("火", None), "pair 1: en must be str, not NoneType"),
        ((b"x", "fire"), "pair 1: ja is bytes: decode first"),
        ({"ja": "火", "en": "fire"}, r"pair 1 must be \(ja, en\), not dict"),
        ("火f", r"pair 1 must be \(ja, en\), not str"),
    ],
    ids=["None", "bytes", "a record", "str"],
)
def test_what_is_no_pair_is_named(tmp_path: Path, name: str, pair: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        write_pairs(tmp_path / name, [("灰", "ash"), pair])
    assert list(read_pairs(tmp_path / name)) == [("灰", "ash")]


@pytest.mark.parametrize("name", ["m.tmx", "m.xlf", "m.xliff2", "m.po", "m.tsv", "m.csv", "m.jsonl", "m.tmx.gz"])
def test_what_was_read_before_an_error_is_a_whole_file(tmp_path: Path, name: str) -> None:
    def spoilt() -> Iterator[tuple[str, str]]:
        yield "灰", "ash"
        raise FormatError("x", 2, "spoilt")

    with pytest.raises(FormatError, match="spoilt"):
        write_pairs(tmp_path / name, spoilt())
    assert list(read_pairs(tmp_path / name)) == [("灰", "ash")]


def test_po_has_no_pair_without_a_source(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="pair 2: expected a Japanese text"):
        write_pairs(tmp_path / "m.po", [("灰", "ash"), ("", "x")])
