"""The Japanese full forms of words that the dictionary marks as abbreviations.

JMdict gives them in two ways: as a cross-reference of an ``abbr`` sense (国連 → 国際連合・こくさいれんごう) and as a free
note ("abbr. of 日本経済新聞", "from 経済団体連合会", "short for …").
"""

import re
from collections.abc import Container, Iterable

from termalign.lexicon.headword_spelling import headword_key
from termalign.lexicon.records import Sense
from termalign.text.scripts import JAPANESE

_JAPANESE = f"{JAPANESE}Ａ-Ｚａ-ｚ０-９"
_SAID = re.compile(
    rf"(?:abbrev(?:iated|iation)?|abbr|short|contraction|clipping)\b\.?\s*(?:of|for|from)\s+([{_JAPANESE}（）()、,]+)"
    rf"|^from\s+([{_JAPANESE}]+)"
    rf"(?!\s*(?:\+|and\b|・))",
    re.IGNORECASE,
)
_NOT_FORM = re.compile(r"[（）()]|[、,].*")  # brackets inside a word (外(国)人専門), and text after a comma


def clip_sources(forms: Iterable[str], senses: Iterable[Sense], headwords: Container[str]) -> tuple[str, ...]:
    """Return the distinct full forms (NFKC) of a word with the written forms and readings `forms`.

    Only senses marked ``abbr`` count. `headwords` has all written forms of the dictionary. It decides where a cross-reference
    ends: 国際連合・こくさいれんごう is a word with its reading, but アート・ディレクター is one word.
    """
    own = [headword_key(form) for form in forms]
    found: dict[str, None] = {}
    for sense in senses:
        if "abbr" in sense.notes:
            targets = [_target(xref, headwords) for xref in sense.xrefs] + [
                said for info in sense.info for said in _said(info)
            ]
            found.update(
                dict.fromkeys(headword_key(full) for full in targets if _is_longer_form(headword_key(full), own))
            )
    return tuple(found)


def _said(info: str) -> list[str]:
    match = _SAID.search(info)
    return [_NOT_FORM.sub("", match[1] or match[2])] if match else []


def _target(xref: str, headwords: Container[str]) -> str:
    """Return the word of a cross-reference ``word・reading・sense``, whose reading and sense are optional."""
    parts = xref.split("・")
    if len(parts) > 1 and parts[-1].isdecimal():
        parts.pop()
    while len(parts) > 1 and "・".join(parts) not in headwords:
        parts.pop()
    return "・".join(parts)


def _is_longer_form(full: str, own: Iterable[str]) -> bool:
    """Return whether `full` may be the full form of a word written as `own`: it is longer, and shares a character.

    A form in Latin letters needs no shared character.
    """
    return any(
        len(full) > len(form) and (form.isascii() or not set(form).isdisjoint(full)) for form in own if form != full
    )
