"""Words of one family that name two things: *employer* and *employee*, *minister* and *ministry*."""

from functools import cache

_DOES = ("er", "or", "ar")
_DONE_TO = "ee"
_PERSONS = (*_DOES, _DONE_TO, "ist", "ant", "ian")
_LEAST = 3  # letters before the suffix
_OFFICES = (
    frozenset({"minister", "ministry"}),
    frozenset({"governor", "government"}),
    frozenset({"gov.", "government"}),
    frozenset({"judge", "judgment"}),
    frozenset({"judge", "judgement"}),
    frozenset({"president", "presidency"}),
    frozenset({"secretary", "secretariat"}),
    frozenset({"resident", "residence"}),
)
"""A person in office, and the body, the office or what is done there; who lives somewhere, and where."""
_APART = (frozenset({"use", "useful"}), frozenset({"used", "useful"}))
OFFICIAL = frozenset().union(*_OFFICES)

#: Words that name another thing where they have a capital: japan is lacquer, china is porcelain.
OTHER_WITH_CAPITAL = frozenset("japan china turkey polish march may august job mercury jersey cologne".split())


@cache
def opposite(one: str, other: str) -> bool:
    """Whether two lower-case words of one family name the two sides of a deed, the deed and whom it is done to, an office and who
    holds it, or have nothing to do with each other by now.

    Examples
    --------
    >>> opposite("employer", "employee"), opposite("employee", "employees"), opposite("worker", "work")
    (True, False, False)
    >>> opposite("minister", "ministry"), opposite("pay", "payee")
    (True, True)
    """
    if (
        {one, other} in _OFFICES
        or {one, other} in _APART
        or (_does(one) and _done_to(other))
        or (_done_to(one) and _does(other))
    ):
        return True
    return one == f"{other}ee" or other == f"{one}ee"


def other_office(word: str, gloss: str) -> bool:
    """Whether a lower-case word is the ministry of a gloss that speaks of a minister, and the like.

    Examples
    --------
    >>> other_office("ministry", "Minister of State"), other_office("minister", "Minister of State")
    (True, False)
    """
    return word in OFFICIAL and any({word, other} in _OFFICES for other in gloss.lower().split())


def names_person(word: str) -> bool:
    """Whether a lower-case word looks like one for a person who does or is something.

    Examples
    --------
    >>> names_person("accountant"), names_person("account"), names_person("protester")
    (True, False, True)
    """
    return len(word) - 2 >= _LEAST and word.endswith(_PERSONS)


def _does(word: str) -> bool:
    return word.endswith(_DOES) and len(word) - 2 >= _LEAST


def _done_to(word: str) -> bool:
    return word.endswith(_DONE_TO) and len(word) - 2 >= _LEAST
