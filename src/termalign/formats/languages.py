"""Language codes of all kinds, and what a table's header calls its columns."""

from typing import Literal

Language = Literal["ja", "en"]

# ISO 639-1 and -3, and what people write instead.
_CODES: dict[str, Language] = {"ja": "ja", "jpn": "ja", "jp": "ja", "en": "en", "eng": "en"}

# What a header calls its columns, in lower case; codes such as en-GB are seen to by `language_of`.
_JAPANESE = frozenset({"japanese", "source", "src", "term", "日本語", "用語", "原語", "原文", "和文"})
_ENGLISH = frozenset({"english", "target", "tgt", "translation", "英語", "訳語", "訳文", "英訳", "英文"})
_NOTE = frozenset({"note", "notes", "comment", "remark", "description", "備考", "注", "注記", "メモ"})


def language_of(code: str | None) -> Language | None:
    """``ja`` or ``en`` for a code such as ``ja-JP``, ``JA``, ``en_US``; None for other languages."""
    return _CODES.get((code or "").strip().lower().replace("_", "-").partition("-")[0])


def column_of(name: str) -> Literal["ja", "en", "note"] | None:
    """What a column of this name holds, if the name tells."""
    name = name.strip().lower()
    if name in _JAPANESE:
        return "ja"
    if name in _ENGLISH:
        return "en"
    return "note" if name in _NOTE else language_of(name)
