"""Morphemes of a text to be read aloud: names are read as names, and numbers as they are spoken."""

from collections.abc import Iterator, Sequence
from typing import Final

from termalign.japanese.addresses import ADDRESSED, AREA, read_addresses
from termalign.japanese.counters import counter
from termalign.japanese.given_names import whole_given_names
from termalign.japanese.listed_people import LISTED, whole_people
from termalign.japanese.morpheme import (
    NAME,
    OTHER_NAME,
    PERSON,
    PLACE,
    PROPER,
    Morpheme,
    adjacent,
    joined,
    read,
    surface_of,
)
from termalign.japanese.name_kinds import name_kinds
from termalign.japanese.name_words import FORMER, generics, roles
from termalign.japanese.spoken_numbers import COUNTER, SPOKEN, UNIT, spoken_numbers
from termalign.japanese.tagger import morphemes
from termalign.japanese.told import TOLD, TOLD_NAME
from termalign.kana import is_kana, is_kanji
from termalign.lexicon import Lexicon

TITLE: Final = "名詞-普通名詞-称号"
"""The part of speech, none of UniDic's, of what somebody is called by behind the name."""
_SETTLED: Final = frozenset({COUNTER, UNIT, SPOKEN, LISTED, TITLE, TOLD, TOLD_NAME, ADDRESSED, AREA})
_PREFECTURES, _GOVERNOR = frozenset("都道府県"), "知事"
_COMMON: Final = "名詞-普通名詞"
_NOUNS: Final = ("名詞", "接頭辞", "接尾辞")
_PLACE_KINDS: Final = frozenset({"place", "station"})
_SHORTEST, _LONGEST = 3, 5  # characters of a place
_DIRECTIONS: Final = frozenset("東西南北")
_WITH_PARTICLE: Final = ("感動詞", "接続詞", "副詞")
_TOPIC, _SAID_TOPIC = "は", "ワ"


def aloud(text: str, lexicon: Lexicon) -> list[Morpheme]:
    """Return the morphemes of a folded text with the readings to use when the text is read aloud.

    >>> for text in ("羽生結弦選手", "東大寺", "NHK杯", "三日間"):
    ...     print([m.surface + " " + m.reading for m in aloud(text, Lexicon.default())])
    ['羽生 ハニュウ', '結弦 ユヅル', '選手 センシュ']
    ['東大寺 トウダイジ']
    ['NHK ', '杯 ハイ']
    ['三日間 ミッカカン']
    """
    found = list(_whole_places(list(read_addresses(morphemes(text), lexicon)), lexicon))
    people = whole_people(spoken_numbers(found), lexicon)
    named = list(_without_guesses(whole_given_names(people, lexicon), people, lexicon))
    return list(_behind_letters(_titled(spoken_numbers(named)), lexicon))


def is_settled(m: Morpheme) -> bool:
    """Return whether the reading of a morpheme from `aloud` is final, whatever its neighbours are."""
    return m.pos in _SETTLED or is_latin(m)


def is_latin(m: Morpheme) -> bool:
    """Return whether a morpheme consists of Latin letters or digits, which are kept as written."""
    return m.surface.isascii() and m.surface.isalnum()


def topic_spoken(m: Morpheme, kana: str) -> str:
    """Return the kana of a word, with the particle は at its end as it is pronounced.

    こんにちは is konnichiwa and あるいは is aruiwa, but あはは, which ends in no particle, stays ahaha.
    """
    ends = m.pos.startswith(_WITH_PARTICLE) and m.surface.endswith(_TOPIC) and m.lemma.endswith(_TOPIC)
    return kana[:-1] + _SAID_TOPIC if ends and not all(map(is_kana, m.lemma)) else kana


def _without_guesses(named: Sequence[Morpheme], before: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[Morpheme]:
    """Yield the morphemes, without the readings of given names that were only put together from pieces.

    A reading that the dictionary lists for the whole name is kept.
    """
    known = set(before)
    for m in named:
        guessed = m not in known and m.pos.startswith(PERSON) and not any(map(is_kana, m.surface))
        sure = not guessed or any(m.reading == name.reading for name in lexicon.names(m.surface))
        yield m if sure else m._replace(reading="")


def _titled(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Return the morphemes, with offices and former offices after a name tagged as titles: 安倍|元|首相, 小池|都知事."""
    out: list[Morpheme] = []
    for k, m in enumerate(morphemes):
        before = out[-1] if out and adjacent(out[-1], m) else None
        if before is not None and m.surface == _GOVERNOR and before.surface in _PREFECTURES:
            out[-1] = joined((before, m), TITLE, read((before, m)))
            continue
        person = before is not None and (before.pos.startswith(PERSON) or before.pos == TITLE)
        office = m.surface in roles() and len(m.surface) > 1 and m.pos.startswith("名詞")
        follows = k + 1 < len(morphemes) and adjacent(m, morphemes[k + 1]) and morphemes[k + 1].surface in roles()
        if person and office:
            m = m._replace(pos=TITLE)
        elif person and m.surface in FORMER and follows:
            m = m._replace(pos=TITLE, reading=FORMER[m.surface])
        elif person and m.pos.startswith(PERSON) and m.surface in generics():
            m = m._replace(pos=LISTED)  # 細田|守
        out.append(m)
    return out


def _whole_places(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[Morpheme]:
    """Yield the morphemes, with each place name that the tagger split joined again: 東|大寺, 二|月|堂."""
    k = 0
    while k < len(morphemes):
        end = _place_end(morphemes, k, lexicon) if len(morphemes[k].surface) == 1 else 0
        if end:
            pieces = morphemes[k:end]
            kana = next(name.reading for name in lexicon.names(surface_of(pieces)) if name.kinds & _PLACE_KINDS)
            yield joined(pieces, PLACE, kana, PROPER)
        else:
            yield _before_generic(_direction(morphemes, k), morphemes[k + 1 : k + 2], lexicon)
        k = end or k + 1


def _direction(morphemes: Sequence[Morpheme], k: int) -> Morpheme:
    """Return morpheme `k`, tagged as part of the name if it is a direction before a place: 西日本 Nishi Nihon."""
    m = morphemes[k]
    if m.surface in _DIRECTIONS and k + 1 < len(morphemes):
        after = morphemes[k + 1]
        if adjacent(m, after) and after.pos.startswith(PLACE):
            return m._replace(pos=OTHER_NAME)
    return m


def _before_generic(m: Morpheme, behind: Sequence[Morpheme], lexicon: Lexicon) -> Morpheme:
    """Return a common noun as the place that it is before a generic noun if a dictionary has both only as a name: 日向|灘."""
    if len(m.surface) == 1 or not m.pos.startswith(_COMMON) or not behind or not adjacent(m, behind[0]):
        return m
    generic = behind[0].surface
    if len(generic) > 1 or generic not in generics() or lexicon.words(m.surface + generic):
        return m
    whole = {name.reading for name in lexicon.names(m.surface + generic)}
    places = [name.reading for name in lexicon.names(m.surface) if _PLACE_KINDS & name.kinds]
    kana = next((kana for kana in places for end in generics()[generic] if kana + end in whole), "")
    return m._replace(pos=PLACE, reading=kana, origin=PROPER) if kana else m


def _place_end(morphemes: Sequence[Morpheme], k: int, lexicon: Lexicon) -> int:
    """Return the end of the place name that begins at morpheme `k`, or 0 if none begins there."""
    surface, found = "", 0
    if k and adjacent(morphemes[k - 1], morphemes[k]) and morphemes[k - 1].pos.startswith(_NOUNS):
        return 0
    for end, m in enumerate(morphemes[k : k + _LONGEST + 1], start=k + 1):
        apart = end > k + 1 and not adjacent(morphemes[end - 2], m)
        if apart or m.pos.startswith(NAME) or not m.pos.startswith(_NOUNS) or not all(map(is_kanji, m.surface)):
            break
        surface += m.surface
        if len(surface) > _LONGEST:
            break
        if end > k + 1 and len(surface) >= _SHORTEST and m.surface[-1] in generics() and counter(m.surface) is None:
            known = _PLACE_KINDS.isdisjoint(name_kinds(surface, lexicon)) or lexicon.words(surface)
            found = found if known else end
    return found


def _behind_letters(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[Morpheme]:
    """Yield the morphemes, with a single kanji after Latin letters read as in the dictionary's word: NHK杯, W杯."""
    for k, m in enumerate(morphemes):
        if k and len(m.surface) == 1 and is_kanji(m.surface) and m.origin == "和":
            before = morphemes[k - 1]
            if adjacent(before, m) and is_latin(before) and not before.surface.isdigit():
                m = _read_behind(before.surface, m, lexicon)
        yield m


def _read_behind(letters: str, m: Morpheme, lexicon: Lexicon) -> Morpheme:
    entry = lexicon.kanji(m.surface)
    kana = [reading for word in lexicon.words(letters + m.surface) for reading in word.readings]
    kana += [name.reading for name in lexicon.names(letters + m.surface)]
    own = next((on for on in (entry.on if entry else ()) if any(whole.endswith(on) for whole in kana)), "")
    return m._replace(reading=own, origin="漢", pos="接尾辞-名詞的-一般") if own else m
