"""glossary: the English text contains the user's own rendering."""

from collections.abc import Iterator
from functools import lru_cache

from termalign.english import lexeme
from termalign.english.text import HYPHENS, WORD, EnglishText
from termalign.kinds import offered
from termalign.kinds.kind import Filed, Kind, where
from termalign.kinds.match import Match, compared
from termalign.once import once
from termalign.target.phrase import literal
from termalign.target.target import Target
from termalign.terms.term import Term


def match(term: Term, target: Target) -> Iterator[Match]:
    """Yield the places of the renderings that a glossary or a learned layer gives for the term."""
    for rendering in term.renderings:
        kind = "glossary" if rendering.source == "glossary" else "learned"
        places = [place for words in spellings(rendering.en) for place in literal(target.english, words)]
        for i, j in places or _hyphenated(target.english).get(rendering.en.lower(), []):
            yield Match(i, j, kind, (term.surface, rendering.en), strength=rendering.weight)


@lru_cache(16384)
def spellings(rendering: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a rendering, with and without its hyphens: e-mail, email.

    Examples
    --------
    >>> spellings("e-mail address")
    (('e', 'mail', 'address'), ('email', 'address'))
    """
    closed = "".join([char for char in rendering if char not in HYPHENS])
    return tuple([tuple(WORD.findall(text)) for text in dict.fromkeys((rendering, closed))])


@once
def _hyphenated(english: EnglishText) -> dict[str, list[tuple[int, int]]]:
    """Return the places of two words joined by a hyphen, by their spelling without the hyphen: e-mail under email."""
    found: dict[str, list[tuple[int, int]]] = {}
    for k, gap in enumerate(english.gaps[:-1]):
        closed = english.lexemes[k].lower + english.lexemes[k + 1].lower if gap in HYPHENS else ""
        if closed.isalpha():
            found.setdefault(closed, []).append((k, k + 2))
    return found


def _filed(term: Term) -> Iterator[Filed]:
    """Yield keys for the first word of each rendering."""
    for rendering in term.renderings:
        for words in filter(None, spellings(rendering.en)):
            yield Filed(f"v:{words[0].lower()}")
            yield Filed(f"s:{lexeme(words[0]).stem}")


GLOSSARY = Kind(
    "glossary",
    frozenset({"glossary", "learned"}),
    compared(match),
    term_keys=where(lambda term: term.renderings),
    text_keys=where(lambda target: target.lexicon.longest_glossary_term),
    of_unlisted=True,
    filed=_filed,
    offered=offered.rendered,
    prior=3.0,  # no labelled data has a glossary, and users' glossaries are nearly always right
)
