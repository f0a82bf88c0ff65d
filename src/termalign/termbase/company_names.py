"""The names of companies with their legal form abbreviated or in full: 株式会社東芝, (株)東芝."""

from functools import cache

from termalign.japanese.legal_forms import other_forms
from termalign.lexicon.spelling import headword_key


def with_other_form(term: str) -> str | None:
    """Return the name of a company with its legal form abbreviated, or in full if it was abbreviated.

    Examples
    --------
    >>> with_other_form("株式会社東芝"), with_other_form("山王商事㈲"), with_other_form("東芝"), with_other_form("株式会社")
    ('(株)東芝', '山王商事有限会社', None, None)
    """
    if _signs().isdisjoint(term):
        return None
    name = headword_key(term)
    for form, other in other_forms().items():
        if name.startswith(form) and len(name) > len(form):
            return other + name[len(form) :].lstrip()
        if name.endswith(form) and len(name) > len(form):
            return name[: -len(form)].rstrip() + other
    return None


@cache
def _signs() -> frozenset[str]:
    """Return characters of which every name with such a form has one, before its width is normalised."""
    return frozenset({form[-1] for form in other_forms()}) | frozenset("）㈱㈲㈳㈶㈾㈴")
