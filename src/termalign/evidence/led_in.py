"""What a gloss leads in with, and a text has too: *without* delay, *in* good faith, (*paid*) leave, *on*-site inspection.

The keys that glosses are looked up by leave out prepositions and what stands in brackets; a rendering that has them as the
dictionary does has them as a part of it.
"""

import re

from termalign.cached import cached
from termalign.english import EnglishText, lexeme
from termalign.english.function_words import ARTICLES, PREPOSITIONS
from termalign.english.phrasal import adverbs_with
from termalign.english.text import WORD
from termalign.evidence.phrase import BESIDE
from termalign.lexicon import Gloss

_ASIDE = re.compile(r"[(\[]")
_LEADING = (PREPOSITIONS - {"of", "to"}) | {"non", "not", "no", "this"}
_TURNING = frozenset(
    "before after without against outside beyond below above under over until since non not no".split()
)
_APART = 4  # words: pointed *the mistake* out
_REMARKS = frozenset("esp usu e.g eg i.e ie cf etc lit orig abbr or and of to".split())


def led_in(gloss: Gloss, english: EnglishText, i: int) -> int:
    """Where the rendering that begins at word `i` begins with what the gloss leads in with, or `i`."""
    if gloss.text.isalpha():  # one word, which is what it was found by
        return i
    lead = _lead(gloss)
    if not lead:
        return i
    start = at = i
    for word in reversed(lead):
        if at == 0 or english.gap(at - 1) not in BESIDE:
            break
        before = english.lexemes[at - 1]
        if word in ARTICLES:
            at -= before.lower in ARTICLES
        elif word in (before.lower, before.lemma):
            at -= 1
            start = at
        else:
            break
    return start


def is_turned(gloss: Gloss) -> bool:
    """Whether what the gloss leads in with makes another thing of it: *before* tax, *without* charge."""
    return not gloss.text.isalpha() and not _TURNING.isdisjoint(_lead(gloss))


def is_other_verb(gloss: Gloss, english: EnglishText, i: int) -> bool:
    """Whether word `i` is a verb with an adverb that the gloss has not, or without that which it has: *voted down* is no *vote
    against*, and a *point* no *pointing out*.
    """
    adverbs = adverbs_with(english.lexemes[i].lemma)
    if not adverbs:
        return False
    text = gloss.text.lower()
    following = [x.lower for x in english.lexemes[i + 1 : i + 1 + _APART]]
    if following and english.gap(i) == " " and following[0] in adverbs:
        return following[0] not in text
    _, space, adverb = text.rpartition(" ")
    return bool(space) and adverb in adverbs and adverb not in following


@cached(65536)
def _lead(gloss: Gloss) -> tuple[str, ...]:
    """The words of the gloss before its first key: prepositions with their articles, and a word in brackets."""
    if not gloss.keys:
        return ()
    text = gloss.text
    in_brackets = text[:1] in "(["
    if in_brackets:
        inside, _, rest = text[1:].partition(")" if text[0] == "(" else "]")
        words = [m.group().lower() for m in WORD.finditer(inside)]
        if len(words) != 1 or words[0] in _REMARKS or not rest.startswith(" "):
            return ()
        return (words[0],)
    lead: list[str] = []
    for m in WORD.finditer(_ASIDE.split(text)[0]):
        word = m.group().lower()
        if lexeme(m.group()).stem == gloss.keys[0]:
            return tuple(lead) if any(w in _LEADING for w in lead) else ()
        if word not in _LEADING and word not in ARTICLES:
            return ()
        lead.append(word)
    return ()
