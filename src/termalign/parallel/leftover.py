"""What the links leave over on both sides, linked by place, and if asked for by an encoder's opinion."""

from collections.abc import Iterable, Sequence

from termalign.choice import Candidate
from termalign.evidence.context import Anchor, Leftover, Remainder
from termalign.evidence.gather import Gatherer
from termalign.evidence.match import Match
from termalign.evidence.semantic import Semantics
from termalign.evidence.term_cache import TermCache
from termalign.japanese.generics import role_begins
from termalign.japanese.morpheme import PERSON, follows_person
from termalign.japanese.text import JapaneseText
from termalign.parallel.guesses import is_grammatical
from termalign.score import probabilities

_SKIPPED = ("助詞", "助動詞", "補助記号", "接尾辞", "接頭辞")


def leftovers(
    text: JapaneseText,
    gatherer: Gatherer,
    terms: TermCache,
    chosen: Sequence[Candidate],
    predicates: bool,
    least: float,
) -> list[Candidate]:
    """Candidates, by place alone, for what `chosen` leaves over on both sides, of at least the score `least`."""
    left = unclaimed(text, terms, [(c.start, c.end) for c in chosen], predicates)
    return placed(text, gatherer, left, chosen, least, gatherer.semantics, loose=predicates)


def placed(
    text: JapaneseText,
    gatherer: Gatherer,
    left: Sequence[Leftover],
    chosen: Sequence[Candidate],
    least: float,
    semantics: Semantics | None = None,
    loose: bool = False,
) -> list[Candidate]:
    """Candidates for terms left over, by the places of the links around them and, if asked for, by an encoder's opinion;
    those of at least the score `least`.

    `loose`: words inside quantities may render anything.
    """
    english = gatherer.bitext.english
    anchors = [Anchor(c.start, c.end, c.i, c.j) for c in chosen]
    remainder = Remainder(gatherer.bitext, anchors, len(text.text), len(left), semantics, loose)
    remainder.encode(left)
    found = []
    for leftover in left:
        renderings = list(remainder.renderings(leftover))
        chances = probabilities(remainder.names, [numbers for _, _, numbers in renderings])
        for (i, j, _), score in zip(renderings, chances, strict=True):
            if score < least:
                continue
            match = Match(i, j, "context", score, 1.0, (leftover.term.surface, english.phrase(i, j)))
            found.append(Candidate(leftover.start, leftover.end, i, j, leftover.term, (match,), score, 1.0))
    return found


def unclaimed(
    text: JapaneseText, terms: TermCache, covered: Iterable[tuple[int, int]], predicates: bool
) -> list[Leftover]:
    """Morphemes of meaning outside the folded code points ``start:end`` that are `covered`."""
    taken = [False] * (len(text.text) + 1)
    for start, end in covered:
        taken[start:end] = [True] * (end - start)
    if predicates:
        places = [k for a, b in text.runs for k in range(a, b)] + text.predicates
    else:
        places = [k for a, b in text.runs for k in range(a, _role_after_name(text, a, b))]
    found = []
    for k in places:
        m = text.morphemes[k]
        if not taken[m.start] and not m.pos.startswith(_SKIPPED) and not (predicates and is_grammatical(m)):
            found.append(Leftover(m.start, m.end, terms.get(m.surface, (m,))))
    return found


def _role_after_name(text: JapaneseText, a: int, b: int) -> int:
    """Where what somebody is called by begins behind a name in the morphemes ``a:b`` of a text, else `b`: English may leave
    it out, and puts the given name beside the name instead.
    """
    if b - a == 1 or not text.morphemes[a].pos.startswith(PERSON):
        return b
    k = a + role_begins([m.surface for m in text.morphemes[a:b]])
    return k if k > a and follows_person(text.morphemes, k) else b
