"""What a clip is short for, and the English of that: 経産省 → 経済産業省 → Ministry of Economy, Trade and Industry."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from termalign.english import gloss_keys
from termalign.evidence.bitext import Bitext
from termalign.evidence.composed import compose
from termalign.evidence.composition import as_match
from termalign.evidence.gloss import IN_PART, GlossMatcher
from termalign.evidence.listed_name import ListedNameMatcher
from termalign.evidence.loanword import LoanwordMatcher
from termalign.evidence.match import Match, Matcher
from termalign.evidence.part_places import places
from termalign.evidence.phrase import windows
from termalign.evidence.romaji import RomajiMatcher
from termalign.evidence.term import Term, once_a_term
from termalign.evidence.term_cache import TermCache
from termalign.japanese.tagger import morphemes

_CHAIN = 0.95  # the clip may also be short for something else
_LEAST = 0.6
_WHOLE = 0.9  # a full form composed of fewer of its parts is another word
_ABBREVIATES = re.compile(r"^\(abbr\.?\)\s*|\s*\([^()]*\)")
_MARKED = re.compile(r"^\(abbr\.?\)|\babbr\b")
MatchesOf = Callable[[Term], Sequence[Match]]
#: Kinds of evidence that a full form is asked for; all of them look at a term by itself.
_MATCHERS: tuple[Matcher, ...] = (GlossMatcher(), RomajiMatcher(), ListedNameMatcher(), LoanwordMatcher())


@once_a_term
def is_clip(term: Term) -> bool:
    """Whether a dictionary says that the term is short for something."""
    clip = any(entry.clip_of for entry in term.words) or bool(term.names and clipped_names(term))
    return clip and len(term.surface) > 1


@once_a_term
def full_forms(term: Term) -> tuple[Term, ...]:
    """The Japanese that the term is short for, by the dictionary of words."""
    found = dict.fromkeys(full for entry in term.words for full in entry.clip_of if full != term.surface)
    cache = TermCache(term.lexicon)
    return tuple(cache.get(full, cut) for full in found if (cut := morphemes(full)))


@once_a_term
def clipped_names(term: Term) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """English that the dictionary of names gives for a name it marks as an abbreviation, and its keys."""
    if not term.names:
        return ()
    if not any("abbr" in n.romaji or "abbr" in n.note for n in term.names):
        return ()
    texts = [_ABBREVIATES.sub("", n.romaji) for n in term.names if _MARKED.search(n.romaji) or _MARKED.search(n.note)]
    return tuple((text, keys) for text in dict.fromkeys(texts) if len(keys := gloss_keys(text)) > 1)


def through_full_form(
    term: Term, bitext: Bitext, matches_of: MatchesOf | None = None
) -> Iterator[tuple[int, int, float, tuple[str, ...]]]:
    """English words that render what the term is short for.

    Parameters
    ----------
    matches_of : callable, optional
        What `asked` matchers say of a full form, or of a part of one.

    Yields
    ------
    tuple of (int, int, float, tuple of str)
        Words ``i:j``, how sure, and what was compared.
    """
    for text, keys in clipped_names(term):
        for i, j, _ in windows(bitext.english, keys):
            yield i, j, _CHAIN, (term.surface, text)
    for full in full_forms(term):
        for m in _of_full_form(full, bitext, matches_of or partial(_matches, bitext)):
            strength = m.strength * m.coverage
            if strength >= _LEAST and m.rule not in IN_PART:
                yield m.i, m.j, _CHAIN * strength, (term.surface, full.surface, *m.forms[1:])


def _of_full_form(full: Term, bitext: Bitext, matches_of: MatchesOf) -> Iterator[Match]:
    whole = matches_of(full)
    yield from whole
    if len(full.morphemes) > 1 and not any(m.strength * m.coverage >= _LEAST and m.rule not in IN_PART for m in whole):
        for c in compose(full, bitext, places(full, matches_of)):
            match = as_match(full, c)
            if match.coverage >= _WHOLE:
                yield match


def _matches(bitext: Bitext, term: Term) -> list[Match]:
    return [m for matcher in asked(term) for m in matcher.match(term, bitext)]


@once_a_term
def asked(term: Term) -> tuple[Matcher, ...]:
    """Those of the matchers that can say anything of a full form, or of a part of one."""
    return tuple([matcher for matcher in _MATCHERS if matcher.applies(term)])
