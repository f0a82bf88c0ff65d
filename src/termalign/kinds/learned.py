"""learned: words that often rendered the term in freely available parallel text.

The table was made by ``tools/learn_renderings.py`` from an encyclopaedia (NICT's Kyoto corpus), the documentation of
Python and everyday sentences (Tatoeba). Renderings that a dictionary also has are left out, because measurements show
no benefit.
"""

import gzip
import importlib.resources
import math
from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from termalign.english import lexeme
from termalign.kinds import offered
from termalign.kinds.kind import NONE, Features, Filed, Finding, Kind
from termalign.kinds.meanings import meanings, stems
from termalign.names.short_names import short_names
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term


class Rendering(NamedTuple):
    """A learned rendering of a headword.

    ``stems`` are those of one or two content words, which rendered the headword ``times`` times according to the
    alignment. ``share`` is the share of the headword's occurrences that they rendered, and ``back`` the share of their
    own occurrences in which they did. ``rank`` is 0 for the most frequent.
    """

    stems: tuple[str, ...]
    times: int
    share: float
    back: float
    rank: int


def learned(term: Term) -> tuple[Rendering, ...]:
    """Return the learned renderings of a term, most frequent first.

    Examples
    --------
    >>> from termalign.terms.term_cache import TermCache
    >>> from termalign.japanese.tagger import morphemes
    >>> from termalign.lexicon import Lexicon
    >>> [r.stems for r in learned(TermCache(Lexicon.default()).get("環境", morphemes("環境")))][:1]
    [('environ',)]
    """
    table = _table()
    row = table.get(term.surface) or table.get(term.base)
    if row is None:
        return ()
    seen, *renderings = row.split("\t")
    return tuple([_read(rendering, int(seen), rank) for rank, rendering in enumerate(renderings)])


def _read(rendering: str, seen: int, rank: int) -> Rendering:
    *words, times, back = rendering.split(" ")
    return Rendering(tuple(words), int(times), int(times) / seen, (int(back) + 0.5) / 100.5, rank)


@once_a_term
def _unsaid(term: Term) -> tuple[Rendering, ...]:
    """Return the renderings that are not among the term's meanings or short names."""
    found = learned(term)
    if not found:
        return ()
    said = meanings(term).keys() | {(lexeme(word).stem,) for word in short_names(term)}
    return tuple([r for r in found if r.stems not in said])


def _features(term: Term, rendering: Rendering) -> Features:
    return {
        "share": math.log(rendering.share),
        "back": math.log(rendering.back),
        "times": math.log(rendering.times),
        "rank": math.log1p(rendering.rank),
        "several": float(len(rendering.stems) > 1),
        "part of a gloss": float(stems(term).issuperset(rendering.stems)),
    }


@once_a_term
def _keys(term: Term) -> Set[str]:
    return frozenset([rendering.stems[0] for rendering in _unsaid(term)]) or NONE


def _compare(term: Term, target: Target) -> Iterator[Finding]:
    english = target.english
    for rendering in _unsaid(term):
        words = rendering.stems
        for i in english.by_stem.get(words[0], ()):
            j = i + len(words)
            if tuple(english.stems[i:j]) == words and not english.lexemes[i].function:
                yield Finding(i, j, "learned", _features(term, rendering), (term.surface, english.phrase(i, j)))


@cache
def _table() -> dict[str, str]:
    """Return the rows of the table by headword. A row is parsed when it is used."""
    packed = importlib.resources.files("termalign.kinds").joinpath("learned.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode().splitlines()
    return dict([line.split("\t", 1) for line in lines if not line.startswith("#")])


def _filed(term: Term) -> Iterator[Filed]:
    for rendering in _unsaid(term):
        one, *others = rendering.stems
        yield Filed(offered.pair_key(one, others[0]) if others else f"s:{one}")


LEARNED = Kind(
    "learned words",
    frozenset({"learned"}),
    _compare,
    term_keys=_keys,
    text_keys=lambda target: target.english.vocabulary,
    filed=_filed,
    offered=offered.stems,
)
