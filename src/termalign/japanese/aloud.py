"""Morphemes of a text to be read aloud: names are read as names, and numbers as they are spoken."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from termalign.japanese.addresses import ADDRESSED, AREA, read_addresses
from termalign.japanese.counters import counter
from termalign.japanese.given_names import whole_given_names
from termalign.japanese.linked_names import with_linked_names
from termalign.japanese.listed_people import LISTED, whole_people
from termalign.japanese.listed_words import with_cancer
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
    uninflected,
)
from termalign.japanese.name_words import FORMER, generics, roles
from termalign.japanese.spoken_numbers import COUNTER, SPOKEN, UNIT, spoken_numbers
from termalign.japanese.tagger import morphemes
from termalign.japanese.told import TOLD, TOLD_NAME
from termalign.japanese.towns import read_towns
from termalign.kana import is_kana, is_kanji
from termalign.lexicon.lexicon import Lexicon

TITLE: Final = "名詞-普通名詞-称号"
"""The part of speech, none of UniDic's, of what somebody is called by behind the name."""
_SETTLED: Final = frozenset({COUNTER, UNIT, SPOKEN, LISTED, TITLE, TOLD, TOLD_NAME, ADDRESSED, AREA})
_PREFECTURES, _GOVERNOR = frozenset("都道府県"), "知事"
_COMMON: Final = "名詞-普通名詞"
_NOUNS: Final = ("名詞", "接頭辞", "接尾辞")
_PLACE_KINDS: Final = frozenset({"place", "station"})
_TEMPLE_KINDS: Final = _PLACE_KINDS | {"unclass"}
_TEMPLE: Final = "寺"
_SHORTEST, _LONGEST = 3, 5  # characters of a place
_DIRECTIONS: Final = frozenset("東西南北")
_WITH_PARTICLE: Final = ("感動詞", "接続詞", "副詞")
_TOPIC, _SAID_TOPIC = "は", "ワ"


def aloud(text: str, lexicon: Lexicon) -> list[Morpheme]:
    """Return the morphemes of a folded text with the readings to use when the text is read aloud.

    >>> for text in ("羽生結弦選手", "東大寺", "NHK杯", "三日間"):
    ...     print([m.surface + " " + m.reading for m in aloud(text, Lexicon.default())])
    ['羽生 ハニュウ', '結弦 ユヅル', '選手 センシュ']
    ['東大 トウダイ', '寺 ジ']
    ['NHK ', '杯 ハイ']
    ['三日間 ミッカカン']
    """
    found = list(read_towns(with_linked_names(with_cancer(_modern(text)), lexicon), lexicon))
    found = list(_whole_places(list(read_addresses(found, lexicon)), lexicon))
    people = whole_people(spoken_numbers(found), lexicon)
    named = list(_without_guesses(whole_given_names(people, lexicon), people, lexicon))
    return list(behind_letters(_titled(spoken_numbers(named)), lexicon))


def _modern(text: str) -> list[Morpheme]:
    """Return the morphemes of a text, in which a verb before て or た has っ where old spelling has つ: 行つた."""
    found = morphemes(text)
    old = [m.end - 1 for m, after in pairwise(found) if _is_old(m, after)]
    if not old:
        return found
    characters = list(text)
    for at in old:
        characters[at] = "っ"
    return morphemes("".join(characters))


def _is_old(m: Morpheme, after: Morpheme) -> bool:
    verb = m.pos.startswith("動詞") and m.surface.endswith("つ") and adjacent(m, after)
    return verb and after.pos.startswith("助") and after.surface[0] in "てた"


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
    """Yield the morphemes, with each listed place that the tagger splits whole, or as a temple's name and 寺: 東大|寺."""
    k = 0
    while k < len(morphemes):
        end, kana = _place(morphemes, k, lexicon)
        if end:
            pieces = morphemes[k:end]
            yield from _temple(joined(pieces, PLACE, kana, PROPER))
        else:
            yield _before_generic(_direction(morphemes, k), morphemes[k + 1 : k + 2], lexicon)
        k = end or k + 1


def _temple(place: Morpheme) -> Iterator[Morpheme]:
    """Yield the name of a temple and its 寺, which a hyphen joins as after other names: Tōdai-ji; another place as it is."""
    surface, kana = place.surface, place.reading
    ji = next((own for own in generics()[_TEMPLE] if kana.endswith(own)), "") if surface[-1] == _TEMPLE else ""
    if not ji:
        yield place
        return
    yield uninflected(surface[:-1], place.start, ADDRESSED, kana.removesuffix(ji), PROPER)
    yield uninflected(_TEMPLE, place.end - 1, AREA, ji)


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


def _place(morphemes: Sequence[Morpheme], k: int, lexicon: Lexicon) -> tuple[int, str]:
    """Return the end and the reading of the listed place that begins at morpheme `k`, or 0 and no reading.

    A morpheme of several characters, or one tagged as a name, begins only temples: 金剛|峯|寺, 唐|招提|寺.
    """
    surface, found = "", (0, "")
    if k and adjacent(morphemes[k - 1], morphemes[k]) and _goes_on(morphemes[k - 1]):
        return found
    for end, m in enumerate(morphemes[k : k + _LONGEST + 1], start=k + 1):
        apart = end > k + 1 and not adjacent(morphemes[end - 2], m)
        if apart or not m.pos.startswith(_NOUNS) or not all(map(is_kanji, m.surface)):
            break
        surface += m.surface
        if len(surface) > _LONGEST:
            break
        if end > k + 1 and len(surface) >= _SHORTEST and m.surface[-1] in generics() and counter(m.surface) is None:
            kana = _listed_place(morphemes[k:end], lexicon)
            found = (end, kana) if kana else found
    return found


def _goes_on(before: Morpheme) -> bool:
    """Return whether a noun belongs to what follows it; the name of a place, with its common noun, does not: 高野|山|金剛峯寺."""
    return before.pos.startswith(_NOUNS) and not before.pos.startswith(PLACE) and before.surface not in generics()


def _listed_place(pieces: Sequence[Morpheme], lexicon: Lexicon) -> str:
    """Return the listed reading of a place that UniDic cuts into other words than a name and its common noun, or nothing.

    Of several readings, that of UniDic comes first.
    """
    surface, named = surface_of(pieces), [m.pos.startswith(NAME) for m in pieces]
    temple = surface[-1] == _TEMPLE
    single = len(pieces[0].surface) == 1 and not any(named)
    if all(named[:-1]) or named[-1] or not (temple or single) or lexicon.words(surface):
        return ""
    kinds = _TEMPLE_KINDS if temple else _PLACE_KINDS
    readings = [name.reading for name in lexicon.names(surface) if name.kinds & kinds]
    spoken = "".join(m.reading for m in pieces)
    return spoken if spoken in readings else next(iter(readings), "")


def behind_letters(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[Morpheme]:
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
