"""The results of look-ups: words, names, characters and renderings."""

from typing import NamedTuple

from termalign.lexicon.glosses import Gloss, decode_senses


class WordEntry(NamedTuple):
    """A dictionary entry for one of its headwords.

    The glosses stay encoded until they are asked for: many words are looked up only for their readings, or to see whether they
    are words, and thousands of kept glosses would slow every garbage collection.
    """

    headword: str
    """The form that was looked up (NFKC)."""
    reading: str
    """The first reading of the headword, in katakana."""
    senses: str
    """The senses that apply to this headword, encoded; `glosses` decodes them."""
    pos: frozenset[str]
    """Coarse parts of speech: ``n vs v adj adv pn num ctr exp int prt conj aux pref suf unc``."""
    common: bool
    """Whether the headword has a priority tag (news, ichi, spec, gai)."""
    loan: str
    """The source language and word of a loanword, such as ``"ger:Arbeit"``; ``""`` if the dictionary names none."""
    clip_of: tuple[str, ...]
    """The Japanese full forms, if the entry is marked as an abbreviation and names them."""
    readings: tuple[str, ...]
    """All readings of this headword, in katakana."""
    usual: bool
    """Whether the headword is a usual spelling of the word: not a rare or irregular form, nor kana for a word that is written
    in kanji.
    """

    @property
    def glosses(self) -> tuple[Gloss, ...]:
        """The glosses of the senses that apply to this headword, in order."""
        return tuple([Gloss(*fields) for fields in decode_senses(self.senses)])


class NameEntry(NamedTuple):
    """One proper name."""

    headword: str
    """The form that was looked up (NFKC)."""
    reading: str
    """The reading, in katakana."""
    romaji: str
    """The name in Latin letters or in English, as JMnedict writes it (``"Kyounosuke"``, ``"Nozuka tunnel"``)."""
    kinds: frozenset[str]
    """The kinds: ``surname given fem masc person place station company organization product work unclass`` and rarer ones."""
    note: str
    """JMnedict's note in parentheses, with dates, a country or an occupation; or ``""``."""


class KanjiEntry(NamedTuple):
    """One character of KANJIDIC2."""

    literal: str
    """The character."""
    on: tuple[str, ...]
    """Sino-Japanese (*on*) readings, in katakana."""
    kun: tuple[str, ...]
    """Native (*kun*) readings, in katakana, each without okurigana (``"アツ"`` of あつ.い)."""
    okurigana: tuple[str, ...]
    """The okurigana of each reading in `kun`, in katakana, or ``""``."""
    nanori: tuple[str, ...]
    """Readings in names, in katakana."""
    meanings: tuple[str, ...]
    """The meanings, in English."""
    keys: tuple[tuple[str, ...], ...]
    """The stems of the content words of each meaning in `meanings`."""


class Rendering(NamedTuple):
    """An English rendering from a glossary, from what was learned, or from the dictionary."""

    en: str
    """The rendering."""
    source: str
    """``"glossary"``, ``"learned"`` or ``"dictionary"``."""
    weight: float
    """The weight, in (0, 1]: 1.0 for a glossary, the learned probability, 1 / n for the nth sense of a dictionary entry."""
    note: str
    """The glossary's note, the dictionary's codes of register and field, or ``""``."""
