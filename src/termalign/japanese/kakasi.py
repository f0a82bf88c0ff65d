"""pykakasi's opinion on a reading: the one module that imports it.

pykakasi is GPL-3.0-or-later and optional: without it there are fewer readings, never an error. It takes half
a second to construct, so it is opened at the first use. It drops characters beyond the Basic Multilingual
Plane and miscounts others, so it is asked for a whole reading, never for offsets.
"""

from functools import lru_cache
from typing import Any

from termalign.kana import all_kana, to_katakana
from termalign.pool import Pool

_MAX_CHARS = 40


@lru_cache(4096)
def kakasi_reading(text: str) -> str:
    """Return the katakana pykakasi reads `text` as; empty if it is not installed or cannot read all of it.

    Parameters
    ----------
    text : str
        At most 40 characters, all of the Basic Multilingual Plane; else the answer is empty.
    """
    if not text or len(text) > _MAX_CHARS or max(text) > "\uffff":
        return ""
    with _converters.lent() as converter:
        if converter is None:
            return ""
        try:
            kana = "".join(item["kana"] for item in converter.convert(text))
        except (IndexError, KeyError, TypeError, ValueError):
            return ""  # malformed input that its tables do not foresee
    kana = to_katakana(kana)
    return kana if all_kana(kana) else ""


def _converter() -> Any:
    """Return a converter, or None without pykakasi."""
    try:
        from pykakasi import kakasi
    except ImportError:
        return None
    return kakasi()


_converters = Pool(_converter, most=1)  # each has tables of its own
