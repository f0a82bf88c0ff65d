"""Names read character by character, to find whether 有尊 can be Aritaka although no dictionary lists it.

A name has far too many possible readings to list them all, so a spelling is matched with one character after the other.
"""

import math

from termalign.japanese.kanji_readings import Kind, shares
from termalign.kana import is_kana, is_kanji, latin_key, loose, romanize_kana
from termalign.kana.loose import LONG_PAIRS
from termalign.kana.sound import geminated, half_voiced, linked, rendaku
from termalign.lexicon import Lexicon
from termalign.once import cached_in_lexicon

_REPEATS = frozenset("々〻")
_MOST_CHARACTERS = 8
# Costs in nats.
_LEAST_SHARE = 0.02
_OKURIGANA = 3.5
_CHANGED = 1.5


@cached_in_lexicon(2048)
def keys_of(character: str, inner: bool, kind: Kind, lexicon: Lexicon) -> dict[str, tuple[tuple[str, str, float], ...]]:
    """Return, by first letter, the (loose key, kana, cost) of each reading of a character.

    A final ``ッ`` in the kana doubles the next consonant. An `inner` character follows another, so its first sound may
    change.
    """
    known = {kana: -math.log(max(share, _LEAST_SHARE)) for kana, share in shares(character, kind, lexicon).items()}
    entry = None if is_kana(character) else lexicon.kanji(character)
    if entry is not None:  # 起 オ.キル → オキ
        for stem, okurigana in zip(entry.kun, entry.okurigana, strict=True):
            if okurigana:
                known.setdefault(stem + okurigana[0], _OKURIGANA)
    for kana, cost in list(known.items()):
        changes = (geminated(kana), *((rendaku(kana), half_voiced(kana), *linked(kana)) if inner else ()))
        for changed in filter(None, changes):
            if cost + _CHANGED < known.get(changed, _OKURIGANA + _CHANGED):
                known[changed] = cost + _CHANGED
    found: dict[str, list[tuple[str, str, float]]] = {}
    for kana, cost in known.items():
        key = loose(latin_key(romanize_kana(kana.rstrip("ッ"))))
        if key:
            found.setdefault(key[0], []).append((key, kana, cost))
    return {first: tuple(keys) for first, keys in found.items()}


def repeated(text: str) -> str:
    """Return a name with each 々 replaced by the kanji that it repeats.

    >>> repeated("佐々木")
    '佐佐木'
    """
    return "".join(text[k - 1] if k and c in _REPEATS else c for k, c in enumerate(text))


@cached_in_lexicon(4096)
def openings(text: str, kind: Kind, lexicon: Lexicon) -> frozenset[str]:
    """Return the loose keys of the first character; every key by which `text` is `spelled` begins with one of them."""
    return frozenset(key for row in keys_of(text[0], False, kind, lexicon).values() for key, *_ in row)


@cached_in_lexicon(4096)
def spelled(text: str, key: str, kind: Kind, lexicon: Lexicon) -> tuple[str, float] | None:
    """Return the katakana reading by which a loose romaji key spells `text`, and its cost in nats; None if there is none.

    `text` is the kanji and kana of a name, and `key` comes from `loose`. `kind` decides which readings are usual; surnames
    are read like places. Unusual readings cost more.

    >>> lexicon = Lexicon.default()
    >>> spelled("有尊", "aritaka", "given", lexicon)[0], spelled("有尊", "tanaka", "given", lexicon)
    ('アリタカ', None)
    """
    if not 0 < len(text) <= _MOST_CHARACTERS or not key or not all(is_kanji(c) or is_kana(c) for c in text):
        return None
    return _read(repeated(text), key, "", kind, lexicon)


def _read(text: str, key: str, last: str, kind: Kind, lexicon: Lexicon) -> tuple[str, float] | None:
    """Return the cheapest way to read `text` as `key`; `last` is the vowel before it."""
    if not text:
        return ("", 0.0) if not key else None
    best: tuple[str, float] | None = None
    by_first = keys_of(text[0], bool(last), kind, lexicon)
    swallowed = [v for v in _swallowed(last) if v in by_first]
    for first in {*key[:1], *swallowed}:
        for spelling, reading, cost in by_first.get(first, ()):
            rest = _after(spelling, key, last)
            if rest is None or (best is not None and cost >= best[1]):
                continue
            if reading[-1] == "ッ":
                if rest[:1] not in "kstp" or rest[:1] != rest[1:2] or not rest:
                    continue
                rest = rest[1:]
            found = _read(text[1:], rest, spelling[-1], kind, lexicon)
            if found is not None and (best is None or cost + found[1] < best[1]):
                best = reading + found[0], cost + found[1]
    return best


def _swallowed(last: str) -> str:
    """Return the vowels that merge with the vowel `last` and are then not written."""
    return "".join(pair[1] for pair in LONG_PAIRS if pair[0] == last)


def _after(spelling: str, key: str, last: str) -> str | None:
    """Return the rest of `key` after `spelling`, whose first vowel may merge with the preceding vowel (no + ue → noe).

    A spelling of one vowel does not merge: a character would be read as nothing (輝明 as *Akira*).
    """
    if last + spelling[:1] in LONG_PAIRS:
        inner = spelling[1:]
        return key[len(inner) :] if inner and key.startswith(inner) else None
    return key[len(spelling) :] if key.startswith(spelling) else None
