"""Streams that deliver their bytes as they come, as pipes do."""

import gzip
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from termalign import Aligner, Glossary, TermList, check, read_pairs, write_pairs
from termalign.formats.opening import begun, opened
from termalign.formats.pairs import FORMATS

PAIRS = [("桜島が噴火した。", "Sakurajima erupted."), ("灰", "ash")]


class Drip(io.RawIOBase):
    """A stream that gives one byte at a time, and cannot be rewound."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        return self._data.readinto(memoryview(buffer)[:1])


def streams(data: bytes) -> list[Any]:
    return [io.BytesIO(data), Drip(data), io.BufferedReader(Drip(data))]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("format", [known.name for known in FORMATS if known.name != "text"])
def test_a_bitext_is_read_as_it_comes(format: str, packed: bool, tmp_path: Path) -> None:
    write_pairs(tmp_path / "m", PAIRS, format)
    data = (tmp_path / "m").read_bytes()
    for stream in streams(gzip.compress(data) if packed else data):
        assert list(read_pairs(stream, format)) == PAIRS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_an_encoding_is_recognised_as_the_bytes_come(encoding: str) -> None:
    for stream in streams("灰\tash\n火山\tvolcano\n".encode(encoding)):
        assert list(Glossary.read(stream, "tsv").pairs()) == [("灰", "ash"), ("火山", "volcano")]


@pytest.mark.parametrize("data", [b"", b"\x1f", b"a", b"\x1f\x8a", "灰\n桜島\n".encode() * 3_000])
def test_the_first_bytes_are_not_lost(data: bytes) -> None:
    for size in (1, 2, 22):
        for stream in streams(data):
            start, whole = begun(stream, size)
            assert start == data[:size]
            assert whole.read() == data
    for stream in streams(data):
        with opened(stream) as whole:
            assert list(whole) == data.splitlines(keepends=True)
        assert not stream.closed


def test_a_prepared_list_is_read_from_a_stream(tmp_path: Path) -> None:
    from termalign import Aligner

    prepared = Aligner().prepare(["桜島", "灰"])
    prepared.save(tmp_path / "t.tlist")
    for stream in streams((tmp_path / "t.tlist").read_bytes()):
        assert TermList.load(stream) == prepared


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"], ids=["classic Mac", "Windows", "Unix"])
def test_any_line_ends_are_read_as_they_come(end: str) -> None:
    lines = ["ja\ten", *["\t".join(pair) for pair in PAIRS]]
    for last in ("", end):
        for stream in streams((end.join(lines) + last).encode()):
            assert list(read_pairs(stream, "tsv")) == PAIRS


def test_a_carriage_return_within_a_line_stays() -> None:
    for stream in streams("ja\ten\n灰\t“a\rsh”\n".encode()):
        assert list(read_pairs(stream, "tsv")) == [("灰", "“a\rsh”")]


READERS = [Glossary.of, Glossary.read, Aligner.fit, lambda path: list(read_pairs(path)), lambda path: list(check(path))]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "text",
    [
        "送料は500円です。",
        "送料は無料です",
        "火山\tvolcano\n",
        "この商品は、送料が無料です。\n" * 99,
        "送料は.tsvですか？",
    ],
)
def test_a_text_is_no_path(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(FileNotFoundError, match="this looks like a text, not like a path") as raised:
        read(text)
    assert len(str(raised.value)) < 150


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("path", ["用語.tsv", "わたしの用語.tsv", "さくら/terms.tsv", "my terms.tsv"])
def test_a_path_that_does_not_exist(read: Callable[[str], object], path: str) -> None:
    with pytest.raises(FileNotFoundError, match="No such file or directory"):
        read(path)


def test_a_file_whose_name_looks_like_a_text(tmp_path: Path) -> None:
    Glossary.of({"火山": "volcano"}).write(tmp_path / "火山、灰。.tsv")
    assert len(Glossary.read(str(tmp_path / "火山、灰。.tsv"))) == 1
