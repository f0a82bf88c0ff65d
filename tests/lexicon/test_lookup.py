"""What the packaged lexicon knows: claims about words, names, related stems and characters, true and false."""

import csv
import gc
import pickle
import shutil
import sqlite3
import sys
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.english.gloss import gloss_keys
from termalign.english.lexis import lexeme
from termalign.lexicon import Lexicon, LexiconError, NameEntry, WordEntry
from termalign.lexicon.codec import decode_word
from termalign.lexicon.description import describe
from termalign.lexicon.store import open_store
from termalign.termbase import Glossary

CASES = Path(__file__).parents[1] / "cases"
LEXICON = Lexicon.default()

Row = dict[str, str]

OF_WORDS: dict[str, Callable[[WordEntry], Collection[str]]] = {
    "gloss": lambda word: [gloss.text for gloss in word.glosses],
    "key": lambda word: [key for gloss in word.glosses for key in gloss.keys],
    "reading": lambda word: word.readings,
    "pos": lambda word: word.pos,
    "loan": lambda word: [word.loan],
    "clip_of": lambda word: word.clip_of,
    "common": lambda word: ["yes" if word.common else "no"],
    "usual": lambda word: ["yes" if word.usual else "no"],
    "note": lambda word: [note for gloss in word.glosses for note in gloss.note.split(",")],
    "word": lambda word: ["yes"],
}
OF_NAMES: dict[str, Callable[[NameEntry], Collection[str]]] = {
    "romaji": lambda name: [name.romaji],
    "reading": lambda name: [name.reading],
    "kind": lambda name: name.kinds,
    "note": lambda name: [name.note],
    "name": lambda name: ["yes"],
}


def cases(table: str) -> list[object]:
    with (CASES / table).open(encoding="utf-8", newline="") as file:
        return [
            pytest.param(
                row,
                id=" ".join(list(row.values())[:4]),
                marks=[pytest.mark.xfail(reason=row["xfail"], strict=True)] if row["xfail"] else [],
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


@pytest.mark.parametrize("row", cases("lexicon_words.tsv"))
def test_words(row: Row) -> None:
    values = [OF_WORDS[row["field"]](word) for word in LEXICON.words(row["term"])]
    assert any(row["value"] in found for found in values) == (row["holds"] == "yes")


@pytest.mark.parametrize("row", cases("lexicon_names.tsv"))
def test_names(row: Row) -> None:
    values = [OF_NAMES[row["field"]](name) for name in LEXICON.names(row["term"])]
    assert any(row["value"] in found for found in values) == (row["holds"] == "yes")


@pytest.mark.parametrize("row", cases("lexicon_related.tsv"))
def test_related(row: Row) -> None:
    first, second = lexeme(row["first"]).stem, lexeme(row["second"]).stem
    assert (second in dict(LEXICON.related(first))) == (row["related"] == "yes")


@pytest.mark.parametrize("row", cases("lexicon_associations.tsv"))
def test_associations(row: Row) -> None:
    stem = lexeme(row["word"]).stem
    assert (stem in dict(LEXICON.associations(row["kanji"]))) == (row["associated"] == "yes")


def test_kanji() -> None:
    entry = LEXICON.kanji("流")
    assert entry is not None
    assert entry.literal == "流"
    assert set(entry.on) == {"リュウ", "ル"}
    assert ("ナガ", "レル") in zip(entry.kun, entry.okurigana, strict=True)
    assert "flow" in entry.meanings
    assert ("flow",) in entry.keys
    assert len(entry.keys) == len(entry.meanings)
    assert LEXICON.kanji("あ") is None
    assert LEXICON.kanji("流動") is None
    assert LEXICON.kanji("") is None


def test_senses_are_numbered_as_in_the_entry() -> None:
    (word,) = LEXICON.words("アルバイト")
    assert [(gloss.text, gloss.sense) for gloss in word.glosses][:3] == [
        ("part-time job", 0),
        ("side job", 0),
        ("part-time worker", 1),
    ]


def test_the_usual_and_common_come_first() -> None:
    ranks = [(not word.usual, not word.common) for word in LEXICON.words("しかし")]
    assert len(ranks) > 1
    assert ranks == sorted(ranks)


def test_has_is_any_layer() -> None:
    assert LEXICON.has("詐欺")
    assert LEXICON.has("北川景子")
    assert not LEXICON.has("匿流")
    assert LEXICON.with_glossary([("匿流", "Tokuryu")]).has("匿流")
    assert LEXICON.with_learned({"匿流": [("Tokuryu", 0.9)]}).has("匿流")


def test_a_later_glossary_replaces_the_entries_for_its_terms() -> None:
    house = LEXICON.with_glossary({"匿流": "Tokuryu", "闇バイト": "yami baito"})
    assert [x.en for x in house.with_glossary({"匿流": "fluid crime group"}).renderings("匿流")] == [
        "fluid crime group"
    ]
    forbidding = house.with_glossary(Glossary.of({"匿流": {"forbidden": ["Tokuryu"]}}))
    assert (forbidding.renderings("匿流"), forbidding.has("匿流")) == ((), False)
    assert [(entry.ja, entry.en, entry.forbidden) for entry in forbidding.glossary_entries] == [
        ("匿流", (), ("Tokuryu",)),
        ("闇バイト", ("yami baito",), ()),
    ]
    assert forbidding.renderings("闇バイト")[0].en == "yami baito"


def test_the_stems_are_those_of_today() -> None:
    """The file holds stems: one compiled by another stemmer matches nothing. `./install` compiles it."""
    with closing(sqlite3.connect(LEXICON.path)) as database:
        rows = database.execute("SELECT value FROM entry WHERE id % 97 = 0").fetchall()
    words = [decode_word("", "0\t\t\tヨ", value) for (value,) in rows]
    stale = [gloss for word in words for gloss in word.glosses if gloss.keys != gloss_keys(gloss.text)]
    assert len(words) > 1_000
    assert not stale


def test_weights_are_shares() -> None:
    for stem in ("crim", "fraud", "big"):
        weights = [weight for _, weight in LEXICON.related(stem)]
        assert weights == sorted(weights, reverse=True)
        assert all(0 < weight <= 1 for weight in weights)
    for kanji in "詐流山":
        chances = [chance for _, chance in LEXICON.associations(kanji)]
        assert chances == sorted(chances, reverse=True)
        assert all(0.0095 <= chance <= 1 for chance in chances)
        assert sum(chances) <= 1.01


HOSTILE = [
    "",
    "\0",
    "詐\0欺",
    "\ud800",
    "詐欺\udfff",
    "㍿",
    "ﾊﾞ",
    "が",
    "👨‍👩‍👧",
    "𠀋",
    "詐欺" * 5_000,
    "'; --",
    "%",
    "\t\n\x1f",
]


@pytest.mark.parametrize("term", HOSTILE)
def test_hostile_terms(term: str) -> None:
    assert isinstance(LEXICON.words(term), tuple)
    assert isinstance(LEXICON.names(term), tuple)
    assert isinstance(LEXICON.has(term), bool)
    assert LEXICON.told(term) == ()
    assert isinstance(LEXICON.renderings(term), tuple)
    assert isinstance(LEXICON.related(term), tuple)
    assert isinstance(LEXICON.associations(term), tuple)
    LEXICON.kanji(term)
    describe(term, LEXICON)


@given(st.text(st.characters(codec=None), max_size=8))
def test_any_text_is_a_term(term: str) -> None:
    assert LEXICON.has(term) == bool(LEXICON.words(term) or LEXICON.names(term))


def test_describe() -> None:
    found = describe("詐欺", LEXICON.with_glossary({"詐欺": ["fraud", "scam"]}))
    assert found
    assert [rendering.en for rendering in found.renderings] == ["fraud", "scam"]
    assert found.words[0].reading == "サギ"
    assert [character.literal for character in found.characters] == ["詐", "欺"]
    assert not describe("匿流", LEXICON)
    assert len(describe("匿流", LEXICON).characters) == 2


def test_metadata() -> None:
    known = LEXICON.with_glossary({"匿流": "Tokuryu"}).metadata()
    sources = known["sources"]
    assert isinstance(sources, dict)
    assert {part: entry["name"].partition(" ")[0] for part, entry in sources.items()} == {
        "words": "JMdict",
        "names": "JMnedict",
        "kanji": "KANJIDIC2",
    }
    assert all(entry["headwords"] > 10_000 for entry in sources.values())
    assert known["glossary"] == 1
    assert "CC BY-SA" in str(known["licence"])
    assert "https://www.edrdg.org/edrdg/licence.html" in str(known["attribution"])


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"no lexicon at .*pip install"):
        Lexicon(str(tmp_path / "none.sqlite")).words("詐欺")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"not a database, but long enough to have a header" * 10)
    with pytest.raises(LexiconError, match="is not a termalign lexicon"):
        Lexicon(str(other)).words("詐欺")
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as database:
        database.executescript("CREATE TABLE meta (key, value); INSERT INTO meta VALUES ('format', '0');")
    with pytest.raises(LexiconError, match="does not have format"):
        Lexicon(str(tmp_path / "old.sqlite")).has("詐欺")


def first_glosses(lexicon: Lexicon, terms: list[str]) -> list[str]:
    return [word.glosses[0].text for term in terms for word in lexicon.words(term)[:1]]


def test_threads_share_a_lexicon() -> None:
    terms = ["詐欺", "犯罪", "空港", "困惑", "年金", "日本"] * 50
    alone = first_glosses(LEXICON, terms)
    with ThreadPoolExecutor(8) as threads:
        assert all(found == alone for found in threads.map(first_glosses, [LEXICON] * 16, [terms] * 16))


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_are_given_one_by_pickle(method: str) -> None:
    terms = ["詐欺", "犯罪", "空港"]
    alone = first_glosses(LEXICON, terms)
    with get_context(method).Pool(1) as pool:
        assert pool.apply(first_glosses, (LEXICON, terms)) == alone


def test_a_pickle_holds_no_path_of_this_machine() -> None:
    pickled = pickle.dumps(LEXICON.with_glossary({"匿流": "Tokuryu"}))
    assert str(Path(LEXICON.path).parent).encode() not in pickled
    copy = pickle.loads(pickled)
    assert copy.renderings("匿流")[0].en == "Tokuryu"
    assert copy.words("詐欺") == LEXICON.words("詐欺")


def test_a_lexicon_is_a_value() -> None:
    assert Lexicon.default() is LEXICON
    other = LEXICON.with_glossary({"匿流": "Tokuryu"})
    assert other is not LEXICON
    assert LEXICON.renderings("匿流") == ()
    assert len({LEXICON, other, Lexicon.default()}) == 2
    with pytest.raises(AttributeError):
        LEXICON.file = "elsewhere"  # type: ignore[misc]


def test_a_lexicon_that_nobody_uses_closes_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.13 warns of connections that are deleted open, even if something else would have closed them."""
    warned: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda unraisable: warned.append(unraisable.exc_value))
    lexicon = Lexicon(str(shutil.copy(LEXICON.path, tmp_path / "lexicon.sqlite")))
    assert lexicon.words("犬")
    del lexicon
    open_store.cache_clear()
    gc.collect()
    assert not warned
