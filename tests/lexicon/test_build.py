"""Lexicons built from dictionary files of every format."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from termalign.formats import FormatError
from termalign.lexicon import Lexicon, LexiconError, build
from termalign.lexicon.build import build_lexicon
from termalign.lexicon.sources.files import DictionaryError

SAMPLES = Path(__file__).parent / "samples"  # entries in the shape of the real files, most of them invented


def test_jmdict(from_xml: Lexicon) -> None:
    (word,) = from_xml.words("匿流犯")
    assert [(gloss.text, gloss.sense, gloss.note) for gloss in word.glosses] == [
        ("fluid crime & fraud", 0, "law"),
        ("criminal", 1, ""),
    ]
    assert (word.pos, word.common, word.usual, word.reading) == (frozenset({"n"}), True, True, "トクリュウハン")
    (rare,) = from_xml.words("匿りゅう犯")
    assert (rare.common, rare.usual) == (False, False)
    (clipped,) = from_xml.words("匿犯")
    assert clipped.clip_of == ("匿流犯",)
    assert clipped.glosses[0].note == "abbr"


def test_jmdict_restrictions(from_xml: Lexicon) -> None:
    (club,) = from_xml.words("クラブ")
    assert (club.loan, club.common, club.usual) == ("eng:club", True, True)
    assert [gloss.text for gloss in club.glosses] == ["club", "nightclub"]
    (skill,) = from_xml.words("上手")
    assert (skill.readings, [gloss.text for gloss in skill.glosses]) == (("ジョウズ",), ["skill"])
    (skilful,) = from_xml.words("上手い")
    assert (skilful.readings, [gloss.text for gloss in skilful.glosses]) == (("ウマイ",), ["skill", "skilful"])
    assert [word.usual for word in from_xml.words("ウマイ")] == [True]
    assert [word.usual for word in from_xml.words("うまい")] == [False]


def test_jmnedict(from_xml: Lexicon) -> None:
    (surname,) = from_xml.names("迫田")
    assert (surname.reading, surname.romaji, surname.kinds) == ("サコダ", "Sakoda", frozenset({"surname", "place"}))
    (person,) = from_xml.names("迫田花")
    assert (person.romaji, person.note) == ("Sakoda Hana", "1901.2.3-; poet")
    assert [(name.romaji, name.note) for name in from_xml.names("タム")] == [("Tham", ""), ("Tam", "river")]


def test_kanjidic(from_xml: Lexicon) -> None:
    entry = from_xml.kanji("匿")
    assert entry is not None
    assert (entry.on, entry.kun, entry.okurigana, entry.nanori) == (("トク",), ("カクマ",), ("ウ",), ("トク",))
    assert entry.meanings == ("hide",)
    assert from_xml.associations("匿")[0][0] in {"crim", "hide", "fluid"}


def test_what_it_is_made_from(from_xml: Lexicon) -> None:
    assert from_xml.metadata()["sources"] == {
        "words": {"name": "JMdict (JMdict_e.xml)", "version": "", "date": "2026-01-31", "headwords": 12},
        "names": {"name": "JMnedict (JMnedict.xml.gz)", "version": "", "date": "2026-02-01", "headwords": 3},
        "kanji": {"name": "KANJIDIC2 (kanjidic2.xml)", "version": "2026-031", "date": "2026-01-31", "headwords": 2},
    }


@pytest.mark.parametrize("encoding", ["euc_jp", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("packed", [False, True])
def test_edict(tmp_path: Path, from_xml: Lexicon, encoding: str, packed: bool) -> None:
    edict, enamdict = tmp_path / "edict", tmp_path / "enamdict"
    for file in (edict, enamdict):
        data = (SAMPLES / f"{file.name}.txt").read_text("utf-8").encode(encoding)
        file.write_bytes(gzip.compress(data) if packed else data)
    built = Lexicon(str(build_lexicon(tmp_path / "x.sqlite", edict=edict, enamdict=enamdict, base=from_xml.path)))
    (word,) = built.words("匿流犯")
    assert [(gloss.text, gloss.sense, gloss.note) for gloss in word.glosses] == [
        ("fluid crime", 0, "law"),
        ("fluid fraud", 0, "law"),
        ("criminal", 1, ""),
    ]
    (job,) = built.words("バイト")
    assert (job.loan, job.pos, job.glosses[0].text) == ("ger:Arbeit", frozenset({"n", "vs"}), "part-time job")
    assert [(word.common, word.usual) for term in ("締切", "〆切") for word in built.words(term)] == [
        (True, True),
        (False, False),
    ]
    assert built.words("しめきり")[0].glosses == built.words("締切")[0].glosses
    assert len(built.words("しめきり")) == 1  # one word, two ways to write it
    assert built.words("４°") == ()
    assert [(name.romaji, name.kinds) for name in built.names("迫田")] == [("Sakoda", frozenset({"place", "surname"}))]
    assert [(name.romaji, name.note) for name in built.names("タム")] == [("Tham", "river")]
    assert [name.kinds for name in built.names("無印")] == [{"unclass"}]
    assert built.kanji("匿") == from_xml.kanji("匿")  # taken over
    sources = built.metadata()["sources"]
    assert isinstance(sources, dict)
    assert (sources["words"]["name"], sources["words"]["date"]) == ("EDICT (edict)", "2026-03-01")
    assert (sources["names"]["date"], sources["kanji"]["version"]) == ("2026-03-02", "2026-031")


def test_parts_are_taken_over_from_the_packaged_lexicon(tmp_path: Path) -> None:
    built = Lexicon(str(build_lexicon(tmp_path / "x.sqlite", jmdict=SAMPLES / "JMdict_e.xml")))
    assert built.names("羽田") == Lexicon.default().names("羽田")
    assert built.kanji("詐") == Lexicon.default().kanji("詐")
    assert built.words("詐欺") == ()


def test_words_are_taken_over_with_what_they_teach(
    tmp_path: Path, from_xml: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a small lexicon in the packaged one's place, which takes seconds: what is looked up fast is made of all words anew."""
    monkeypatch.setattr(build, "PACKAGED", Path(from_xml.path))
    (tmp_path / "kanjidic2.xml").write_text("<kanjidic2></kanjidic2>", encoding="utf-8")
    built = Lexicon(str(build_lexicon(tmp_path / "x.sqlite", kanjidic=tmp_path / "kanjidic2.xml")))
    assert built.words("匿流犯") == from_xml.words("匿流犯") != ()
    assert built.words("匿犯") == from_xml.words("匿犯") != ()
    assert built.names("迫田") == from_xml.names("迫田") != ()
    assert built.related("crim") == from_xml.related("crim")
    assert built.associations("匿") == from_xml.associations("匿") != ()
    assert built.kanji("匿") is None


def test_words_of_ones_own_are_added(tmp_path: Path, from_xml: Lexicon) -> None:
    (tmp_path / "mine.tsv").write_text(
        "ja\treading\ten\n匿流網\tとくりゅうもう\tfluid network\n匿流犯\tとくりゅうはん\tfluid offender\nトクリュウ\t\tTokuryu\n",
        encoding="utf-8",
    )
    (tmp_path / "more").write_text("量子もつれ [りょうしもつれ] /(n) quantum entanglement/\n", encoding="utf-8")
    files: list[str | Path] = [tmp_path / "mine.tsv", str(tmp_path / "more")]
    built = Lexicon(str(build_lexicon(tmp_path / "x.sqlite", add=files, base=from_xml.path)))
    for term, reading, gloss in (
        ("匿流網", "トクリュウモウ", "fluid network"),
        ("トクリュウ", "トクリュウ", "Tokuryu"),
        ("量子もつれ", "リョウシモツレ", "quantum entanglement"),
    ):
        (word,) = built.words(term)
        assert (word.reading, [each.text for each in word.glosses]) == (reading, [gloss])
    first, second = built.words("匿流犯")
    assert (first, second.glosses[0].text) == (from_xml.words("匿流犯")[0], "fluid offender")
    assert built.words("バイト") == from_xml.words("バイト")
    assert built.names("迫田") == from_xml.names("迫田")
    assert built.related("crim") == from_xml.related("crim")
    sources = built.metadata()["sources"]
    assert isinstance(sources, dict)
    assert (sources["words"]["name"], sources["words"]["date"]) == (
        "JMdict (JMdict_e.xml) + mine.tsv + more",
        "2026-01-31",
    )
    again = build_lexicon(tmp_path / "y.sqlite", add=[tmp_path / "more"], edict=SAMPLES / "edict.txt", base=built.path)
    assert Lexicon(str(again)).words("量子もつれ") == built.words("量子もつれ")
    assert Lexicon(str(again)).words("匿流網") == ()  # the words of the base are replaced


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("a.csv", "ja,en\n匿流網,fluid network\n", DictionaryError, "匿流網 has no reading in kana.* as a glossary"),
        ("a.csv", "ja,reading,en\n匿流網,tokuryumo,fluid network\n", DictionaryError, "匿流網 has no reading"),
        ("a.xlsx", "no workbook", FormatError, "a.xlsx"),
        ("mine", "匿流網 [とくりゅう\n", DictionaryError, "mine, line 1"),
        ("mine", "fluid network\n", DictionaryError, "mine, line 1"),
    ],
)
def test_what_cannot_be_added(
    name: str, content: str, error: type[Exception], message: str, tmp_path: Path, from_xml: Lexicon
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(error, match=message):
        build_lexicon(tmp_path / "x.sqlite", add=[tmp_path / name], base=from_xml.path)
    assert not (tmp_path / "x.sqlite").exists()
    with pytest.raises(TypeError, match="add must be a list of files"):
        build_lexicon(tmp_path / "x.sqlite", add=str(tmp_path / name))


def test_what_can_be_asked(tmp_path: Path) -> None:
    out = tmp_path / "x.sqlite"
    with pytest.raises(ValueError, match="no dictionary file"):
        build_lexicon(out)
    with pytest.raises(ValueError, match="not from both"):
        build_lexicon(out, jmdict="a", edict="b")
    with pytest.raises(ValueError, match="not from both"):
        build_lexicon(out, jmnedict="a", enamdict="b")
    with pytest.raises(FileNotFoundError):
        build_lexicon(out, jmdict=tmp_path / "none")
    with pytest.raises(LexiconError, match=r"none\.sqlite, which is not a termalign lexicon"):
        build_lexicon(out, edict=SAMPLES / "edict.txt", base=tmp_path / "none.sqlite")
    assert not out.exists()


def test_a_lexicon_can_be_renewed_in_place(tmp_path: Path, from_xml: Lexicon) -> None:
    out = tmp_path / "x.sqlite"
    out.write_bytes(Path(from_xml.path).read_bytes())
    build_lexicon(out, edict=SAMPLES / "edict.txt", base=out)
    assert Lexicon(str(out)).words("バイト")
    assert Lexicon(str(out)).names("迫田") == from_xml.names("迫田")


def test_the_same_files_make_the_same_lexicon(tmp_path: Path, from_xml: Lexicon) -> None:
    """Whatever the order of Python's sets: another process has another."""
    script = (
        "import sys; from termalign.lexicon.build import build_lexicon; "
        "build_lexicon(sys.argv[1], jmdict=sys.argv[2], jmnedict=sys.argv[3], kanjidic=sys.argv[4])"
    )
    files = [str(SAMPLES / name) for name in ("JMdict_e.xml", "JMnedict.xml", "kanjidic2.xml")]
    made = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.sqlite"
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run([sys.executable, "-c", script, str(out), *files], check=True, env=environment)
        made.append(out.read_bytes())
    assert made[0] == made[1]
