"""Chinese and Korean names written in kanji, romanised according to their own languages.

楊暁東 is Yang Xiaodong, or Yang Hsiao-tung in the older Wade–Giles system; 金正恩 is Kim Jong-un. Japanese texts write these
names with Japanese forms of the characters, so the table is keyed by those forms.
"""

from functools import cache, lru_cache
from itertools import islice, product

from termalign.tables import read_lines

_MAX_CHARS = 4
_MAX_OF_SYLLABLE = 2
_MAX_CHINESE = 6
_MAX_READINGS = 64
_COMPOUND_SURNAMES = frozenset(
    "諸葛 司馬 欧陽 上官 夏侯 司徒 尉遅 皇甫 公孫 慕容 令狐 東方 独孤 南宮 鮮于 司空 長孫 宇文".split()
)
# Characters with a special reading as Chinese surnames.
_CHINESE_SURNAMES = {
    "単": "shan",
    "仇": "qiu",
    "解": "xie",
    "朴": "piao",
    "査": "zha",
    "曽": "zeng",
    "翟": "zhai",
    "区": "ou",
}

# Pinyin to Wade–Giles without its marks: whole syllables first, then initials, then finals. The first match applies.
_WADE_GILES_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu",
    "yi": "i", "er": "erh", "you": "yu", "yan": "yen", "ye": "yeh", "yue": "yueh", "yong": "yung",
    "ju": "chu", "qu": "chu", "xu": "hsu", "e": "o", "ge": "ko", "ke": "ko", "he": "ho",
    "gui": "kuei", "kui": "kuei", "guo": "kuo", "kuo": "kuo", "huo": "huo", "shuo": "shuo",
}  # fmt: skip
_WADE_GILES_INITIALS = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"), ("g", "k"), ("j", "ch"), ("q", "ch"),
    ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j"),
)  # fmt: skip
_WADE_GILES_FINALS = (
    ("ian", "ien"),
    ("iong", "iung"),
    ("ong", "ung"),
    ("ie", "ieh"),
    ("ue", "ueh"),
    ("uo", "o"),
)
_Changes = tuple[tuple[str, str], ...]
_SOUTHERN = {"yeong": "young", "u": "woo"}
_VOICELESS = (("g", "k"), ("d", "t"), ("b", "p"), ("j", "ch"))
# Other spellings of Korean, as changes to the Revised Romanization: whole syllables; otherwise the first vowel
# that matches, then initial consonants.
_KOREAN_STYLES: tuple[tuple[dict[str, str], _Changes, _Changes], ...] = (
    ({}, (("eo", "o"), ("eu", "u")), ()),  # as in the North: Jong Un
    (
        _SOUTHERN,
        (("yeo", "yu"), ("eo", "u"), ("eu", "u"), ("oe", "oi")),
        (),
    ),  # as names in the South: Hyun, Suk
    (_SOUTHERN, (("yeo", "yu"), ("eo", "u"), ("eu", "u"), ("ui", "ee"), ("u", "oo")), ()),  # Moo, Joon, Hee
    ({}, (("eo", "o"), ("eu", "u")), _VOICELESS),  # McCune–Reischauer
    ({}, (("yeo", "yu"), ("eo", "u"), ("eu", "u")), _VOICELESS),  # Kyung, Chung
)


@cache
def _table(name: str = "sino_readings.tsv") -> dict[str, str]:
    return {line[0]: line for line in read_lines(__package__, name)}


def _readings(char: str, column: int) -> list[str]:
    line = _table().get(char)
    return line.split("\t")[column].split()[:_MAX_OF_SYLLABLE] if line else []


def _surnames(char: str) -> list[str]:
    line = _table("korean_surnames.tsv").get(char)
    return line.split("\t")[1].split() if line else []


@lru_cache(4096)
def sino_readings(kanji: str) -> tuple[str, ...]:
    """Return the English forms of a Chinese or Korean name of two to four kanji, family name first.

    Parameters
    ----------
    kanji : str
        The name as Japanese text writes it, without ・ or spaces.

    Returns
    -------
    tuple of str
        Lower-case forms with a space after the family name and the syllables of the given name joined: Mandarin in pinyin and
        in Wade–Giles, then Korean, at most 64. Empty if a character is unknown, or if the name is shorter or longer.

    Examples
    --------
    >>> sino_readings("楊暁東")[0]
    'yang xiaodong'
    >>> "kim jongun" in sino_readings("金正恩"), "tsai ingwen" in sino_readings("蔡英文")
    (True, False)
    """
    if not 2 <= len(kanji) <= _MAX_CHARS or not all(char in _table() for char in kanji):
        return ()
    cut = 2 if len(kanji) > 2 and kanji[:2] in _COMPOUND_SURNAMES else 1
    chinese = _chinese(kanji, cut)
    found = [*map(_as_pinyin, chinese), *map(_as_wade_giles, chinese), *_korean(kanji, cut)]
    return tuple(dict.fromkeys(found))[:_MAX_READINGS]


_Syllables = tuple[tuple[str, ...], tuple[str, ...]]


def _chinese(kanji: str, cut: int) -> list[_Syllables]:
    columns = [_readings(char, 1) for char in kanji]
    if cut == 1 and kanji[0] in _CHINESE_SURNAMES:
        columns[0] = [_CHINESE_SURNAMES[kanji[0]]]
    return [(choice[:cut], choice[cut:]) for choice in islice(product(*columns), _MAX_CHINESE)]


def _as_pinyin(name: _Syllables) -> str:
    return "".join(name[0]) + " " + "".join(name[1])


def _as_wade_giles(name: _Syllables) -> str:
    return "".join(map(wade_giles, name[0])) + " " + "".join(map(wade_giles, name[1]))


def wade_giles(pinyin: str) -> str:
    """Return a pinyin syllable in Wade–Giles, without apostrophes and diaereses, as most names are written.

    >>> [wade_giles(syllable) for syllable in ("xiao", "dong", "jing", "guo", "zhong", "qing")]
    ['hsiao', 'tung', 'ching', 'kuo', 'chung', 'ching']
    """
    if pinyin in _WADE_GILES_WHOLE:
        return _WADE_GILES_WHOLE[pinyin]
    for initial, other in _WADE_GILES_INITIALS:
        if pinyin.startswith(initial):
            start, final = other, pinyin[len(initial) :]
            break
    else:
        start, final = pinyin[:1], pinyin[1:]
    for ending, other in _WADE_GILES_FINALS:
        if final == ending:
            final = other
            break
    return start + final


def _korean(kanji: str, cut: int) -> list[str]:
    columns = [_readings(char, 2)[:1] for char in kanji]
    if not all(columns):
        return []
    syllables = [column[0] for column in columns]
    families = ["".join(syllables[:cut])]
    if cut == 1:
        families = list(dict.fromkeys([*_surnames(kanji[0]), *families]))
    # People mix the systems in their own names: Ki-moon, Chung-hee, Suk-yeol.
    styled = [_styled(_initial_law(syllable, at)) for at, syllable in enumerate(syllables[cut:])]
    return [f"{family} {''.join(given)}" for given in product(*styled) for family in families]


def _initial_law(syllable: str, at: int) -> str:
    """Return a syllable, with an initial r dropped or changed to n at the beginning of a word: 呂 yeo, not ryeo.

    This is South Korean spelling.
    """
    if at:
        return syllable
    if syllable.startswith(("ri", "ry")):
        return syllable[1:]
    return "n" + syllable[1:] if syllable.startswith("r") else syllable


def _styled(syllable: str) -> list[str]:
    """Return a syllable in all the spellings of Korean, the Revised Romanization first."""
    return list(dict.fromkeys([syllable, *(_restyled(syllable, *style) for style in _KOREAN_STYLES)]))


def _restyled(syllable: str, whole: dict[str, str], vowels: _Changes, initials: _Changes) -> str:
    if syllable in whole:
        return whole[syllable]
    for old, new in vowels:
        if old in syllable:
            syllable = syllable.replace(old, new)
            break
    for old, new in initials:
        if syllable.startswith(old):
            syllable = new + syllable[len(old) :]
    return syllable
