"""The names of a term in a list or glossary: both of 日本放送協会（NHK）, and both of ハザードマップ/防災地図."""

import re
from collections.abc import Sequence
from itertools import pairwise

from termalign.japanese.text import JapaneseText
from termalign.japanese.titled_people import without_title
from termalign.kana import all_katakana, has_kanji
from termalign.lexicon.lexicon import Lexicon
from termalign.text import list_item, normalise, scripts

_OTHER = re.compile(r"(?P<name>[^()（）]+?)[ 　]?[(（](?P<other>[^()（）]{2,})[)）]")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-A-Za-z0-9Ａ-Ｚａ-ｚ０-９&.,' /]+")
_ROMAN = re.compile("[IVXＩＶＸ]+")
_OR = re.compile(r"[ 　]*[/／|｜、][ 　]*")
_ALTERNATIVE = re.compile(f"(?![0-9０-９])(?=.*[{scripts.JAPANESE}])[^()（）「」『』。]{{2,30}}")


def names_in(term: str) -> tuple[str, ...]:
    """Return the names in a term, without a bullet, quotation marks, the mark of a note and a reading around it.

    There are two if another name stands in brackets behind one: one of them is in Latin letters and the other is not, the
    one in brackets ends with the other, or one is made of two or more kanji of the other, in order.

    Examples
    --------
    >>> names_in("日本放送協会（NHK）"), names_in("NHK(日本放送協会)"), names_in("国民健康保険(国保)")
    (('日本放送協会', 'NHK'), ('NHK', '日本放送協会'), ('国民健康保険', '国保'))
    >>> names_in("原子力規制委員会（規制委）"), names_in("万博（大阪・関西万博）")
    (('原子力規制委員会', '規制委'), ('万博', '大阪・関西万博'))
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
    """Return whether a name consists of kanji of another, in order: 国保 or 健保 of 国民健康保険."""
    rest = iter(full)
    return len(short) > 1 and all(map(has_kanji, short)) and all(character in rest for character in short)


def listed_names(term: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the names of a term of a list: those that `names_in` finds, and alternatives with a slash or ``|`` between them.

    Katakana in brackets behind kanji is a name, too, if no dictionary has it (リ・サンイル), or if it is clipped from the reading
    of the kanji (トクリュウ): 電源(オン) is one name.

    A term with alternatives is a name itself, because a slash may also join the parts of one term. A dictionary word
    (24時間/365日) has none, nor has one whose parts share a word (輸入/輸出業者).

    Examples
    --------
    >>> lexicon = Lexicon.default()
    >>> listed_names("ハザードマップ/防災地図", lexicon), listed_names("・日本放送協会（NHK）", lexicon)
    (('ハザードマップ/防災地図', 'ハザードマップ', '防災地図'), ('日本放送協会', 'NHK'))
    >>> listed_names("李相日(リ・サンイル)", lexicon), listed_names("電源(オン)", lexicon)
    (('李相日', 'リ・サンイル'), ('電源(オン)',))
    >>> [listed_names(term, lexicon)[1:] for term in ("24/7", "入出力/IO", "輸入/輸出業者", "東京・大阪")]
    [(), (), (), ()]
    """
    names = names_in(term)
    if len(names) > 1:
        return names
    return _with_sound(names[0], lexicon) or (*names, *_alternatives(names[0], lexicon))


def _with_sound(term: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return a name in kanji and its sound in katakana in brackets behind it, or () if that is a word of its own."""
    found = _OTHER.fullmatch(term)
    if found is None or not has_kanji(found["name"]) or not all_katakana(found["other"].replace("・", "")):
        return ()
    name, kana = found["name"], found["other"]
    readings = [m.reading for m in JapaneseText(name, lexicon).morphemes]
    return (name, kana) if not lexicon.words(kana) or _is_clipped_from(kana, readings) else ()


def _is_clipped_from(kana: str, readings: Sequence[str]) -> bool:
    """Return whether kana is made of the beginnings of readings, of two characters or more: トクメイ, リュウドウ → トクリュウ."""
    if not kana or not readings:
        return not kana
    able = range(2, len(readings[0]) + 1)  # of each reading, two kana at least
    return _is_clipped_from(kana, readings[1:]) or any(
        kana.startswith(readings[0][:size]) and _is_clipped_from(kana[size:], readings[1:]) for size in able
    )


def _alternatives(term: str, lexicon: Lexicon) -> tuple[str, ...]:
    parts = _OR.split(term)
    if (
        not 1 < len(parts) <= 8  # of more alternatives, a line is a list
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
    """Return the folded `listed_names` of a term, and the name of a person without the title, by which a text may go on.

    >>> lexicon = Lexicon.default()
    >>> folded_names("日本放送協会（ＮＨＫ）", lexicon), folded_names("三笘薫選手", lexicon)
    (('日本放送協会', 'NHK'), ('三笘薫選手', '三笘薫'))
    """
    names = [normalise(name, is_term=True).text for name in listed_names(term, lexicon)]
    return tuple(dict.fromkeys([*names, *filter(None, [without_title(name, lexicon) for name in names])]))
