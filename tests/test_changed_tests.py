"""Which tests `./check quick` runs for a changed file."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def found_for(*files: str) -> list[str]:
    command = [sys.executable, str(ROOT / ".ci" / "changed_tests.py"), *files]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.split()


PAGES = ["tests/kinds/test_pages.py", "tests/kinds/test_registry.py", "tests/test_features_page.py"]
HELP = "tests/test_docs.py::test_commands_on_pages_print_what_is_shown"


@pytest.mark.parametrize(
    ("file", "tests"),
    [
        ("src/termalign/kana/romaji.py", ["tests/kana/test_romaji.py"]),
        ("src/termalign/kinds/clip.py", ["tests/kinds/test_clip.py", *PAGES]),
        ("src/termalign/kinds/registry.py", PAGES),
        ("src/termalign/kinds/no_test_yet.py", ["tests/kinds", "tests/test_features_page.py"]),
        ("src/termalign/checking/kinds/registry.py", ["tests/checking", HELP]),
        ("src/termalign/lexicon/supplement/sport.tsv", ["tests/lexicon/test_supplement.py"]),
        ("src/termalign/propose/candidate.py", ["tests/test_contract.py"]),
        ("benchmarks/checking/planting.py", ["tests/benchmarks/test_checking.py"]),
        ("benchmarks/peers.tsv", ["tests/benchmarks"]),
        ("tests/kana/test_romaji.py", ["tests/kana/test_romaji.py"]),
        ("docs/check.md", ["tests/test_docs.py"]),
        ("pyproject.toml", []),
    ],
)
def test_tests_are_found_by_the_path(file: str, tests: list[str]) -> None:
    assert found_for(file) == tests


def test_a_new_kind_of_link_is_looked_for_wherever_kinds_are_named() -> None:
    assert {*PAGES, HELP, "tests/checking/test_adding_a_kind.py", "tests/pictures/test_pages.py"} - {
        *found_for("src/termalign/model.py")
    } == {"tests/kinds/test_registry.py"}


def test_what_is_run_as_a_whole_is_not_named_twice() -> None:
    assert found_for("src/termalign/model.py", "src/termalign/kinds/no_test_yet.py", "docs/check.md") == [
        "tests/checking/test_adding_a_kind.py",
        "tests/kinds",
        "tests/pictures/test_pages.py",
        "tests/test_contract.py",
        "tests/test_docs.py",
        "tests/test_features_page.py",
    ]
