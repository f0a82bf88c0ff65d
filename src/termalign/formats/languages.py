"""Language codes of all kinds, and what a table's header calls its columns."""

from collections.abc import Iterable
from typing import Literal

Language = Literal["ja", "en"]

# ISO 639-1 and -3, and what people write instead.
_CODES: dict[str, Language] = {"ja": "ja", "jpn": "ja", "jp": "ja", "en": "en", "eng": "en"}

# What a header calls its columns, in lower case: languages by their names, or by the part they play.
_LANGUAGES: dict[str, Language] = {
    "japanese": "ja", "日本語": "ja", "和文": "ja",
    "english": "en", "英語": "en", "英文": "en", "英訳": "en",
}  # fmt: skip
_PARTS: dict[str, Language] = {
    "source": "ja", "src": "ja", "term": "ja", "用語": "ja", "原語": "ja", "原文": "ja",
    "target": "en", "tgt": "en", "translation": "en", "訳語": "en", "訳文": "en",
}  # fmt: skip
_NOTE = frozenset({"note", "notes", "comment", "remark", "description", "備考", "注", "注記", "メモ"})


def language_of(code: str | None) -> Language | None:
    """``ja`` or ``en`` for a code such as ``ja-JP``, ``JA``, ``en_US``; None for other languages."""
    return _CODES.get((code or "").strip().lower().replace("_", "-").partition("-")[0])


def columns_of(names: Iterable[str]) -> dict[str, list[int]] | None:
    """Which columns of these names hold ``ja``, ``en`` and ``note``; None if they do not tell both languages.

    A language's own name or code goes before the part it plays: beside ``ja`` and ``en``, ``source`` is where they come
    from.
    """
    keys = [name.strip().lower() for name in names]
    languages = [_LANGUAGES.get(key) or language_of(key) for key in keys]
    parts = [_PARTS.get(key) for key in keys]
    found = {"note": [k for k, key in enumerate(keys) if key in _NOTE]}
    for language in ("ja", "en"):
        found[language] = [
            k for k, named in enumerate(languages if language in languages else parts) if named == language
        ]
    return found if found["ja"] and found["en"] else None
