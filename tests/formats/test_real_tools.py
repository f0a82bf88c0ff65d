"""What is written is read right by another reader of these formats: translate-toolkit, which Weblate and Virtaal use."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from termalign.formats import write_pairs
from termalign.termbase import Glossary

pytest.importorskip("translate", reason="translate-toolkit")
etree = pytest.importorskip("lxml.etree", reason="lxml")

PAIRS = [
    ("桜島が<b>噴火</b>し、&「灰」が降った。", 'Sakurajima <b>erupted</b> & "ash" fell.'),
    ("一行目\n二行目\t後\\n", "line 1\nline 2\tafter\\n"),
    ("𠮷野家", "Yoshinoya"),
    ("同じ", "same"),
    ("同じ", "the same"),
]
GLOSSARY = Glossary.from_pairs(
    [("匿流", "Tokuryu", "police <word>"), ("詐欺", "fraud"), ("詐欺", "scam & swindle"), ("𠮷野家", "Yoshinoya")]
)
STORES = {
    "tmx": ("tmx", "tmxfile"),
    "xliff": ("xliff", "xlifffile"),
    "xliff2": ("xliff2", "Xliff2File"),
    "po": ("pypo", "pofile"),
}


def opened(path: Path, module: str, store: str) -> Any:
    return getattr(import_module(f"translate.storage.{module}"), store).parsestring(path.read_bytes())


@pytest.mark.parametrize("format", STORES)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_pairs(tmp_path: Path, format: str) -> None:
    path = tmp_path / "pairs"
    write_pairs(path, PAIRS, format)
    units = [unit for unit in opened(path, *STORES[format]).units if not unit.isheader()]
    assert [(str(unit.source), str(unit.target)) for unit in units] == PAIRS


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_tbx(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tbx"
    GLOSSARY.write(path)
    units = opened(path, "tbx", "tbxfile").units
    found = [(unit.source, unit.target, unit.getnotes()) for unit in units]
    assert found == [(entry.ja, entry.en[0], entry.note) for entry in GLOSSARY]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_utx(tmp_path: Path) -> None:
    path = tmp_path / "glossary.utx"
    GLOSSARY.write(path)
    units = opened(path, "utx", "UtxFile").units
    assert [(unit.source, unit.target) for unit in units] == list(GLOSSARY.pairs())


def test_tbx3_is_valid(tmp_path: Path) -> None:
    """No tool of the test environment reads TBX v3: its schema says whether it is right."""
    path = tmp_path / "glossary.tbx"
    GLOSSARY.write(path, "tbx3")
    schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("tbx3_subset.rng")))
    schema.assertValid(etree.parse(path))
    path.write_bytes(path.read_bytes().replace(b"conceptEntry", b"termEntry"))
    assert not schema.validate(etree.parse(path))
