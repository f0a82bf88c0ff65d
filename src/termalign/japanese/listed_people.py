"""Names of people that the tagger splits, found with the dictionary of names: 羽生|結|弦, 藤井|聡|太, 堂|安|律.

If the dictionary lists the full name, its reading is used. Otherwise a name is a family name followed by a possible given
name, up to the end of the run or up to an office or title.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from termalign.japanese.furigana import divide
from termalign.japanese.kanji_readings import likelihood
from termalign.japanese.morpheme import (
    NUMERAL,
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
from termalign.japanese.name_kinds import is_given, is_surname, name_kinds
from termalign.japanese.name_words import FORMER, clans, generics, roles, titles
from termalign.japanese.spoken_numbers import COUNTED, COUNTER, SPOKEN, UNIT
from termalign.kana import all_kana, has_kanji, is_hiragana, is_kanji
from termalign.kana.sound import same_sound
from termalign.lexicon.lexicon import Lexicon

LISTED: Final = PERSON + "-全名"
"""The part of speech, none of UniDic's, of the names of somebody whom the dictionary lists in full."""
_NAMING: Final = ("名詞", "接頭辞", "接尾辞", "形状詞", "副詞", "代名詞", "記号")
_FAMILY, _GIVEN, _USUAL = 4, 3, 2  # characters: most for a family name, most for a given name, usual for either
_FULL: Final = range(3, 9)  # characters
_PLACE: Final = "place"


def whole_people(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> list[Morpheme]:
    """Return the morphemes, with each person's family name and given name as one morpheme each.

    >>> from termalign.japanese.tagger import morphemes
    >>> for text in ("安倍晋三元首相", "羽生結弦", "藤井聡太", "堂安律選手", "大阪城"):
    ...     print([m.surface for m in whole_people(morphemes(text), Lexicon.default())])
    ['安倍', '晋三', '元', '首相']
    ['羽生', '結弦']
    ['藤井', '聡太']
    ['堂安', '律', '選手']
    ['大阪', '城']
    """
    out: list[Morpheme] = []
    k = 0
    while k < len(morphemes):
        end, named = next(_names(morphemes, k, lexicon), (k + 1, [morphemes[k]]))
        out += named
        k = end
    return out


def _names(morphemes: Sequence[Morpheme], k: int, lexicon: Lexicon) -> Iterator[tuple[int, list[Morpheme]]]:
    """Yield the possible ends of a person's name that begins at morpheme `k`, with its two parts; listed people come first."""
    stop = k + 1
    if not _may_name(morphemes[k]):
        return
    while stop < min(len(morphemes), k + 8) and _may_name(morphemes[stop]):  # a name has at most eight morphemes
        if not adjacent(morphemes[stop - 1], morphemes[stop]):
            break
        stop += 1
    for end in range(stop, k + 1, -1):
        surface = surface_of(morphemes[k:end])
        if len(surface) in _FULL:
            listed = _listed(surface, morphemes[k:end], lexicon)
            if listed:
                yield end, listed
    for end in _ends(morphemes, k, stop):
        parted = [(morphemes[k:middle], morphemes[middle:end]) for middle in range(k + 1, end)]
        names = [pair for pair in parted if _is_name(*pair, lexicon)]
        if names:
            yield end, [_joined(part) for part in max(names, key=lambda pair: _how_sure(pair[0], pair[1], lexicon))]


def _may_name(m: Morpheme) -> bool:
    if m.pos in (COUNTED, COUNTER, SPOKEN, UNIT) or (m.pos == NUMERAL and len(m.surface) > 1):
        return False
    return m.pos.startswith(_NAMING) and all(is_kanji(c) or is_hiragana(c) or c in "々ヶノ" for c in m.surface)


def _listed(surface: str, pieces: Sequence[Morpheme], lexicon: Lexicon) -> list[Morpheme]:
    """Return the family and given name of a person whose full name the dictionary lists, or an empty list."""
    found: list[tuple[tuple[bool, float], list[Morpheme]]] = []
    start = pieces[0].start
    for name in lexicon.names(surface) if has_kanji(surface) else ():
        shares = divide(surface, name.reading, lexicon) or ()
        for k in range(1, len(pieces)):
            middle = pieces[k].start - start
            family, given = surface[:middle], surface[middle:]
            behind = _behind_no(pieces[:k], pieces[k:], name.reading, lexicon)
            behind = behind if "person" in name.kinds or family in clans() else ""
            of_clan = bool(behind)
            if not behind and shares:
                of_clan = clans().get(family, "") + "ノ" == "".join(shares[:middle])
                behind = "".join(shares[middle:])
            ahead = name.reading[: -len(behind)] if behind else ""
            if not ahead or not (of_clan or ("person" in name.kinds and _may_be_read(family, ahead, lexicon))):
                continue
            usual = (of_clan, likelihood(given, behind, "given", lexicon))
            at = start + middle
            parts = ((family, start, ahead), (given, at, behind))
            found.append((usual, [uninflected(name, at, LISTED, kana, PROPER) for name, at, kana in parts]))
    return max(found, key=lambda item: item[0])[1] if found else []


def _behind_no(family: Sequence[Morpheme], given: Sequence[Morpheme], kana: str, lexicon: Lexicon) -> str:
    """Return the reading of a given name that an unwritten の joins to the family name: 大伴|家持 ヤカモチ.

    Both names must have a known reading, and the given name must not begin with ノ: 信子 Nobuko.
    """
    own = {read(given), *(name.reading for name in lexicon.names(surface_of(given)))}
    for surname in family_readings(surface_of(family), lexicon):
        behind = kana.removeprefix(surname + "ノ")
        if behind != kana and behind in own and "ノ" + behind not in own:
            return behind
    return ""


def family_readings(surface: str, lexicon: Lexicon) -> set[str]:
    """Return the listed readings of a family or clan.

    >>> sorted(family_readings("小野", Lexicon.default()) & {"オ", "オノ"})
    ['オノ']
    """
    listed = {name.reading for name in lexicon.names(surface) if "surname" in name.kinds}
    return listed | {clans()[surface]} if surface in clans() else listed


def _may_be_read(family: str, kana: str, lexicon: Lexicon) -> bool:
    return same_sound(kana) in {same_sound(name.reading) for name in lexicon.names(family)}


def _ends(morphemes: Sequence[Morpheme], k: int, stop: int) -> Iterator[int]:
    """Yield the possible ends of a name: the end of the run, or before an office or form of address."""
    for end in range(stop, k + 1, -1):
        rest = surface_of(morphemes[end:stop])
        if not rest or rest in roles() or rest in titles() or (rest[0] in FORMER and rest[1:] in roles()):
            yield end


def _is_name(family: Sequence[Morpheme], given: Sequence[Morpheme], lexicon: Lexicon) -> bool:
    """Return whether the morphemes are a family name and a given name that the tagger has split."""
    surname, own = surface_of(family), surface_of(given)
    if len(surname) > _FAMILY or _is_something_else(given, own):
        return False
    persons = are_persons((*family, *given))
    if len(family) == 1 and are_persons(family):
        cut = len(given) > 1 or not persons
        return cut and _is_given_behind_family(given, own, lexicon)
    kinds = name_kinds(surname, lexicon)
    if "surname" not in kinds or len(surname) == 1:
        return False
    if persons or not is_given(own, lexicon):
        return persons
    if len(family) == 1:  # 北口|榛|花
        return len(surname) == len(own) == _USUAL and _are_single(given) and not lexicon.words(own)
    if are_persons(given) and len(given) == 1 < len(own):  # 今|永|昇太
        return not lexicon.words(surname)
    return _PLACE not in kinds and _are_single((*family, *given))


def _is_something_else(given: Sequence[Morpheme], own: str) -> bool:
    """Return whether the text after a family name is not a given name: a number (七五三), an office, a temple."""
    if len(own) > _GIVEN or all(m.pos == NUMERAL for m in given):
        return True
    first = given[0]
    generic = first.surface in generics() and not first.pos.startswith(PERSON)  # but 神谷|宗|幣
    return own in roles() or own in titles() or generic


def _is_given_behind_family(given: Sequence[Morpheme], own: str, lexicon: Lexicon) -> bool:
    """Return whether the text after a morpheme tagged as a family name may be the given name."""
    listed = is_given(own, lexicon)
    if all_kana(own):
        return listed and len(given) == 1 and not given[0].pos.startswith(("接", "助", "代名詞"))
    if len(own) == 1 or lexicon.words(own):
        return False
    single = _are_single(given) or are_persons(given)
    if given[-1].pos.startswith("接尾辞"):
        return single and bool(lexicon.names(own))
    return listed or (single and (given[0].pos.startswith(PERSON) or len(own) == _USUAL))


def _are_single(morphemes: Sequence[Morpheme]) -> bool:
    return all(len(m.surface) == 1 for m in morphemes)


def _how_sure(family: Sequence[Morpheme], given: Sequence[Morpheme], lexicon: Lexicon) -> tuple[bool, bool]:
    """Return a sort key for splits of a name: listed given names first, then listed two-character family names."""
    surname = surface_of(family)
    return is_given(surface_of(given), lexicon), len(surname) == _USUAL and is_surname(surname, lexicon)


def _joined(pieces: Sequence[Morpheme]) -> Morpheme:
    """Return the pieces of a name as one morpheme.

    Readings of kanji pieces are dropped, as the kanji may be read differently in the name.
    """
    if len(pieces) == 1:
        m = pieces[0]
        return m if m.pos.startswith(PERSON) else m._replace(pos=PERSON)
    return joined(pieces, PERSON, read(pieces) if all_kana(surface_of(pieces)) else "", PROPER)
