"""``python -m benchmarks serve``: fifty clients at a time, how long they wait, and what the server's memory is.

Needs ``pip install fastapi uvicorn httpx``, and Linux for memory. Each client asks again as soon as it is answered. PSS counts
a page that several processes share by each one's part, RSS in full: the difference is mostly UniDic, which is mapped.
"""

import argparse
import asyncio
import socket
import subprocess
import sys
import time
from pathlib import Path
from statistics import quantiles

from benchmarks.data import Folder
from benchmarks.fitting.corpus import LABELS, NO_DOMAINS
from benchmarks.report import Table, as_text

ROOT = Path(__file__).resolve().parent.parent.parent
Answered = list[float]
"""Seconds of each request."""


def main(arguments: list[str]) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks serve", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clients", type=int, default=50, help="requests at a time (%(default)s)")
    parser.add_argument("--requests", type=int, default=2000, help="requests in all (%(default)s)")
    parser.add_argument("--workers", type=int, default=1, help="processes of the server (%(default)s)")
    options = parser.parse_args(arguments)
    domains = sorted(path.stem for path in LABELS.glob("*.jsonl") if path.stem not in NO_DOMAINS)
    pairs = [(record["ja"], record["en"]) for name in domains for record in Folder(LABELS).records(f"{name}.jsonl")]
    port = _free_port()
    command = [sys.executable, "-m", "uvicorn", "benchmarks.serving.app:app", "--port", str(port)]
    command += ["--workers", str(options.workers), "--log-level", "warning", "--no-access-log"]
    command += ["--timeout-keep-alive", "300"]  # no connection is closed under a client that waits for its turn
    with subprocess.Popen(command, cwd=ROOT) as server:
        try:
            answered, took = asyncio.run(_asked(port, pairs, options.clients, options.requests))
            memory = [_memory(pid) for pid in (server.pid, *_children(server.pid))]
        finally:
            server.terminate()
    percentiles = quantiles(answered, n=100)
    threads = max(threads for *_, threads in memory)
    row = (options.workers, options.clients, len(answered) / took, percentiles[49] * 1000, percentiles[94] * 1000)
    pss, rss = (sum(column) for column in zip(*[(p, r) for p, r, _ in memory], strict=True))
    columns = ("processes", "at a time", "a second", "p50 ms", "p95 ms", "PSS MB", "RSS MB", "threads")
    print(as_text(Table(columns, ((*row, pss, rss, threads),))))
    return 0


async def _asked(port: int, pairs: list[tuple[str, str]], clients: int, requests: int) -> tuple[Answered, float]:
    """How long each request took, and all of them together."""
    import httpx

    left = iter([pairs[k % len(pairs)] for k in range(requests)])
    answered: Answered = []
    limits = httpx.Limits(max_connections=clients)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", limits=limits, timeout=60) as client:
        for _ in range(240):
            try:
                await client.post("/align", json={"ja": "桜島", "en": "Sakurajima"})
                break
            except httpx.ConnectError:
                await asyncio.sleep(0.25)

        async def ask() -> None:
            for ja, en in left:
                began = time.perf_counter()
                response = await client.post("/align", json={"ja": ja, "en": en})
                response.raise_for_status()
                answered.append(time.perf_counter() - began)

        began = time.perf_counter()
        await asyncio.gather(*[ask() for _ in range(clients)])
        return answered, time.perf_counter() - began


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


def _memory(pid: int) -> tuple[float, float, int]:
    """PSS and RSS in MB, and how many threads there are."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in rollup[1:]}
    return kilobytes["Pss"] / 1024, kilobytes["Rss"] / 1024, len(list(Path(f"/proc/{pid}/task").iterdir()))
