"""glossary: the user's own rendering stands in the text."""

from collections.abc import Iterator

from termalign.english.text import WORD
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.phrase import literal
from termalign.evidence.term import Term


class GlossaryMatcher:
    """Matches what a glossary or a learned layer gives for the term."""

    kind = "glossary"
    needs = "english"

    def applies(self, term: Term) -> bool:
        return bool(term.renderings)

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        for rendering in term.renderings:
            words = [m.group() for m in WORD.finditer(rendering.en)]
            kind = "glossary" if rendering.source == "glossary" else "learned"
            for i, j in literal(bitext.english, words):
                yield Match(i, j, kind, rendering.weight, 1.0, (term.surface, rendering.en))
