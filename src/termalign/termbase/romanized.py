"""Romanisation with the readings of a glossary."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

import termalign.japanese.romanize as dictionaries
from termalign.formats.glossaries import GlossaryLike
from termalign.formats.glossaries.entry import renderings_of
from termalign.japanese.name_words import generics
from termalign.japanese.told import Told, ToldWord
from termalign.kana import System, is_kana, kana_keys, latin_key, to_katakana
from termalign.termbase.glossary import Glossary
from termalign.text import normalise

_HYPHENS = frozenset("-‐‑")
_WORD = re.compile(r"(^|[-‐‑]|\s+)([^\s‐‑-]+)")


def romanize(text: str, system: System = "hepburn", *, glossary: GlossaryLike | None = None) -> str:
    """Write Japanese text in Latin letters.

    Words are separated, particles are written as pronounced (は wa, へ e, を o), and proper names are capitalised.
    Japanese punctuation becomes ASCII. Latin letters and digits are kept.

    Parameters
    ----------
    text : str
        Any text.
    system : {'hepburn', 'hepburn-macron', 'kunrei', 'nihon', 'passport'}
        The romanisation system, as in `termalign.kana.romanize_kana`.
    glossary : Glossary, or any argument of `Glossary.of`, optional
        Terms with readings (`GlossaryEntry.reading`), which take precedence over the dictionaries. If a rendering spells the
        reading (*Sen no Rikyū*), perhaps without the generic noun (*Misono Bridge* for みそのばし), the words, hyphens and
        capitals are those of the rendering. Otherwise, spaces in the reading separate its words, and a term is written with
        a capital if its first rendering is.

    Returns
    -------
    str
        The romanised text.

    Raises
    ------
    ValueError
        If the system is not one of the five.
    TypeError
        If `text` is not a string, or `glossary` is not a glossary.

    Examples
    --------
    >>> romanize("私は東京へ行きました。")
    'watakushi wa Tokyo e ikimashita.'
    >>> romanize("匿名・流動型犯罪グループ", system="hepburn-macron")
    'tokumei ryūdōgata hanzai gurūpu'
    >>> romanize("飯寿司を食べた。", glossary=[{"ja": "飯寿司", "en": "izushi", "reading": "いずし"}])
    'izushi o tabeta.'
    """
    if glossary is None:
        return dictionaries.romanize(text, system)
    return dictionaries.romanize(text, system, partial(told_readings, glossary=Glossary.of(glossary)))


def told_readings(text: str, glossary: Glossary) -> Iterator[Told]:
    """Yield the readings that a glossary gives terms in a text, in order. A term in another spelling has none.

    Examples
    --------
    >>> glossary = Glossary.of([{"ja": "幸村", "en": "Yukimura", "reading": "ゆきむら"}, {"ja": "城", "en": "castle"}])
    >>> [(told.start, told.end, told.kana, told.is_name) for told in told_readings("城の幸村", glossary)]
    [(2, 4, 'ユキムラ', True)]
    """
    if not any(entry.reading for entry in glossary):
        return
    for found in glossary.find(text):
        kana = to_katakana(" ".join(normalise(found.entry.reading).text.replace("・", " ").split()))
        if kana and all(map(is_kana, kana.replace(" ", ""))) and not found.variant and found.text == found.entry.ja:
            renderings = renderings_of(found.entry)
            is_name = next(iter(renderings), "")[:1].isupper()
            spelled = (_spelled_name(en, kana.replace(" ", ""), found.text) for en in renderings)
            words = next(filter(None, spelled), _apart(kana, is_name) if " " in kana else ())
            yield Told(found.start, found.end, kana.replace(" ", ""), is_name, words)


def _apart(kana: str, is_name: bool) -> tuple[ToldWord, ...]:
    """Return the words of a reading with spaces."""
    return tuple([ToldWord(word, is_name and word != "ノ", hyphen=False) for word in kana.split()])


def _spelled_name(english: str, kana: str, ja: str) -> tuple[ToldWord, ...]:
    """Return the words of a rendering that spells a reading, or all of it but the generic noun, which it may translate.

    >>> [word.kana for word in _spelled_name("Misono Bridge", "ミソノバシ", "御園橋")]
    ['ミソノ', 'バシ']
    """
    if whole := _spelled(english, kana):
        return whole
    for generic in generics().get(ja[-1:], ()):
        name = _spelled(english, kana.removesuffix(generic)) if kana.endswith(generic) else ()
        if name and name[0].is_name:
            return *name, ToldWord(generic, is_name=False, hyphen=True)
    return ()


def _spelled(english: str, kana: str) -> tuple[ToldWord, ...]:
    """Return the words of a rendering that spells a reading, perhaps before a common noun: *Kiyomizu-dera Temple*.

    >>> [word.kana for word in _spelled("Sen no Rikyū", "センノリキュウ")], _spelled("tea master", "センノリキュウ")
    (['セン', 'ノ', 'リキュウ'], ())
    """
    words = _WORD.findall(english)
    for size in (len(words), len(words) - 1):
        if size > 0 and latin_key("".join([word for _, word in words[:size]])) in _keys(kana):
            return _matched(words[:size], kana)
    return ()


def _matched(words: Sequence[tuple[str, str]], kana: str) -> tuple[ToldWord, ...]:
    """Return the words with their kana; empty if they do not all have a part of the kana."""
    if not words:
        return ()
    (mark, word), *rest = words
    for end in range(1, len(kana) + 1) if rest else (len(kana),):
        if latin_key(word) in _keys(kana[:end]):
            others = _matched(rest, kana[end:])
            if others or not rest:
                return ToldWord(kana[:end], word[0].isupper(), hyphen=mark in _HYPHENS), *others
    return ()


def _keys(kana: str) -> set[str]:
    """Return the keys of kana, also of two vowels that are not one long vowel: Inoue."""
    return {*kana_keys(kana), *kana_keys(kana, tuple(range(1, len(kana))))}
