"""The kind ``inconsistent``: one glossary term with several renderings across the file, or several terms with one."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

import termalign.checking.scores as scores
from termalign.checking.finding import Finding, choice, listed
from termalign.checking.kinds.checker import Checker
from termalign.checking.kinds.missing import RARELY
from termalign.checking.rendered import Rendered, renderings
from termalign.checking.segment import Segment
from termalign.termbase import english_key

_SURE = 0.8  # lowest score of a link whose English counts as another rendering
_TIMES = 3  # occurrences of another rendering from which it is reported


class Inconsistent(Checker):
    """A checker for terms whose renderings repeatedly differ from the glossary, reported once per file.

    It keeps only counts and the first finding for each other rendering.
    """

    kind = "inconsistent"

    def __init__(self) -> None:
        self._agreed: Counter[str] = Counter()
        self._units: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._first: dict[tuple[str, str], Finding] = {}

    def look(self, segment: Segment) -> Iterator[Finding]:
        for entry, said in renderings(segment).items():
            at = segment.terms[entry][0]
            if said is Rendered.AS_AGREED:
                self._agreed[entry.ja] += 1
            elif entry.check == "never":
                continue
            elif said is Rendered.NOT_AT_ALL and entry.en and not segment.in_compound(at.span):
                link = segment.link_of(at.span)
                if link is None or link.kind == "context" or link.score < _SURE:
                    continue
                key = english_key(link.en.text)
                self._units[entry.ja, key].append(segment.name)
                if (entry.ja, key) not in self._first:
                    self._first[entry.ja, key] = self.finding(
                        segment, scores.PARTLY_ANOTHER, ja=at, en=link.en, expected=entry.en, term=entry.ja
                    )
        yield from ()

    def close(self) -> Iterator[Finding]:
        words: defaultdict[str, list[str]] = defaultdict(list)
        often = {place: first for place, first in self._first.items() if len(self._units[place]) >= _TIMES}
        ways = Counter(term for term, _ in often)
        for (term, key), first in often.items():
            words[key].append(term)
            kept, units = self._agreed[term], self._units[term, key]
            if ways[term] + len(words[key]) < 3 and len(units) >= RARELY * kept:
                continue  # `missing` reports that the file ignores the glossary
            shared = f", as {', '.join(words[key][:-1])} is too" if len(words[key]) > 1 else ""
            agreed = f" and {kept:,} time{'s' * (kept > 1)} as agreed" if kept else ""
            score = scores.MOSTLY_ANOTHER if len(units) > kept else scores.PARTLY_ANOTHER
            use = choice(first.expected)
            message = (
                f"{term} is rendered “{first.found}” {len(units):,} times{agreed}{shared}. Use {use} in units "
                f"{listed(units)}."
            )
            yield replace(first, score=score, severity=self.severity(score), message=message)
