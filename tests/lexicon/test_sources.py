"""Dictionary files of each format: what is read out of them, and which are refused."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from termalign.lexicon import Lexicon
from termalign.lexicon.build import build_lexicon
from termalign.lexicon.records import KanjiRecord, NameRecord
from termalign.lexicon.sources.edict import edict_words, enamdict_names
from termalign.lexicon.sources.edrdg import jmdict_words
from termalign.lexicon.sources.files import DictionaryError
from termalign.lexicon.sources.jamdict import JamdictData

SAMPLES = Path(__file__).parent / "samples"  # entries in the shape of the real files, most of them invented


def test_edict2() -> None:
    clear, clipped, _ = edict_words(SAMPLES / "edict2.txt")
    assert [(form.text, form.common, form.irregular) for form in clear.kanji] == [
        ("明白", True, False),
        ("偸閑", False, True),
    ]
    assert [(form.text, form.common, form.irregular, form.kanji_only) for form in clear.kana] == [
        ("めいはく", True, False, ("明白",)),
        ("あからさま", False, True, ()),
    ]
    first, second = clear.senses
    assert (first.glosses, first.pos, first.notes) == (["plain", "frank"], ("adj",), ("uk",))
    assert (second.glosses, second.pos, second.notes) == (["(a) clear (case)"], ("adj",), ("law",))
    assert second.xrefs == ("自明・じめい",)
    assert (clipped.senses[0].xrefs, clipped.senses[0].notes) == (("匿流犯",), ("abbr",))


def test_jamdict_data(tmp_path: Path) -> None:
    file = tmp_path / "jamdict.db"
    with closing(sqlite3.connect(file)) as database:
        database.executescript((SAMPLES / "jamdict.sql").read_text("utf-8"))
    data = JamdictData(file)
    first, second = data.words()
    assert [(form.text, form.common, form.irregular) for form in first.kanji] == [
        ("匿流犯", True, False),
        ("匿犯", False, True),
    ]
    assert [(form.text, form.common, form.kanji_only, form.no_kanji) for form in first.kana] == [
        ("とくりゅうはん", False, ("匿流犯",), False),
        ("トクハン", True, (), True),
    ]
    assert [(sense.glosses, sense.pos, sense.notes, sense.sources, sense.only) for sense in first.senses] == [
        (["fluid crime"], ("n",), (), (("eng", "crime"),), ()),
        (["criminal"], (), ("abbr",), (), ("匿犯",)),
    ]
    assert [form.common for form in second.kanji] == [False]
    assert second.senses[0].pos == ("suf",)
    (name,) = data.names()
    assert name == NameRecord(("迫田",), ("さこだ",), frozenset({"surname", "place"}), ("Sakoda",))
    (character,) = data.kanji()
    assert character == KanjiRecord("匿", ("トク",), ("かくま.う",), ("とく",), ("hide",))
    assert [(source.part, source.version, source.date) for source in data.sources()] == [
        ("words", "1.08", ""),
        ("names", "", "2020-05-29"),
        ("kanji", "", ""),
    ]


BOMB = "".join(f'<!ENTITY a{k} "{f"&a{k - 1};" * 10}">' for k in range(1, 10))
MANY = "".join(f'<!ENTITY e{k} "x">' for k in range(3_000))
REFUSED = [
    ("nested entities", f'<!DOCTYPE JMdict [<!ENTITY a0 "ha">{BOMB}]><JMdict>&a9;</JMdict>', "line 1: .*of other"),
    ("nested by number", '<!DOCTYPE JMdict [<!ENTITY a "&#38;b;">]><JMdict/>', "line 1: .*other entities"),
    ("an external entity", '<!DOCTYPE JMdict [<!ENTITY x SYSTEM "file:///x">]><JMdict>&x;</JMdict>', "external"),
    ("a public entity", '<!DOCTYPE JMdict [<!ENTITY x PUBLIC "p" "http://x.org/">]><JMdict/>', "external"),
    ("a parameter entity", '<!DOCTYPE JMdict [<!ENTITY % p "x">]><JMdict/>', "other entities"),
    ("an external parameter entity", '<!DOCTYPE JMdict [<!ENTITY % p SYSTEM "x.dtd"> %p;]><JMdict/>', "external"),
    ("a huge entity", f'<!DOCTYPE JMdict [<!ENTITY x "{"x" * 100_000}">]><JMdict/>', "so long entities"),
    ("thousands of entities", f"<!DOCTYPE JMdict [{MANY}]><JMdict/>", "so many or so long entities"),
    ("an unknown entity", "<JMdict>\n<entry><gloss>&nbsp;</gloss></entry></JMdict>", "line 2: .*undefined entity"),
    ("another dictionary", "<kanjidic2/>", r"line 1: expected the root element <JMdict>, found <kanjidic2>"),
    ("an open element", "<JMdict>\n<entry>\n</JMdict>", "line 3: expected well-formed XML: mismatched tag"),
    ("half a file", "<JMdict>\n<entry>", "line 2: expected well-formed XML: no element found"),
    ("no XML", "匿流犯 [とくりゅうはん] /(n) crime/", "line 1: expected well-formed XML"),
    ("nothing", "", "expected well-formed XML: no element found"),
    ("a huge text", f"<JMdict>\n<entry><ent_seq>{'1' * (1 << 21)}", "line 2: refused, because no dictionary has an entry"),
    ("entries in entries", "<JMdict>\n" + "<entry>" * 1_100_000, "line 2: refused, because no dictionary has an entry"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "text", "message"), REFUSED, ids=[case[0] for case in REFUSED])
def test_xml_that_is_refused(tmp_path: Path, from_xml: Lexicon, label: str, text: str, message: str) -> None:
    file, out = tmp_path / "JMdict", tmp_path / "x.sqlite"
    file.write_text(text, encoding="utf-8")
    out.write_bytes(b"older")
    with pytest.raises(DictionaryError, match=message) as caught:
        build_lexicon(out, jmdict=file, base=from_xml.path)
    assert str(file) in str(caught.value)
    assert out.read_bytes() == b"older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["JMdict", "x.sqlite"]


def test_an_external_dtd_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "JMdict"
    sample = (SAMPLES / "JMdict_e.xml").read_text("utf-8")
    file.write_text(sample.replace("JMdict [", 'JMdict SYSTEM "none.dtd" [', 1), encoding="utf-8")
    assert list(jmdict_words(file)) == list(jmdict_words(SAMPLES / "JMdict_e.xml"))


TEXT_REFUSED = [
    ("no glosses", "匿流犯 [とくりゅうはん]\n", r"line 1: expected KANJI \[KANA\] /gloss"),
    ("the second line", "A /x/\n匿流犯\n", r"line 2: expected KANJI"),
    ("a broken character", b"A /x/\nB /\xa4\xff/\n", "line 2: expected euc_jp"),
    ("a page", "<html>\n", "line 1: expected KANJI"),
    ("a huge line", "A /x/\nB /" + "x" * (1 << 21), "line 2: refused, because no dictionary has a line"),
]


@pytest.mark.parametrize(("label", "text", "message"), TEXT_REFUSED, ids=[case[0] for case in TEXT_REFUSED])
def test_text_that_is_refused(tmp_path: Path, label: str, text: str | bytes, message: str) -> None:
    file = tmp_path / "edict"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(DictionaryError, match=message) as caught:
        list(edict_words(file))
    assert str(file) in str(caught.value)
    with pytest.raises(DictionaryError, match=message):
        list(enamdict_names(file))


def test_half_a_gzip_file(tmp_path: Path, from_xml: Lexicon) -> None:
    file = tmp_path / "edict.gz"
    file.write_bytes(gzip.compress((SAMPLES / "edict.txt").read_bytes())[:-20])
    with pytest.raises(DictionaryError, match=r"edict\.gz: expected a complete gzip file"):
        build_lexicon(tmp_path / "x.sqlite", edict=file, base=from_xml.path)
