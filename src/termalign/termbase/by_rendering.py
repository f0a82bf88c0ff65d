"""The glossary from the English side: which English terms a text has, and which Japanese renders them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from termalign.english import EnglishText, lexeme
from termalign.formats.glossaries.entry import Check, renderings_of
from termalign.once import once
from termalign.termbase.glossary import Glossary
from termalign.termbase.rendered import english_key, english_places, words_of

Words = tuple[int, int]
"""A range of English words, half-open."""

_STATUSES = ("preferred", "", "admitted")


@dataclass(frozen=True, slots=True)
class EnglishTerm:
    """An English term of a glossary.

    Attributes
    ----------
    en : str
        The term as the glossary first writes it.
    ja : tuple of str
        The approved Japanese, the preferred first.
    forbidden : tuple of str
        Japanese that must not render the term: that of a deprecated entry, or of one that forbids the English.
    stays : bool
        Whether the term must not be translated.
    check : str
        When `check` reports a missing rendering of the term: ``always`` if one of its entries says so, ``never`` if all do.
    """

    en: str
    ja: tuple[str, ...]
    forbidden: tuple[str, ...]
    stays: bool = False
    check: Check = ""


def english_terms(glossary: Glossary, english: EnglishText) -> dict[EnglishTerm, list[Words]]:
    """Return the glossary's English terms in a text with the ranges of their words. If terms overlap, only the longest count.

    Examples
    --------
    >>> glossary = Glossary.of({"ドレンプラグ": "drain plug", "プラグ": "plug", "排水": "drain"})
    >>> found = english_terms(glossary, EnglishText("Tighten the drain plugs. Insert the plug."))
    >>> [(term.en, term.ja, places) for term, places in found.items()]
    [('drain plug', ('ドレンプラグ',), [(2, 4)]), ('plug', ('プラグ',), [(6, 7)])]
    """
    known = _by_first_word(glossary)
    beginnings = dict.fromkeys(key for k in range(len(english)) for key in _keys(english.forms[k : k + 2]))
    found = {
        (*place, form): term
        for key in beginnings
        for form, term in known.get(key, ())
        for place in english_places(form, english)
    }
    terms: defaultdict[EnglishTerm, list[Words]] = defaultdict(list)
    for i, j, form in sorted(found):
        if not any(a <= i and j <= b and b - a > j - i for a, b, _ in found) and (i, j) not in terms[found[i, j, form]]:
            terms[found[i, j, form]].append((i, j))
    return {term: places for term, places in terms.items() if places}


@once
def _by_first_word(glossary: Glossary) -> Mapping[str, Sequence[tuple[str, EnglishTerm]]]:
    """Return the forms of all English terms with their terms, by what a text may begin them with."""
    found: defaultdict[str, list[tuple[str, EnglishTerm]]] = defaultdict(list)
    for forms, term in _terms(glossary):
        for form in forms:
            for key in dict.fromkeys(_keys(words_of(form)[:2])):
                found[key].append((form, term))
    return found


def _keys(words: Sequence[str]) -> Iterator[str]:
    """Yield a word, and the two as one word, in lower case and as lemmas: *filename* may begin with *file name*."""
    for form in dict.fromkeys([*words[:1], "".join(words)]):
        yield lexeme(form).plain
        yield lexeme(form).lemma


def _terms(glossary: Glossary) -> Iterator[tuple[Iterable[str], EnglishTerm]]:
    """Yield the English terms, which are the same if they differ only in spelling or inflection, with all their forms."""
    forms: defaultdict[str, dict[str, None]] = defaultdict(dict)
    approved: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    forbidden: defaultdict[str, list[str]] = defaultdict(list)
    staying: set[str] = set()
    checks: defaultdict[str, set[Check]] = defaultdict(set)
    for entry in glossary:
        for form in (*renderings_of(entry), *entry.forbidden):
            key = english_key(form)
            forms[key][form] = None
            if entry.status == "forbidden" or form in entry.forbidden:
                forbidden[key].append(entry.ja)
            else:
                approved[key].append((_STATUSES.index(entry.status), entry.ja))
                staying.update(() if entry.translate else (key,))
                checks[key].add(entry.check)
    for key, written in forms.items():
        ja = tuple(dict.fromkeys(term for _, term in sorted(approved[key], key=lambda each: each[0])))
        banned = tuple(term for term in dict.fromkeys(forbidden[key]) if term not in ja)
        if ja or banned:
            yield written, EnglishTerm(next(iter(written)), ja, banned, key in staying, _joined(checks[key]))


def _joined(checks: Set[Check]) -> Check:
    if "always" in checks:
        return "always"
    return "never" if checks == {"never"} else ""
