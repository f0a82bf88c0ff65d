"""Build hook: compile the dictionaries of `jamdict-data` into the package and the wheel.

An editable install gets the same file, in place. What is up to date is left alone, and if only the tables of the supplement have
changed, all else is copied from the last file. By hand: ``python hatch_build.py``, which needs `jamdict-data` for everything but
those tables.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
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
    """Compile the lexicon of the checkout whose packages stand in `source`, unless it is up to date.

    Names are compiled by a second process, at the same time as the rest. The file has the same bytes whether or not parts of it
    were copied from the last one.
    """
    builder = _builder(source)
    lexicon = source / _IN_PACKAGE
    if builder.up_to_date(lexicon):
        return lexicon
    began = monotonic()
    if builder.up_to_date(lexicon, supplement=False):
        _say("compiling the tables of the supplement")
        builder.renew_supplement(lexicon)
        _say(f"compiled the tables of the supplement in {monotonic() - began:.0f} s")
        return lexicon
    _say(
        "compiling the dictionaries JMdict, KANJIDIC2 and JMnedict, which takes half a minute, or minutes on a busy machine"
    )
    with TemporaryDirectory() as folder:
        names = Path(folder) / "names.sqlite"
        with subprocess.Popen([sys.executable, str(Path(__file__).resolve()), str(names)]) as second:

            def compiled_names() -> Path:
                _say("compiled JMdict and KANJIDIC2; JMnedict, which a second process compiles, comes next")
                if second.wait():
                    raise RuntimeError("the names could not be compiled")
                return names

            try:
                builder.build_packaged(lexicon, compiled_names)
            finally:
                second.kill()
    _say(f"compiled the dictionaries in {monotonic() - began:.0f} s")
    return lexicon


def _builder(source: Path) -> Any:
    """The module that compiles; the package's own ``__init__`` may import what a build environment has not."""
    package = ModuleType("termalign")
    package.__path__ = [str(source / "termalign")]
    sys.modules["termalign"] = package
    from termalign.lexicon import build

    return build


def _say(message: str) -> None:
    sys.stdout.write(f"termalign: {message}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:]:
        _builder(_SOURCE).build_names(Path(sys.argv[1]))
    else:
        _say(str(compile_lexicon(_SOURCE)))
