"""gloss, doubled: two renderings of a term side by side, or with *or* or *and* between them: 損害, *loss or damage*.

Laws and contracts say in two words what Japanese says in one. What the second word shares with the first may be left out:
*person with a mental disorder or disability*.
"""

from collections.abc import Iterator, Sequence

from termalign.english.function_words import JOINING
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term

DOUBLED = "doubled"
_LEAST = 0.8


def doubled(term: Term, matches: Sequence[Match], bitext: Bitext) -> Iterator[Match]:
    """Pairs of glosses, as they stand or the second without what the first has said.

    Parameters
    ----------
    matches : sequence of Match
        Where glosses of the term stand, and parts of them.
    """
    english = bitext.english
    yield from _side_by_side(term, matches, bitext)
    joints = {k for word in JOINING for k in english.by_stem.get(word, ()) if 0 < k < len(english.forms) - 1}
    joints = {k for k in joints if english.gaps[k - 1] == " " == english.gaps[k]}
    if not joints:
        return
    whole = [m for m in matches if not m.rule and m.strength >= _LEAST]
    for m in whole:
        if m.j not in joints:
            continue
        for o in matches:
            if o.i == m.j + 1 and _says_other(o, m, term, bitext):
                strength = 1.0 - (1.0 - m.strength) * (1.0 - o.strength)
                yield Match(m.i, o.j, "gloss", strength, 1.0, (term.surface, english.phrase(m.i, o.j)), (), DOUBLED)


def _side_by_side(term: Term, matches: Sequence[Match], bitext: Bitext) -> Iterator[Match]:
    """One gloss before the other as its modifier: *religious belief*, of 信仰."""
    if term.katakana:
        return  # a lamp *lights*
    english = bitext.english
    single = {m.i: m for m in matches if not m.rule and m.strength >= _LEAST and m.j == m.i + 1}
    for i, m in single.items():
        o = single.get(i + 1)
        if o is not None and english.gaps[i] == " " and _modifies(i, bitext):
            strength = 1.0 - (1.0 - m.strength) * (1.0 - o.strength)
            yield Match(i, i + 2, "gloss", strength, 1.0, (term.surface, english.phrase(i, i + 2)), (), DOUBLED)


def _modifies(i: int, bitext: Bitext) -> bool:
    """Whether word `i` may be a modifier of the next: no inflected verb, no function word, and another word than that."""
    english = bitext.english
    modifier, head = english.lexemes[i : i + 2]
    if modifier.inflected or modifier.function or head.function or modifier.stem == head.stem:
        return False
    return english.capitalised[i] == english.capitalised[i + 1]


def _says_other(o: Match, m: Match, term: Term, bitext: Bitext) -> bool:
    """Whether `o` is another gloss, whole or without the words that `m` has."""
    stems = bitext.english.stems
    said = set(stems[m.i : m.j])
    if not o.rule:
        return o.strength >= _LEAST and said.isdisjoint(stems[o.i : o.j])
    if o.rule != "partial" or not said.isdisjoint(stems[o.i : o.j]):
        return False
    own = set(stems[o.i : o.j])
    return any(set(keys) - own <= said for keys in term.gloss_keys if own < set(keys))
