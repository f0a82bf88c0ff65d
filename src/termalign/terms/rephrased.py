"""The glosses of a term, also reworded as English would name them.

Without *Japanese* or *the art of*, without *Corp.*, with another generic.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from termalign.english import gloss_keys
from termalign.kana import is_romaji, kana_keys, latin_key
from termalign.lexicon import NameEntry, WordEntry
from termalign.lexicon.glosses import decode_senses
from termalign.tables import read_table
from termalign.terms.term import Term

_LIGHT_VERB = "為る"  # する, as UniDic writes its lemma
_Fields = tuple[str, tuple[str, ...], int, str]
"""Those of a `Gloss`."""
REPHRASED = "rephrased"  # the note of a gloss made here, which renders the term only as a whole
_OF_JAPAN = re.compile(
    r"(?:(?:the )?(?:[Jj]apanese )?(?:art|type|kind|sort|form|style|variety|practice) of )?(?:traditional |classical )?"
    r"(?:(?:Japanese|\(Japanese\)) )?(?=\w)"
)
#: Legal form at the end of a company's name, which is often omitted: Nippon Steel *Corporation*.
_LEGAL_FORM = re.compile(r"(?:,? (?:Co|Corp|Inc|Ltd|K\.K|Corporation|Incorporated|Limited)\.?)+$")
#: A quick test of a gloss or of encoded senses, because few can be reworded without other generics.
_REWORDABLE = re.compile(
    r"\(|(?<![^\t])(?:the|[Jj]apanese|art|type|kind|sort|form|style|variety|practice|traditional|classical) "
    r"|(?:Co|Corp|Inc|Ltd|K\.K|Corporation|Incorporated|Limited)\.?(?![^\t\n\x1f])"
)
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


def rephrased(entry: WordEntry) -> list[_Fields]:
    """Return the fields of the glosses of an entry, followed by alternatives.

    Examples
    --------
    >>> from termalign.lexicon import Lexicon
    >>> law, = Lexicon.default().words("治安維持法")
    >>> [text for text, *_ in rephrased(law)]
    ['Peace Preservation Act (1925)', 'Peace Preservation Law', 'Peace Preservation Code']
    """
    groups, glosses = _generics_of(entry.headword), decode_senses(entry.senses)
    if not groups and _REWORDABLE.search(entry.senses) is None:
        return glosses
    known = {text for text, *_ in glosses}
    return glosses + [
        (other, gloss_keys(other), sense, REPHRASED)
        for text, keys, sense, _ in glosses
        if groups or _REWORDABLE.search(text)
        for other in dict.fromkeys(_others_or_said(entry, text, keys, groups))
        if other not in known
    ]


def titles(surface: str, names: tuple[NameEntry, ...]) -> list[str]:
    """Return the English titles of works and sights that the name dictionary gives instead of, or in addition to, a reading.

    Examples
    --------
    >>> from termalign.lexicon import Lexicon
    >>> titles("竹取物語", Lexicon.default().names("竹取物語"))
    ['The Tale of the Bamboo-Cutter']
    """
    found: list[str] = []
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
                    found.append(text)
    return list(dict.fromkeys(found))


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
    if groups and 1 < len(words) <= 8:  # a longer gloss is a definition
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


def _others_or_said(
    entry: WordEntry, text: str, keys: Sequence[str], groups: Sequence[tuple[str, ...]]
) -> Iterator[str]:
    if len(keys) > 1:
        yield from _others(text, groups)
    if text.endswith(")"):
        yield from _explanations(entry, text)


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


def glosses_of(term: Term) -> list[tuple[str, tuple[str, ...], str, bool]]:
    """Return the glosses of a term with their keys and notes, and whether each belongs to a common word and its first entry.

    A noun with する (逮捕する), which dictionaries seldom list, has those of the noun.
    """
    if term.words or len(term.morphemes) < 2 or term.morphemes[-1].lemma != _LIGHT_VERB:
        words, named = term.words, titles(term.surface, term.names)
    else:
        words, named = term.part(0, len(term.morphemes) - 1).words, []
    found = [
        (text, keys, note, entry.common and not rank)
        for rank, entry in enumerate(words)
        for text, keys, _, note in rephrased(entry)
    ]
    return found + [(title, gloss_keys(title), REPHRASED, False) for title in named]
