"""Make src/termalign/lexicon/supplement/wiktionary.tsv: what the English Wiktionary translates by a Japanese word.

    rm src/termalign/lexicon/supplement/wiktionary.tsv && python hatch_build.py
    python tools/wiktionary_words.py freedict-eng-jpn.dict.dz > wiktionary.tsv

The file is the English–Japanese dictionary of FreeDict, as Debian's package ``dict-freedict-eng-jpn`` has it. WikDict made it
from the English Wiktionary, so it says what an English word is in Japanese, where JMdict says the opposite: 教区 is *parish*
in JMdict, and *diocese* there, too.

Only nouns, names and verbs are taken, and only what the lexicon lacks, which must be compiled without the table first.
Adjectives gain nothing, and of the links that adverbs and interjections make, more are wrong than right.
"""

import argparse
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from termalign.english.lexis import lexeme
from termalign.japanese.text import JapaneseText
from termalign.kana import is_kana, to_hiragana
from termalign.lexicon import Lexicon
from termalign.lexicon.sources import supplement

TABLE = Path(supplement.__file__).parent.parent / "supplement" / "wiktionary.tsv"
HEADER = """\
# English words that the English Wiktionary translates by these Japanese words, where JMdict has no such rendering.
# From FreeDict's English–Japanese dictionary of 2024-10-10 (WikDict, Karl Bartel; https://freedict.org), CC BY-SA 3.0. Made by
# tools/wiktionary_words.py: nouns, names and verbs; each rendering is a sense of its own.
"""
HEAD = re.compile(r"(?P<word>[^/<]+?) (?:/.*/ )?<(?P<pos>n|pn|v)>")
OTHER_HEAD = re.compile(r"\S.* <[A-Za-z]+>")
JAPANESE = re.compile(r"[ぁ-ゖァ-ヺー・一-龥々]{1,14}")
ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’. -]{1,39}")
KANA = re.compile(r"[ぁ-ゖー・]+")
BRACKETS = re.compile(r"\([^)]*\)|（[^）]*）")
SEPARATORS = re.compile(r"[,、;] *")


def translations(path: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The Japanese words and their English: for each headword of a part of speech that counts, the line after it."""
    head: re.Match[str] | None = None
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if OTHER_HEAD.fullmatch(line.rstrip()):
                head = HEAD.fullmatch(line.rstrip())
            elif head is not None:
                for word in SEPARATORS.split(BRACKETS.sub("", line.strip())):
                    if head["pos"] == "pn" and lexicon.names(word):
                        continue  # JMnedict has the name: as an ordinary word it would take part in compounds
                    if JAPANESE.fullmatch(word) and ENGLISH.fullmatch(head["word"]):
                        yield as_in_jmdict(word, head["word"], head["pos"])
                head = None


def as_in_jmdict(word: str, english: str, pos: str) -> tuple[str, str]:
    """A word as JMdict has it: 提供する *provide* as the noun 提供, 打つ *type* as *to type*."""
    if pos != "v":
        return word, english
    noun = word.removesuffix("する")
    return (noun, english) if len(noun) > 1 and noun != word else (word, f"to {english}")


def reading_of(word: str) -> str:
    """How a word is read, in hiragana; empty if a part of it has no reading, or if it is a phrase with particles."""
    morphemes = JapaneseText(word).morphemes
    if any(m.pos.startswith("助詞") and m.surface != "の" for m in morphemes):
        return ""
    spoken = [m.reading or m.surface for m in morphemes]
    return (
        to_hiragana("".join(spoken)) if all(is_kana(char) or char in "ー・" for part in spoken for char in part) else ""
    )


def bare(english: str) -> str:
    """A rendering by which it is compared with others."""
    return english.lower().removeprefix("to ")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", help="freedict-eng-jpn.dict.dz")
    options = parser.parse_args()
    if TABLE.exists():
        parser.error(f"{TABLE} is there: delete it and compile the lexicon without it first")
    lexicon = Lexicon.default()
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for word, english in translations(options.dictionary, lexicon):
        known = {bare(rendering.en) for rendering in lexicon.renderings(word)}
        if bare(english) not in known and not lexeme(bare(english)).function:
            found[word].setdefault(bare(english), english)
    sys.stdout.write(HEADER)
    for word in sorted(found):
        reading = reading_of(word)
        if KANA.fullmatch(reading):
            renderings = " | ".join(sorted(found[word].values(), key=bare))
            as_written = all(is_kana(char) or char in "ー・" for char in word)
            sys.stdout.write(f"{word}\t{word if as_written else reading}\t{renderings}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
