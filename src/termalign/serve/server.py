"""The HTTP server: who may ask, and how much at a time. What is asked goes to `Workers`."""

import ipaddress
import os
import re
import socket
import socketserver
import sys
from contextlib import closing
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from termalign._version import __version__
from termalign.formats.glossaries.glossary_files import FORMATS as GLOSSARIES
from termalign.formats.limits import megabytes, most
from termalign.formats.pairs import FORMATS as BITEXTS
from termalign.lexicon import Lexicon
from termalign.serve.assets import asset, index, preferred
from termalign.serve.files import FORMS
from termalign.serve.messages import Head, Question, Refusal, encoded
from termalign.serve.workers import ClientGone, Workers
from termalign.termbase import Glossary

_POLICY = "; ".join(
    ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]
    + [f"{what}-src 'self'" for what in ("script", "style", "img", "connect")]
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_PORT = re.compile(r":\d*$")
_WAIT = 30  # s for a client to send or take something
_PIECE = 1 << 16


class Server(ThreadingHTTPServer):
    """The page and its API on one address; ``serve_forever()`` runs it, and leaving the context ends it.

    Parameters
    ----------
    host : str
        The address to listen at.
    port : int
        0 for one that is free.
    lexicon : Lexicon
    glossary : Glossary
        What counts besides the glossaries that are loaded in the page.

    Raises
    ------
    OSError
        There is no such address here, or something else listens at it.
    """

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere two programs could then listen at one port

    def __init__(self, host: str, port: int, lexicon: Lexicon, glossary: Glossary) -> None:
        self.host = host
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.own_entries = len(glossary)
        self.workers = Workers(lexicon, glossary)
        super().__init__((host, port), Handler)
        self.workers.start()

    @property
    def url(self) -> str:
        """Where the page is."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.server_address[1]}/"

    def server_bind(self) -> None:
        """Without asking the network for this machine's name, as the class above does."""
        socketserver.TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that breaks while a request comes is no error of ours; anything else is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def server_close(self) -> None:
        """Close the socket and end the processes that answer."""
        super().server_close()
        self.workers.end()


class Handler(BaseHTTPRequestHandler):
    """One request; each has a connection of its own."""

    server: Server
    timeout = _WAIT

    def do_GET(self) -> None:
        """The page, its files, and what the API offers."""
        try:
            self._check_host()
            target, query = self._target()
            if target == "/":
                asked = query.get("lang", "")
                language = asked if asked in ("en", "ja") else preferred(self.headers.get("Accept-Language", ""))
                self._send(Head("text/html; charset=utf-8", headers={"Vary": "Accept-Language"}), index(language))
            elif target == "/api":
                self._send(Head("application/json"), encoded(self._offer()))
            elif found := asset(target[1:]):
                self._send(Head(found[0]), found[1])
            else:
                raise Refusal(HTTPStatus.NOT_FOUND, "not_found", f"there is no {target}")
        except Refusal as refusal:
            self._refuse(refusal)

    def do_POST(self) -> None:
        """The answer to a question, as it is made."""
        begun = False
        try:
            self._check_host()
            self._check_origin()
            question = Question(*self._target(), self._body())
            with closing(self.server.workers.ask(question, self.connection)) as answer:
                for message in answer:
                    if isinstance(message, Head):
                        begun = True
                        self._head(message)
                    else:
                        self.wfile.write(message)
        except Refusal as refusal:
            if begun:
                self._write(encoded(refusal.to_dict()))
            else:
                self._refuse(refusal)
        except (ClientGone, ConnectionError, TimeoutError):
            self.close_connection = True

    def _target(self) -> tuple[str, dict[str, str]]:
        """The path that is asked for, and what stands behind the question mark."""
        path, _, query = self.path.partition("?")
        return path, dict(parse_qsl(query))

    def _check_host(self) -> None:
        """Refuse a name that somebody else's page may have been given for this address (DNS rebinding)."""
        name = _PORT.sub("", self.headers.get("Host", "")).strip("[]").lower()
        if name not in ("localhost", self.server.host) and not _is_address(name):
            raise Refusal(HTTPStatus.MISDIRECTED_REQUEST, "foreign_host", f"this server is not called {name!r}")

    def _check_origin(self) -> None:
        """Refuse what another page has sent."""
        origin = self.headers.get("Origin")
        if origin is not None and origin != f"http://{self.headers.get('Host')}":
            raise Refusal(HTTPStatus.FORBIDDEN, "foreign_origin", f"{origin} may ask nothing here")

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch("[0-9]{1,15}", length):
            raise Refusal(HTTPStatus.LENGTH_REQUIRED, "no_length", "a request must say how long it is: Content-Length")
        if int(length) > most():
            self._read_away(int(length))
            raise Refusal(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", f"a request may have {megabytes(most())} at most"
            )
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            raise ClientGone
        return body

    def _read_away(self, length: int) -> None:
        """Take what comes, without keeping it: a client that is cut off while it sends does not see the answer."""
        left = min(length, 8 * most())
        while left and (piece := self.rfile.read1(min(left, _PIECE))):
            left -= len(piece)

    def _offer(self) -> dict[str, object]:
        return {
            "termalign": __version__,
            "max_bytes": most(),
            "glossary": self.server.own_entries,
            "glossaries": sorted({suffix for known in (*GLOSSARIES, *BITEXTS) for suffix in known.suffixes}),
            "bitexts": sorted({suffix for known in BITEXTS for suffix in known.suffixes}),
            "formats": list(FORMS),
            "requests": ["/api/align", "/api/check", "/api/trace", "/api/glossary", "/api/pairs"],
        }

    def _refuse(self, refusal: Refusal) -> None:
        self._send(Head("application/json", refusal.status), encoded(refusal.to_dict()))

    def _send(self, head: Head, body: bytes) -> None:
        self._head(head, len(body))
        self._write(body)

    def _write(self, body: bytes) -> None:
        try:
            self.wfile.write(body)
        except (ConnectionError, TimeoutError):  # nobody waits for it any more
            self.close_connection = True

    def _head(self, head: Head, length: int | None = None) -> None:
        """Without a length, the answer ends where the connection does."""
        self.send_response(head.status)
        self.send_header("Content-Type", head.type)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if head.name:
            self.send_header("Content-Disposition", f'attachment; filename="{head.name}"')
        for name, value in (_HEADERS | dict(head.headers)).items():
            self.send_header(name, value)
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the class above refuses, in the form of all else."""
        status = HTTPStatus(code)
        self._refuse(Refusal(status, "bad_request", message or status.phrase))

    def version_string(self) -> str:
        """What the server calls itself."""
        return "termalign"

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is noted down: addresses and texts are nobody's business."""


def _is_address(name: str) -> bool:
    """Whether it is an address, which stands for itself, and no name that could be given to another."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
