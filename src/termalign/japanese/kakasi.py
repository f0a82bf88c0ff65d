"""Readings from pykakasi. No other module imports it.

pykakasi is licensed under GPL-3.0-or-later, and optional: without it there are fewer readings, but no errors. It takes half a
second to construct, so it is opened at the first use. It drops characters outside the Basic Multilingual Plane and miscounts
others, so it is asked for whole readings, never for offsets.
"""

from functools import lru_cache
from typing import Any

from termalign.kana import all_kana, to_katakana
from termalign.pool import Pool


@lru_cache(4096)
def kakasi_reading(text: str) -> str:
    """Return pykakasi's reading of `text` in katakana, or an empty string if there is none.

    There is none without pykakasi, if some of the text cannot be read, if the text has more than 40 characters, or if it has
    one outside the Basic Multilingual Plane.
    """
    if not text or len(text) > 40 or max(text) > "\uffff":
        return ""
    with _converters.lent() as converter:
        if converter is None:
            return ""
        try:
            kana = "".join(item["kana"] for item in converter.convert(text))
        except (IndexError, KeyError, TypeError, ValueError):
            return ""  # its tables do not cover malformed input
    kana = to_katakana(kana)
    return kana if all_kana(kana) else ""


def _converter() -> Any:
    """Return a converter, or None without pykakasi."""
    try:
        from pykakasi import kakasi
    except ImportError:
        return None
    return kakasi()


_converters = Pool(_converter, most=1)  # each converter loads its own tables
