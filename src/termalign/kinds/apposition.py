"""apposition: the English text itself gives the Japanese: X (日本語), 日本語 (X), X, short for 日本語."""

import re
from collections.abc import Iterator

from termalign.kana import is_romaji, latin_key
from termalign.kinds import offered
from termalign.kinds.kind import Filed, Kind, where
from termalign.kinds.match import Match, compared
from termalign.kinds.set_beside import Beside, beside
from termalign.phonetics import SAME_SOUND, similarity
from termalign.target.phrase import literal
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term
from termalign.text.scripts import JAPANESE

_JAPANESE = re.compile(f"[{JAPANESE}]")
_LONGEST = 12


def match(term: Term, target: Target) -> Iterator[Match]:
    """Yield the phrases next to the term's own characters in the English text."""
    if not target.japanese or term.surface not in target.english.text:
        return
    english = target.english
    named: set[tuple[str, ...]] = set()
    for start, end in _alone(term.surface, english.text):
        for phrase in beside(english.text, start, end):
            i, j, sure = _words(term, target, phrase)
            if not i < j <= i + _LONGEST or _JAPANESE.search(english.phrase(i, j)):
                continue
            yield Match(i, j, "apposition", (term.surface, english.phrase(i, j)))
            words = tuple(english.forms[i:j])
            if sure and phrase.link != "bare" and words not in named:
                named.add(words)
                yield from _repeated(term, target, i, j)


def _repeated(term: Term, target: Target, i: int, j: int) -> Iterator[Match]:
    """Yield the other occurrences of a phrase that the text has once given as the rendering of the term."""
    english = target.english
    for x, y in literal(english, english.forms[i:j]):
        if x != i:
            forms = (term.surface, english.phrase(i, j))
            yield Match(x, y, "apposition", forms, (), "repeated")


def _alone(surface: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of a term in a text without other Japanese before or after it, except a particle before it."""
    start = text.find(surface)
    while start >= 0:
        end = start + len(surface)
        alone = offered.BEGINS.match(text, start) and not _JAPANESE.match(text, end)
        if alone:
            yield start, end
        start = text.find(surface, end if alone else start + 1)


def _words(term: Term, target: Target, phrase: Beside) -> tuple[int, int, bool]:
    """Return the words of the phrase, and whether its borders are certain.

    If only one border is certain, the meaning or the sound of the term decides the other.
    """
    english = target.english
    i, j = english.words_in(phrase.start, phrase.end)
    if phrase.exact or i >= j:
        return i, j, True
    if not phrase.before:
        return (
            (*_forward(term, target, i, j), False) if phrase.link == "mark" else (i, _until(term, target, i, j), True)
        )
    first = max(i, j - _LONGEST)
    whole = _whole(term, target, first, j)
    if whole is not None:
        return whole, j, True
    accounted = _accounted(term, target, first, j)
    if phrase.link in ("bare", "mark") and not accounted and not english.forms[j - 1][0].isupper():
        return j, j, False
    head = _capitalised(target, first, j)
    if accounted:
        return min(accounted[0], head), j, True
    return head, j, phrase.link != "bare" and english.forms[j - 1][0].isupper()


def _whole(term: Term, target: Target, i: int, j: int) -> int | None:
    """Return the beginning of the words up to ``j`` that sound like the whole term, or None."""
    english = target.english
    starts = [k for k in range(i, j) if english.forms[k][0].isalpha() and not english.lexemes[k].function]
    if term.katakana:
        alike = max(((similarity(term.surface, " ".join(english.forms[k:j])), k) for k in starts), default=(0.0, j))
        return alike[1] if alike[0] >= SAME_SOUND else None
    return next((k for k in starts if latin_key("".join(x.lower for x in english.lexemes[k:j])) in term.keys), None)


def _forward(term: Term, target: Target, i: int, j: int) -> tuple[int, int]:
    """Return the phrase after a dash if the term accounts for some of it, otherwise an empty range."""
    return (i, j) if j - i <= _LONGEST // 2 and _accounted(term, target, i, j) else (i, i)


def _until(term: Term, target: Target, i: int, j: int) -> int:
    """Return the end of an announced phrase: after the last word that the term accounts for, or after its first capitals."""
    accounted = _accounted(term, target, i, j)
    if accounted:
        return accounted[-1] + 1
    end = i
    while end < j and target.english.forms[end][0].isupper():
        end += 1
    return end if end > i else j


def _accounted(term: Term, target: Target, i: int, j: int) -> list[int]:
    """Return the positions in ``i:j`` that the term accounts for, by meaning or sound, from the last gap up to ``j``."""
    english = target.english
    stems, keys = _known(term)
    good: list[int] = []
    for k in range(j - 1, i - 1, -1):
        lexeme = english.lexemes[k]
        if lexeme.stem in stems or _spoken(term, target, k, j, keys):
            good.append(k)
        elif not lexeme.function:
            break
    return good[::-1]


def _spoken(term: Term, target: Target, k: int, j: int, keys: frozenset[str]) -> bool:
    """Return whether the words from ``k`` sound like the term or part of it."""
    english = target.english
    joined = ""
    for x in range(k, min(j, k + 4)):
        joined += english.lexemes[x].lower
        if is_romaji(joined) and latin_key(joined) in keys:
            return True
    return False


@once_a_term
def _known(term: Term) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems that gloss the term or a part of it, and the keys of its readings."""
    parts = [term, *(term.part(k, k + 1) for k in range(len(term.morphemes)))]
    stems = {key for part in parts for gloss in part.gloss_keys for key in gloss}
    keys = {key for part in parts for key in part.keys if len(key) > 2}
    return frozenset(stems), frozenset(keys)


def _capitalised(target: Target, i: int, j: int) -> int:
    """Return the beginning of the capitalised words that end at ``j``, with linkers; a last word in lower case stands alone."""
    english = target.english
    start = j - 1
    if not english.forms[start][0].isupper():
        return start
    k = start
    while k > i and (english.forms[k - 1][0].isupper() or english.lexemes[k - 1].function):
        k -= 1
        if english.forms[k][0].isupper() and not english.lexemes[k].function:
            start = k
    return start


def _filed(term: Term) -> Iterator[Filed]:
    """Yield the Japanese, which the English text may contain."""
    if not term.surface.isascii():
        yield Filed(f"j:{term.surface}")


APPOSITION = Kind(
    "apposition",
    frozenset({"apposition"}),
    compared(match),
    term_keys=where(lambda term: not term.surface.isascii()),
    text_keys=where(lambda target: target.japanese),
    of_unlisted=True,
    filed=_filed,
    offered=offered.japanese,
)
