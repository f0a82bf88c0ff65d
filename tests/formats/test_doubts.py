"""What a glossary may mean otherwise than it is read: it is said, and an error if the file is read strictly."""

import io
import re
from pathlib import Path

import pytest

from termalign import Glossary
from termalign.cli import main
from termalign.formats import GlossaryEntry, GlossaryError
from termalign.formats.glossaries.entry import KEPT, WORDS, Check, Status, compared, status_of

CLIENT = GlossaryEntry("顧客", ("client",), forbidden=("customer",))


def read(content: str, *, format: str = "csv", strict: bool = False) -> Glossary:
    return Glossary.read(io.BytesIO(content.encode()), format, strict=strict)


def doubts(glossary: Glossary) -> tuple[str, ...]:
    assert glossary.reading is not None
    return glossary.reading.doubts


@pytest.mark.parametrize(
    "word",
    ["使用不可", "ボツ", "没", "不採用", "避ける", "旧訳", "廃止", "Legacy", "Not to be used",
     "不可", "使わない", "NG", "ＮＧ", "×", "✕", "❌", "Do not use", "don’t use", "Prohibited", "banned",
     "禁止（別概念）", "Not allowed", "不使用", "厳禁"],
)  # fmt: skip
def test_words_for_forbidden(word: str) -> None:
    assert status_of(word) == "forbidden"
    glossary = read(f"日本語,英語,区分\n顧客,customer,{word}\n顧客,client,推奨\n")
    assert glossary.entries == (CLIENT,)
    assert not doubts(glossary)


@pytest.mark.parametrize("word", ["○", "◯", "◎", "OK", "可", "承認", "推奨", "✓", "Approved", "-", ""])
def test_words_for_approved(word: str) -> None:
    glossary = read(f"日本語,英語,ステータス\n顧客,client,{word}\n", strict=True)
    assert glossary.entries == (GlossaryEntry("顧客", ("client",)),)


@pytest.mark.parametrize("header", ["区分", "使用区分", "可否", "usage", "Use", "状態", "status", "ステータス", "承認"])
def test_names_of_columns_with_statuses(header: str) -> None:
    assert read(f"ja,en,{header}\n顧客,client,\n顧客,customer,prohibited\n").entries == (CLIENT,)


@pytest.mark.parametrize(
    ("header", "statuses", "forbidden"),
    [
        ("使い分け", "推奨 使用禁止 許容 検討中", True),
        ("運用", "推奨 使用禁止 - -", True),
        ("方針（社内）", "確定 ボツ 使い分けに注意 -", True),
        ("policy", "preferred deprecated admitted TBD", True),
        ("OK?", "○ NG ○ ○", True),
        ("運用", "推奨 × × -", True),
        ("運用", "○ × ○ ○", False),  # marks alone may say anything
        ("版", "新 旧 新 新", False),
        ("担当", "森 使用禁止 林 原", False),
        ("部署", "Legal Standard Legal -", False),
    ],
)
def test_a_column_whose_cells_are_statuses(header: str, statuses: str, forbidden: bool) -> None:
    forms = ["基底クラス,base class", "基底クラス,superclass", "辞書,dictionary", "辞書,dict"]
    rows = [f"{form},{said}" for form, said in zip(forms, statuses.split(), strict=True)]
    glossary = read("\n".join([f"用語,訳語,{header}", *rows]))
    assert glossary["基底クラス"].forbidden == ("superclass",) * forbidden
    assert glossary["辞書"].en == ("dictionary", "dict") or forbidden
    said = f"the column {header} is read as that of statuses, because its cells are statuses (line 2)"
    assert (said in doubts(glossary)) == forbidden
    forbids = [doubt for doubt in doubts(glossary) if "forbids nothing" in doubt]
    assert len(forbids) == (not forbidden and status_of(statuses.split()[1]) == "forbidden")


@pytest.mark.parametrize(
    ("content", "warned"),
    [
        ("用語,訳語,社内\n灰,ash,本命\n灰,cinder,使用禁止\n", "“使用禁止” under 社内 forbids nothing"),
        ("用語,訳語,社内\n" + "灰,ash,\n" * 60 + "灰,cinder,×\n", "“×” under 社内 forbids nothing"),
        ("用語,訳語,備考\n灰,ash,\n灰,cinder,NG（古い）\n", "“NG（古い）” under 備考 forbids nothing"),
        ("灰,ash,of wood\n灰,cinder,禁止\n", "“禁止” under column 3 forbids nothing"),
        ("用語,訳語,社内\n灰,ash,本命\n灰,cinder,使用禁止区域では注意\n", ""),
        ("用語,訳語,備考\n灰,ash,\n灰,cinder,推奨\n", ""),
        ("用語,訳語,status\n灰,ash,本命\n灰,cinder,禁止\n", "the status “本命” is not known"),
        ("用語,訳語,status\n灰,ash,推奨\n灰,ash,禁止\n", "“ash” is approved and forbidden for 灰"),
        ("用語,訳語\n灰（はい）,ash\n", ""),
    ],
)
def test_warnings_are_shown_also_with_quiet(
    content: str, warned: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "g.csv").write_text(content, encoding="utf-8")
    assert main(["convert", "-q", "--as", "glossary", str(tmp_path / "g.csv"), str(tmp_path / "g.tbx")]) == 0
    err = capsys.readouterr().err
    assert err.startswith(f"termalign: {tmp_path / 'g.csv'}: {warned}") if warned else not err
    assert len(err.splitlines()) == bool(warned)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("検討中", GlossaryEntry("顧客", ("client", "customer"))),
        ("未承認", GlossaryEntry("顧客", ("client", "customer"))),
        ("Proposed", GlossaryEntry("顧客", ("client", "customer"))),
        ("要確認", GlossaryEntry("顧客", ("client", "customer"))),
        ("未使用禁止", GlossaryEntry("顧客", ("client", "customer"))),
        ("変更しない", GlossaryEntry("顧客", ("client", "customer"))),
        ("社外使用不可", CLIENT),
        ("不推奨", CLIENT),
        ("採用しない", CLIENT),
        ("推奨", GlossaryEntry("顧客", ("customer", "client"))),
    ],
)
def test_a_pending_or_unknown_status_is_never_the_preferred_one(status: str, expected: GlossaryEntry) -> None:
    glossary = read(f"ja,en,status\n顧客,customer,{status}\n顧客,client,\n")
    assert glossary.entries == (expected,)


@pytest.mark.parametrize(("status", "words"), [*WORDS.items(), ("not to be translated", " ".join(sorted(KEPT)))])
def test_the_page_on_term_bases_lists_all_words(status: Status, words: str) -> None:
    page = Path(__file__, "../../../docs/term-bases.md").resolve().read_text(encoding="utf-8")
    (row,) = re.findall(rf"^\| {status} \| ([^|;]+)", page, re.MULTILINE)
    assert sorted(map(compared, row.split(", "))) == sorted(words.split())


@pytest.mark.parametrize(
    ("content", "entry"),
    [
        ("ja,en,区分\n顧客,client,法務\n", GlossaryEntry("顧客", ("client",))),
        ("ja,en,usage\n顧客,client,in headings only\n", GlossaryEntry("顧客", ("client",), "in headings only")),
        ("ja,en,usage\n顧客,client,\n", GlossaryEntry("顧客", ("client",))),
        ("ja,en,note\n顧客,client,禁止事項\n", GlossaryEntry("顧客", ("client",), "禁止事項")),
    ],
)
def test_columns_with_other_things(content: str, entry: GlossaryEntry) -> None:
    glossary = read(content, strict=True)
    assert glossary.entries == (entry,)
    assert glossary.reading is not None
    assert "status" not in glossary.reading.columns


@pytest.mark.parametrize(
    ("format", "content"),
    [
        ("csv", "ja,en,status\n顧客,client,要確認\n会社,firm,要確認\n社員,staff,forbidden\n"),
        ("tsv", "ja\ten\tstatus\n顧客\tclient\t要確認\n会社\tfirm\t要確認\n社員\tstaff\tforbidden\n"),
        ("utx", "#UTX 1.11; ja/en\n#src\ttgt\tsrc:pos\tterm status\n顧客\tclient\t-\t要確認\n会社\tfirm\t-\t要確認\n"),
    ],
)
def test_an_unknown_status_is_said_once(format: str, content: str) -> None:
    glossary = read(content, format=format)
    assert glossary["顧客"].en == ("client",)
    first = 3 if format == "utx" else 2
    message = f"the status “要確認” is not known: it counts as approved (lines {first}, {first + 1})"
    assert doubts(glossary) == (message,)
    assert message in str(glossary.reading)
    with pytest.raises(GlossaryError, match=f"line {first}: the status “要確認” is not known"):
        read(content, format=format, strict=True)


@pytest.mark.parametrize(
    ("word", "translate"),
    [("no", False), ("いいえ", False), ("DNT", False), ("do not translate", False), ("訳さない", False), ("翻訳しない", False),
     ("そのまま", False), ("x", False), ("×", False), ("不要", False), ("翻訳不要（ロゴ）", False), ("FALSE", False),
     ("なし", False), ("yes", True), ("はい", True), ("○", True), ("翻訳する", True), ("要", True), ("TRUE", True), ("", True),
     ("-", True)],
)  # fmt: skip
def test_words_in_a_column_translate(word: str, translate: bool) -> None:
    glossary = read(f"ja,en,translate\nカイゼン,kaizen,{word}\n", strict=True)
    assert glossary.entries == (GlossaryEntry("カイゼン", ("kaizen",), translate=translate),)
    assert not doubts(glossary)


@pytest.mark.parametrize("word", ["banana", "要確認", "?", "nope"])
def test_an_unknown_word_in_a_column_translate(word: str) -> None:
    content = f"ja,en,翻訳\nカイゼン,kaizen,{word}\n"
    glossary = read(content)
    message = f"“{word}” in the column translate is neither yes nor no: it counts as yes"
    assert glossary["カイゼン"].translate
    assert doubts(glossary) == (f"{message} (line 2)",)
    with pytest.raises(GlossaryError, match=r"line 2: .* neither yes nor no"):
        read(content, strict=True)


@pytest.mark.parametrize(
    ("word", "check"),
    [("always", "always"), ("必ず", "always"), ("常に", "always"), ("Never", "never"), ("対象外", "never"), ("除外", "never"),
     ("", ""), ("-", ""), ("なし", "")],
)  # fmt: skip
@pytest.mark.parametrize("header", ["check", "チェック"])
def test_words_in_a_column_check(header: str, word: str, check: Check) -> None:
    glossary = read(f"ja,en,{header}\n送料,shipping fee,{word}\n", strict=True)
    assert glossary.entries == (GlossaryEntry("送料", ("shipping fee",), check=check),)


@pytest.mark.parametrize("word", ["sometimes", "時々", "done by Mori"])
def test_an_unknown_word_in_a_column_check(word: str) -> None:
    content = f"ja,en,check\n送料,shipping fee,{word}\n"
    glossary = read(content)
    assert glossary["送料"].check == ""
    assert doubts(glossary) == (
        f"“{word}” in the column check is neither always nor never: it counts as nothing (line 2)",
    )
    with pytest.raises(GlossaryError):
        read(content, strict=True)


def test_an_unknown_status_in_tbx() -> None:
    entry = (
        '<termEntry><langSet xml:lang="ja"><tig><term>顧客</term></tig></langSet><langSet xml:lang="en"><tig>'
        '<term>client</term><termNote type="administrativeStatus">odd</termNote></tig></langSet></termEntry>'
    )
    content = f"<martif><text><body>\n{entry}</body></text></martif>"
    assert doubts(read(content, format="tbx")) == ("the status “odd” is not known: it counts as approved (line 2)",)


_ENGLISH = '<langSet xml:lang="en"><tig><term>client</term>{}</tig></langSet>'
_JAPANESE = '<langSet xml:lang="ja"><tig><term>顧客</term></tig></langSet>'


@pytest.mark.parametrize(
    ("notes", "unread"),
    [
        ('<termNote type="termType">fullForm</termNote>', ["termType"]),
        ('<descripGrp><descrip type="context">to a client</descrip><admin type="source">ISO</admin></descripGrp>',
         ["context", "source"]),
        ('<termNote type="partOfSpeech">noun</termNote><note>grey</note><transac type="transactionType">input</transac>', []),
        ('<descrip type="context"></descrip>', []),
    ],
)  # fmt: skip
def test_data_of_tbx_that_are_not_read_are_reported(notes: str, unread: list[str]) -> None:
    content = f"<martif><text><body>\n<termEntry>{_JAPANESE}{_ENGLISH.format(notes)}</termEntry></body></text></martif>"
    assert doubts(read(content, format="tbx")) == tuple(f"the data “{kind}” are not read (line 2)" for kind in unread)
    assert read(content, format="tbx", strict=True)["顧客"].en == ("client",)


def test_entries_of_tbx_without_one_of_the_languages_are_counted() -> None:
    entries = [_JAPANESE + _ENGLISH.format(""), _ENGLISH.format(""), _JAPANESE]
    body = "\n".join(f"<termEntry>{entry}</termEntry>" for entry in entries)
    content = f"<martif><text><body>\n{body}</body></text></martif>"
    reading = read(content, format="tbx").reading
    assert reading is not None
    assert str(reading) == "1 rendering read; 2 records left out"
    assert [(fault.line, fault.problem) for fault in reading.skipped] == [
        (3, "expected terms in Japanese and English, found only en in 'client'"),
        (4, "expected terms in Japanese and English, found only ja in '顧客'"),
    ]
    with pytest.raises(GlossaryError, match=r"line 3: .* found only en"):
        read(content, format="tbx", strict=True)


@pytest.mark.parametrize(
    ("content", "entry"),
    [
        ("日本語,推奨訳,許容訳,禁止訳\n顧客,client,account,customer\n",
         GlossaryEntry("顧客", ("client", "account"), forbidden=("customer",))),
        ("用語,許容,禁止,推奨\n顧客,account,customer|buyer,client\n",
         GlossaryEntry("顧客", ("client", "account"), forbidden=("customer", "buyer"))),
        ("用語,推奨訳,禁止訳\n顧客,client,\n", GlossaryEntry("顧客", ("client",))),
        ("Japanese,Preferred term,Forbidden term\n顧客,client,customer\n", CLIENT),
        ("用語,訳語,禁止\n顧客,client,\n顧客,customer,○\n", CLIENT),
        ("用語,英語,使わない訳\n顧客,client,customer\n", CLIENT),
        ("用語,英語,使用しない訳語\n顧客,client,customer\n", CLIENT),
        ("用語,英語（館内）,英語（使用不可）\n顧客,client,customer\n", CLIENT),
        ("用語,英語,英語（旧）\n顧客,client,customer\n", GlossaryEntry("顧客", ("client",))),
        ("用語,訳語,NG\n顧客,client,\n顧客,customer,×\n", CLIENT),
    ],
)  # fmt: skip
def test_a_column_for_each_status(content: str, entry: GlossaryEntry) -> None:
    assert read(content).entries == (entry,)


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (
            "見出し（日本語）,英語（館内統一）,メモ（内部）",
            {"ja": "見出し（日本語）", "en": "英語（館内統一）", "note": "メモ（内部）"},
        ),
        (
            "用語,English (house style),分類（大）",
            {"ja": "用語", "en": "English (house style)", "domain": "分類（大）"},
        ),
        ("用語,英語（案）,英語", {"ja": "用語", "en": "英語"}),
        ("日本語（かな）,訳語（案）,日本語", {"ja": "日本語", "en": "訳語（案）"}),
    ],
)
def test_names_of_columns_with_a_remark(header: str, columns: dict[str, str]) -> None:
    glossary = read(f"{header}\nこきゃく,client,顧客\n")
    assert glossary.reading is not None
    assert glossary.reading.columns == columns
    assert not glossary.reading.guessed


def test_two_columns_with_remarks_may_both_be_the_english() -> None:
    with pytest.raises(GlossaryError, match=r"expected one column of English, .* name the columns with --columns ja="):
        read("用語,英語（館内）,英語（旧）\n顧客,client,customer\n会社,firm,company\n")


def test_a_translated_row_with_remarks_is_no_header() -> None:
    assert [entry.ja for entry in read("訳語（やくご）,translation (word)\n顧客,client\n")] == ["訳語", "顧客"]


def test_marks_that_may_mean_either_are_refused() -> None:
    with pytest.raises(GlossaryError, match="expected forbidden renderings in the column NG, found × and ○"):
        read("用語,訳語,NG\n顧客,client,○\n顧客,customer,×\n")


def test_kana_in_brackets_are_no_part_of_a_term() -> None:
    glossary = read("ja,en\n顧客（こきゃく）,client\n検討(する),consider\n")
    assert [entry.ja for entry in glossary] == ["顧客", "検討"]
    assert doubts(glossary) == ("“顧客（こきゃく）” is read without the kana in brackets (lines 2, 3)",)


@pytest.mark.parametrize("term", ["社員（アルバイト）", "はし（橋）", "会社（法人）", "株式会社（かぶ）", "（株）"])
def test_other_brackets_stay(term: str) -> None:
    glossary = read(f"ja,en\n{term},x y\n")
    assert glossary.entries[0].ja == term
    assert not doubts(glossary)


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ('顧客,"client, customer"', "client, customer"),
        ("顧客/お客様,client", "顧客/お客様"),
        ("顧客，お客様,client", "顧客，お客様"),
        ("顧客,client・customer", "client・customer"),
    ],
)
def test_a_cell_that_may_hold_several_forms(row: str, cell: str) -> None:
    glossary = read(f"ja,en\n会社,company\n{row}\n")
    assert len(glossary) == 2
    (said,) = doubts(glossary)
    assert said.startswith(f"“{cell}” is read as one form: if it is several, separate them by ;")
    assert said.endswith("(line 3)")


@pytest.mark.parametrize("others", ["会社,company", "会社,firm|company", "会社、企業,firm", "会社,firm\n会社,company"])
@pytest.mark.parametrize(
    ("row", "japanese", "english"),
    [
        ('顧客,"client\ncustomer"', ["顧客"], ("client", "customer")),
        ('顧客,"・client\r\n・customer"', ["顧客"], ("client", "customer")),
        ('"顧客\nお客様",client', ["顧客", "お客様"], ("client",)),
        ("顧客 / お客様,client", ["顧客", "お客様"], ("client",)),
        ("顧客,log in / sign in", ["顧客"], ("log in", "sign in")),
        ("顧客,client、customer", ["顧客"], ("client", "customer")),
        ("顧客,client ／ customer;buyer", ["顧客"], ("client", "customer", "buyer")),
        ("御朱印,goshuin seal／goshuin", ["御朱印"], ("goshuin seal", "goshuin")),
    ],
)
def test_a_cell_that_surely_holds_several_forms(
    row: str, japanese: list[str], english: tuple[str, ...], others: str
) -> None:
    glossary = read(f"ja,en\n{others}\n{row}\n")
    assert [entry.ja for entry in glossary][-len(japanese) :] == japanese
    assert {entry.en for entry in glossary if entry.ja in japanese} == {english}
    (said,) = doubts(glossary)
    assert re.fullmatch(r"“[^\n\r]+” is read as several forms \(line \d\)", said)


def test_forbidden_renderings_in_one_cell() -> None:
    glossary = read('ja,en,forbidden\n顧客,client,"customer\nbuyer"\n')
    assert glossary["顧客"].forbidden == ("customer", "buyer")


@pytest.mark.parametrize(
    "rows",
    [
        '国土交通省,"Ministry of Land, Infrastructure, Transport and Tourism"',
        'TCP/IP,TCP/IP',
        'ジョン・スミス,John Smith',
        '防衛省,"Ministry of\nDefense"',
        '／,slash',
        '規約,"The terms of the use\nof this service"',
        '入出力,input/output',
        '通信規約,TCP／IP',
        '時速,km／h',
        '千,"1,000"',
        '顧客,"client, customer"\n会社,firm|company',  # the file separates forms otherwise
        '顧客/お客様,client\n会社、企業,company',
        '従五位下,"Junior Fifth Rank, Lower"\n会社,firm\n会社,company',  # each rendering has a row
        '従五位下,"Junior Fifth Rank, Lower"\n会社,firm\n会社 ,company',  # … although a space follows the term in one
    ],
)  # fmt: skip
def test_a_cell_with_one_form(rows: str) -> None:
    assert not doubts(read(f"ja,en\n{rows}\n"))


@pytest.mark.parametrize(
    ("row", "doubtful"),
    [
        ("荘園,manor", True),
        ("荘園,roof tile", True),
        ("地頭,jito", False),
        ("浴衣,yukata", False),
        ("ソニー,Sony", False),
        ("iPhone,iPhone", False),
        ("pip,pip", False),
    ],
)
def test_a_term_that_is_translated_although_it_must_not_be(row: str, doubtful: bool) -> None:
    found = doubts(read(f"ja,en,status\n{row},do-not-translate\n"))
    assert [text.partition(" must")[0] for text in found] == [row.partition(",")[0]] * doubtful


def test_the_command_line_says_what_is_in_doubt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    glossary, text = tmp_path / "g.csv", tmp_path / "t.txt"
    glossary.write_text("ja,en,status\n顧客,client,要確認\n", encoding="utf-8")
    text.write_text("顧客に連絡する。", encoding="utf-8")
    command = ["select", "--glossary", str(glossary), str(text)]
    assert main(command) == 0
    assert "the status “要確認” is not known: it counts as approved (line 2)" in capsys.readouterr().err
    assert main([*command, "--strict"]) == 1
    assert "line 2: the status “要確認” is not known" in capsys.readouterr().err


def test_columns_are_not_for_bitexts(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"columns are for tables \(tsv, csv, xlsx\), not for tmx"):
        Glossary.read(tmp_path / "m.tmx", columns={"ja": "a", "en": "b"})


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("顧客,client,推奨\n顧客,client,禁止", ("“client” is approved and forbidden for 顧客: it counts as approved",)),
        (
            "設定,settings,\n設定,Settings,禁止",
            ("“Settings” is approved and forbidden for 設定: it counts as approved",),
        ),
        ("防御力,Defense,推奨\n防御力,Defence,禁止", ()),
        ("顧客,client,推奨\n依頼人,client,禁止", ()),
    ],
)
def test_a_rendering_that_is_approved_and_forbidden(rows: str, expected: tuple[str, ...]) -> None:
    assert doubts(read(f"ja,en,区分\n{rows}\n")) == expected


HOUSE = (
    "No.,分野,見出し語,当社訳語,許容,使ってはいけない訳,特記事項\n"
    "1,特許,溶媒,solvent,,vehicle,\n2,,継手,joint,fitting,,配管用\n3,,砥石,whetstone,,,\n"
)


@pytest.mark.parametrize("columns", ["当社訳語", "自社訳", "標準訳語", "訳し方"])
def test_admitted_renderings_are_never_the_only_english(columns: str) -> None:
    glossary = read(HOUSE.replace("当社訳語", columns))
    assert glossary["継手"].en == ("joint", "fitting")
    assert glossary["溶媒"].en == ("solvent",)
    assert glossary["溶媒"].forbidden == ("vehicle",)
    assert glossary["継手"].note == "配管用"


@pytest.mark.parametrize(
    ("content", "lost"),
    [
        ("用語,訳語,前回\n灰,,ash\n火,,fire\n水,water,\n", 2),
        ("用語,訳語,前回\n灰,,ash\n火,,fire\n水,water,\n土,earth,\n", 0),
        ("用語,訳語\n灰,\n火,\n水,water\n", 0),  # not translated yet
        ("用語,訳語\n,ash\n,fire\n水,water\n", 2),
    ],
)
def test_a_glossary_of_which_most_is_lost_is_an_error(content: str, lost: int, tmp_path: Path) -> None:
    file, out = tmp_path / "g.csv", tmp_path / "g.tbx"
    file.write_text(content, encoding="utf-8")
    assert main(["convert", str(file), str(out)]) == int(lost > 0)
    assert out.exists() == (not lost)
    if lost:
        with pytest.raises(GlossaryError, match=f"{lost} records without a term or its English, the first in line 2"):
            Glossary.read(file)


@pytest.mark.parametrize(
    ("format", "problem"),
    [
        ("csv", "a Japanese term and its English with a tab between them, in a .csv file a comma;"),
        ("xlsx", "a Japanese term and its English;"),
    ],
)
def test_a_message_about_a_record_names_only_separators_that_the_file_has(
    format: str, problem: str, tmp_path: Path
) -> None:
    file = tmp_path / f"g.{format}"
    if format == "csv":
        file.write_text("用語,訳語\n灰,ash\n火,\n", encoding="utf-8")
    else:
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.Workbook()
        for row in (["用語", "訳語"], ["灰", "ash"], ["火", None]):
            book.active.append(row)
        book.save(file)
    reading = Glossary.read(file).reading
    assert reading is not None
    assert problem in reading.skipped[0].problem


@pytest.mark.parametrize(
    ("said", "reported"),
    [
        (("搬送|", "convey*"), True),
        (("搬送|する", "convey"), True),
        (("A*", "A*"), False),
        (("弾性体", "elastic body"), False),
    ],
)
def test_wildcards_in_a_term_base_are_reported(said: tuple[str, str], reported: bool) -> None:
    sections = "".join(
        f'<langSet xml:lang="{code}"><tig><term>{term}</term></tig></langSet>'
        for code, term in zip(("ja", "en-us"), said, strict=True)
    )
    found = read(f"<martif><text><body><termEntry>{sections}</termEntry></body></text></martif>", format="tbx")
    assert [(one.ja, *one.en) for one in found] == [said]
    assert any("wildcards" in doubt for doubt in doubts(found)) == reported


@pytest.mark.parametrize(("note", "forbidden"), [("true", True), ("false", False), ("", False)])
def test_a_term_note_says_what_is_forbidden(note: str, forbidden: bool) -> None:
    english = (
        f'<tig><term>patent claim</term><termNote type="forbidden">{note}</termNote></tig><tig><term>claim</term></tig>'
    )
    found = read(
        '<martif><text><body><termEntry><langSet xml:lang="ja"><tig><term>請求項</term></tig></langSet>'
        f'<langSet xml:lang="en">{english}</langSet></termEntry></body></text></martif>',
        format="tbx",
    )
    assert found["請求項"].forbidden == (("patent claim",) if forbidden else ())
    assert "claim" in found["請求項"].en


@pytest.mark.parametrize(
    ("cell", "reported"),
    [
        ("expansion valve / throttle valve", 1),
        ('"joint\nfitting"', 1),
        ("TCP/IP", 0),
        ("valve", 0),
        ('"fitting, joint"', 0),
    ],
)
def test_marks_that_few_forms_have_are_reported_beside_other_marks(cell: str, reported: int) -> None:
    found = read(f"ja,en\n溶媒,solvent; vehicle\n弁,{cell}\n")
    assert len(doubts(found)) == reported
