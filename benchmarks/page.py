"""docs/accuracy.md, made of docs/accuracy.json, which a run of all measures leaves."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.measures import MEASURES
from benchmarks.report import Measure, Table, as_markdown

Run = Mapping[str, Any]
_PEERS = Path(__file__).with_name("peers.tsv")
_HELD_OUT = Path(__file__).with_name("heldout.json")
_SOURCES = Path(__file__).with_name("sources.md")

_HEAD = """\
# Accuracy and speed

<!-- Written by `python -m benchmarks all`, from docs/accuracy.json: do not edit. -->

{made}

```text
python -m benchmarks all --data FOLDER
```

makes this page anew, and `python -m benchmarks links --data FOLDER` measures one thing of it. At most {limit} cases of each set
are measured, always the same ones.

**Older than the code**: these figures were measured with 0.1.0.dev0, whose lists ran on another engine; those of lists, names,
companies, katakana and abstention are to be measured again. [Term lists](term-lists.md) says what is known now.

**Read with care**: termalign's weights, and the calibration of its scores, are fitted on development data
(`python -m benchmarks fit`), and most figures below are of that very data: they are *in-sample*, and text of another kind
may come out lower. Each section says whether it is. The models are small (ninety to twelve hundred weights, none about a word),
and [below](#how-far-the-weights-are-overfit) is what they are worth on documents left out of the fit. The rules, and a part
of the [tables of renderings](lexicon.md) that JMdict lacks, were written with the misses of this data in sight; a rendering
that the data has for the same word was taken out of the tables again. Figures of others are those published or measured for this
project, where so stated on other text of the same kind.
"""


_OVERFIT = """\
## How far the weights are overfit

Terms that are found in a text have weights of their own, fitted on hand-made links of many kinds of text: the first table is
of folds by document. All else: the development documents are dealt to five folds; weights and calibration are fitted without
a fold, and the aligner is asked about it: `python -m benchmarks fit`. News is held out by whole documents, statutes and
encyclopedic text by article, word-aligned sentences by blocks (they are of two long documents). *Stage*: the models of
[the score](score.md), each example by itself. *Way*: how links are made: of terms *given* with their place, or *listed*; of
*words*; *context* is what place alone says,
*semantic* what it says with [an encoder's opinion](semantic.md). The kinds of evidence themselves, and the sound models behind
them, were made by people and on data that these folds do not hold out.
"""


def read_run(root: Path) -> Run:
    """The run that docs/accuracy.json keeps."""
    found: Run = json.loads((root / "docs/accuracy.json").read_text(encoding="utf-8"))
    return found


def write(root: Path, run: Run) -> None:
    """Write a run and its page into docs/."""
    keep = json.dumps(run, ensure_ascii=False, indent=1) + "\n"
    (root / "docs/accuracy.json").write_text(keep, encoding="utf-8")
    (root / "docs/accuracy.md").write_text(rendered(run), encoding="utf-8")


def rendered(run: Run) -> str:
    """The page of a run."""
    sections = [section(measure, run["measures"].get(measure.name, {})) for measure in MEASURES]
    head = _HEAD.format(made=made_with(run["made"]), limit=run["limit"])
    return "\n".join([head, *sections, held_out(), _SOURCES.read_text(encoding="utf-8")])


def made_with(made: Mapping[str, Any]) -> str:
    """When, where and with what."""
    versions = ", ".join(f"{name} {version}" for name, version in made["versions"].items())
    return (
        f"Measured on {made['date']}, on {made['cores']} cores of {made['processor']} ({made['system']}), with "
        f"{made['python']}, {versions}, and a lexicon of {', '.join(made['lexicon'])}."
    )


def section(measure: Measure, answer: Mapping[str, Any]) -> str:
    """One measure: what it means, its tables, what others score."""
    lines = [f"## {measure.title}", "", measure.meaning, ""]
    if "tables" in answer:
        for table in answer["tables"]:
            lines += [as_markdown(Table.from_dict(table)), ""]
        lines += beside(measure.name, answer["figures"])
    else:
        lines += ["Not measured in this run: its data was not there.", ""]
    lines += [f"Data: {measure.data}", ""]
    return "\n".join(lines)


def beside(name: str, figures: Mapping[str, Any]) -> Iterator[str]:
    """The table of what others score, where there is one."""
    rows = tuple(
        (figure.replace("/", " ").replace("_", " "), system, float(value), figures.get(figure), where)
        for measure, figure, system, value, where in peers()
        if measure == name
    )
    if rows:
        yield as_markdown(
            Table(("figure", "system", "its value", "termalign", "measured on"), rows, "What others score")
        )
        yield ""


def held_out() -> str:
    """The section on overfitting, from the tables that the last fit left."""
    tables = json.loads(_HELD_OUT.read_text(encoding="utf-8"))
    return "\n".join([_OVERFIT, *(as_markdown(Table.from_dict(table)) + "\n" for table in tables)])


def peers() -> list[list[str]]:
    """The rows of peers.tsv: measure, figure, system, value, what it was measured on."""
    lines = _PEERS.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
