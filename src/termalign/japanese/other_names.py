"""The names in a term of a list or glossary that has another name of the same thing in brackets: 日本放送協会（NHK）."""

import re

from termalign.kana import is_hiragana, is_kanji

_OTHER = re.compile(r"(?P<name>[^()（）]+?)[ 　]?[(（](?P<other>[^()（）]{2,})[)）]")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-A-Za-z0-9Ａ-Ｚａ-ｚ０-９&.,' /]+")
_ROMAN = re.compile("[IVXＩＶＸ]+")


def names_in(term: str) -> tuple[str, ...]:
    """Return both names in a term that ends with another name in brackets; otherwise the term.

    One of two names is in Latin letters and the other is not, or the first has kanji and the other is its reading in hiragana.

    Examples
    --------
    >>> names_in("日本放送協会（NHK）"), names_in("NHK(日本放送協会)"), names_in("引越し(ひっこし)")
    (('日本放送協会', 'NHK'), ('NHK', '日本放送協会'), ('引越し', 'ひっこし'))
    >>> names_in("電源(主)"), names_in("塩化鉄(III)"), names_in("東芝(株)"), names_in("電源(オン)")
    (('電源(主)',), ('塩化鉄(III)',), ('東芝(株)',), ('電源(オン)',))
    """
    found = _OTHER.fullmatch(term)
    if found is None or _ROMAN.fullmatch(found["other"]):
        return (term,)
    name, other = found["name"], found["other"]
    in_latin, other_in_latin = (_LATIN.fullmatch(each) is not None for each in (name, other))
    is_reading = all(map(is_hiragana, other)) and any(map(is_kanji, name))
    return (name, other) if in_latin != other_in_latin or is_reading else (term,)
