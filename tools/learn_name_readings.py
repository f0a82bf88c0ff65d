"""Find the names whose usual reading their kanji do not suggest: src/termalign/japanese/irregular_names.tsv.

JMnedict lists a name's readings without saying which is usual, but its longer names tell: of those that begin
with 春日, nearly all read it カスガ. Names are kept whose commonest reading by that count is not the one that
`termalign.japanese.kanji_readings` ranks first. Needs the build requirement jamdict-data; takes half a
minute.

    python tools/learn_name_readings.py > src/termalign/japanese/irregular_names.tsv
"""

import sys
from collections import Counter, defaultdict

from termalign.japanese.kanji_readings import combined
from termalign.kana import is_kanji, to_katakana
from termalign.lexicon import Lexicon
from termalign.lexicon.sources.jamdict import JamdictData

HEADS = frozenset(("surname", "place", "station", "given", "masc", "fem"))
LENGTHS = (2, 3)
PERSON = 3  # a name somebody has is worth three that are only listed
LEAST_COUNT = 12
LEAST_SHARE = 0.05
MOST = 4
HEADER = """\
# Names with several readings of which the usual one, by the longer names that contain it, is not the one
# their kanji suggest; shares in per cent.
# Made by tools/learn_name_readings.py from JMnedict (EDRDG, CC BY-SA 4.0, see NOTICE).
"""


def main() -> None:
    lexicon = Lexicon.default()
    names = [
        (surface, to_katakana(kana), name.kinds)
        for name in JamdictData().names()
        for surface in name.kanji[:1]
        for kana in name.kana[:1]
    ]
    heads: dict[str, set[str]] = defaultdict(set)
    for surface, kana, kinds in names:
        if len(surface) in LENGTHS and all(map(is_kanji, surface)) and kinds & HEADS:
            heads[surface].add(kana)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for surface, kana, kinds in names:
        for length in LENGTHS:
            head = surface[:length]
            if len(surface) > length and head in heads:
                read = [known for known in heads[head] if kana.startswith(known) and len(kana) > len(known)]
                if read:
                    counts[head][max(read, key=len)] += PERSON if "person" in kinds else 1
    sys.stdout.write(HEADER + "surface\treadings\n")
    for head, count in sorted(counts.items()):
        total = sum(count.values())
        if len(heads[head]) == 1 or total < LEAST_COUNT:
            continue
        suggested = combined(head, "place", lexicon)
        usual = count.most_common(1)[0][0]
        if max(sorted(heads[head]), key=lambda kana: suggested.get(kana, 0.0)) != usual:
            kept = [(kana, n / total) for kana, n in count.most_common(MOST) if n / total >= LEAST_SHARE]
            cells = " ".join(f"{kana}{round(100 * share)}" for kana, share in kept)
            sys.stdout.write(f"{head}\t{cells}\n")


if __name__ == "__main__":
    main()
