"""The file of a model: whole, or refused by an error that names it and says what to do."""

import os
import zlib
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termalign import Aligner
from termalign.cli import main
from termalign.learned import Learned, Model, ModelError, Source

SOURCE = Source(pairs=4, left_out=1, digest="00ff", made="2026-11-29", version="0.1.0")
MODEL = Model.of(
    SOURCE,
    {
        "環境": (5, [Learned(("setup",), 3, 4), Learned(("new", "setup"), 1, 1)]),
        "駅": (2, [Learned(("station",), 2, 2)]),
    },
    {"setup": ("setup", 4), "new": ("new", 7), "station": ("stations", 2)},
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    MODEL.save(tmp_path / "m.model")
    return tmp_path / "m.model"


def refused(file: Path, why: str) -> None:
    with pytest.raises(ModelError, match=rf"{why}.*learn it again with `termalign learn`") as caught:
        Model.load(file)
    assert str(file) in str(caught.value)


def test_what_is_saved_is_loaded(file: Path) -> None:
    found = Model.load(file)
    assert found == MODEL
    assert found.source == SOURCE
    assert list(found.headwords()) == ["環境", "駅"]
    assert found.renderings("環境") == (Learned(("setup",), 3, 4), Learned(("new", "setup"), 1, 1))
    assert (found.seen("環境"), found.seen("山"), found.occurrences("new"), found.occurrences("old")) == (5, 0, 7, 0)
    assert found.phrase(("new", "station", "unheard")) == "new stations unheard"
    assert repr(found) == "Model(2 headwords of 4 pairs)"


def test_any_byte(file: Path) -> None:
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        refused(file, "(damaged|not a model|another version)")
    file.write_bytes(whole)
    assert Model.load(file) == MODEL


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(where=st.floats(0, 1), cut=st.integers(0, 500), put=st.binary(max_size=50))
def test_any_damage(where: float, cut: int, put: bytes, file: Path) -> None:
    MODEL.save(file)
    whole = file.read_bytes()
    at = int(where * len(whole))
    spoilt = whole[:at] + put + whole[at + cut :]
    if spoilt != whole:
        file.write_bytes(spoilt)
        refused(file, "(damaged|not a model|another version)")


HEADER = b'{"digest": "", "left_out": 0, "made": "", "pairs": 1, "version": ""}\n'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (HEADER + b"not compressed", "damaged .not compressed"),
        (HEADER + zlib.compress(b"\n")[:-3], "damaged .cut short"),
        (HEADER + zlib.compress(b"\xff\n"), "damaged"),
        (HEADER + zlib.compress(b"a\n"), "damaged .not in the form"),
        (HEADER + zlib.compress("\n駅\t2\tstation two 2\n".encode()), "damaged .not in the form"),
        (HEADER + zlib.compress("\n駅\t2\tstation 2\n".encode()), "damaged .not in the form"),
        (HEADER + zlib.compress(b"a" * (200 << 20)), "damaged .its tables have more than 128 MB"),
        (b"[]\n" + zlib.compress(b"\n"), "damaged"),
        (b"[" * 100_000 + b"\n" + zlib.compress(b"\n"), "damaged"),
        (b"[" * 2_000 + b"\n" + zlib.compress(b"\n"), "damaged"),
        (b'{"pairs": ' + b"9" * 4_000 + b"}\n" + zlib.compress(b"\n"), "damaged"),
        (b"no line", "damaged"),
        (
            HEADER + zlib.compress(b"a\ta\t1\n\n" + b"a\t1\n" * 3_000_001),
            "damaged .its tables have more than 1,000,000 rows",
        ),
    ],
)
def test_forged_files_are_refused(content: bytes, why: str, tmp_path: Path) -> None:
    file = tmp_path / "forged.model"
    digest = blake2b(content, digest_size=16).hexdigest().encode()
    file.write_bytes(b"termalign model 1\n" + digest + b"\n" + content)
    refused(file, why)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is not a model"),
        (b"termalign model 2\nwhatever", "the model format of another version"),
        (b"termalign model 0\n", "the model format of another version"),
        (b"termalign term list 9\n", "is not a model"),
        (b"SQLite format 3\0", "is not a model"),
        ("環境\tsetup\n".encode(), "is not a model"),
        (b"termalign model 1\n", "is damaged"),
    ],
)
def test_what_is_no_model(content: bytes, why: str, tmp_path: Path) -> None:
    file = tmp_path / "other"
    file.write_bytes(content)
    refused(file, why)
    with pytest.raises(ModelError):
        Aligner(model=file)
    with pytest.raises(ModelError):
        Aligner.load(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Model.load(tmp_path / "none")
    with pytest.raises(TypeError, match="model must be a Model"):
        Aligner(model=7)  # type: ignore[arg-type]


def test_an_older_file_stays_where_writing_fails(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise KeyboardInterrupt

    before = file.read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    other = Model.of(SOURCE, {}, {})
    with pytest.raises(KeyboardInterrupt):
        other.save(file)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_command_line_says_it_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad").write_bytes(b"termalign model 1\nxx\n{}")
    assert main(["align", "--model", str(tmp_path / "bad"), "--text", "犬", "dog"]) == 1
    assert "bad is damaged: learn it again" in capsys.readouterr().err
    assert main(["align", "--model", str(tmp_path / "none"), "--text", "犬", "dog"]) == 2
    assert main(["align", "--model", "-", "--text", "犬", "dog"]) == 2


def test_a_model_without_english_words(tmp_path: Path) -> None:
    model = Model.of(SOURCE, {"環境": (3, [])}, {})
    model.save(tmp_path / "m.model")
    assert list(Model.load(tmp_path / "m.model").headwords()) == ["環境"]
