"""The server for the Model Context Protocol, spoken to by the SDK's own client over standard input and output."""

import asyncio
import json
import os
import subprocess
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
    ("romanize", {"ja": "新橋"}),
    ("align", {"ja": ["サーバー", "桜島"], "en": "The server on Sakurajima."}),
    ("align", {"ja": "サーバの桜島が噴火した。", "en": "The server, Sakurajima, erupted.", "terms": ["サーバー"]}),
    ("check", {"ja": ["一"], "en": []}),
    ("check", {"ja": "一", "en": "one", "pairs": [["一", "one"]]}),
    ("align", {"ja": ["桜島"], "en": "Sakurajima", "terms": ["桜島"]}),
    ("check", {"ja": ["一"], "en": ["one"], "min_score": 5}),
    ("select", {"ja": "サーバ", "budget": "much"}),
    ("check", {"ja": "一", "en": "one", "glossary": {"一": {"banned": ["one"]}}}),
    ("select", {"text": "サーバ"}),
    ("select", {"ja": "サーバ", "limit": 3}),
    ("check", {"ja": ["雪" * 30_000], "en": ["a" * 30_000]}),
    ("romanize", {"ja": "雪" * 50_001}),
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


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell")
@pytest.mark.parametrize(
    ("streams", "code", "message"),
    [
        ("<&-", 2, "termalign: standard input is closed\n"),
        (">&-", 1, "termalign: cannot write: Bad file descriptor\n"),
        ("> /dev/full", 1, "termalign: cannot write: No space left on device\n"),
        ("| true; exit ${PIPESTATUS[0]}", 0, ""),
    ],
)
def test_a_conversation_that_cannot_be_held(streams: str, code: int, message: str) -> None:
    request = {"protocolVersion": "2024-11-05", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}
    run = subprocess.run(
        ["bash", "-c", f'"$0" -m termalign mcp {streams}', sys.executable],
        input=json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": request}) + "\n",
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stderr) == (code, message)


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
    assert [link["en"] for link in json.loads(align)["links"]] == ["Sakurajima", "erupted"]
    assert json.loads(check)["kind"] == "number"
    assert json.loads(check)["score"] >= 0.8
    assert json.loads(select) == {"ja": "サーバー", "en": ["server"], "forbidden": [], "translate": True, "note": ""}
    assert romanize == "Shinbashi"
    listed, picked = (json.loads(answer.content[0].text)["links"] for answer in found[4:GOOD])
    assert [(link["ja"], link["en"]) for link in listed] == [("サーバー", "server"), ("桜島", "Sakurajima")]
    assert [(link["ja"], link["en"], link["kind"]) for link in picked] == [("サーバ", "server", "glossary")]
    errors = [answer.content[0].text for answer in found[GOOD:]]
    assert "same number of texts, not 1 and 0" in errors[0]
    assert "give either ja and en, or pairs" in errors[1]
    assert "leave them out if ja is a list" in errors[2]
    assert "min_score must be from 0 to 1, not 5" in errors[3]
    assert "a budget is a number of characters" in errors[4]
    assert all("Extra inputs are not permitted" in error for error in errors[5:-2])
    assert "have 60,000 characters, and a request may have 50,000" in errors[-2]
    assert "have 50,001 characters" in errors[-1]


def asked(glossary: Any, tool: str, arguments: dict[str, Any]) -> list[str]:
    from termalign.integrations.mcp import server

    answer: Any = asyncio.run(server(glossary).call_tool(tool, arguments))
    return [part.text for part in answer.content]


@pytest.mark.parametrize(
    "texts",
    [
        {"ja": "送料は500円です。", "en": "Postage is 500 yen."},
        {"ja": ["送料は500円です。"], "en": ["Postage is 500 yen."]},
        {"pairs": [["送料は500円です。", "Postage is 500 yen."]]},
    ],
)
@pytest.mark.parametrize(
    "approved", ["shipping fee", ["shipping fee"], {"en": ["shipping fee"], "forbidden": ["postage"]}]
)
def test_check_takes_texts_and_terms_in_several_forms(texts: dict[str, Any], approved: Any) -> None:
    (found,) = asked(None, "check", {**texts, "glossary": {"送料": approved}})
    assert json.loads(found)["expected"] == ["shipping fee"]
    assert json.loads(found)["kind"] == ("forbidden" if isinstance(approved, dict) else "missing")


def test_check_takes_the_language_of_the_originals() -> None:
    pair = {"ja": "5秒待ちます。", "en": "Wait 5 minutes."}
    (from_japanese,), (from_english,) = asked(None, "check", pair), asked(None, "check", {**pair, "source": "en"})
    assert json.loads(from_japanese)["message"].endswith("in the English.")
    assert json.loads(from_english)["message"].endswith("in the Japanese.")


@pytest.mark.parametrize(
    ("arguments", "block"),
    [
        ({}, "Use these renderings:\n送料 = shipping fee\n在庫 = stock"),
        ({"budget": "1 entry"}, "Use these renderings:\n送料 = shipping fee"),
        ({"budget": 45}, "Use these renderings:\n送料 = shipping fee"),
        ({"glossary": {"在庫": {"translate": False}}, "budget": "1 entry"},
         "Use these renderings:\n在庫 = 在庫 (do not translate)"),
    ],
)  # fmt: skip
def test_select_makes_a_block_within_a_budget(arguments: dict[str, Any], block: str) -> None:
    glossary = {"送料": "shipping fee", "在庫": "stock", "返品": "return"}
    assert asked(glossary, "select", {"ja": "送料と在庫", "format": "prompt", **arguments}) == [block]
    entries = asked(glossary, "select", {"ja": ["送料", "在庫"], **arguments})
    assert [json.loads(entry)["ja"] for entry in entries] == [line[:2] for line in block.split("\n")[1:]]


def test_a_budget_that_is_too_small_is_an_error() -> None:
    from mcp.server.mcpserver.exceptions import ToolError

    no_entry = "no entry fits the budget 5"
    with pytest.warns(UserWarning, match=no_entry), pytest.raises(ToolError, match=no_entry):
        asked({"送料": "shipping fee"}, "select", {"ja": "送料", "budget": 5})


def test_align_remarks_on_terms_that_the_text_lacks() -> None:
    (answer,) = asked(None, "align", {"ja": "桜島の噴火", "en": "Sakurajima’s eruption", "terms": ["雪", "桜島"]})
    assert [link["ja"] for link in json.loads(answer)["links"]] == ["桜島"]
    assert json.loads(answer)["remarks"] == ["not in the Japanese text: 雪"]


def test_select_says_what_must_not_be_translated() -> None:
    from termalign import Glossary
    from termalign.formats import GlossaryEntry
    from termalign.integrations.mcp import server

    tools = server(Glossary((GlossaryEntry("ArcVault", (), translate=False),)))
    answer: Any = asyncio.run(tools.call_tool("select", {"ja": "ArcVaultを開く"}))
    assert json.loads(answer.content[0].text)["translate"] is False


@pytest.mark.parametrize(("said", "count"), [("always", 1), ("never", 0)])
def test_check_says_always_or_never_that_a_term_is_missing(said: str, count: int) -> None:
    terms = {"送料": {"en": "shipping fee", "check": said}}
    given = {"ja": "送料を支払う。", "en": "Pay it.", "glossary": terms, "min_score": 0.8}
    assert len(asked(None, "check", given)) == count


def test_check_uses_the_aligner_of_the_server() -> None:
    from termalign import Aligner, Lexicon
    from termalign.integrations.mcp import server

    learned = Lexicon.default().with_learned({"匿流": [("zizibe", 0.9)]})
    tools = server({"匿流": "Tokuryu"}, aligner=Aligner(learned))
    answer: Any = asyncio.run(tools.call_tool("check", {"ja": ["匿流が逃げた。"], "en": ["The zizibe fled."]}))
    assert "zizibe" in json.loads(answer.content[0].text)["en"]
