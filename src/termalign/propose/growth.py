"""Growth: the same candidate with more English, where the text itself shows that words belong together."""

from collections.abc import Callable, Iterator

from termalign.english.function_words import PREPOSITIONS
from termalign.english.phrasal import adverbs_with
from termalign.english.text import HYPHENS, EnglishText
from termalign.kinds.kind import Features
from termalign.propose.candidate import Candidate

Says = Callable[[Candidate, str], bool]

_LEAST, _LEAST_OF_GIVEN = -0.5, -2.5  # log odds: what is less likely does not grow
_WORD_BESIDE = frozenset({"word after", "word before"})


def grown(c: Candidate, english: EnglishText, skipped: bool, says: Says, given: bool) -> Iterator[Candidate]:
    """What a candidate may grow to.

    Parameters
    ----------
    skipped : bool
        Whether a part of the term is rendered by nothing yet.
    says : callable
        Whether a part of the candidate's Japanese may be said by a word with a family key.
    given : bool
        Whether the user points at the term.
    """
    if c.odds < (_LEAST_OF_GIVEN if given else _LEAST) or c.kind in ("number", "date"):
        return
    for how, i, j in _wider(c.i, c.j, english, skipped):
        more = [*range(i, c.i), *range(c.j, j)]
        own = sum(says(c, english.stems[k]) for k in more)
        if how in _WORD_BESIDE and not (own or given):
            continue
        features: Features = {**c.features, f"grown {how}": 1.0, "grown by": float(len(more))}
        if own:
            features["grown by own words"] = own / len(more)
            features["grown by own words of romaji"] = float(any(p.kind == "romaji" for p in c.leaves))
        if c.kind == "gloss":
            features["grown of a part of a gloss"] = 1 - c.features.get("gloss share", 0.0)
        yield c.grown(i, j, features)


def _wider(i: int, j: int, e: EnglishText, skipped: bool) -> Iterator[tuple[str, int, int]]:
    left, right = i, j
    while left and e.gap(left - 1) in HYPHENS:
        left -= 1
    while right < len(e) and e.gap(right - 1) in HYPHENS:
        right += 1
    if (left, right) != (i, j):
        yield "hyphen", left, right
    if j - i == 1 and j < len(e) and e.gap(i) == " " and e.lexemes[j].lower in adverbs_with(e.lexemes[i].lemma):
        yield "particle", i, j + 1
    elif j - i == 1 and j < len(e) and e.gap(i) == " " and e.lexemes[j].lower in PREPOSITIONS:
        yield "preposition", i, j + 1
    if e.capitalised[i] and e.capitalised[j - 1]:
        left, right = i, j
        while left and e.tight[left - 1] and e.capitalised[left - 1] and not e.lexemes[left - 1].function:
            if e.sentences[left - 1] != e.sentences[i]:
                break
            left -= 1
        while right < len(e) and e.tight[right - 1] and e.capitalised[right]:
            right += 1
        for a, b in sorted({(left, j), (i, right), (left, right)} - {(i, j)}):
            yield "capitals", a, b
    if j < len(e) and e.gap(j - 1) == " " and not e.lexemes[j].function:
        yield "word after a part" if skipped else "word after", i, j + 1
    if i and e.gap(i - 1) == " " and not e.lexemes[i - 1].function:
        yield "word before a part" if skipped else "word before", i - 1, j
