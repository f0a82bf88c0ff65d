"""Romanisation of Japanese text, with words separated and names capitalised; and all romanisations of a term."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby, zip_longest
from typing import NamedTuple

from termalign.arguments import checked
from termalign.japanese.aloud import aloud, is_latin, is_settled, topic_spoken
from termalign.japanese.legal_forms import organisations
from termalign.japanese.listed_organisations import listed_organisations
from termalign.japanese.listed_people import family_readings
from termalign.japanese.morpheme import NAME, NUMERAL, OTHER_NAME, PERSON, Morpheme, surface_of
from termalign.japanese.name_kinds import name_kinds
from termalign.japanese.name_words import clans, living_clans
from termalign.japanese.numbered_companies import numbered_companies
from termalign.japanese.read_along import word_beside
from termalign.japanese.readings import Reading, is_silent, kanji_borders, readings
from termalign.japanese.sites import site
from termalign.japanese.spacing import between
from termalign.japanese.spoken_numbers import COUNTED, COUNTER, SPOKEN, UNIT
from termalign.japanese.tagger import morphemes
from termalign.japanese.told import TOLD, Told, with_told_readings
from termalign.japanese.whole_words import whole_words
from termalign.kana import SYSTEMS, System, has_kanji, is_kana, romanize_kana, to_katakana
from termalign.lexicon.entries import WordEntry
from termalign.lexicon.lexicon import Lexicon
from termalign.text import Ruby, normalise
from termalign.text.accents import without_accents

_LONG_TEXT = 12  # morphemes: a longer text is not a term, and has one romanisation in each system
_NOMINAL = ("名詞", "接頭辞", "接尾辞", "形状詞", "代名詞", "記号")
_MAX_RUN = 8
_INFLECTED = ("動詞", "形容詞")
_SHRINES = ("神社", "神宮", "大社", "天満宮", "八幡宮", "東照宮")
_LINES = ("新幹線", "本線")
_OF_SITES = frozenset(("place", "station", "organization"))  # kinds of names
_COUNTED = (COUNTED, COUNTER, SPOKEN, UNIT)
_MARKS = str.maketrans(
    {
        "、": ",", "。": ".", "「": '"', "」": '"', "『": '"', "』": '"', "《": '"', "》": '"',
        "〈": "<", "〉": ">", "【": "[", "】": "]", "〔": "[", "〕": "]", "・": "", "〜": "-",
        "‐": "-", "―": "-", "—": "-", "゠": "-", "…": "...", "‥": "..", "　": " ",
    }
)  # fmt: skip


class _Word(NamedTuple):
    """Morphemes read together, with their katakana and its borders. Without katakana they are kept as written."""

    first: Morpheme
    last: Morpheme
    surface: str
    kana: str
    borders: tuple[int, ...]
    in_name: bool = False  # whether it has a capital although it is no name by itself


class _Line(NamedTuple):
    """The words of a line, and the code points at which a page has broken it, in order."""

    words: list[_Word]
    breaks: Sequence[int] = ()


def romanize(text: str, system: System = "hepburn", told: Callable[[str], Iterable[Told]] | None = None) -> str:
    """Write Japanese text in Latin letters, as `termalign.romanize` does.

    ``told`` returns, for a line of the text, the readings of its terms that take precedence, in order.

    Examples
    --------
    >>> romanize("私は東京へ行きました。")
    'watakushi wa Tokyo e ikimashita.'
    >>> romanize("匿名・流動型犯罪グループ", system="hepburn-macron")
    'tokumei ryūdōgata hanzai gurūpu'
    """
    checked(system, "system")
    romanize_kana("", system)  # an unknown system is an error for empty text as well
    checked(text, "text")
    return _written(_lines(text, told), system)


def romanizations(text: str) -> list[str]:
    """Return all romanisations of a term, the likeliest first.

    All readings in Hepburn without marks for long vowels come first, then all readings in the other systems.

    Parameters
    ----------
    text : str
        A term. A text of more than twelve morphemes has only one romanisation in each system.

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
    lines = _lines(text) if text.strip() else []
    found: dict[str, None] = {_written(lines, SYSTEMS[0]): None}
    cut = morphemes(normalise(text).text)
    alternatives = readings(cut, Lexicon.default(), kakasi=True) if len(cut) <= _LONG_TEXT else ()
    for system in SYSTEMS:
        found.update(dict.fromkeys(_joined(list(_words_of(cut, reading)), system) for reading in alternatives))
        found.setdefault(_written(lines, system))
    return [spelling for spelling in found if spelling][:40]


def _lines(text: str, told: Callable[[str], Iterable[Told]] | None = None) -> list[_Line]:
    lexicon = Lexicon.default()
    found: list[_Line] = []
    folded = normalise(text)
    ruby, breaks = folded.ruby(), list(folded.breaks())
    start = 0
    for line in folded.text.split("\n"):
        end = start + len(line)
        read = aloud(line, lexicon)
        if beside := [Ruby(a - start, b - start, kana) for a, b, kana in ruby if start <= a and b <= end]:
            read = list(with_told_readings(read, _told_by(beside, read, lexicon), lexicon))
        if told is not None:
            read = list(with_told_readings(read, told(line), lexicon))
        read = list(with_told_readings(read, whole_words(read, lexicon), lexicon))
        read = list(with_told_readings(read, numbered_companies(read, lexicon), lexicon))
        names = [*organisations(read, lexicon), *listed_organisations(read, lexicon)]
        words = _with_names(_words(read, lexicon), names)
        found.append(_Line(list(words), [at - start for at in breaks if start < at <= end]))
        start = end + 1
    return found


def _with_names(words: Iterable[_Word], names: Sequence[tuple[int, int]]) -> Iterator[_Word]:
    """Yield the words of a text, and say which are in one of the `names`, given by their code points."""
    starts = [start for start, _ in sorted(names)]
    ends = list(accumulate((end for _, end in sorted(names)), max))  # the farthest of the names that begin so far
    for word in words:
        begun = bisect_right(starts, word.first.start)
        yield word._replace(in_name=begun > 0 and word.last.end <= ends[begun - 1])


def _told_by(ruby: Iterable[Ruby], morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[Told]:
    """Yield the readings that ruby gives, each with the word that can be read so, or with all that the ruby is beside."""
    for one in ruby:
        kana = to_katakana(one.kana)
        if not all(map(is_kana, kana)):
            continue  # a meaning, or dots for emphasis
        word = word_beside(morphemes, one, lexicon)
        start, end = (morphemes[word[0]].start, morphemes[word[1] - 1].end) if word else one[:2]
        surface = "".join([m.surface for m in morphemes if start <= m.start and m.end <= end])
        yield Told(start, end, kana, bool(lexicon.names(surface)) and not lexicon.words(surface), ())


def _written(lines: Iterable[_Line], system: System) -> str:
    return "\n".join([_joined(words, system, breaks) for words, breaks in lines])


def _words(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[_Word]:
    """Yield the words of a text. Noun runs take readings from all dictionaries, other words only their own."""
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
                if found and _is_unknown_place(part, lexicon):
                    yield _Word(part[0], part[-1], surface_of(part), found[0].kana, found[0].borders)
                elif found:
                    inside = _inside_names(part, lexicon)
                    for word in _words_of(part, _likeliest(found)):
                        yield word._replace(first=word.first._replace(pos=OTHER_NAME)) if word.first in inside else word
                else:
                    yield from map(_unread, part)


def _inside_names(part: Sequence[Morpheme], lexicon: Lexicon) -> set[Morpheme]:
    """Return the nouns of a run that are part of a longer name, after its first morpheme: 神社 in 八坂神社."""
    inside: set[Morpheme] = set()
    for k, first in enumerate(part):
        if first.pos.startswith(NAME) and first not in inside:
            ends = range(len(part), k + 1, -1)
            end = next((end for end in ends if _is_whole_name(part[k:end], lexicon)), k)
            inside.update(m for m in part[k + 1 : end] if len(m.surface) > 1 and m.pos.startswith("名詞"))
            inside.update(m for m in part[k + 1 : k + 2] if surface_of(part[k + 1 : end]) in _LINES)
    return inside


def _is_whole_name(pieces: Sequence[Morpheme], lexicon: Lexicon) -> bool:
    """Return whether the dictionary of names lists a run, or it is a name with a noun for a shrine."""
    if surface_of(pieces[1:]) in _SHRINES + _LINES:
        return True
    surface = surface_of(pieces)
    return not _OF_SITES.isdisjoint(name_kinds(surface, lexicon)) and not lexicon.words(surface)


def _is_unknown_place(part: Sequence[Morpheme], lexicon: Lexicon) -> bool:
    """Return whether a run is a place of the dictionary of names that UniDic cuts into common nouns: 天橋立."""
    if len(part) == 1 or any(m.pos.startswith(NAME) for m in part):
        return False
    surface = surface_of(part)
    names = lexicon.names(surface)
    return bool(names) and all("place" in name.kinds for name in names) and not lexicon.words(surface)


def _likeliest(found: Sequence[Reading]) -> Reading:
    """Return the first reading that adds no ノ to a clan name that is a family name today: 小野 is Ono."""
    for reading in found:
        surface, kana = reading.segments[0]
        if surface not in living_clans() or kana != clans()[surface] + "ノ":
            return reading
    return found[0]


def _settled(morpheme: Morpheme) -> _Word:
    """Return a morpheme as a word with the reading that it already has, or without a reading."""
    if is_latin(morpheme):
        return _unread(morpheme)
    surface, kana = morpheme.surface, morpheme.reading
    if morpheme.pos == SPOKEN:  # its kana cannot be divided among its characters: 二〇 ニジュウ
        return _Word(morpheme, morpheme, surface, kana, tuple([hit.start() for hit in re.finditer("オク", kana)]))
    return _Word(morpheme, morpheme, surface, kana, kanji_borders(surface, kana, Lexicon.default()))


def _inflected(morpheme: Morpheme) -> _Word:
    found = readings([morpheme], Lexicon.default())
    if not found:
        return _unread(morpheme)
    kana, borders = topic_spoken(morpheme, found[0].kana), found[0].borders
    if morpheme.pos.startswith(_INFLECTED):
        if kana == "ユウ" and morpheme.lemma == "言う":
            kana = "イウ"  # pronounced yū, but romanised as spelled
        if kana.endswith("ウ"):  # 行こう ends in a long vowel, 思う does not
            last = len(kana) - 1
            borders = tuple([at for at in borders if at != last]) + (last,) * (morpheme.surface == morpheme.base)
    return _Word(morpheme, morpheme, morpheme.surface, kana, borders)


def _unread(morpheme: Morpheme) -> _Word:
    return _Word(morpheme, morpheme, morpheme.surface, "", ())


def _words_of(morphemes: Sequence[Morpheme], reading: Reading) -> Iterator[_Word]:
    """Yield the segments of a reading with their morphemes; morphemes without a reading are kept as written."""
    segments = iter(reading.segments)
    rest = list(morphemes)
    while rest:
        first = rest.pop(0)
        surface, kana = ("", "") if is_silent(first) else next(segments, ("", ""))
        if not kana:  # a mark, or the reading in brackets after a term
            yield _unread(first)
            continue
        last, length = first, len(first.surface)
        while length < len(surface) and rest:
            last = rest.pop(0)
            length += 0 if is_silent(last) else len(last.surface)
        yield _Word(first, last, surface, kana, kanji_borders(surface, kana, Lexicon.default()))


def _joined(words: list[_Word], system: System, breaks: Sequence[int] = ()) -> str:
    """Return the words in Latin letters. What a page has broken is in the line in which it begins."""
    pieces: list[str] = []
    ahead = list(breaks)
    for k, ((gap, group), after) in enumerate(zip_longest(groups := list(_groups(words)), groups[1:])):
        passed = bisect_right(ahead, group[0].first.start)
        spelled = _site(group, system) if after is None or not _is_person(*after) else ""
        if _is_between_people(k, groups):
            gap, spelled = "", ","
        pieces += "\n" * passed or gap, spelled or _spelled(group, system, capital=group[0].in_name and gap != "-")
        del ahead[:passed]
    spelled = re.sub(r" {2,}", " ", "".join(pieces)).strip(" ")
    return spelled + "\n" * len(ahead)


def _is_between_people(k: int, groups: Sequence[tuple[str, list[_Word]]]) -> bool:
    """Return whether a group is the middle dot between a full name and another person, in kanji: 高橋一郎・田中美咲."""
    if surface_of(groups[k][1]) != "・" or not 1 < k < len(groups) - 1:
        return False
    beside = [group[-1].first for _, group in (groups[k - 2], groups[k - 1], groups[k + 1])]
    return all(m.pos.startswith(PERSON) and has_kanji(m.surface) for m in beside)


def _is_person(gap: str, group: Sequence[_Word]) -> bool:
    """Return whether words are a given name or a title, so that a family name stands before them."""
    return gap == "-" or group[0].first.pos.startswith(PERSON)


def _site(group: Sequence[_Word], system: System) -> str:
    """Return the romanisation of a temple, lake, line or station, with a hyphen before the generic noun; '' for anything else."""
    first = group[0].first
    if first.pos == TOLD:
        return ""
    surface, kana = surface_of(group), "".join(word.kana for word in group)
    lexicon = Lexicon.default()
    found = site(surface, kana, first.pos if first is group[-1].last else None, lexicon)
    if found is None:
        return ""
    head = romanize_kana(found.head, system, kanji_borders(surface[:-1], found.head, lexicon))
    return f"{head[:1].upper()}{head[1:]}-{romanize_kana(found.generic, system)}"


def _groups(words: list[_Word]) -> Iterator[tuple[str, list[_Word]]]:
    """Yield the words that are written together, each group with the separator before it."""
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
    """Return whether words are listed as a name, and as no word but this name: 新橋, which UniDic reads as *new bridge*."""
    surface = surface_of(group)
    if len(surface) == 1 or not has_kanji(surface) or _is_counted(group):
        return False
    lexicon = Lexicon.default()
    words = lexicon.words(surface)
    if not words:
        return bool(lexicon.names(surface))
    return "place" in name_kinds(surface, lexicon) and all(map(_is_name, words))


def _is_name(word: WordEntry) -> bool:
    """Return whether a word of the dictionary is a name: its English is its reading with a capital (Shinbashi for 新橋)."""
    said = without_accents(word.glosses[0].text.split(" ")[0]) if word.glosses else ""
    return said[:1].isupper() and said.lower() == romanize_kana(word.reading)


def _is_counted(group: list[_Word]) -> bool:
    """Return whether words are a number with its counter, or begin with a number: 百万円, 二鳥."""
    return group[0].first.pos == NUMERAL or all(word.first.pos in _COUNTED for word in group)


def _spelled(group: list[_Word], system: System, capital: bool) -> str:
    kana, borders = "", []
    for word in group:
        borders += [len(kana), *(len(kana) + border for border in word.borders)]
        kana += word.kana
    if not kana:
        return "".join(word.surface.translate(_MARKS) for word in group)
    if not any(map(is_kana, kana)):
        return surface_of(group)
    linked = len(group) == 1 and _has_unwritten_no(group[0])
    if linked:
        kana = kana[:-1]
    spelled = romanize_kana(kana, system, tuple(borders))
    if capital or group[0].first.pos.startswith(NAME) or (group[0].first.pos != TOLD and _is_listed_as_name(group)):
        spelled = spelled[:1].upper() + spelled[1:]
    return spelled + " no" if linked else spelled


def _has_unwritten_no(word: _Word) -> bool:
    """Return whether a word is read with an unwritten の after it: 源|頼朝 Minamoto no Yoritomo, 枕|草子 makura no sōshi."""
    own = word.kana.removesuffix("ノ")
    if own == word.kana or not has_kanji(word.surface[-1]):
        return False
    lexicon = Lexicon.default()
    if word.first.pos.startswith(PERSON):
        return own in family_readings(word.surface, lexicon)
    listed = {kana for entry in lexicon.words(word.surface) for kana in entry.readings}
    return own in listed and word.kana not in listed
