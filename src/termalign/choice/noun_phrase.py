"""A part of a compound that nothing renders, and a word that renders nothing, within one noun phrase: they belong together.

会計監査人 is a *financial* auditor though no dictionary glosses 会計 so: 監査人 is *auditor*, *financial* stands between the
article and it, and no other term of the sentence wants the word.
"""

from collections.abc import Container

from termalign.choice.candidate import Candidate
from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES, PREPOSITIONS
from termalign.evidence.gloss import core_size
from termalign.evidence.part_weights import part_weights
from termalign.evidence.phrase import BESIDE

_BEFORE_NOUNS = (
    ARTICLES | (PREPOSITIONS - {"to"}) | frozenset("any each such no its their his her other or and".split())
)
_VERBAL = ("ed", "ing")
_MAKING = frozenset("make do give take have perform become get".split())
# The least weight of a morpheme that has a word of its own: an affix at the end may (差押状).
_MODIFIER, _HEAD = 1.0, 0.5


def completed(c: Candidate, english: EnglishText, wanted: Container[int]) -> Candidate:
    """The link with the word of its noun phrase that renders what is left over of its term, if there is one.

    Parameters
    ----------
    c : Candidate
        A link of a compound, as it has been chosen.
    english : EnglishText
        The English side.
    wanted : container of int
        Words that render something else, or may.
    """
    best = c.matches[0]
    partial = next((m for m in c.matches if m.rule == "partial"), None) if best.rule else None
    if partial is not None and _lacks_head(partial.forms[-1], c, english):
        return c._replace(j=_Phrase(english, wanted).with_noun(c.j))
    if not best.parts or best.rule or best.kind not in ("gloss", "composed") or c.term.proper:
        return c
    weights = part_weights(c.term)
    covered = [any(p.start <= m.start and m.end <= p.end for p in best.parts) for m in c.term.morphemes]
    rendered = [k for k, m in enumerate(covered) if m]
    last = rendered[-1] if rendered else 0
    left = [k for k, m in enumerate(covered) if not m and weights[k] >= (_HEAD if k > last else _MODIFIER)]
    if not left or not rendered or left[-1] - left[0] != len(left) - 1:
        return c
    phrase = _Phrase(english, wanted)
    if left[-1] < rendered[0]:
        i, j = phrase.with_modifier(c.i, c.j)
    elif rendered[-1] < left[0]:
        i, j = phrase.with_head(c.i, c.j)
    else:
        return c
    return c if (i, j) == (c.i, c.j) else c._replace(i=i, j=j)


def with_head(i: int, j: int, english: EnglishText, wanted: Container[int]) -> tuple[int, int]:
    """The words ``i:j`` with a noun after them, or one before *of*, that is no word of `wanted`; as they are if there is none.

    What follows a plural, an adverb or a past is taken for no noun.
    """
    last = english.lexemes[j - 1]
    before_noun = not last.lower.endswith(("ly", "ed")) and not (last.lower.endswith("s") and last.lower != last.lemma)
    return _Phrase(english, wanted).with_head(i, j, before_noun)


def modified(c: Candidate, english: EnglishText, wanted: Container[int]) -> Candidate:
    """The link of a term that has no modifier in the Japanese, with the one that its English has: 免除, *absolute* discharge.

    Parameters
    ----------
    c : Candidate
        A link, as it has been chosen.
    english : EnglishText
        The English side.
    wanted : container of int
        Words that render something else, or may.
    """
    head = english.lexemes[c.i].lower
    if c.j - c.i != 1 or c.matches[0].kind != "gloss" or c.term.proper or english.capitalised[c.i]:
        return c
    if head.endswith((*_VERBAL, "ly")):
        return c
    return c._replace(i=_Phrase(english, wanted).with_adjective(c.i))


def unbroken(c: Candidate, english: EnglishText) -> Candidate:
    """The link with the adverb that a noun made of a phrasal verb ends in: corporate spin-*off*."""
    more = c.j < len(english) and english.gap(c.j - 1) == "-" and english.lexemes[c.j].lower in PREPOSITIONS
    ends = more and (c.j + 1 == len(english) or english.gap(c.j) != "-")
    return c._replace(j=c.j + 1) if ends and c.matches[0].kind in ("gloss", "composed") else c


def nominal(c: Candidate, english: EnglishText) -> Candidate:
    """The link of a noun without the verb that a gloss makes a verb of it with: 陳述を, (make) *a statement*."""
    i = c.i
    if c.j - i < 2 or c.matches[0].kind != "gloss" or english.lexemes[i].lemma not in _MAKING:
        return c
    i += 1
    if english.lexemes[i].lower in ARTICLES and i + 1 < c.j:
        i += 1
    return c._replace(i=i)


def _lacks_head(text: str, c: Candidate, english: EnglishText) -> bool:
    """Whether the words are modifiers of a gloss alone: *monetary*, of a monetary penalty."""
    gloss = next((g for entry in c.term.words for g in entry.glosses if g.text == text), None)
    if gloss is None:
        return False
    head = core_size(gloss) - 1
    words = english.stems[c.i : c.j]
    return head > 0 and gloss.keys[head] not in words and gloss.keys[0] in words


class _Phrase:
    """Words around a rendering, as a noun phrase has them."""

    def __init__(self, english: EnglishText, wanted: Container[int]) -> None:
        self._english = english
        self._wanted = wanted

    def with_modifier(self, i: int, j: int) -> tuple[int, int]:
        """The words ``i:j`` with an adjective or noun before them, or a noun behind *of*."""
        k = i - 1
        if self._free(k) and self._beside(k) and (k == 0 or self._lower(k - 1) in _BEFORE_NOUNS):
            return k, j
        k = self._behind_of(j)
        return (i, k + 1) if k and self._free(k) and self._ends(k) else (i, j)

    def with_adjective(self, i: int) -> int:
        """Where words that begin at word `i` begin with the adjective before them, or `i`."""
        k = i - 1
        adjective = self._free(k) and self._beside(k) and not self._english.capitalised[k]
        if not adjective or self._lower(k).endswith(("ing", "ly")):
            return i
        return k if k == 0 or self._lower(k - 1) in _BEFORE_NOUNS else i

    def with_noun(self, j: int) -> int:
        """Where words that end before word `j` end with the noun after them, or `j`."""
        noun = self._free(j) and self._beside(j - 1) and not self._lower(j).endswith((*_VERBAL, "ly")) and self._ends(j)
        return j + (noun and not self._english.lexemes[j].past)  # owners of parent *fell*

    def with_head(self, i: int, j: int, before_noun: bool = True) -> tuple[int, int]:
        """The words ``i:j`` with a noun after them, if they may stand before one, or one before *of*."""
        if before_noun and self.with_noun(j) > j:
            return i, j + 1
        k = i - 1
        if k > 0 and self._lower(k) in ARTICLES:
            k -= 1
        if k > 1 and self._lower(k) == "of" and self._free(k - 1) and self._lower(k - 2) in _BEFORE_NOUNS:
            return k - 1, j
        return i, j

    def _behind_of(self, j: int) -> int:
        """The word behind *of*, if that follows directly; 0 if not."""
        if j + 1 >= len(self._english) or self._lower(j) != "of" or not self._beside(j - 1):
            return 0
        k = j + 2 if self._lower(j + 1) in ARTICLES else j + 1
        return k if k < len(self._english) else 0

    def _ends(self, k: int) -> bool:
        """Whether the phrase may end with word `k`: no article follows, as one would if it were a verb."""
        return k + 1 >= len(self._english) or self._english.gap(k) not in BESIDE or self._lower(k + 1) not in ARTICLES

    def _free(self, k: int) -> bool:
        return (
            0 <= k < len(self._english)
            and k not in self._wanted
            and not self._english.lexemes[k].function
            and self._lower(k).isalpha()
        )

    def _beside(self, k: int) -> bool:
        """Whether word `k` and the next belong to one phrase."""
        return self._english.gap(k) in BESIDE

    def _lower(self, k: int) -> str:
        return self._english.lexemes[k].lower
