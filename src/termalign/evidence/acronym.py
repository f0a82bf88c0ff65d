"""acronym: letters that stand for the term's English or its romaji (NPA, NHK, METI), or for a phrase already matched."""

from collections.abc import Iterator, Sequence

from termalign.abbreviations import match_short_form
from termalign.english.text import WORD
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term
from termalign.kana import romanize_kana

_LEAST_WORDS = 2
_GLOSS = 0.9
_ROMAJI = 0.85


class AcronymMatcher:
    """Tries each acronym of the text on the term's glosses and on its romaji."""

    kind = "acronym"

    def applies(self, term: Term) -> bool:
        return len(term.surface) > 1 and (len(term.morphemes) > 1 or bool(term.words) or bool(term.names))

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        for i, short in bitext.acronyms:
            for words, prior in self._phrases(term):
                found = match_short_form(short, words)
                if found is not None:
                    yield Match(i, i + 1, self.kind, prior * found[0], 1.0, (term.surface, " ".join(words), short))
                    break

    def _phrases(self, term: Term) -> Iterator[tuple[list[str], float]]:
        """Phrases of two words and more whose initials may be written for the term."""
        texts = [g.text for e in term.words for g in e.glosses] + [n.romaji for n in term.names]
        for text in texts:
            words = [m.group() for m in WORD.finditer(text.partition("(")[0])]
            if len(words) >= _LEAST_WORDS:
                yield words, _GLOSS
        readings = [m.reading for m in term.morphemes if m.reading]
        if len(readings) >= _LEAST_WORDS:
            yield [romanize_kana(r) for r in readings], _ROMAJI


def abbreviated(bitext: Bitext, matches: Sequence[Match]) -> Iterator[Match]:
    """Short forms that the text itself defines for phrases already matched, wherever they stand."""
    for match in matches:
        for short, long, mentions in bitext.definitions:
            if (match.i, match.j) == long:
                phrase = bitext.english.phrase(*long)
                for i, j in [short, *mentions]:
                    yield match._replace(
                        i=i, j=j, kind="acronym", forms=(phrase, bitext.english.phrase(i, j)), parts=()
                    )
