"""Tables as spreadsheets write them: which columns are read, what stands between fields, in which encoding."""

from pathlib import Path

import pytest

from termalign.formats import FormatError, read_pairs
from termalign.formats.languages import header_of
from termalign.termbase import Glossary

Pairs = list[tuple[str, str]]
ASH: Pairs = [("灰が降った", "ash fell"), ("火山", "volcano")]

# With tabs; each is read as a bitext and as a glossary.
LAYOUTS: list[tuple[str, str, Pairs]] = [
    ("numbers and status", "No.\tSource (JA)\tTarget (EN)\tStatus\n1\t灰が降った\tash fell\tdone\n2\t火山\tvolcano\tdone\n",
     ASH),
    ("in Japanese", "ID\t日本語用語\t英語用語\n1\t灰が降った\tash fell\n2\t火山\tvolcano\n", ASH),
    ("from English, without a header", "ash fell\t灰が降った\nvolcano\t火山\n", ASH),
    ("from English, source and target", "Source\tTarget\nash fell\t灰が降った\nvolcano\t火山\n", ASH),
    ("from English, 原文 and 訳文", "原文\t訳文\nash fell\t灰が降った\nvolcano\t火山\n", ASH),
    ("source and target", "source\ttarget\n灰が降った\tash fell\n火山\tvolcano\n", ASH),
    ("numbers without a header", "1\t灰が降った\tash fell\n2\t火山\tvolcano\n", ASH),
    ("keys without a header", "dialog.ash\t灰が降った\tash fell\ndialog.volcano\t火山\tvolcano\n", ASH),
    ("a header of unknown names", "No.\tTokyo\tLondon\n1\t灰が降った\tash fell\n2\t火山\tvolcano\n", ASH),
    ("a remark in English behind", "灰が降った\tash fell\tnot rained\n火山\tvolcano\tplural: volcanoes\n", ASH),
    ("English that is a number", "灰が降った\tash fell\tx y\n火山\tvolcano\tx y\n110番\t110\tthe police\n",
     [*ASH, ("110番", "110")]),
    ("a status between", "".join(f"灰{k}\tdone\tash no{chr(97 + k)}\n" for k in range(6)),
     [(f"灰{k}", f"ash no{chr(97 + k)}") for k in range(6)]),
    ("what could be a header is a term", "日本語\tthe Japanese language\n英語\tthe English language\n",
     [("日本語", "the Japanese language"), ("英語", "the English language")]),
    ("a term of a header", "番号\tnumber\n備考\tremarks\n", [("番号", "number"), ("備考", "remarks")]),
    ("readings", "火山\tかざん\tvolcano\n灰が降った\tはいがふった\tash fell\n", ASH[::-1]),
    ("hiragana and nothing else", "はい\tash\nひ\tfire\n", [("はい", "ash"), ("ひ", "fire")]),
    ("titles above the header", "用語集\n2026\t\nNo.\t日本語\t英語\n1\t灰が降った\tash fell\n2\t火山\tvolcano\n", ASH),
    ("no Japanese", "a\tb\nc\td\n", [("a", "b"), ("c", "d")]),
    ("camels", "sourceText\ttargetText\n灰が降った\tash fell\n火山\tvolcano\n", ASH),
]  # fmt: skip


@pytest.mark.parametrize(("label", "content", "pairs"), LAYOUTS, ids=[case[0] for case in LAYOUTS])
def test_layouts(tmp_path: Path, label: str, content: str, pairs: Pairs) -> None:
    (tmp_path / "m.tsv").write_text(content, encoding="utf-8")
    assert list(read_pairs(tmp_path / "m.tsv")) == pairs
    assert list(Glossary.read(tmp_path / "m.tsv").pairs()) == pairs


DELIMITERS: list[tuple[str, str, str, Pairs]] = [
    ("semicolons", "m.csv", "損害賠償;damages, losses\n通知;notice, notification\n",
     [("損害賠償", "damages, losses"), ("通知", "notice, notification")]),
    ("semicolons and Latin in the Japanese", "m.csv", "DNA鑑定;DNA test, analysis\nX線;X-ray, or so\n",
     [("DNA鑑定", "DNA test, analysis"), ("X線", "X-ray, or so")]),
    ("semicolons from English", "m.csv", "en;ja\ndamages, losses;損害賠償\n", [("損害賠償", "damages, losses")]),
    ("semicolons and quotes", "m.csv", '"灰;\nが";"ash; ""grey"""\n火;fire\n', [("灰;\nが", 'ash; "grey"'), ("火", "fire")]),
    ("commas, semicolons in English", "m.csv", "灰,ash; cinders\nDNA鑑定,DNA test; analysis\n",
     [("灰", "ash; cinders"), ("DNA鑑定", "DNA test; analysis")]),
    ("what Excel is told", "m.csv", "sep=;\r\n灰;x\r\n", [("灰", "x")]),
    ("commas, quoted", "m.csv", '"灰、; 火","ash; fire, so"\n', [("灰、; 火", "ash; fire, so")]),
    ("tabs in CSV", "m.csv", "灰\tash, cinders\n火\tfire, flames\n", [("灰", "ash, cinders"), ("火", "fire, flames")]),
    ("commas in TSV", "m.tsv", '灰,"ash, cinders"\n火,fire\n', [("灰", "ash, cinders"), ("火", "fire")]),
    ("tabs in TSV, commas in all", "m.tsv", "灰, 火\tash, fire\nX線, 光\tX-ray, light\n",
     [("灰, 火", "ash, fire"), ("X線, 光", "X-ray, light")]),
    ("tabs in TSV, commas in one line", "m.tsv", "彼は f(x, y, z) を呼ぶ。\tHe calls f(x, y, z).\n",
     [("彼は f(x, y, z) を呼ぶ。", "He calls f(x, y, z).")]),
    ("tabs in TSV, semicolons in one line", "m.tsv", "X; Y の灰\tash of X; Y\n", [("X; Y の灰", "ash of X; Y")]),
    ("a record longer than what is looked at", "m.csv", '灰;"' + "ash\n" * 200 + '"\n', [("灰", "ash\n" * 200)]),
]  # fmt: skip


@pytest.mark.parametrize(("label", "name", "content", "pairs"), DELIMITERS, ids=[case[0] for case in DELIMITERS])
def test_delimiters(tmp_path: Path, label: str, name: str, content: str, pairs: Pairs) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    assert list(read_pairs(tmp_path / name)) == pairs


MARKS: list[tuple[str, str, Pairs]] = [
    ("doubled inside", '灰だ\t"the ""grey"" ash"\n火\tfire, flames\n', [("灰だ", 'the "grey" ash'), ("火", "fire, flames")]),
    ("a number sign", '"#灰"\tash, cinders\n', [("#灰", "ash, cinders")]),
    ("all in marks", '"灰が降った"\t"ash fell"\n"火山"\t"volcano"\n', ASH),
    ("all but numbers in marks", '"灰"\t"ash"\t1\n"火"\t"fire"\t2\n', [("灰", "ash"), ("火", "fire")]),
    ("Excel: those with a comma", '灰\t"ash, cinders"\n火\tfire\n', [("灰", "ash, cinders"), ("火", "fire")]),
    ("text: others with a comma have none", '「灰」\t"Ash, ash."\n火\tfire, flames\n',
     [("「灰」", '"Ash, ash."'), ("火", "fire, flames")]),
    ("text: marks without a comma", '「灰」\t"Ash."\n火\tfire\n', [("「灰」", '"Ash."'), ("火", "fire")]),
    ("text: others have marks inside", '「灰」\t"Ash, ash."\n火\tthe "fire"\n',
     [("「灰」", '"Ash, ash."'), ("火", 'the "fire"')]),
    ("text: not at both ends", '「灰」と\t"Ash," he said\n', [("「灰」と", '"Ash," he said')]),
]  # fmt: skip


@pytest.mark.parametrize(("label", "content", "pairs"), MARKS, ids=[case[0] for case in MARKS])
def test_quotation_marks_in_tsv(tmp_path: Path, label: str, content: str, pairs: Pairs) -> None:
    (tmp_path / "m.tsv").write_text(content, encoding="utf-8")
    assert list(read_pairs(tmp_path / "m.tsv")) == pairs


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
@pytest.mark.parametrize("name", ["m.csv", "m.tsv"])
def test_encodings(tmp_path: Path, name: str, encoding: str) -> None:
    """Also where a character is cut by the first piece of the file that is looked at."""
    pairs = [("①灰", "ash"), *(("表" * k, "table") for k in range(1, 700)), ("髙", "high")]
    content = "".join(f"{ja}{',' if name == 'm.csv' else chr(9)}{en}\r\n" for ja, en in pairs)
    (tmp_path / name).write_bytes(content.encode(encoding))
    assert list(read_pairs(tmp_path / name)) == pairs


def test_a_spoilt_line_of_utf8_is_not_read_as_another_encoding(tmp_path: Path) -> None:
    """Though all of the file is well-formed in it."""
    content = "灰".encode()[:2] + b"\tash\n" + "火灰\tash\n".encode() * 20
    assert content.decode("cp932")
    (tmp_path / "m.tsv").write_bytes(content)
    with pytest.raises(FormatError, match="line 1: expected UTF-8"):
        list(read_pairs(tmp_path / "m.tsv"))


@pytest.mark.parametrize("charset", ["EUC-JP", "Shift_JIS", "UTF-8", "CHARSET", "utf-7", "undefined", "rot13"])
def test_po_is_what_it_declares(tmp_path: Path, charset: str) -> None:
    encoding = charset if charset in ("EUC-JP", "Shift_JIS") else "utf-8"
    header = f'msgid ""\nmsgstr ""\n"Language: ja\\n"\n"Content-Type: text/plain; charset={charset}\\n"\n\n'
    (tmp_path / "m.po").write_bytes((header + 'msgid "table"\nmsgstr "表"\n').encode(encoding))
    assert list(read_pairs(tmp_path / "m.po")) == [("表", "table")]


HEADERS: list[tuple[str, tuple[list[int], list[int]] | None]] = [
    ("ja|en", ([0], [1])),
    ("EN (US)|Japanese text|Notes", ([1], [0])),
    ("日本語（原文）|英語（訳文）", ([0], [1])),
    ("和文|英訳", ([0], [1])),
    ("Source term|Target term", ([0], [1])),
    ("用語|English 1|English 2", ([0], [1, 2])),
    ("text_en|text_ja", ([1], [0])),
    ("原文|訳", ([0], [1])),
    ("日本語|Japanese", None),
    ("日本語教育|English education", None),
    ("用語|terminology", None),
    ("和英|英和", None),
    ("日本語は難しい。|English is difficult.", None),
]


@pytest.mark.parametrize(("names", "columns"), HEADERS, ids=[case[0] for case in HEADERS])
def test_headers(names: str, columns: tuple[list[int], list[int]] | None) -> None:
    header = header_of(names.split("|"))
    assert (header and (header.ja, header.en)) == columns
