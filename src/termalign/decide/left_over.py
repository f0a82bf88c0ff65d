"""Features of a given term: which English words it explains, which the other terms explain, and which are left over."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from termalign.decide.setting import named
from termalign.english.function_words import ARTICLES, AUXILIARIES, PREPOSITIONS
from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.names.common_noun import after, before
from termalign.names.generics import Phrase, added, generic_of
from termalign.odds import chance
from termalign.once import once
from termalign.propose.candidate import HOPELESS, OPENING, Candidate, by_word
from termalign.quantities.bounds import bound_after
from termalign.target.target import Target
from termalign.terms.term import Term

_COMMON = ("名詞-普通名詞", "名詞-数詞", "接頭辞", "接尾辞", "形状詞")
_JOINING_MARKS = frozenset({"", ":", "&", ",", "+", "/"})
#: Words of official prose, whose translations leave nothing out.
_OFFICIAL = ("又は", "若しくは", "及び", "並びに", "当該")
#: The sorts of small words; of several sorts, the last one applies.
_SORTS = {
    **dict.fromkeys(AUXILIARIES, "auxiliary"),
    **dict.fromkeys(PREPOSITIONS, "preposition"),
    **dict.fromkeys(ARTICLES, "article"),
    **{word: word for word in ("of", "and", "or", "'s")},
}


@dataclass(frozen=True, slots=True)
class Explained:
    """The words of the English, by what explains them.

    ``kinds`` has the status of each word: ``small``, ``own``, ``taken``, ``wanted`` or ``free``. ``wanted`` are the words
    that may render other terms and predicates, with the log odds.
    """

    kinds: Sequence[str]
    wanted: Mapping[int, float]


class Explanations:
    """The English words that the candidates of a text explain.

    ``atoms`` are the candidates of single headwords and of verbs, adjectives and adverbs; ``chosen`` are the links of
    the text.
    """

    def __init__(self, atoms: Sequence[Candidate], chosen: Sequence[Candidate], english: EnglishText) -> None:
        self._wanting, self._choosing = by_word(atoms), by_word(chosen)
        self._small = [x.function for x in english.lexemes]
        self._words: dict[int, set[int]] = {}  # by morpheme
        for c in (*atoms, *chosen):
            for k in range(c.a, c.b):
                self._words.setdefault(k, set()).update(range(c.i, c.j))
        self._wanted = {k: wanting[0].odds for k, wanting in self._wanting.items()}
        self._kinds = [
            self._kind(k, HOPELESS, self._wanted.get(k), k in self._choosing) for k in range(len(self._small))
        ]

    def beside(self, place: tuple[int, int], inside: Iterable[Candidate]) -> Explained:
        """Return what explains each word, given the term at the morphemes ``place`` and its parts' candidates ``inside``.

        Only words that the term itself explains differ from what the whole text says of them.
        """
        own: dict[int, float] = {}
        for c in inside:
            for k in range(c.i, c.j):
                own[k] = max(c.odds, own.get(k, HOPELESS))
        touched = own.keys() | set().union(*[self._words.get(k, ()) for k in range(*place)])
        kinds, wanted = self._kinds.copy(), self._wanted.copy()
        for k in touched:
            if k in wanted:
                wanted[k] = next((c.odds for c in self._wanting[k] if c.beside(place)), HOPELESS)
            taken = any(c.beside(place) for c in self._choosing.get(k, ()))
            kinds[k] = self._kind(k, own.get(k, HOPELESS), wanted.get(k), taken)
        return Explained(kinds, wanted)

    def _kind(self, k: int, own: float, wanted: float | None, taken: bool) -> str:
        """Return the status of a word, from the log odds that it renders the term (``own``) or another (``wanted``)."""
        if self._small[k] and own <= 0:
            return "small"
        if taken and own <= (0.0 if wanted is None else wanted):
            return "taken"
        if own > 0:
            return "own"
        return "wanted" if wanted is not None and wanted > 0 else "free"

    def others_lost(self, candidates: Iterable[Candidate], place: tuple[int, int]) -> None:
        """Add to each candidate of the term at the morphemes ``place`` how likely the links are that use the same words."""
        for c in candidates:
            others = {id(o): o for k in range(c.i, c.j) for o in self._choosing.get(k, ()) if o.beside(place)}
            if others:
                c.features["others lost"] = sum([chance(o.odds) for o in others.values()])


@once
def _is_official(ja: JapaneseText) -> bool:
    return any(word in ja.text for word in _OFFICIAL)


def weigh(
    candidates: Sequence[Candidate],
    ja: JapaneseText,
    term: Term,
    words: Explained,
    target: Target,
) -> None:
    """Add features of what explains the words of a term's candidates, and the words next to them."""
    english, kinds = target.english, words.kinds
    of_itself = generic_of(term.surface, term.morphemes[-1].surface, term.lexicon)
    phrases = frozenset().union(*[g.phrases for g in of_itself])
    more = added(term.surface)
    sort = _sort(term, english)
    plain = [c for c in candidates if "grown by" not in c.features and c.kind != "context"]
    total = Counter(kinds)
    hopeful = [c for c in plain if c.odds > HOPELESS]
    starts, ends = {c.i for c in hopeful}, {c.j for c in hopeful}
    size = sum(m.end - m.start for m in ja.morphemes[candidates[0].a : candidates[0].b])
    ways = (sort, "official") if _is_official(ja) else (sort,)
    is_quantity = term.is_quantity or _is_bounded(term)
    if is_quantity:
        ways = (*ways, "quantity")
    how = (*_how(candidates[0], ja), *ways)
    for c in candidates:
        covered = c.covered / size
        f: Features = {"covered": covered, "covered wholly": float(covered >= 1), "named": c.features.get("named", 0.0)}
        inside = _inside(c, kinds, total, words, english)
        f.update({**inside, **_in_each(ways, inside)})
        beside = _beside(c, kinds, english, covered < 1)
        f.update({**beside, **_among(c, plain, size), **_in_each(how, beside)})
        f["said again in brackets"] = float(c.j in starts and english.gap(c.j - 1) == OPENING)
        f["said before the brackets"] = float(c.i in ends and english.gap(c.i - 1) == OPENING)
        _generic(c, phrases, "its common noun", target, f)
        _generic(c, more, "a common noun of its sort", target, f)
        c.features.update({named("left", name): value for name, value in f.items() if value})
        c.features[named("given", sort)] = 1.0
        if is_quantity:
            c.features[named(c.kind, "of a quantity")] = 1.0
            if target.quantity_at.keys().isdisjoint(range(c.i, c.j)):
                c.features["a quantity unsaid"] = c.features[named(c.kind, "of a quantity unsaid")] = 1.0


def _is_bounded(term: Term) -> bool:
    """Return whether a term is a quantity with a bound: 30日以内."""
    bounds = (bound_after(term.surface, q.end) for q in term.quantities if q.start == 0)
    return any(bound is not None and bound[1] == len(term.surface) for bound in bounds)


def _sort(term: Term, english: EnglishText) -> str:
    """Return the sort of a term: ``noun`` if it consists of common nouns, else ``name`` (also for titles)."""
    if not (term.proper or term.katakana) and all(m.pos.startswith(_COMMON) for m in term.morphemes):
        return "noun"
    return "name" if english.cased else "name in small letters"


def _in_each(ways: Sequence[str], features: Features) -> Features:
    """Return a copy of the features for each way to classify the term."""
    return {named(way, name): value for way in ways for name, value in features.items()}


def _how(c: Candidate, ja: JapaneseText) -> tuple[str, str]:
    """Return whether the Japanese may modify the term, and the position of the term in its noun run."""
    start, end = ja.morphemes[c.a].start, ja.morphemes[c.b - 1].end
    run = ja.run_around(c.a, c.b)
    place = (
        "no run" if run is None else "whole run" if run == (c.a, c.b) else "ends a run" if run[1] == c.b else "in a run"
    )
    return "unmodified" if ja.unmodified(start, end) else "modified", place


def _inside(
    c: Candidate, kinds: Sequence[str], total: Mapping[str, int], words: Explained, english: EnglishText
) -> Features:
    """Return features of what explains the words of a candidate; ``total`` counts the words of each status in the text."""
    inside = [kinds[k] for k in range(c.i, c.j)]
    content = len(inside) - inside.count("small") or 1
    f: Features = {named("words", kind): inside.count(kind) / content for kind in ("own", "taken", "wanted", "free")}
    f["small words inside"] = math.log1p(inside.count("small"))
    f["own words inside"] = math.log1p(inside.count("own"))
    f["free words inside"] = math.log1p(inside.count("free"))
    f["free words left"] = math.log1p(total["free"] - inside.count("free"))
    f["all own"] = float(inside.count("own") == content)
    f["own words outside"] = math.log1p(total["own"] - inside.count("own"))
    f[named("begins with", inside[0])] = 1.0
    f[named("ends with", inside[-1])] = 1.0
    f[named("begins", _look(c.i, english))] = 1.0
    f[named("ends", _look(c.j - 1, english))] = 1.0
    f["unknown words inside"] = sum(_look(k, english) == "unknown" for k in range(c.i, c.j)) / content
    unsure = [words.wanted[k] for k in range(c.i, c.j) if k in words.wanted and kinds[k] != "own"]
    if unsure:
        f["wanted elsewhere"] = chance(max(unsure))
    return f


def _beside(c: Candidate, kinds: Sequence[str], english: EnglishText, lacking: bool) -> Features:
    """Return features of what explains the words next to a candidate; ``lacking`` if it renders only part of the term."""
    f: Features = {}
    for side, k, gap in (("before", c.i - 1, c.i - 1), ("behind", c.j, c.j - 1)):
        if not 0 <= k < len(english) or not english.tight[gap]:
            f[named(side, "mark")] = 1.0
            mark = english.gap(gap).strip()[:1] if 0 <= k < len(english) else ""
            if mark in _JOINING_MARKS:
                f[named(side, f"{mark} {kinds[k]}" if mark else "nothing")] = 1.0
            continue
        f[named(side, kinds[k])] = 1.0
        if lacking:
            f[named(side, f"{kinds[k]} of a part")] = 1.0
        if kinds[k] in ("free", "wanted"):
            f[named(side, f"{kinds[k]} {_look(k, english)}")] = 1.0
        if kinds[k] == "small":
            sort = _SORTS.get(english.lexemes[k].lower, "small word")
            f[named(side, sort)] = 1.0
            step = 1 if side == "behind" else -1
            beyond = k + step
            while 0 <= beyond < len(english) - 1 and english.lexemes[beyond].lower in ARTICLES:
                beyond += step
            if 0 <= beyond < len(english):
                f[named(side, f"{sort} {kinds[beyond]}")] = 1.0
    return f


def _look(k: int, english: EnglishText) -> str:
    """Return the form of a word: ``capital``, ``unknown`` (as names are), ``inflected`` or ``plain``."""
    x = english.lexemes[k]
    if english.capitalised[k]:
        return "capital"
    return "unknown" if not x.known else "inflected" if x.inflected else "plain"


def _among(c: Candidate, plain: Sequence[Candidate], size: int) -> Features:
    """Return the chances of the term's best renderings among those that contain the candidate and those inside it."""
    f: Features = {}
    overlapping = [o for o in plain if o.i < c.j and c.i < o.j]
    for side in ("around", "within"):
        best, words = HOPELESS, 0
        for o in overlapping:
            one, other = (c, o) if side == "around" else (o, c)
            if one.i <= other.i and other.j <= one.j and (c.i, c.j) != (o.i, o.j):
                if o.odds > best:
                    best, words = o.odds, abs((c.j - c.i) - (o.j - o.i))
                whole = named(side, "a whole rendering")
                if o.covered >= size:
                    f[whole] = max(chance(o.odds), f.get(whole, 0.0))
        if words:
            f[named(side, "a rendering")] = chance(best)
            f[named(side, "a rendering by words")] = chance(best) * math.log(words)
    return f


def _generic(c: Candidate, phrases: frozenset[Phrase], name: str, target: Target, f: Features) -> None:
    """Add features for the common noun of a name (*River* in *Kamo River*) next to the candidate, or at its edge."""
    if not phrases:
        return
    if after(c.j, phrases, target) or before(c.i, phrases, target):
        f[named("without", name)] = 1.0
        f[named(c.kind, f"without {name}")] = 1.0
    ends = any(after(k, phrases, target) == (k, c.j) for k in range(max(c.i + 1, c.j - 2), c.j))
    if ends or any(before(k, phrases, target) == (c.i, k) for k in range(c.i + 1, min(c.i + 3, c.j))):
        f[named("with", name)] = 1.0
        f[named(c.kind, f"with {name}")] = 1.0
