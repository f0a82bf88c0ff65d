"""A server for the Model Context Protocol, with the tools align, check, select and romanize for language models."""

from collections.abc import Callable
from itertools import chain
from typing import Any, Literal

from termalign._version import __version__
from termalign.aligner import Aligner
from termalign.checking import check, repair
from termalign.extras import missing
from termalign.formats.glossaries import GlossaryLike
from termalign.formats.glossaries.entry import Check, record_of
from termalign.kana import System
from termalign.termbase import Glossary, GlossaryEntry
from termalign.termbase.picked import absent, picked
from termalign.termbase.romanized import romanize

try:
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError
    from mcp.server.mcpserver.tools import Tool
    from pydantic import BaseModel
except ImportError as error:
    raise missing("mcp") from error

_LONGEST = 50_000  # code points of the texts in a request, which take about as many milliseconds at most
_INSTRUCTIONS = """\
Japanese–English terminology. Before you translate, call `select` to get the glossary entries that the Japanese text needs.
After you have translated, call `check` with the translation, and follow the instructions in its findings."""


class Renderings(BaseModel, extra="forbid"):
    """What a request's glossary says of a term. A term with translate = false must not be translated."""

    en: str | list[str] = []
    forbidden: list[str] = []
    translate: bool = True
    note: str = ""
    check: Check = ""


Terms = dict[str, str | list[str] | Renderings]
"""The glossary of a request: Japanese terms, each with its approved renderings, or with all that is known of it."""


def server(glossary: GlossaryLike | None = None, *, aligner: Aligner | None = None) -> MCPServer:
    """Create a server with the tools of termalign.

    Parameters
    ----------
    glossary : Glossary, or any argument of `Glossary.of`, optional
        Terms for all tools. ``check`` and ``select`` use them together with those in a request.
    aligner : Aligner, optional
        An aligner with your settings.

    Returns
    -------
    MCPServer
        A server of the official SDK. ``server().run()`` communicates over standard input and output.

    Examples
    --------
    >>> from termalign.integrations.mcp import server
    >>> server({"匿流": "Tokuryu"}).name
    'termalign'
    """
    tools = Tools(Glossary() if glossary is None else Glossary.of(glossary), aligner or Aligner())
    return MCPServer(
        "termalign",
        instructions=_INSTRUCTIONS,
        version=__version__,
        tools=[_strict(tool) for tool in (tools.align, tools.check, tools.select, tools.romanize)],
        # The answer to a bad call has its error. At a lower level, the SDK would also log each error to standard error.
        log_level="ERROR",
    )


def _strict(function: Callable[..., Any]) -> Tool:
    """Make a tool for which an unknown argument is an error; by default, the SDK ignores it."""
    tool = Tool.from_function(function)
    arguments: Any = type("Arguments", (tool.fn_metadata.arg_model,), {"model_config": {"extra": "forbid"}})
    tool.fn_metadata.arg_model = arguments
    tool.parameters = arguments.model_json_schema(by_alias=True)
    return tool


class Tools:
    """The tools of the server. A language model sees their names, types and docstrings."""

    def __init__(self, glossary: Glossary, aligner: Aligner) -> None:
        self._glossary = glossary
        self._aligner = aligner.changed(lexicon=aligner.lexicon.with_glossary(glossary)) if len(glossary) else aligner

    def align(self, ja: str | list[str], en: str, terms: list[str] | None = None) -> dict[str, Any]:
        """Find the English that renders Japanese terms. Each of the links has its offsets, kind and score.

        ja is a Japanese text, in which terms are found, or a list of terms. Every mention of a listed term is found, and
        offsets refer to the list joined with line feeds. If terms are given, only these terms of the Japanese text are
        linked, and remarks name those that it does not have.
        """
        _limited(*([ja] if isinstance(ja, str) else ja), en)
        spans, remarks = None, []
        if terms is not None and isinstance(ja, str):
            spans, missing = picked(ja, terms)
            remarks += [absent(missing)] if missing else []
        elif terms is not None:
            raise ToolError("terms select terms of a Japanese text: leave them out if ja is a list")
        found = self._aligner.align(ja, en, terms=spans)
        if not found.complete:
            remarks.append("not everything was compared, because the text is too long or repetitive")
        links = [
            {
                "ja": link.ja.text,
                "ja_start": link.ja.start,
                "ja_end": link.ja.end,
                "en": link.en.text,
                "en_start": link.en.start,
                "en_end": link.en.end,
                "kind": link.kind,
                "score": round(link.score, 3),
            }
            for link in found
        ]
        return {"links": links, "remarks": remarks}

    def check(
        self,
        ja: str | list[str] | None = None,
        en: str | list[str] | None = None,
        pairs: list[tuple[str, str]] | None = None,
        glossary: Terms | None = None,
        min_score: float = 0.5,
        source: Literal["ja", "en"] = "ja",
    ) -> list[dict[str, Any]]:
        """Find errors in translations. ja and en are a Japanese text and its translation, or lists of them in the same order.

        Instead, pairs may have each Japanese text with its translation. The glossary maps Japanese terms to their approved
        renderings, or to an object with en, forbidden, translate, note and check (always or never). It is used together with
        the server's own glossary.
        Each finding has the number of its pair, from 1, the probability that it is an error (score), a message, and an
        instruction for correcting the translation. source is the language of the originals: with "en", the Japanese is checked
        as the translation.
        """
        asked = _pairs(ja, en, pairs)
        _limited(*chain.from_iterable(asked))
        try:
            found = check(asked, self._with(glossary), min_score=min_score, aligner=self._aligner, source=source)
        except ValueError as error:
            raise ToolError(str(error)) from None
        return [
            {
                "pair": finding.number,
                "kind": finding.kind,
                "severity": finding.severity,
                "score": round(finding.score, 3),
                "message": finding.message,
                "instruction": repair(finding),
                "ja": finding.ja.text if finding.ja else "",
                "en": finding.en.text if finding.en else "",
                "expected": list(finding.expected),
            }
            for finding in found
        ]

    def select(
        self,
        ja: str | list[str],
        glossary: Terms | None = None,
        budget: int | str | None = None,
        format: Literal["entries", "prompt"] = "entries",
    ) -> list[dict[str, Any]] | str:
        """Find the glossary entries that occur in Japanese texts in any spelling, with approved and forbidden renderings.

        A term with translate = false must not be translated. The glossary is as for check. With format = "prompt", the answer
        is a block of lines for the prompt of a translation. budget, a number of characters or "40 entries", limits this block,
        and the entries to those in it.
        """
        _limited(*([ja] if isinstance(ja, str) else ja))
        try:
            every = self._with(glossary).select(ja)
            found = every if budget is None else every.within(budget)
        except ValueError as error:
            raise ToolError(str(error)) from None
        if len(every) and not len(found):
            raise ToolError(f"no entry fits the budget {budget!r}")
        if format == "prompt":
            return found.to_prompt()
        return list(map(record_of, found))

    def romanize(self, ja: str, system: System = "hepburn") -> str:
        """Write Japanese in Latin letters."""
        _limited(ja)
        return romanize(ja, system=system, glossary=self._glossary)

    def _with(self, terms: Terms | None) -> Glossary:
        """Return the server's glossary, in which these terms replace entries of the same term."""
        return self._glossary | Glossary(tuple(_entry(ja, said) for ja, said in (terms or {}).items()))


def _entry(ja: str, said: str | list[str] | Renderings) -> GlossaryEntry:
    known = said if isinstance(said, Renderings) else Renderings(en=said)
    en = (known.en,) if isinstance(known.en, str) else tuple(known.en)
    return GlossaryEntry(ja, en, known.note, tuple(known.forbidden), known.translate, check=known.check)


def _pairs(
    ja: str | list[str] | None, en: str | list[str] | None, pairs: list[tuple[str, str]] | None
) -> list[tuple[str, str]]:
    """Return the pairs of a request, given as pairs or as the texts of each language."""
    if pairs is not None and ja is None and en is None:
        return pairs
    if pairs is not None or ja is None or en is None:
        raise ToolError("give either ja and en, or pairs")
    japanese, english = ([texts] if isinstance(texts, str) else texts for texts in (ja, en))
    if len(japanese) != len(english):
        raise ToolError(f"ja and en must have the same number of texts, not {len(japanese)} and {len(english)}")
    return list(zip(japanese, english, strict=True))


def _limited(*texts: str) -> None:
    """Refuse texts that would take long."""
    length = sum(map(len, texts))
    if length > _LONGEST:
        raise ToolError(
            f"the texts have {length:,} characters, and a request may have {_LONGEST:,}: send them in several requests"
        )
