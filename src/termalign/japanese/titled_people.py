"""A person's name with a title behind it: the border between 大谷翔平 and 選手."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from termalign.japanese.morpheme import NAME, Morpheme, adjacent, are_persons, surface_of
from termalign.japanese.name_kinds import is_given, is_surname, name_kinds
from termalign.japanese.name_words import FORMER, roles
from termalign.japanese.text import JapaneseText
from termalign.lexicon.lexicon import Lexicon

_RANK = re.compile("[一二三四五六七八九十初準]+[冠段級]")
_ENDS = frozenset("長相将佐尉官員手者師士使")
"""Characters that end words for people by what they do: 幹事*長*, 海*将*, 監視*員*."""
_RELATED = ("夫人", "関係者")  # 安倍晋三夫人 is somebody else
_OF_MORE = frozenset("氏様")  # behind one name, 氏 is also a clan (橘氏) and 様 a style (定朝様)
_TITLE, _JOINING = ("名詞", "接頭辞", "接尾辞", "形状詞"), frozenset("兼・")
_MINISTER = ("相", "大臣")
_LONGEST = 40  # code points of a name with its title


def end_of_name(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> int:
    """Return how many morphemes of a person's name precede a title that ends the term, or 0 if the term is nothing of the sort.

    Behind a family name alone, only an office or a form of address is a title: 川口工場長 is the head of a plant in Kawaguchi.

    >>> from termalign.japanese.text import JapaneseText
    >>> terms = "石破茂首相", "中野洋昌国土交通相", "田中容疑者", "川口工場長", "豊田市長", "防衛相", "村上春樹作品"
    >>> [end_of_name(JapaneseText(term).morphemes, Lexicon.default()) for term in terms]
    [2, 3, 1, 0, 0, 0, 0]
    """
    if not morphemes or morphemes[-1].surface[-1] not in _last_characters():
        return 0
    if morphemes[-1].end - morphemes[0].start > _LONGEST:
        return 0
    if not all(adjacent(*pair) for pair in pairwise(morphemes)):
        return 0
    for k in range(len(morphemes) - 1, 0, -1):
        name, title = morphemes[:k], morphemes[k:]
        if _is_full_name(name, lexicon):
            if _is_title(title):
                return k
        elif k == 1 and are_persons(name) and _is_office_alone(surface_of(title)):
            # 豊田市長: the name of a city, of which the tagger has made a person
            return 0 if lexicon.has(surface_of(name) + surface_of(title)[0]) else k
    return 0


def _is_title(morphemes: Sequence[Morpheme]) -> bool:
    """Return whether a run of nouns ends in a word for a person: 国土交通相, 次期会長, さん."""
    if are_persons(morphemes[:1]) or not all(m.pos.startswith(_TITLE) or m.surface in _JOINING for m in morphemes):
        return False
    said = surface_of(morphemes)
    if said.endswith(_RELATED):
        return False
    if len(said) > 1 and said[-1] in _ENDS:  # 長 alone may end a given name: 本庄繁長
        return True
    return any(_is_office(said[k:]) for k in range(len(said)))


def _is_office(said: str) -> bool:
    bare = said[1:] if said[0] in FORMER else said
    return bare in roles() or bare.endswith(_MINISTER) or _RANK.fullmatch(bare) is not None


def _is_office_alone(said: str) -> bool:
    return said not in _OF_MORE and _is_office(said)


def _is_full_name(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> bool:
    """Return whether morphemes are the family name and the given name of a person, or the full name of a wrestler."""
    if morphemes[-1].pos.startswith("接頭辞"):  # 氷見野良三|副|総裁
        return False
    said = surface_of(morphemes)
    if "person" in name_kinds(said, lexicon):
        return True
    if lexicon.words(said):  # 防衛|相
        return False
    if len(morphemes) > 1 and all(m.pos.startswith(NAME) for m in morphemes) and are_persons(morphemes[-1:]):
        return True
    parted = [(said[:at], said[at:]) for at in range(1, len(said))]
    return any(
        len(given) > 1 and is_surname(family, lexicon) and is_given(given, lexicon) and not lexicon.words(given)
        for family, given in parted
    )


def without_title(term: str, lexicon: Lexicon) -> str:
    """Return the name of a person without the title behind it, or ``""`` if the folded term is no such name.

    >>> [without_title(term, Lexicon.default()) for term in ("三笘薫選手", "三笘薫", "選手")]
    ['三笘薫', '', '']
    """
    if not 3 <= len(term) <= _LONGEST or term[-1] not in _last_characters():
        return ""
    morphemes = JapaneseText(term, lexicon).morphemes
    return surface_of(morphemes[: end_of_name(morphemes, lexicon)])


@cache
def _last_characters() -> frozenset[str]:
    return _ENDS.union("冠段級", [role[-1] for role in roles()])
