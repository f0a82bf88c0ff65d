"""composed: a compound rendered part by part, in any order, with of, the, for and hyphens between.

匿名・流動型犯罪グループ is in no dictionary; 匿名 anonymous, 流動 fluid, 犯罪 crime and グループ group stand together in
the text, so the words they cover render the whole. Parts are the term's own morphemes and shorter terms made of them,
each matched by the ordinary matchers.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES, COMPOUND_LINKERS, JOINING, NAME_LINKERS
from termalign.evidence.bitext import Bitext
from termalign.evidence.composition import DISTINCT, Composition, Place
from termalign.evidence.given_names import with_given_names
from termalign.evidence.office import office_begins
from termalign.evidence.part_weights import part_weights
from termalign.evidence.phrase import FURTHEST, linked
from termalign.evidence.shared_words import with_shared_words
from termalign.evidence.term import Term
from termalign.evidence.valued import VALUES

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
_STRAY = 1  # other words between two parts
_THING = "名詞-普通名詞-一般"
_ANEW = ARTICLES | {"other"}
_TURNING = frozenset({"of", "in", "on", "to", "at", "by", "from", "with"})
_AS_GOOD = 0.96  # of the strength that a part has at another place
_FIRM = 0.8  # of a part of several morphemes: one that is rendered less well may be better taken to pieces
_TOLD = 0.6  # of a common noun said once more by its meaning, and not by a word that is only like it


def compose(term: Term, bitext: Bitext, places: Sequence[Place]) -> list[Composition]:
    """Every stretch of English that parts of `term` cover, which stand at `places`."""
    if not places:
        return []
    weights = part_weights(term)
    found = []
    if office_begins(term):
        places = [*places, *with_given_names(term, places, bitext.english)]
    for zone in joined_in_phrases(places, bitext):
        chosen = choose(zone, weights)
        for group in joined_in_phrases(chosen, bitext):
            group = _without_outer_conjunctions(group, bitext)
            if not group or _takes_object(term, group, bitext.english) or _says_nothing(group, bitext.english):
                continue
            found.append(_composition(with_shared_words(group, places), bitext))
            found += _with_rest_outside_quotes(found[-1], places, bitext)
            if len(group) > 1:  # a neighbour may belong to something else
                found.append(_composition(group[:-1], bitext))
                found.append(_composition(group[1:], bitext))
    return found


def _takes_object(term: Term, group: Sequence[Place], english: EnglishText) -> bool:
    """Whether the first part stands at a verb with the others for its object, and is nothing that one does: *build* a care home,
    介護施設; but 支援 of ホームレス支援 is to *help* the homeless.
    """
    if len(group) == 1:
        return False
    first = group[0]
    return (
        english.lexemes[first.j].lower in ARTICLES
        and not english.lexemes[first.j - 1].function
        and term.morphemes[first.b - 1].pos.startswith(_THING)
    )


def _says_nothing(group: Sequence[Place], english: EnglishText) -> bool:
    """Whether small words alone make up the phrase: *do not*."""
    return all(english.lexemes[k].function for p in group for k in range(p.i, p.j))


def _without_outer_conjunctions(group: Sequence[Place], bitext: Bitext) -> list[Place]:
    """The places without *and* or *or* at either end: it joins the phrase to another (及び is also rendered inside)."""
    lexemes = bitext.english.lexemes
    inner = [k for k, p in enumerate(group) if p.j - p.i > 1 or lexemes[p.i].lower not in JOINING]
    return list(group[inner[0] : inner[-1] + 1]) if inner else []


def _with_rest_outside_quotes(c: Composition, places: Sequence[Place], bitext: Bitext) -> Iterator[Composition]:
    """The words in quotation marks with the rest of the compound, where that follows: “dark” part-time jobs. What they spell
    counts as the whole by itself: “ore-ore” scams.
    """
    if not (bitext.english.quotes and bitext.english.quoted(c.i, c.j)):
        return
    rest = next((p for p in places if p.i == c.j and (p.b <= c.a or c.b <= p.a)), None)
    if rest is not None:
        j = c.j if any(p.kind in DISTINCT for p in c.places) else rest.j
        yield c._replace(j=j, a=min(c.a, rest.a), b=max(c.b, rest.b), places=(*c.places, rest))


def _composition(group: Sequence[Place], bitext: Bitext) -> Composition:
    i, j, a, b = group[0][:4]
    covered = 0
    for first, last, start, end, *_ in group:
        covered += last - first
        j, a, b = max(j, last), min(a, start), max(b, end)
    strays = -covered
    for lexeme in bitext.english.lexemes[i:j]:
        if not lexeme.function:
            strays += 1
    return _new(Composition, (a, b, i, j, tuple(group), max(0, strays)))


def joined_in_phrases(places: Sequence[Place], bitext: Bitext) -> Iterator[list[Place]]:
    """Runs of places whose English words may belong to one phrase."""
    zone: list[Place] = []
    reach = -1
    ordered = sorted(places)
    for k, place in enumerate(ordered):
        if zone and place.i >= reach and not _joined(zone, place, reach, bitext):
            others = _also_there(ordered, k)
            if not any(p.kind not in VALUES and _joined(zone, p, reach, bitext) for p in others):
                yield zone
                zone = []
                reach = -1
        zone.append(place)
        reach = max(reach, place.j)
    if zone:
        yield zone


def _also_there(ordered: Sequence[Place], k: int) -> Iterator[Place]:
    """The places behind the one `k` that begin with the same word."""
    for other in range(k + 1, len(ordered)):
        if ordered[other].i > ordered[k].i:
            return
        yield ordered[other]


def _joined(zone: Sequence[Place], place: Place, reach: int, bitext: Bitext) -> bool:
    """Whether `place` may go on the phrase that ends before word `reach`; over a comma only modifiers may."""
    english = bitext.english
    if place.i - reach > FURTHEST + _STRAY:
        return False
    ends = [last for last in zone if last.j == reach]
    told = english.capitalised[place.i] and place.kind == "gloss"  # on *August* 15
    if place.i > reach and not told and _goes_on(ends, place) and _prepositions(english, reach, place.i):
        return False  # a preposition turns a compound round: Lotus Sutra *in* the highest
    if "," in english.gaps[reach - 1] and (
        _begins_clause(zone, place, reach, english)
        or not any(last.kind == place.kind == "gloss" and last.a < place.a for last in ends)
    ):
        return False
    if place.i > reach and _begins_phrase(english, reach, place.i):
        return False
    named = place.kind in DISTINCT or not DISTINCT.isdisjoint([last.kind for last in ends])
    return linked(english, reach - 1, place.i, 0 if named else _STRAY, NAME_LINKERS if named else COMPOUND_LINKERS)


def _begins_phrase(english: EnglishText, i: int, j: int) -> bool:
    """Whether *and* and an article stand in ``i:j``, or *other* behind it, so that another noun phrase begins: the Constitution
    *and a* revision, an employee *or other* worker.
    """
    words = [x.lower for x in english.lexemes[i : j + 1]]
    return any(one in JOINING and other in _ANEW for one, other in pairwise(words))


def _begins_clause(zone: Sequence[Place], place: Place, reach: int, english: EnglishText) -> bool:
    """Whether a comma and *and* go before the place, and no comma before them: the flood danger level, and water entered."""
    and_ = place.i > reach and english.lexemes[reach].lower in JOINING
    return and_ and not any("," in gap for gap in english.gaps[zone[0].i : reach - 1])


def _goes_on(ends: Sequence[Place], place: Place) -> bool:
    """Whether a part follows the others at once in the Japanese too, none of them a number or date."""
    return place.kind not in VALUES and all(last.b == place.a and last.kind not in VALUES for last in ends)


def _prepositions(english: EnglishText, i: int, j: int) -> bool:
    return any(english.lexemes[k].lower in _TURNING for k in range(i, j))


def choose(zone: Sequence[Place], weights: Sequence[float]) -> list[Place]:
    """The strongest places that share neither English words nor, but for a doubled generic, Japanese morphemes."""
    if len(zone) == 1:
        return list(zone)
    chosen: list[Place] = []
    able = [p for p in zone if p.b - p.a == 1 or p.strength >= _FIRM or not _pieces_say_more(p, zone)]
    able = [p for p in able if p.j - p.i == 1 or not _says_another(p, zone)]
    ranked = sorted([(-p.strength * sum(weights[p.a : p.b]) * (p.j - p.i) ** 0.25, p) for p in able])
    for _, place in ranked:
        i, j, a, b = place[:4]
        rivals: list[Place] = []
        for c in chosen:
            if i < c.j and c.i < j:
                break
            if a < c.b and c.a < b:
                rivals.append(c)
        else:
            if not rivals or (len(rivals) == 1 and _doubles(place, rivals[0])):
                chosen.append(place)
    return _gathered(chosen, zone) if 1 < len(chosen) < len(zone) else chosen


def _says_another(place: Place, zone: Sequence[Place]) -> bool:
    """Whether a part is as well rendered by fewer words, and the others render another part: 小法廷 is a *petty bench*, and
    one of the *Supreme Court*, which is 最高裁.
    """
    i, j, a, b = place[:4]
    near = zone[bisect_left(zone, (i,)) : bisect_left(zone, (j,))]  # a zone is in English order
    others = [p for p in near if p.j <= j and (p.b <= a or b <= p.a) and p.strength >= _FIRM]
    if not others:
        return False
    own = [p for p in near if (p.a, p.b) == (a, b) and p.j <= j and p.strength >= place.strength]
    return any(p.j <= o.i or o.j <= p.i for p in own for o in others)


def _gathered(chosen: list[Place], zone: Sequence[Place]) -> list[Place]:
    """The places, each moved to where the part stands nearest to the others: of *modern plays and avant-garde plays* the last,
    of *testing and non-destructive inspection*, too.
    """
    taken = {word for c in chosen for word in range(c.i, c.j)}
    of_part: dict[tuple[int, int, str], list[Place]] = {}
    for p in zone:
        of_part.setdefault((p.a, p.b, p.kind), []).append(p)
    for k, c in enumerate(chosen):
        taken.difference_update(range(c.i, c.j))
        same = [
            p
            for p in of_part[c.a, c.b, c.kind]
            if p.strength >= _AS_GOOD * c.strength
            and p.j - p.i == c.j - c.i
            and (p is c or taken.isdisjoint(range(p.i, p.j)))
        ]
        if len(same) > 1:
            others = [o for o in chosen if o is not c]
            chosen[k] = min(same, key=lambda p: (min([max(o.i - p.j, p.i - o.j) for o in others]), p is not c))
        taken.update(range(chosen[k].i, chosen[k].j))
    return chosen


def _pieces_say_more(place: Place, zone: Sequence[Place]) -> bool:
    """Whether a part is rendered poorly, and its pieces better by the same words: all of them (Japan | Hospital), or all that
    nothing beside it renders.
    """
    said: set[int] = set()
    for q in zone:
        inside = place.a <= q.a and q.b <= place.b and place.i <= q.i and q.j <= place.j
        if inside and q.b - q.a < place.b - place.a and q.strength > place.strength:
            said.update(range(q.a, q.b))
    if said:  # the rest may be rendered beside it: *Institute* of Medical *Science*, 科学研究所
        rest = set(range(place.a, place.b)) - said
        beside = [q for q in zone if q.strength >= _FIRM and (q.j <= place.i or place.j <= q.i)]
        said.update(*[range(q.a, q.b) for q in beside if rest.issuperset(range(q.a, q.b))])
    return len(said) == place.b - place.a or (place.kind in VALUES and any(_is_its_value(q, place) for q in zone))


def _is_its_value(place: Place, other: Place) -> bool:
    """Whether a place has just the number that another begins with: 第一, of 第一課 that *First* renders as well."""
    same = place[:2] == other[:2] and place.kind in VALUES and place.strength > other.strength
    return same and other.a == place.a and place.b < other.b


def _doubles(one: Place, other: Place) -> bool:
    """Whether two neighbours say the same part twice, by sound and by meaning: Kurama-*dera Temple*."""
    adjacent = one.i == other.j or other.i == one.j
    spelled, told = (one, other) if one.kind == "romaji" else (other, one)
    return adjacent and spelled.kind == "romaji" and told.kind == "gloss" and told.strength >= _TOLD
