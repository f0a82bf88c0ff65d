"""The names of companies with their legal form abbreviated or in full: 株式会社東芝, (株)東芝."""

from typing import Final

from termalign.lexicon.spelling import headword_key

_ABBREVIATIONS: Final = {
    "株式会社": "(株)", "有限会社": "(有)", "合同会社": "(同)", "合資会社": "(資)", "合名会社": "(名)", "社団法人": "(社)",
    "公益社団法人": "(公社)", "一般社団法人": "(一社)", "財団法人": "(財)", "公益財団法人": "(公財)", "一般財団法人": "(一財)",
}  # fmt: skip
_OTHER: Final = _ABBREVIATIONS | {short: form for form, short in _ABBREVIATIONS.items()}
_ENDS: Final = tuple(sorted(_OTHER, key=len, reverse=True))
_MARKS: Final = frozenset("会法(（㈱㈲㈳㈶㈾㈴")  # one of them is in every legal form


def with_other_form(term: str) -> str | None:
    """Return the name of a company with its legal form abbreviated, or in full if it was abbreviated.

    Examples
    --------
    >>> with_other_form("株式会社東芝"), with_other_form("山王商事㈲"), with_other_form("東芝"), with_other_form("株式会社")
    ('(株)東芝', '山王商事有限会社', None, None)
    """
    if _MARKS.isdisjoint(term):
        return None
    name = headword_key(term)
    for form in _ENDS:
        if name.startswith(form) and len(name) > len(form):
            return _OTHER[form] + name[len(form) :].lstrip()
        if name.endswith(form) and len(name) > len(form):
            return name[: -len(form)].rstrip() + _OTHER[form]
    return None
