"""Files that are pipes (``<(…)``, a named one, ``/dev/stdin``): each command reads them once, from the beginning."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from programs import TERMALIGN

from termalign import Aligner, Glossary, write_pairs
from termalign.cli import main

pytestmark = pytest.mark.skipif(not os.path.isdir("/dev/fd"), reason="no files of open pipes")
Output = pytest.CaptureFixture[str]
PAIRS = [
    ("桜島が噴火した。", "Sakurajima erupted."),
    ("桜島の環境を保存する。", "Save the setup of Sakurajima."),
    ("この環境を3回開く。", "Open this setup five times."),
]
GLOSSARY = Glossary.of({"環境": "setup", "桜島": "Cherry Island"})


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The contents of files by their names."""
    folder = tmp_path_factory.mktemp("files")
    for name in ("m.tmx", "m.xlf", "m.po", "m.tsv", "m.csv", "m.xlsx", "m.jsonl", "m.jsonl.gz"):
        write_pairs(folder / name, PAIRS)
    for name in ("w.tmx", "w.jsonl"):
        write_pairs(folder / name, [("桜島", "Sakurajima")])
    for name in ("g.tsv", "g.tbx", "g.utx", "g.xlsx", "g.txt", "g.csv.gz"):
        GLOSSARY.write(folder / name)
    aligner = Aligner()
    aligner.prepare(["桜島", "噴火"]).save(folder / "t.tlist")
    Aligner.fit(PAIRS).save(folder / "m.model")
    texts = {
        "terms.txt": "# terms\n桜島\n噴火\n",
        "bare": "桜島",
        "ja.txt": "".join(f"{ja}\n" for ja, _ in PAIRS),
        "en.txt": "".join(f"{en}\n" for _, en in PAIRS),
        "mixed.txt": "Sakurajima (桜島) erupted.",
        "definitions.txt": "The National Police Agency (NPA) said so.",
        "s.tsv": "number:3回\tthe author's correction\n",
        "b.tsv": "0123456789ab\tnothing\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


COMMANDS = [
    *(f"align --terms {name} --text 'Sakurajima erupted.'" for name in ("terms.txt", "bare", "t.tlist")),
    *(f"align --terms {name} --text 'Sakurajima erupted.'" for name in ("g.tbx", "g.utx", "g.xlsx", "g.tsv")),
    *(f"align --terms {name} --text 'Sakurajima erupted.'" for name in ("g.txt", "g.csv.gz", "w.tmx", "w.jsonl")),
    "align --terms terms.txt ja.txt en.txt",
    "align --terms t.tlist --from tsv m.tsv",
    "align ja.txt en.txt",
    "align --mixed mixed.txt",
    *(f"align {name}" for name in ("m.tmx", "m.xlf", "m.po", "m.tsv", "m.csv", "m.xlsx", "m.jsonl", "m.jsonl.gz")),
    "align --from text ja.txt en.txt",
    *(f"align --glossary {name} m.tsv" for name in ("g.tsv", "g.tbx", "g.utx", "g.xlsx", "g.txt", "g.csv.gz")),
    "align --model m.model ja.txt en.txt",
    "check --fail-on never --glossary g.tsv --suppress s.tsv --baseline b.tsv m.tmx m.xlsx",
    "check --fail-on never ja.txt en.txt",
    "words ja.txt en.txt",
    "trace --terms terms.txt ja.txt en.txt",
    "trace --terms g.tbx --text 'Sakurajima erupted.'",
    "annotate --terms terms.txt mixed.txt",
    "abbreviations definitions.txt",
    "select --glossary g.tsv ja.txt",
    "extract --known g.tsv --stop terms.txt m.tmx",
    "extract --stop g.xlsx ja.txt en.txt",
    "learn --format jsonl -o /dev/null m.tmx",
    "convert m.jsonl.gz out.tsv",
    "convert g.xlsx out.tbx",
    "convert --from text ja.txt en.txt out.tsv",
    "terms prepare g.tbx -o out",
    "terms prepare terms.txt -o out",
    "lexicon lookup --model m.model --glossary g.tsv 環境",
]


def answer(command: str, capsys: Output) -> tuple[int, str, str, bytes]:
    words = [quoted or plain for quoted, plain in re.findall(r"'([^']*)'|(\S+)", command)]
    code = main(words)
    written = b"".join(path.read_bytes() for path in sorted(Path().glob("out*")))
    out, err = capsys.readouterr()
    return code, out, err, written


@pytest.mark.parametrize("command", COMMANDS)
def test_a_pipe_is_read_as_a_file_is(
    command: str, files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    """The same names first lead to files, then to pipes, which have come to their end once they have been read."""
    monkeypatch.chdir(tmp_path)
    names = sorted({word for word in command.split() if word in files})
    for name in names:
        Path(name).write_bytes(files[name])
    expected = answer(command, capsys)
    assert expected[0] == 0
    assert expected[1] or expected[3]
    pipes = []
    for name in names:
        Path(name).unlink()
        reader, writer = os.pipe()
        os.write(writer, files[name])
        os.close(writer)
        pipes.append(reader)
        Path(name).symlink_to(f"/dev/fd/{reader}")
    try:
        assert answer(command, capsys) == expected
    finally:
        for reader in pipes:
            os.close(reader)


def test_standard_input_can_be_a_prepared_list(files: dict[str, bytes], tmp_path: Path, capsys: Output) -> None:
    command = [*TERMALIGN, "align", "--terms", "-", "--text", "Sakurajima erupted."]
    run = subprocess.run(command, input=files["t.tlist"], capture_output=True)
    assert run.stderr == b""
    assert run.stdout.startswith("桜島".encode())


def test_a_named_pipe_is_opened_once(files: dict[str, bytes], tmp_path: Path) -> None:
    """Whoever opens it a second time waits for another writer."""
    os.mkfifo(tmp_path / "terms")
    command = [*TERMALIGN, "align", "--terms", str(tmp_path / "terms"), "--text", "Sakurajima erupted."]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        (tmp_path / "terms").write_bytes(files["terms.txt"])
        out, _ = process.communicate(timeout=300)
    assert out.startswith("桜島".encode())


@pytest.mark.parametrize(
    "command",
    [
        "lexicon info --lexicon PIPE",
        "align --lexicon PIPE --text 桜島 Sakurajima",
        "learn --lexicon PIPE m.tmx -o out",
        "lexicon build --jmdict PIPE -o out",
        "lexicon build --kanjidic PIPE --base PIPE -o out",
    ],
)
def test_what_must_be_read_several_times_is_no_pipe(
    command: str, files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.tmx").write_bytes(files["m.tmx"])
    os.mkfifo("PIPE")
    assert main(command.split()) == 2
    message = "termalign: PIPE: expected a file that can be read several times, not a pipe or a device\n"
    assert capsys.readouterr() == ("", message)
    assert not Path("out").exists()
