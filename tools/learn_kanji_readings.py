"""Count how kanji are read in words, in names and in places: src/termalign/japanese/kanji_readings.tsv.

Every headword of JMdict and JMnedict is divided over its kanji by `termalign.japanese.furigana.divide`, and
each kanji's readings are counted for the three kinds apart. Needs the build requirement jamdict-data; takes
some two minutes.

    python tools/learn_kanji_readings.py > src/termalign/japanese/kanji_readings.tsv
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

from termalign.japanese.furigana import divide
from termalign.kana import is_kanji, romanize_kana, to_katakana
from termalign.lexicon import Lexicon
from termalign.lexicon.sources.jamdict import JamdictData

KINDS = ("word", "given", "place")
OF_KIND = {"given": "given", "masc": "given", "fem": "given", "surname": "place", "place": "place"}
PERSON = 3  # a name somebody has is worth three that are only listed
LEAST_COUNT = 3
LEAST_SHARE = 0.03
MOST = 6
HEADER = """\
# How often a kanji has which reading, in per cent: in words, in given names, in surnames and places.
# Made by tools/learn_kanji_readings.py from JMdict, JMnedict and KANJIDIC2 (EDRDG, CC BY-SA 4.0, see NOTICE).
"""


def samples(data: JamdictData) -> Iterator[tuple[str, str, str, int]]:
    """(kind, surface, katakana, weight) of everything written in kanji."""
    for word in data.words():
        for form in word.kanji[:1]:
            for spoken in word.kana[:1]:
                yield "word", form.text, to_katakana(spoken.text), 1 + 2 * form.common
    for name in data.names():
        kinds = {OF_KIND[kind] for kind in name.kinds if kind in OF_KIND}
        for surface in name.kanji[:1]:
            for kana in name.kana[:1]:
                for kind in kinds:
                    yield kind, surface, to_katakana(kana), 1
                if "person" in name.kinds and name.glosses:
                    yield from person(surface, to_katakana(kana), name.glosses[0])


def person(surface: str, kana: str, gloss: str) -> Iterator[tuple[str, str, str, int]]:
    """The given name of a listed person, where the gloss shows which part of the kana it is."""
    parts = re.fullmatch(r"(\S+) (\S+)(?: \(.*)?", gloss)
    divided = divide(surface, kana, LEXICON)
    if parts is None or divided is None:
        return
    family = re.sub(r"\W", "", parts[1]).lower()
    for cut in range(1, len(surface)):
        head = "".join(divided[:cut])
        if romanize_kana(head).replace("'", "") == re.sub("ou|oo", "o", family).replace("uu", "u"):
            yield "given", surface[cut:], kana[len(head) :], PERSON
            return


LEXICON = Lexicon.default()


def main() -> None:
    counts: dict[str, dict[str, Counter[str]]] = {kind: defaultdict(Counter) for kind in KINDS}
    for kind, surface, kana, weight in samples(JamdictData()):
        if not all(map(is_kanji, surface)) or not 1 <= len(surface) <= (4 if kind == "word" else 3):
            continue
        divided = divide(surface, kana, LEXICON)
        if divided is None:
            continue
        for char, part in zip(surface, divided, strict=True):
            counts[kind][char][part] += weight
    out = sys.stdout
    out.write(HEADER + "\t".join(("kanji", *KINDS)) + "\n")
    for char in sorted({char for kind in KINDS for char in counts[kind]}):
        columns = [shares(counts[kind][char]) for kind in KINDS]
        if any(columns):
            out.write("\t".join((char, *columns)) + "\n")


def shares(count: Counter[str]) -> str:
    """The readings of a kanji that make up three per cent or more, as ``ヨリ62 ライ20``."""
    total = sum(count.values())
    kept = [(kana, n) for kana, n in count.most_common(MOST) if n >= LEAST_COUNT and n / total >= LEAST_SHARE]
    return " ".join(f"{kana}{round(100 * n / total)}" for kana, n in kept)


if __name__ == "__main__":
    main()
