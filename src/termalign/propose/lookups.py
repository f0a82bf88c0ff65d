"""The parts of a noun run that are looked up as one headword."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from termalign.japanese.morpheme import NAME, Morpheme
from termalign.japanese.runs import ends_initials
from termalign.japanese.text import JapaneseText
from termalign.kana import is_japanese, is_kanji, is_katakana
from termalign.lexicon import Lexicon
from termalign.names.legal_form import core_span
from termalign.once import once
from termalign.quantities import Quantity
from termalign.terms.term import Term
from termalign.terms.term_cache import TermCache
from termalign.text.program_names import SIGN_AHEAD, SIGN_BEHIND

LONGEST = 10  # morphemes
_SIGNS = frozenset("#@_")  # first characters of identifiers
_SIGNS_AHEAD, _SIGNS_BEHIND = re.compile(SIGN_AHEAD, re.ASCII), re.compile(SIGN_BEHIND, re.ASCII)


class LookUp(NamedTuple):
    """The morphemes ``a:b`` as one headword.

    ``listed`` says whether it is a single morpheme, in a dictionary, or only katakana or Latin letters.
    """

    a: int
    b: int
    term: Term
    listed: bool


def look_ups(
    ja: JapaneseText, runs: Sequence[tuple[int, int]], quantities: Iterable[Quantity], terms: TermCache
) -> Iterator[LookUp]:
    """Yield the parts of each run to look up: morphemes, headwords of dictionaries, quantities, and possible names."""
    model = terms.lexicon.model
    counted = {ja.range_at(q.start, q.end) for whole in quantities for q in (whole, *whole.parts)}
    signs_ahead, signs_behind = _signs(ja)
    first_of = {a for a, _ in filter(None, counted)}
    end_of = {b for _, b in filter(None, counted)}
    for first, last in runs:
        for a in range(first, last):
            for b in _ends(a, first, last):
                surface = ja.surface(a, b)
                begins, ends = a in first_of or a in signs_ahead, b in end_of or b in signs_behind
                if (a, b) != (first, last) and not _is_whole(surface, begins, ends):
                    continue
                listed = b - a == 1 or _is_one_word(surface, terms.lexicon)
                known = listed or (a, b) in counted or (a, b) == (first, last) or (model and model.get(surface))
                if known or _may_be_name(ja.morphemes[a:b]):
                    yield LookUp(a, b, terms.get(surface, ja.morphemes[a:b]), listed)


def _is_one_word(surface: str, lexicon: Lexicon) -> bool:
    """Return whether morphemes are one headword: without Japanese letters, in katakana, or in a dictionary."""
    return not any(map(is_japanese, surface)) or _is_katakana(surface) or lexicon.has(surface)


@once
def _signs(ja: JapaneseText) -> tuple[Set[int], Set[int]]:
    """Return where the signs ahead of figures and names begin, and where those behind them end, counted in morphemes."""
    ahead, behind = ([ja.covering(*m.span()) for m in sign.finditer(ja.text)] for sign in (_SIGNS_AHEAD, _SIGNS_BEHIND))
    return {a for a, _ in ahead}, {b for _, b in behind}


def look_ups_of_listed(ja: JapaneseText, quantities: Iterable[Quantity], terms: TermCache) -> Iterator[LookUp]:
    """Yield the parts of a term of a list to look up.

    A part of a company's name has no legal form, nor a piece of one: of 株式会社山王商事, 会社山王 is no part.

    Examples
    --------
    >>> from termalign.lexicon import Lexicon
    >>> terms = TermCache(Lexicon.default())
    >>> [found.term.surface for found in look_ups_of_listed(JapaneseText("株式会社山王"), (), terms)]
    ['株式', '株式会社', '株式会社山王', '会社', '山王']
    """
    run = 0, len(ja.morphemes)
    start, end = core_span(ja.text)
    for found in look_ups(ja, [run], quantities, terms):
        first, last = ja.morphemes[found.a].start, ja.morphemes[found.b - 1].end
        if (found.a, found.b) == run or start <= first < last <= end or last <= start or end <= first:
            yield found


def _is_whole(surface: str, begins: bool, ends: bool) -> bool:
    """Return whether no mark is at an edge, other than that of a legal form, as in (株)東芝, or of a figure or a name that
    ``begins`` or ``ends`` there: ±0.05ミリ, 年3％, C++.
    """
    begins = begins or surface[0].isalnum() or surface[0] in _SIGNS
    ends = ends or surface[-1].isalnum() or ends_initials(surface)
    if begins and ends:
        return True
    start, end = core_span(surface)
    return (begins or start > 0) and (ends or end < len(surface))


def _ends(a: int, first: int, last: int) -> Iterator[int]:
    """Yield the ends of headwords that begin at morpheme ``a`` of a run. The whole run is a headword, whatever its length."""
    yield from range(a + 1, min(last, a + LONGEST) + 1)
    if a == first and last - first > LONGEST:
        yield last


def _may_be_name(morphemes: Sequence[Morpheme]) -> bool:
    """Return whether morphemes may be an unlisted name: a proper noun is among them, or each is a single kanji."""
    if len(morphemes) > 4:  # a longer name is in a dictionary
        return False
    proper = any(m.pos.startswith(NAME) for m in morphemes)
    return proper or all(len(m.surface) == 1 and is_kanji(m.surface) for m in morphemes)


def _is_katakana(surface: str) -> bool:
    return all(is_katakana(c) or c in "・＝= -" for c in surface)
