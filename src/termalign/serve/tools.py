"""The work for a request, in a process that may be ended at any time."""

import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from http import HTTPStatus
from io import BytesIO
from typing import Any

from termalign.aligner import Aligner
from termalign.checking import Finding, check
from termalign.checking.reports import repair
from termalign.formats import FormatError, read_pairs
from termalign.formats.delimited import Table, tab_separated
from termalign.formats.glossaries import listed_in
from termalign.formats.glossaries.entry import record_of
from termalign.formats.pairs.pair_tables import pairs_of
from termalign.lexicon import Lexicon
from termalign.pictures.captions import words_of
from termalign.pictures.section import section
from termalign.serve.asked import Asked, refused
from termalign.serve.downloads import FORMS, Form
from termalign.serve.protocol import Head, Question, Refusal, encoded
from termalign.termbase import Glossary

Send = Callable[[Head | bytes], None]

_JSON = Head("application/json")
_STREAM = Head("application/x-ndjson")


class Tools:
    """The tools of the server. `glossary` is used in addition to the glossary of a request."""

    def __init__(self, lexicon: Lexicon, glossary: Glossary) -> None:
        self._lexicon = lexicon
        self._glossary = glossary
        self._last: tuple[tuple[Glossary, float | None], Aligner] | None = None

    def warm_up(self) -> None:
        """Open the dictionaries before the first request."""
        self._aligner(Asked({})).align("警察庁が発表した。", "The National Police Agency said so.")

    def answer(self, question: Question, send: Send) -> None:
        """Send the head and the bytes of the answer. Errors are part of the answer."""
        begun = False

        def noting(message: Head | bytes) -> None:
            nonlocal begun
            begun = True
            send(message)

        try:
            self._answer(question, noting)
            return
        except ConnectionError:  # nobody can receive the answer
            raise
        except Exception as error:
            fault = _fault(error, begun)
        if not begun:
            send(replace(_JSON, status=fault.status))
        send(encoded(fault.to_dict()))

    def _answer(self, question: Question, send: Send) -> None:
        path, query, body = question.path, question.query, question.body
        if path == "/api/align":
            self._align(Asked.of(path, body), query.get("format"), send)
        elif path == "/api/check":
            self._check(Asked.of(path, body), query.get("format"), send)
        elif path == "/api/trace":
            _send_json(self._trace(Asked.of(path, body)), send)
        elif path == "/api/terms":
            read = listed_in(Asked.of(path, body).text("text"))
            _send_json({"terms": read.terms, "column": read.column}, send)
        elif path == "/api/glossary":
            _send_json(_glossary_file(query.get("name", ""), body), send)
        elif path == "/api/pairs":
            _send_json(
                _pasted(Asked.of(path, body)) if "name" not in query else _bitext_file(query["name"], body), send
            )
        else:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found", f"there is no {path}")

    def _align(self, asked: Asked, form: str | None, send: Send) -> None:
        total, alignments = asked.alignments(self._aligner(asked))
        words, width = words_of(asked.language()), asked.width()
        if form is not None:
            _save("termalign", form, lambda kind: kind.links(alignments, words.language), send)
            return
        send(_STREAM)
        found = 0
        for number, alignment in enumerate(alignments, 1):
            found += len(alignment)
            line: dict[str, Any] = {"pair": number, "situation": alignment.situation, "alignment": alignment.to_dict()}
            if width is not None:
                line["html"] = section(alignment, number, alone=total == 1, width=width, words=words).html
            send(encoded(line))
        send(encoded({"done": {"pairs": total, "links": found}}))

    def _check(self, asked: Asked, form: str | None, send: Send) -> None:
        pairs, least = asked.pairs(), asked.chance("min_score", asked.chance("min_chance", 0.5))
        kinds, source = asked.listed("kinds") or None, asked.members.get("source")
        aligner = Aligner(self._lexicon)

        def told() -> Iterator[tuple[str, str]]:
            for number, pair in enumerate(pairs, 1):
                if form is None:
                    send(encoded({"progress": number}))
                yield pair

        def findings() -> Iterator[Finding]:
            glossary = self._together(asked)
            return check(told(), glossary, kinds=kinds, min_score=least, aligner=aligner, source=source)

        if form is not None:
            language = asked.language()
            _save("termalign-check", form, lambda kind: kind.findings(findings(), language), send)
            return
        found = findings()  # before the head is sent, because this checks the settings
        send(_STREAM)
        count = 0
        for count, finding in enumerate(found, 1):  # noqa: B007 - counted for the last line
            send(encoded({"finding": {**finding.to_dict(), "instruction": repair(finding)}}))
        send(encoded({"done": {"pairs": len(pairs), "findings": count}}))

    def _trace(self, asked: Asked) -> dict[str, Any]:
        terms = asked.terms() if "terms" in asked else asked.text("ja")
        trace = self._aligner(asked).trace(terms, asked.text("en"))
        candidates, missed = ([each.to_dict() for each in found] for found in (trace.candidates, trace.unfound))
        return {"least": trace.least, "candidates": candidates, "unfound": missed}

    def _aligner(self, asked: Asked) -> Aligner:
        """Return the aligner of a request, which is the last one if its glossary and setting are the same."""
        least = asked.chance("min_score", 0.0) if "min_score" in asked else None
        key = self._together(asked), least
        if self._last is None or self._last[0] != key:
            lexicon = self._lexicon.with_glossary(key[0]) if len(key[0]) else self._lexicon
            self._last = key, Aligner(lexicon) if least is None else Aligner(lexicon, min_score=least)
        return self._last[1]

    def _together(self, asked: Asked) -> Glossary:
        """Return the glossary of a request, with the entries of the server's own glossary for other terms."""
        return self._glossary | asked.glossary()


def _fault(error: Exception, begun: bool) -> Refusal:
    """Return the refusal for an error: a bad request if the library raised it before the answer, else an internal error."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, FormatError):
        return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "unreadable_file", str(error))
    if isinstance(error, TypeError | ValueError | ImportError) and not begun:
        return refused(str(error))
    traceback.print_exception(error)
    return Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "internal", f"{type(error).__name__}: {error}")


def _save(name: str, form: str, made: Callable[[Form], bytes], send: Send) -> None:
    """Send a file once it is complete."""
    if form not in FORMS:
        raise refused(f"format must be one of {', '.join(FORMS)}, not {form!r}")
    content = made(FORMS[form])
    send(Head(FORMS[form].type, name=f"{name}.{form}"))
    send(content)


def _send_json(value: object, send: Send) -> None:
    send(_JSON)
    send(encoded(value))


class _Upload(BytesIO):
    """The bytes of a file with its name, which shows the format."""

    def __init__(self, body: bytes, name: str) -> None:
        super().__init__(body)
        self.name = name


def _glossary_file(name: str, body: bytes) -> dict[str, Any]:
    glossary = Glossary.read(_Upload(body, name))
    reading = glossary.reading
    return {
        "entries": list(map(record_of, glossary)),
        "skipped": [str(fault) for fault in reading.skipped] if reading else [],
        "reading": str(reading or ""),
    }


def _bitext_file(name: str, body: bytes) -> dict[str, Any]:
    """Return the pairs of a bitext up to an error."""
    return _read_up_to_fault(read_pairs(_Upload(body, name)))


def _pasted(asked: Asked) -> dict[str, Any]:
    """Return the pairs in tab-separated lines that were pasted from a spreadsheet or typed."""
    lines = enumerate(asked.text("text").split("\n"), 1)
    rows = tab_separated((k, line.rstrip("\r")) for k, line in lines if line.strip())
    units = pairs_of(_Upload(b"", "the pasted lines"), Table("tab", rows))
    return _read_up_to_fault((unit.ja, unit.en) for unit in units)


def _read_up_to_fault(pairs: Iterator[tuple[str, str]]) -> dict[str, Any]:
    found: list[tuple[str, str]] = []
    try:
        for pair in pairs:
            found.append(pair)
    except FormatError as error:
        if not found:
            raise
        return {"pairs": found, "problem": str(error)}
    return {"pairs": found}
