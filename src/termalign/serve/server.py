"""The HTTP server, which checks the origin and the size of requests and passes them to `Workers`."""

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
from termalign.serve.downloads import FORMS
from termalign.serve.protocol import Head, Question, Refusal, encoded
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
_PIECE = 1 << 16


class Server(ThreadingHTTPServer):
    """The server of the web page and its API. ``serve_forever()`` runs it, and leaving the context ends it.

    If `port` is 0, it listens at any free port. `glossary` is used in addition to those loaded in the page. If this machine
    does not have the address, or another program listens at the port, it raises an OSError.
    """

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on other systems, it would let two programs listen at one port

    def __init__(self, host: str, port: int, lexicon: Lexicon, glossary: Glossary) -> None:
        self.host = host
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.own_entries = len(glossary)
        self.workers = Workers(lexicon, glossary)
        super().__init__((host, port), Handler)
        self.workers.start()

    @property
    def url(self) -> str:
        """The address of the page."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.server_address[1]}/"

    def server_bind(self) -> None:
        """Bind the socket, but skip the base class's lookup of this machine's name."""
        socketserver.TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """Show an error, unless a connection broke during a request."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def server_close(self) -> None:
        """Close the socket, and end the processes that answer requests."""
        super().server_close()
        self.workers.end()


class Handler(BaseHTTPRequestHandler):
    """The handler of one request. Each request has its own connection."""

    server: Server
    timeout = 30  # s for a client to send or receive data

    def do_GET(self) -> None:
        """Send the page, one of its files, or the description of the API."""
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
        """Send the answer to a request as it is made."""
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
        """Return the path and the query parameters of the request."""
        path, _, query = self.path.partition("?")
        return path, dict(parse_qsl(query))

    def _check_host(self) -> None:
        """Refuse a host name that another page may use for this address (DNS rebinding)."""
        name = _PORT.sub("", self.headers.get("Host", "")).strip("[]").lower()
        if name not in ("localhost", self.server.host) and not _is_address(name):
            raise Refusal(HTTPStatus.MISDIRECTED_REQUEST, "foreign_host", f"this server is not called {name!r}")

    def _check_origin(self) -> None:
        """Refuse a request from another page."""
        origin = self.headers.get("Origin")
        if origin is not None and origin != f"http://{self.headers.get('Host')}":
            raise Refusal(HTTPStatus.FORBIDDEN, "foreign_origin", f"requests from {origin} are not allowed")

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch("[0-9]{1,15}", length):
            raise Refusal(HTTPStatus.LENGTH_REQUIRED, "no_length", "a request must give its length in Content-Length")
        if int(length) > most():
            self._read_away(int(length))
            raise Refusal(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", f"a request may be at most {megabytes(most())}"
            )
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            raise ClientGone
        return body

    def _read_away(self, length: int) -> None:
        """Read and discard the body, because a client that is cut off while sending does not see the answer."""
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
            "requests": ["/api/align", "/api/check", "/api/trace", "/api/glossary", "/api/pairs", "/api/terms"],
        }

    def _refuse(self, refusal: Refusal) -> None:
        self._send(Head("application/json", refusal.status), encoded(refusal.to_dict()))

    def _send(self, head: Head, body: bytes) -> None:
        self._head(head, len(body))
        self._write(body)

    def _write(self, body: bytes) -> None:
        try:
            self.wfile.write(body)
        except (ConnectionError, TimeoutError):  # the client no longer waits
            self.close_connection = True

    def _head(self, head: Head, length: int | None = None) -> None:
        """Send the head of an answer. Without a length, the answer ends with the connection."""
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
        """Send an error of the base class in the form of the other refusals."""
        status = HTTPStatus(code)
        self._refuse(Refusal(status, "bad_request", message or status.phrase))

    def version_string(self) -> str:
        """Return the name of the server without versions."""
        return "termalign"

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing, so that no addresses or texts are recorded."""


def _is_address(name: str) -> bool:
    """Return whether a host is an IP address, rather than a name that could point to another host."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
