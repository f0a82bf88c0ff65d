"""The dictionary entries of a term, with glosses reworded as English would name them.

Without *Japanese* or *the art of*, without *Corp.*, with another generic.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from termalign.english import gloss_keys
from termalign.kana import is_romaji, kana_keys, latin_key
from termalign.lexicon import Gloss, NameEntry, WordEntry
from termalign.tables import read_table
from termalign.terms.term import Term

_LIGHT_VERB = "為る"  # する, as UniDic writes its lemma
REPHRASED = "rephrased"  # the note of a gloss made here, which renders the term only as a whole
_OF_JAPAN = re.compile(
    r"(?:(?:the )?(?:[Jj]apanese )?(?:art|type|kind|sort|form|style|variety|practice) of )?(?:traditional |classical )?"
    r"(?:(?:Japanese|\(Japanese\)) )?(?=\w)"
)
#: Beginnings of the text that `_OF_JAPAN` cuts off.
_CUT = (
    *("the ", "Japanese ", "japanese ", "art ", "type ", "kind ", "sort ", "form ", "style ", "variety ", "practice "),
    *("traditional ", "classical "),
)
#: Legal form at the end of a company's name, which is often omitted: Nippon Steel *Corporation*.
_LEGAL_FORM = re.compile(r"(?:,? (?:Co|Corp|Inc|Ltd|K\.K|Corporation|Incorporated|Limited)\.?)+$")
_LEGAL_ENDS = ("Co.", "Corp.", "Corp", "Inc.", "Ltd.", "K.K.", "Corporation", "Incorporated", "Limited")
#: natto (fermented soybeans): a borrowed word with an explanation in brackets.
_EXPLAINED = re.compile(r"(?P<word>[a-zāēīōū][\w'-]+) \((?P<said>[^\d(),;.]+)\)$")
_HEDGED = re.compile(
    r"(?<!art )\b(?:esp|usu|also|often|formerly|or|of|in|on|at|for|from|by|with|to|used|when|that|which)\b"
)
_SPECIES = re.compile(r"\([A-Z][a-z]+ [a-z]+\)")  # bigleaf hydrangea (Hydrangea macrophylla): the full name is rare
_TITLED = frozenset({"work", "place"})
_BEYOND = re.compile(r" (?:by|in) (?=[A-Z])| ?[(,;]")  # … by Ihara Saikaku, … in Kyoto
_LEAST_KEYS = 2  # Japanese cedar is not *cedar*, but Japanese puppet theatre is *puppet theatre*
_MOST_WORDS = 8  # longest gloss that is a name rather than a definition


def rephrased(entry: WordEntry) -> WordEntry:
    """Return an entry with alternative glosses after its own.

    Examples
    --------
    >>> from termalign.lexicon import Lexicon
    >>> law, = Lexicon.default().words("治安維持法")
    >>> [gloss.text for gloss in rephrased(law).glosses]
    ['Peace Preservation Act (1925)', 'Peace Preservation Law', 'Peace Preservation Code']
    """
    groups = _generics_of(entry.headword)
    able = [gloss for gloss in entry.glosses if _may_be_rephrased(*gloss[:2], groups)]
    if not able:
        return entry
    known = {gloss.text for gloss in entry.glosses}
    more = [
        Gloss(text, gloss_keys(text), gloss.sense, REPHRASED)
        for gloss in able
        for text in dict.fromkeys(_others_or_said(entry, gloss, groups))
        if text not in known
    ]
    return entry._replace(glosses=(*entry.glosses, *more)) if more else entry


def _may_be_rephrased(text: str, keys: Sequence[str], groups: Sequence[tuple[str, ...]]) -> bool:
    """Return whether `_others_or_said` may find anything. This is a quick test, because most glosses have no alternative."""
    if len(keys) > 1:
        return bool(groups) or "(" in text or text.startswith(_CUT) or text.endswith(_LEGAL_ENDS)
    return text.endswith(")")


def titles(surface: str, names: tuple[NameEntry, ...]) -> tuple[WordEntry, ...]:
    """Return the English titles of works and sights that the name dictionary gives instead of, or in addition to, a reading.

    Examples
    --------
    >>> from termalign.lexicon import Lexicon
    >>> [entry.glosses[0].text for entry in titles("竹取物語", Lexicon.default().names("竹取物語"))]
    ['The Tale of the Bamboo-Cutter']
    """
    found = {}
    for name in names:
        if name.kinds & _TITLED:
            for written in (name.romaji, name.note):
                if written.isascii() and (written.isalpha() or not written):
                    continue  # one word
                text = _BEYOND.split(written)[0]
                if (
                    written[:1].isupper()
                    and len(gloss_keys(text)) >= _LEAST_KEYS
                    and not is_romaji(text.replace(" ", ""))
                ):
                    if surface.endswith("寺") and "temple" not in text.lower():
                        text = f"Temple of the {text}"
                    found[text] = name
    return tuple(
        WordEntry(
            surface,
            name.reading,
            (Gloss(text, gloss_keys(text), 0, REPHRASED),),
            frozenset(),
            False,
            "",
            (),
            (name.reading,),
            True,
        )
        for text, name in found.items()
    )


def _others(text: str, groups: Sequence[tuple[str, ...]]) -> Iterator[str]:
    plain = text.partition(" (")[0]
    of_japan = _OF_JAPAN.match(text)
    if of_japan is not None and of_japan.end():
        rest = text[of_japan.end() :]
        if len(gloss_keys(rest)) >= _LEAST_KEYS:
            yield rest
    if text.endswith(_LEGAL_ENDS) and text[0].isupper():
        bare = _LEGAL_FORM.sub("", text)
        if len(gloss_keys(bare)) >= _LEAST_KEYS:
            yield bare
    words = plain.split()
    if "(" in text and len(words) > 1 and (words[0] == "Japanese" or plain.islower()) and _SPECIES.search(text):
        yield " ".join(words[1:])
    if groups and 1 < len(words) <= _MOST_WORDS:
        for group in groups:
            yield from _with_another(words, group)


def _with_another(words: Sequence[str], generics: Sequence[str]) -> Iterator[str]:
    """Yield a name of several words with other generics in place of its last word, or of its first word."""
    for at in (-1, 0):
        if words[at].lower() in generics:
            for other in generics:
                if other != words[at].lower():
                    named = other.capitalize() if words[at][0].isupper() else other
                    yield " ".join((*words[:-1], named) if at else (named, *words[1:]))
            return


def _others_or_said(entry: WordEntry, gloss: Gloss, groups: Sequence[tuple[str, ...]]) -> Iterator[str]:
    if len(gloss.keys) > 1:
        yield from _others(gloss.text, groups)
    if gloss.text.endswith(")"):
        yield from _explanations(entry, gloss.text)


def _explanations(entry: WordEntry, text: str) -> Iterator[str]:
    """Yield the explanations in brackets of a word that English borrowed, also without *Japanese*."""
    found = _EXPLAINED.match(text)
    if found is None or _HEDGED.search(found["said"]) or not _spells(found["word"], entry):
        return
    if len(gloss_keys(found["said"])) >= _LEAST_KEYS:
        yield found["said"]
        yield from _others(found["said"], ())


def _spells(word: str, entry: WordEntry) -> bool:
    if not is_romaji(word.lower()):
        return False
    key = latin_key(word.lower())
    return any(key in kana_keys(reading) for reading in entry.readings)


def _generics_of(headword: str) -> list[tuple[str, ...]]:
    """Return the groups of English generics for the ends of a longer headword."""
    table = _generics()
    return [table[headword[-size:]] for size in (4, 3, 2, 1) if size < len(headword) and headword[-size:] in table]


@cache
def _generics() -> dict[str, tuple[str, ...]]:
    return {generic: tuple(words.split()) for generic, words in read_table(__package__, "rephrased.tsv")}


def entries_of(term: Term) -> tuple[WordEntry, ...]:
    """Return the entries of a term; for a noun with する (逮捕する), which dictionaries seldom list, those of the noun."""
    if term.words or len(term.morphemes) < 2 or term.morphemes[-1].lemma != _LIGHT_VERB:
        said = tuple([rephrased(entry) for entry in term.words])
        return (*said, *titles(term.surface, term.names)) if term.names else said
    return tuple(map(rephrased, term.part(0, len(term.morphemes) - 1).words))
