"""Growth: candidates extended by more English words, if the text itself shows that the words belong together."""

from collections.abc import Callable, Iterator, Sequence, Set

from termalign.english.function_words import ARTICLES, DETERMINERS, JOINING, PREPOSITIONS
from termalign.english.lexis import Lexeme
from termalign.english.text import HYPHENS, EnglishText
from termalign.kinds.kind import Features
from termalign.propose.candidate import HOPELESS, Candidate

Says = Callable[[Candidate, str], bool]

_LEAST = -0.5  # log odds: less likely candidates do not grow, except for a given term
_MOST_CAPITALS = 12  # capitalised words that a name may grow by on either side
_WORD_BESIDE = frozenset({"word after", "word before"})
_CONTENT = None  # any content word
_BESIDE: Sequence[tuple[str, int, Sequence[Set[str] | None]]] = (
    ("and behind", 1, (JOINING, _CONTENT)),
    ("and before", -1, (JOINING, _CONTENT)),
    ("preposition and word", 1, (PREPOSITIONS, ARTICLES, _CONTENT)),
    ("preposition and words", 1, (PREPOSITIONS, ARTICLES, _CONTENT, _CONTENT)),
    ("led in", -1, (ARTICLES, PREPOSITIONS)),
    ("word and preposition", -1, (ARTICLES, PREPOSITIONS, _CONTENT)),
    ("words and preposition", -1, (ARTICLES, PREPOSITIONS, _CONTENT, _CONTENT)),
    ("two words behind", 1, (_CONTENT, _CONTENT)),
    ("two words before", -1, (_CONTENT, _CONTENT)),
)
"""What a given term may grow by: the feature, 1 for the words behind a candidate and -1 for those before it, and their sorts."""


def may_grow(c: Candidate, given: bool) -> bool:
    """Return whether a candidate, which the user may have ``given``, is likely enough to grow, and is no quantity."""
    return c.odds >= (HOPELESS if given else _LEAST) and c.kind not in ("number", "date")


def grown(c: Candidate, english: EnglishText, skipped: bool, says: Says, given: bool) -> Iterator[Candidate]:
    """Yield the wider candidates to which a candidate grows that may.

    ``skipped`` says whether part of the term has no rendering yet, and ``given`` whether the user gave the term.
    ``says`` returns whether a word with a certain stem may render part of the candidate's Japanese.
    """
    for how, i, j in _wider(c.i, c.j, english, skipped, given):
        more = [*range(i, c.i), *range(c.j, j)]
        own = sum([says(c, english.stems[k]) for k in more])
        if how in _WORD_BESIDE and not (own or given):
            continue
        features: Features = {**c.features, f"grown {how}": 1.0, "grown by": float(len(more))}
        if own:
            features["grown by own words"] = own / len(more)
            romaji = any(p.kind == "romaji" for p in c.leaves)
            features["grown by own words of romaji"] = float(romaji)
            hyphenated = romaji and c.j - c.i > 1 and english.gaps[c.j - 2] in HYPHENS
            features["grown by the generic of romaji"] = float(hyphenated and how.startswith("word after"))
        if c.kind == "gloss":
            features["grown of a part of a gloss"] = 1 - c.features.get("gloss share", 0.0)
        yield c.grown(i, j, features)


def _wider(i: int, j: int, e: EnglishText, skipped: bool, given: bool) -> Iterator[tuple[str, int, int]]:
    left, right = _in_hyphens(i, j, e)
    if (left, right) != (i, j):
        yield "hyphen", left, right
    if given and j - i == 1 and j < len(e) and e.gaps[i] == " " and e.lexemes[j].lower in PREPOSITIONS:
        yield "preposition", i, j + 1
    if given and e.capitalised[i] and e.capitalised[j - 1]:
        left, right = _in_capitals(i, j, e)
        for a, b in sorted({(left, j), (i, right), (left, right)} - {(i, j)}):
            yield "capitals", a, b
    if j < len(e.forms) and e.gaps[j - 1] == " " and not e.lexemes[j].function and not _is_verb(j, e, given):
        yield "word after a part" if skipped else "word after", i, j + 1
    if i and e.gaps[i - 1] == " " and not e.lexemes[i - 1].function:
        yield "word before a part" if skipped else "word before", i - 1, j


def _is_verb(k: int, e: EnglishText, given: bool) -> bool:
    """Return whether word ``k`` is the verb of the phrase before it: groups *known* as, a plant *suffers* an accident.

    Of a term that the user has ``given``, an object says nothing: it may be a title.
    """
    has_object = k + 1 < len(e) and e.gaps[k] == " " and e.lexemes[k + 1].lower in DETERMINERS
    return e.lexemes[k].past or (has_object and not given)


def _in_hyphens(i: int, j: int, e: EnglishText) -> tuple[int, int]:
    """Return the words with all words that hyphens join to them, half-open."""
    while i and e.gaps[i - 1] in HYPHENS:
        i -= 1
    while j < len(e.forms) and e.gaps[j - 1] in HYPHENS:
        j += 1
    return i, j


def _in_capitals(i: int, j: int, e: EnglishText) -> tuple[int, int]:
    """Return the words with the capitalised words around them, half-open.

    On the left, a small word or a sentence border stops the growth.
    """
    left, right = i, j
    while left > max(0, i - _MOST_CAPITALS) and e.tight[left - 1] and e.capitalised[left - 1]:
        if e.lexemes[left - 1].function or e.sentences[left - 1] != e.sentences[i]:
            break
        left -= 1
    while right < min(len(e), j + _MOST_CAPITALS) and e.tight[right - 1] and e.capitalised[right]:
        right += 1
    return left, right


def grown_further(c: Candidate, english: EnglishText) -> Iterator[Candidate]:
    """Yield wider candidates for a given term, further than `grown` goes.

    They add a second rendering (loss *or damage*), a phrase joined by a preposition (faculty *of Law*, *party at a*
    distance), a preposition in front (*in the* course), or two words beside the candidate.
    """
    if c.kind not in ("number", "date"):
        for how, i, j in _further(c.i, c.j, english):
            yield c.grown(i, j, {**c.features, f"grown {how}": 1.0, "grown by": float(c.i - i + j - c.j)})


def _further(i: int, j: int, e: EnglishText) -> Iterator[tuple[str, int, int]]:
    for how, step, sorts in _BESIDE:
        beyond = _beyond(j if step > 0 else i - 1, step, sorts, e)
        if beyond is not None:
            yield (how, i, beyond) if step > 0 else (how, beyond + 1, j)
    left, right = _beyond(i - 1, -1, (_CONTENT,), e), _beyond(j, 1, (_CONTENT,), e)
    if left is not None and right is not None:
        yield "words around", left + 1, right


def _beyond(k: int, step: int, sorts: Sequence[Set[str] | None], e: EnglishText) -> int | None:
    """Return the word beyond words of these sorts, which follow each other from word `k` on; None if they do not.

    They are read from left to right if `step` is 1, and from right to left if it is -1. An article may be missing.
    """
    for sort in sorts:
        gap = k - 1 if step > 0 else k
        is_it = 0 <= gap < len(e) - 1 and e.gaps[gap] == " " and _is_of(sort, e.lexemes[k])
        if not is_it and sort is not ARTICLES:
            return None
        k += step * is_it
    return k


def _is_of(sort: Set[str] | None, word: Lexeme) -> bool:
    return not word.function if sort is _CONTENT else word.lower in sort
