"""A large file takes no more memory than a small one, and a text of megabytes is read."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from termalign.formats import read_pairs, write_pairs

NAMES = ["m.tmx", "m.xlf", "m.xliff2", "m.tsv", "m.csv", "m.jsonl", "m.tmx.gz"]


def many(count: int) -> Iterator[tuple[str, str]]:
    for k in range(count):
        yield f"第{k}文である。" * 40, f"This is sentence {k}. " * 40


def most_memory(path: Path, count: int) -> int:
    """Bytes that writing and reading `count` pairs held at most."""
    tracemalloc.start()
    try:
        assert write_pairs(path, many(count)) == count
        assert sum(1 for _ in read_pairs(path)) == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", NAMES)
def test_memory_does_not_grow_with_the_file(tmp_path: Path, name: str) -> None:
    few = most_memory(tmp_path / name, 100)
    assert most_memory(tmp_path / name, 1_400) < few + 600_000  # the file grows by 2.5 megabytes


@pytest.mark.parametrize("name", [*NAMES, "m.po"])
def test_a_text_of_megabytes(tmp_path: Path, name: str) -> None:
    pair = "灰" * 400_000, "ash " * 400_000
    write_pairs(tmp_path / name, [pair, ("火", "fire")])
    assert list(read_pairs(tmp_path / name)) == [pair, ("火", "fire")]


def test_a_large_file_in_one_line(tmp_path: Path) -> None:
    unit = '<tu><tuv xml:lang="ja"><seg>灰</seg></tuv><tuv xml:lang="en"><seg>ash</seg></tuv></tu>'
    most = []
    for count in (2_000, 8_000):
        (tmp_path / "m.tmx").write_text(f"<tmx><body>{unit * count}</body></tmx>", encoding="utf-8")
        tracemalloc.start()
        try:
            assert sum(1 for _ in read_pairs(tmp_path / "m.tmx")) == count
            most.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert most[1] < most[0] + 1_000_000  # the elements of 6,000 units take more than six times that
