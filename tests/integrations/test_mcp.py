"""The server for the Model Context Protocol, spoken to by the SDK's own client over standard input and output."""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp")

CALLS: list[tuple[str, dict[str, Any]]] = [
    ("align", {"ja": "桜島が噴火した。", "en": "Sakurajima erupted."}),
    ("check", {"ja": ["ユーザーは3回"], "en": ["The user five times"]}),
    ("select", {"ja": "サーバを再起動"}),
    ("romanize", {"text": "新橋"}),
    ("check", {"ja": ["一"], "en": []}),
]


async def answers(glossary: Path) -> tuple[list[str], list[Any]]:
    from mcp.client import ClientSession
    from mcp.client.stdio import StdioServerParameters, stdio_client

    command = StdioServerParameters(
        command=sys.executable, args=["-m", "termalign", "mcp", "--glossary", str(glossary)], env=dict(os.environ)
    )
    async with stdio_client(command) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        tools = await session.list_tools()
        return [tool.name for tool in tools.tools], [await session.call_tool(name, given) for name, given in CALLS]


def test_tools_answer(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("ja\ten\nサーバー\tserver\n", encoding="utf-8")
    names, found = asyncio.run(answers(path))
    assert names == ["align", "check", "select", "romanize"]
    assert [answer.is_error for answer in found] == [False, False, False, False, True]
    align, check, select, romanize = (answer.content[0].text for answer in found[:4])
    assert json.loads(align)["en"] == "Sakurajima"
    assert json.loads(check)["kind"] == "number"
    assert json.loads(select)["en"] == ["server"]
    assert romanize == "shinbashi"


def test_check_uses_the_aligner_of_the_server() -> None:
    from termalign import Aligner
    from termalign.integrations.mcp import server

    tools = server({"匿流": "Tokuryu"}, aligner=Aligner(glossary={"匿流": "zizibe"}))
    answer: Any = asyncio.run(tools.call_tool("check", {"ja": ["匿流が逃げた。"], "en": ["The zizibe fled."]}))
    assert json.loads(answer.content[0].text)["en"] == "zizibe"
