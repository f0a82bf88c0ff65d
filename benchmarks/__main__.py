"""Measure termalign: one command a measure.

    python -m benchmarks links --data FOLDER            a small table
    python -m benchmarks located links words --json     the same figures for programs
    python -m benchmarks all                            all of them, and docs/accuracy.md written anew
    python -m benchmarks fit-heart [--by domain]        weights of texts and translations: src/termalign/decide/weights.tsv
    python -m benchmarks fit-given                      … of picked terms, then fit-listed, fit-words, fit-memory, fit-encoded
    python -m benchmarks check                          errors planted into translations, and what is found of them
    python -m benchmarks fit-check                      the chances of `check`: src/termalign/checking/chances.tsv
    python -m benchmarks ablate                         what each part contributes: docs/ablation.md
    python -m benchmarks growth                         what ten times the input takes: docs/growth.md
    python -m benchmarks serve                          fifty requests at a time, behind FastAPI

README.md beside this file says what the data folder holds and where it comes from.
"""

import argparse
import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks import page
from benchmarks.data import Folder, MissingDataError
from benchmarks.machine import described
from benchmarks.measures import MEASURES
from benchmarks.report import Measure, Report, as_text, shown

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
LIMIT = 500
FITS = {f"fit-{name}": name for name in ("heart", "given", "listed", "words", "memory", "encoded")}
"""Commands that fit weights, and their modules in `benchmarks.fitting`."""


def main(arguments: list[str] | None = None) -> int:
    """The command line; gives the exit code: 0, or 1 if data is missing for a measure that was asked for."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0] in FITS:
        fit = importlib.import_module(f"benchmarks.fitting.{FITS[given[0]]}")
        try:
            code: int = fit.main(given[1:], DATA, ROOT / "src" / "termalign")
        except MissingDataError as error:
            print(f"{given[0]} cannot be done without its data: {error}", file=sys.stderr)
            return 1
        return code
    if given[:1] == ["fit-check"]:
        from benchmarks.checking.fit import main as fit_check

        return fit_check(given[1:], DATA, ROOT / "src" / "termalign")
    if given[:1] == ["check"]:
        from benchmarks.checking.command import main as check

        return check(given[1:], DATA)
    if given[:1] == ["ablate"]:
        from benchmarks.ablation.command import main as ablate

        return ablate(given[1:], DATA, ROOT / "docs")
    if given[:1] == ["serve"]:
        from benchmarks.serving.command import main as serve

        return serve(given[1:])
    if given[:1] == ["growth"]:
        from benchmarks.growth.command import main as growth

        return growth(given[1:], ROOT / "docs")
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [measure.name for measure in MEASURES]
    parser.add_argument("measure", nargs="+", choices=[*names, "all", "page"], metavar="measure", help=", ".join(names))
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of measuring data (%(default)s)")
    parser.add_argument("--limit", type=int, default=LIMIT, help="cases of each set at most (%(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--show", action="store_true", help="print what went wrong, case by case")
    options = parser.parse_args(given)
    if options.limit < 1:
        parser.error("--limit must be at least 1")
    if "page" in options.measure:
        page.write(ROOT, page.read_run(ROOT))
        return 0
    if "all" in options.measure:
        page.write(ROOT, everything(options.data, options.limit))
        return 0
    return one_by_one([m for m in MEASURES if m.name in options.measure], options)


def one_by_one(measures: list[Measure], options: argparse.Namespace) -> int:
    """Run measures in this process and print what they say."""
    answers: dict[str, Any] = {}
    missing = 0
    for measure in measures:
        try:
            report = measure.run(Folder(options.data), options.limit)
        except MissingDataError as error:
            missing = 1
            answers[measure.name] = {"missing": str(error)}
            print(f"{measure.name}: {error}", file=sys.stderr)
            continue
        answers[measure.name] = report.as_dict()
        if not options.json:
            show(measure, report, options.show)
    if options.json:
        print(json.dumps(answers, ensure_ascii=False, indent=1))
    return missing


def show(measure: Measure, report: Report, wrong: bool) -> None:
    """Print a report for people."""
    print(f"# {measure.title}\n")
    for table in report.tables:
        print(as_text(table), end="\n\n")
    for case in report.wrong if wrong else ():
        print(*map(shown, case), sep=" | ")


def everything(data: Path, limit: int) -> page.Run:
    """Each measure in a process of its own, so that none lends the next its caches or its memory."""
    answers: dict[str, Any] = {}
    for measure in MEASURES:
        print(measure.name, end=" … ", flush=True, file=sys.stderr)
        command = [
            sys.executable,
            "-m",
            "benchmarks",
            measure.name,
            "--json",
            "--data",
            str(data),
            "--limit",
            str(limit),
        ]
        run = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, encoding="utf-8")
        if not run.stdout:
            raise SystemExit(f"{measure.name} failed")
        answers |= json.loads(run.stdout)
        if "missing" in answers[measure.name]:
            answers[measure.name]["missing"] = "its data was missing"
        print("done", file=sys.stderr)
    return {"made": described(), "limit": limit, "measures": answers}


if __name__ == "__main__":
    sys.exit(main())
