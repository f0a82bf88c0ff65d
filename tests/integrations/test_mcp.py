"""The server for the Model Context Protocol, spoken to by the SDK's own client over standard input and output."""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any, TextIO

import pytest

from termalign import __version__

pytest.importorskip("mcp")

CALLS: list[tuple[str, dict[str, Any]]] = [
    ("align", {"ja": "桜島が噴火した。", "en": "Sakurajima erupted."}),
    ("check", {"ja": ["ユーザーは3回"], "en": ["The user five times"]}),
    ("select", {"ja": "サーバを再起動"}),
    ("romanize", {"text": "新橋"}),
    ("align", {"ja": ["サーバー", "桜島"], "en": "The server on Sakurajima."}),
    ("align", {"ja": "サーバの桜島が噴火した。", "en": "The server, Sakurajima, erupted.", "terms": ["サーバー"]}),
    ("check", {"ja": ["一"], "en": []}),
    ("align", {"ja": "桜島", "en": "Sakurajima", "terms": ["雪"]}),
    ("align", {"ja": ["桜島"], "en": "Sakurajima", "terms": ["桜島"]}),
    ("check", {"ja": ["一"], "en": ["one"], "min_chance": 5}),
    ("select", {"text": "サーバ"}),
    ("check", {"ja": ["雪" * 30_000], "en": ["a" * 30_000]}),
    ("romanize", {"text": "雪" * 50_001}),
]
GOOD = 6  # of them


async def answers(glossary: Path, log: TextIO) -> tuple[Any, list[str], list[Any]]:
    from mcp.client import ClientSession
    from mcp.client.stdio import StdioServerParameters, stdio_client

    command = StdioServerParameters(
        command=sys.executable, args=["-m", "termalign", "mcp", "--glossary", str(glossary)], env=dict(os.environ)
    )
    async with stdio_client(command, errlog=log) as (read, write), ClientSession(read, write) as session:
        about = await session.initialize()
        tools = await session.list_tools()
        return (
            about,
            [tool.name for tool in tools.tools],
            [await session.call_tool(name, given) for name, given in CALLS],
        )


def test_tools_answer(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("ja\ten\nサーバー\tserver\n", encoding="utf-8")
    with open(tmp_path / "log", "w+", encoding="utf-8") as log:
        about, names, found = asyncio.run(answers(path, log))
        assert log.seek(0) == 0
        assert log.read() == ""
    assert about.server_info.version == __version__
    assert names == ["align", "check", "select", "romanize"]
    assert [answer.is_error for answer in found] == [False] * GOOD + [True] * (len(CALLS) - GOOD)
    align, check, select, romanize = (answer.content[0].text for answer in found[:4])
    assert json.loads(align)["en"] == "Sakurajima"
    assert json.loads(check)["kind"] == "number"
    assert json.loads(check)["score"] >= 0.8
    assert json.loads(select) == {"ja": "サーバー", "en": ["server"], "forbidden": [], "translate": True, "note": ""}
    assert romanize == "shinbashi"
    listed, picked = ([json.loads(part.text) for part in answer.content] for answer in found[4:GOOD])
    assert [(link["ja"], link["en"]) for link in listed] == [("サーバー", "server"), ("桜島", "Sakurajima")]
    assert [(link["ja"], link["en"], link["kind"]) for link in picked] == [("サーバ", "server", "glossary")]
    errors = [answer.content[0].text for answer in found[GOOD:]]
    assert "same number of texts, not 1 and 0" in errors[0]
    assert "not in the Japanese text: 雪" in errors[1]
    assert "leave them out if ja is a list" in errors[2]
    assert "min_chance must be from 0 to 1, not 5" in errors[3]
    assert "have 60,000 characters, and a request may have 50,000" in errors[5]
    assert "have 50,001 characters" in errors[6]


def test_select_says_what_must_not_be_translated() -> None:
    from termalign import Glossary
    from termalign.formats import GlossaryEntry
    from termalign.integrations.mcp import server

    tools = server(Glossary((GlossaryEntry("ArcVault", (), translate=False),)))
    answer: Any = asyncio.run(tools.call_tool("select", {"ja": "ArcVaultを開く"}))
    assert json.loads(answer.content[0].text)["translate"] is False


def test_check_uses_the_aligner_of_the_server() -> None:
    from termalign import Aligner, Lexicon
    from termalign.integrations.mcp import server

    learned = Lexicon.default().with_learned({"匿流": [("zizibe", 0.9)]})
    tools = server({"匿流": "Tokuryu"}, aligner=Aligner(learned))
    answer: Any = asyncio.run(tools.call_tool("check", {"ja": ["匿流が逃げた。"], "en": ["The zizibe fled."]}))
    assert "zizibe" in json.loads(answer.content[0].text)["en"]
