"""What a glossary says of its terms besides their English: status, part of speech, definition, field; from file to file."""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termalign import Glossary
from termalign.formats import FormatError, GlossaryEntry, GlossaryError

RICH = Glossary(
    (
        GlossaryEntry(
            "消費税", ("consumption tax", "VAT"), "law", ("sales tax",), pos="noun", definition="a tax", domain="tax"
        ),
        GlossaryEntry("匿流", ("Tokuryu",), forbidden=("anonymous flow",)),
        GlossaryEntry("カイゼン", ("kaizen",), translate=False),
        GlossaryEntry("termalign", (), translate=False),
        GlossaryEntry("ArcVault", ("ArcVault",), translate=False),
        GlossaryEntry("桜", ("cherry",), domain="botany"),
        GlossaryEntry("不使用語", (), forbidden=("unused",)),
        GlossaryEntry("桜島", ("Sakurajima",), forbidden=("Cherry Island",), translate=False),
        GlossaryEntry("富士山", (), forbidden=("Fuji Mountain",), translate=False),
        GlossaryEntry("浅間山", ("Asama",), status="forbidden"),
        GlossaryEntry("阿蘇山", ("Aso",), status="admitted", concept="c1"),
        GlossaryEntry("霧島　火山", ("Kirishima",), concept="volcano-7"),
        GlossaryEntry("飯寿司", ("izushi", "fermented sushi"), "Hokkaido", ("rice sushi",), reading="いずし"),
        GlossaryEntry("幸村", ("Yukimura",), reading="ゆきむら"),
        GlossaryEntry("送料", ("shipping fee", "postage"), check="always"),
        GlossaryEntry("設定", ("setting",), forbidden=("config",), check="never"),
    )
)


@pytest.mark.parametrize("format", ["tsv", "csv", "xlsx", "utx", "tbx", "tbx3"])
def test_nothing_is_lost(tmp_path: Path, format: str) -> None:
    RICH.write(tmp_path / "g", format)
    read = Glossary.read(tmp_path / "g", format)
    assert read == RICH
    read.write(tmp_path / "h", format)
    assert Glossary.read(tmp_path / "h", format) == RICH


@pytest.mark.parametrize("format", ["omegat", "deepl", "google", "google-sets"])
def test_formats_without_status_have_what_may_be_used(tmp_path: Path, format: str) -> None:
    RICH.write(tmp_path / "g.csv", format)
    read = dict(Glossary.read(tmp_path / "g.csv", format).pairs())
    assert read["termalign"] == "termalign"
    assert "不使用語" not in read
    assert "sales tax" not in read.values()


TEXT = st.text("abcαアい字", min_size=1, max_size=6)
ENTRIES = st.builds(
    GlossaryEntry,
    ja=TEXT,
    en=st.lists(TEXT, min_size=1, max_size=3, unique=True).map(tuple),
    note=TEXT | st.just(""),
    forbidden=st.lists(TEXT.map("x{}".format), max_size=2, unique=True).map(tuple),
    translate=st.booleans(),
    status=st.sampled_from(["", "preferred", "admitted", "forbidden"]),
    pos=st.sampled_from(["", "noun"]),
    definition=TEXT | st.just(""),
    domain=TEXT | st.just(""),
    concept=st.sampled_from(["", "c1", "c7", "volcano"]),
    reading=st.sampled_from(["", "い", "いずし", "ユキムラ"]),
    check=st.sampled_from(["", "always", "never"]),
)


@settings(max_examples=20)
@pytest.mark.parametrize("format", ["tsv", "csv", "utx", "tbx", "tbx3"])
@given(entries=st.lists(ENTRIES, min_size=1, max_size=4, unique_by=lambda entry: entry.ja))
def test_any_entry_comes_back(
    tmp_path_factory: pytest.TempPathFactory, format: str, entries: list[GlossaryEntry]
) -> None:
    path = tmp_path_factory.mktemp("g") / "g"
    Glossary(tuple(entries)).write(path, format)
    assert Glossary.read(path, format).entries == tuple(entries)


@pytest.mark.parametrize(
    ("columns", "header", "row", "entry"),
    [
        (None, "用語,訳語,使用区分", "損害,damage,禁止", GlossaryEntry("損害", (), forbidden=("damage",))),
        (None, "ja,en,禁止訳", "損害,damages,damage|harm", GlossaryEntry("損害", ("damages",), forbidden=("damage", "harm"))),
        *((None, f"ja,en,{title}", "損害,damages,damage", GlossaryEntry("損害", ("damages",), forbidden=("damage",)))
          for title in ("使わないこと", "使用しないこと", "使用不可", "避ける訳", "非推奨", "非推奨訳", "Avoid", "Not to be used",
                        "Prohibited term", "使用禁止の英語", "使わない表記", "NG表記", "NGワード", "禁止表現", "禁止用語",
                        "避ける表現", "旧表記", "旧訳", "誤訳", "廃止した英語名", "×", "Old name", "Wrong translation")),
        *((None, f"ja,en,{title}", "損害,damages,damage", GlossaryEntry("損害", ("damages",)))
          for title in ("備考2", "使用例", "推奨度", "旧字体", "誤差", "禁止事項", "NG率", "不可算", "Avoidance", "Prohibition",
                        "Old")),
        (None, "ja,en,旧称", "損害,damages,損失", GlossaryEntry("損害", ("damages",))),
        ({"forbidden": "だめな英語"}, "用語,だめな英語,英語", "損害,damage,damages",
         GlossaryEntry("損害", ("damages",), forbidden=("damage",))),
        ({"note": "担当", "reading": "音"}, "用語,訳語,音,担当", "損害,damages,そんがい,山田",
         GlossaryEntry("損害", ("damages",), "山田", reading="そんがい")),
        *((None, f"ja,en,{title}", f"Zen,,{said}", GlossaryEntry("Zen", (), translate=False))
          for title in ("翻訳要否", "Translate", "Translate?") for said in ("不要", "否", "no")),
        (None, "ja,en,翻訳要否", "損害,damages,要", GlossaryEntry("損害", ("damages",))),
        (None, "日本語,英語,品詞,定義,分野", "損害,damages,名詞,被害,法律",
         GlossaryEntry("損害", ("damages",), pos="名詞", definition="被害", domain="法律")),
        (None, "ja,en,status", "iPhone,,do-not-translate", GlossaryEntry("iPhone", (), translate=False)),
        (None, "ja,en,翻訳", "カイゼン,kaizen,不要", GlossaryEntry("カイゼン", ("kaizen",), translate=False)),
        (None, "ja,en,status", "損害,damages,draft", GlossaryEntry("損害", ("damages",))),
        ({"ja": "見出し語1", "en": "訳語候補"}, "番号,見出し語1,読み,訳語候補", "7,損害,そんがい,damages",
         GlossaryEntry("損害", ("damages",), reading="そんがい")),
        ({"ja": "見出し語1", "en": "訳語候補"}, "見出し語1,訳語候補,使用禁止訳,備考・注意", "室温,room temperature,ambient,注",
         GlossaryEntry("室温", ("room temperature",), "注", forbidden=("ambient",))),
        ({"ja": "A", "en": "B", "note": "C"}, "A,B,C,備考", "損害,damages,民法,刑法",
         GlossaryEntry("損害", ("damages",), "民法")),
        ({"ja": "A", "en": "B", "note": "読み"}, "A,B,読み", "損害,damages,民法", GlossaryEntry("損害", ("damages",), "民法")),
        ({"ja": "見出し語1", "en": "訳語候補", "reading": "音"}, "番号,見出し語1,音,訳語候補", "7,損害,そんがい,damages",
         GlossaryEntry("損害", ("damages",), reading="そんがい")),
        *((None, f"用語,{title},訳語", "飯寿司,いずし,izushi", GlossaryEntry("飯寿司", ("izushi",), reading="いずし"))
          for title in ("読み", "よみ", "よみがな", "ふりがな", "フリガナ", "reading", "Kana")),
        (None, "用語,訳語", "飯寿司（いずし）,izushi", GlossaryEntry("飯寿司", ("izushi",), reading="いずし")),
        (None, "用語,訳語", "検討（する）,examine", GlossaryEntry("検討", ("examine",))),
        (None, "用語,訳語", "社員（アルバイト）,staff", GlossaryEntry("社員（アルバイト）", ("staff",))),
        (None, "用語,読み,訳語", "飯寿司,,izushi", GlossaryEntry("飯寿司", ("izushi",))),
        (None, "用語,備考,訳語", "飯寿司,いずし,izushi", GlossaryEntry("飯寿司", ("izushi",), "いずし")),
        ({"ja": "A", "en": "B", "status": "C"}, "A,B,C", "損害,damages,preferred", GlossaryEntry("損害", ("damages",))),
        ({"ja": "ｊａ", "en": "EN"}, "EN,JA", "damages,損害", GlossaryEntry("損害", ("damages",))),
    ],
)  # fmt: skip
def test_columns(columns: dict[str, str] | None, header: str, row: str, entry: GlossaryEntry) -> None:
    read = Glossary.read(io.BytesIO(f"{header}\n{row}\n".encode()), "csv", columns=columns)
    assert read.entries == (entry,)
    assert read.reading is not None
    assert not read.reading.guessed
    assert {"ja", "en"} <= set(read.reading.columns)


@pytest.mark.parametrize(
    ("terms", "readings", "expected"),
    [
        ("神輿;御神輿", "みこし;おみこし", ["みこし", "おみこし"]),
        ("引越し;引っ越し", "ひっこし", ["ひっこし", "ひっこし"]),
        ("神輿;御神輿;輿", "みこし;おみこし", ["", "", ""]),
        ("神輿（みこし）;御神輿", "", ["みこし", ""]),
    ],
)
def test_each_term_of_a_cell_has_its_reading(terms: str, readings: str, expected: list[str]) -> None:
    read = Glossary.read(io.BytesIO(f"用語,読み,訳語\n{terms},{readings},shrine\n".encode()), "csv")
    assert [entry.reading for entry in read] == expected


@pytest.mark.parametrize(
    ("header", "rows", "entries"),
    [
        ("用語,訳語,翻訳,備考", "灰,ash,,\n禅,Zen,しない,製品名",
         [GlossaryEntry("灰", ("ash",)), GlossaryEntry("禅", ("Zen",), "製品名", translate=False)]),
        ("用語,推奨訳,許容訳,禁止訳,翻訳", "灰,ash,ashes,cinder,する",
         [GlossaryEntry("灰", ("ash", "ashes"), forbidden=("cinder",))]),
        ("用語,Product,翻訳", "灰,Ash,\n禅,Zen,しない",
         [GlossaryEntry("灰", ("Ash",)), GlossaryEntry("禅", ("Zen",), translate=False)]),
        ("用語,翻訳,備考", "灰,ash,of a volcano", [GlossaryEntry("灰", ("ash",), "of a volcano")]),
        ("用語,翻訳,備考", "灰,,of a volcano\n火,fire,", [GlossaryEntry("火", ("fire",))]),
        ("原文,翻訳", "ash,灰", [GlossaryEntry("灰", ("ash",))]),
    ],
    ids=["beside a rendering", "beside statuses", "beside a name", "alone", "alone, with an empty cell", "from English"],
)  # fmt: skip
def test_a_column_of_decisions_or_of_renderings(header: str, rows: str, entries: list[GlossaryEntry]) -> None:
    assert list(Glossary.read(io.BytesIO(f"{header}\n{rows}\n".encode()), "csv")) == entries


@pytest.mark.parametrize(
    ("rows", "entries"),
    [
        ("日本語,,英語,\n用語,読み,訳語,状態\n灰,はい,ash,推奨\n灰,はい,cinder,禁止",
         [GlossaryEntry("灰", ("ash",), forbidden=("cinder",), reading="はい")]),
        ("日本語,日本語,英語,英語\n用語,読み,訳語,備考\n灰,はい,ash,of a volcano",
         [GlossaryEntry("灰", ("ash",), "of a volcano", reading="はい")]),
        ("用語集,第2版,,\n用語,訳語,備考,\n灰,ash,,", [GlossaryEntry("灰", ("ash",))]),
        ("用語,訳語,出典\n日本語,Japanese,note", [GlossaryEntry("日本語", ("Japanese",))]),
        ("日本語,英語\n用語,term", [GlossaryEntry("用語", ("term",))]),
        ("日本語,英語,備考\n用語,term,note", [GlossaryEntry("用語", ("term",), "note")]),
    ],
    ids=["groups", "repeated groups", "a title", "a language as a term", "a term", "a term with a note"],
)  # fmt: skip
def test_a_row_of_groups_above_the_header(rows: str, entries: list[GlossaryEntry]) -> None:
    for content, form in ((rows, "csv"), (rows.replace(",", "\t"), "tsv")):
        assert list(Glossary.read(io.BytesIO(content.encode()), form)) == entries


@pytest.mark.parametrize(
    ("header", "row", "unused"),
    [
        ("用語,訳語,例文,担当", "灰,ash,灰が降る,山田", ("例文", "担当")),
        ("PT（日本語）,PT（英語）,SOC", "灰,ash,Geology", ("SOC",)),
        ("No.,用語,訳語,備考", "1,灰,ash,of a volcano", ()),
        ("用語,訳語,担当", "灰,ash,", ()),
        ("用語,訳語,使わないこと", "灰,ash,cinder", ()),
        ("用語,訳語,count,kind", "灰,ash,7,gloss", ("count", "kind")),  # not all columns of `extract`
    ],
    ids=["two", "a name in English", "numbers and notes", "an empty column", "a column that is read", "a count"],
)
def test_columns_that_are_not_used_are_named(header: str, row: str, unused: tuple[str, ...]) -> None:
    reading = Glossary.read(io.BytesIO(f"{header}\n{row}\n".encode()), "csv").reading
    assert reading is not None
    assert reading.unused == unused
    told = f"columns not used: {', '.join(unused)} (to use one, name it with its role: --columns ROLE={''.join(unused[:1])},"
    assert [line.startswith(told) for line in str(reading).splitlines()[1:]] == [True] * bool(unused)


def test_columns_that_only_the_rows_tell() -> None:
    rows = "番号,項目,候補\n" + "".join(f"{k},用語{k},term {k}\n" for k in range(9))
    read = Glossary.read(io.BytesIO(rows.encode()), "csv")
    assert read["用語3"].en == ("term 3",)
    assert read.reading is not None
    assert read.reading.guessed
    assert str(read.reading) == "9 renderings read; columns ja=項目, en=候補 (recognised by script)"


@pytest.mark.parametrize(
    ("columns", "content", "message"),
    [
        (None, "番号,項目,候補1,候補2\n" + "".join(f"{k},用語{k},term {k},word {k}\n" for k in range(9)),
         "expected one column of English, found 候補1, 候補2: name the columns"),
        ({"ja": "用語", "en": "訳"}, "ja,en\n灰,ash\n", r"expected columns called 用語, 訳, found 'ja \| en'"),
        ({"forbidden": "禁"}, "ja,en\n灰,ash\n", r"expected columns called 禁, found 'ja \| en'"),
    ],
)  # fmt: skip
def test_columns_that_nothing_tells(columns: dict[str, str] | None, content: str, message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        Glossary.read(io.BytesIO(content.encode()), "csv", columns=columns)


@pytest.mark.parametrize("form", ["tbx", "tmx"])
def test_columns_are_for_tables(form: str) -> None:
    with pytest.raises(ValueError, match=rf"columns are for tables \(tsv, csv, xlsx\), not for {form}"):
        Glossary.read(io.BytesIO(b""), form, columns={"ja": "a", "en": "b"})


def test_columns_name_both_languages() -> None:
    with pytest.raises(
        ValueError, match=r"columns must name 'ja' and 'en', or neither, and may name .*: 'colour' is not one of these"
    ):
        Glossary.read(io.BytesIO(b""), "csv", columns={"ja": "a", "colour": "b"})


@pytest.mark.parametrize(
    ("form", "lines", "entries", "left_out"),
    [
        ("csv", "ja,en\n灰,ash\n火災,fire, blaze\n土,earth,", ["灰", "土"], [3]),
        ("tsv", "ja\ten\tnote\n灰\tash\tgrey\tx\n火\tfire", ["火"], [2]),
        ("tsv", "灰\tash\tgrey\tx\n火\tfire", ["灰", "火"], []),
    ],
)
def test_a_row_with_more_fields_than_the_header(form: str, lines: str, entries: list[str], left_out: list[int]) -> None:
    read = Glossary.read(io.BytesIO(lines.encode()), form)
    assert [entry.ja for entry in read] == entries
    assert read.reading is not None
    assert [fault.line for fault in read.reading.skipped] == left_out


def test_what_is_left_out_is_said() -> None:
    lines = "ja,en\n灰,ash\n火,\n,water\n土,earth\n"
    read = Glossary.read(io.BytesIO(lines.encode()), "csv")
    assert [entry.ja for entry in read] == ["灰", "土"]
    assert read.reading is not None
    assert (read.reading.forms, [fault.line for fault in read.reading.skipped]) == (2, [3, 4])
    assert str(read.reading).startswith("2 renderings read; 2 records left out")
    with pytest.raises(GlossaryError, match=r"line 3: .* an English rendering is missing"):
        Glossary.read(io.BytesIO(lines.encode()), "csv", strict=True)
    with pytest.raises(FormatError, match="line 2"):  # nothing of it is a glossary
        Glossary.read(io.BytesIO("ja,en\n火,\n".encode()), "csv")


def test_cells_that_are_merged_are_filled(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [
        ("用語集", None, None),
        ("用語", "訳語", "備考"),
        ("損害", "damages", "民法"),
        (None, "loss", None),
        ("灰", "ash", None),
    ]:
        book.active.append(row)
    for area in ("A1:C1", "A3:A4", "C3:C4"):
        book.active.merge_cells(area)
    book.save(tmp_path / "g.xlsx")
    read = Glossary.read(tmp_path / "g.xlsx")
    assert [entry[:3] for entry in read] == [("損害", ("damages", "loss"), "民法"), ("灰", ("ash",), "")]
    assert read.reading is not None
    assert read.reading.skipped == ()


def test_terms_of_one_concept_stay_together(tmp_path: Path) -> None:
    entries = [GlossaryEntry(ja, ("fraud",), "crime", concept="x7") for ja in ("詐欺", "騙取")]
    glossary = Glossary(tuple(entries))
    for name in ("g.tbx", "g.csv", "g.utx"):
        glossary.write(tmp_path / name)
        assert Glossary.read(tmp_path / name) == glossary
    assert (tmp_path / "g.tbx").read_text(encoding="utf-8").count("<termEntry") == 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [("preferredTerm-admn-sts", "en"), ("admittedTerm-admn-sts", "en"), ("standardizedTerm", "en"), ("", "en"),
     ("deprecatedTerm-admn-sts", "forbidden"), ("supersededTerm-admn-sts", "forbidden"), ("obsolete", "forbidden")],
)  # fmt: skip
def test_statuses_of_tbx(status: str, kind: str) -> None:
    note = f'<termNote type="administrativeStatus">{status}</termNote>'
    content = (
        '<martif type="TBX"><text><body><termEntry><langSet xml:lang="ja"><tig><term>灰</term></tig></langSet>'
        f'<langSet xml:lang="en"><tig><term>ash</term>{note}</tig></langSet></termEntry></body></text></martif>'
    )
    (entry,) = Glossary.read(io.BytesIO(content.encode()), "tbx")
    assert getattr(entry, kind) == ("ash",)


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ("辞書,dictionary,\n辞書,dict,コード内のみ", "dict: コード内のみ"),
        ("辞書,dictionary,本\n辞書,dict,コード内のみ; 一時的", "本; dict: コード内のみ; 一時的"),
        ("辞書,dictionary,\n辞書,lexicon,稀\n辞書,dict,稀", "lexicon: 稀; dict: 稀"),
        ("辞書,dictionary,\n辞書,dict: x,稀\n辞書,dict,短", "dict: x: 稀; dict: 短"),
        ("辞書,dictionary,本\n辞書,dict,", "本"),
        ("辞書,dictionary,dict: コード内のみ", "dict: コード内のみ"),
        ("辞書,dictionary,lexicon: 稀\n辞書,dict,", "lexicon: 稀"),
    ],
)
@pytest.mark.parametrize("format", ["csv", "xlsx", "utx", "tbx", "tbx3", "omegat"])
def test_a_note_stays_with_its_rendering(rows: str, note: str, format: str, tmp_path: Path) -> None:
    read = Glossary.read(io.BytesIO(f"用語,訳語,備考\n{rows}\n".encode()), "csv")
    assert read["辞書"].note == note
    read.write(tmp_path / "g", format)
    again = Glossary.read(tmp_path / "g", format)
    assert again["辞書"].note == note
    again.write(tmp_path / "h", "csv")
    assert (tmp_path / "h").read_text(encoding="utf-8").splitlines()[1:] == rows.splitlines()


@pytest.mark.parametrize(
    ("rows", "entry"),
    [
        ("辞書,dictionary,本,\n辞書,dict,本,禁止", GlossaryEntry("辞書", ("dictionary",), "本", ("dict",))),  # on both
        ("辞書,dict,短,禁止\n辞書,dictionary,,推奨", GlossaryEntry("辞書", ("dictionary",), "dict: 短", ("dict",))),
        ("辞書,dict,短,禁止", GlossaryEntry("辞書", (), "短", ("dict",))),
        ("禅,,名,翻訳しない\n禅,meditation,誤り,禁止",
         GlossaryEntry("禅", (), "名; meditation: 誤り", ("meditation",), translate=False)),
    ],
)  # fmt: skip
def test_a_note_on_a_rendering_with_a_status(rows: str, entry: GlossaryEntry, tmp_path: Path) -> None:
    read = Glossary.read(io.BytesIO(f"用語,訳語,備考,状態\n{rows}\n".encode()), "csv")
    assert read.entries == (entry,)
    read.write(tmp_path / "g.csv")
    assert Glossary.read(tmp_path / "g.csv") == read
