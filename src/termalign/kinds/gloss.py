"""gloss: the English of dictionaries, name lists and the user's glossary, in any inflection, derivation and word order."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from termalign.english import EnglishText
from termalign.english.function_words import DETERMINERS
from termalign.english.lexis import Lexeme
from termalign.english.persons import counterparts, somebody_or_something
from termalign.kinds import offered
from termalign.kinds.acronym import defined_otherwise
from termalign.kinds.kind import Features, Filed, Finding, Kind
from termalign.kinds.meanings import Meaning, as_said, meanings, meanings_with, stems
from termalign.once import once
from termalign.target.target import Target
from termalign.terms.term import Term

_FAR = 3  # extra words allowed between the words of a gloss
_PARTING = frozenset(",;:.!?()")
_SAID_AS = {"gloss": "gloss", "name": "romaji", "loan": "loanword", "glossary": "glossary", "learned": "learned"}


def _compare(term: Term, target: Target) -> Iterator[Finding]:
    found = [*renderings(term, meanings_with(term, _text_keys(target)), target)]
    whole = {(each.i, each.j) for each in found if each.features["full"]}
    # The whole of a late gloss (Diet) says more than half of an earlier one (National Diet).
    found = [each for each in found if each.features["full"] or (each.i, each.j) not in whole]
    # In a list, the longer one may be the term with another word: *Japan's Self-Defense Forces*.
    phrases: dict[int, list[Finding]] = {}
    for each in found if target.parallel else ():
        if _is_phrase(each, target.english):
            for k in range(each.i, each.j):
                phrases.setdefault(k, []).append(each)
    for each in found:
        if each.i not in phrases or not any(_lies_within(each, longer) for longer in phrases[each.i]):
            yield each


def _is_phrase(found: Finding, english: EnglishText) -> bool:
    """Return whether the text has the words of a longer gloss, most of them unchanged, beside one another, and content words at
    both ends.
    """
    features = found.features
    if found.kind != "gloss" or found.j == found.i + 1 or not features["full"] or features["lemma"] <= 0.5:
        return False
    close = not features.get("gap") and not features.get("gap of small words")
    return close and not (english.lexemes[found.i].function or english.lexemes[found.j - 1].function)


def _lies_within(found: Finding, longer: Finding) -> bool:
    """Return whether a finding is part of a longer rendering: *public notice*, not *notice*."""
    return longer.i <= found.i and found.j <= longer.j and longer.j - longer.i > found.j - found.i


@once
def _text_keys(target: Target) -> Set[str]:
    return target.english.vocabulary.union(target.english.joined)


def renderings(term: Term, said: Iterable[Meaning], target: Target) -> Iterator[Finding]:
    """Yield the places at which an English text has at least half of one of these meanings."""
    english = target.english
    for meaning in said:
        if len(meaning.keys) == 1 and meaning.keys[0] in english.joined and "-" not in meaning.text:
            yield from _hyphenated(term, meaning, target)
        acronym = meaning.text.isupper() and english.cased  # IT is not *it*, if the text uses capitals at all
        for places in _places(meaning, english):
            lexemes = [english.lexemes[i] for i in places]
            if _of_one_family(lexemes[-1], meaning):
                meaning = as_said(meaning, term, lexemes[-1].lemma)
            another = acronym and _means_another(term, places[0], target)
            # In a list, the names of a group's other companies are rivals.
            another = another or (
                meaning.source == "name" and not target.parallel and _has_other_capitals(places, english)
            )
            if not another and not counterparts(lexemes[-1].lemma, _lemma_of(lexemes[-1], meaning)):
                found = _as_found(meaning, lexemes)
                features = _features(found, places, lexemes, target)
                i, j, how = places[0], places[-1] + 1, _SAID_AS[found.source]
                forms = (term.surface, meaning.text)
                wide = _with_edges(meaning, i, j, english) if len(places) == len(meaning.keys) else (i, j)
                if wide != (i, j) and meaning.text[0].isupper() and english.capitalised[wide[0]]:
                    i, j = wide  # a part of the name: *My* Number Card
                elif wide != (i, j) and target.parallel:  # lists gained nothing by other edges
                    yield Finding(*wide, how, {**features, "edge": 1.0}, forms)
                    features["edge left"] = float(english.with_adverb(i, j) != wide)
                yield Finding(i, j, how, features, forms)


def _as_found(meaning: Meaning, lexemes: Sequence[Lexeme]) -> Meaning:
    """Return a meaning as what the words found are evidence of: *admitted* is a gloss where the glossary has *admission*."""
    if meaning.source != "glossary":
        return meaning
    whole = len(lexemes) == len(meaning.keys) and all(word.lemma in meaning.lemmas for word in lexemes)
    return meaning if whole else meaning._replace(source="gloss")


def _places(meaning: Meaning, english: EnglishText) -> Iterator[list[int]]:
    """Yield the words that make up at least half of a meaning, place by place."""
    by_stem = _of_name(meaning, english) if meaning.source == "name" and english.cased else english.by_stem
    if len(meaning.keys) == 1:
        yield from ([i] for i in by_stem.get(meaning.keys[0], ()))
        return
    present = [key for key in meaning.keys if key in by_stem]
    if 2 * len(present) < len(meaning.keys) or any(len(key) == 1 for key in meaning.keys if key not in present):
        return  # a single letter or figure is essential: a class is not *class A*
    if len(present) == 1:
        yield from ([i] for i in by_stem[present[0]])
        return
    windows = _windows(present, by_stem, english, len(meaning.words), not _PARTING.isdisjoint(meaning.text))
    yield from (places for places in windows if 2 * len(places) >= len(meaning.keys))


def _with_edges(meaning: Meaning, i: int, j: int, english: EnglishText) -> tuple[int, int]:
    """Return the words ``i:j`` with the function words around them, if the meaning has the same: *in the course of business*."""
    before, _, after = meaning.divided
    if after and [word.lower for word in english.lexemes[j : j + len(after)]] == [*after]:
        j += len(after)
    if before:
        determined = i > 0 and english.lexemes[i - 1].lower in DETERMINERS
        for first in (i, i - determined):
            start = max(0, first - len(before))
            if [word.lower for word in english.lexemes[start:first]] == [*before]:
                return start, j
    return i, j


def _means_another(term: Term, i: int, target: Target) -> bool:
    """Return whether the letters of an acronym are a small word there, or the text defines them by other words."""
    return target.english.is_small_word(i) or defined_otherwise(term, i, target)


def _has_other_capitals(places: Sequence[int], english: EnglishText) -> bool:
    """Return whether a capitalised word stands among those of a name: *Mitsubishi Electric Corporation*."""
    between = [k for x, y in pairwise(places) for k in range(x + 1, y)]
    return english.cased and any(english.capitalised[k] and not english.lexemes[k].function for k in between)


def _hyphenated(term: Term, meaning: Meaning, target: Target) -> Iterator[Finding]:
    """Yield the places of a one-word gloss that the English writes with a hyphen: *quarter-finals*."""
    for k, one in target.english.joined[meaning.keys[0]]:
        features = _features(meaning, [k], [one], target)
        yield Finding(k, k + 2, _SAID_AS[meaning.source], features, (term.surface, meaning.text))


def _of_name(meaning: Meaning, english: EnglishText) -> dict[str, list[int]]:
    """Return the places of the stems of a name, without inflected words in small letters: *published* is not *Publishers*."""
    lemmas = meaning.lemmas
    found = {
        key: [i for i in english.by_stem[key] if english.capitalised[i] or english.lexemes[i].lemma in lemmas]
        for key in meaning.keys
        if key in english.by_stem
    }
    return {key: places for key, places in found.items() if places}


def _windows(
    keys: Sequence[str], by_stem: Mapping[str, Sequence[int]], english: EnglishText, words: int, parted: bool
) -> Iterator[list[int]]:
    """Yield for each place of the rarest key the nearest places of the others, in one phrase unless the gloss is ``parted``.

    They may be as far apart as in the gloss, which has as many ``words``, or have a few other words among them.

    The order of the gloss decides where it makes a narrower phrase: *managed with the due care of a prudent manager*.
    """
    anchor = min(range(len(keys)), key=lambda n: len(by_stem[keys[n]]))
    reach = max(words, len(keys) + _FAR)
    several = any(len(by_stem[key]) > 1 for key in keys)
    for at in by_stem[keys[anchor]]:
        found = _around(keys, anchor, at, by_stem, english, reach, parted, ordered=False)
        if several:
            ordered = _around(keys, anchor, at, by_stem, english, reach, parted, ordered=True)
            if len(ordered) == len(found) and ordered[-1] - ordered[0] < found[-1] - found[0]:
                found = ordered
        yield found


def _around(
    keys: Sequence[str],
    anchor: int,
    at: int,
    by_stem: Mapping[str, Sequence[int]],
    english: EnglishText,
    reach: int,
    parted: bool,
    ordered: bool,
) -> list[int]:
    """Return a place of the anchor with the nearest places of the other keys, only on the side of the gloss if ``ordered``."""
    places = {at}
    for n, key in enumerate(keys):
        if n == anchor:
            continue
        there = by_stem[key]
        if ordered:
            k = bisect_left(there, at)
            there = there[max(0, k - reach) : k] if n < anchor else there[k : k + reach]
        near = _nearest(there, at, places)
        if near is None or abs(near - at) >= reach:
            continue
        if parted or _in_one_phrase(english, at, near):
            places.add(near)
    return sorted(places)


def _in_one_phrase(english: EnglishText, one: int, other: int) -> bool:
    """Return whether no comma or similar mark separates two words: *The sea, black as ink* is not *Black Sea*."""
    first, last = sorted((one, other))
    return all(_PARTING.isdisjoint(gap) for gap in english.gaps[first:last])


def _nearest(ordered: Sequence[int], at: int, taken: Set[int]) -> int | None:
    """Return the place in ``ordered`` that is nearest to ``at`` and not taken, or None."""
    k, most = bisect_left(ordered, at), len(taken) + 1
    return min(
        [i for i in ordered[max(0, k - most) : k + most] if i not in taken], key=lambda i: abs(i - at), default=None
    )


def _features(meaning: Meaning, places: Sequence[int], lexemes: Sequence[Lexeme], target: Target) -> Features:
    english, lemmas = target.english, meaning.lemmas
    share, adverb = len(places) / len(meaning.keys), meaning.adverb
    features: Features = {
        **_of_one_family(lexemes[-1], meaning),
        meaning.source: 1.0,
        "full": float(share == 1),
        "share": share,
        "lemma": sum([x.lemma in lemmas for x in lexemes]) / len(lexemes),
        "first sense": float(not meaning.sense),
        "sense": math.log1p(meaning.sense),
        "common": float(meaning.common),
        "old": float(meaning.old),
        "small words": float(all(x.function for x in lexemes)),
        "adverb missing": float(adverb != "" and not _says(english, places[-1], adverb)),
    }
    if len(places) > 1:
        between = [word for x, y in pairwise(places) for word in english.lexemes[x + 1 : y]]
        features["several"] = math.log(len(places))
        features["gap"] = float(sum([not word.function for word in between]))
        features["gap of small words"] = float(sum([x.function and x.lemma not in lemmas for x in between]))
        features["word for word"] = _word_for_word(meaning, places, english)
    if share < 1:
        features["part unknown"] = sum([not x.known for x in lexemes]) / len(lexemes)
        features["head missing"] = float(english.stems[places[-1]] != meaning.keys[-1])
    return features


def _word_for_word(meaning: Meaning, places: Sequence[int], english: EnglishText) -> float:
    """Return the logarithm of the number of words if the text has all words of an expression in order, else 0."""
    if len(places) < len(meaning.keys):
        return 0.0
    said = [x.lemma for x in english.lexemes[places[0] : places[-1] + 1] if x.lower not in DETERMINERS]
    return math.log(len(said)) if said == [*meaning.divided.inner] else 0.0


def _says(english: EnglishText, k: int, adverb: str) -> bool:
    """Return whether an adverb follows a verb closely: *turned it down*."""
    return adverb in [x.lower for x in english.lexemes[k + 1 : k + 1 + _FAR]]


def _of_one_family(found: Lexeme, meaning: Meaning) -> Features:
    """Return a feature if the last word is a person and that of the gloss a thing, or vice versa: *ministry*, *minister*."""
    said, meant = somebody_or_something(found.lemma), somebody_or_something(_lemma_of(found, meaning))
    return {} if said == meant or "quality" in (said, meant) else {f"{said} for {meant}": 1.0}


def _lemma_of(found: Lexeme, meaning: Meaning) -> str:
    """Return the lemma of the gloss's word that a word is related to."""
    for word in meaning.words:
        if word.stem == found.stem:
            return word.lemma
    return found.lemma


def _filed(term: Term) -> Iterator[Filed]:
    """Yield keys for glosses of one word, and for any two adjacent content words of longer glosses."""
    for keys in meanings(term):
        if len(keys) == 1:
            yield Filed(f"s:{keys[0]}")
        for one, other in pairwise(keys):
            yield Filed(offered.pair_key(one, other))


GLOSS = Kind(
    "gloss",
    frozenset(_SAID_AS.values()),
    _compare,
    term_keys=stems,
    text_keys=_text_keys,
    filed=_filed,
    offered=offered.stems,
)
