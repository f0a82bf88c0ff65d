"""User glossaries: from pairs, from files good and bad, and as a layer of a lexicon."""

import csv
import io
import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from known_formats import GLOSSARIES

from termalign.formats import GlossaryEntry, GlossaryError
from termalign.formats.glossaries.entry import record_of
from termalign.lexicon import Lexicon, Rendering
from termalign.termbase import Glossary

Entries = list[tuple[str, tuple[str, ...]]]

GOOD: list[tuple[str, str, bytes, Entries]] = [
    ("plain", "g.tsv", "匿流\tTokuryu\n".encode(), [("匿流", ("Tokuryu",))]),
    ("no newline at the end", "g.tsv", "匿流\tTokuryu".encode(), [("匿流", ("Tokuryu",))]),
    ("windows", "g.tsv", "匿流\tTokuryu\r\n詐欺\tfraud\r\n".encode(), [("匿流", ("Tokuryu",)), ("詐欺", ("fraud",))]),
    ("classic mac", "g.tsv", "匿流\tTokuryu\r詐欺\tfraud\r".encode(), [("匿流", ("Tokuryu",)), ("詐欺", ("fraud",))]),
    ("classic mac, csv", "g.csv", "ja,en\r匿流,Tokuryu\r".encode(), [("匿流", ("Tokuryu",))]),
    ("byte order mark", "g.tsv", "\ufeff匿流\tTokuryu\n".encode(), [("匿流", ("Tokuryu",))]),
    ("byte order mark and header", "g.csv", "\ufeffja,en\n匿流,Tokuryu\n".encode(), [("匿流", ("Tokuryu",))]),
    ("header", "g.tsv", "Japanese\tEnglish\n詐欺\tfraud\n".encode(), [("詐欺", ("fraud",))]),
    ("header turned round", "g.tsv", "English\tJapanese\nfraud\t詐欺\n".encode(), [("詐欺", ("fraud",))]),
    ("header in Japanese", "g.csv", "用語,訳語,備考\n詐欺,fraud,刑法\n".encode(), [("詐欺", ("fraud",))]),
    ("a column nobody knows", "g.csv", "id,ja,en\n7,詐欺,fraud\n".encode(), [("詐欺", ("fraud",))]),
    ("two English columns", "g.csv", "ja,en,en\n詐欺,fraud,scam\n".encode(), [("詐欺", ("fraud", "scam"))]),
    ("several forms on lines", "g.tsv", "詐欺\tfraud\n詐欺\tscam\n".encode(), [("詐欺", ("fraud", "scam"))]),
    ("forms in a field", "g.tsv", "詐欺\tfraud | scam;con\n".encode(), [("詐欺", ("fraud", "scam", "con"))]),
    ("duplicates", "g.tsv", "詐欺\tfraud\n詐欺\tfraud\n".encode(), [("詐欺", ("fraud",))]),
    ("comments and empty lines", "g.tsv", "# mine\n\n詐欺\tfraud\n  \n#x\ty\n".encode(), [("詐欺", ("fraud",))]),
    ("comments in csv", "g.csv", "# mine, or so\n詐欺,fraud\n\n".encode(), [("詐欺", ("fraud",))]),
    ("spaces", "g.tsv", " 詐欺 \t fraud \n".encode(), [("詐欺", ("fraud",))]),
    ("a comma in English", "g.tsv", "会社\tCompany, Inc.\n".encode(), [("会社", ("Company, Inc.",))]),
    ("a quoted comma", "g.csv", '会社,"Company, Inc."\n'.encode(), [("会社", ("Company, Inc.",))]),
    ("a line break within quotes", "g.csv", '会社,"The\nCompany"\n'.encode(), [("会社", ("The\nCompany",))]),
    ("quotes of a spreadsheet", "g.tsv", '詐欺\t"so-called ""fraud"""\n'.encode(), [("詐欺", ('so-called "fraud"',))]),
    ("quotes that are text", "g.tsv", '詐欺\t"fraud" or "scam"\n'.encode(), [("詐欺", ('"fraud" or "scam"',))]),
    ("a lone quotation mark", "g.tsv", '尺\t12" rule\n'.encode(), [("尺", ('12" rule',))]),
    ("commas in a tsv file", "g.tsv", "詐欺,fraud\n".encode(), [("詐欺", ("fraud",))]),
    ("tabs in a csv file", "g.csv", "詐欺\tfraud, n.\n".encode(), [("詐欺", ("fraud, n.",))]),
    ("semicolons", "g.csv", "\ufeff損害賠償;damages, losses\r\n通知;notice, notification\r\n".encode(),
     [("損害賠償", ("damages, losses",)), ("通知", ("notice, notification",))]),
    ("semicolons between forms", "g.csv", "損害賠償,damages; losses\n通知,notice; notification\n".encode(),
     [("損害賠償", ("damages", "losses")), ("通知", ("notice", "notification"))]),
    ("Shift JIS", "g.tsv", "詐欺\tfraud\n匿流\tTokuryu\n".encode("cp932"), [("詐欺", ("fraud",)), ("匿流", ("Tokuryu",))]),
    ("Shift JIS of Windows", "g.csv", "会社,Company\n㈱髙島屋,Takashimaya\n".encode("cp932"),
     [("会社", ("Company",)), ("㈱髙島屋", ("Takashimaya",))]),
    ("Shift JIS in a glossary of OmegaT", "g.txt", "詐欺\tfraud\n".encode("cp932"), [("詐欺", ("fraud",))]),
    ("UTF-16", "g.csv", "詐欺,fraud\n".encode("utf-16"), [("詐欺", ("fraud",))]),
    ("several Japanese forms", "g.tsv", "秘密情報、機密情報\tconfidential information\n引越し; 引っ越し｜転居\tmove|removal\n"
     .encode(), [("秘密情報", ("confidential information",)), ("機密情報", ("confidential information",)),
      ("引越し", ("move", "removal")), ("引っ越し", ("move", "removal")), ("転居", ("move", "removal"))]),
    ("OmegaT's from English", "g.txt", "fraud\t詐欺\nash\t灰\n".encode(), [("詐欺", ("fraud",)), ("灰", ("ash",))]),
    ("OmegaT's have no header", "g.txt", "日本語\tJapanese\tEnglish\n".encode(), [("日本語", ("Japanese",))]),
    ("OmegaT's with 、", "g.txt", "緊急、非常用\temergency\n".encode(), [("緊急、非常用", ("emergency",))]),
    ("marks that stand between forms", "g.tsv", "、\tcomma\n|\tpipe\n句読点\t、|;\n；；\t| ;\n".encode(),
     [("、", ("comma",)), ("|", ("pipe",)), ("句読点", ("、",)), ("；；", ("| ;",))]),
    ("dashes for dashes", "g.tsv", "−\t-\n〜\t–\n灰\tash\n".encode(), [("−", ("-",)), ("〜", ("–",)), ("灰", ("ash",))]),
    ("an empty third field", "g.tsv", "詐欺\tfraud\t\n".encode(), [("詐欺", ("fraud",))]),
    ("upper-case suffix", "g.CSV", "詐欺,fraud\n".encode(), [("詐欺", ("fraud",))]),
    ("any other suffix is tab-separated", "g.txt", "詐欺\tfraud, n.\n".encode(), [("詐欺", ("fraud, n.",))]),
    ("a term outside the BMP", "g.tsv", "𠮷野家\tYoshinoya\n".encode(), [("𠮷野家", ("Yoshinoya",))]),
    ("nothing", "g.tsv", b"", []),
    ("a header only", "g.csv", b"ja,en\n", []),
]  # fmt: skip
BAD: list[tuple[str, str, bytes, str, int]] = [
    ("no English", "g.tsv", "詐欺\tfraud\n匿流\n".encode(), "line 2: expected .* an English rendering is missing", 1),
    ("empty English", "g.tsv", "詐欺\t\n".encode(), "line 1: .* an English rendering is missing", 0),
    ("a dash for no English", "g.tsv", "詐欺\tfraud\n匿流\t－\n".encode(), "line 2: .* an English rendering is missing", 1),
    ("no Japanese", "g.tsv", "詐欺\tfraud\n\n\tscam\n".encode(), "line 3: .* a Japanese term is missing", 1),
    ("one line in Shift JIS", "g.tsv", "灰\tash\n".encode() + "匿流\tTokuryu\n".encode("cp932"), "line 2: expected UTF-8", 1),
    ("EUC-JP", "g.tsv", "詐欺\tfraud\n".encode("euc_jp"), "line 1: expected UTF-8", 0),
    ("a binary file", "g.tsv", "詐欺\tfraud\n\0\0\0\n".encode(), "line 2: expected text, found a NUL", 1),
    ("an open quote", "g.csv", '詐欺,fraud\n匿流,"Tokuryu\n'.encode(), "line 2: expected comma-separated fields", 1),
]  # fmt: skip


@pytest.mark.parametrize(("label", "name", "content", "entries"), GOOD, ids=[case[0] for case in GOOD])
def test_good_files(tmp_path: Path, label: str, name: str, content: bytes, entries: Entries) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert [(entry.ja, entry.en) for entry in Glossary.read(file)] == entries
    assert Glossary.of(str(file)) == Glossary.of(file)


@pytest.mark.parametrize(("label", "name", "content", "message", "good"), BAD, ids=[case[0] for case in BAD])
def test_bad_files(tmp_path: Path, label: str, name: str, content: bytes, message: str, good: int) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(GlossaryError, match=message) as caught:
        Glossary.read(file, strict=True)
    assert str(file) in str(caught.value)
    assert len(caught.value.good) == good
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.good) == (str(caught.value), caught.value.good)


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Glossary.read(tmp_path / "none.tsv")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ([], "a path or a binary stream, not list"),
        (None, "not NoneType"),
        (0, "not int"),
        (b"g.tsv", "not bytes"),
        (io.StringIO("詐欺\tfraud"), "not a text stream: use open"),
    ],
)
@pytest.mark.parametrize("format", GLOSSARIES)
def test_what_is_no_file(source: Any, message: str, format: str) -> None:
    with pytest.raises(TypeError, match=message):
        Glossary.read(source, format)


def test_notes(tmp_path: Path) -> None:
    file = tmp_path / "g.tsv"
    file.write_text(
        "ja\ten\tnote\n詐欺\tfraud\tPenal Code\n詐欺\tscam\tcolloquial\n詐欺\tswindle\t\n", encoding="utf-8"
    )
    assert Glossary.read(file).entries == (
        GlossaryEntry("詐欺", ("fraud", "scam", "swindle"), "Penal Code; scam: colloquial"),
    )


def test_whatever_stands_for_a_glossary() -> None:
    pairs = [("詐欺", "fraud"), ("詐欺", "scam"), ("匿流", "Tokuryu")]
    glossary = Glossary.from_pairs(pairs)
    assert len(glossary) == 2
    assert Glossary.of(glossary) is glossary
    assert Glossary.of(iter(pairs)) == glossary
    assert Glossary.of({"詐欺": ["fraud", "scam"], "匿流": "Tokuryu"}) == glossary
    assert Glossary.from_pairs([("", "x"), ("詐欺", " ")]) == Glossary()


@pytest.mark.parametrize(
    "pairs",
    [
        [(1, "x")],
        [("詐欺", None)],
        [(b"x", b"y")],
        ["ja"],
        [("詐欺",)],
        [("a", "b", "c", "d")],
        [("a", "b", None)],
        [5],
    ],
)
def test_pairs_are_strings(pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(TypeError, match="two strings, or three with a note: pair 1"):
        Glossary.from_pairs([("匿流", "Tokuryu"), *pairs])


@pytest.mark.parametrize(
    ("records", "note"),
    [
        ([{"ja": "詐欺", "en": "fraud"}, {"ja": "詐欺", "en": ["scam", "fraud"], "note": "colloquial"}], "colloquial"),
        (
            [{"id": 7, "ja": "詐欺", "en": ["fraud", "scam"], "note": None}, ("詐欺", "fraud", "colloquial")],
            "colloquial",
        ),
        (
            [{"en": "fraud", "ja": "詐欺", "note": float("nan")}, {"ja": " 詐欺 ", "en": "scam", "note": "colloquial"}],
            "scam: colloquial",
        ),
    ],
    ids=["records", "a record and a pair", "of a frame"],
)
def test_records_stand_for_pairs(records: list[Any], note: str) -> None:
    assert Glossary.of(records).entries == (GlossaryEntry("詐欺", ("fraud", "scam"), note),)


@pytest.mark.parametrize(
    ("house", "other", "entries"),
    [
        ({"送料": "shipping"}, {"返品": "return"}, [("送料", "shipping", ""), ("返品", "return", "")]),
        ({"送料": "shipping"}, {"送料": "shipping fee"}, [("送料", "shipping fee", "")]),
        ({"ＡＰＩ": "API"}, {"api": "interface"}, [("api", "interface", "")]),
        ({"送料": {"en": "fee", "forbidden": ["postage"]}}, {"送料": "charge"}, [("送料", "charge", "postage")]),
        ({"送料": {"en": "fee", "forbidden": ["postage"]}}, {"送料": "postage"}, [("送料", "postage", "")]),
        ({"送料": ["fee", "postage"]}, {"送料": {"forbidden": ["postage"]}}, [("送料", "fee", "postage")]),
        ({"送料": "fee"}, {}, [("送料", "fee", "")]),
        ({}, {"送料": "fee"}, [("送料", "fee", "")]),
    ],
)
def test_two_glossaries_as_one(house: Any, other: Any, entries: list[tuple[str, str, str]]) -> None:
    both = Glossary.of(house) | Glossary.of(other)
    assert [(entry.ja, "|".join(entry.en), "|".join(entry.forbidden)) for entry in both] == entries


def test_a_glossary_is_merged_only_with_a_glossary() -> None:
    with pytest.raises(TypeError):
        Glossary() | {"送料": "fee"}  # type: ignore[operator]


_SHIPPING = GlossaryEntry("送料", ("shipping fee",), "shop", ("postage",), domain="trade")
_KEPT = GlossaryEntry("禅", (), translate=False)


@pytest.mark.parametrize(
    "given",
    [
        [_SHIPPING, _KEPT],
        [record_of(_SHIPPING), record_of(_KEPT)],
        [json.loads(json.dumps({**record_of(_SHIPPING), "occurrences": []})), _KEPT],
        {entry.ja: record_of(entry) for entry in (_SHIPPING, _KEPT)},
        {
            "送料": {"en": "shipping fee", "forbidden": "postage", "note": "shop", "domain": "trade"},
            "禅": {"translate": False},
        },
    ],
    ids=["entries", "records", "records of select", "a mapping to records", "a mapping by hand"],
)
def test_an_entry_keeps_all_its_fields(given: Any) -> None:
    assert Glossary.of(given).entries == (_SHIPPING, _KEPT)


def test_a_file_of_records_keeps_the_status_of_the_japanese() -> None:
    entry = GlossaryEntry("送料", ("shipping fee",), status="forbidden")
    assert Glossary.read(io.BytesIO(json.dumps(record_of(entry)).encode()), "jsonl").entries == (entry,)


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({"桜島": "", "灰": "ash"}, "桜島"),
        ({"桜島": []}, "桜島"),
        ([("桜島", " "), ("", "ash")], "桜島, ash"),
        ([{"ja": "桜島", "en": []}], "桜島"),
    ],
)
def test_what_is_left_out_is_said(given: Any, left: str) -> None:
    with pytest.warns(UserWarning, match=f"left out of the glossary, without Japanese or without English: {left}$"):
        Glossary.of(given)


@pytest.mark.parametrize(
    "given",
    [
        {"桜島": ["", "Sakurajima"]},
        {"桜島": {"en": [], "forbidden": ["x"]}},
        {"桜島": {"translate": False}},
        [("", "")],
    ],
)
def test_nothing_is_said_of_what_is_kept_or_empty(given: Any) -> None:
    assert len(Glossary.of(given)) == (given != [("", "")])


def test_a_file_of_records_keeps_all_fields() -> None:
    lines = "\n".join(json.dumps(record_of(entry)) for entry in (_SHIPPING, _KEPT))
    assert Glossary.read(io.BytesIO(lines.encode()), "jsonl").entries == (_SHIPPING, _KEPT)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"送料": {"translate": "no"}}, r"glossary\['送料'\]: translate must be True or False, not 'no'"),
        ({"送料": {"note": "shop"}}, r"glossary\['送料'\] must have 'ja' and 'en'"),
        ([{"ja": "送料", "forbidden": [3]}], "record 0 of the glossary: forbidden must be str or a list of str"),
        ([GlossaryEntry("送料", "fee")], "entry 0 of the glossary: en must be a tuple, found 'fee'"),  # type: ignore[arg-type]
        (_KEPT, "pass a list, "),
        ({"詐欺": None}, r"glossary\['詐欺'\] must be str or a list of str, not None"),
        ({"匿流": "Tokuryu", "詐欺": float("nan")}, r"glossary\['詐欺'\] must be str or a list of str, not nan"),
        ({"詐欺": ["fraud", None]}, r"glossary\['詐欺'\] must be .* not \['fraud', None\]"),
        ({"詐欺": b"fraud"}, r"glossary\['詐欺'\]"),
        ({"ja": "詐欺", "en": "fraud"}, "has terms as keys, not 'ja' and 'en'"),
        ({"ja": ["詐欺"], "en": ["fraud"]}, "has terms as keys, not 'ja' and 'en'"),
        (
            [{"ja": "詐欺", "en": "fraud"}, {"jp": "詐欺", "en": "fraud"}],
            "record 1 of the glossary must have 'ja' and 'en'",
        ),
        ([{"ja": "詐欺", "en": None}], "record 0 of the glossary: en must be str or a list of str, not None"),
        ([{"ja": None, "en": "fraud"}], "record 0 of the glossary: ja must be str, not NoneType"),
        (["詐欺"], "two strings.*pair 0 is '詐欺'"),
        (b"g.tsv", "a glossary must be a mapping, pairs, records or a path, not bytes"),
        (7, "a glossary must be a mapping, pairs, records or a path, not int"),
    ],
)
def test_what_stands_for_no_glossary(given: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Glossary.of(given)
    with pytest.raises(TypeError, match=message):
        Lexicon.default().with_glossary(given)


@pytest.mark.parametrize(
    ("learned", "error", "message"),
    [
        (0, TypeError, "a mapping from terms to renderings, not int"),
        ([("詐欺", "fraud")], TypeError, "a mapping from terms to renderings, not list"),
        ({1: [("fraud", 0.5)]}, TypeError, "a learned term must be str, not int"),
        ({"詐欺": "fraud"}, TypeError, r"learned\['詐欺'\] must be a list of \(English, weight\), not 'fraud'"),
        ({"詐欺": ["fraud"]}, TypeError, r"learned\['詐欺'\] must be .* not of 'fraud'"),
        ({"詐欺": [("fraud", "much")]}, TypeError, r"learned\['詐欺'\] must be .* not of \('fraud', 'much'\)"),
        ({"詐欺": [(None, 0.5)]}, TypeError, r"learned\['詐欺'\]: en must be str, not NoneType"),
        ({"詐欺": [("fraud", 0.5), ("scam", 0.0)]}, ValueError, "above 0 and at most 1, not 0.0"),
        ({"詐欺": [("fraud", float("nan"))]}, ValueError, "above 0 and at most 1, not nan"),
    ],
)
def test_what_is_not_learned(learned: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        Lexicon.default().with_learned(learned)


def test_layers() -> None:
    base = Lexicon.default()
    learned = base.with_learned({"詐欺": [("deception", 0.7), ("fraud", 0.6)], "匿流": [("Tokuryu", 0.9)]})
    assert [(r.en, r.source) for r in learned.renderings("詐欺")][:2] == [
        ("deception", "learned"),
        ("fraud", "learned"),
    ]
    for both in (learned.with_glossary({"詐欺": "fraud"}), base.with_glossary({"詐欺": "fraud"}).with_learned({
        "詐欺": [("deception", 0.7), ("fraud", 0.6)], "匿流": [("Tokuryu", 0.9)]
    })):  # fmt: skip
        assert both.renderings("詐欺")[:2] == (
            Rendering("fraud", "glossary", 1.0, ""),
            Rendering("deception", "learned", 0.7, ""),
        )
        assert both.renderings("匿流")[0].weight == 0.9
        assert both.glossary_terms == {"詐欺", "匿流"}
        assert both.words("詐欺") == base.words("詐欺")


def test_the_dictionary_goes_last() -> None:
    known = Lexicon.default().renderings("詐欺")
    assert {one.source for one in known} == {"dictionary"}
    assert [one.en for one in known][:2] == ["fraud", "swindle"]
    assert all(0 < one.weight <= 1 for one in known)
    mine = Lexicon.default().with_glossary({"詐欺": ["scam", "swindle"]}).renderings("詐欺")
    assert [(one.en, one.source) for one in mine][:3] == [
        ("scam", "glossary"),
        ("swindle", "glossary"),
        ("fraud", "dictionary"),
    ]
    assert Lexicon.default().renderings("匿流") == ()


def test_the_last_glossary_wins() -> None:
    lexicon = Lexicon.default().with_glossary({"詐欺": "scam", "匿流": "Tokuryu"}).with_glossary([("詐欺", "fraud")])
    assert [one.en for one in lexicon.renderings("詐欺") if one.source == "glossary"] == ["fraud"]
    assert [rendering.en for rendering in lexicon.renderings("匿流")] == ["Tokuryu"]
    learned = Lexicon.default().with_learned({"匿流": [("Shadow Net", 0.9)]})
    for without in (
        lexicon.with_glossary(None),
        learned.with_glossary({"特殊詐欺団": "fraud ring"}).with_glossary(None),
    ):
        assert (without.glossary_entries, without.renderings("詐欺")[0].source) == ((), "dictionary")
    assert learned.with_glossary({"特殊詐欺団": "fraud ring"}).with_glossary(None).longest_glossary_term == 2


def test_terms_meet_in_nfkc() -> None:
    lexicon = Lexicon.default().with_glossary({"ＤＮＡ鑑定": "DNA test"})
    assert lexicon.renderings("DNA鑑定")[0].en == "DNA test"
    assert lexicon.renderings("ＤＮＡ鑑定")[0].en == "DNA test"


TERMS = st.text(
    st.characters(exclude_characters='\0#|;｜；"\r\n\t', exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=6
)


@given(st.lists(st.tuples(TERMS, TERMS), min_size=1, max_size=6))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]) -> None:
    folder = tmp_path_factory.mktemp("glossary")
    (folder / "g.tsv").write_text(
        "ja\ten\n" + "".join(f"{ja}\t{en}\n" for ja, en in pairs), encoding="utf-8", newline=""
    )
    text = io.StringIO()
    csv.writer(text).writerows([("ja", "en"), *pairs])
    (folder / "g.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    assert Glossary.read(folder / "g.tsv") == Glossary.read(folder / "g.csv") == Glossary.from_pairs(pairs)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (GlossaryEntry("桜島", "Sakurajima"), "entry 1: en must be a tuple"),  # type: ignore[arg-type]
        (GlossaryEntry("桜島", ["Sakurajima"]), "entry 1: en must be a tuple"),  # type: ignore[arg-type]
        (GlossaryEntry("桜島", ("Sakurajima", None)), "entry 1: en must have nothing but str"),  # type: ignore[arg-type]
        (GlossaryEntry(None, ("Sakurajima",)), "entry 1: ja must be a str"),  # type: ignore[arg-type]
        (GlossaryEntry("桜島", (), forbidden=None), "entry 1: forbidden must be a tuple"),  # type: ignore[arg-type]
        (GlossaryEntry("桜島", ("Sakurajima",), translate="no"), "entry 1: translate must be a bool"),  # type: ignore[arg-type]
    ],
)
def test_fields_of_another_type(entry: GlossaryEntry, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Glossary((GlossaryEntry("灰", ("ash",)), entry))


@pytest.mark.parametrize("columns", [1, ["ja"], {"ja": 1, "en": 2}])
def test_columns_of_another_type(columns: Any) -> None:
    with pytest.raises(TypeError, match="columns must be a mapping"):
        Glossary.read(io.BytesIO("用語,訳\n灰,ash\n".encode()), "csv", columns=columns)
