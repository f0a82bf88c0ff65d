"""For Python workers whose PYTHONPATH has this folder: a log of what each opens, by its process.

The file named by OPENINGS_LOG gets a line ``pid<TAB>what`` for each database opened and each aligner unpickled. Python itself
reports both (audit events), so that the code under test is the shipped one.
"""

import os
import sys
from typing import Any

_LOG = os.environ.get("OPENINGS_LOG")


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "sqlite3.connect":
        what = "database"
    elif event == "pickle.find_class" and arguments == ("termalign.aligner", "Aligner"):
        what = "aligner"
    else:
        return
    with open(str(_LOG), "a", encoding="utf-8") as log:
        log.write(f"{os.getpid()}\t{what}\n")


if _LOG:
    sys.addaudithook(_note)
