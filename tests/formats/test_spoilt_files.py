"""Whatever happened to a file, it is read, or a `FormatError` says what is wrong with it."""

import gzip
import io
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.formats import FormatError, read_pairs, write_pairs
from termalign.formats.glossaries import FORMATS as GLOSSARIES
from termalign.formats.pairs import FORMATS as BITEXTS
from termalign.termbase import Glossary

PAIRS = [("桜島が\n「噴火」した", "Sakurajima <erupted> & so"), ("灰", 'the "ash"')]
GLOSSARY = Glossary.from_pairs([("匿流", "Tokuryu", "note"), ("詐欺", "fraud"), ("詐欺", "scam")])

# Where (as a part of the length), how many bytes are cut out there, and what is put in.
SPOILT = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 40),
        st.one_of(
            st.binary(max_size=4),
            st.sampled_from(
                [b"\0", b"<", b">", b"&x;", b'"', b"\xff", b"\n", b"\t", b"<!DOCTYPE x [<!ENTITY x 'y'>]>"]
            ),
        ),
    ),
    min_size=1,
    max_size=3,
)
Spoilt = list[tuple[float, int, bytes]]


def spoil(content: bytes, changes: Spoilt) -> bytes:
    for where, cut, put in changes:
        at = int(where * len(content))
        content = content[:at] + put + content[at + cut :]
    return content


@cache
def bitext(format: str) -> bytes:
    with TemporaryDirectory() as folder:
        write_pairs(Path(folder, "m"), PAIRS, format)
        return Path(folder, "m").read_bytes()


@cache
def glossary(format: str) -> bytes:
    with TemporaryDirectory() as folder:
        GLOSSARY.write(Path(folder, "g"), format)
        return Path(folder, "g").read_bytes()


@pytest.mark.parametrize("format", [known.name for known in BITEXTS if known.name != "text"])
@given(changes=SPOILT)
def test_bitexts(format: str, changes: Spoilt) -> None:
    with suppress(FormatError):
        for ja, en in read_pairs(io.BytesIO(spoil(bitext(format), changes)), format):
            assert isinstance(ja, str)
            assert isinstance(en, str)


@pytest.mark.parametrize("format", [known.name for known in GLOSSARIES])
@given(changes=SPOILT)
def test_glossaries(format: str, changes: Spoilt) -> None:
    with suppress(FormatError):
        Glossary.read(io.BytesIO(spoil(glossary(format), changes)), format)


@pytest.mark.parametrize("format", ["tmx", "tsv"])
@given(changes=SPOILT)
def test_packed_files(format: str, changes: Spoilt) -> None:
    content = gzip.compress(bitext(format) * (1 if format == "tmx" else 50), mtime=0)
    with suppress(FormatError):
        list(read_pairs(io.BytesIO(spoil(content, changes)), format))


@pytest.mark.parametrize("format", [known.name for known in BITEXTS if known.name != "text"])
@given(content=st.binary(max_size=200))
def test_any_bytes_as_a_bitext(format: str, content: bytes) -> None:
    with suppress(FormatError):
        list(read_pairs(io.BytesIO(content), format))


@pytest.mark.parametrize("format", [known.name for known in GLOSSARIES])
@given(content=st.binary(max_size=200))
def test_any_bytes_as_a_glossary(format: str, content: bytes) -> None:
    with suppress(FormatError):
        Glossary.read(io.BytesIO(content), format)
