"""The rows of the lexicon file: values encoded as compact text, and decoded.

Tabs separate fields and newlines separate lines. Values that can be derived are left out: stems that equal the gloss, a
katakana reading that equals the headword, and romaji that follows from a name's reading.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from sys import intern

from termalign.kana.script import to_katakana
from termalign.lexicon.entries import KanjiEntry, NameEntry, WordEntry
from termalign.lexicon.glosses import decode_gloss, encode_gloss, encode_senses
from termalign.lexicon.headword_spelling import katakana, name_romaji

# The letter for each kind of name in the file.
KIND_LETTERS = {
    "surname": "s", "place": "p", "unclass": "u", "given": "g", "fem": "f", "masc": "m", "person": "h",
    "station": "t", "company": "c", "organization": "o", "work": "w", "product": "r", "service": "v",
    "character": "C", "deity": "D", "fiction": "F", "event": "E", "mythology": "M", "object": "O",
    "religion": "R", "group": "G", "document": "d", "ship": "S", "creature": "K", "other": "x",
}  # fmt: skip
_KINDS = {letter: kind for kind, letter in KIND_LETTERS.items()}


def encode_entry(
    pos: Iterable[str],
    loan: str,
    clip_of: Iterable[str],
    senses: Iterable[tuple[str, Sequence[tuple[str, Sequence[str]]]]],
) -> str:
    """Encode a dictionary entry: a head line, then a line for each sense (note, glosses)."""
    return "\n".join(["\t".join((" ".join(pos), loan, *clip_of)), *encode_senses(senses)])


def encode_reference(entry: int, *, common: bool, usual: bool, senses: Iterable[int], readings: Iterable[str]) -> str:
    """Encode a line of a headword's row: the entry's number, flags, the senses (if not all apply), and the readings."""
    flags = ("c" if common else "") + ("u" if usual else "")
    return "\t".join((str(entry), flags, " ".join(map(str, senses)), *readings))


def reference_rank(line: str) -> int:
    """Return the rank of a line of a headword's row, from 0: usual spellings come first, and common words first among equals.

    >>> reference_rank(encode_reference(7, common=True, usual=True, senses=[], readings=["サギ"]))
    0
    """
    flags = line.split("\t", 2)[1]
    return 2 * ("u" not in flags) + ("c" not in flags)


def decode_word(headword: str, reference: str, entry: str) -> WordEntry:
    """Return the entry that one line of a headword's row refers to."""
    _, flags, only, *readings = reference.split("\t")
    head, _, senses = entry.partition("\n")
    pos, loan, *clip_of = head.split("\t")
    if only:
        kept = frozenset(map(int, only.split()))
        senses = "\n".join([line if sense in kept else "" for sense, line in enumerate(senses.split("\n"))])
    spoken = tuple(readings) or (to_katakana(headword),)
    kinds, full = _parts_of_speech(pos), tuple(clip_of)
    return WordEntry(headword, spoken[0], senses, kinds, "c" in flags, loan, full, spoken, "u" in flags)


def decode_clip_of(entry: str) -> list[str]:
    """Return the full forms that an entry gives."""
    return entry.partition("\n")[0].split("\t")[2:]


def encode_name(headword: str, reading: str, romaji: str, kinds: frozenset[str], note: str) -> str:
    """Encode a line of a name's row."""
    letters = _kind_letters(kinds)
    spoken = "" if len(reading) == len(headword) and reading == katakana(headword) else reading
    spelled = "" if romaji == name_romaji(reading) else romaji
    return "\t".join((letters, spoken, spelled, note)).rstrip("\t")


@lru_cache(256)
def _kind_letters(kinds: frozenset[str]) -> str:
    return "".join(sorted(KIND_LETTERS[kind] for kind in kinds))


@lru_cache(1024)
def _parts_of_speech(codes: str) -> frozenset[str]:
    """Return the codes as a set that equal entries share, as there are few combinations and many entries."""
    return frozenset(codes.split())


@lru_cache(1024)
def _kinds_of(letters: str) -> frozenset[str]:
    return frozenset(_KINDS[letter] for letter in letters)


def decode_names(headword: str, row: str) -> tuple[NameEntry, ...]:
    """Return the names of one headword."""
    names = []
    for line in row.split("\n"):
        letters, reading, romaji, note = (*line.split("\t"), "", "", "")[:4]
        reading = reading or to_katakana(headword)
        spelled = romaji or name_romaji(reading)
        names.append(NameEntry(headword, reading, spelled, _kinds_of(letters), note))
    return tuple(names)


def encode_kanji(
    on: Iterable[str],
    kun: Iterable[str],
    nanori: Iterable[str],
    meanings: Iterable[tuple[str, Sequence[str]]],
) -> str:
    """Encode a character: a line each for *on* readings, *kun* readings (``あつ.い``), readings in names, and meanings."""
    return "\n".join(
        (
            "\t".join(on),
            "\t".join(kun),
            "\t".join(nanori),
            "\t".join(encode_gloss(*meaning) for meaning in meanings),
        )
    )


def decode_kanji(literal: str, row: str) -> KanjiEntry:
    """Decode a row that `encode_kanji` encoded."""
    on, kun, nanori, meanings = (tuple(filter(None, line.split("\t"))) for line in row.split("\n"))
    split = [reading.partition(".") for reading in kun]
    decoded = [decode_gloss(field) for field in meanings]
    return KanjiEntry(
        literal,
        on,
        tuple(stem for stem, _, _ in split),
        tuple(okurigana for _, _, okurigana in split),
        nanori,
        tuple(text for text, _ in decoded),
        tuple(keys for _, keys in decoded),
    )


def encode_weights(pairs: Iterable[tuple[str, float]]) -> str:
    """Encode stems, strongest first, followed by their weights in thousandths, one character each."""
    stems, weights = [], []
    for stem, weight in pairs:
        stems.append(stem)
        weights.append(chr(max(1, round(weight * 1000))))
    return f"{' '.join(stems)}\t{''.join(weights)}"


def decode_weights(row: str) -> dict[str, float]:
    """Decode a row that `encode_weights` encoded."""
    stems, _, weights = row.partition("\t")  # a stem has neither tab nor space
    return dict(zip(map(intern, stems.split()), map(_WEIGHTS.__getitem__, weights), strict=True))


_WEIGHTS = {chr(thousandths): thousandths / 1000 for thousandths in range(1, 1001)}
