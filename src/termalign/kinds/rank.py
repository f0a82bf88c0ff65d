"""name, of offices and ranks: the *no* that joins their parts is read but not written (左衛門督 Saemon no kami)."""

from collections.abc import Iterator

from termalign.kana import loose
from termalign.kinds import offered
from termalign.kinds.kind import Filed, Kind, where
from termalign.kinds.match import Match, compared
from termalign.kinds.spellings import spelled_keys
from termalign.names.by_character import spelled
from termalign.target.target import Target
from termalign.terms.term import Term

# The four ranks of the ritsuryō offices (四等官). The kanji differ from office to office, but the reading stays the
# same.
RANKS = {
    **dict.fromkeys("守督頭正伯尹長", "kami"),
    **dict.fromkeys("介助亮佐弼次", "suke"),
    **dict.fromkeys("尉丞允掾判", "zyo"),
    **dict.fromkeys("属志目典録", "sakan"),
}


def applies(term: Term) -> bool:
    """Return whether a term may be an office or a rank: it has only kanji."""
    return len(term.surface) > 1 and term.kanji == term.surface


def match(term: Term, target: Target) -> Iterator[Match]:
    """Yield romaji with *no* inside that reads like the term once the *no* is left out."""
    for key, ranges in target.romaji_around_no.items():
        for i, j in ranges if key in term.keys or _may_be_read(term, loose(key)) else ():
            forms = (term.surface, target.english.phrase(i, j))
            yield Match(i, j, "name", forms)


def _may_be_read(term: Term, letters: str) -> bool:
    """Return whether the letters read the term character by character, with a rank as the last character if it is one."""
    text = term.surface
    rank = RANKS.get(text[-1], "")
    if rank and letters.endswith(rank):
        text, letters = text[:-1], letters.removesuffix(rank)
    return spelled(text, letters, "word", term.lexicon) is not None


def _filed(term: Term) -> Iterator[Filed]:
    """Yield keys for historical offices and ranks."""
    rank = RANKS.get(term.surface[-1], "")
    if rank and 1 < len(term.surface) <= 4:  # characters with the rank
        yield from (Filed(f"t:{key + rank}") for key in spelled_keys(term.surface[:-1], "word", term.lexicon))


RANK = Kind(
    "rank",
    frozenset({"name"}),
    compared(match),
    term_keys=where(applies),
    text_keys=where(lambda target: target.romaji_around_no),
    of_unlisted=True,
    filed=_filed,
    offered=offered.romaji,
    guess=True,
)
