"""The Japanese terms in a text of another language."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise, takewhile
from operator import attrgetter, itemgetter

from termalign.japanese.morpheme import Morpheme
from termalign.japanese.text import JapaneseText
from termalign.kana import is_japanese
from termalign.lexicon.lexicon import Lexicon
from termalign.text.scripts import JAPANESE

_LETTERS = "0-9A-Za-zΑ-Ωα-ω"  # Greek ones in β遮断薬
_WORD = f"{JAPANESE}{_LETTERS}"
_POINT = r"(?<=[0-9])[.,~〜](?=[0-9])"  # 0.2%増, 3,000円, 7~9月期
_STRETCH = re.compile(
    rf"(?<![{_WORD}])(?!(?<=[0-9][.,~〜])[0-9])(?:[{_LETTERS}]|{_POINT})*+%?[{JAPANESE}](?:[{_WORD}]|{_POINT}|%(?=[{JAPANESE}]))*+"
)
_OPENING, _CLOSING, _PARTING = '(（[［「『【〈《“‘"', ')）]］」』】〉》”’"', ";,:/；，、：／"
_STOPS = "、。，．！？"
_AND = frozenset(("と", "や", "か", "及び", "および", "または", "又は"))
_ENDING_SENTENCES = ("動詞", "形容詞", "助動詞", "助詞")
_PARTICLE, _AUXILIARY = "助詞", "助動詞"


def stretches(text: JapaneseText, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield raw code point ranges of the Japanese terms in a text of another language.

    A stretch of Japanese between quotation marks or brackets is one term, unless it is a sentence or a list (「103万円の壁」).
    So is a stretch that a dictionary has. In other stretches, each noun run is a term. If a stretch has at most one noun run,
    all of it is a term, without the words that connect it with its clause.

    >>> mixed = "日銀（BOJ）の植田総裁（Gov. Ueda）は会見した。受け子 (ukeko)"
    >>> [mixed[start:end] for start, end in stretches(JapaneseText(mixed), Lexicon.default())]
    ['日銀', '植田総裁', '会見', '受け子']
    """
    for found in _STRETCH.finditer(text.text):
        for start, end in _terms_at(text, lexicon, *found.span()):
            if any(map(is_japanese, text.text[start:end])):
                yield text.folded.raw_span(start, end)


def _terms_at(text: JapaneseText, lexicon: Lexicon, start: int, end: int) -> list[tuple[int, int]]:
    """Return the folded code points of the terms of a stretch."""
    runs = _runs_at(text, start, end)
    if _is_set_off(text.text, start, end) and (len(runs) < 2 or not (_is_sentence(text, end) or _is_list(text, runs))):
        return [(start, end)]
    goes_on = text.text[max(0, start - 1) : start] in (*_CLOSING, *_STOPS)
    if goes_on:
        start = _after_particles(text, start, end)
    if lexicon.has(text.text[start:end]):
        return [(start, end)]
    if len(runs) > 1:
        return [(max(s, start), min(e, end)) for s, e in runs]
    return [(start, _before_predicate(text, runs[-1][1], end, goes_on) if runs else end)]


def _runs_at(text: JapaneseText, start: int, end: int) -> list[tuple[int, int]]:
    """Return the `run_spans` that overlap the folded code points ``start:end``."""
    first = bisect_right(text.run_spans, start, key=itemgetter(1))
    return text.run_spans[first : bisect_left(text.run_spans, end, key=itemgetter(0))]


def _is_set_off(text: str, start: int, end: int) -> bool:
    """Return whether quotation marks or brackets enclose exactly the code points ``start:end``.

    A separator may replace one of the two marks: (日本維新の会; Japan Innovation Party).
    """
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    opened, closed = before in _OPENING, after in _CLOSING
    return bool(before and after) and ((opened and (closed or after in _PARTING)) or (closed and before in _PARTING))


def _is_sentence(text: JapaneseText, end: int) -> bool:
    """Return whether the text before the folded code point `end` ends like a sentence: in a verb, です or か."""
    last = bisect_right(text.morphemes, end, key=attrgetter("end")) - 1
    return text.morphemes[last].pos.startswith(_ENDING_SENTENCES)


def _is_list(text: JapaneseText, runs: list[tuple[int, int]]) -> bool:
    """Return whether only *and* or *or* separates these runs: 警察庁と検察庁."""
    return all(text.text[a[1] : b[0]] in _AND for a, b in pairwise(runs))


def _after_particles(text: JapaneseText, start: int, end: int) -> int:
    """Return where the words begin in a stretch that goes on after a bracket or a stop: の|植田総裁."""
    for m in takewhile(_connects, _from(text, start)):
        start = min(m.end, end)
    return start


def _before_predicate(text: JapaneseText, last: int, end: int, goes_on: bool) -> int:
    """Return where the words end in a stretch whose only noun run ends at `last`: before a particle (総裁|は).

    In a stretch that goes on after a bracket or a stop, this is also before する or an auxiliary (会見|した, 増|だった). In other
    places, a phrase such as お疲れ様でした is one term.
    """
    if last >= end:
        return end
    after = next(_from(text, last))
    return after.start if after.pos.startswith(_PARTICLE) or (goes_on and _connects(after)) else end


def _from(text: JapaneseText, start: int) -> Iterator[Morpheme]:
    """Yield the morphemes that begin at the folded code point `start` or after it."""
    first = bisect_left(text.morphemes, start, key=attrgetter("start"))
    return (text.morphemes[k] for k in range(first, len(text.morphemes)))


def _connects(m: Morpheme) -> bool:
    """Return whether a morpheme only connects words: a particle, an auxiliary or する."""
    return m.pos.startswith((_PARTICLE, _AUXILIARY)) or m.lemma == "為る"
