"""Words in names with special readings: generic nouns at the end, clan names at the beginning, titles and offices."""

from collections.abc import Sequence
from functools import cache

from termalign.japanese.morpheme import PERSON, Morpheme
from termalign.tables import read_table

FORMER = {"元": "モト", "前": "ゼン", "現": "ゲン", "新": "シン", "故": "コ"}
"""What is said of somebody between the name and the office, with its reading: 安倍*元*首相."""
_MINISTER = ("相", "大臣")


_CREDITS = frozenset("著筆訳編画作蔵刊")


@cache
def generics() -> dict[str, tuple[str, ...]]:
    """Return the readings of generic nouns (寺, 山, 駅), the most usual reading first.

    >>> generics()["寺"]
    ('ジ', 'デラ', 'テラ')
    """
    return {
        surface: tuple(readings.split()) for surface, readings in read_table(__package__, "generics.tsv", header=True)
    }


@cache
def clans() -> dict[str, str]:
    """Return the names of ancient clans with their readings. ノ joins such a name to a given name: 源頼朝 Minamoto no Yoritomo.

    >>> clans()["源"], clans()["藤原"]
    ('ミナモト', 'フジワラ')
    """
    return {row[0]: row[1] for row in read_table(__package__, "clans.tsv", header=True)}


@cache
def living_clans() -> frozenset[str]:
    """Return the `clans` whose names are mostly modern family names, which take no ノ: 小野 Ono.

    >>> "小野" in living_clans(), "源" in living_clans()
    (True, False)
    """
    return frozenset(surface for surface, _, living in read_table(__package__, "clans.tsv", header=True) if living)


@cache
def titles() -> frozenset[str]:
    """Return titles that follow a given name: 親王, 天皇, 法師.

    >>> "親王" in titles(), "寺" in titles()
    (True, False)
    """
    return frozenset(surface for surface, *_ in read_table(__package__, "titles.tsv", header=True))


@cache
def roles() -> frozenset[str]:
    """Return offices and forms of address that follow a person's name and are not part of it: さん, 首相, 容疑者.

    Examples
    --------
    >>> "首相" in roles(), "天皇" in roles()
    (True, False)
    """
    return frozenset(surface for surface, *_ in read_table(__package__, "roles.tsv", header=True))


def is_minister(surface: str) -> bool:
    """Return whether a term ends in a word for a minister: 財務相, 財務大臣.

    >>> is_minister("財務相"), is_minister("財務省")
    (True, False)
    """
    return surface.endswith(_MINISTER)


def role_begins(pieces: Sequence[str]) -> int:
    """Return the position of the office or form of address that ends a run, or 0 if none does.

    >>> role_begins(["小泉", "防衛", "相"]), role_begins(["大谷", "選手"]), role_begins(["首相"]), role_begins(["鎌倉"])
    (1, 1, 0, 0)
    """
    for k in range(1, len(pieces)):
        if "".join(pieces[k:]) in roles():
            return k
    return 0


def is_credit(m: Morpheme, before: Morpheme) -> bool:
    """Return whether a noun says what the name before it did or owns, as in a catalogue: 空海*筆*, 興福寺*蔵*.

    >>> from termalign.japanese.tagger import tokenize
    >>> [is_credit(*reversed(tokenize(text)[-2:])) for text in ("空海筆", "興福寺蔵", "個人蔵", "東京都")]
    [True, True, False, False]
    """
    of_site = before.pos.startswith("接尾辞") and before.surface in generics()
    return m.surface in _CREDITS and (of_site or before.pos.startswith(PERSON))
