"""Derivational families: one key for anonymous and anonymity, investigate, investigation and investigative.

A key is not a word and is never shown. Suffixes are removed in the order below, longest first, as long as enough of the word
remains. Then the bound stem gets its verb's spelling (decis- → decid-). Pairs that no rule covers (crime and criminal, Wales
and Welsh) are listed in ``families.tsv``.
"""

from functools import cache

from termalign.tables import read_table

# (suffix, its replacement, least number of letters that must remain). The first match applies, then the search restarts.
_SUFFIXES = (
    ("ification", "ifi", 2), ("izational", "", 3), ("ization", "", 3), ("ational", "", 3), ("fulness", "", 3),
    ("lysis", "lyz", 2), ("lytic", "lyz", 2), ("lyst", "lyz", 3), ("osis", "ot", 3), ("esis", "et", 4), ("asis", "at", 4),
    ("esize", "et", 4), ("ecular", "ecul", 3), ("cular", "cl", 3), ("gular", "gl", 2), ("ular", "ul", 3),
    ("ousness", "", 3), ("iveness", "", 3), ("ator", "", 3), ("ability", "", 3), ("ibility", "", 3),
    ("ication", "ic", 3), ("arian", "", 4), ("ation", "", 3), ("ative", "", 3), ("atory", "", 3), ("ition", "", 4),
    ("itive", "", 4), ("iness", "", 3), ("ility", "il", 3), ("icity", "ic", 3), ("ality", "al", 3),
    ("osity", "", 3), ("ically", "ic", 3), ("ical", "ic", 3), ("ement", "", 4), ("ment", "", 4), ("ness", "", 3),
    ("ship", "", 4), ("hood", "", 3), ("able", "", 3), ("ible", "", 3), ("ance", "", 4),
    ("ence", "", 4), ("ancy", "", 4), ("ency", "", 4), ("ious", "i", 4), ("eous", "", 4), ("ous", "", 4),
    ("ful", "", 3), ("ism", "", 4), ("ist", "", 4), ("ity", "", 4), ("ize", "", 4), ("ify", "ifi", 2),
    ("ate", "", 4), ("ant", "", 4), ("ent", "", 5), ("ive", "", 4), ("ory", "or", 4), ("ary", "ar", 4),
    ("tion", "t", 3), ("sion", "s", 2), ("ion", "", 4), ("ial", "i", 4), ("al", "", 4), ("ily", "", 3),
    ("ly", "", 3), ("ing", "", 3), ("ied", "i", 3), ("ed", "", 3), ("er", "", 4), ("or", "", 4), ("age", "", 4),
    ("ure", "", 4), ("th", "", 4), ("ery", "", 4), ("ic", "", 4), ("ee", "", 4), ("ty", "t", 4), ("dom", "", 4),
    ("y", "", 3), ("e", "", 2), ("i", "", 3),
)  # fmt: skip

_BY_LAST_LETTER = {
    letter: tuple(row for row in _SUFFIXES if row[0][-1] == letter) for letter in {row[0][-1] for row in _SUFFIXES}
}

# Bound stems of Latin verbs, in nouns and in the verb.
_BOUND = (
    ("cis", "cid"), ("vis", "vid"), ("clus", "clud"), ("tens", "tend"), ("pans", "pand"),
    ("pens", "pend"), ("fens", "fend"), ("hens", "hend"), ("miss", "mit"), ("cess", "ceed"), ("cept", "ceiv"),
    ("script", "scrib"), ("sumpt", "sum"), ("duct", "duc"), ("solut", "solv"), ("volut", "volv"), ("vers", "vert"),
    ("vas", "vad"), ("suas", "suad"), ("lus", "lud"), ("rupt", "rupt"), ("hibit", "hib"), ("posit", "pos"), ("sorpt", "sorb"),
    ("corros", "corrod"), ("eros", "erod"), ("adhes", "adher"), ("cohes", "coher"), ("collis", "collid"), ("trus", "trud"),
    ("abras", "abrad"),
)  # fmt: skip
_NOUNS = tuple([noun for noun, _ in _BOUND])

_SHORTEST = 5  # letters: a shorter word is its own key
_STEPS = 3  # the most suffixes removed

# Words whose key would equal that of an unrelated word (police and policy, university and universe).
_WHOLE = frozenset(
    "policy committee commission general university organ author generation assembly arm arms station national "
    "nation corporation operation position condition ration section fraction mission passion fashion portion "
    "million billion trillion religion region legion union onion opinion champion companion cushion lion notion "
    "motion potion native active passive massive motive captive image village message passage package language "
    "voyage stage page wage center enter letter matter water later better butter under number member order border "
    "former river never paper master sister brother mother father daughter winter summer temper proper super "
    "power tower flower shower corner party city duty beauty county country century factory history victory "
    "territory mercury treaty liberty property capital hospital animal metal total rural royal loyal canal signal "
    "journal medal petal real ideal deal meal science silence violence audience fence hence presence essence "
    "patient client moment comment cement parent talent student accident president document monument instrument "
    "department apartment garment element segment ancient recent decent event prevent invent planet market ticket "
    "figure nature future picture culture feature creature mixture measure treasure leisure pleasure injure "
    "season reason person poison prison lesson several mineral funeral admiral coral oral moral mural plural "
    "federal literal lateral lady body baby army navy study story glory ivory enemy family company series species "
    "business witness career carry movie survey every everything version verse vertical conversation gradual "
    "initial apply appeal early partition informal formal internal international allegiance customer courteous "
    "statement ready majority minority virtue virtual liter literate tense tender serious serial senior generate "
    "generic generous nominal evening hearth paste scripture script accessory precious process procession unite "
    "unity string spring shoulder capable plane barrier bare constable constant suffer instance instant thirty "
    "forty fifty sixty seventy eighty ninety posture posterity implement pottery commence comedy battalion bitter "
    "portable hostage forgive novel socialist sector notable sincere inferior superior texture banner interval "
    "lineage lining quite consist persist gravity nursery sentence sandal stripe coalition shine whiskey shutter "
    "complement irony affection lottery mentor mention latter terminal delicious spectator public office officer "
    "official manner pressure faction factor secretion severe objective community communist communicate morale "
    "competent pendant template wander massage protestant suite surgery sweater tradition traitor venture "
    "adventure corpse organize organic important restore designate currency necessary society social massacre "
    "theater empire volcano agriculture radioactive traffic principal principle minor major ordinary curious "
    "furious glorious various obvious serve server gallery battery bakery "
    "authority hospitality hospitable stationery stationary star stare organism specie useless careless lawyer "
    "activist appliance carrier carriage compliment conceal contention counter deter directory expedition experiment fairy "
    "classic feud intense gradient monkey petty polite primitive professor respective rubber scar soldier universal footage "
    "annular depose repository particular regular irregular singular insular "
    "frontier laboratory agency confidential emergency referee allegory defendant lessee lessor renter".split()
)


@cache
def _irregular() -> dict[str, str]:
    """Return, for each word of ``families.tsv``, the first word of its line."""
    rows = read_table(__package__, "families.tsv")
    return {member: row[0] for row in rows for cell in row for member in cell.split()}


def family(lemma: str) -> str:
    """Return the key of a lower-case lemma's derivational family.

    >>> family("anonymous") == family("anonymity"), family("decision") == family("decide")
    (True, True)
    >>> family("wales") == family("welsh"), family("police") == family("policy")
    (True, False)
    """
    word = _irregular().get(lemma, lemma)
    if len(word) < _SHORTEST or word in _WHOLE or not word.isalpha() or not word.isascii():
        return word
    stem = word
    for _ in range(_STEPS):
        shorter = _strip(stem)
        if shorter == stem:
            break
        stem = shorter
        if _listed(stem, word):  # nationally becomes national, which is kept; industrialize belongs to industrial
            return family(stem)
    return _undouble(_bound(stem))


def _listed(stem: str, word: str) -> bool:
    """Return whether a table gives the family of `stem`, other than as the family of `word`."""
    return stem in _WHOLE or (len(stem) >= _SHORTEST and _irregular().get(stem, word) != word)


def _strip(word: str) -> str:
    for suffix, replacement, least in _BY_LAST_LETTER.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            return word[: len(word) - len(suffix)] + replacement
    return word


def _bound(stem: str) -> str:
    if stem.endswith(_NOUNS):
        for noun, verb in _BOUND:
            if stem.endswith(noun):
                return stem[: len(stem) - len(noun)] + verb
    return stem


def _undouble(stem: str) -> str:
    """Return a stem without the doubled consonant of an inflected form: plann- → plan-."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeioulsz":
        return stem[:-1]
    return stem
