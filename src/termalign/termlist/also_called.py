"""What an article goes on to call what it has named in full: what stands in brackets behind it, a team's own name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from termalign.choice import Candidate
from termalign.english.headlines import in_headlines
from termalign.evidence.apposition import names_beside
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match, Part
from termalign.evidence.naming.beside import after
from termalign.evidence.naming.generics import all_phrases
from termalign.evidence.term import Term
from termalign.kana import all_katakana, is_romaji, latin_key
from termalign.score import COVERED

_SURE: Final = 0.6  # score of the full name
_ALIAS: Final = 0.9  # of the full name's score
_LETTERS: Final = re.compile(r"[A-Z]{3,7}")
_LEAST_READ: Final = 4  # letters
_NAMED: Final = frozenset({"gloss", "composed", "name"})
_SURELY: Final = 0.85
_AGAIN: Final = 0.8
_SOUND: Final = frozenset({"name", "romaji", "loanword", "context"})
_CLOSE: Final = frozenset({" ", "-"})
_PERSON: Final = frozenset({"full", "sino"})


def also_called(candidates: Sequence[Candidate], bitext: Bitext) -> list[Candidate]:
    """The candidates of one term, and those for other names that the text gives it.

    Parameters
    ----------
    candidates : sequence of Candidate
        All mentions of the term that anything speaks for.
    bitext : Bitext
        The text.
    """
    english = bitext.english
    several = [c for c in candidates if c.score >= _SURE and c.j - c.i > 1]
    full = [c for c in several if _is_name(c, bitext)]
    people = [
        c
        for c in several
        if c.j - c.i == 2 and c.score >= _SURELY and not english.lexemes[c.j - 1].known and _family(c)
    ]
    if not (full or people):
        return list(candidates)
    best: dict[tuple[int, int], Candidate] = {(c.i, c.j): c for c in candidates}
    others = [more for c in full for more in (*_in_brackets(c, bitext), *_by_last_word(c, candidates, bitext))]
    others += [more for c in people for more in _by_family_name(c, bitext)]
    for more in others:
        known = best.get((more.i, more.j))
        if known is None or known.score < more.score:
            best[more.i, more.j] = more
    return sorted(best.values(), key=lambda c: (c.i, c.j))


def _family(c: Candidate) -> tuple[int, int] | None:
    """The word that renders the beginning of a person's name of two words: *Tamaki*, of Denny Tamaki for 玉城デニー."""
    for m in c.matches:
        if m.coverage >= COVERED and m.kind in ("name", "composed") and len(m.parts) == 2 and not _names_body(m):
            first, second = sorted(m.parts)
            sound = {first.kind, second.kind} <= _SOUND and first.end == second.start
            if sound and first.j - first.i == second.j - second.i == 1 and second.end == len(c.term.surface):
                return first.i, first.end
    return None


def _names_body(m: Match) -> bool:
    return m.rule.startswith("organisation")


def _by_family_name(c: Candidate, bitext: Bitext) -> Iterator[Candidate]:
    """The family name of a person who has been named in full, wherever it stands by itself."""
    found = _family(c)
    if found is None:
        return
    word, end = found
    english, capital = bitext.english, bitext.english.capitalised
    for k, form in enumerate(english.forms):
        beside = (k and capital[k - 1] and english.gap(k - 1) in _CLOSE) or (
            k + 1 < len(english) and capital[k + 1] and english.gap(k) in _CLOSE
        )
        beside = beside and k not in in_headlines(english)
        if form == english.forms[word] and k != word and not beside and after(k + 1, all_phrases(), bitext) is None:
            part = Part(0, end, k, k + 1, "name", _AGAIN)
            match = Match(k, k + 1, "name", _AGAIN, _AGAIN, (c.term.surface, form), (part,), "family-again")
            yield c._replace(i=k, j=k + 1, matches=(match,), score=c.score * _AGAIN)


def _is_name(c: Candidate, bitext: Bitext) -> bool:
    """Whether the mention is the full name, in capitals, of what is no person."""
    capital = bitext.english.capitalised
    best = c.matches[0]
    named = best.kind in _NAMED and best.rule not in _PERSON and max(m.coverage for m in c.matches) >= COVERED
    return named and capital[c.i] and capital[c.j - 1]


def _in_brackets(c: Candidate, bitext: Bitext) -> Iterator[Candidate]:
    """Letters in brackets right after a name, and wherever else they stand: the Washington Convention (*CITES*)."""
    english = bitext.english
    k = c.j
    if k >= len(english):
        return
    named = next((i for i, j in names_beside(bitext)[0].get(k, ()) if j == i + 1), k)
    if named == k and (english.gap(k - 1) != " (" or english.gap(k)[:1] not in (")", ";", ",")):
        return
    k = named
    short = english.forms[k]
    if _LETTERS.fullmatch(short):
        kind = "acronym"
        if any(first <= k < last for (first, last), _, _ in bitext.definitions):
            return
    elif _is_read_so(short, c.term):
        kind = "romaji"
    else:
        return
    for at, form in enumerate(english.forms):
        if form == short:
            match = c.matches[0]._replace(i=at, j=at + 1, kind=kind, forms=(english.phrase(c.i, c.j), short), parts=())
            yield c._replace(i=at, j=at + 1, matches=(match._replace(rule=""),), score=c.score * _ALIAS)


def _is_read_so(word: str, term: Term) -> bool:
    """Whether a word with a capital is the reading of some of a name: the Japan Innovation Party (*Ishin*), of 日本維新の会."""
    if not word.istitle() or len(word) < _LEAST_READ or not is_romaji(word):
        return False
    key, n = latin_key(word), len(term.morphemes)
    return any(key in term.part(a, b).keys for a in range(n) for b in range(a + 1, n + 1) if b - a < n)


def _by_last_word(c: Candidate, candidates: Sequence[Candidate], bitext: Bitext) -> Iterator[Candidate]:
    """The last word of a name that is one in the plural, with an article and by itself: the *Tigers*, of the Hanshin Tigers."""
    english = bitext.english
    stem, capital = english.stems[c.j - 1], english.capitalised
    if not english.forms[c.j - 1].endswith("s") or not all_katakana(c.term.morphemes[-1].surface):
        return
    for o in candidates:
        k = o.i
        alone = o.j == k + 1 and k and english.stems[k] == stem and capital[k] and english.lexemes[k - 1].lower == "the"
        goes_on = o.j < len(english) and capital[o.j] and english.gap(k) == " "
        if alone and not goes_on:
            yield o._replace(score=max(o.score, c.score * _ALIAS))
