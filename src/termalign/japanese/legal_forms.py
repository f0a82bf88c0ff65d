"""Legal forms of organisations (株式会社, (株)), and the names that have one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from termalign.japanese.morpheme import NAME, NUMERAL, Morpheme, adjacent, surface_of
from termalign.kana import has_kanji
from termalign.lexicon.lexicon import Lexicon
from termalign.tables import read_table

_NOUNS = ("名詞", "接頭辞", "接尾辞", "形状詞", "記号")
_ACTIONS = ("名詞-普通名詞-サ変可能", "接頭辞", "接尾辞", NUMERAL)


@cache
def legal_forms() -> tuple[str, ...]:
    """Return the Japanese legal forms and their abbreviations, the longest first: 特例有限会社 before 有限会社."""
    forms = {form for row in read_table(__package__, "legal_forms.tsv") for form in row if form}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@cache
def other_forms() -> Mapping[str, str]:
    """Return the abbreviations of the legal forms, and the forms of the abbreviations, the longest first."""
    rows = [(form, short) for form, short in read_table(__package__, "legal_forms.tsv") if short]
    other = dict(rows) | {short: form for form, short in rows}
    return {form: other[form] for form in legal_forms() if form in other}


@cache
def _any_form() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, legal_forms())))


def organisations(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the code points of the names that have a legal form before or after them, together with it.

    The form has no name beside nouns of actions (公開株式会社, 株式会社設立) or a word of the dictionary (株式会社制度).

    Examples
    --------
    >>> from termalign.japanese.tagger import morphemes
    >>> for text in ("東都銀行株式会社の社長", "株式会社の社長", "公開株式会社", "(株)ひなた"):
    ...     print(list(organisations(morphemes(text), Lexicon.default())))
    [(0, 8)]
    []
    []
    [(0, 6)]
    """
    text = surface_of(morphemes)
    forms = list(_any_form().finditer(text))
    if not forms:
        return
    starts = [0, *accumulate(len(m.surface) for m in morphemes)]
    index = {start: k for k, start in enumerate(starts)}
    firsts, lasts = _noun_runs(morphemes)
    named = [0, *accumulate(m.pos.startswith(NAME) for m in morphemes)]  # how many before each morpheme
    others = [0, *accumulate(not m.pos.startswith(_ACTIONS) for m in morphemes)]

    def is_name(i: int, j: int) -> bool:
        """Return whether the nouns ``i:j`` beside a legal form are the name of an organisation."""
        if named[j] > named[i]:
            return True
        surface = text[starts[i] : starts[j]]
        # no dictionary has a word of more than 80 code points
        is_word = len(surface) <= 80 and has_kanji(surface) and bool(lexicon.words(surface))
        return others[j] > others[i] and not is_word

    for form in forms:
        a, b = index.get(form.start()), index.get(form.end())
        if a is None or b is None:
            continue
        if is_name(firsts[a], a):
            yield morphemes[firsts[a]].start, morphemes[b - 1].end
        elif is_name(b, lasts[b]):
            yield morphemes[a].start, morphemes[lasts[b] - 1].end


def _noun_runs(morphemes: Sequence[Morpheme]) -> tuple[list[int], list[int]]:
    """Return, for each place between morphemes, where the nouns before it begin, and where those after it end."""
    firsts, lasts = list(range(len(morphemes) + 1)), list(range(len(morphemes) + 1))
    for k in range(1, len(morphemes)):
        if _is_noun(morphemes[k - 1]) and adjacent(morphemes[k - 1], morphemes[k]):
            firsts[k] = firsts[k - 1]
    for k in range(len(morphemes) - 1, 0, -1):
        if _is_noun(morphemes[k]) and adjacent(morphemes[k - 1], morphemes[k]):
            lasts[k] = lasts[k + 1]
    return firsts, lasts


def _is_noun(m: Morpheme) -> bool:
    return m.pos.startswith(_NOUNS)
