"""name, of offices and ranks: the *no* that joins their parts is read and not written (左衛門督 Saemon no kami)."""

from collections.abc import Iterator

from termalign.bitext.bitext import Bitext
from termalign.kana import is_kanji, loose
from termalign.kinds import offered
from termalign.kinds.kind import Filed
from termalign.kinds.match import Match
from termalign.kinds.matched import kind_of
from termalign.kinds.spellings import spelled_keys
from termalign.names.characters import spelled
from termalign.terms.term import Term

# The four ranks of the ritsuryō offices (四等官), each written with other kanji in other offices and read alike.
RANKS = {
    **dict.fromkeys("守督頭正伯尹長", "kami"),
    **dict.fromkeys("介助亮佐弼次", "suke"),
    **dict.fromkeys("尉丞允掾判", "zyo"),
    **dict.fromkeys("属志目典録", "sakan"),
}
_LONGEST = 8  # characters
_STRENGTH = 0.95
_READ_ALONG, _FALL, _WORST = 0.9, 0.03, 0.3
_LONGEST_RANKED = 4  # characters


class TitleMatcher:
    """Compares the term's readings with romaji that has *no* in it, without the *no*."""

    kind = "name"
    needs = "romaji_around_no"

    def applies(self, term: Term) -> bool:
        return 2 <= len(term.surface) <= _LONGEST and all(map(is_kanji, term.surface))

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        for key, ranges in bitext.romaji_around_no.items():
            strength = self._strength(term, key)
            for i, j in ranges if strength else ():
                forms = (term.surface, bitext.english.phrase(i, j))
                yield Match(i, j, self.kind, strength, 1.0, forms, (), "no")

    def _strength(self, term: Term, key: str) -> float:
        if key in term.keys:
            return _STRENGTH
        text, letters = term.surface, loose(key)
        rank = RANKS.get(text[-1], "")
        if rank and letters.endswith(rank):
            text, letters = text[:-1], letters.removesuffix(rank)
        found = spelled(text, letters, "word", term.lexicon)
        return max(_WORST, _READ_ALONG - _FALL * found[1]) if found else 0.0


def _filed(term: Term) -> Iterator[Filed]:
    """Offices and ranks of old."""
    rank = RANKS.get(term.surface[-1], "")
    if rank and 1 < len(term.surface) <= _LONGEST_RANKED:
        yield from (Filed(f"t:{key + rank}") for key in spelled_keys(term.surface[:-1], "word", term.lexicon))


RANK = kind_of("rank", TitleMatcher(), _filed, offered.romaji, guess=True)
