"""Sound changes where two parts of a Japanese word meet, on kana alone.

The changes are rendaku (寺 テラ → デラ), gemination (学 ガク → ガッ), p after ン or ッ (本 ホン → ポン), and the linking of
ン to a vowel (皇 オウ → ノウ in 天皇). Only a dictionary can say which change occurs in which word.
"""

_RENDAKU = dict(
    zip("カキクケコサシスセソタチツテトハヒフヘホ", "ガギグゲゴザジズゼゾダヂヅデドバビブベボ", strict=True)
)
_HALF_VOICED = dict(zip("ハヒフヘホ", "パピプペポ", strict=True))
_LINKED = dict(
    zip(
        "アイウエオヤユヨワ",
        (
            ("ナ",),
            ("ニ", "ミ"),
            ("ヌ", "ム"),
            ("ネ",),
            ("ノ",),
            ("ニャ",),
            ("ニュ",),
            ("ニョ", "ミョ"),
            ("ナ",),
        ),
        strict=True,
    )
)
_GEMINATES = frozenset("クキチツ")
_VOICED_OBSTRUENTS = frozenset("ガギグゲゴザジズゼゾダヂヅデドバビブベボ")
# ヂ and ヅ are spelled ジ and ズ as often as not.
_RESPELLED = str.maketrans("ヂヅ", "ジズ")


def rendaku(kana: str) -> str:
    """Return `kana` with its first consonant voiced; empty if this is not possible.

    >>> rendaku("テラ"), rendaku("シマ"), rendaku("ハシ"), rendaku("マチ")
    ('デラ', 'ジマ', 'バシ', '')
    """
    voiced = _RENDAKU.get(kana[:1])
    return voiced + kana[1:] if voiced else ""


def resists_rendaku(kana: str) -> bool:
    """Return whether a voiced obstruent inside prevents rendaku: Lyman's law.

    >>> resists_rendaku("カゼ"), resists_rendaku("テラ")
    (True, False)
    """
    return not _VOICED_OBSTRUENTS.isdisjoint(kana[1:])


def half_voiced(kana: str) -> str:
    """Return `kana` with its initial h changed to p; empty if it does not begin with h.

    >>> half_voiced("ホン"), half_voiced("カン")
    ('ポン', '')
    """
    half = _HALF_VOICED.get(kana[:1])
    return half + kana[1:] if half else ""


def geminated(kana: str) -> str:
    """Return `kana` with a final ク, キ, チ or ツ changed to ッ; empty if there is none or `kana` has only one kana.

    >>> geminated("ガク"), geminated("イチ"), geminated("キ"), geminated("カン")
    ('ガッ', 'イッ', '', '')
    """
    return kana[:-1] + "ッ" if len(kana) > 1 and kana[-1] in _GEMINATES else ""


def linked(kana: str) -> tuple[str, ...]:
    """Return the forms that an initial vowel or glide may have after ン.

    >>> linked("オウ"), linked("イ"), linked("カン")
    (('ノウ',), ('ニ', 'ミ'), ())
    """
    return tuple(start + kana[1:] for start in _LINKED.get(kana[:1], ()))


def same_sound(kana: str) -> str:
    """Return `kana` with ヂ and ヅ spelled ジ and ズ, so that readings in both spellings are equal.

    >>> same_sound("ミカヅキ")
    'ミカズキ'
    """
    return kana.translate(_RESPELLED) if "ヂ" in kana or "ヅ" in kana else kana
