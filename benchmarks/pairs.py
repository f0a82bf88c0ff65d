"""Development pairs as the benchmarks read them, and when a span counts as right."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Offsets = tuple[int, int]
_ARTICLE = re.compile(r"(?i)(the|an?) (?=\S)")


@dataclass(frozen=True)
class Pair:
    """A sentence pair with terms located on both sides: Japanese offsets → the English spans that are right."""

    ja: str
    en: str
    terms: list[tuple[Offsets, list[Offsets]]]


def read_json_lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def located(path: Path) -> list[Pair]:
    """A file of ``{ja, en, terms: [{ja: [s, e], en: [[s, e], …]}]}`` or of ``{ja, en, links: [{ja, en}]}``."""
    pairs = []
    for record in read_json_lines(path):
        terms = [(tuple(t["ja"]), [tuple(span) for span in t["en"]]) for t in record.get("terms", ())]
        terms += [(tuple(link["ja"]), [tuple(link["en"])]) for link in record.get("links", ())]
        pairs.append(Pair(record["ja"], record["en"], terms))
    return pairs


def bare(text: str, span: Offsets) -> Offsets:
    """The span without its leading article."""
    match = _ARTICLE.match(text, *span)
    return (match.end(), span[1]) if match else span


def right_spans(text: str, spans: Sequence[Offsets]) -> Iterator[Offsets]:
    """Each span without its article, and of “Romaji (gloss)” the romaji alone."""
    for span in spans:
        start, end = bare(text, span)
        yield start, end
        bracket = text.find(" (", start, end)
        if bracket > start and text[end - 1] == ")":
            yield start, bracket


def overlap(one: Offsets, other: Offsets) -> float:
    """F1 of the characters of two spans."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared / (one[1] - one[0] + other[1] - other[0]) if shared > 0 else 0.0
