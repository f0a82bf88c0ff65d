"""The names in a term of a list or glossary as people write it: both of 日本放送協会（NHK）, and 警察庁 in ①「警察庁」※."""

import re

from termalign.kana import is_hiragana, is_kanji
from termalign.text import normalise

_OTHER = re.compile(r"(?P<name>[^()（）]+?)[ 　]?[(（](?P<other>[^()（）]{2,})[)）]")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-A-Za-z0-9Ａ-Ｚａ-ｚ０-９&.,' /]+")
_ROMAN = re.compile("[IVXＩＶＸ]+")
_BULLET = re.compile(r"(?:[・•●○◎■□◆◇▲△▼▽※★☆→①-⑳]|[0-9０-９]{1,3}[.．)）](?![0-9０-９])|[-*＊](?=[ 　]))[ 　]*")
_NOTE_MARK = re.compile("[※*＊]+$")
_QUOTES = frozenset(("「」", "『』", "【】", "［］", "[]", "〈〉", "《》", "〔〕", "“”", '""'))


def names_in(term: str) -> tuple[str, ...]:
    """Return the names in a term, without a bullet, a mark of a note and quotation marks around it.

    There are two if another name stands in brackets behind one: one of them is in Latin letters and the other is not, the
    other is the reading of kanji in hiragana, or the longer one ends with the shorter one.

    Examples
    --------
    >>> names_in("日本放送協会（NHK）"), names_in("NHK(日本放送協会)"), names_in("引越し(ひっこし)")
    (('日本放送協会', 'NHK'), ('NHK', '日本放送協会'), ('引越し', 'ひっこし'))
    >>> names_in("電源(主)"), names_in("塩化鉄(III)"), names_in("東芝(株)"), names_in("電源(オン)")
    (('電源(主)',), ('塩化鉄(III)',), ('東芝(株)',), ('電源(オン)',))
    >>> names_in("①警察庁※"), names_in("『羅生門』"), names_in("「いじめ」の防止"), names_in("△5％")
    (('警察庁',), ('羅生門',), ('「いじめ」の防止',), ('△5％',))
    """
    bare = _bare(term)
    found = _OTHER.fullmatch(bare)
    if found is None or _ROMAN.fullmatch(found["other"]):
        return (bare,)
    name, other = found["name"], found["other"]
    in_latin, other_in_latin = (_LATIN.fullmatch(each) is not None for each in (name, other))
    is_reading = all(map(is_hiragana, other)) and any(map(is_kanji, name))
    return (name, other) if in_latin != other_in_latin or is_reading or other.endswith(name) else (bare,)


def folded_names(term: str) -> tuple[str, ...]:
    """Return the folded `names_in` a term.

    >>> folded_names("日本放送協会（ＮＨＫ）")
    ('日本放送協会', 'NHK')
    """
    return tuple([normalise(name, is_term=True).text for name in names_in(term)])


def _bare(term: str) -> str:
    bullet = _BULLET.match(term)
    bare = _NOTE_MARK.sub("", term[bullet.end() :] if bullet else term)
    if bare[:1] + bare[-1:] in _QUOTES and not any(quote in bare[1:-1] for quote in bare[0] + bare[-1]):
        bare = bare[1:-1].strip()
    return bare if bare[:1].isalpha() else term
