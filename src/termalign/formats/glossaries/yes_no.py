"""Words and marks of yes and no in the cells of a table, and what they mean in a column `translate`."""

from termalign.formats.glossaries.entry import compared, stays

YES = frozenset("yes y true t 1 はい 有 有り あり 該当 レ ○ ◯ 〇 ● ✓ ✔ ✅ ☑".split())
NO = frozenset("no n false f 0 いいえ 無 無し なし".split())
#: A cross is a no, but in a column of forbidden renderings it may mark those that are forbidden.
CROSSES = frozenset("x × ✕ ✖ ✗ ✘ ☓ ❌ ❎".split())
DASHES = frozenset("- ‐ – — ― ー".split())  # for an empty cell
_TRANSLATED = YES | DASHES | frozenset(["", *"translate 翻訳 翻訳する 訳す 要 必要 する ok 可".split()])
_KEPT = NO | CROSSES | frozenset("ng 否 不可 しない 不要 そのまま 原文 原文のまま keep asis".split())


def is_translated(said: str) -> bool | None:
    """Return whether a term is translated, by its cell in a column `translate`, or None if its meaning is not known.

    Examples
    --------
    >>> [is_translated(said) for said in ("", "Yes", "要", "DNT", "いいえ", "そのまま", "x（ロゴ）", "banana")]
    [True, True, True, False, False, False, False, None]
    """
    word = compared(said)
    if word in _KEPT or stays(said):
        return False
    return True if word in _TRANSLATED else None
