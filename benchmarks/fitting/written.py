"""The table of weights that the package carries: several commands fit stages of it."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.fitting.scale import Scale
from benchmarks.fitting.training import Weights
from termalign.decide.weights import Table

_HEADER = "# stage, feature, log odds; written by the commands python -m benchmarks fit-…\n"


def write(path: Path, weights: Mapping[str, Table], situation: str, line: Scale) -> None:
    """Put stages, and the calibration of a situation, into the table; what else it has stays as it was."""
    fitted = {f"{situation} slope": round(line.slope, 4), f"{situation} shift": round(line.shift, 4)}
    fitted |= {f"{situation} {name}": round(weight, 4) for name, weight in line.weights.items()}
    calibration = {**written(path).get("calibration", {}), **fitted}
    write_stages(path, {**weights, "calibration": calibration})


def write_stages(path: Path, weights: Mapping[str, Table]) -> None:
    """Put stages into the table; the others stay as they were."""
    stages = {**written(path), **weights}
    rows = [f"{stage}\t{name}\t{w}\n" for stage, table in stages.items() for name, w in table.items()]
    path.write_text(_HEADER + "".join(rows), encoding="utf-8")


def written(path: Path) -> Weights:
    """The stages of a table; none if it is not there."""
    found: Weights = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line and not line.startswith("#"):
            stage, name, weight = line.split("\t")
            found.setdefault(stage, {})[name] = float(weight)
    return found
