"""The tests of what has changed, a path a line: python .ci/changed_tests.py [FILE…]

Changed is what differs from where this branch left main, or from the last commit on main itself; files that git does not
know yet are part of it. With FILEs, only these. Tests mirror the package, so the tests of a file are found by its path:

    src/termalign/kana/romaji.py    tests/kana/test_romaji.py, or all of tests/kana if there is none
    src/termalign/lexicon/supplement/sport.tsv
                                    tests/lexicon/test_supplement.py: the name of a folder counts like that of a file
    src/termalign/alignment.py      tests/test_alignment.py, or tests/test_contract.py
    benchmarks/checking/planting.py tests/benchmarks/test_checking.py
    tests/kana/test_romaji.py       itself
    tests/cases/clip.tsv            each test file that names "clip.tsv", or cases("clip")
    docs/…, *.md                    tests/test_docs.py
    examples/…                      tests/test_examples.py

The kinds of evidence and of findings are named on pages and in pictures as well, whose tests are added (``NAMED``). A change can
break what stands above it: that is for the whole of ``./check``.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
PACKAGE = ROOT / "src" / "termalign"
ANY_CHANGE = TESTS / "test_contract.py"  # what holds of every alignment

HELP = "test_docs.py::test_commands_on_pages_print_what_is_shown"
#: Files and folders of the package whose contents are named elsewhere, with the tests of those places.
NAMED = {
    "kinds": ("kinds/test_pages.py", "kinds/test_registry.py", "test_features_page.py"),
    "model.py": (
        "kinds/test_pages.py", "checking/test_adding_a_kind.py", "pictures/test_pages.py", "test_features_page.py", HELP,
    ),
    "checking/kinds": ("checking/test_adding_a_kind.py", HELP),
    "decide/weights.tsv": ("test_features_page.py",),
}  # fmt: skip


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, encoding="utf-8", cwd=ROOT).stdout.strip()


def changed_files() -> list[Path]:
    base = git("merge-base", "HEAD", "origin/main") or git("merge-base", "HEAD", "main") or "HEAD"
    names = (
        git("diff", "--name-only", base).splitlines() + git("ls-files", "--others", "--exclude-standard").splitlines()
    )
    return [ROOT / name for name in sorted(set(names))]


def tests_of(file: Path) -> Iterator[str]:
    """Yield the tests of a file, as paths from the root of the checkout."""
    path = file.relative_to(ROOT).as_posix()
    if file.is_relative_to(PACKAGE):
        yield mirror(file.relative_to(PACKAGE))
        for named, tests in NAMED.items():
            if file.is_relative_to(PACKAGE / named):
                yield from (f"tests/{test}" for test in tests)
    elif file.is_relative_to(TESTS) and file.name.startswith("test_"):
        yield path
    elif file.is_relative_to(TESTS) and file.suffix != ".py":
        names = (f'"{file.stem}"', file.name)
        for test in TESTS.rglob("test_*.py"):
            if any(name in test.read_text("utf-8") for name in names):
                yield test.relative_to(ROOT).as_posix()
    elif file.suffix == ".md" or path.startswith("docs/"):
        yield "tests/test_docs.py"
    elif path.startswith("examples/"):
        yield "tests/test_examples.py"
    elif path.startswith("benchmarks/"):
        yield mirror(file.relative_to(ROOT))


def mirror(file: Path) -> str:
    """Return the tests that mirror a file: those with its name or a folder's, else all of the nearest folder with tests."""
    names = [file.stem]
    for folder in file.parents:
        found = [TESTS / folder / f"test_{name}.py" for name in names]
        if folder != Path():
            found.append(TESTS / folder)
        for test in found:
            if test.exists():
                return test.relative_to(ROOT).as_posix()
        names.append(folder.name)
    return ANY_CHANGE.relative_to(ROOT).as_posix()


def main() -> None:
    files = [ROOT / name for name in sys.argv[1:]] or changed_files()
    found = {test for file in files for test in tests_of(file) if (ROOT / test.partition("::")[0]).exists()}
    for test in sorted(found):
        wholes = (test.partition("::")[0], *(parent.as_posix() for parent in Path(test).parents))
        if found.isdisjoint({*wholes} - {test}):  # else the file or folder is there as a whole
            print(test)


if __name__ == "__main__":
    main()
