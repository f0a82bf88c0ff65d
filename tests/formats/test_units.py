"""Units of XML bitexts: which are pairs, where their lines break, what they are called."""

from pathlib import Path

import pytest
from bitexts import PO, XLIFF, XLIFF2, tmx, tuv

from termalign.formats import read_pairs, write_pairs
from termalign.formats.pairs import read_units

TWO_FILES = """\
<xliff version="1.2">
  <file source-language="ja" target-language="de" original="a"><body>
    <trans-unit id="1"><source>灰</source><target>Asche</target></trans-unit>
  </body></file>
  <file source-language="ja" target-language="en" original="b"><body>
    <trans-unit id="1"><source>灰</source><target>ash</target></trans-unit>
    <trans-unit id="2"><source>灰</source><target xml:lang="fr">cendre</target></trans-unit>
  </body></file>
  <file source-language="en" target-language="ja" original="c"><body>
    <trans-unit id="1"><source>fire</source><target>火</target></trans-unit>
  </body></file>
</xliff>"""

UNITS: list[tuple[str, str, bytes, list[tuple[str, str]]]] = [
    *((f"a line break as {code}", "m.xlf", XLIFF.format("ja", "en", f'<trans-unit id="1"><source>灰。{code}火。</source>'
      f"<target>{code}ash{code}{code}fire{code}</target></trans-unit>").encode(), [("灰。\n火。", "ash\nfire")]) for code in (
        '<x id="1" ctype="lb"/>', '<ph id="1" ctype="lb">&lt;br&gt;</ph>', '<ph id="1">&lt;br /&gt;</ph>',
        '<ph id="1">\n</ph>', '<ph id="1">\\n</ph>', '<x id="1" equiv-text="&lt;br/&gt;"/>', '<ph id="1">&lt;w:br/&gt;</ph>')),
    ("a line break beside one", "m.xlf", XLIFF.format("ja", "en", '<trans-unit id="1"><source>灰</source><target>ash'
     '<x id="1" ctype="lb"/>\nfire\n<g id="2"><x id="3" ctype="lb"/>water</g></target></trans-unit>').encode(),
     [("灰", "ash\nfire\nwater")]),
    ("codes that break no line", "m.xlf", XLIFF.format("ja", "en", '<trans-unit id="1"><source>灰</source><target>a'
     '<x id="1" ctype="image"/>s<ph id="2">&lt;branch&gt;</ph>h</target></trans-unit>').encode(), [("灰", "ash")]),
    *((f"2.0, a line break as {code}", "m.xlf", XLIFF2.format("ja", "en", '<unit id="1"><originalData><data id="d">&lt;br/>'
       f"</data></originalData><segment><source>灰</source><target>ash{code}fire</target></segment></unit>").encode(),
       [("灰", "ash\nfire")]) for code in (
        '<ph id="1" type="fmt" subType="xlf:lb"/>', '<ph id="1" dataRef="d"/>', '<ph id="1" equiv="&#10;"/>',
        '<sc id="1" subType="xlf:pb"/>')),
    *((f"a line break as {code}", "m.tmx", tmx(tuv("ja", "灰") + tuv("en", f"ash{code}fire")), [("灰", "ash\nfire")])
      for code in ('<ph type="lb"/>', "<ph>&lt;br/&gt;</ph>", '<it pos="begin">&lt;BR&gt;</it>', "<ut>\n</ut>")),
    ("states", "m.xlf", XLIFF.format("ja", "en", "".join(
        f'<trans-unit id="{k}"><source>灰{k}</source><target state="{state}">{target}</target></trans-unit>'
        for k, (state, target) in enumerate([("needs-translation", "灰0"), ("needs-translation", "ash"), ("new", "灰2"),
                                             ("new", "ash"), ("translated", "灰4"), ("final", "ash")]))).encode(),
     [("灰3", "ash"), ("灰4", "灰4"), ("灰5", "ash")]),
    ("2.0, states", "m.xlf", XLIFF2.format("ja", "en", '<unit id="1">' + "".join(
        f'<segment state="{state}"><source>灰{k}</source><target>{target}</target></segment>'
        for k, (state, target) in enumerate([("initial", "灰0"), ("initial", "ash"), ("final", "灰2")])) + "</unit>").encode(),
     [("灰1", "ash"), ("灰2", "灰2")]),
    ("a file of other languages beside", "m.xlf", TWO_FILES.encode(), [("灰", "ash"), ("火", "fire")]),
    *((f"what {tool} writes", f"m.{suffix}", XLIFF.format("ja", "en", '<trans-unit id="1"><source>灰</source><target>ash'
       "</target></trans-unit>").encode(), [("灰", "ash")]) for tool, suffix in (
        ("Trados", "sdlxliff"), ("memoQ", "mqxliff"), ("Phrase", "mxliff"))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name", "content", "pairs"), UNITS, ids=[f"{name}: {label}" for label, name, *_ in UNITS]
)
def test_units(tmp_path: Path, label: str, name: str, content: bytes, pairs: list[tuple[str, str]]) -> None:
    (tmp_path / name).write_bytes(content)
    assert list(read_pairs(tmp_path / name)) == pairs


# What a unit is called in its file.
NAMED: list[tuple[str, str, bytes, list[str]]] = [
    ("tuid", "m.tmx", tmx(tuv("ja", "灰") + tuv("en", "ash") + tuv("en", "ashes")).replace(b"<tu>", b'<tu tuid="a 7">'),
     ["a 7", "a 7"]),
    ("none", "m.tmx", tmx(tuv("ja", "灰") + tuv("en", "ash")), [""]),
    ("file and unit", "m.xlf", TWO_FILES.encode(), ["b#1", "c#1"]),
    ("segments", "m.xlf", XLIFF.format("ja", "en", '<trans-unit id="u"><source>灰。火。</source><seg-source>'
     '<mrk mtype="seg" mid="0">灰。</mrk><mrk mtype="seg" mid="1">火。</mrk></seg-source><target>'
     '<mrk mtype="seg" mid="0">Ash.</mrk> <mrk mtype="seg" mid="1">Fire.</mrk></target></trans-unit>').encode(),
     ["a#u:0", "a#u:1"]),
    ("2.0", "m.xlf", XLIFF2.format("ja", "en", '<unit id="u"><segment id="s"><source>灰</source><target>ash</target>'
     "</segment><segment><source>火</source><target>fire</target></segment></unit>").encode(), ["f#u:s", "f#u"]),
    ("contexts", "m.po", PO.format("ja", 'msgctxt "menu"\nmsgid "ash"\nmsgstr "灰"\n\nmsgid "fire"\nmsgstr "火"\n').encode(),
     ["menu", ""]),
    ("no column", "m.tsv", "灰\tash\n".encode(), [""]),
    ("a column", "m.csv", "Key,ja,en\nmenu.ash, 灰,ash\n,火,fire\n".encode(), ["menu.ash", ""]),
    ("a column after short rows", "m.tsv", "ja\ten\t識別子\n灰\tash\n火\tfire\tF1\n".encode(), ["", "F1"]),
    ("the best of several columns", "m.csv", "context,キー,日本語,英語\nmenu,k1,灰,ash\n".encode(), ["k1"]),
    ("languages by script", "m.csv", "id,source,target\na7,ash,灰\n".encode(), ["a7"]),
    ("numbers", "m.csv", "No.,ja,en\n7,灰,ash\n,火,fire\n".encode(), ["7", ""]),
    ("numbers in Japanese", "m.csv", "番号,ja,en\nA-7,灰,ash\n".encode(), ["A-7"]),
    ("numbers beside names", "m.csv", "No,Key,ja,en\n7,menu.ash,灰,ash\n".encode(), ["menu.ash"]),
    ("other figures", "m.csv", "文字数,ja,en\n7,灰,ash\n".encode(), [""]),
    ("a text is no header", "m.tsv", "灰\tash\tid\n火\tfire\tkey\n".encode(), ["", ""]),
    ("members", "m.jsonl", '{"id": "a", "ja": "灰", "en": "ash"}\n{"id": 12345678901234567890, "translation": {"ja": "灰", '
     '"en": "ash"}}\n{"ja": "灰", "en": "ash", "id": null}\n{"id": true, "ja": "灰", "en": "ash"}\n'.encode(),
     ["a", "12345678901234567890", "", ""]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name", "content", "ids"), NAMED, ids=[f"{name}: {label}" for label, name, *_ in NAMED]
)
def test_names_of_units(tmp_path: Path, label: str, name: str, content: bytes, ids: list[str]) -> None:
    (tmp_path / name).write_bytes(content)
    assert [unit.id for unit in read_units(tmp_path / name)] == ids


def test_the_column_of_a_workbook(tmp_path: Path) -> None:
    book = pytest.importorskip("openpyxl").Workbook()
    for row in (["ID", "日本語", "英語"], [12, "灰", "ash"], ["f1", "火", "fire"]):
        book.active.append(row)
    book.save(tmp_path / "m.xlsx")
    assert [unit.id for unit in read_units(tmp_path / "m.xlsx")] == ["12", "f1"]


# The line of the file on which each unit begins.
LINES: list[tuple[str, str, bytes, list[int]]] = [
    ("blank lines and comments", "m.po", PO.format("en",
     '# a\n#: b.c:3\n#, fuzzy\nmsgctxt "menu"\nmsgid ""\n"灰"\n"が降る"\nmsgstr "ash"\n\n\n#. c\n#~ msgid "x"\n#~ msgstr "y"\n\n'
     'msgid "火"\nmsgid_plural "火々"\nmsgstr[0] "fire"\nmsgstr[1] "fires"\n# d\nmsgid "水"\nmsgstr ""\n').encode(),
     [10, 20, 20, 25]),
    ("no header", "m.po", 'msgid "灰"\nmsgstr "ash"\n'.encode(), [1]),
    ("a record of several lines", "m.csv", 'ja,en\n\n灰,"ash\nand fire"\n水,water\n'.encode(), [3, 5]),
    ("titles and comments", "m.tsv", "訳\n# a\nja\ten\n灰\tash\n\n火\tfire\n".encode(), [4, 6]),
    ("blank lines", "m.jsonl", '{"ja": "灰", "en": "ash"}\n\n{"ja": "火", "en": "fire"}\n'.encode(), [1, 3]),
    ("1.2", "m.xlf", TWO_FILES.encode(), [6, 10]),
    ("1.2, the header and the plurals of a PO file", "m.xlf", XLIFF.format("en", "ja", '\n<trans-unit id="1" '
     'restype="x-gettext-domain-header"><source>Language: ja</source><target>Language: ja</target></trans-unit>\n'
     + "".join(f'<group restype="x-gettext-plurals" id="{k}"><trans-unit id="{k}[0]"><source>file</source><target>{one}</target>'
               f'</trans-unit>\n<trans-unit id="{k}[1]"><source>files</source><target>{more}</target></trans-unit></group>\n'
               for k, one, more in ((2, "灰", ""), (3, "", ""), (4, "灰", "火")))).encode(), [4, 6, 8, 9]),
    ("2.0, segments of a unit", "m.xlf", XLIFF2.format("ja", "en", '\n<unit id="u">\n<segment><source>灰</source></segment>\n'
     "<segment><source>火</source><target>fire</target></segment></unit>").encode(), [3, 3]),
    ("variants", "m.tmx", tmx(tuv("ja", "灰") + tuv("en", "ash") + tuv("en", "ashes"), tuv("ja", "火")), [4, 4, 5]),
    ("a workbook has none", "m.xlsx", b"", [0]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name", "content", "lines"), LINES, ids=[f"{name}: {label}" for label, name, *_ in LINES]
)
def test_lines_of_units(tmp_path: Path, label: str, name: str, content: bytes, lines: list[int]) -> None:
    if content:
        (tmp_path / name).write_bytes(content)
    else:
        write_pairs(tmp_path / name, [("灰", "ash")])
    assert [unit.line for unit in read_units(tmp_path / name, every=True)] == lines


@pytest.mark.parametrize("name", ["m.tmx", "m.po", "m.tsv", "m.csv", "m.xlsx", "m.jsonl"])
def test_names_of_pairs_are_written(tmp_path: Path, name: str) -> None:
    assert write_pairs(tmp_path / name, [("灰", "ash", "a 1"), ("火", "fire"), ("水", "water", 7)]) == 3  # type: ignore[list-item]
    found = [(unit.ja, unit.en, unit.id) for unit in read_units(tmp_path / name)]
    assert found == [("灰", "ash", "a 1"), ("火", "fire", ""), ("水", "water", "7")]


@pytest.mark.parametrize("name", ["m.xlf", "m.xliff2"])
def test_formats_without_names_keep_the_pairs(tmp_path: Path, name: str) -> None:
    assert write_pairs(tmp_path / name, [("灰", "ash", "a 1")]) == 1
    assert list(read_pairs(tmp_path / name)) == [("灰", "ash")]
