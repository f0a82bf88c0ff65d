"""Writes the Python examples of each page as a module, for a type checker: python .ci/page_examples.py FOLDER

Each example keeps the number of its line: an error in docs_pipelines_md.py:30 is one in line 30 of docs/pipelines.md.
"""

import doctest
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^(?P<indent> *)```python\n(?P<code>.*?)^(?P=indent)```$", re.M | re.S)
PROMPTS = doctest.DocTestParser()


def module(page: str) -> str:
    """The examples of a page, with an empty line for each line that is none."""
    lines = [""] * page.count("\n")
    for block in BLOCK.finditer(page):
        first = page.count("\n", 0, block.start("code"))
        for line, code in examples(dedent(block["code"])):
            for offset, text in enumerate(code.splitlines(), start=first + line):
                lines[offset] = text
    return "\n".join(lines) + "\n" if any(lines) else ""


def examples(block: str) -> Iterator[tuple[int, str]]:
    """The line in the block (0-based) and the code of each example; a block without prompts is one example."""
    prompted = PROMPTS.get_examples(block)
    if not prompted:
        yield 0, block
    for example in prompted:
        yield example.lineno, example.source


def main(folder: Path) -> None:
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        if code := module(page.read_text(encoding="utf-8")):
            name = re.sub(r"\W", "_", str(page.relative_to(ROOT)))
            (folder / f"{name}.py").write_text(code, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
