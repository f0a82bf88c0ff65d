"""Every reader, on the hostile files of the corpus as they are, as another format, and spoilt further."""

from pathlib import Path

import pytest
from fuzzing import READERS, Reader, files, term_list
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termalign.formats import size_limit

FILES = list(files())
SMALL = [path for path in FILES if path.stat().st_size < 8000]
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=6) | st.sampled_from([b"<", b'"', b"\0", b"\n"])),
    max_size=4,
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_of_the_corpus_as_any_format(path: Path) -> None:
    content = path.read_bytes()
    with size_limit(1):
        for reader in READERS:
            reader(content)
    term_list(path)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: f"{reader.name} {reader.read.__name__}")
@given(path=st.sampled_from(SMALL), changes=CHANGES)
def test_a_file_spoilt_further(reader: Reader, path: Path, changes: list[tuple[float, int, bytes]]) -> None:
    content = path.read_bytes()
    for where, cut, put in changes:
        at = int(where * len(content))
        content = content[:at] + put + content[at + cut :]
    reader(content)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400))
def test_any_bytes_as_a_prepared_list(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)
    term_list(path)
