"""Looks into the built sdist and wheel: python3 built_files.py TREE FILE…"""

import sys
import tarfile
import zipfile
from pathlib import Path

LEXICON = "termalign/lexicon/data/lexicon.sqlite"
NOTICE = "termalign/lexicon/NOTICE.txt"
MEGABYTE = 1 << 20
LARGEST_WHEEL = 100 * MEGABYTE  # the package index takes no larger file


def expect(condition: object, message: str) -> None:
    if not condition:
        sys.exit(f"built_files: {message}")


def check_wheel(tree: Path, wheel: Path) -> None:
    expect(wheel.name.endswith("-py3-none-any.whl"), f"{wheel.name} is not for every Python and platform")
    size = wheel.stat().st_size
    expect(size < LARGEST_WHEEL, f"{wheel.name} has {size / MEGABYTE:.0f} MB")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        expect(len(names) == len(set(names)), "a file is in the wheel twice")
        information = next(name.partition("/")[0] for name in names if ".dist-info/" in name)
        wanted = {
            *sources(tree),
            LEXICON,
            f"{information}/entry_points.txt",
            f"{information}/licenses/LICENSE",
            f"{information}/licenses/src/{NOTICE}",
        }
        expect("termalign/py.typed" in wanted, "the tree has no py.typed")
        expect(wanted <= set(names), f"not in the wheel: {sorted(wanted - set(names))}")
        others = {n for n in names if not n.startswith(("termalign/", f"{information}/"))}
        expect(not others, f"should not be in the wheel: {sorted(others)}")
        notice = archive.read(NOTICE).decode()
        expect("JMdict" in notice and "CC BY-SA" in notice, f"{NOTICE} does not give the dictionaries' licence")
        with archive.open(LEXICON) as lexicon:
            expect(lexicon.read(16) == b"SQLite format 3\0", "the lexicon is no SQLite file")
        lexicon_size = archive.getinfo(LEXICON).file_size
        expect(lexicon_size > MEGABYTE, f"the lexicon has only {lexicon_size} bytes")
    print(f"{wheel.name}: {size / MEGABYTE:.1f} MB; its lexicon: {lexicon_size / MEGABYTE:.1f} MB unpacked")


def check_sdist(tree: Path, sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {"LICENSE", "PKG-INFO", "README.md", "README.ja.md", "hatch_build.py", "pyproject.toml"}
    needed |= {f"src/{name}" for name in sources(tree)}
    expect(needed <= names, f"not in the sdist: {sorted(needed - names)}")
    expect(f"src/{LEXICON}" not in names, "the sdist carries the compiled lexicon")
    expect(not any(name.startswith(".venv") for name in names), "the sdist carries an environment")
    print(f"{sdist.name}: {sdist.stat().st_size / MEGABYTE:.1f} MB, {len(names)} files")


def sources(tree: Path) -> set[str]:
    """Every file of the package in the tree, as the wheel names it, but for what is made while building."""
    files = (path for path in (tree / "src" / "termalign").rglob("*") if path.is_file())
    made = ("__pycache__", "lexicon.sqlite")
    return {str(f.relative_to(tree / "src")) for f in files if not any(name in str(f) for name in made)}


def main(tree: Path, *files: Path) -> None:
    wheels = [file for file in files if file.suffix == ".whl"]
    sdists = [file for file in files if file.name.endswith(".tar.gz")]
    expect(len(wheels) == len(sdists) == 1 and len(files) == 2, f"expected one wheel and one sdist: {files}")
    check_wheel(tree, wheels[0])
    check_sdist(tree, sdists[0])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
