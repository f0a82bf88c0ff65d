"""A lexicon or a prepared list with any byte wrong is refused by an error that names the file, and says what to do."""

import os
import shutil
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termalign import Aligner, Lexicon
from termalign.cli import main
from termalign.lexicon import LexiconError
from termalign.lexicon.build import build_lexicon
from termalign.lexicon.seal import sealed
from termalign.lists import TermList, TermListError

SAMPLES = Path(__file__).parent / "samples"
CURE = r"(build it again with `termalign lexicon build`|pip install)"


@pytest.fixture(scope="module")
def damaged(from_xml: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a lexicon, to be spoilt."""
    return Path(shutil.copy(from_xml.path, tmp_path_factory.mktemp("damaged") / "lexicon.sqlite"))


def refused(file: Path) -> None:
    with pytest.raises(LexiconError, match=CURE) as caught:
        Lexicon(str(file)).words("匿流犯")
    assert str(file) in str(caught.value)


def forged(script: str, lexicon: Lexicon, folder: Path) -> Path:
    """Return a copy of a lexicon that a script has altered, with a right checksum."""
    file = Path(shutil.copy(lexicon.path, folder / "forged.sqlite"))
    with closing(connect(file)) as database:
        database.executescript(script)
    file.write_bytes(sealed(file.read_bytes()))
    return file


def everywhere(data: bytes) -> list[int]:
    """Every byte of the header and of what stands first in a page, and some of all others."""
    return sorted({*range(120), *range(0, len(data), 997), len(data) - 1})


def test_any_byte(damaged: Path, from_xml: Lexicon, tmp_path: Path) -> None:
    whole = Path(from_xml.path).read_bytes()
    for number, at in enumerate(everywhere(whole)):
        file = tmp_path / f"{number}.sqlite"  # a store is kept for each path
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << number % 8]) + whole[at + 1 :])
        refused(file)
        file.unlink()


def test_bytes_of_the_schema_that_are_no_text(from_xml: Lexicon, tmp_path: Path) -> None:
    whole = Path(from_xml.path).read_bytes()
    places = [at for at in range(3000, 4096) if whole[at : at + 1].isalpha()]
    assert len(places) > 100
    for at in places[::7]:
        file = tmp_path / f"{at}.sqlite"
        file.write_bytes(whole[:at] + b"\xff" + whole[at + 1 :])
        refused(file)
        file.unlink()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(where=st.floats(0, 1), cut=st.integers(0, 5000), put=st.binary(max_size=100))
def test_any_damage(where: float, cut: int, put: bytes, from_xml: Lexicon, tmp_path: Path) -> None:
    whole = Path(from_xml.path).read_bytes()
    at = int(where * len(whole))
    spoilt = whole[:at] + put + whole[at + cut :]
    if spoilt != whole:
        file = tmp_path / f"{os.urandom(8).hex()}.sqlite"
        file.write_bytes(spoilt)
        refused(file)
        file.unlink()


@pytest.mark.parametrize("keep", [0, 1, 99, 100, 4096, 10_000])
def test_a_file_cut_off(keep: int, from_xml: Lexicon, tmp_path: Path) -> None:
    file = tmp_path / "lexicon.sqlite"
    file.write_bytes(Path(from_xml.path).read_bytes()[:keep])
    refused(file)


def test_damage_is_seen_whenever_a_file_changes(from_xml: Lexicon, tmp_path: Path) -> None:
    """What was whole when it was opened first is looked at again once it is another file."""
    whole = Path(from_xml.path).read_bytes()
    file = tmp_path / "lexicon.sqlite"
    file.write_bytes(whole)
    assert build_lexicon(tmp_path / "a.sqlite", edict=SAMPLES / "edict.txt", base=file)
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) + b"\0")
    with pytest.raises(LexiconError, match="is damaged"):
        build_lexicon(tmp_path / "a.sqlite", edict=SAMPLES / "edict.txt", base=file)
    assert Lexicon(str(tmp_path / "a.sqlite")).words("バイト")  # the one from before


FORGED = {
    "a view that never ends": (
        "DROP TABLE kanji; CREATE VIEW kanji AS WITH RECURSIVE q(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM q)"
        " SELECT n AS headword, n AS value FROM q;"
    ),
    "a column that is computed": (
        "DROP TABLE kanji; CREATE TABLE kanji (headword TEXT PRIMARY KEY, value AS (hex(zeroblob(1000000000))));"
    ),
    "a table without its values": "DROP TABLE kanji; CREATE TABLE kanji (headword TEXT PRIMARY KEY) WITHOUT ROWID;",
    "a table that is not there": "DROP TABLE word;",
}


@pytest.mark.parametrize("script", FORGED.values(), ids=FORGED.keys())
def test_a_forged_file_with_a_right_checksum(script: str, from_xml: Lexicon, tmp_path: Path) -> None:
    refused(forged(script, from_xml, tmp_path))


LOOK_UPS = {
    "word": Lexicon.words,
    "name": Lexicon.names,
    "kanji": Lexicon.kanji,
    "association": Lexicon.associations,
    "writing": Lexicon.writings,
}


@pytest.mark.parametrize(
    ("table", "value"),
    [*((table, "x'ff'") for table in LOOK_UPS), *((table, "'Z'") for table in LOOK_UPS if table != "writing")],
)
def test_a_cell_that_cannot_be_decoded(table: str, value: str, from_xml: Lexicon, tmp_path: Path) -> None:
    file = forged(f"UPDATE {table} SET value = {value}", from_xml, tmp_path)
    with closing(connect(file)) as database:
        (headword,) = database.execute(f"SELECT headword FROM {table} LIMIT 1").fetchone()
    with pytest.raises(LexiconError, match=CURE) as caught:
        LOOK_UPS[table](Lexicon(str(file)), headword)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize(("table", "value"), [("entry", "'Z'"), ("membership", "'Z'"), ("membership", "x'ffffff'")])
def test_a_cell_that_words_need(table: str, value: str, from_xml: Lexicon, tmp_path: Path) -> None:
    refused(forged(f"UPDATE {table} SET value = {value}", from_xml, tmp_path))


def test_damage_with_a_right_checksum(from_xml: Lexicon, tmp_path: Path) -> None:
    """Whatever SQLite meets in a look-up is an error of the lexicon."""
    whole = Path(from_xml.path).read_bytes()
    errors = []
    for at in range(4096, len(whole), 509):
        file = tmp_path / f"{at}.sqlite"
        file.write_bytes(sealed(whole[:at] + b"\xff" * 200 + whole[at + 200 :]))
        try:
            lexicon = Lexicon(str(file))
            for term in ("匿流犯", "犯罪", "バイト", "国"):
                lexicon.words(term), lexicon.names(term), lexicon.kanji(term[0])
        except LexiconError as error:
            errors.append(str(file) in str(error))
        file.unlink()
    assert len(errors) > 2
    assert all(errors)


def test_on_the_command_line(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray(damaged.read_bytes())
    data[-200] ^= 1
    damaged.write_bytes(data)
    assert main(["lexicon", "lookup", "--lexicon", str(damaged), "匿流犯"]) == 1
    assert capsys.readouterr().err.startswith(f"termalign: {damaged} is damaged: build it again")


def test_any_byte_of_a_prepared_list(tmp_path: Path) -> None:
    file = tmp_path / "terms.tlist"
    Aligner().prepare(["警察庁", "消費税", "特殊詐欺"]).save(file)
    whole = file.read_bytes()
    for number, at in enumerate(sorted({*range(400), *range(0, len(whole), 37), len(whole) - 1})):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << number % 8]) + whole[at + 1 :])
        with pytest.raises(TermListError, match="prepare it again") as caught:
            TermList.load(file)
        assert str(file) in str(caught.value)
    for spoilt in (whole[:-1], whole + b"\0", whole * 2):
        file.write_bytes(spoilt)
        with pytest.raises(TermListError, match="damaged"):
            TermList.load(file)


@pytest.mark.parametrize("version", [1, 7, 9])
def test_a_list_of_another_version_is_no_list_of_words(
    version: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t.tlist").write_bytes(f"termalign term list {version}\n".encode())
    (tmp_path / "en").write_text("The police.", encoding="utf-8")
    assert main(["align", "--terms", str(tmp_path / "t.tlist"), str(tmp_path / "en")]) == 1
    assert "prepare it again" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["serve --port 0", "mcp"])
def test_a_server_does_not_start_with_a_damaged_lexicon(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if command == "mcp":
        pytest.importorskip("mcp")
    file = tmp_path / "lexicon.sqlite"
    file.write_bytes(b"SQLite format 3\0" + bytes(5000))
    assert main([*command.split(), "--lexicon", str(file)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"termalign: {file} is not a termalign lexicon, or is damaged")
