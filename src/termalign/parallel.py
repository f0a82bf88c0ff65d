"""Parallel text: find the terms of a Japanese text, gather candidates for each, choose, and place what is left over."""

import re
from collections.abc import Iterable, Sequence

from termalign.boundaries import bounded
from termalign.calibration import Way, scale
from termalign.choice import ANCHOR, Candidate, at_no_cost, calibrated, greedy, one_to_one, rescored, settled
from termalign.choice.noun_phrase import completed
from termalign.choice.parts import without_parts_for_wholes
from termalign.choice.whole import Unexplained
from termalign.english import EnglishText
from termalign.evidence.composed import as_match, mass
from termalign.evidence.context import Anchor, Leftover, Remainder
from termalign.evidence.gather import Claim, Gatherer
from termalign.evidence.match import Match
from termalign.evidence.semantic import Semantics
from termalign.evidence.term import Term, TermCache, once_a_term
from termalign.japanese.readings import may_sound
from termalign.japanese.text import JapaneseText
from termalign.kana import kana_keys
from termalign.score import probabilities, scores

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
_LONGEST_SPELLED = 4  # morphemes
_AGAIN = re.compile(r" ?[(\[（/] ?[\"“'‘]?$")
_OPENING = frozenset("(（〔［[")
_SKIPPED = ("助詞", "助動詞", "補助記号", "接尾辞", "接頭辞")


def candidates(
    start: int, end: int, term: Term, claims: Sequence[Claim], gatherer: Gatherer, place: float | None
) -> list[Candidate]:
    """The claims for a term that stands at folded code points ``start:end``, scored.

    Parameters
    ----------
    place : float, optional
        Where the term stands in its text, 0 to 1; none for a term list.
    """
    size = mass(term)
    chances = scores(term, claims, gatherer.bitext.english, place)
    return [
        _new(Candidate, (start, end, i, j, term, matches, score, size))
        for (i, j, matches), score in zip(claims, chances, strict=True)
    ]


def all_candidates(text: JapaneseText, gatherer: Gatherer, terms: TermCache, predicates: bool) -> list[Candidate]:
    """Candidates for every term of `text`; with `predicates`, for its verbs, adjectives and adverbs too."""
    found: list[Candidate] = []
    for a, b in text.runs:
        found += _run(text, a, b, gatherer, terms)
    if predicates:
        for k in text.predicates:
            found += _run(text, k, k + 1, gatherer, terms)
    return found


def align_parallel(
    text: JapaneseText, gatherer: Gatherer, terms: TermCache, threshold: float, predicates: bool = False
) -> list[Candidate]:
    """The chosen links, in Japanese order: those of terms, and with `predicates` of all words that mean something.

    `threshold` and the scores of the links are chances (`termalign.calibration`).
    """
    english = gatherer.bitext.english
    among = at_no_cost(all_candidates(text, gatherer, terms, predicates), ANCHOR)
    among = without_parts_for_wholes(among, ANCHOR)
    by_evidence: Way = "words" if predicates else "text"
    by_place = _by_place(predicates, gatherer.semantics is not None)
    least = scale(by_evidence).score(threshold)
    chosen = settled(one_to_one(among, least, english), among)
    chosen += restated(among, chosen, text.text)
    chosen += said_twice(among, chosen, english, least)
    beside: list[Candidate] = []
    if gatherer.may_say("context"):
        least = scale(by_place).score(threshold)
        beside = greedy(leftovers(text, gatherer, terms, chosen, predicates, least), least)
    chosen = [*calibrated(chosen, by_evidence), *calibrated(beside, by_place)]
    if not predicates:  # they hold their place in the choice, but are no terms
        chosen = bounded([c for c in chosen if not text.is_light(c.start, c.end)], text, gatherer, terms)
    return sorted(chosen, key=lambda c: c.place)


def _by_place(predicates: bool, semantic: bool) -> Way:
    """How links of what is left over are made."""
    if semantic:
        return "words-semantic" if predicates else "semantic"
    return "words-context" if predicates else "context"


def align_given(
    text: JapaneseText,
    given: Sequence[tuple[int, int, Term]],
    gatherer: Gatherer,
    terms: TermCache,
    threshold: float,
) -> list[Candidate]:
    """The best link of each given term of a parallel text, in the light of what the rest of the text is rendered by.

    `threshold` and the scores of the links are chances (`termalign.calibration`).

    Parameters
    ----------
    given : sequence of (int, int, Term)
        Folded code points and the term; its borders need not be those of morphemes.
    """
    english = gatherer.bitext.english
    places = {(start, end) for start, end, _ in given}
    others = [
        c
        for c in all_candidates(text, gatherer, terms, predicates=False)
        if not any(c.start < end and start < c.end for start, end in places)
    ]
    own: list[Candidate] = []
    for start, end, term in given:
        own += candidates(start, end, term, gatherer.claims(term), gatherer, (start + end) / (2 * len(text.text)))
    chosen = one_to_one(others, scale("text").score(threshold), english)
    scored = rescored([*own, *others], [*greedy(own, ANCHOR), *chosen], english, given=True)
    best: dict[tuple[int, int], Candidate] = {}
    able = [c for c in scored if (c.start, c.end) in places]
    settled_on = settled(greedy(able, scale("given").score(threshold)), own, chosen)
    for c in calibrated(settled_on, "given"):
        best.setdefault((c.start, c.end), c)
    wanted = {k for o in scored if o.score >= ANCHOR and (o.start, o.end) not in places for k in range(o.i, o.j)}
    best = {
        place: completed(c, english, wanted.union(k for o in best.values() if o is not c for k in range(o.i, o.j)))
        for place, c in best.items()
    }
    found = whole_names(text, given, chosen, list(best.values()), gatherer, terms, threshold)
    best = {(c.start, c.end): c for c in found}
    if len(best) < len(places) and gatherer.may_say("context"):
        rest = [Leftover(*g) for g in given if (g[0], g[1]) not in best]
        least = scale("given-context").score(threshold)
        near = placed(text, gatherer, rest, [*chosen, *best.values()], least)
        for c in calibrated(greedy(near, least), "given-context"):
            best.setdefault((c.start, c.end), c)
    return sorted(best.values(), key=lambda c: c.place)


def whole_names(
    text: JapaneseText,
    given: Sequence[tuple[int, int, Term]],
    others: Sequence[Candidate],
    best: Sequence[Candidate],
    gatherer: Gatherer,
    terms: TermCache,
    threshold: float,
) -> list[Candidate]:
    """The links of given terms grown to whole English names, and links to names that are left over.

    Parameters
    ----------
    given : sequence of (int, int, Term)
        The given terms.
    others : sequence of Candidate
        Links of the rest of the text.
    best : sequence of Candidate
        The best link of each given term that has one.
    threshold : float
        Least chance of a link.
    """
    linked = {(c.start, c.end) for c in best}
    missing = [Leftover(*g) for g in given if (g[0], g[1]) not in linked]
    covered = [*((c.start, c.end) for c in others), *((start, end) for start, end, _ in given)]
    left = [x for x in unclaimed(text, terms, covered, predicates=False) if not text.is_light(x.start, x.end)]
    unexplained = Unexplained(text, gatherer.bitext.english, others, best, missing, left)
    found = [unexplained.grown(c) for c in best]
    if missing and gatherer.may_say("context"):
        taken: set[tuple[int, int]] = set()
        for c in greedy(list(unexplained.renderings()), threshold):
            if (c.start, c.end) not in taken:
                taken.add((c.start, c.end))
                found.append(c)
    return found


def restated(among: Sequence[Candidate], chosen: Sequence[Candidate], text: str) -> list[Candidate]:
    """Dates that say again, in brackets or before them, what a chosen date says: 713年（和銅6年）, *713*."""
    found: list[Candidate] = []
    dates = [o for o in among if o.matches[0].kind == "date"]
    for c in chosen:
        if c.matches[0].kind == "date":
            taken = [(o.start, o.end) for o in (*chosen, *found)]
            same = [
                o
                for o in dates
                if (o.i, o.j) == (c.i, c.j)
                and (_opens_bracket(text, c.end, o.start) or _opens_bracket(text, o.end, c.start))
                and not any(o.start < end and start < o.end for start, end in taken)
            ]
            found += sorted(same, key=lambda o: (o.start - o.end, o.place))[:1]
    return found


def said_twice(
    among: Sequence[Candidate], chosen: Sequence[Candidate], english: EnglishText, threshold: float
) -> list[Candidate]:
    """What English says again directly after or before a chosen rendering: himatsuri *(fire festival)*."""
    taken = {k for c in chosen for k in range(c.i, c.j)}
    by_term: dict[tuple[int, int], list[Candidate]] = {(c.start, c.end): [] for c in chosen}
    for o in among:
        if o.score >= threshold and (o.start, o.end) in by_term:
            by_term[o.start, o.end].append(o)
    found = []
    for c in chosen:
        again = [
            o
            for o in by_term[c.start, c.end]
            if taken.isdisjoint(range(o.i, o.j))
            and (
                _AGAIN.match(english.gap(c.j - 1)) if o.i == c.j else o.j == c.i and _AGAIN.match(english.gap(o.j - 1))
            )
        ]
        if again:
            best = max(again, key=lambda o: (o.score, o.place))
            found.append(best)
            taken.update(range(best.i, best.j))
    return found


def _opens_bracket(text: str, end: int, start: int) -> bool:
    """Whether a bracket opens between what ends at `end` and what starts at `start`, and nothing else stands there."""
    return text[end:start].strip() in _OPENING


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
    places = [k for a, b in text.runs for k in range(a, b)] + (text.predicates if predicates else [])
    found = []
    for k in places:
        m = text.morphemes[k]
        if not taken[m.start] and not m.pos.startswith(_SKIPPED):
            found.append(Leftover(m.start, m.end, terms.get(m.surface, (m,))))
    return found


def _run(text: JapaneseText, a: int, b: int, gatherer: Gatherer, terms: TermCache) -> list[Candidate]:
    """Candidates in one noun run: words and names in it, and what parts of it cover together."""
    run = terms.get(text.surface(a, b), text.morphemes[a:b])
    base = text.morphemes[a].start
    length = 2 * len(text.text)
    parts = [(x, y) for x, y, kana in _parts(run) if not kana or _spelled_out(kana, gatherer)]
    together: dict[tuple[int, int], list[Match]] = {}
    for c in gatherer.compositions(run) if b - a > 1 else ():
        if c.b - c.a > 1 and len(c.places) > 1:
            together.setdefault((c.a, c.b), []).append(as_match(run.part(c.a, c.b), c.within()))
    valued = gatherer.valued(run) if run.quantities and b - a > 1 else None
    found: list[Candidate] = []
    for x, y in dict.fromkeys((*parts, *together)):
        part = run.part(x, y)
        start, end = run.morphemes[x].start, run.morphemes[y - 1].end
        if (x, y) not in together and valued is None:
            claims = gatherer.own_claims(part)
        else:
            own = gatherer.matches(part) if (x, y) in parts else []
            matches = [*own, *together.get((x, y), ())]
            if valued is not None:
                matches = [m for m in matches if not valued.bars(start, end, m.i, m.j)]
            claims = gatherer.gathered(part, matches)
        if claims:
            start, end = start + base, end + base
            found += candidates(start, end, part, claims, gatherer, (start + end) / length)
    return found


@once_a_term
def _parts(run: Term) -> tuple[tuple[int, int, str], ...]:
    """The morphemes ``x:y`` of a run that may be a term: the whole, parts that dictionaries know, and with their reading those
    that may be spelled out.
    """
    n = len(run.morphemes)
    found = []
    for x in range(n):
        for y in range(x + 1, n + 1):
            within = run.morphemes[x:y]
            if y - x == n or run.is_part(x, y):
                found.append((x, y, ""))
            elif y - x <= _LONGEST_SPELLED and all(m.reading and m.surface.isalpha() for m in within):
                found.append((x, y, "".join([m.reading for m in within])))
    return tuple(found)


def _spelled_out(kana: str, gatherer: Gatherer) -> bool:
    """Whether a compound that no dictionary knows stands in the English as it is read: 霊宝殿, Reihoden."""
    romaji = gatherer.bitext.romaji
    return (
        bool(romaji) and may_sound(kana, gatherer.bitext.consonants) and any(key in romaji for key in kana_keys(kana))
    )
