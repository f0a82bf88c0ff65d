"""``termalign serve``: a web page for trying termalign."""

import argparse
import ipaddress
import sys
from collections.abc import Iterator

from termalign.cli.command import Command
from termalign.cli.failure import USAGE, Failure
from termalign.cli.messages import say
from termalign.cli.settings import add_lexicon_options, read_glossaries, served_lexicon

_PORT = 8765
_HERE = "127.0.0.1"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options for the address, and for a glossary besides those loaded in the page."""
    parser.add_argument(
        "--port",
        type=_port,
        default=_PORT,
        metavar="N",
        help=f"the port of the server; 0 for any free port; default: {_PORT}",
    )
    parser.add_argument(
        "--host",
        default=_HERE,
        metavar="ADDRESS",
        help=f"the address of the server; default: {_HERE}, which only this machine can reach",
    )
    parser.add_argument("--open", action="store_true", help="open the page in a browser")
    add_lexicon_options(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Serve until Ctrl-C. The only output is the address of the page."""
    from termalign.serve import Server

    lexicon, glossary = served_lexicon(options), read_glossaries(options.glossary or (), options)
    try:
        server = Server(options.host, options.port, lexicon, glossary)
    except OSError as error:
        where = f"{options.host}:{options.port}"
        raise Failure(
            f"cannot listen at {where}: {error.strerror or error}; choose another port with --port", USAGE
        ) from None
    with server:
        if not _is_here(options.host):
            sys.stderr.write(
                f"termalign: warning: anyone who can reach {options.host} can use this server; "
                "connections are not encrypted\n"
            )
        if options.open:
            import webbrowser

            webbrowser.open(server.url)
        yield server.url
        sys.stdout.flush()
        say("Ctrl-C ends the server", options)
        try:
            server.serve_forever()
        except KeyboardInterrupt:  # Ctrl-C, as announced
            return


def _port(argument: str) -> int:
    if not (argument.isascii() and argument.isdigit() and int(argument) < 1 << 16):
        raise argparse.ArgumentTypeError(f"expected a number from 0 to 65535, not {argument!r}")
    return int(argument)


def _is_here(host: str) -> bool:
    """Return whether an address belongs to this machine and cannot be reached from others."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


COMMAND = Command(
    name="serve",
    summary="align and check texts in your browser",
    description="""\
Run a server for a page in the browser. On the page, you can paste a text and
its translation, a list of terms and an article, or many pairs. The page shows
the links with their evidence, checks translations, and saves the results.
Other programs can send the same requests in JSON.""",
    arguments=arguments,
    run=run,
    notes="Your texts do not leave this machine, nothing is stored, and the page loads nothing from outside.",
    examples=("serve", "serve --glossary house_style.tsv --open"),
    serves=True,
)
