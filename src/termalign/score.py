"""From evidence to a score: the chance that a claim is right.

A claim's evidence and its surroundings are turned into a few named numbers (`features`); a logistic model weighs them. The
weights stand in ``score.tsv``, one line each, fitted by ``python -m benchmarks fit`` on development data that says which
spans are right; nothing in them is about a particular word.
"""

import importlib.resources
import math
import operator
from collections.abc import Iterable, Mapping, Sequence

from termalign.english import EnglishText
from termalign.english.edges import edges, listed_edges
from termalign.english.personal_titles import titled
from termalign.evidence.acronym import DEFINED
from termalign.evidence.embedding import best_likeness
from termalign.evidence.gather import Claim
from termalign.evidence.match import HOPELESS, Match
from termalign.evidence.meaning import meaning
from termalign.evidence.nearness import drift
from termalign.evidence.rival_claims import Rival, around_and_best, around_words
from termalign.evidence.term import Term
from termalign.japanese.generics import generics, roles

_CEILING = 0.995
COVERED = 0.9  # of a term: more than that is as good as all of it
_FURTHEST = 30.0  # log odds
_SOUND = frozenset({"romaji", "name", "clip", "loanword"})
_MANY = 30  # claims of one term: of more, most stand elsewhere


def combined(matches: Sequence[Match]) -> float:
    """The chance that at least one kind of evidence is right, kinds taken as independent and strengths as chances.

    Matches of one kind repeat each other, so only the strongest of each kind counts.
    """
    if len(matches) == 1:
        return min(_CEILING, 1.0 - (1.0 - matches[0].strength * matches[0].coverage))
    best: dict[str, float] = {}
    for _, _, kind, strength, coverage, _, _, _ in matches:
        strength *= coverage
        if strength > best.get(kind, 0.0):
            best[kind] = strength
    wrong = 1.0
    for strength in best.values():
        wrong *= 1.0 - strength
    return min(_CEILING, 1.0 - wrong)


def features(
    claim: Claim,
    value: float,
    rivals: Sequence[Rival],
    term: Term,
    english: EnglishText,
    drift: float | None,
) -> dict[str, float]:
    """Named numbers that say how good a claim is.

    Parameters
    ----------
    claim : Claim
        The English words and the matches that speak for them.
    value : float
        `combined` of its matches.
    rivals : sequence of (int, int, float)
        Words and combined value of every claim for the same term, this one included.
    term : Term
        The Japanese side.
    english : EnglishText
        The English side.
    drift : float, optional
        How far the claim stands from the term's own place in its text, 0 to 1; none for a term without a text, every
        mention of which is right.
    """
    i, j, matches = claim
    words = j - i
    found: dict[str, float] = {"bias": 1.0, "logit": math.log(value / (1.0 - value)) if value > 1e-4 else -9.0}
    coverage = 0.0
    sound = glossed = common = False
    for _, _, kind, strength, covered, forms, parts, rule in matches:
        key = kind if not rule else f"{kind}/{rule}"
        strength *= covered
        if strength > found.get(key, 0.0):
            found[key] = strength
        if covered > coverage:
            coverage = covered
        if words > 1 and kind == "gloss" and not rule:
            found["gloss-phrase"] = strength
        if parts and len(parts) > 1:
            found["several-parts"] = max(found.get("several-parts", 0.0), strength * math.log(len(parts)))
        if kind == "gloss":
            glossed = True
            if not (rule or parts) and forms[-1][:1].islower():
                common = True
        elif kind in _SOUND:
            sound = True
    found["uncovered"] = 1.0 - coverage
    if coverage > COVERED:
        found["covered"] = 1.0
    size = len(term.surface)
    if size == 1:
        found["one-character"] = 1.0
    elif size > 4:
        found["long-term"] = min(1.0, (size - 4) / 6)
    if glossed and drift is not None:
        found["likeness"] = best_likeness(meaning(term), english.stems[i:j])
    if sound:
        found["sound-letters"] = min(1.0, (english.ends[j - 1] - english.starts[i]) / 10)
    if words > 1:
        found["words"] = math.log(words)
    else:
        if drift is not None:
            found["repeated"] = math.log(len(english.by_stem[english.stems[i]]))
        if english.lexemes[i].function:
            found["function-word"] = 1.0
    other = better = 0.0
    for x, y, rival in rivals:
        if x >= j or y <= i:
            if rival > other and drift is not None and english.stems[x:y] != english.stems[i:j]:
                other = rival
        elif rival > better and (x != i or y != j):
            better = rival
    if drift is not None:
        found["rival"] = other - value
    length = len(english.forms)
    if length > 40:
        found["long-text"] = math.log(length / 40) * (1.0 - value)
    found["overlapping"] = better - value
    (listed_edges if drift is None else edges)(found, i, j, english)
    if "capital-after" in found and _names_role(term, common):  # Governor Ueda
        del found["capital-after"]
    if "capital-before" in found and any(m.kind == "name" for m in matches) and titled(english, i):  # Mr. Koizumi
        del found["capital-before"]
    if term.proper and not common and (english.cased or not term.katakana):
        if english.forms[i][:1].islower() and english.forms[j - 1][:1].islower():
            found["proper-in-lower-case"] = 1.0
        last = english.lexemes[j - 1]
        plural = last.lemma != last.lower and forms_plural(english, j - 1)
        if plural and _names_one(term) and "apposition/in-english" not in found:  # unless the text itself says so
            found["plural-generic"] = 1.0
    if english.quotes and english.quoted(i, j):
        found["quoted"] = 1.0
    if drift is None:
        found["listed"] = 1.0
        found["listed-logit"] = found["logit"]
    else:
        found["drift"] = drift
    return found


def _names_role(term: Term, common: bool) -> bool:
    """Whether the term is what a person is called by, with or without where: 総裁, 大阪府知事."""
    known = roles()
    return (common and term.surface in known) or (len(term.morphemes) > 1 and term.morphemes[-1].surface in known)


def _names_one(term: Term) -> bool:
    """Whether a name ends in what it is called (岩手*県*), so that it is one thing: シリア難民, *Syrian refugees*, are many."""
    return term.morphemes[-1].surface in generics() or len(term.morphemes) == 1


def forms_plural(english: EnglishText, k: int) -> bool:
    """Whether word ``k`` is a common noun in the plural (Iwate and Akita *prefectures*)."""
    form = english.forms[k]
    return form.islower() and form.endswith("s")


class _Weights(dict[str, float]):
    """Weights by feature name; a feature that the table does not have counts nothing."""

    def __missing__(self, name: str) -> float:
        return 0.0


_fitted = _Weights()


def weights() -> Mapping[str, float]:
    """The fitted weights, by feature name."""
    if not _fitted:
        table = importlib.resources.files("termalign").joinpath("score.tsv").read_text(encoding="utf-8")
        rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
        _fitted.update({row[0]: float(row[1]) for row in rows})
    return _fitted


def logistic(log_odds: float) -> float:
    """The chance that these log odds say, in (0, 1)."""
    if not -_FURTHEST < log_odds < _FURTHEST:
        log_odds = math.copysign(_FURTHEST, log_odds)
    return 1.0 / (1.0 + math.exp(-log_odds))


def probability(numbers: Mapping[str, float]) -> float:
    """The chance that a claim with these features is right, in (0, 1)."""
    return logistic(sum(map(operator.mul, map(weights().__getitem__, numbers), numbers.values())))


def probabilities(names: Sequence[str], rows: Iterable[Sequence[float]]) -> list[float]:
    """`probability` of many claims whose features are the same `names`, in the same order."""
    known = weights()
    fitted = [known.get(name, 0.0) for name in names]
    return [logistic(sum(map(operator.mul, fitted, numbers))) for numbers in rows]


def use(fitted: Mapping[str, float]) -> None:
    """Score with other weights than the packaged ones from now on, in this process: for fitting them."""
    _fitted.clear()
    _fitted.update(fitted)


def all_features(
    term: Term, claims: Sequence[Claim], english: EnglishText, place: float | None
) -> list[dict[str, float]]:
    """`features` of every claim for one term."""
    values, rivals = _valued(claims)
    return [
        features(claim, value, rivals, term, english, _drift(claim, english, place))
        for claim, value in zip(claims, values, strict=True)
    ]


def scores(
    term: Term, claims: Sequence[Claim], english: EnglishText, place: float | None = None, defines: bool = True
) -> list[float]:
    """The chance of each claim for one term.

    Parameters
    ----------
    place : float, optional
        Where the term stands in its own text, 0 to 1.
    defines : bool
        Whether the English, or another passage of its document, may define short forms.
    """
    values, rivals = _valued(claims)
    fitted = weights()
    words = len(english.forms)
    # Rivals elsewhere count in a translation alone.
    around = None
    if len(rivals) > _MANY:
        around = around_words(rivals) if place is None else around_and_best(rivals, english)
    found: list[float] = []
    for claim, value in zip(claims, values, strict=True):
        if value < HOPELESS:
            found.append(value * HOPELESS)
        else:
            away = None if place is None else drift(claim.i, claim.j, words, place)
            others = rivals if around is None else around(claim.i, claim.j)
            numbers = features(claim, value, others, term, english, away)
            log_odds = sum(map(operator.mul, map(fitted.__getitem__, numbers), numbers.values()))
            found.append(logistic(log_odds))
    return _as_sure_as_defined(found, claims, english) if defines else found


def _as_sure_as_defined(chances: list[float], claims: Sequence[Claim], english: EnglishText) -> list[float]:
    """The chances, with those of short forms raised to that of the phrase that the text defines them by."""
    defined = {m.forms[0] for _, _, matches in claims for m in matches if m.rule == DEFINED}
    if not defined:
        return chances
    best: dict[str, float] = {}
    for claim, chance in zip(claims, chances, strict=True):
        phrase = english.phrase(claim.i, claim.j)
        if phrase in defined:
            best[phrase] = max(chance, best.get(phrase, 0.0))
    return [
        max(chance, *(best.get(m.forms[0], 0.0) for m in claim.matches if m.rule == DEFINED), 0.0)
        for claim, chance in zip(claims, chances, strict=True)
    ]


def _valued(claims: Sequence[Claim]) -> tuple[list[float], list[Rival]]:
    """`combined` of each claim, and the words and value of those that others have to reckon with."""
    values: list[float] = []
    rivals: list[Rival] = []
    for i, j, matches in claims:
        value = combined(matches)
        values.append(value)
        if value >= HOPELESS:
            rivals.append((i, j, value))
    return values, rivals


def _drift(claim: Claim, english: EnglishText, place: float | None) -> float | None:
    """How far a claim stands from the term's own place; none without a place."""
    return None if place is None else drift(claim.i, claim.j, len(english.forms), place)
