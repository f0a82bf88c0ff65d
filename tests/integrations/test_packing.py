"""An aligner that travels: the same bytes for the same settings, in whatever process."""

import os
import subprocess
import sys

import pytest

from termalign import Aligner
from termalign.integrations.packing import pack, unpacked

CODE = """
import hashlib
from termalign import Aligner
from termalign.integrations.packing import pack
aligner = Aligner(kinds={"gloss", "name", "romaji", "date", "clip"}, glossary={"匿流": ["Tokuryu", "mole"]}, min_score=0.5)
print(hashlib.sha256(pack(aligner)).hexdigest())
"""


def test_the_bytes_are_the_same_in_every_process() -> None:
    """Sets of strings are ordered by a hash that differs from process to process."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", CODE], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    assert len(digests) == 1


@pytest.mark.parametrize(
    "aligner", [Aligner(), Aligner(min_score=0.6), Aligner(kinds=["name"]), Aligner(glossary={"匿流": "mole"})]
)
def test_settings_arrive(aligner: Aligner) -> None:
    arrived = unpacked(pack(aligner))
    assert arrived.min_score == aligner.min_score
    assert arrived.kinds == aligner.kinds
    pair = "桜島の匿流", "The mole of Sakurajima"
    assert arrived.align(*pair) == aligner.align(*pair)


def test_other_settings_are_other_bytes() -> None:
    packed = [
        pack(None),
        pack(Aligner(min_score=0.6)),
        pack(Aligner(kinds=["name"])),
        pack(Aligner(glossary={"雨": "wet"})),
    ]
    assert len(set(packed)) == len(packed)
    assert pack(Aligner()) == pack(None)
