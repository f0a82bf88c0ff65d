"""Given names that the tagger splits, or merges with the office that follows: 菊池|雄星|投手, 藤井|聡太|七冠.

UniDic lacks many given names of the last thirty years. But what stands between a family name and an office can only be a
given name.
"""

import re
from collections.abc import Sequence
from functools import cache

from termalign.japanese.morpheme import (
    PERSON,
    PROPER,
    Morpheme,
    adjacent,
    are_persons,
    joined,
    read,
    surface_of,
    uninflected,
)
from termalign.japanese.name_kinds import is_given, is_surname
from termalign.japanese.name_words import roles
from termalign.japanese.tagger import morphemes_from
from termalign.kana import all_kana, is_hiragana, is_kanji
from termalign.lexicon.lexicon import Lexicon

_RANK = re.compile("[一二三四五六七八九十初準]+[冠段級]")
_RANKS = "冠段級"
_LONGEST_ROLE, _LONGEST_GIVEN = 5, 3  # characters
_FORMER = "元前"  # characters of `FORMER` that rarely end a given name: 晋三|元|首相
_COMMON, _PREFIX = "名詞-普通名詞-一般", "接頭辞"
_NAMING = ("名詞", _PREFIX, "接尾辞", "記号", "形状詞")


def whole_given_names(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> list[Morpheme]:
    """Return the morphemes, with the family name and the given name before an office as one morpheme each.

    >>> from termalign.japanese.tagger import morphemes
    >>> names = ("菊池雄星投手", "藤井聡太七冠", "国会議員", "石破新首相", "安倍晋三元首相")
    >>> for name in names:
    ...     print([m.surface for m in whole_given_names(morphemes(name), Lexicon.default())])
    ['菊池', '雄星', '投手']
    ['藤井', '聡太', '七', '冠']
    ['国会', '議員']
    ['石破', '新', '首相']
    ['安倍', '晋', '三', '元', '首相']
    """
    found = list(morphemes)
    ends = _role_ends()
    for last in range(len(found) - 1, 0, -1):
        if last < len(found) and found[last].surface[-1] in ends:
            named = _named(found, last, lexicon)
            if named is not None:
                first, pieces = named
                found[first : last + 1] = pieces
    return found


def _named(found: Sequence[Morpheme], last: int, lexicon: Lexicon) -> tuple[int, list[Morpheme]] | None:
    """Return where the name before an office begins, and the new morphemes of the name and the office.

    Morpheme `last` ends the office. Return None if there is no name, or if the tagger already split the text this way.
    """
    start = last
    # at most five morphemes before the last morpheme of the office
    while start and last - start < 5 and _goes_before(found[start - 1], found[start]):
        start -= 1
    said = surface_of(found[start : last + 1])
    office = _office(said)
    ends = found[last].end - len(office)  # code point at which the office begins
    if not office or (len(office) == 1 and found[last].start != ends):  # 足利尊氏
        return None
    for first in range(start, last):
        for after in (first + 2, first + 1):
            if after > last or found[after - 1].end >= ends:
                continue
            family, between = found[first:after], [m for m in found[after : last + 1] if m.end <= ends]
            given = said[family[-1].end - found[start].start : len(said) - len(office)]
            if given[-1] in _FORMER or not _is_name(family, given, between, lexicon):
                continue
            behind = [m for m in found[after : last + 1] if m.start >= ends]
            if _is_cut_so(family, given, between, behind):
                return None
            return first, [_person(family), _given(given, family[-1].end, between), *_cut(office, ends)]
    return None


def _is_cut_so(family: Sequence[Morpheme], given: str, between: Sequence[Morpheme], behind: Sequence[Morpheme]) -> bool:
    """Return whether the tagger already has both names as one person morpheme each, and no person in the office."""
    as_they_are = len(family) == len(between) == 1 and between[0].surface == given
    return as_they_are and are_persons((*family, *between)) and not any(m.pos.startswith(PERSON) for m in behind)


def _cut(office: str, start: int) -> list[Morpheme]:
    """Return the morphemes of an office that begins at code point `start`: one morpheme if it is in `roles`."""
    found = morphemes_from(office, start)
    return [joined(found, _COMMON, read(found))] if office in roles() and len(found) > 1 else found


def _goes_before(m: Morpheme, after: Morpheme) -> bool:
    """Return whether a morpheme touches the next and may belong to a name."""
    return (
        adjacent(m, after)
        and m.pos.startswith(_NAMING)
        and all(is_kanji(c) or is_hiragana(c) or c == "々" for c in m.surface)
    )


def _office(said: str) -> str:
    """Return the longest office, title or rank at the end of the text, or an empty string."""
    for size in range(min(_LONGEST_ROLE, len(said) - 2), 0, -1):
        if said[-size:] in roles() or _RANK.fullmatch(said[-size:]):
            return said[-size:]
    return ""


def _is_name(family: Sequence[Morpheme], given: str, between: Sequence[Morpheme], lexicon: Lexicon) -> bool:
    """Return whether the parts are a family name and a given name: one part must be certain, and the other possible."""
    if len(given) > _LONGEST_GIVEN:
        return False
    surname = surface_of(family)
    known = len(family) == 1 and family[0].pos.startswith(PERSON)
    if not known and not is_surname(surname, lexicon):
        return False
    listed = is_given(given, lexicon)
    if len(given) == 1:
        return known and listed and are_persons(between)
    word = bool(lexicon.words(given))
    if listed and (known or not word):
        return not word or all_kana(given) or are_persons(between)
    return known and not word and [m.surface for m in between] == list(given)


def _person(pieces: Sequence[Morpheme]) -> Morpheme:
    if len(pieces) == 1 and pieces[0].pos.startswith(PERSON):
        return pieces[0]
    return joined(pieces, PERSON, read(pieces))


def _given(given: str, start: int, pieces: Sequence[Morpheme]) -> Morpheme:
    if surface_of(pieces) == given:
        return _person(pieces)
    return uninflected(given, start, PERSON, read(morphemes_from(given, start)), PROPER)


@cache
def _role_ends() -> frozenset[str]:
    """Return the last characters of all offices and ranks."""
    return frozenset([role[-1] for role in roles()]) | frozenset(_RANKS)
