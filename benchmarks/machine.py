"""The kind of machine and the versions that a run was made with."""

import datetime
import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import cast

_PACKAGES = ("termalign", "fugashi", "unidic-lite", "pykakasi", "rapidfuzz", "simplemma")


def described() -> dict[str, object]:
    """What a reader needs to judge the figures of speed by, and to make the run again."""
    from termalign import Lexicon

    sources = cast(dict[str, dict[str, object]], Lexicon.default().metadata()["sources"])
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "processor": processor(),
        "cores": os.cpu_count(),
        "versions": {name: found for name in _PACKAGES if (found := installed(name))},
        "lexicon": [f"{s['name']} {s['version']} {s['date']}".strip() for s in sources.values()],
    }


def processor() -> str:
    """The model of the processor, as the system names it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown")


def installed(package: str) -> str | None:
    """The version of a package, if it is there."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None
