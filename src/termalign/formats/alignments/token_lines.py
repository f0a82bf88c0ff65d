"""Word alignments as statistical aligners write them: Pharaoh, the NAACL format, and the tokens that they count.

Sources: the ``i-j`` of Pharaoh, GIZA++ and the successors of fast_align; Mihalcea and Pedersen, "An Evaluation Exercise for
Word Alignment" (HLT-NAACL 2003 Workshop on Building and Using Parallel Texts) for ``sentence position position S|P
confidence``.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termalign.formats.characters import encodable

if TYPE_CHECKING:
    from termalign.alignment import Alignment

_SURE = 0.5  # lowest score of a "sure" pair, which is more likely right than wrong; others are "possible"


def pharaoh(alignments: "Iterable[Alignment]") -> Iterator[str]:
    """Yield a line ``0-0 1-2``, counted from 0, for each alignment. It is empty if there are no links."""
    for alignment in alignments:
        yield alignment.to_pharaoh()


def naacl(alignments: "Iterable[Alignment]") -> Iterator[str]:
    """Yield a line ``sentence ja en S|P confidence``, counted from 1, for each token pair."""
    for sentence, alignment in enumerate(alignments, 1):
        for i, j, score in alignment.token_links():
            yield f"{sentence} {i + 1} {j + 1} {'S' if score >= _SURE else 'P'} {score:.4f}"


def tokens(alignments: "Iterable[Alignment]") -> Iterator[str]:
    """Yield a line ``Japanese tokens ||| English tokens`` for each alignment, as for fast_align and awesome-align."""
    for alignment in alignments:
        yield " ||| ".join(encodable(" ".join(map(_unspaced, side))) for side in alignment.tokens())


def _unspaced(token: str) -> str:
    """Return a token without white space, which would split it in two."""
    return "_".join(token.split()) or "_"
