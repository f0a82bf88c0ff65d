"""Evidence from other passages of a document: the short form or name that they define for a term.

Passages are aligned one by one, and a passage that says *T3* need not explain T3. So each passage passes on what it
defines: the phrase for which a short form stands, and the Japanese that the phrase renders.
"""

from collections import defaultdict
from collections.abc import Iterator

from termalign.english.text import WORD
from termalign.kinds.kind import Finding, Kind
from termalign.kinds.match import Match, finding
from termalign.target.phrase import literal
from termalign.target.target import Target
from termalign.terms.term import Term

_DOTS = "・＝="
_SURNAME = Match(0, 0, "name", (), (), "family-again", coverage=0.6)


class Elsewhere:
    """Evidence from passages that are already aligned. ``definitions`` has the words for which each short form stands."""

    def __init__(self) -> None:
        self.definitions: dict[str, tuple[str, ...]] = {}
        self._renderings: defaultdict[str, dict[tuple[str, ...], Match]] = defaultdict(dict)

    def define(self, target: Target) -> None:
        """Add the short forms that a passage defines."""
        english = target.english
        for short, long, _ in target.definitions:
            words = tuple([x.lower for x in english.lexemes[slice(*long)]])
            self.definitions.setdefault(english.phrase(*short), words)

    def learn(self, term: Term, match: Match, target: Target) -> None:
        """Add the words that other passages may use for the English of a link."""
        english = target.english
        for short, long, uses in target.definitions:
            if (match.i, match.j) in (long, short, *uses):
                forms = (english.phrase(*long), english.phrase(*short))
                self._keep(term, forms[1], match._replace(kind="acronym", coverage=1.0, forms=forms))
        if match.kind == "apposition":
            self._keep(term, english.phrase(match.i, match.j), match)
        parts = [term.surface.count(dot) for dot in _DOTS]
        if term.katakana and 0 < sum(parts) == match.j - match.i - 1 and all(english.capitalised[match.i : match.j]):
            surname = english.phrase(match.j - 1, match.j)
            self._keep(term, surname, _SURNAME._replace(forms=(term.surface, surname)))

    def _keep(self, term: Term, phrase: str, match: Match) -> None:
        words = tuple(WORD.findall(phrase))
        known = self._renderings[term.surface].get(words)
        if known is None or known.strength < match.strength:
            self._renderings[term.surface][words] = match

    def matches(self, term: Term, target: Target) -> Iterator[Match]:
        """Yield the places in the text of renderings that another passage has for the term."""
        for words, match in self._renderings.get(term.surface, {}).items():
            for i, j in literal(target.english, words):
                yield match._replace(i=i, j=j)


def said_elsewhere(elsewhere: Elsewhere) -> Iterator[Kind]:
    """Yield the kinds of evidence from other passages of a document."""
    for name, link_kind in (("acronym", "acronym"), ("person", "name"), ("apposition", "apposition")):

        def compare(term: Term, target: Target, link_kind: str = link_kind) -> Iterator[Finding]:
            return (finding(m) for m in elsewhere.matches(term, target) if m.kind == link_kind)

        yield Kind(name, frozenset({link_kind}), compare, of_unlisted=True)
