"""Japanese text in Latin letters, words set apart and names capitalised; and the alternatives for a term."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from termalign.arguments import checked
from termalign.japanese.aloud import aloud, is_latin, is_settled, topic_spoken
from termalign.japanese.generics import clans, living_clans
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.readings import Reading, is_silent, kanji_borders, readings
from termalign.japanese.spacing import between
from termalign.japanese.spoken_numbers import COUNTED, COUNTER, NUMBER, SPOKEN, UNIT
from termalign.japanese.tagger import morphemes
from termalign.kana import SYSTEMS, System, has_kanji, is_kana, romanize_kana
from termalign.lexicon import Lexicon
from termalign.text import normalise

_MAX_ALTERNATIVES = 40
_LONG_TEXT = 12  # morphemes: a longer text is no term, and has one romanisation
_NOMINAL = ("名詞", "接頭辞", "接尾辞", "形状詞", "代名詞", "記号")
_MAX_RUN = 8
_INFLECTED = ("動詞", "形容詞")
_COUNTED = (COUNTED, COUNTER, SPOKEN, UNIT)
_MARKS = str.maketrans(
    {
        "、": ",", "。": ".", "「": '"', "」": '"', "『": '"', "』": '"', "《": '"', "》": '"',
        "〈": "<", "〉": ">", "【": "[", "】": "]", "〔": "[", "〕": "]", "・": "", "〜": "-",
        "‐": "-", "―": "-", "—": "-", "゠": "-", "…": "...", "‥": "..", "　": " ",
    }
)  # fmt: skip


class _Word(NamedTuple):
    """Morphemes read as one, with their katakana and its borders; without katakana they stay as they are."""

    first: Morpheme
    last: Morpheme
    surface: str
    kana: str
    borders: tuple[int, ...]


def romanize(text: str, system: System = "hepburn") -> str:
    """Japanese text in Latin letters.

    Words are set apart, particles pronounced (は wa, へ e, を o), proper names capitalised, Japanese marks
    turned to ASCII; Latin letters and digits pass through.

    Parameters
    ----------
    text : str
        Any text.
    system : {'hepburn', 'hepburn-macron', 'kunrei', 'nihon', 'passport'}
        As in `termalign.kana.romanize_kana`.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If the system is not one of the five.
    TypeError
        If `text` is not a string.

    Examples
    --------
    >>> romanize("私は東京へ行きました。")
    'watakushi wa Tokyo e ikimashita.'
    >>> romanize("匿名・流動型犯罪グループ", system="hepburn-macron")
    'tokumei ryūdōgata hanzai gurūpu'
    """
    romanize_kana("", system)  # an unknown system is an error for empty text as well
    checked(text, "text")
    return "\n".join(_line(line, system) for line in normalise(text).text.split("\n"))


def romanizations(text: str) -> list[str]:
    """All the ways in which a term may be romanised, the likeliest first.

    Every reading in Hepburn without marks for length comes first, then every reading in the other systems.

    Parameters
    ----------
    text : str
        A term; of a text of more than twelve morphemes only the one romanisation is given in each system.

    Returns
    -------
    list of str
        Distinct, at most forty.

    Raises
    ------
    TypeError
        If `text` is not a string.

    Examples
    --------
    >>> sorted(romanizations("羽田")[:3])
    ['Hada', 'Haneda', 'Hata']
    """
    checked(text, "text")
    found: dict[str, None] = dict.fromkeys(romanize(text, system) for system in SYSTEMS[:1] if text.strip())
    cut = morphemes(normalise(text).text)
    alternatives = readings(cut, Lexicon.default(), kakasi=True) if len(cut) <= _LONG_TEXT else ()
    for system in SYSTEMS:
        found.update(dict.fromkeys(_joined(list(_words_of(cut, reading)), system) for reading in alternatives))
        if text.strip():
            found.setdefault(romanize(text, system))
    return [spelling for spelling in found if spelling][:_MAX_ALTERNATIVES]


def _line(text: str, system: System) -> str:
    lexicon = Lexicon.default()
    return _joined(list(_words(aloud(text, lexicon), lexicon)), system)


def _words(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[_Word]:
    """The text's words; runs of nouns as the dictionaries read them, all else as UniDic does."""
    for nominal, group in groupby(morphemes, key=lambda m: m.pos.startswith(_NOMINAL)):
        run = list(group)
        if not nominal:
            yield from map(_inflected, run)
            continue
        for settled, parts in groupby(run, key=is_settled):
            if settled:
                yield from map(_settled, parts)
                continue
            nouns = list(parts)
            for start in range(0, len(nouns), _MAX_RUN):
                part = nouns[start : start + _MAX_RUN]
                found = readings(part, lexicon)
                yield from _words_of(part, _likeliest(found)) if found else map(_unread, part)


def _likeliest(found: Sequence[Reading]) -> Reading:
    """The first reading; but ノ joins the name of a clan to a given name no longer if it is a family's today: 小野 Ono."""
    for reading in found:
        surface, kana = reading.segments[0]
        if surface not in living_clans() or kana != clans()[surface] + "ノ":
            return reading
    return found[0]


def _settled(morpheme: Morpheme) -> _Word:
    """A morpheme that is read as it says, or not at all."""
    if is_latin(morpheme):
        return _unread(morpheme)
    surface, kana = morpheme.surface, morpheme.reading
    if morpheme.pos == SPOKEN:  # its kana do not go by its characters: 二〇 ニジュウ
        return _Word(morpheme, morpheme, surface, kana, tuple([hit.start() for hit in re.finditer("オク", kana)]))
    return _Word(morpheme, morpheme, surface, kana, kanji_borders(surface, kana, Lexicon.default()))


def _inflected(morpheme: Morpheme) -> _Word:
    """A morpheme outside noun runs."""
    found = readings([morpheme], Lexicon.default())
    if not found:
        return _unread(morpheme)
    kana, borders = topic_spoken(morpheme, found[0].kana), found[0].borders
    if morpheme.pos.startswith(_INFLECTED):
        if kana == "ユウ" and morpheme.lemma == "言う":
            kana = "イウ"  # said yū, but romanised as it is spelled
        if kana.endswith("ウ"):  # the ending of 思う is no long vowel, that of 行こう is
            last = len(kana) - 1
            borders = tuple([at for at in borders if at != last]) + (last,) * (morpheme.surface == morpheme.base)
    return _Word(morpheme, morpheme, morpheme.surface, kana, borders)


def _unread(morpheme: Morpheme) -> _Word:
    return _Word(morpheme, morpheme, morpheme.surface, "", ())


def _words_of(morphemes: Sequence[Morpheme], reading: Reading) -> Iterator[_Word]:
    """A reading's segments with the morphemes they read; morphemes that are not read stand as they are."""
    segments = iter(reading.segments)
    rest = list(morphemes)
    while rest:
        first = rest.pop(0)
        surface, kana = ("", "") if is_silent(first) else next(segments, ("", ""))
        if not kana:  # a mark, or what follows a term that brings its reading in brackets
            yield _unread(first)
            continue
        last, length = first, len(first.surface)
        while length < len(surface) and rest:
            last = rest.pop(0)
            length += 0 if is_silent(last) else len(last.surface)
        yield _Word(first, last, surface, kana, kanji_borders(surface, kana, Lexicon.default()))


def _joined(words: list[_Word], system: System) -> str:
    """Words spelled and put together."""
    out = ""
    for word, group in _groups(words):
        out += word + _spelled(group, system)
    return re.sub(r" {2,}", " ", out).strip()


def _groups(words: list[_Word]) -> Iterator[tuple[str, list[_Word]]]:
    """Words written as one, with what separates them from those before."""
    group: list[_Word] = []
    gap = ""
    for word in words:
        between_them = between(group[-1].last, word.first) if group else ""
        if group and group[-1].kana.endswith("ッ"):
            between_them = ""  # 一酸化炭素: issanka tanso
        if group and (between_them or not (group[-1].kana and word.kana)):
            yield gap, group
            group, gap = [], between_them
        group.append(word)
    if group:
        yield gap, group


def _is_listed_as_name(group: list[_Word]) -> bool:
    """Whether only the dictionary of names knows it: 新橋, which UniDic takes for a new bridge."""
    surface = "".join([word.surface for word in group])
    if len(surface) == 1 or not has_kanji(surface) or _is_counted(group):
        return False
    lexicon = Lexicon.default()
    return bool(lexicon.names(surface)) and not lexicon.words(surface)


def _is_counted(group: list[_Word]) -> bool:
    """Whether it is a number with what it counts, or a number begins it: 百万円, 二鳥."""
    return group[0].first.pos == NUMBER or all(word.first.pos in _COUNTED for word in group)


def _spelled(group: list[_Word], system: System) -> str:
    """Words without a space between them."""
    kana, borders = "", []
    for word in group:
        borders += [len(kana), *(len(kana) + border for border in word.borders)]
        kana += word.kana
    if not kana:
        return "".join(word.surface.translate(_MARKS) for word in group)
    if not any(map(is_kana, kana)):
        return "".join(word.surface for word in group)
    linked = len(group) == 1 and clans().get(group[0].surface, "") + "ノ" == kana
    if linked:  # 源頼朝: Minamoto no Yoritomo
        kana = kana[:-1]
    spelled = romanize_kana(kana, system, tuple(borders))
    if group[0].first.pos.startswith("名詞-固有名詞") or _is_listed_as_name(group):
        spelled = spelled[:1].upper() + spelled[1:]
    return spelled + " no" if linked else spelled
