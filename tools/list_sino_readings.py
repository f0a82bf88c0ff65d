"""List how kanji are read in Mandarin and Korean: src/termalign/japanese/sino_readings.tsv.

Takes the kanji of JIS X 0208 and 0213, which are those that Japanese text has, from KANJIDIC2: pinyin without tones,
and the letters of the hangul in the Revised Romanization. Needs the build requirement jamdict-data.

    python tools/list_sino_readings.py > src/termalign/japanese/sino_readings.tsv
"""

import sqlite3
import sys
from collections import defaultdict

from jamdict_data import JAMDICT_DB_PATH

HEADER = """\
# Mandarin (pinyin without tones) and Korean readings (Revised Romanization, by syllables) of kanji.
# Made by tools/list_sino_readings.py from KANJIDIC2 (EDRDG, CC BY-SA 4.0, see NOTICE).
kanji	pinyin	korean
"""
QUERY = """
    SELECT c.literal, r.r_type, r.value
    FROM character c JOIN rm_group g ON g.cid = c.ID JOIN reading r ON r.gid = g.ID
    WHERE r.r_type IN ('pinyin', 'korean_r')
      AND EXISTS (SELECT 1 FROM codepoint p WHERE p.cid = c.ID AND p.cp_type IN ('jis208', 'jis213'))
    ORDER BY c.literal, r.rowid
"""
# A final consonant is a stop: the letters say 박 bag, the romanisation bak.
FINALS = {"g": "k", "d": "t", "b": "p"}


def main() -> None:
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: {"pinyin": {}, "korean_r": {}})
    for kanji, kind, value in sqlite3.connect(JAMDICT_DB_PATH).execute(QUERY):
        reading = value.rstrip("12345").replace("u:", "u").replace(":", "").replace("eui", "ui").lower()
        if kind == "korean_r" and not reading.endswith("ng"):
            reading = reading[:-1] + FINALS.get(reading[-1:], reading[-1:])
        if reading:
            found[kanji][kind][reading] = None
    sys.stdout.write(HEADER)
    for kanji, readings in sorted(found.items()):
        sys.stdout.write(f"{kanji}\t{' '.join(readings['pinyin'])}\t{' '.join(readings['korean_r'])}\n")


if __name__ == "__main__":
    main()
