"""Reference signs at another noun: 制御部１２ and 記憶部１４, *control unit 14* and *storage unit 12*."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from termalign.checking.segment import LINKED, Segment
from termalign.model import Link
from termalign.quantities.quantity import Offsets

_SIGN = "[0-9０-９]{1,4}[A-Za-zＡ-Ｚａ-ｚ]?"
_JAPANESE = re.compile(rf"{_SIGN}(?![0-9０-９A-Za-zＡ-Ｚａ-ｚ㐀-鿿ァ-ヺー.．,，:：%％℃])")
_ENGLISH = re.compile(rf"(?<= ){_SIGN}(?![0-9A-Za-z%°:/-]|[.,][0-9]| (?:of|to|and) [0-9])")


def moved_signs(segment: Segment) -> Iterator[tuple[Offsets, Offsets]]:
    """Yield the spans of signs behind a noun, in the Japanese and in the English, if the English sign is that of another noun.

    The aligner's links tell which nouns correspond. The noun may nowhere in the English have its own sign.
    """
    ours, theirs = (_signs(text) for text in (segment.ja_prose, segment.en_prose))
    shared = ours & theirs
    if len(shared) < 2:
        return  # before the texts are aligned
    for link in segment.alignment:
        both = _behind(link, segment) if link.score >= LINKED and link.kind not in _NO_NOUNS else None
        if both is None:
            continue
        sign, instead = (_plain(text[slice(*span)]) for text, span in zip(_texts(segment), both, strict=True))
        if sign != instead and {sign, instead} <= shared and not _has(segment.en_prose, link.en.text, sign):
            yield both


_NO_NOUNS = frozenset({"number", "date", "verbatim"})


def _texts(segment: Segment) -> tuple[str, str]:
    return segment.ja_prose, segment.en_prose


def _behind(link: Link, segment: Segment) -> tuple[Offsets, Offsets] | None:
    """Return the spans of the signs directly behind both sides of a link."""
    ja = _JAPANESE.match(segment.ja_prose, link.ja.end)
    en = _ENGLISH.match(segment.en_prose, link.en.end + 1)
    return (ja.span(), en.span()) if ja and en else None


def _plain(sign: str) -> str:
    return normalize("NFKC", sign)


def _signs(text: str) -> frozenset[str]:
    return frozenset(_plain(sign) for sign in re.findall(_SIGN, text))


def _has(text: str, noun: str, sign: str) -> bool:
    """Return whether a text has a noun with a sign, also in the plural or with other signs between: *units 12 and 14*."""
    return (
        re.search(rf"{re.escape(noun)}s?(?: [0-9]+[A-Za-z]?,?| and| or| to)* {re.escape(sign)}\b", text, re.I)
        is not None
    )
