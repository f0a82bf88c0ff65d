"""Japanese words that are denied or undone: 表示しない, 接続を解除, 一貫性の欠如."""

import re

#: Prefixes that deny: 不一致
DENYING = frozenset("不非無未反")
_UNDOING = (
    "(?:[のをがは]|への|との)?(?:解除|防止|禁止|回避|停止|廃止|中止|抑制|予防|阻止|除去|破壊|喪失|欠如|割れ|込み|[当弊][社店]負担)"
    "|[のをが](?:壊[しすれ]|損な)"
)
_UNDONE = re.compile(f"(?:し|さ?れ|でき|させ)?(?:ま|てい(?:ま)?)?(?:ない|な[かけ]|せん|なし|ず)|{_UNDOING}")
_DENIED = re.compile(f"[^、。]{{0,16}}?(?:な[いくかけさ]|ません|ず|ぬ)|しか|[にが](?:欠|乏し)|なし|{_UNDOING}")


def is_undone(text: str, end: int) -> bool:
    """Return whether what directly follows a Japanese word denies or undoes it."""
    return _UNDONE.match(text, end) is not None


def is_denied(text: str, start: int, end: int) -> bool:
    """Return whether a prefix before a Japanese word, or something behind it in its clause, denies or undoes it."""
    return (start > 0 and text[start - 1] in DENYING) or _DENIED.match(text, end) is not None
