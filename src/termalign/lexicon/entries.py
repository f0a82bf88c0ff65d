"""What a look-up answers: words, names, characters and the renderings a user or a learner has given."""

from typing import NamedTuple


class Gloss(NamedTuple):
    """One English gloss of a word."""

    text: str
    """As the dictionary writes it, ``"to defraud (of money)"``."""
    keys: tuple[str, ...]
    """Its content-word stems in order, function words and parentheses dropped."""
    sense: int
    """0-based order of its sense within the entry."""
    note: str
    """Comma-separated register and field codes of the sense (``"abbr"``, ``"arch"``, ``"obs"``, ``"law"``), or ``""``.
    """


class WordEntry(NamedTuple):
    """One dictionary entry as seen from one of its headwords."""

    headword: str
    """The form that was looked up (NFKC)."""
    reading: str
    """Its first reading, katakana."""
    glosses: tuple[Gloss, ...]
    """Of the senses that apply to this headword, in order."""
    pos: frozenset[str]
    """Coarse parts of speech: ``n vs v adj adv pn num ctr exp int prt conj aux pref suf unc``."""
    common: bool
    """The form carries a priority tag (news, ichi, spec, gai)."""
    loan: str
    """Language and source word, ``"ger:Arbeit"``, or ``""`` where the dictionary names none."""
    clip_of: tuple[str, ...]
    """The Japanese full forms, where the entry is marked as an abbreviation and names them."""
    readings: tuple[str, ...]
    """All readings of this headword, katakana."""
    usual: bool
    """The headword is a usual way to write the word: not a rare or irregular form, nor kana for a word written in
    kanji.
    """


class NameEntry(NamedTuple):
    """One proper name."""

    headword: str
    """The form that was looked up (NFKC)."""
    reading: str
    """Katakana."""
    romaji: str
    """The name in Latin letters or in English, as JMnedict writes it (``"Kyounosuke"``, ``"Nozuka tunnel"``)."""
    kinds: frozenset[str]
    """``surname given fem masc person place station company organization product work unclass`` and rarer ones."""
    note: str
    """What JMnedict adds in parentheses: dates, a country, an occupation; or ``""``."""


class KanjiEntry(NamedTuple):
    """One character of KANJIDIC2."""

    literal: str
    """The character."""
    on: tuple[str, ...]
    """Sino-Japanese readings, katakana."""
    kun: tuple[str, ...]
    """Native readings, katakana: of each the stem that the character itself covers (``"アツ"`` of あつ.い)."""
    okurigana: tuple[str, ...]
    """Parallel to `kun`: the katakana after the stem, or ``""``."""
    nanori: tuple[str, ...]
    """Readings in names, katakana."""
    meanings: tuple[str, ...]
    """What it means, in English."""
    keys: tuple[tuple[str, ...], ...]
    """Parallel to `meanings`: their content-word stems."""


class Rendering(NamedTuple):
    """An English rendering from a glossary, from what was learned, or from the dictionary."""

    en: str
    """The rendering."""
    source: str
    """``"glossary"``, ``"learned"`` or ``"dictionary"``."""
    weight: float
    """In (0, 1]: 1.0 for a glossary, the learner's probability, 1 / n for the dictionary's nth sense."""
    note: str
    """What the glossary says about it, the dictionary's codes of register and field, or ``""``."""
