"""The article: a news page in English and a list of Japanese terms, every mention of which is known."""

import re

from benchmarks.chances import share
from benchmarks.data import Folder, Offsets
from benchmarks.report import Cell, Measure, Report, Table
from termalign import Aligner


def places(phrases: list[str], text: str) -> set[Offsets]:
    """Every place that one of `phrases` stands at."""
    return {match.span() for phrase in phrases for match in re.finditer(re.escape(phrase), text)}


def run(folder: Folder, limit: int) -> Report:
    """The whole page, whatever the `limit`."""
    en = folder.text("article/news_on_japan.txt")
    records = folder.records("article/terms.jsonl")
    links = Aligner().align([record["ja"] for record in records], en).links
    wanted = found = false = 0
    wrong: list[tuple[Cell, ...]] = []
    for record in records:
        want, fine = places(record["en"], en), places(record.get("also_ok", []), en)
        said = {(x.en.start, x.en.end) for x in links if x.ja.text == record["ja"]}
        wanted, found, false = wanted + len(want), found + len(want & said), false + len(said - want - fine)
        wrong += [("missed", record["ja"], en[slice(*span)]) for span in sorted(want - said)]
        wrong += [("false", record["ja"], en[slice(*span)]) for span in sorted(said - want - fine)]
    figures: dict[str, float] = {"terms": len(records), "wanted": wanted, "found": found, "false": false}
    row = (len(records), wanted, found, false, share(found, wanted))
    return Report(figures, [Table(("terms", "mentions", "found", "false links", "recall"), (row,))], wrong)


MEASURE = Measure(
    "article",
    "A news article and a list of terms",
    "The aligner receives a page of English news and a list of Japanese terms, some of which the page does not "
    "mention. It must find every mention of every term. Any other link is false.",
    run,
    "One page of News On Japan, with terms listed for this project; not public.",
    in_sample=True,
)
