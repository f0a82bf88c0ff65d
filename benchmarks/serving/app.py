"""The smallest server there is: one aligner, shared by all threads that answer."""

from typing import Any

from fastapi import FastAPI

from termalign import Aligner

app = FastAPI()
aligner = Aligner()
aligner.align("警察庁の発表", "what the NPA said")  # dictionaries are open before the first request comes


@app.post("/align")  # type: ignore[untyped-decorator]
def align(pair: dict[str, str]) -> dict[str, Any]:
    """A plain function, not `async`: FastAPI runs it on a thread of its own, and the loop stays free."""
    return aligner.align(pair["ja"], pair["en"]).to_dict()
