"""Romanisation with the readings of a glossary."""

from collections.abc import Iterator
from functools import partial

import termalign.japanese.romanize as dictionaries
from termalign.formats.glossaries import GlossaryLike
from termalign.formats.glossaries.entry import renderings_of
from termalign.japanese.told import Told
from termalign.kana import System, is_kana, kana_keys, latin_key, to_katakana
from termalign.termbase.glossary import Glossary
from termalign.text import normalise


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
        Terms with readings (`GlossaryEntry.reading`), which take precedence over the dictionaries. Such a term is written
        with a capital if its first rendering is, and as one word if that is the reading in one word (*Yukimura*).

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
        kana = "".join(normalise(found.entry.reading).text.split())
        if kana and all(map(is_kana, kana)) and not found.variant and found.text == found.entry.ja:
            kana, english = to_katakana(kana), next(iter(renderings_of(found.entry)), "")
            is_word = english.isalpha() and latin_key(english) in kana_keys(kana)
            yield Told(found.start, found.end, kana, english[:1].isupper(), is_word)
