"""Writes anew what the pages say termalign prints: python .ci/refresh_pages.py [PAGE…]

The answers in ``console`` blocks are taken from the commands above them, run by the termalign of this Python's
environment, and docs/quantities.md is what tools/quantity_rules.py writes. Read the difference before you commit it.
(tests/test_docs.py fails where an answer is no longer true.)
Without a PAGE, the pictures of docs/pictures are drawn anew as well, from the sentence pairs in pairs.tsv there. The page
docs/commands.md has a section for each command.
"""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EVERY_COMMAND = ROOT / "docs" / "commands.md"
QUANTITIES = ROOT / "docs" / "quantities.md"
HELP = "```console\n$ termalign {}\n```\n"
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.M | re.S)


def answered(block: str) -> str:
    """The commands of a block, each with its answer as it is now."""
    commands = [line for line in re.sub(r"\\\n", " ", block).splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{answer(command[2:])}" for command in commands)


def answer(command: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["sh", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"PATH": path},
    )
    if "Traceback (most recent call last)" in run.stdout:
        sys.exit(f"$ {command}\n{run.stdout}")
    return run.stdout.rstrip("\n") + "\n" if run.stdout else ""


def sections(page: str) -> str:
    """The page of commands with a section for each, without the answers: the program lists them."""
    from termalign.cli.program import COMMANDS

    introduction, _, _ = page.partition("```console")
    parts = [introduction + HELP.format("--help")]
    for command in COMMANDS:
        parts.append(f"## {command.name}\n\n{HELP.format(f'{command.name} --help')}")
        for inner in getattr(command, "commands", ()):
            name = f"{command.name} {inner.name}"
            parts.append(f"### {name}\n\n{HELP.format(f'{name} --help')}")
    return "\n".join(parts)


def anew(page: Path, old: str) -> str:
    """What a page is to say, but for the answers in it."""
    if page == EVERY_COMMAND:
        return sections(old)
    if page == QUANTITIES:
        written: str = runpy.run_path(str(ROOT / "tools" / "quantity_rules.py"))["page"]()
        return written
    return old


def redraw() -> None:
    from termalign import align

    folder = ROOT / "docs" / "pictures"
    _, *rows = (folder / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    for row in rows:
        name, ja, en = row.split("\t")
        (folder / f"{name}.svg").write_text(align(ja, en).to_svg(), encoding="utf-8")


def main() -> None:
    pages = [Path(name).resolve() for name in sys.argv[1:]] or [
        ROOT / "README.md",
        ROOT / "README.ja.md",
        *sorted((ROOT / "docs").rglob("*.md")),
    ]
    if len(sys.argv) == 1:
        redraw()
    for page in pages:
        old = page.read_text(encoding="utf-8")
        new = BLOCK.sub(lambda found: answered(found[0]), anew(page, old))
        if new != old:
            page.write_text(new, encoding="utf-8")
            print(page.relative_to(ROOT))


if __name__ == "__main__":
    main()
