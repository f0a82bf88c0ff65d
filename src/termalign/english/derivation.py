"""Derivational families: one key for anonymous and anonymity, investigate, investigation and investigative.

A key is not a word and is never shown. Suffixes are taken off in the order below, longest first, while enough of a word
is left, then the bound stem is brought to its verb's spelling (decis- → decid-). Pairs that no rule reaches (crime and
criminal, Wales and Welsh) stand in ``families.tsv``.
"""

import importlib.resources
from functools import cache

# (suffix, what replaces it, letters that must be left). Ordered: the first that fits is taken, then again from the top.
_SUFFIXES = (
    ("ification", "ifi", 2), ("izational", "", 3), ("ization", "", 3), ("ational", "", 3), ("fulness", "", 3), ("ousness", "", 3),
    ("iveness", "", 3), ("ator", "", 3), ("ability", "", 3), ("ibility", "", 3), ("ication", "ic", 3), ("arian", "", 4),
    ("ation", "", 3), ("ative", "", 3), ("atory", "", 3), ("ition", "", 4), ("itive", "", 4),
    ("iness", "", 3), ("ility", "il", 3), ("icity", "ic", 3), ("ality", "al", 3), ("osity", "", 3),
    ("ically", "ic", 3), ("ical", "ic", 3), ("ement", "", 4), ("ment", "", 4), ("ness", "", 3), ("ship", "", 4), ("hood", "", 3), ("less", "", 3),
    ("able", "", 3), ("ible", "", 3), ("ance", "", 4), ("ence", "", 4), ("ancy", "", 4), ("ency", "", 4),
    ("ious", "i", 4), ("eous", "", 4), ("ous", "", 4), ("ful", "", 3), ("ism", "", 4), ("ist", "", 4), ("ity", "", 4),
    ("ize", "", 4), ("ify", "ifi", 2), ("ate", "", 4), ("ant", "", 4), ("ent", "", 5), ("ive", "", 4), ("ory", "or", 4), ("ary", "ar", 4),
    ("tion", "t", 3), ("sion", "s", 2), ("ion", "", 4), ("ial", "i", 4), ("al", "", 4), ("ily", "", 3), ("ly", "", 3),
    ("ing", "", 3), ("ied", "i", 3), ("ed", "", 3), ("er", "", 4), ("or", "", 4), ("age", "", 4), ("ure", "", 4), ("th", "", 4), ("ery", "", 4),
    ("ic", "", 4), ("ee", "", 4), ("ty", "t", 4), ("dom", "", 4), ("y", "", 3), ("e", "", 2), ("i", "", 3),
)  # fmt: skip

# Bound stems of Latin verbs as nouns have them, and as the verb has them.
_BOUND = (
    ("cis", "cid"), ("vis", "vid"), ("clus", "clud"), ("fus", "fund"), ("tens", "tend"), ("pans", "pand"), ("pens", "pend"),
    ("fens", "fend"), ("hens", "hend"), ("miss", "mit"), ("cess", "ceed"), ("cept", "ceiv"), ("script", "scrib"), ("sumpt", "sum"),
    ("duct", "duc"), ("solut", "solv"), ("volut", "volv"), ("vers", "vert"), ("vas", "vad"), ("suas", "suad"), ("lus", "lud"), ("rupt", "rupt"),
)  # fmt: skip


# Words whose key would meet an unrelated word's (police and policy, university and universe).
_WHOLE = frozenset(
    "policy committee commission general university organ author generation assembly arm arms station national nation "
    "corporation operation position condition relation ration section fraction mission passion fashion portion million "
    "billion trillion religion region legion union onion opinion champion companion cushion lion notion motion potion "
    "native active passive massive motive captive image village message passage package language voyage stage page wage "
    "center enter letter matter water later better butter under number member order border former river never paper "
    "master sister brother mother father daughter winter summer temper proper super power tower flower shower corner "
    "party city duty beauty county country century factory history victory territory mercury treaty liberty property "
    "capital hospital animal metal total rural royal loyal canal signal journal medal petal real ideal deal meal "
    "science silence violence audience fence hence presence essence patient client moment comment cement parent talent "
    "student accident president document monument instrument department apartment garment element segment "
    "ancient recent decent event prevent invent planet market ticket figure nature future picture culture feature "
    "creature mixture measure treasure leisure pleasure injure season reason person poison prison lesson "
    "several mineral funeral admiral coral oral moral mural plural federal literal lateral "
    "lady body baby army navy study story glory ivory enemy family company "
    "series species business witness".split()
)


@cache
def _irregular() -> dict[str, str]:
    """Each word of ``families.tsv`` → the first of its line."""
    table = importlib.resources.files("termalign.english").joinpath("families.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {member: row[0] for row in rows for cell in row for member in cell.split()}


def family(lemma: str) -> str:
    """The key of a lower-case lemma's derivational family.

    Examples
    --------
    >>> family("anonymous") == family("anonymity"), family("decision") == family("decide")
    (True, True)
    >>> family("Wales".lower()) == family("welsh")
    True
    """
    word = _irregular().get(lemma, lemma)
    if len(word) < 5 or word in _WHOLE or not word.isalpha() or not word.isascii():
        return word
    return _undouble(_bound(_strip(word)))


def _strip(word: str) -> str:
    for _ in range(3):
        for suffix, replacement, least in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= least:
                word = word[: len(word) - len(suffix)] + replacement
                break
        else:
            break
    return word


def _bound(stem: str) -> str:
    for noun, verb in _BOUND:
        if stem.endswith(noun):
            return stem[: len(stem) - len(noun)] + verb
    return stem


def _undouble(stem: str) -> str:
    """plann- → plan-: the doubled consonant of an inflected form."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeioulsz":
        return stem[:-1]
    return stem
