"""The folder of measuring data, and its files as Python values.

A file is asked for by its plain name: ``news_links.jsonl`` is that file, or else its development part
``news_links.dev.jsonl``, or its training part ``news_links.train.jsonl``. README.md beside this file says what each holds.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

Offsets = tuple[int, int]


class MissingDataError(Exception):
    """A file that a measure needs is not in the folder."""


class Pair(NamedTuple):
    """A text and its translation, with terms located in both: Japanese offsets → the English spans that are right."""

    document: str
    ja: str
    en: str
    terms: list[tuple[Offsets, list[Offsets]]]


class Folder:
    """A folder of measuring data."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def file(self, name: str) -> Path:
        """The file called `name`, or its development or training part.

        Raises
        ------
        MissingDataError
            If none of the three is there.
        """
        stem, _, ending = name.rpartition(".")
        for part in (name, f"{stem}.dev.{ending}", f"{stem}.train.{ending}"):
            if (self.path / part).is_file():
                return self.path / part
        raise MissingDataError(f"no {name} in {self.path} (nor {stem}.dev.{ending}, nor {stem}.train.{ending})")

    def has(self, name: str) -> bool:
        """Whether the file called `name`, or a part of it, is there."""
        try:
            self.file(name)
        except MissingDataError:
            return False
        return True

    def text(self, name: str) -> str:
        """A file whole."""
        return self.file(name).read_text(encoding="utf-8")

    def records(self, name: str) -> list[dict[str, Any]]:
        """The records of a JSON Lines file."""
        return [json.loads(line) for line in self.text(name).split("\n") if line]

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a tab-separated file with a header line; quotation marks are ordinary characters."""
        with self.file(name).open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))

    def pairs(self, name: str) -> list[Pair]:
        """A file of ``{id, ja, en, terms: [{ja: [s, e], en: [[s, e], …]}]}``."""
        return [
            Pair(
                r["id"].partition(":")[0],
                r["ja"],
                r["en"],
                [(_offsets(t["ja"]), list(map(_offsets, t["en"]))) for t in r["terms"]],
            )
            for r in self.records(name)
        ]

    def news(self) -> list[Pair]:
        """The texts of ``news_links``."""
        return self.linked("news_links.jsonl")

    def linked(self, name: str) -> list[Pair]:
        """A file of ``{id, ja, en, links: [{ja: [s, e], en: [s, e]}]}``, with every term that the English renders."""
        return [
            Pair(r["id"], r["ja"], r["en"], [(_offsets(link["ja"]), [_offsets(link["en"])]) for link in r["links"]])
            for r in self.records(name)
        ]

    def running_text(self) -> Iterator[tuple[str, str, str]]:
        """``news_text``: a document's name, a sentence and its translation, in the order of the documents."""
        for line in self.text("news_text.tsv").split("\n"):
            if line:
                document, ja, en = line.split("\t")
                yield document, ja, en


def _offsets(span: list[int]) -> Offsets:
    start, end = span
    return start, end
