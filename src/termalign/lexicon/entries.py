"""What a look-up answers: words, names, characters and the renderings a user or a learner has given."""

from typing import NamedTuple


class Gloss(NamedTuple):
    """One English gloss of a word.

    Attributes
    ----------
    text : str
        As the dictionary writes it, ``"to defraud (of money)"``.
    keys : tuple of str
        Its content-word stems in order, function words and parentheses dropped.
    sense : int
        0-based order of its sense within the entry.
    note : str
        Comma-separated register and field codes of the sense (``"abbr"``, ``"arch"``, ``"obs"``, ``"law"``),
        or ``""``.
    """

    text: str
    keys: tuple[str, ...]
    sense: int
    note: str


class WordEntry(NamedTuple):
    """One dictionary entry as seen from one of its headwords.

    Attributes
    ----------
    headword : str
        The form that was looked up (NFKC).
    reading : str
        Its first reading, katakana.
    glosses : tuple of Gloss
        Of the senses that apply to this headword, in order.
    pos : frozenset of str
        Coarse parts of speech: ``n vs v adj adv pn num ctr exp int prt conj aux pref suf unc``.
    common : bool
        The form carries a priority tag (news, ichi, spec, gai).
    loan : str
        Language and source word, ``"ger:Arbeit"``, or ``""`` where the dictionary names none.
    clip_of : tuple of str
        The Japanese full forms, where the entry is marked as an abbreviation and names them.
    readings : tuple of str
        All readings of this headword, katakana.
    usual : bool
        The headword is a usual way to write the word: not a rare or irregular form, nor kana for a word
        written in kanji.
    """

    headword: str
    reading: str
    glosses: tuple[Gloss, ...]
    pos: frozenset[str]
    common: bool
    loan: str
    clip_of: tuple[str, ...]
    readings: tuple[str, ...]
    usual: bool


class NameEntry(NamedTuple):
    """One proper name.

    Attributes
    ----------
    headword : str
        The form that was looked up (NFKC).
    reading : str
        Katakana.
    romaji : str
        The name in Latin letters or in English, as JMnedict writes it (``"Kyounosuke"``,
        ``"Nozuka tunnel"``).
    kinds : frozenset of str
        ``surname given fem masc person place station company organization product work unclass`` and rarer
        ones.
    note : str
        What JMnedict adds in parentheses: dates, a country, an occupation; or ``""``.
    """

    headword: str
    reading: str
    romaji: str
    kinds: frozenset[str]
    note: str


class KanjiEntry(NamedTuple):
    """One character of KANJIDIC2.

    Attributes
    ----------
    literal : str
        The character.
    on, kun, nanori : tuple of str
        Readings, katakana; a kun reading is the stem that the character itself covers (``"アツ"`` of
        あつ.い).
    okurigana : tuple of str
        Parallel to `kun`: the katakana after the stem, or ``""``.
    meanings : tuple of str
        English.
    keys : tuple of tuple of str
        Parallel to `meanings`: their content-word stems.
    """

    literal: str
    on: tuple[str, ...]
    kun: tuple[str, ...]
    okurigana: tuple[str, ...]
    nanori: tuple[str, ...]
    meanings: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]


class Rendering(NamedTuple):
    """An English rendering from a glossary, from what was learned, or from the dictionary.

    Attributes
    ----------
    en : str
        The rendering.
    source : str
        ``"glossary"``, ``"learned"`` or ``"dictionary"``.
    weight : float
        In (0, 1]: 1.0 for a glossary, the learner's probability, 1 / n for the dictionary's nth sense.
    note : str
        What the glossary says about it, or the dictionary's codes of register and field, or ``""``.
    """

    en: str
    source: str
    weight: float
    note: str
