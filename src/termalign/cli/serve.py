"""``termalign serve``: a web page for trying termalign."""

import argparse
import ipaddress
import sys
from collections.abc import Iterator

from termalign.cli.command import Command
from termalign.cli.failure import USAGE, Failure
from termalign.cli.settings import add_lexicon_options, plain_lexicon, read_glossaries

_PORT = 8765
_HERE = "127.0.0.1"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options for the address, and for a glossary in addition to those loaded in the page."""
    parser.add_argument(
        "--port",
        type=_port,
        default=_PORT,
        metavar="N",
        help=f"the port to listen at; 0 for any free port; default: {_PORT}",
    )
    parser.add_argument(
        "--host",
        default=_HERE,
        metavar="ADDRESS",
        help=f"the address to listen at, so that other machines can connect; default: {_HERE}, for this machine only",
    )
    parser.add_argument("--open", action="store_true", help="open the page in a browser")
    add_lexicon_options(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Serve until Ctrl-C; the only output is the address of the page."""
    from termalign.serve import Server

    lexicon, glossary = plain_lexicon(options), read_glossaries(options.glossary or (), options)
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
        if not options.quiet:
            sys.stderr.write("termalign: Ctrl-C ends it\n")
        try:
            server.serve_forever()
        except KeyboardInterrupt:  # as announced
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
    summary="serve a web page for trying termalign in a browser",
    description="""\
Serve a web page on this machine. On the page, paste Japanese and English, a list of terms and an
article, or a bitext; see the links and their reasons; load a glossary, check translations, and save
the results. Other programs can request the same as JSON.""",
    arguments=arguments,
    run=run,
    notes="Nothing leaves this machine, nothing is stored, and the page loads nothing from elsewhere.",
    examples=("serve", "serve --glossary house_style.tsv --open"),
)
