"""What denies, undoes, forbids or limits in Japanese: 表示しない, 非表示, 接続を解除, 一貫性の欠如 (``denials.tsv``)."""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from termalign.tables import read_table

#: Verbs of a state, before what denies it: 有効になっていません, 有効ではありません
_VERB = "し|さ?れ|でき|させ|あり|な[っらり]"


class _Denials(NamedTuple):
    """Regular expressions: `undone` and `denied` for what follows a word, the others for any text."""

    prefix: re.Pattern[str]
    undone: re.Pattern[str]
    denied: re.Pattern[str]
    near: re.Pattern[str]
    limiting: re.Pattern[str]


@cache
def _denials() -> _Denials:
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for way, said in read_table(__package__, "denials.tsv", header=True):
        rows[way] += said.split()
    ending, prefix, undoing, near, limiting = (
        "|".join(rows[way]) for way in ("ending", "prefix", "undoing", "near", "limiting")
    )
    undone = f"(?:[のをがは]|への|との)?(?:{undoing})|[のをが](?:壊[しすれ]|損な|[無な]く[しすせ]|失[いうわっ])"
    return _Denials(
        re.compile(prefix),
        re.compile(f"(?:[でにとが化]は?|は)?(?:{_VERB})?(?:ては?い)?ま?(?:せん|{ending})|{undone}"),
        re.compile(f"[^、。]{{0,16}}?(?:{ending})|しか|[にが](?:欠|乏し)|[がはも](?:悪|低)|{undone}"),
        re.compile(f"{ending}|{prefix}|{near}"),
        re.compile(f"{ending}|{prefix}|{near}|{limiting}"),
    )


def begins_denied(word: str) -> bool:
    """Return whether a word begins with a prefix that denies: 不一致."""
    return _denials().prefix.match(word) is not None


def is_undone(text: str, start: int, end: int) -> bool:
    """Return whether a prefix before a Japanese word, or what directly follows it, denies or undoes it.

    >>> [is_undone(text, 0, 2) for text in ("有効ではありません", "有効になっていない", "有効でなければならない", "有効です")]
    [True, True, False, False]
    """
    return begins_denied(text[max(0, start - 1) : start]) or _denials().undone.match(text, end) is not None


def is_denied(text: str, start: int, end: int) -> bool:
    """Return whether a prefix before a Japanese word, or something behind it in its clause, denies or undoes it."""
    return begins_denied(text[max(0, start - 1) : start]) or _denials().denied.match(text, end) is not None


def may_deny(text: str) -> bool:
    """Return whether something in a Japanese text may deny something."""
    return _denials().near.search(text) is not None


def may_limit(text: str) -> bool:
    """Return whether something in a Japanese text may deny, forbid or limit something."""
    return _denials().limiting.search(text) is not None
