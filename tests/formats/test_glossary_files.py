"""Glossary files that other tools make, and what they ask of the files they read."""

import io
import re
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from known_formats import glossary_files

from termalign import Aligner, Lexicon
from termalign.formats import FormatError, GlossaryError, write_pairs
from termalign.termbase import Glossary, GlossaryEntry

Entries = list[tuple[str, tuple[str, ...], str]]
ASH: Entries = [("灰", ("ash",), "")]

# After OmegaT's sample of an Oracle term base (sampleTBXfile.tbx), in Japanese.
OMEGAT_TBX = """\
<?xml version='1.0' encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<!-- a comment -->
<martif type="TBX" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>from a term base</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="eid-67">
      <descrip type="subjectField">manufacturing</descrip>
      <descrip type="definition">A value between 0 and 1</descrip>
      <langSet xml:lang="en"><tig>
        <term id="tid-67-en1">alpha smoothing
          factor</term>
        <termNote type="termType">fullForm</termNote>
      </tig></langSet>
      <langSet xml:lang="ja-JP"><tig><term id="tid-67-ja1">α平滑化係数</term></tig></langSet>
    </termEntry>
  </body></text>
</martif>
"""
# After Weblate's sample of metadata (fr-extended-metadata.tbx): its namespace is that of version 3.
WEBLATE_TBX = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif xmlns="urn:iso:std:iso:30042:ed-2" xml:lang="en" type="TBX">
  <martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="e001">
      <descrip type="Usage note">Avoid it.</descrip>
      <langSet xml:lang="en">
        <tig><term id="e001-en">data bus</term><termNote type="administrativeStatus">obsolete</termNote></tig>
        <tig><term>bus</term></tig>
      </langSet>
      <langSet xml:lang="ja"><tig><term>データバス</term></tig></langSet>
    </termEntry>
  </body></text>
</martif>
"""
# After the examples of TBX-Basic in both styles (LTAC Global, Example_Astronomy_DCT and _DCA).
DCT = """\
<?xml version="1.0" encoding="utf-8"?>
<?xml-model href="TBX-Basic.nvdl" type="application/xml" schematypens="http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <transacGrp><basic:transactionType>origination</basic:transactionType><date>2010-04-17</date></transacGrp>
      <basic:subjectField>General</basic:subjectField>
      <langSec xml:lang="en">
        <descripGrp><basic:definition>A group of stars.</basic:definition></descripGrp>
        <termSec><term>galactic cluster</term>
          <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
        <termSec><term>star cluster</term>
          <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
        <termSec><term>open cluster</term><min:partOfSpeech>noun</min:partOfSpeech>
          <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
      </langSec>
      <langSec xml:lang="ja"><termSec><term>散開<hi>星団</hi></term></termSec></langSec>
    </conceptEntry>
    <conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>black hole</term></termSec></langSec></conceptEntry>
  </body></text>
</tbx>
"""
DCA = """\
<tbx type="TBX-Core" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed:3.0">
  <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1"><note>seen by Hubble</note>
      <langSec xml:lang="en"><termSec><term>open cluster</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
      <langSec xml:lang="ja"><termSec><term>散開星団</term></termSec><termSec><term>銀河星団</term></termSec></langSec>
    </conceptEntry>
  </body></text>
</tbx>
"""
TBX_MIN = """\
<?xml version='1.0' encoding="UTF-8"?>
<TBX dialect="TBX-Min">
  <header><id>TBX sample</id><languages source="ja" target="en-US"/></header>
  <body><entry id="C002">
    <langGroup xml:lang="ja"><termGroup><term>火山</term><partOfSpeech>noun</partOfSpeech></termGroup></langGroup>
    <langGroup xml:lang="en-US"><termGroup><term>volcano</term><termStatus>preferred</termStatus></termGroup></langGroup>
  </entry></body>
</TBX>
"""
NTIG = """\
<martif type="TBX"><text><body><termEntry>
  <langSet xml:lang="ja"><ntig><termGrp><term>灰</term></termGrp></ntig></langSet>
  <langSet xml:lang="en"><ntig><termGrp><term>ash</term></termGrp></ntig></langSet>
</termEntry></body></text></martif>
"""

GOOD: list[tuple[str, str, str | None, bytes, Entries]] = [
    ("OmegaT's sample", "g.tbx", None, OMEGAT_TBX.encode(),
     [("α平滑化係数", ("alpha smoothing factor",), "A value between 0 and 1")]),
    ("Weblate's sample, obsolete English", "g.tbx", None, WEBLATE_TBX.encode(), [("データバス", ("bus",), "")]),
    ("version 3 in DCT style", "g.tbx", None, DCT.encode(),
     [("散開星団", ("open cluster", "star cluster"), "A group of stars.")]),
    ("version 3 in DCA style", "g.tbx", "tbx3", DCA.encode(),
     [("散開星団", ("open cluster",), "seen by Hubble"), ("銀河星団", ("open cluster",), "seen by Hubble")]),
    ("TBX-Min", "g.tbx", None, TBX_MIN.encode(), [("火山", ("volcano",), "")]),
    ("a translator's note, as Weblate has it", "g.tbx", None, NTIG.replace("<term>ash</term>", "<term>ash</term>"
     '<note from="translator">grey</note>').encode(), [("灰", ("ash",), "grey")]),
    ("a definition among notes of other languages", "g.tbx", None, NTIG.replace("</termEntry>", '<langSet xml:lang="fr">'
     "<note>gris</note></langSet></termEntry>").replace("<ntig>", '<descripGrp><descrip type="definition">of fire</descrip>'
     "</descripGrp><ntig>", 1).encode(), [("灰", ("ash",), "of fire")]),
    ("a definition as Translate Toolkit writes it", "g.tbx", None, NTIG.replace("</termEntry>", "<descrip>of fire</descrip>"
     "</termEntry>").encode(), [("灰", ("ash",), "of fire")]),
    ("notes of the entry and of a term", "g.tbx", None, NTIG.replace("</termEntry>", "<note>dry</note></termEntry>").replace(
        "<term>ash</term>", "<term>ash</term><note>grey</note>").encode(), [("灰", ("ash",), "dry; grey")]),
    ("ntig", "g.tbx", None, NTIG.encode(), ASH),
    ("UTF-16", "g.tbx", None, NTIG.encode().decode().encode("utf-16"), ASH),
    ("1.11", "g.utx", None, "#UTX 1.11; ja-JP/en-US; 2026-05-21; copyright: me; bidirectional\n#description: x;\n"
     "#src\ttgt\tsrc:pos\tsrc:comment\tconcept ID\n灰\tash\tnoun\tgrey\tC002\n火\tfire\t-\t-\tC003\n".encode(),
     [("灰", ("ash",), "grey"), ("火", ("fire",), "")]),
    ("from English, CRLF, a forbidden term", "g.utx", None, "#UTX 1.11; en/ja; 2026-05-21\r\n#src\ttgt\tsrc:pos\t"
     "term status\r\nash\t灰\tnoun\tapproved\r\nashes\t灰\tnoun\tforbidden\r\n".encode(), ASH),
    ("1.20", "g.utx", None, "#UTX 1.20; lang: en/ja; created: 2026-05-21\n#src\ttgt\tsrc:pos\nash\t灰\tnoun\n".encode(), ASH),
    ("OmegaT's test.tab", "g.tab", None, "kde\tkoo moo\n地球システム\tEarth system\tsee; also | here\n".encode(),
     [("kde", ("koo moo",), ""), ("地球システム", ("Earth system",), "see; also | here")]),
    ("OmegaT's first line", "g.txt", None, "# Glossary in tab-separated format -*- coding: utf-8 -*-\n灰\tash\n".encode(), ASH),
    ("OmegaT's UTF-16", "g.txt", None, "灰\tash\r\n".encode("utf-16"), ASH),
    ("OmegaT, one rendering whatever is in it", "g.utf8", None, "灰\tash; cinders\n".encode(), [("灰", ("ash; cinders",), "")]),
    ("DeepL", "g.csv", "deepl", '灰,"ash, grey"\n"火",fire\n'.encode(), [("灰", ("ash, grey",), ""), ("火", ("fire",), "")]),
    ("DeepL's own export", "g.csv", "deepl", "ash,灰,EN,JA\n".encode(), ASH),
    ("DeepL, tabs", "g.tsv", "deepl", "灰\tash\n".encode(), ASH),
    ("Google, unidirectional", "g.csv", "google", "灰,ash\n".encode(), ASH),
    ("Google, equivalent sets", "g.csv", "google-sets", "en-US,pos,ja,fr,description\nash,noun,灰,cendre,grey\nfire,,,,\n"
     .encode(), [("灰", ("ash",), "grey")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name", "format", "content", "entries"), GOOD, ids=[f"{name}: {label}" for label, name, *_ in GOOD]
)
def test_good_files(
    tmp_path: Path, label: str, name: str, format: str | None, content: bytes, entries: Entries
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    read = Glossary.read(file, format)
    assert [(entry.ja, entry.en, entry.note or entry.definition) for entry in read] == entries


BAD: list[tuple[str, str, str | None, bytes, str, int]] = [
    ("no language", "g.tbx", None, NTIG.replace(' xml:lang="en"', "").encode(), "line 1: expected xml:lang on <langSet>", 0),
    ("other languages", "g.tbx", None, NTIG.replace('"ja"', '"de"').encode(), "found only de, en", 0),
    ("cut off", "g.tbx", None, NTIG.replace("</body>", "").encode(), "line 4: expected well-formed XML: mismatched", 1),
    ("another root", "g.tbx", None, b"<tmx/>", "expected <martif> or <tbx> or <TBX>, found <tmx>", 0),
    ("no header", "g.utx", None, "灰\tash\n".encode(), "line 1: expected a header such as #UTX 1.11; ja/en", 0),
    ("other languages", "g.utx", None, b"#UTX 1.11; de/en; 2026\n", "found de/en", 0),
    ("a field too few", "g.utx", None, "#UTX 1.11; ja/en\n#src\ttgt\tsrc:pos\n灰\tash\tnoun\n火\n".encode(),
     "line 4: expected the fields src ⇥ tgt ⇥ src:pos, found '火'", 1),
    ("twice", "g.csv", "deepl", "灰,ash\n灰,cinders\n".encode(),
     "line 2: expected each term once, found '灰' again, after line 1", 1),
    ("empty", "g.csv", "deepl", "灰,ash\n火,\n".encode(), "line 2: .* found an empty one", 1),
    ("a control character", "g.csv", "deepl", "灰,a\x07sh\n".encode(),
     r"line 1: expected no control characters, found U\+0007", 0),
    ("too long", "g.tsv", "deepl", f"{'灰' * 342}\tash\n".encode(), "expected at most 1024 bytes, found 1026", 0),
    ("a header of no use", "g.csv", "google-sets", b"de,en\nx,y\n", "line 1: expected a header with ja and en, found 'de,en'", 0),
    ("three fields", "g.csv", "google", "灰,ash\n火,fire,x\n".encode(), "line 2: expected two fields", 1),
    ("no workbook", "g.xlsx", None, b"PK\x03\x04", "expected an Excel workbook", 0),
    ("text", "g.xlsx", None, "灰\tash\n".encode(), "expected an Excel workbook", 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name", "format", "content", "message", "good"), BAD, ids=[f"{name}: {label}" for label, name, *_ in BAD]
)
def test_bad_files(
    tmp_path: Path, label: str, name: str, format: str | None, content: bytes, message: str, good: int
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(GlossaryError, match=message) as caught:
        Glossary.read(file, format, strict=True)
    assert str(file) in str(caught.value)
    assert [entry.ja for entry in caught.value.good] == ["灰"] * good


def test_deepl_gets_what_it_takes(tmp_path: Path) -> None:
    glossary = Glossary.from_pairs([("灰", "ash\n(grey)"), ("灰", "cinders"), ("火", 'the "fire", so')])
    glossary.write(tmp_path / "g.csv", "deepl")
    assert (tmp_path / "g.csv").read_bytes() == '灰,ash (grey)\n火,"the ""fire"", so"\n'.encode()
    glossary.write(tmp_path / "g.tsv", "deepl")
    assert (tmp_path / "g.tsv").read_bytes().startswith("灰\tash (grey)\n".encode())
    with pytest.raises(FormatError, match="term 1: expected at most 1024 bytes"):
        Glossary.from_pairs([("灰" * 400, "ash")]).write(tmp_path / "g.csv", "deepl")


def test_google_gets_what_it_takes(tmp_path: Path) -> None:
    glossary = Glossary.from_pairs([("灰", "ash", "grey"), ("灰", "cinders")])
    glossary.write(tmp_path / "g.csv", "google")
    assert (tmp_path / "g.csv").read_bytes() == "灰,ash\n".encode()
    glossary.write(tmp_path / "g.csv", "google-sets")
    assert (tmp_path / "g.csv").read_bytes() == "ja,en,description\n灰,ash,grey\n".encode()


@pytest.mark.parametrize("format", ["omegat", "utx"])
def test_a_term_that_would_be_a_comment_is_refused(tmp_path: Path, format: str) -> None:
    with pytest.raises(FormatError, match="expected a term that does not begin with #"):
        Glossary.from_pairs([("灰", "ash"), ("#1", "number one")]).write(tmp_path / "g", format)


# workbooks


def test_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [("id", "English", "日本語", "備考"), (1, "ash; cinders", "灰", None), (), (2, 110, "110番", "=1+1")]:
        book.active.append(row)
    book.save(tmp_path / "g.xlsx")
    assert [entry[:3] for entry in Glossary.read(tmp_path / "g.xlsx")] == [
        ("灰", ("ash", "cinders"), ""), ("110番", ("110",), ""),
    ]  # fmt: skip


def test_a_row_of_a_workbook_that_lacks_its_english(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [("灰", "ash"), ("火",)]:
        book.active.append(row)
    book.save(tmp_path / "g.xlsx")
    with pytest.raises(GlossaryError, match=r"row 2: .* an English rendering is missing") as caught:
        Glossary.read(tmp_path / "g.xlsx", strict=True)
    assert len(caught.value.good) == 1
    glossary = Glossary.read(tmp_path / "g.xlsx")
    assert glossary.reading is not None
    assert (len(glossary), [fault.line for fault in glossary.reading.skipped]) == (1, [2])


def test_of_very_many_faults_the_first_are_kept(tmp_path: Path) -> None:
    lines = ["灰\tash", *["火"] * 12_345]
    (tmp_path / "g.tsv").write_text("\n".join(lines), encoding="utf-8")
    reading = Glossary.read(tmp_path / "g.tsv").reading
    assert reading is not None
    assert [fault.line for fault in reading.skipped] == list(range(2, 10_002))
    assert reading.left_out == 12_345
    assert "12,345 records left out" in str(reading)


def test_a_sheet_that_says_it_is_smaller(tmp_path: Path) -> None:
    Glossary.from_pairs([("灰", "ash", "grey"), ("火", "fire")]).write(tmp_path / "g.xlsx")
    with zipfile.ZipFile(tmp_path / "g.xlsx") as whole, zipfile.ZipFile(tmp_path / "h.xlsx", "w") as wrong:
        for name in whole.namelist():
            part = whole.read(name)
            wrong.writestr(name, re.sub(b"<sheetData", b'<dimension ref="A1"/><sheetData', part))
    assert Glossary.read(tmp_path / "h.xlsx") == Glossary.read(tmp_path / "g.xlsx")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    Glossary.from_pairs([("灰", "=1+1"), ("+火", "@fire")]).write(tmp_path / "g.xlsx")
    with zipfile.ZipFile(tmp_path / "g.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert [cell.value for cell in openpyxl.load_workbook(tmp_path / "g.xlsx").active[2]] == ["灰", "=1+1", None]


# in use


def concepts(path: Path) -> list[list[str]]:
    """Return the Japanese terms of each entry of a TBX file."""
    entries = re.split("<(?:termEntry|conceptEntry)", path.read_text(encoding="utf-8"))[1:]
    return [re.findall("<term>([^a-z]+)</term>", entry) for entry in entries]


@pytest.mark.parametrize(("said", "translate"), [("no", False), ("yes", True), ("", True)])
def test_weblate_says_whether_a_term_is_translated(said: str, translate: bool) -> None:
    needed = f'<termEntry><descrip type="Translation needed">{said}</descrip>'
    read = Glossary.read(io.BytesIO(NTIG.replace("<termEntry>", needed).encode()), "tbx", strict=True)
    assert read["灰"].translate == translate
    assert "not read" not in str(read.reading)


def test_weblate_is_told_which_terms_are_not_translated(tmp_path: Path) -> None:
    glossary = Glossary.of([{"ja": "灰", "en": ["ash"]}, {"ja": "桜島", "en": ["Sakurajima"], "translate": False}])
    glossary.write(tmp_path / "terms.tbx")
    _, ash, sakurajima = (tmp_path / "terms.tbx").read_text("utf-8").split("<termEntry")
    needed = '<descrip type="Translation needed">No</descrip>'
    assert needed not in ash
    assert needed in sakurajima.partition("<langSet")[0]
    assert Glossary.read(tmp_path / "terms.tbx") == glossary


@pytest.mark.parametrize("format", ["tbx", "tbx3"])
def test_the_spellings_of_a_cell_are_one_concept(tmp_path: Path, format: str) -> None:
    table = "ja,en,forbidden,note\n神輿、御神輿、お神輿,portable shrine;mikoshi,palanquin,\n堀,moat,,\n濠,moat,,water\n"
    glossary = Glossary.read(io.BytesIO(table.encode()), "csv")
    path = tmp_path / "g.tbx"
    glossary.write(path, format)
    assert concepts(path) == [["神輿", "御神輿", "お神輿"], ["堀"], ["濠"]]
    assert Glossary.read(path) == glossary


@pytest.mark.parametrize("format", ["tbx", "tbx3"])
def test_terms_without_renderings_are_concepts_of_their_own(tmp_path: Path, format: str) -> None:
    kept = Glossary(tuple(GlossaryEntry(ja, (), translate=False) for ja in ("匿流", "灰島")))
    kept.write(tmp_path / "g.tbx", format)
    assert concepts(tmp_path / "g.tbx") == [["匿流"], ["灰島"]]
    assert Glossary.read(tmp_path / "g.tbx") == kept


@pytest.mark.parametrize("name", [*glossary_files("g"), "g.tbx.gz"])
def test_an_aligner_takes_a_glossary_of_any_format(tmp_path: Path, name: str) -> None:
    Glossary.of({"匿流": "Shadow Net"}).write(tmp_path / name)
    links = Aligner(glossary=tmp_path / name).align("匿流を追う。", "Police pursue the Shadow Net.").links
    assert [(link.en.text, link.kind) for link in links] == [("Shadow Net", "glossary")]
    assert Lexicon.default().with_glossary(str(tmp_path / name)).renderings("匿流")[0].en == "Shadow Net"


def test_a_format_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown format 'doc'; the formats are tsv, csv, tbx"):
        Glossary.read(io.BytesIO(), "doc")
    with pytest.raises(ValueError, match="unknown format 'tmx'"):
        Glossary().write(tmp_path / "g", "tmx")
    with pytest.raises(ValueError, match=r"g.tmx: the name does not show the format"):
        Glossary().write(tmp_path / "g.tmx")


def test_a_bitext_is_read_as_a_glossary(tmp_path: Path) -> None:
    write_pairs(tmp_path / "m.tmx", [("灰", "ash"), ("火", "fire"), ("灰", "cinders")])
    assert list(Glossary.read(tmp_path / "m.tmx").pairs()) == [("灰", "ash"), ("灰", "cinders"), ("火", "fire")]
    (tmp_path / "m.jsonl").write_bytes(b"{}")
    with pytest.raises(GlossaryError, match="line 1: expected an object"):
        Glossary.read(tmp_path / "m.jsonl")


def test_a_library_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Importing it fails as it does where it is not there."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(
        ImportError, match=r'openpyxl: in a clone, \./install formats; elsewhere, pip install "termalign\[formats\]"'
    ):
        Glossary.read(tmp_path / "g.xlsx")


@pytest.mark.parametrize("format", ["tbx", "tbx3"])
@pytest.mark.parametrize(("ja", "en"), [("ja-JP", "en-US"), ("ja", "en-GB"), ("JA", "en"), ("ja", "en")])
def test_tbx_keeps_the_codes_of_its_languages(ja: str, en: str, format: str, tmp_path: Path) -> None:
    sections = [
        f'<langSet xml:lang="{code}"><tig><term>{term}</term></tig></langSet>'
        for code, term in ((en, "client"), (ja, "顧客"))
    ]
    file = tmp_path / "g.tbx"
    file.write_text(f"<martif><text><body><termEntry>{''.join(sections)}</termEntry></body></text></martif>", "utf-8")
    glossary = Glossary.read(file)
    glossary.write(tmp_path / "again.tbx", format)
    again = Glossary.read(tmp_path / "again.tbx")
    assert again == glossary
    assert again.reading is not None
    assert again.reading.locales == (ja, en)
    Glossary.of({"顧客": "client"}).write(file, format)
    assert f'xml:lang="{ja}"' not in file.read_text("utf-8") or ja == "ja"
