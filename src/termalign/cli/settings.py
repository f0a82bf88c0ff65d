"""What several commands open: a lexicon, a glossary, an aligner; with what can be wrong with them."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from termalign.cli.failure import NOTHING, USAGE, Failure
from termalign.cli.inputs import STDIN, readable
from termalign.model import KINDS

if TYPE_CHECKING:
    from termalign.aligner import Aligner
    from termalign.lexicon import Glossary, GlossaryEntry, Lexicon


def add_lexicon_options(parser: argparse.ArgumentParser) -> None:
    """``--glossary`` and ``--lexicon``."""
    parser.add_argument(
        "--glossary",
        action="append",
        metavar="FILE",
        help="your own renderings, trusted first: .tsv .csv .tbx .utx .xlsx, or .txt as OmegaT has it; may be given "
        "several times",
    )
    parser.add_argument("--lexicon", metavar="FILE", help="a lexicon made by `termalign lexicon build`")


def add_aligner_options(parser: argparse.ArgumentParser) -> None:
    """``--glossary``, ``--lexicon``, ``--min-score`` and ``--kinds``: those of `Aligner`."""
    add_lexicon_options(parser)
    parser.add_argument("--min-score", type=_score, metavar="N", help="leave out links that score less, 0 to 1")
    parser.add_argument("--kinds", type=_kinds, metavar="KIND,…", help=f"use only these: {', '.join(KINDS)}")


def opened_aligner(options: argparse.Namespace) -> "Aligner":
    """The aligner that the options of `add_aligner_options` ask for."""
    from termalign.aligner import Aligner

    lexicon = opened_lexicon(options.lexicon, options.glossary)
    settings = {} if options.min_score is None else {"min_score": options.min_score}
    return Aligner(lexicon, kinds=options.kinds, **settings)


@contextmanager
def lexicon_errors() -> Iterator[None]:
    """Turn what a lexicon, a glossary or a prepared list has to complain of into a message."""
    from termalign.lexicon import GlossaryError, LexiconError
    from termalign.lists import TermListError

    try:
        yield
    except (GlossaryError, LexiconError, TermListError) as error:
        raise Failure(str(error), NOTHING) from None


def opened_lexicon(file: str | None, glossaries: Sequence[str] | None) -> "Lexicon":
    """The lexicon of `file`, the packaged one without it, with all glossaries on top, each as good as the others."""
    from termalign.lexicon import Glossary, Lexicon

    if file == STDIN or STDIN in (glossaries or ()):
        raise Failure("a glossary or lexicon cannot come from standard input", USAGE)
    if file:
        with readable(file), open(file, "rb"):
            lexicon = Lexicon(str(Path(file)))
    else:
        lexicon = Lexicon.default()
    if not glossaries:
        return lexicon
    entries: list[GlossaryEntry] = []
    for glossary in glossaries:
        with readable(glossary), lexicon_errors():
            try:
                entries += Glossary.read(glossary).entries
            except ImportError as error:
                raise Failure(str(error), USAGE) from None
    return lexicon.with_glossary(_together(entries))


def _together(entries: "Iterable[GlossaryEntry]") -> "Glossary":
    """One glossary of the entries of several: a term that they write in different widths is one term."""
    from termalign.lexicon import Glossary
    from termalign.lexicon.spelling import headword_key

    written: dict[str, str] = {}
    return Glossary.from_pairs(
        (written.setdefault(headword_key(ja), ja), form, note) for ja, forms, note in entries for form in forms
    )


def _score(argument: str) -> float:
    try:
        value = float(argument)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to 1, not {argument!r}")
    return value


def _kinds(argument: str) -> list[str]:
    kinds = [kind.strip() for kind in argument.split(",") if kind.strip()]
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown or not kinds:
        raise argparse.ArgumentTypeError(f"unknown kind {', '.join(unknown)!r}; there are {', '.join(KINDS)}")
    return kinds
