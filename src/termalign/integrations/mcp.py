"""A server for the Model Context Protocol, with the tools align, check, select and romanize for language models."""

from collections.abc import Mapping, Sequence
from typing import Any

from termalign._version import __version__
from termalign.aligner import Aligner
from termalign.checking import check, repair
from termalign.formats.glossaries import GlossaryLike
from termalign.integrations.extras import missing
from termalign.japanese.romanize import romanize
from termalign.kana import System
from termalign.termbase import Glossary, GlossaryEntry
from termalign.termbase.glossary import layered
from termalign.termbase.picked import absent, picked

try:
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError
except ImportError as error:
    raise missing("mcp") from error

_LONGEST = 50_000  # code points of the texts in a request, which take about as many milliseconds at most
_INSTRUCTIONS = """\
Japanese–English terminology. Before you translate, call `select` to get the glossary entries that the Japanese text needs.
After you have translated, call `check` with the translation, and follow the instructions in its findings."""


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
    # The answer to a bad call has its error. At a lower level, the SDK would also log each error to standard error.
    made = MCPServer("termalign", instructions=_INSTRUCTIONS, version=__version__, log_level="ERROR")
    for tool in (tools.align, tools.check, tools.select, tools.romanize):
        made.add_tool(tool)
    return made


class Tools:
    """The tools of the server. A language model sees their names, types and docstrings."""

    def __init__(self, glossary: Glossary, aligner: Aligner) -> None:
        self._glossary = glossary
        self._aligner = aligner.changed(lexicon=aligner.lexicon.with_glossary(glossary)) if len(glossary) else aligner
        self._checking = aligner.changed(min_score=0.0)  # `check` itself weighs doubtful links

    def align(self, ja: str | list[str], en: str, terms: list[str] | None = None) -> list[dict[str, Any]]:
        """Find the English that renders Japanese terms. Each link has its offsets, kind and score.

        ja is a Japanese text, in which terms are found, or a list of terms. Every mention of a listed term is found, and
        offsets refer to the list joined with line feeds. If terms are given, only these terms of the Japanese text are
        linked.
        """
        _limited(*([ja] if isinstance(ja, str) else ja), en)
        spans = None
        if terms is not None and isinstance(ja, str):
            spans, missing = picked(ja, terms)
            if missing:
                raise ToolError(absent(missing))
        elif terms is not None:
            raise ToolError("terms select terms of a Japanese text: leave them out if ja is a list")
        return [
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
            for link in self._aligner.align(ja, en, terms=spans)
        ]

    def check(
        self,
        ja: list[str],
        en: list[str],
        glossary: dict[str, list[str]] | None = None,
        min_chance: float = 0.5,
    ) -> list[dict[str, Any]]:
        """Find errors in translations. ja has the Japanese texts, and en has their translations in the same order.

        The glossary maps Japanese terms to their approved renderings, and is used together with the server's own glossary.
        Each finding has the number of its pair, from 1, the probability that it is an error (score), a message, and an
        instruction for correcting the translation.
        """
        _limited(*ja, *en)
        if len(ja) != len(en):
            raise ToolError(f"ja and en must have the same number of texts, not {len(ja)} and {len(en)}")
        pairs = zip(ja, en, strict=True)
        try:
            found = check(pairs, self._with(glossary), min_chance=min_chance, aligner=self._checking)
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

    def select(self, ja: str, glossary: dict[str, list[str]] | None = None) -> list[dict[str, Any]]:
        """Find the glossary entries that occur in a Japanese text in any spelling, with approved and forbidden renderings.

        A term with translate = false must not be translated.
        """
        _limited(ja)
        entries = dict.fromkeys(occurrence.entry for occurrence in self._with(glossary).find(ja))
        return [
            {
                "ja": entry.ja,
                "en": list(entry.en),
                "forbidden": list(entry.forbidden),
                "translate": entry.translate,
                "note": entry.note,
            }
            for entry in entries
        ]

    def romanize(self, text: str, system: System = "hepburn") -> str:
        """Write Japanese in Latin letters."""
        _limited(text)
        return romanize(text, system=system)

    def _with(self, terms: Mapping[str, Sequence[str]] | None) -> Glossary:
        """Return the server's glossary, in which these terms replace entries of the same term."""
        if not terms:
            return self._glossary
        return layered(Glossary(tuple(GlossaryEntry(ja, tuple(en)) for ja, en in terms.items())), self._glossary)


def _limited(*texts: str) -> None:
    """Refuse texts that would take long."""
    length = sum(map(len, texts))
    if length > _LONGEST:
        raise ToolError(
            f"the texts have {length:,} characters, and a request may have {_LONGEST:,}: send them in several requests"
        )
