"""The keys that lists file names, clips and acronyms by, worked out once a term. `termalign.kinds.offered` has the texts'."""

from collections.abc import Iterator

from termalign.abbreviations.words import parts as words_of
from termalign.english import lexeme
from termalign.english.text import WORD
from termalign.evidence.acronym import abbreviated_phrases, given_acronyms
from termalign.evidence.clip import clip_keys
from termalign.evidence.full_forms import clipped_names, full_forms
from termalign.evidence.glossary import spellings
from termalign.evidence.listed_name import spelled_entries
from termalign.evidence.name import NameMatcher
from termalign.evidence.naming.characters import loose
from termalign.evidence.naming.generics import generic_of, generics
from termalign.evidence.naming.people import Half, cuts
from termalign.evidence.sino_name import SinoNameMatcher
from termalign.evidence.term import Term
from termalign.evidence.title import RANKS
from termalign.japanese.kanji_readings import Kind as ReadingKind
from termalign.japanese.sino import sino_readings
from termalign.kana import is_kanji, kana_keys
from termalign.kinds.kind import Filed
from termalign.kinds.meanings import meanings
from termalign.kinds.offered import pair_key
from termalign.kinds.spellings import spelled_keys, spoken_keys

_MOST_CUTS = 3
_MOST_CORE_KEYS = 24
_LONGEST_RANKED = 4  # characters


def glossary(term: Term) -> Iterator[Filed]:
    """The first word of each rendering of the user's."""
    for rendering in term.renderings:
        for words in filter(None, spellings(rendering.en)):
            yield Filed(f"v:{words[0].lower()}")
            yield Filed(f"s:{lexeme(words[0]).stem}")


def people(term: Term) -> Iterator[Filed]:
    """Names of people, whole and by halves."""
    if not NameMatcher().applies(term):
        return
    if term.words and not term.proper:
        yield from (Filed(f"n:{loose(key)}") for entry in term.names for key in kana_keys(entry.reading))
        return
    yield from (Filed(f"n:{key}") for key in spelled_keys(term.surface, "given", term.lexicon))
    for cut in cuts(term)[:_MOST_CUTS]:
        yield from (Filed(f"n:{key}", 0, cut.at) for key in _spelled(cut.family, "place", term))
        yield from (Filed(f"n:{key}", cut.at) for key in _spelled(cut.given, "given", term))


def _spelled(half: Half, read_as: ReadingKind, term: Term) -> set[str]:
    return {*half.keys, *spelled_keys(half.text, read_as, term.lexicon)}


def listed_names(term: Term) -> Iterator[Filed]:
    """Names as the dictionary writes them."""
    return (Filed(f"l:{written}") for _, written in spelled_entries(term))


def sino_names(term: Term) -> Iterator[Filed]:
    """Chinese and Korean names, the halves in either order."""
    if SinoNameMatcher().applies(term):
        for reading in sino_readings(term.surface):
            family, given = ("".join(filter(str.isalpha, half.lower())) for half in reading.partition(" ")[::2])
            yield Filed(f"z:{family}{given}")
            yield Filed(f"z:{given}{family}")


def cores(term: Term) -> Iterator[Filed]:
    """Names without the common noun that they end in."""
    text = term.surface
    if len(text) < 2 or not is_kanji(text[0]):
        return
    for generic in generic_of(text, term.morphemes[-1].surface, term.lexicon):
        if text[-generic.size :] in generics():
            cut = len(text) - generic.size
            end = len(text[:cut].rstrip("ノの")) or cut
            core = term.within(0, end)
            yield from (Filed(f"r:{key}", 0, end) for key in spoken_keys(core)[:_MOST_CORE_KEYS])
            yield from (Filed(f"n:{key}", 0, end) for key in spelled_keys(core.surface, "place", term.lexicon))


def ranks(term: Term) -> Iterator[Filed]:
    """Offices and ranks of old."""
    rank = RANKS.get(term.surface[-1], "")
    if rank and 1 < len(term.surface) <= _LONGEST_RANKED:
        yield from (Filed(f"t:{key + rank}") for key in spelled_keys(term.surface[:-1], "word", term.lexicon))


def clips(term: Term) -> Iterator[Filed]:
    """Clips in romaji, and the English of what a clip is short for."""
    if term.surface.isascii():
        return
    if len(term.morphemes) > 1:
        yield from (Filed(f"r:{loose(key)}") for key in clip_keys(term))
    for _, keys in clipped_names(term):
        yield Filed(pair_key(*keys[:2]))
    for full in full_forms(term):
        for k in range(len(full.morphemes)):
            for meaning in meanings(full.part(k, k + 1)):
                if len(meaning.keys) == 1:
                    yield Filed(f"s:{meaning.keys[0]}")


def acronyms(term: Term) -> Iterator[Filed]:
    """Letters that a dictionary gives; the initials of its English or romaji, in any order."""
    for letters in given_acronyms(term):
        yield Filed("a:" + "".join(sorted(letters.lower())))
    for words, _ in abbreviated_phrases(term):
        text = " ".join(words)
        pieces = words_of(text, 0, len(text))
        for initials in (
            [p.form[0] for p in pieces],
            [p.form[0] for p in pieces if p.kind != "function"],
            [p.form if p.kind == "acronym" else p.form[0] for p in pieces],
        ):
            if len(initials) > 1:
                yield Filed("a:" + "".join(sorted("".join(initials))))


def itself(term: Term) -> Iterator[Filed]:
    """The Japanese, which the text may name."""
    if not term.surface.isascii():
        yield Filed(f"j:{term.surface}")


def letters(term: Term) -> Iterator[Filed]:
    """Its own Latin letters."""
    forms = [m.group().lower() for m in WORD.finditer(term.surface)]
    if forms and not term.surface.isascii():
        yield Filed(f"v:{max(forms, key=len)}")
