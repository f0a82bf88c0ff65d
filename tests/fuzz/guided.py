"""Fuzzing guided by coverage, for hours and by hand: an interesting input is kept, and the next ones are made of it.

    python tests/fuzz/guided.py files FOLDER -max_total_time=3600
    python tests/fuzz/guided.py texts FOLDER -max_total_time=3600

Needs ``pip install atheris`` (CPython 3.11 to 3.13 on Linux). FOLDER keeps what was found interesting; options are
libFuzzer's. What is found becomes a file of ``tests/fuzz/corpus``, with the change that mends it.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))
import atheris

with atheris.instrument_imports(include=["termalign"]):
    from fuzzing import ENTRIES, READERS, files, texts


def read(data: bytes) -> None:
    """The first byte says by which reader."""
    if data:
        READERS[data[0] % len(READERS)](data[1:])


def ask(data: bytes) -> None:
    """The first byte says which entry point is asked, a NUL parts the two texts."""
    try:
        text = data[1:].decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data[1:].decode("utf-8", "replace")
    ja, _, en = text.partition("\0")
    if data:
        list(ENTRIES.values())[data[0] % len(ENTRIES)](ja[:300], en[:600])


def seeds(what: str) -> list[bytes]:
    """The corpus as inputs of one of the two."""
    if what == "files":
        return [bytes([k]) + path.read_bytes() for path in files() for k in range(len(READERS))]
    pairs = [f"{ja}\0{en}".encode("utf-8", "surrogatepass") for _, ja, en in texts()]
    return [bytes([k]) + pair for pair in pairs for k in range(len(ENTRIES))]


def main() -> None:
    """The command line."""
    what, folder, *options = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(what)):
        Path(folder, f"seed-{number}").write_bytes(seed)
    atheris.Setup([sys.argv[0], folder, *options], read if what == "files" else ask)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
