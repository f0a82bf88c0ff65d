"""Furigana: the division of a reading among the characters of a word.

Each kanji may have any reading from KANJIDIC2, with the sound changes that occur inside words. Kana that no reading explains
can be given to a kanji at a cost. Dynamic programming over (character, kana) finds the division with the lowest cost, as in
Hatori and Suzuki, "Japanese pronunciation prediction as phrasal statistical machine translation" (IJCNLP 2011), with fixed
costs in place of learned ones.
"""

from collections.abc import Iterator, Mapping

from termalign.kana import is_kana, is_kanji, to_katakana
from termalign.kana.sound import geminated, half_voiced, linked, rendaku, same_sound
from termalign.lexicon.lexicon import Lexicon
from termalign.lexicon.variants import standard_form
from termalign.once import cached_in_lexicon

_LONGEST = 5  # kana for one character
_UNKNOWN = (1.99, 2.0, 2.4, 2.8, 3.2)  # one to five kana: 金剛峯寺 is コン|ゴウ|ブ|ジ, not コン|ゴ|ウブ|ジ
_LINKS = frozenset("ノガツナ")
_GODAN = dict(zip("ウクグスツヌブムル", "イキギシチニビミリ", strict=True))


@cached_in_lexicon(4096)
def kanji_readings(char: str, lexicon: Lexicon) -> Mapping[str, float]:
    """Return every reading that `char` can have inside a word, in katakana, with its cost.

    Listed readings cost 0 (0.1 to 0.2 for a few variants, such as a verb's stem); readings changed by their neighbours cost
    more.
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


@cached_in_lexicon(4096)
def divide(surface: str, kana: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Return the kana of each character of `surface`, or None if too few kanji have a reading that fits.

    `surface` has at most 16 characters, and `kana` is its reading in katakana. The parts, joined, are `kana` again. The
    result is None if the cost is more than that of about half the kanji being unknown. An unwritten ノ or ガ is given to the
    kanji before it.

    >>> lexicon = Lexicon.default()
    >>> divide("井上", "イノウエ", lexicon)
    ('イノ', 'ウエ')
    >>> divide("学校", "ガッコウ", lexicon), divide("取締り", "トリシマリ", lexicon)
    (('ガッ', 'コウ'), ('トリ', 'シマ', 'リ'))
    """
    if not surface or not kana or len(surface) > 16:
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
        if cost > 2.0 * max(1.0, sum(map(is_kanji, surface)) / 2):  # 2.0 for two kanji
            return None
    starts = (0, *ends[:-1])
    return tuple(kana[start:end] for start, end in zip(starts, ends, strict=True))


def _unrepeated(surface: str) -> str:
    """Return the characters with each 々 replaced by the character that it repeats."""
    if "々" not in surface:
        return surface
    out = ""
    for char in surface:
        out += out[-1] if char == "々" and out else char
    return out


def _as_listed(known: list[Mapping[str, float]], kana: str, at: int, start: int) -> tuple[int, ...] | None:
    """Return the ends of the kana of each character if all readings are listed: a fast path for the common case."""
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
    """Return the lowest cost, and the end of each character's kana at that cost."""
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
    """Yield the possible ends of a character's kana, each with its cost."""
    unknown = not is_kana(char)
    for end in range(start + 1, min(start + _LONGEST, limit) + 1):
        cost = known.get(kana[start:end])
        if cost is not None:
            yield end, cost
            if unknown and end < limit and kana[end] in _LINKS:
                yield end + 1, cost + 0.5  # an unwritten ノ, ガ, ツ or ナ: 井上 Inoue
        elif unknown:
            yield end, _UNKNOWN[end - start - 1]
