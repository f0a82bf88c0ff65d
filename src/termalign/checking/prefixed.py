"""Prefixes that change a rendering's meaning, and whether the Japanese changes it, too: 保存されていません, *unsaved*."""

import re
from collections.abc import Mapping

from termalign.checking.preceding import preceding
from termalign.english import lexeme
from termalign.english.persons import somebody_or_something
from termalign.model import Span

PREFIXES = frozenset("a ab anti de dis il im in ir mal mis non pro re sub un under".split())
"""Beginnings that make another word of a word, often its opposite: *un*install, *pro*file."""
_OF_STATES = frozenset("il im in ir non un".split())
_OF_ACTIONS = frozenset("de dis un".split())
_NOT = re.compile("[ぁ-ゖ]{0,8}?(?:ない|なか|なく|なけれ|ません|(?<!は)ず)")
_UNDOES = re.compile("[ぁ-ゖ]{0,3}(?:切断|解除|削除|抹消|取り?消|外[さしすせ]|切[られりるっ])")
_BEFORE: Mapping[str, "re.Pattern[str]"] = {
    **dict.fromkeys(_OF_STATES, re.compile("[未非不無]$")),
    "anti": re.compile("[反抗]$"),
    "mal": re.compile("誤$"),
    "mis": re.compile("誤$"),
    "re": re.compile("再$"),
    "sub": re.compile("(?:サブ|副|下位|子)$"),
}


def says_prefix(prefix: str, word: str, ja: str, term: Span) -> bool:
    """Return whether a Japanese text says of a term what an English prefix says of its rendering.

    A term that is negated is a state (*unsaved*, *invalid*), and one that is undone may also be an action (*disconnect*).

    Examples
    --------
    >>> saved, installed = Span(0, 2, "保存"), Span(0, 6, "インストール")
    >>> says_prefix("un", "unsaved", "保存されていない", saved), says_prefix("un", "uninstall", "インストールしない", installed)
    (True, False)
    >>> says_prefix("sub", "subsystem", "サブシステム", Span(2, 6, "システム"))
    True
    """
    if prefix in _OF_ACTIONS and _UNDOES.match(ja, term.end):
        return True
    if prefix in _BEFORE and preceding(_BEFORE[prefix], ja, term.start):
        return True
    return _NOT.match(ja, term.end) is not None and _is_state(prefix, word)


def _is_state(prefix: str, word: str) -> bool:
    """Return whether a word with a prefix is an adjective or a participle."""
    if prefix in _OF_STATES - _OF_ACTIONS:
        return True
    is_adjective = lexeme(word).past or word.endswith("ed") or somebody_or_something(word) == "quality"
    return prefix in _OF_ACTIONS and is_adjective
