"""The choice of the form in which a rendering is cited."""

from collections import Counter

from termalign.english import lexeme
from termalign.english.function_words import ARTICLES
from termalign.english.text import WORD

_LOWER = 0.2  # share of lower-case occurrences from which capitals are due to sentences and headings


def citation_form(forms: Counter[str]) -> str:
    """Return the citation form of a rendering: singular, base form and lower case, where the texts have them.

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
