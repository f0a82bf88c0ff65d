"""The assignment of kana to kanji: a reading divided among the characters that it belongs to.

Each kanji may be read by any reading KANJIDIC2 gives it, changed as sounds change where characters meet; a
stretch of kana that no reading explains falls to an unknown kanji at a price. The division that costs least
wins, found by dynamic programming over (character, kana) as in Hatori and Suzuki, "Japanese pronunciation
prediction as phrasal statistical machine translation" (IJCNLP 2011), with fixed costs in place of learned
ones.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from termalign.kana import is_kana, is_kanji, to_katakana
from termalign.kana.sound import geminated, half_voiced, linked, rendaku, same_sound
from termalign.lexicon import Lexicon
from termalign.lexicon.variants import standard_form

_MAX_SURFACE = 16
_LONGEST = 5  # kana that one kanji of unknown reading may stand for
_UNKNOWN = 2.0
_UNKNOWN_KANA = 0.4  # for each kana beyond the second
_LINK = 0.5  # the unwritten ノ of 井上, ガ of 江ノ島's like
_LINKS = frozenset("ノガツナ")
_GODAN = dict(zip("ウクグスツヌブムル", "イキギシチニビミリ", strict=True))


@lru_cache(8192)
def kanji_readings(char: str, lexicon: Lexicon) -> Mapping[str, float]:
    """Return every possible reading of `char` inside a word, with its cost.

    Parameters
    ----------
    char : str
        One character.
    lexicon : Lexicon
        Whose KANJIDIC2 entries are used.

    Returns
    -------
    mapping of str to float
        Katakana → cost: 0 for a listed reading, more for one that a change of sound has altered.
    """
    if is_kana(char):
        kana = to_katakana(char)
        found = {kana: 0.0}
        if char in "ヶヵケ":
            found |= {"ガ": 0.0, "カ": 0.0, "ケ": 0.0, "コ": 0.1}
        if char in "ハヘはへ":
            found |= {"ワ": 0.2} if char in "ハは" else {"エ": 0.2}
        return found
    entry = lexicon.kanji(char) or lexicon.kanji(standard_form(char))
    if entry is None:
        return {}
    found = dict.fromkeys((*entry.on, *entry.kun, *entry.nanori), 0.0)
    for stem, okurigana in zip(entry.kun, entry.okurigana, strict=True):
        if okurigana:
            found.setdefault(stem + okurigana, 0.1)
            found.setdefault(stem + okurigana[:-1] + _GODAN.get(okurigana[-1], ""), 0.1)  # 取る → 鳥取
    for kana in list(found):
        for changed in (rendaku(kana), half_voiced(kana), geminated(kana), *linked(kana)):
            if changed:
                found.setdefault(changed, 0.3)
        both = rendaku(geminated(kana)) or half_voiced(geminated(kana))
        if both:
            found.setdefault(both, 0.6)
    return {same_sound(kana): cost for kana, cost in reversed(found.items()) if kana}


@lru_cache(32768)
def divide(surface: str, kana: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Return the kana of each character of `surface`.

    Parameters
    ----------
    surface : str
        Kanji and kana, at most 16 characters.
    kana : str
        Its reading, katakana.
    lexicon : Lexicon
        Whose KANJIDIC2 entries are used.

    Returns
    -------
    tuple of str or None
        As long as `surface`; joined they are `kana`. None where more than half of the kanji have no known
        reading that fits. An unwritten ノ or ガ goes with the kanji before it.

    Examples
    --------
    >>> lexicon = Lexicon.default()
    >>> divide("井上", "イノウエ", lexicon)
    ('イノ', 'ウエ')
    >>> divide("学校", "ガッコウ", lexicon), divide("取締り", "トリシマリ", lexicon)
    (('ガッ', 'コウ'), ('トリ', 'シマ', 'リ'))
    """
    if not surface or not kana or len(surface) > _MAX_SURFACE:
        return None
    if len(surface) == 1:
        return (kana,)
    sound = same_sound(kana)
    spelled = _unrepeated(surface)
    known = [kanji_readings(char, lexicon) for char in spelled]
    ends = _as_listed(known, sound, 0, 0)
    if ends is None:
        best = _cheapest(spelled, known, sound)
        if best is None:
            return None
        cost, ends = best
        if cost > _UNKNOWN * max(1.0, sum(map(is_kanji, surface)) / 2):
            return None
    starts = (0, *ends[:-1])
    return tuple(kana[start:end] for start, end in zip(starts, ends, strict=True))


def _unrepeated(surface: str) -> str:
    """Return the characters with 々 replaced by the character that it repeats."""
    if "々" not in surface:
        return surface
    out = ""
    for char in surface:
        out += out[-1] if char == "々" and out else char
    return out


def _as_listed(known: list[Mapping[str, float]], kana: str, at: int, start: int) -> tuple[int, ...] | None:
    """Return the ends of the kana of each character, if all readings are listed: a fast path for the common case."""
    size = len(kana)
    if at == len(known) - 1:
        return (size,) if known[at].get(kana[start:], 1.0) == 0.0 else None
    for end in range(start + 1, min(start + _LONGEST, size - len(known) + at + 1) + 1):
        if known[at].get(kana[start:end], 1.0) == 0.0:
            rest = _as_listed(known, kana, at + 1, end)
            if rest is not None:
                return (end, *rest)
    return None


def _cheapest(surface: str, known: list[Mapping[str, float]], kana: str) -> tuple[float, tuple[int, ...]] | None:
    """Return the lowest cost, and the ends of the kana of each character at that cost."""
    # position in kana → (cost, ends so far)
    paths: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    size = len(kana)
    for at, char in enumerate(surface):
        left = len(surface) - at - 1  # characters that still need a kana each
        step: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in paths.items():
            for end, price in _ends(known[at], char, kana, start, size - left):
                total = cost + price
                if end not in step or total < step[end][0]:
                    step[end] = (total, (*ends, end))
        paths = step
    return paths.get(size)


def _ends(known: Mapping[str, float], char: str, kana: str, start: int, limit: int) -> Iterator[tuple[int, float]]:
    """Yield the possible ends of the kana of a character, each with its cost."""
    unknown = not is_kana(char)
    for end in range(start + 1, min(start + _LONGEST, limit) + 1):
        cost = known.get(kana[start:end])
        if cost is not None:
            yield end, cost
            if unknown and end < limit and kana[end] in _LINKS:
                yield end + 1, cost + _LINK
        elif unknown:
            yield end, _UNKNOWN + _UNKNOWN_KANA * max(0, end - start - 2)
