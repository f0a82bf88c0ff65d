"""The tables of the package: TSV files, each next to the module that reads it."""


def read_lines(package: str, name: str) -> list[str]:
    """Return the lines of a table, without empty lines and lines that begin with ``#``."""
    from importlib.resources import files  # slow to import, and not needed only to compare

    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def read_table(package: str, name: str, *, header: bool = False) -> list[list[str]]:
    """Return the rows of a table as lists of cells; a `header`, which names the columns, is left out.

    >>> read_table("termalign.quantities", "eras.tsv", header=True)[0]
    ['欽明', 'Kinmei', '540', '571', '']
    """
    rows = [line.split("\t") for line in read_lines(package, name)]
    return rows[1:] if header else rows


def read_weights(package: str, name: str) -> dict[str, dict[str, float]]:
    """Return a table of models: model → feature → weight."""
    found: dict[str, dict[str, float]] = {}
    for model, feature, weight in read_table(package, name):
        found.setdefault(model, {})[feature] = float(weight)
    return found
