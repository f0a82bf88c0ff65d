"""The choice of the form in which a rendering is cited."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from termalign.english import lexeme
from termalign.english.function_words import ARTICLES, FUNCTION_WORDS
from termalign.english.text import WORD
from termalign.quantities import parse_quantities

_LOWER = 0.2  # share of lower-case occurrences from which capitals are due to sentences and headings
_SEVERAL = frozenset(
    "all both different few many more most multiple numerous other same several these those various".split()
)


class Usage(NamedTuple):
    """How often the renderings of a bitext have each English word, in each spelling: anywhere, and at their end."""

    words: Counter[str]
    ends: Counter[str]
    names: frozenset[str] = frozenset()  # capitalised words of renderings that are names


def usage(renderings: Iterable[Counter[str]], names: Iterable[Counter[str]] = ()) -> Usage:
    """Return how the renderings of a bitext write English words, given the forms of each, and those of names.

    >>> usage([Counter({"file system": 2, "System": 1})]).ends
    Counter({'system': 2, 'System': 1})
    """
    capitals = frozenset(word for forms in names for form in forms for word in form.split() if word.istitle())
    found = Usage(Counter(), Counter(), capitals)
    for forms in renderings:
        for form, times in forms.items():
            words = form.split()
            for word in words:
                found.words[word] += times
            found.ends[words[-1]] += times
    return found


def cited_as_elsewhere(form: str, written: Usage, *, is_name: bool = True) -> str:
    """Return a citation form as the bitext mostly writes its words: a noun in the singular, a common noun in lower case.

    A plural is kept after a number, a word for several, or a preposition. Capitals of several words are those of a name. Where
    only sentences and titles give the form its capitals (not `is_name`), only the names in it have them, if each other word is
    elsewhere without.

    Examples
    --------
    >>> written = usage([Counter({"certificate": 5, "certificates": 4, "source": 3, "Source code": 2})])
    >>> [cited_as_elsewhere(form, written) for form in ("CA certificates", "number of certificates", "Source code")]
    ['CA certificate', 'number of certificates', 'source code']
    >>> cited_as_elsewhere("Certificate Source", written), cited_as_elsewhere("Certificate Source", written, is_name=False)
    ('Certificate Source', 'certificate source')
    """
    words = form.split(" ")
    first, last = words[0], words[-1]
    if first.istitle() and form[1:].islower() and written.words[first.lower()] > written.words[first]:
        words[0] = first.lower()
    capitals = [word for word in words if word.istitle() and not _is_name(word, written)]
    if not is_name and all(written.words[word.lower()] for word in capitals):
        words = [word.lower() if word in capitals else word for word in words]
        last = words[-1]
    singular = lexeme(last).lemma
    if _is_plural(last) and written.ends[singular] >= written.ends[last] > 0 and not any(map(_counts, words[:-1])):
        words[-1] = singular
    return " ".join(words)


def _is_name(word: str, written: Usage) -> bool:
    """Return whether a capitalised word is part of a name, and seldom in lower case: *Unicode*, but not *Objects*."""
    lower = written.words[word.lower()]
    return word in written.names and lower < _LOWER * (lower + written.words[word])


def _is_plural(word: str) -> bool:
    return word.islower() and word.endswith("s") and lexeme(word).inflected


def _counts(word: str) -> bool:
    """Return whether a plural may be due to a word before it."""
    return word.lower() in FUNCTION_WORDS | _SEVERAL or bool(parse_quantities(word, "en"))


def citation_form(forms: Counter[str]) -> str:
    """Return the citation form of a rendering: singular, base form and lower case, where its occurrences have them.

    Examples
    --------
    >>> citation_form(Counter({"Keyword arguments": 3, "keyword arguments": 5, "Keyword argument": 2, "keyword argument": 1}))
    'keyword argument'
    >>> citation_form(Counter({"Heian period": 4, "the Heian period": 2})), citation_form(Counter({"unions": 2}))
    ('Heian period', 'unions')
    """
    bare: Counter[str] = Counter()
    for form, times in forms.items():
        bare[_without_article(form)] += times
    plain = Counter({form: times for form, times in bare.items() if not _inflected(form)}) or bare
    by_letters: Counter[str] = Counter()
    for form, times in plain.items():
        by_letters[form.casefold()] += times
    best = by_letters.most_common(1)[0][0]
    ways = Counter({form: times for form, times in plain.items() if form.casefold() == best})
    lower = Counter({form: times for form, times in ways.items() if form[:1].islower()})
    return (lower if lower.total() >= _LOWER * ways.total() and lower else ways).most_common(1)[0][0]


def _without_article(form: str) -> str:
    first, _, rest = form.partition(" ")
    return rest if rest and first.lower() in ARTICLES else form


def _inflected(form: str) -> bool:
    words = WORD.findall(form)
    return bool(words) and lexeme(words[-1]).inflected
