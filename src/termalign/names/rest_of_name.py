"""The rest of an English name whose beginning renders a term: *Noto* Peninsula, *Toho* Co., *National Route* 249."""

import re

from termalign.english.personal_titles import is_personal_title
from termalign.names.legal_form import is_form

_WORD = re.compile(r" ([A-Z][\w’-]*\w|\d+)\b(?![.,:’'-]?\d|['’]|[-.]\w)")  # no 3-2, no possessive, no U.S.
_FORM = re.compile(r",? ([A-Z][A-Za-z.]*)")
_CAPITAL = re.compile(r" [A-Z\d]")
_OF_PLACES = frozenset(
    "peninsula prefecture province region county city town village island islands river lake bay strait straits sea port"
    " mountains plain basin valley cape".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday"
    " january february march april may june july august september october november december".split()
)


def rest_of_name(en: str, end: int, until: int, place: bool = False) -> int:
    """Return the code point, at most ``until``, at which a name ends whose part up to ``end`` is known.

    The rest is a single capitalised word, a legal form, or a number. After a ``place``, it can only be a common noun of
    places: *Tokyo District Court* is not a place. A title or a day is not part of the name, and neither is a word that
    another capitalised word follows.

    Examples
    --------
    >>> def whole(en, known, place=False):
    ...     return en[: rest_of_name(en, len(known), len(en), place)]
    >>> whole("Noto Peninsula quake", "Noto", True), whole("Tokyo District Court", "Tokyo", True)
    ('Noto Peninsula', 'Tokyo')
    >>> whole("Toho Co., Ltd. said", "Toho"), whole("National Route 249.", "National Route")
    ('Toho Co., Ltd.', 'National Route 249')
    >>> whole("Keidanren Chairman Tokura", "Keidanren"), whole("Naha Air Base", "Naha"), whole("Toho. It", "Toho")
    ('Keidanren', 'Naha', 'Toho')
    """
    word = _WORD.match(en, end)
    if word is not None and _may_belong(word[1], place) and en[end - 1] != ".":
        longer = _behind_forms(en, word.end(), until)
        if longer <= until and not _CAPITAL.match(en, longer):
            return longer
    return _behind_forms(en, end, until)


def _behind_forms(en: str, end: int, until: int) -> int:
    """Return the end of the legal form that begins at ``end``, or ``end`` if none does."""
    while (found := _FORM.match(en, end)) and found.end() <= until and is_form(found[1]):
        end = found.end()
    return end


def _may_belong(word: str, place: bool) -> bool:
    """Return whether a word may be the rest of a name: no title, no day; of a place, only a common noun of places."""
    low = word.lower()
    if place:
        return low in _OF_PLACES
    return not is_form(word) and low not in _DAYS and not any(map(is_personal_title, low.split("-")))
