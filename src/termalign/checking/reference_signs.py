"""Reference signs at another noun: 制御部１２ and 記憶部１４, *control unit 14* and *storage unit 12*."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from termalign.checking.segment import LINKED, Segment
from termalign.model import Link
from termalign.quantities.quantity import Offsets

_SIGN = "[0-9０-９]{1,4}[A-Za-zＡ-Ｚａ-ｚ]?"
_JAPANESE = re.compile(rf"{_SIGN}(?![0-9０-９A-Za-zＡ-Ｚａ-ｚ㐀-鿿ァ-ヺー.．,，:：%％℃])")
_ENGLISH = re.compile(rf"{_SIGN}(?![0-9A-Za-z%°:/-]|[.,][0-9]| (?:of|to|and) [0-9])")
_BEHIND_A_NOUN = re.compile(f"(?<=[㐀-鿿ァ-ヺー々]){_JAPANESE.pattern}"), re.compile(f"(?<=[a-z] ){_ENGLISH.pattern}")
_NO_NOUNS = frozenset({"number", "date", "verbatim"})


def moved_signs(segment: Segment) -> Iterator[tuple[Offsets, Offsets]]:
    """Yield the spans of signs behind a noun, in the Japanese and in the English, if the English sign is that of another noun.

    The aligner's links tell which nouns correspond. The noun may nowhere in the English have its own sign.
    """
    ja, en = segment.ja_prose, segment.en_prose
    ours, theirs = (set(map(_plain, sign.findall(text))) for sign, text in zip(_BEHIND_A_NOUN, (ja, en), strict=True))
    shared = ours & theirs
    if len(shared) < 2:
        return  # before the texts are aligned
    for link in segment.alignment:
        both = _signs(link, ja, en) if link.score >= LINKED and link.kind not in _NO_NOUNS else None
        if both is None:
            continue
        sign, instead = _plain(ja[slice(*both[0])]), _plain(en[slice(*both[1])])
        if sign != instead and {sign, instead} <= shared and not _has(en, link.en.text, sign):
            yield both


def _signs(link: Link, ja: str, en: str) -> tuple[Offsets, Offsets] | None:
    """Return the spans of the signs directly behind both sides of a link."""
    one = _JAPANESE.match(ja, link.ja.end)
    other = _ENGLISH.match(en, link.en.end + 1) if en.startswith(" ", link.en.end) else None
    return (one.span(), other.span()) if one and other else None


def _plain(sign: str) -> str:
    return normalize("NFKC", sign)


def _has(text: str, noun: str, sign: str) -> bool:
    """Return whether a text has a noun with a sign, also in the plural or with other signs between: *units 12 and 14*."""
    between = "(?: [0-9]+[A-Za-z]?,?| and| or| to)*"
    return re.search(rf"{re.escape(noun)}s?{between} {re.escape(sign)}\b", text, re.IGNORECASE) is not None
