"""The head of a compound that no dictionary renders, and the noun that stands for it: 線状降水帯, *linear rainbands*.

線状 is *linear*; 降水帯 has no link, nor has the noun behind *linear*, and nothing else of the text may be rendered by it.
"""

from collections.abc import Container, Mapping, Sequence

from termalign.choice import ANCHOR, Candidate
from termalign.choice.noun_phrase import completed, with_head
from termalign.english import EnglishText
from termalign.evidence.gather import Gatherer
from termalign.evidence.phrase import BESIDE
from termalign.evidence.term_cache import TermCache
from termalign.japanese.generics import roles
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.text import JapaneseText
from termalign.kana import is_hiragana
from termalign.parallel.compounds import LIGHT_HEADS, NOT_NOUNS

_MEANT = frozenset({"gloss", "composed", "loanword"})
_IN_PART = frozenset({"gloss", "composed"})
_GRADE, _PUPILS = "年生", frozenset({"student", "pupil"})
_NO_HEADS = frozenset("say tell go get make take come behind ahead".split())
_COMMON = "名詞-普通名詞"
_SUFFIX = "接尾辞-名詞的"


def headed(
    chosen: Sequence[Candidate],
    among: Sequence[Candidate],
    text: JapaneseText,
    gatherer: Gatherer,
    terms: TermCache,
) -> list[Candidate]:
    """The links of a text, those of a compound's modifiers with its head on both sides, where neither has a link.

    Parameters
    ----------
    chosen : sequence of Candidate
        Links of the text.
    among : sequence of Candidate
        What they were chosen from, with the scores of their own evidence.
    """
    english = gatherer.bitext.english
    linked = {k for c in chosen for k in range(c.start, c.end)}
    said = {k for c in chosen for k in range(c.i, c.j)}
    claims: dict[int, list[tuple[int, int]]] = {}
    for o in among:
        if o.score >= ANCHOR:
            for k in range(o.i, o.j):
                claims.setdefault(k, []).append((o.start, o.end))
    found = []
    for c in chosen:
        place = _modifies(c, text, linked) if c.matches[0].kind in _MEANT and _goes_on(c, text, linked) else None
        if place is not None:
            a, b = place
            start, end = text.morphemes[a].start, text.morphemes[b - 1].end
            i, j = with_head(c.i, c.j, english, _Wanted(start, end, said, claims))
            if (i, j) != (c.i, c.j):
                term = terms.at(text, a, b)
                c = c._replace(start=start, end=end, i=i, j=j, term=term)
                linked.update(range(start, end))
                said.update(range(i, j))
        elif c.term.surface.endswith(_GRADE):
            c = c._replace(j=c.j + (c.j not in said and _says_pupil(english, c.j)))
        elif _is_compound(c):
            c = completed(c, english, _Wanted(c.start, c.end, said, claims, english))
            said.update(range(c.i, c.j))
        found.append(c)
    return found


class _Wanted(Container[int]):
    """The words that render something else than the code points ``start:end``, or may; of `verbs`, also what is hardly a noun
    behind a noun: the airline *said*.
    """

    def __init__(
        self,
        start: int,
        end: int,
        said: set[int],
        claims: Mapping[int, Sequence[tuple[int, int]]],
        verbs: EnglishText | None = None,
    ) -> None:
        self._start, self._end = start, end
        self._said, self._claims, self._verbs = said, claims, verbs

    def __contains__(self, k: object) -> bool:
        if not isinstance(k, int) or k in self._said:
            return True
        if any(end <= self._start or self._end <= start for start, end in self._claims.get(k, ())):
            return True
        return self._verbs is not None and self._verbs.lexemes[k].lemma in _NO_HEADS


def _says_pupil(english: EnglishText, k: int) -> bool:
    """Whether word `k` is who is in a grade, said directly behind it: third-year *students*."""
    return k < len(english) and english.lexemes[k].lemma in _PUPILS and english.gap(k - 1) in BESIDE


def _goes_on(c: Candidate, text: JapaneseText, linked: set[int]) -> bool:
    """Whether a noun without a link may follow directly."""
    after = text.text[c.end : c.end + 1]
    return c.end not in linked and after.isalnum() and not is_hiragana(after)


def _is_compound(c: Candidate) -> bool:
    """Whether a link's term ends in a noun that English says: 核*施設*, but not 共和*党*, often only *Republican*."""
    last = c.term.morphemes[-1]
    if c.matches[0].kind not in _IN_PART or len(c.term.morphemes) < 2 or c.term.quantities:
        return False
    return last.pos.startswith(_COMMON) and len(last.surface) > 1


def _modifies(c: Candidate, text: JapaneseText, linked: set[int]) -> tuple[int, int] | None:
    """The morphemes of the compound whose head a link lacks; None if it lacks none."""
    place = text.range_at(c.start, c.end)
    if place is None or c.term.proper or c.term.quantities:
        return None
    morphemes = text.morphemes
    a, b = place
    head = b
    while (
        head < len(morphemes)
        and morphemes[head].start == morphemes[head - 1].end
        and _may_head(morphemes[head], linked)
    ):
        head += 1
    lacks = [m.surface for m in morphemes[b:head] if m.pos.startswith(_COMMON)]
    return (a, head) if not (roles() | LIGHT_HEADS).issuperset(lacks) else None


def _may_head(m: Morpheme, linked: set[int]) -> bool:
    """Whether this is a noun, or a suffix of one, that has no link."""
    return m.start not in linked and m.pos.startswith((_COMMON, _SUFFIX)) and not m.pos.startswith(NOT_NOUNS)
