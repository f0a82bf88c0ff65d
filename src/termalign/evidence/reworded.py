"""A gloss of several words of which the text has another word for one: monetary *penalty*, monetary *sanction*.

Likeness alone says little of a word. In the place of the word that it is like, among the other words of the gloss, it says more.
"""

from collections.abc import Iterator, Sequence

from termalign.cached import cached
from termalign.english import EnglishText, lexeme
from termalign.english.function_words import LINKERS, PREPOSITIONS
from termalign.english.text import WORD
from termalign.evidence.bitext import Bitext
from termalign.evidence.embedding import code, likeness
from termalign.evidence.led_in import led_in
from termalign.evidence.match import Match
from termalign.evidence.phrase import BESIDE, linked
from termalign.evidence.term import Term
from termalign.lexicon import Gloss

REWORDED = "reworded"
_MOST_KEYS = 3  # of a longer gloss there is much that the text may have left out
_LEAST = 0.3
_FURTHEST = 3  # words that link two words of a phrase
_WHOSE = frozenset("its their his her your our my one".split())
_BETWEEN = LINKERS | _WHOSE


def reworded(term: Term, glosses: Sequence[Gloss], partial: Sequence[Match], bitext: Bitext) -> Iterator[Match]:
    """What stands for a gloss where all of its words but the first or the last do.

    Parameters
    ----------
    glosses : sequence of Gloss
        The glosses of the term.
    partial : sequence of Match
        Where a part of one of them stands; its text is the last of their forms.
    """
    english = bitext.english
    by_text = {gloss.text: gloss for gloss in glosses if 1 < len(gloss.keys) <= _MOST_KEYS}
    for m in partial:
        gloss = by_text.get(m.forms[-1])
        if gloss is None:
            continue
        stems = english.stems[m.i : m.j]
        if gloss.keys[0] in stems and set(gloss.keys[1:-1]).issubset(stems):
            missing, k = gloss.keys[-1], _next_word(english, m.j, 1, _phrasal(gloss))
        elif gloss.keys[-1] in stems and set(gloss.keys[1:-1]).issubset(stems):
            missing, k = gloss.keys[0], _next_word(english, m.i - 1, -1, _phrasal(gloss))
        else:
            continue
        if k is None or english.capitalised[k] or missing in _named(gloss):  # the Pacific has no other ocean
            continue
        if k >= m.j and english.lexemes[k].past and english.stems[k + 1 : k + 2] == ["by"]:
            continue  # a funeral *attended* by many is no funeral service
        wanted, said = code(missing), code(english.stems[k])
        how_like = likeness(wanted, said) if wanted is not None and said is not None else 0.0
        if how_like >= _LEAST:
            i, j = min(m.i, k), max(m.j, k + 1)
            strength = 0.5 + 0.5 * how_like
            first = led_in(gloss, english, i)
            for start in (i, first) if first < i else (i,):
                forms = (term.surface, gloss.text, english.phrase(start, j))
                yield Match(start, j, "gloss", strength, 1.0, forms, (), REWORDED)


def _next_word(english: EnglishText, at: int, step: int, phrasal: bool) -> int | None:
    """The first word of meaning from word `at` on that belongs to one phrase with the word before; none if there is none.

    `phrasal`: linking words and possessives may stand between.
    """
    k, last = at, at - step
    while 0 <= k < len(english.forms) and abs(k - at) <= (_FURTHEST if phrasal else 0):
        if english.gap(min(k, k - step)) not in BESIDE:
            return None
        if not english.lexemes[k].function:
            left, right = min(k, last), max(k, last)
            return k if linked(english, left, right, linkers=_BETWEEN) else None
        k += step
    return None


@cached(65536)
def _named(gloss: Gloss) -> frozenset[str]:
    """Keys of the gloss that are written with a capital."""
    return frozenset(lexeme(m.group()).stem for m in WORD.finditer(gloss.text) if m.group()[0].isupper())


@cached(65536)
def _phrasal(gloss: Gloss) -> bool:
    """Whether the gloss has a preposition between its words."""
    words = [m.group().lower() for m in WORD.finditer(gloss.text)]
    return any(word in PREPOSITIONS for word in words[1:])
