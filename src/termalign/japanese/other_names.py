"""The names of a term in a list or glossary: both of 日本放送協会（NHK）, and both of ハザードマップ/防災地図."""

import re
from itertools import pairwise

from termalign.kana import has_kanji
from termalign.lexicon.lexicon import Lexicon
from termalign.text import list_item, normalise, scripts

_OTHER = re.compile(r"(?P<name>[^()（）]+?)[ 　]?[(（](?P<other>[^()（）]{2,})[)）]")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-A-Za-z0-9Ａ-Ｚａ-ｚ０-９&.,' /]+")
_ROMAN = re.compile("[IVXＩＶＸ]+")
_OR = re.compile(r"[ 　]*[/／|｜、][ 　]*")
_ALTERNATIVE = re.compile(f"(?![0-9０-９])(?=.*[{scripts.JAPANESE}])[^()（）「」『』。]{{2,30}}")
_MOST = 8  # alternatives on a line


def names_in(term: str) -> tuple[str, ...]:
    """Return the names in a term, without a bullet, quotation marks, the mark of a note and a reading around it.

    There are two if another name stands in brackets behind one: one of them is in Latin letters and the other is not, the
    longer one ends with the shorter one, or one is made of characters of the other, in order from the first.

    Examples
    --------
    >>> names_in("日本放送協会（NHK）"), names_in("NHK(日本放送協会)"), names_in("国民健康保険(国保)")
    (('日本放送協会', 'NHK'), ('NHK', '日本放送協会'), ('国民健康保険', '国保'))
    >>> names_in("電源(主)"), names_in("塩化鉄(III)"), names_in("東芝(株)"), names_in("電源(オン)")
    (('電源(主)',), ('塩化鉄(III)',), ('東芝(株)',), ('電源(オン)',))
    >>> names_in("①警察庁※"), names_in("引越し(ひっこし)"), names_in("「いじめ」の防止"), names_in("△5％")
    (('警察庁',), ('引越し',), ('「いじめ」の防止',), ('△5％',))
    """
    bare = list_item(term).term
    found = _OTHER.fullmatch(bare)
    if found is None or _ROMAN.fullmatch(found["other"]):
        return (bare,)
    name, other = found["name"], found["other"]
    in_latin, other_in_latin = (_LATIN.fullmatch(each) is not None for each in (name, other))
    is_other = in_latin != other_in_latin or other.endswith(name) or _is_short_for(*sorted((other, name), key=len))
    return (name, other) if is_other else (bare,)


def spellings_in(term: str) -> tuple[str, ...]:
    """Return the `names_in` a term and its reading, which a Japanese text may have in place of the term.

    >>> spellings_in("・引越し(ひっこし)")
    ('引越し', 'ひっこし')
    """
    reading = list_item(term).reading
    return (*names_in(term), reading) if reading else names_in(term)


def _is_short_for(short: str, full: str) -> bool:
    """Return whether a name in kanji has characters of another in order, from the first: 国保, 国民健康保険."""
    rest = iter(full)
    return short[0] == full[0] and all(map(has_kanji, short)) and all(character in rest for character in short)


def listed_names(term: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the names of a term of a list: those that `names_in` finds, and alternatives with a slash or ``|`` between them.

    A term with alternatives is a name itself, because a slash may also join the parts of one term. A dictionary word
    (24時間/365日) has none, nor has one whose parts share a word (輸入/輸出業者).

    Examples
    --------
    >>> lexicon = Lexicon.default()
    >>> listed_names("ハザードマップ/防災地図", lexicon), listed_names("・日本放送協会（NHK）", lexicon)
    (('ハザードマップ/防災地図', 'ハザードマップ', '防災地図'), ('日本放送協会', 'NHK'))
    >>> [listed_names(term, lexicon)[1:] for term in ("24/7", "入出力/IO", "輸入/輸出業者", "東京・大阪")]
    [(), (), (), ()]
    """
    names = names_in(term)
    return (*names, *_alternatives(names[0], lexicon)) if len(names) == 1 else names


def _alternatives(term: str, lexicon: Lexicon) -> tuple[str, ...]:
    parts = _OR.split(term)
    if (
        not 1 < len(parts) <= _MOST
        or not all(map(_ALTERNATIVE.fullmatch, parts))
        or lexicon.words(term)
        or lexicon.names(term)
    ):
        return ()
    return () if any(_shares_a_word(a, b, lexicon) for a, b in pairwise(parts)) else tuple(parts)


def _shares_a_word(first: str, second: str, lexicon: Lexicon) -> bool:
    """Return whether two alternatives share a word: 業者 in 輸入/輸出業者, because 輸入業者 is a word."""
    ends = [first + second[k:] for k in range(2, len(second))]
    beginnings = [first[:k] + second for k in range(1, len(first) - 1)]
    return any(lexicon.has(word) for word in {*ends, *beginnings} - {first, second})


def folded_names(term: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the folded `listed_names` of a term.

    >>> folded_names("日本放送協会（ＮＨＫ）", Lexicon.default())
    ('日本放送協会', 'NHK')
    """
    return tuple([normalise(name, is_term=True).text for name in listed_names(term, lexicon)])
