"""docs/accuracy.md, made of docs/accuracy.json, which a run of all measures leaves."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks import cited
from benchmarks.measures import MEASURES
from benchmarks.report import Measure, Table, as_markdown

Run = Mapping[str, Any]
_PEERS = Path(__file__).with_name("peers.tsv")
_SOURCES = Path(__file__).with_name("sources.md")

_HEAD = """\
# Accuracy and speed

<!-- Written by `python -m benchmarks all`, from docs/accuracy.json: do not edit. -->

This page shows how accurate and how fast termalign is. It has two kinds of figures. The first part has figures on
**unseen** text, which was left out when the weights were fitted. They show what to expect on your own text. The second
part, [in-sample figures](#in-sample-figures), is measured on the text that the weights were fitted on. These figures are
too good, and only serve to compare one version of termalign with the next.

{made}

At most {limit} cases of each set are measured, always the same ones. To repeat all measurements and write this page:

```text
python -m benchmarks all --data FOLDER
```

`python -m benchmarks links --data FOLDER` measures one set.
"""

_OVERFIT = """\
## How far the weights are overfit

The weights are fitted on hand-made links of many kinds of text. To measure accuracy on unseen text, the documents are
divided into three or four parts. The weights are fitted without one part, and the aligner is then tested on this part.
News is divided by document, and statutes and encyclopaedic text by article. The word-aligned sentences are from two long
documents, so they are divided into blocks. The figures have one weakness: people saw the errors on this data while they
wrote the program and some of its [tables of renderings](lexicon.md). To limit this, renderings that the data has for the
same word were removed from the tables.

The models are linear: each situation has fifteen to two thousand weights ([the stages](score.md#the-stages)), and no
weight belongs to a particular word. In the tables, *known* is the number of right links, and *found* is the number of links
that termalign makes.
"""

_IN_SAMPLE = """\
## In-sample figures

The weights, or the calibration, were fitted on the data of the following sections, so expect lower figures on your own
text. Other systems were not fitted on this data. Their figures are therefore compared only with termalign's figures on
unseen text, where these exist.
"""


def read_run(root: Path) -> Run:
    """The run that docs/accuracy.json keeps."""
    found: Run = json.loads((root / "docs/accuracy.json").read_text(encoding="utf-8"))
    return found


def write(root: Path, run: Run) -> None:
    """Write a run and its page into docs/, and its figures into the pages that cite them."""
    keep = json.dumps(run, ensure_ascii=False, indent=1) + "\n"
    (root / "docs/accuracy.json").write_text(keep, encoding="utf-8")
    (root / "docs/accuracy.md").write_text(rendered(run), encoding="utf-8")
    cited.renew(root, run)


def rendered(run: Run) -> str:
    """The page of a run."""
    answers = [(measure, run["measures"].get(measure.name, {})) for measure in MEASURES]
    unseen, in_sample = (
        [section(measure, answer) for measure, answer in answers if measure.in_sample is fitted and "tables" in answer]
        for fitted in (False, True)
    )
    head = _HEAD.format(made=made_with(run["made"]), limit=run["limit"])
    if missing := [
        f"{measure.title.lower()} ({answer.get('missing', 'the measure is newer')})"
        for measure, answer in answers
        if "tables" not in answer
    ]:
        head += f"\nNot measured in this run: {'; '.join(missing)}.\n"
    return "\n".join([head, held_out(), *unseen, _IN_SAMPLE, *in_sample, _SOURCES.read_text(encoding="utf-8")])


def made_with(made: Mapping[str, Any]) -> str:
    """When, where and with what, and the note that a person added to the run."""
    versions = ", ".join(f"{name} {version}" for name, version in made["versions"].items())
    return (
        f"Measured on {made['date']}, on {made['cores']} cores of {made['processor']} ({made['system']}), with "
        f"{made['python']}, {versions}, and a lexicon of {', '.join(made['lexicon'])}."
        + (f" {made['note']}" if "note" in made else "")
    )


def section(measure: Measure, answer: Mapping[str, Any]) -> str:
    """One measure: what it means, its tables, what others score."""
    lines = [f"## {measure.title}", "", measure.meaning, ""]
    for table in answer["tables"]:
        lines += [as_markdown(Table.from_dict(table)), ""]
    lines += [*beside(measure.name), f"Data: {measure.data}", ""]
    return "\n".join(lines)


def beside(name: str) -> Iterator[str]:
    """The table of what others score, where there is one. It has no figure of termalign's that is in-sample."""
    held = cited.measured({"measures": {}}, cited.tables_of_fits())
    rows = tuple(
        (figure.replace("/", " ").replace("_", " "), system, float(value), _of_unseen_text(ours, held), where)
        for measure, figure, system, value, where, ours in peers()
        if measure == name
    )
    if rows:
        columns = ("figure", "system", "its value", "termalign, unseen text", "measured on")
        yield as_markdown(Table(columns, rows, "Other systems"))
        yield ""


def _of_unseen_text(cell: str, held: Mapping[str, float]) -> float | None:
    """Read the last cell of peers.tsv: a figure of held-out text by its name, a number, or - for none."""
    return None if cell == "-" else held[cell] if cell in held else float(cell)


def held_out() -> str:
    """The section on held-out text, from the tables that the last fit left."""
    tables = cited.tables_of_fits()
    return "\n".join([_OVERFIT, *(as_markdown(Table.from_dict(table)) + "\n" for table in tables)])


def peers() -> list[list[str]]:
    """The rows of peers.tsv: measure, figure, system, value, what it was measured on, termalign on unseen text."""
    lines = _PEERS.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
