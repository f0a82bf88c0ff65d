"""The possible readings of one piece of a term, according to UniDic and the dictionaries."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from termalign.japanese.kanji_readings import Kind, combined, irregular_names, likelihood
from termalign.japanese.morpheme import NAME, PLACE
from termalign.japanese.name_kinds import GIVEN
from termalign.japanese.name_words import clans, generics
from termalign.kana import has_kanji, is_kana, is_kanji, to_katakana
from termalign.kana.sound import rendaku, resists_rendaku, same_sound
from termalign.lexicon.lexicon import Lexicon
from termalign.lexicon.variants import standard_form
from termalign.once import cached_in_lexicon

Source = Literal["unidic", "jmdict", "jmnedict", "kanjidic", "kakasi", "ruby"]
Place = Literal["only", "clan", "first", "inner", "last"]

_COMMON_NOUN = "名詞-普通名詞"
_MAX_OPTIONS = 12
_MAX_LISTED = 8
PRONOUNCED = {"ハ": "ワ", "ヘ": "エ", "ヲ": "オ"}

# Weights, set by hand so that usual readings come first; only their order and rough size matter.
_WORD = {(True, True): 0.9, (True, False): 0.6, (False, True): 0.4, (False, False): 0.2}  # usual, common
_NAME = 0.7
_PLAIN_RANK = 0.3  # share of its weight that a listed name keeps however unusual its reading is
_SINGLE = 0.5  # readings of a lone kanji, from the table of kanji
_UNLISTED = 0.6
_INNER = 0.8
_EVENED = 0.5  # exponent of the shares: how many names have a reading says little about how often it is met
_NOT_CLAN = 0.6  # a clan name with its ordinary reading
_CLAN_ALONE = 0.9  # a clan name without the ノ that joins it to a given name
_OTHERWISE = 0.2  # UniDic's reading of a noun that the dictionary lists with one other reading: 主面 is shumen
_RENDAKU = {"漢": 0.1, "外": 0.0}
_NATIVE_RENDAKU = 0.45


class Option(NamedTuple):
    """One reading of a piece: katakana, weight in (0, 1], and the source that gives it."""

    kana: str
    weight: float
    source: Source


class _Options:
    """Options by sound. For each sound, the option with the highest weight is kept."""

    def __init__(self) -> None:
        self.found: dict[str, Option] = {}

    def add(self, kana: str, weight: float, source: Source) -> None:
        sound = same_sound(kana)
        if kana and (sound not in self.found or self.found[sound].weight < weight):
            self.found[sound] = Option(kana, weight, source)

    def add_all(self, options: Iterable[Option]) -> None:
        for option in options:
            self.add(*option)

    def add_combined(self, surface: str, kind: Kind, weight: float, lexicon: Lexicon) -> None:
        """Add the readings of the surface kanji by kanji; the likeliest gets `weight`, the others less."""
        ranked = sorted(combined(surface, kind, lexicon).items(), key=lambda item: -item[1])[:_MAX_OPTIONS]
        for kana, share in ranked:
            self.add(kana, weight * share / ranked[0][1], "kanjidic")

    def add_voiced(self, factor: float) -> None:
        """Add the rendaku forms of the options, with their weights multiplied by `factor`."""
        for kana, weight, source in list(self.found.values()):
            if factor and not resists_rendaku(kana):
                self.add(rendaku(kana), weight * factor, source)

    def best(self, count: int) -> tuple[Option, ...]:
        return tuple(sorted(self.found.values(), key=lambda option: -option.weight)[:count])


@cached_in_lexicon(4096)
def options(surface: str, reading: str, pos: str, origin: str, place: Place, lexicon: Lexicon) -> tuple[Option, ...]:
    """Return at most twelve readings of a morpheme, the likeliest first.

    `place` is the morpheme's place in the term. A clan name before a given name may take ノ. Only a morpheme after another
    one undergoes rendaku.
    """
    if not has_kanji(surface):
        return (Option(_spoken(surface, reading, pos), 1.0, "unidic"),)
    follows, lone = place in ("inner", "last"), len(surface) == 1
    found = _Options()
    if place == "clan":
        found.add_all(_of_clan(surface, reading))
    elif place == "only" and pos.startswith(_COMMON_NOUN) and (only := _misread(surface, reading, lexicon)):
        found.add(only, 1.0, "jmdict")
        found.add(reading, _OTHERWISE, "unidic")
    else:
        found.add_all(_of_unidic(surface, reading, pos, lexicon))
    if follows or not (lone or lexicon.words(surface)):
        weight = 1.0 if place == "last" else _INNER
        found.add_all(Option(kana, weight, "kanjidic") for kana in generics().get(surface, ()))
    found.add_all(listed(surface, lexicon, names=not (lone and follows)))
    if lone:
        found.add_combined(surface, "word", _SINGLE, lexicon)
        found.add_combined(surface, "place", _SINGLE * _INNER, lexicon)
    elif not found.found:
        found.add_all(by_kanji(surface, lexicon))
    elif pos.startswith(NAME) and not lexicon.has(surface):
        found.add_all(_around_kana(surface, lexicon))
    if follows:
        found.add_voiced(_RENDAKU.get(origin, _NATIVE_RENDAKU))
    return found.best(_MAX_OPTIONS)


def _misread(surface: str, reading: str, lexicon: Lexicon) -> str:
    """Return the only listed reading of a word to which UniDic gives another sound, or nothing: 主面, not 鼻血 hanaji."""
    only = only_reading(surface, lexicon)
    return only if same_sound(only) != same_sound(reading) else ""


def _of_clan(surface: str, reading: str) -> Iterator[Option]:
    """Yield the readings of a clan name before a given name, and the name's ordinary reading."""
    kana = clans()[surface]
    yield Option(kana, _CLAN_ALONE, "unidic")
    yield Option(kana + "ノ", 1.0, "unidic")
    yield Option(reading, _NOT_CLAN, "unidic")


def _of_unidic(surface: str, reading: str, pos: str, lexicon: Lexicon) -> Iterator[Option]:
    """Yield UniDic's reading, if there is one, and the irregular readings of a name."""
    if not reading:
        return
    yield Option(reading, _unidic_weight(surface, reading, pos, lexicon), "unidic")
    irregular = irregular_names().get(surface, {}) if pos.startswith(NAME) else {}
    for kana, share in irregular.items():
        yield Option(kana, share**_EVENED / max(irregular.values()) ** _EVENED, "jmnedict")


def _unidic_weight(surface: str, reading: str, pos: str, lexicon: Lexicon) -> float:
    """Return the weight of UniDic's reading.

    It is 1, but less for a name that is usually read otherwise: 大谷 is Ōtani, not Ōya; and less than that of a listed place
    for a place that is only listed otherwise: 追浜 is Oppama, not Oihama.
    """
    if pos.startswith(PLACE):
        listed_as = {same_sound(name.reading) for name in lexicon.names(surface) if "place" in name.kinds}
        if listed_as and same_sound(reading) not in listed_as:
            return _NAME * _PLAIN_RANK * _INNER
    counted = irregular_names().get(surface) if pos.startswith(NAME) else None
    if not counted:
        return 1.0
    return _INNER + (1 - _INNER) * counted.get(reading, 0.0) / max(counted.values())


def _spoken(surface: str, reading: str, pos: str) -> str:
    """Return the kana of a piece without kanji: particles as pronounced, letters and digits as written."""
    if pos.startswith("助詞"):
        return PRONOUNCED.get(to_katakana(surface), to_katakana(surface))
    if all(map(is_kana, surface)):
        return to_katakana(surface)
    return "".join(char for char in surface if char.isalnum() or is_kana(char))


@cached_in_lexicon(4096)
def listed(surface: str, lexicon: Lexicon, names: bool = True) -> tuple[Option, ...]:
    """Return at most eight readings under which JMdict and JMnedict list `surface` as a whole.

    >>> [option.kana for option in listed("日本", Lexicon.default())][:2]
    ['ニホン', 'ニッポン']
    """
    if not lexicon.has(surface):
        standard = standard_form(surface)
        return listed(standard, lexicon, names) if standard != surface else ()
    found = _Options()
    for entry in lexicon.words(surface):
        top = _WORD[entry.usual, entry.common]
        for kana in entry.readings:
            found.add(kana, top, "jmdict")
    if names:
        found.add_all(_named(surface, lexicon, "place"))
    return found.best(_MAX_LISTED)


def only_reading(surface: str, lexicon: Lexicon) -> str:
    """Return the katakana of a word that the dictionary lists with one reading, or nothing; a name may be read otherwise.

    >>> [only_reading(word, Lexicon.default()) for word in ("主面", "市場", "上田")]
    ['シュメン', '', '']
    """
    words = lexicon.words(surface)
    if not words or not all(word.usual for word in words) or lexicon.names(surface):
        return ""
    by_sound = {same_sound(kana): kana for word in words for kana in word.readings}
    return next(iter(by_sound.values())) if len(by_sound) == 1 else ""


@cached_in_lexicon(1024)
def by_kanji(surface: str, lexicon: Lexicon) -> tuple[Option, ...]:
    """Return the readings of a word unknown to UniDic, kanji by kanji.

    >>> [option.kana for option in by_kanji("匿流", Lexicon.default())][:1]
    ['トクリュウ']
    """
    found = _Options()
    found.add_combined(surface, "word", _UNLISTED, lexicon)
    found.add_combined(surface, "place", _UNLISTED * _INNER, lexicon)
    return found.best(_MAX_OPTIONS)


@cached_in_lexicon(1024)
def given_names(surface: str, lexicon: Lexicon) -> tuple[Option, ...]:
    """Return at most twelve readings that `surface` can have as a given name, listed or not.

    >>> [option.kana for option in given_names("義満", Lexicon.default())][:1]
    ['ヨシミツ']
    """
    found = _Options()
    found.add_all(_named(surface, lexicon, "given"))
    found.add_combined(surface, "given", _UNLISTED, lexicon)
    return found.best(_MAX_OPTIONS)


def _around_kana(surface: str, lexicon: Lexicon) -> Iterator[Option]:
    """Yield the readings of a name with kana inside, part by part (照|ノ|富士): UniDic often has it with a wrong reading."""
    parts = ["".join(part) for _, part in groupby(surface, is_kanji)]
    if len(parts) != 3 or not is_kanji(surface[0]):
        return
    before, kana, after = parts
    for one in (listed(before, lexicon) or by_kanji(before, lexicon))[:_MAX_LISTED]:
        for other in (listed(after, lexicon) or by_kanji(after, lexicon))[:_MAX_LISTED]:
            yield Option(one.kana + to_katakana(kana) + other.kana, _UNLISTED * one.weight * other.weight, "kanjidic")


def _named(surface: str, lexicon: Lexicon, kind: Kind) -> Iterator[Option]:
    """Yield JMnedict's readings of a name; the weight is higher if the kanji often have these readings in names."""
    names = lexicon.names(surface)
    if not names:
        return
    kana_of = ["".join(filter(is_kana, name.reading)) for name in names]
    of_place = generics().get(surface[-1:]) if kind == "place" else None
    only = len(set(kana_of)) == 1 and all("place" in name.kinds for name in names)  # 天橋立
    shares = [1.0] * len(names) if only else _how_usual(surface, kana_of, kind, lexicon)
    for name, kana, usual in zip(names, kana_of, shares, strict=True):
        other = (kind == "given" and not name.kinds & GIVEN) or (of_place and "place" not in name.kinds)
        weight = _NAME * _INNER if other else _NAME
        yield Option(kana, weight * (_PLAIN_RANK + (1 - _PLAIN_RANK) * usual), "jmnedict")


def _how_usual(surface: str, kana_of: list[str], kind: Kind, lexicon: Lexicon) -> list[float]:
    """Return how usual each reading of a name is: 1 for the most usual, less for the others."""
    irregular = irregular_names().get(surface) or irregular_names().get(standard_form(surface))
    if irregular:
        return [irregular.get(kana, 0.0) / max(irregular.values()) for kana in kana_of]
    found = [0.0] * len(kana_of)
    for likely in (kind, "word"):
        shares = [likelihood(surface, kana, likely, lexicon) for kana in kana_of]
        top = max(shares)
        if top:
            found = [max(usual, share / top) for usual, share in zip(found, shares, strict=True)]
    return found
