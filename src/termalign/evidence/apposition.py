"""apposition: the English text names the Japanese itself: X (日本語), 日本語 (X), X, short for 日本語."""

import re
from collections.abc import Iterator

from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.phrase import literal
from termalign.evidence.term import Term

_OPEN = r"[\s\"'“‘「『《(（\[【]*"
_CLOSE = r"[\s\"'”’」』》)）\]】]*"
_NAMED_BEFORE = re.compile(
    rf"(?:^|[\s(（\"'“‘])(?P<name>[^\s,;:.()（）“”\"]+(?:[ \-][^\s,;:.()（）“”\"]+){{0,6}})"
    rf"(?:,? (?:short for|abbreviated from|from|known (?:in Japanese )?as|called|or|in Japanese|an abbreviation of|derived from)|)"
    rf"(?P<mark>{_OPEN})$"
)
_NAMED_AFTER = re.compile(rf"^(?P<close>{_CLOSE})[(（]\s*[\"“‘']?(?P<name>[A-Za-z][^()（）]*?)[\"”’']?\s*[)）]")
_JA = "\u3005-\u3007\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff\uf900-\ufaff"
_STRENGTH = 0.95
_REPEATED = 0.9
_LONGEST = 8


class AppositionMatcher:
    """Finds the term's own characters in the English text and takes the phrase that stands beside them."""

    kind = "apposition"

    def applies(self, term: Term) -> bool:
        return not term.surface.isascii()

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        if bitext.ascii or term.surface not in bitext.english.text:
            return
        text = bitext.english.text
        for found in re.finditer(rf"(?<![{_JA}]){re.escape(term.surface)}(?![{_JA}])", text):
            after = _NAMED_AFTER.match(text[found.end() : found.end() + 200])
            if after:
                start = found.end() + after.start("name")
                yield from self._named(term, bitext, start, found.end() + after.end("name"))
            before = _NAMED_BEFORE.search(text[max(0, found.start() - 120) : found.start()])
            if before and (before["mark"].strip() or "short for" in before.group() or "known" in before.group()):
                offset = max(0, found.start() - 120)
                yield from self._named(
                    term, bitext, offset + before.start("name"), offset + before.end("name"), last=True
                )

    def _named(self, term: Term, bitext: Bitext, start: int, end: int, last: bool = False) -> Iterator[Match]:
        """The words between two offsets; of a phrase before the brackets only the capitalised end, or its last word."""
        english = bitext.english
        i, j = english.words_in(start, end)
        if last:
            i = max(i, _head_start(bitext, i, j))
        if not i < j <= i + _LONGEST:
            return
        yield Match(i, j, self.kind, _STRENGTH, 1.0, (term.surface, english.phrase(i, j)))
        for x, y in literal(english, english.forms[i:j]):  # named once, the phrase means the term wherever it stands
            if x != i:
                yield Match(x, y, self.kind, _REPEATED, 1.0, (term.surface, english.phrase(i, j)), (), "repeated")


def _head_start(bitext: Bitext, i: int, j: int) -> int:
    """Where the capitalised run that ends at ``j`` begins (linkers inside it allowed)."""
    english = bitext.english
    start = j - 1
    if not english.forms[start][0].isupper():
        return start
    k = start
    while k > i and (english.forms[k - 1][0].isupper() or english.lexemes[k - 1].function):
        k -= 1
        if english.forms[k][0].isupper() and not english.lexemes[k].function:
            start = k
    return start
