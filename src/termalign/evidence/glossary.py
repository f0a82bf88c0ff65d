"""glossary: the user's own rendering stands in the text."""

from collections.abc import Iterator, Sequence

from termalign.english.text import HYPHENS, WORD, EnglishText
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
            kind = "glossary" if rendering.source == "glossary" else "learned"
            places = [place for words in spellings(rendering.en) for place in literal(bitext.english, words)]
            for i, j in places or _hyphenated(rendering.en, bitext.english):
                yield Match(i, j, kind, rendering.weight, 1.0, (term.surface, rendering.en))


def spellings(rendering: str) -> list[Sequence[str]]:
    """The words of a rendering, and those that it is without its hyphens: e-mail, email.

    Examples
    --------
    >>> spellings("e-mail address")
    [['e', 'mail', 'address'], ['email', 'address']]
    """
    found: list[Sequence[str]] = []
    for text in dict.fromkeys((rendering, "".join([char for char in rendering if char not in HYPHENS]))):
        found.append([m.group() for m in WORD.finditer(text)])
    return found


def _hyphenated(rendering: str, english: EnglishText) -> Iterator[tuple[int, int]]:
    """Where the text has one word of a rendering with a hyphen: e-mail, of email."""
    word = rendering.lower()
    if not word.isalpha():
        return
    for k, gap in enumerate(english.gaps[:-1]):
        if gap in HYPHENS and english.lexemes[k].lower + english.lexemes[k + 1].lower == word:
            yield k, k + 2
