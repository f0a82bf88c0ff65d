"""The tests of what has changed, a path a line: python .ci/changed_tests.py

Changed is what differs from where this branch left main, or from the last commit on main itself; files that git does not
know yet are part of it. Tests mirror the package, so the tests of a file are found by its path:

    src/termalign/kana/romaji.py    tests/kana/test_romaji.py, or all of tests/kana if there is none
    src/termalign/alignment.py      tests/test_alignment.py, or tests/test_contract.py
    tests/kana/test_romaji.py       itself
    tests/cases/clip.tsv            each test file that names "clip.tsv", or cases("clip")
    docs/…, *.md                    tests/test_docs.py
    examples/…                      tests/test_examples.py
    benchmarks/…                    tests/benchmarks

A change can break what stands above it: that is for the whole of ``./check``.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
PACKAGE = ROOT / "src" / "termalign"
ANY_CHANGE = TESTS / "test_contract.py"  # what holds of every alignment


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, encoding="utf-8", cwd=ROOT).stdout.strip()


def changed_files() -> list[Path]:
    base = git("merge-base", "HEAD", "origin/main") or git("merge-base", "HEAD", "main") or "HEAD"
    names = (
        git("diff", "--name-only", base).splitlines() + git("ls-files", "--others", "--exclude-standard").splitlines()
    )
    return [ROOT / name for name in sorted(set(names))]


def tests_of(file: Path) -> Iterator[Path]:
    if file.is_relative_to(PACKAGE):
        folder = TESTS / file.parent.relative_to(PACKAGE)
        test = folder / f"test_{file.stem}.py"
        yield test if test.exists() else folder if folder != TESTS and folder.exists() else ANY_CHANGE
    elif file.is_relative_to(TESTS) and file.name.startswith("test_"):
        yield file
    elif file.is_relative_to(TESTS) and file.suffix != ".py":
        names = (f'"{file.stem}"', file.name)
        yield from (test for test in TESTS.rglob("test_*.py") if any(name in test.read_text("utf-8") for name in names))
    elif file.suffix == ".md" or file.is_relative_to(ROOT / "docs"):
        yield TESTS / "test_docs.py"
    elif file.is_relative_to(ROOT / "examples"):
        yield TESTS / "test_examples.py"
    elif file.is_relative_to(ROOT / "benchmarks"):
        yield TESTS / "benchmarks"


def main() -> None:
    found = {test for file in changed_files() for test in tests_of(file) if test.exists()}
    inside = {test for test in found if not found.isdisjoint(test.parents)}  # their folder is there as a whole
    for test in sorted(found - inside):
        print(test.relative_to(ROOT))


if __name__ == "__main__":
    main()
