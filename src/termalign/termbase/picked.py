"""The places in a text of the terms that a caller gives as strings, offsets or spans."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from termalign.arguments import TermSpec, terms_given
from termalign.japanese.other_names import listed_names, spellings_in
from termalign.lexicon.lexicon import Lexicon
from termalign.termbase.by_spelling import Index
from termalign.termbase.search import all_places, cut_for
from termalign.text import normalise
from termalign.text.excerpts import MOST_SHOWN


def picked(ja: str, terms: Iterable[TermSpec]) -> tuple[list[tuple[int, int]], list[str]]:
    """Return the code points of the given terms in a Japanese text, and the strings that do not occur in it.

    A string is found wherever the text has exactly these characters, and in other spellings as a glossary term is.

    Raises
    ------
    TypeError, ValueError
        If a term is neither a string nor valid offsets (half-open code points). The message gives its number, from 0.

    Examples
    --------
    >>> picked("サーバの障害", ["サーバー", (4, 6), "故障"])
    ([(0, 3), (4, 6)], ['故障'])
    """
    given = terms_given(ja, terms)
    found = _found(ja, tuple(dict.fromkeys(term for term in given if isinstance(term, str) and term)))
    spans = [span for term in given for span in (found.get(term, []) if isinstance(term, str) else [term])]
    return spans, [term for term, places in found.items() if not places]


def absent(terms: Sequence[str]) -> str:
    """Return a message about given terms that a text does not have."""
    more = f" and {len(terms) - MOST_SHOWN:,} more" if len(terms) > MOST_SHOWN else ""
    return f"not in the Japanese text: {', '.join(terms[:MOST_SHOWN])}{more}"


def _found(ja: str, terms: tuple[str, ...]) -> dict[str, list[tuple[int, int]]]:
    """Return the places of each term in a text, in order. The places of one term do not overlap."""
    if not terms:
        return {}
    found = {term: _as_written(ja, term) for term in terms}
    index, folded, lexicon = _index(terms), normalise(ja), Lexicon.default()
    cut = cut_for(index, folded.text, lexicon)
    for place in all_places(folded.text, cut, index, lexicon):
        span = folded.raw_span(cut[place.a].start, cut[place.b - 1].end)
        for number in index[place.key]:
            spans = found[terms[number]]
            if not any(start < span[1] and span[0] < end for start, end in spans):
                spans.append(span)
    return {term: sorted(spans) for term, spans in found.items()}


def _as_written(ja: str, term: str) -> list[tuple[int, int]]:
    found = []
    at = ja.find(term)
    while at >= 0:
        found.append((at, at + len(term)))
        at = ja.find(term, at + len(term))
    return found


@lru_cache(8)
def _index(terms: tuple[str, ...]) -> Index:
    """Return the index of a list of terms, cached because callers often look for the same list in many texts."""
    return Index(terms, names=_names)


def _names(term: str) -> set[str]:
    return {*spellings_in(term), *listed_names(term, Lexicon.default())}
