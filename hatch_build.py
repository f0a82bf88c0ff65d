"""Build hook: compile the dictionaries of `jamdict-data` into the package and the wheel.

An editable install gets the same file, in place. What is up to date is left alone. By hand: ``python
hatch_build.py``.
"""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_SOURCE = Path(__file__).parent / "src"
_IN_PACKAGE = "termalign/lexicon/data/lexicon.sqlite"


class LexiconHook(BuildHookInterface[Any]):
    """Compiles the lexicon before the wheel is packed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the file packed although git ignores it; an editable wheel needs it in place."""
        lexicon = compile_lexicon(Path(self.root) / "src")
        if version != "editable":
            build_data["force_include"][str(lexicon)] = _IN_PACKAGE


def compile_lexicon(source: Path) -> Path:
    """Compile the lexicon of the checkout whose packages stand in `source`."""
    # The package's own __init__ may import run-time dependencies that a build environment has not.
    package = ModuleType("termalign")
    package.__path__ = [str(source / "termalign")]
    sys.modules["termalign"] = package
    from termalign.lexicon.build import build_packaged

    return build_packaged(source / _IN_PACKAGE)


if __name__ == "__main__":
    sys.stdout.write(f"{compile_lexicon(_SOURCE)}\n")
