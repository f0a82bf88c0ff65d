"""Kana and romaji without a dictionary: scripts, romanisation, and keys that equivalent spellings share."""

from termalign.kana.consonants import kana_consonants, latin_consonants
from termalign.kana.english_spellings import spell_variants
from termalign.kana.loose import loose
from termalign.kana.morae import Mora, morae
from termalign.kana.openings import ANY, kana_openings, latin_opening
from termalign.kana.romaji import Style, romanize_kana, spell
from termalign.kana.script import (
    all_kana,
    all_katakana,
    has_kanji,
    is_hiragana,
    is_japanese,
    is_kana,
    is_kanji,
    is_katakana,
    to_hiragana,
    to_katakana,
)
from termalign.kana.spelling_keys import kana_keys, latin_key, romaji_similarity
from termalign.kana.syllabic import is_romaji
from termalign.model import SYSTEMS, System

__all__ = [
    "ANY",
    "SYSTEMS",
    "Mora",
    "Style",
    "System",
    "all_kana",
    "all_katakana",
    "has_kanji",
    "is_hiragana",
    "is_japanese",
    "is_kana",
    "is_kanji",
    "is_katakana",
    "is_romaji",
    "kana_consonants",
    "kana_keys",
    "kana_openings",
    "latin_consonants",
    "latin_key",
    "latin_opening",
    "loose",
    "morae",
    "romaji_similarity",
    "romanize_kana",
    "spell",
    "spell_variants",
    "to_hiragana",
    "to_katakana",
]
