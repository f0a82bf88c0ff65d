"""What has to stand in an English text before a term can be rendered there: its triggers, worked out once a term.

Each function below speaks for one matcher and gives keys such that the matcher finds nothing in a text that has none of
them. `termalign.termlist.document` gives the keys of a text; the two are to be read together.
"""

from collections.abc import Iterator
from typing import NamedTuple

from termalign.abbreviations.words import parts as words_of
from termalign.english import lexeme
from termalign.english.text import WORD
from termalign.evidence.acronym import abbreviated_phrases, given_acronyms
from termalign.evidence.affixes import within_compounds
from termalign.evidence.clip import clip_keys
from termalign.evidence.full_forms import clipped_names
from termalign.evidence.gloss import core_size
from termalign.evidence.glossary import spellings
from termalign.evidence.listed_name import spelled_entries
from termalign.evidence.meaning import associations
from termalign.evidence.name import NameMatcher
from termalign.evidence.naming.characters import loose
from termalign.evidence.naming.generics import generic_of, generics
from termalign.evidence.naming.people import cuts
from termalign.evidence.related import RelatedMatcher
from termalign.evidence.sino_name import SinoNameMatcher
from termalign.evidence.term import Term
from termalign.evidence.title import RANKS
from termalign.evidence.trust import FLOOR, RANK, entries_of, narrowing
from termalign.japanese.kanji_readings import Kind
from termalign.japanese.sino import sino_readings
from termalign.kana import is_kanji, kana_keys
from termalign.lexicon import Lexicon
from termalign.quantities.keys import quantity_keys
from termalign.termlist import asks
from termalign.termlist.calques import calque_keys
from termalign.termlist.outlines import filed
from termalign.termlist.spellings import spelled_keys

_BEST_GLOSS = 0.95
_KANJI = 3.0
_MOST_CUTS = 3
_MOST_CORE_KEYS = 24
_WHOLE, _WHOLE_FALL, _WORST_WHOLE = 0.8, 0.05, 0.3  # termalign.evidence.name


class Keyed(NamedTuple):
    """A key that is a reason by itself.

    Attributes
    ----------
    key : str
        See `termalign.termlist.document`.
    asks : int
        The matchers to ask then; 0 for a matcher that is asked anyway, as far as `bound` reaches.
    bound : float
        The most that the evidence can be worth, 0 to 1.
    """

    key: str
    asks: int
    bound: float = 1.0


class Phrase(NamedTuple):
    """A gloss of several words, which is worth less with only some of them there.

    Attributes
    ----------
    keys : tuple of str
        Distinct.
    core : int
        How many of the first of them are as good as all.
    bound : float
        What the whole is worth at most.
    asks : int
        As for `Keyed`; a phrase that asks counts only as a whole.
    """

    keys: tuple[str, ...]
    core: int
    bound: float
    asks: int = 0


_READ_AS: dict[str, Kind] = {"family": "place", "given": "given"}


class Half(NamedTuple):
    """One half of a name.

    Attributes
    ----------
    role : str
        What it is half of, and which; halves of one role and text are one.
    text : str
        Its characters.
    keys : tuple of str
        Ways to spell it that are not read along the characters.
    """

    role: str
    text: str
    keys: tuple[str, ...]

    def spellings(self, lexicon: Lexicon) -> set[str]:
        """All ways to spell it."""
        kind = _READ_AS.get(self.role)
        return {*self.keys, *(spelled_keys(self.text, kind, lexicon) if kind else ())}


class Pair(NamedTuple):
    """Two halves that are a reason together; `first_alone` and `second_alone` are the most that one is worth."""

    first: Half
    second: Half
    asks: int
    first_alone: float = 0.0
    second_alone: float = 0.0


Trigger = Keyed | Phrase | Pair


def triggers(term: Term) -> Iterator[Trigger]:
    """All triggers of a term as one piece."""
    yield from _written_triggers(term)
    yield from _glosses(term)
    yield from _spelled(term)
    if NameMatcher().applies(term):
        yield from _people(term)
    if SinoNameMatcher().applies(term):
        yield from _sino(term)
    for characters, strength in () if term.katakana else calque_keys(term.surface, term.lexicon):
        yield Keyed(f"c:{characters}", 0, strength)
    yield from _core(term)
    yield from _loanword(term)
    yield from _acronym(term)
    for quantity in term.quantities:  # worth no more than its share of the term
        share = (quantity.end - quantity.start) / len(term.surface)
        yield from (Keyed(key, asks.NUMBER, share) for key in quantity_keys([quantity]))


def _written_triggers(term: Term) -> Iterator[Trigger]:
    """Glossary, verbatim, apposition, names as the dictionary writes them."""
    for rendering in term.renderings:
        for words in filter(None, spellings(rendering.en)):
            yield Keyed(f"s:{lexeme(words[0]).stem}", asks.CHEAP)
    if any(c.isascii() and c.isalnum() for c in term.surface):
        forms = [m.group().lower() for m in WORD.finditer(term.surface)]
        yield Keyed(f"v:{max(forms, key=len)}", asks.CHEAP)
    if not term.surface.isascii():
        yield Keyed(f"j:{term.surface}", asks.CHEAP)
    for _, written in spelled_entries(term):
        yield Keyed(f"l:{written}", asks.LISTED)


def _glosses(term: Term) -> Iterator[Trigger]:
    """Glosses, their synonyms, and what the kanji usually mean."""
    for key, _, strength in within_compounds(term):
        yield Keyed(f"s:{key}", 0, strength)
    for entry in entries_of(term):
        for rank, gloss in enumerate(entry.glosses):
            bound = max(FLOOR, _BEST_GLOSS - RANK * rank) * narrowing(gloss)
            keys = tuple(dict.fromkeys(gloss.keys))
            if len(keys) == 1:
                yield Keyed(f"s:{keys[0]}", 0, bound)
            elif keys:
                yield Phrase(keys, min(core_size(gloss), len(keys)), bound)
    if RelatedMatcher()._unlisted(term):
        for stem, weight in associations(term).items():
            yield Keyed(f"s:{stem}", asks.KANJI, min(1.0, _KANJI * weight))


def _spelled(term: Term) -> Iterator[Trigger]:
    """Romaji, clips spelled in romaji, offices and ranks."""
    if term.surface.isascii():
        return
    for key in {loose(key) for key in term.keys}:
        yield Keyed(f"r:{key}", asks.ROMAJI)
    if len(term.morphemes) > 1:
        for key in {loose(key) for key in clip_keys(term)}:
            yield Keyed(f"r:{key}", asks.CLIP)
    for _, keys in clipped_names(term):
        yield Phrase(tuple(dict.fromkeys(keys)), len(keys), 0.95, asks.CLIP)
    rank = RANKS.get(term.surface[-1], "")
    if rank and 1 < len(term.surface) < 5:
        for key in spelled_keys(term.surface[:-1], "word", term.lexicon):
            yield Keyed(f"t:{key + rank}", asks.ROMAJI)


def _people(term: Term) -> Iterator[Trigger]:
    """Names of people, whole or by halves."""
    text, lexicon = term.surface, term.lexicon
    if term.words and not term.proper:
        for key in {loose(k) for entry in term.names for k in kana_keys(entry.reading)}:
            yield Keyed(f"n:{key}", asks.NAME)
        return
    for key, cost in spelled_keys(text, "given", lexicon).items():
        yield Keyed(f"n:{key}", asks.NAME, max(_WORST_WHOLE, _WHOLE - _WHOLE_FALL * cost))
    for cut in cuts(term)[:_MOST_CUTS]:
        family, given = cut.family, cut.given
        # A half alone is a name only where dictionaries have it; beside a family name an unlisted word may be the given one.
        alone = 0.6 if family.listed else 0.0
        yield Pair(
            Half("family", family.text, tuple(family.keys)),
            Half("given", given.text, tuple(given.keys)),
            asks.NAME,
            1.0 if family.listed and not given.listed else alone,
            0.35 if given.listed else 0.0,
        )


def _sino(term: Term) -> Iterator[Trigger]:
    """Chinese and Korean names, family and given name run together in either order."""
    names = [reading.partition(" ")[::2] for reading in sino_readings(term.surface)]
    if names:
        yield Pair(
            Half("sino-family", term.surface[:1], tuple({_letters_only(family) for family, _ in names})),
            Half("sino-given", term.surface[1:], tuple({_letters_only(given) for _, given in names})),
            asks.SINO,
        )


def _letters_only(text: str) -> str:
    return "".join(filter(str.isalpha, text.lower()))


def _core(term: Term) -> Iterator[Trigger]:
    """Names without the common noun that they end in."""
    text = term.surface
    if len(text) < 2 or not is_kanji(text[0]):
        return
    for generic in generic_of(text, term.morphemes[-1].surface, term.lexicon):
        if text[-generic.size :] in generics():
            cut = len(text) - generic.size
            core = term.within(0, len(text[:cut].rstrip("ノの")) or cut)
            for key in {loose(key) for key in list(core.keys)[:_MOST_CORE_KEYS]}:
                yield Keyed(f"r:{key}", asks.GENERIC)
            for key in spelled_keys(core.surface, "place", term.lexicon):
                yield Keyed(f"n:{key}", asks.GENERIC)


def _loanword(term: Term) -> Iterator[Trigger]:
    """Katakana, by the consonants; the source word that dictionaries name."""
    for loan in term.loans:
        yield Keyed(f"s:{lexeme(loan).stem}", asks.LOANWORD)
    if term.katakana and len(term.surface) > 1:
        yield from (Keyed(key, asks.LOANWORD) for key in filed(term.surface))


def _acronym(term: Term) -> Iterator[Trigger]:
    """Letters that a dictionary gives; the initials of its English or romaji, in any order."""
    for letters in given_acronyms(term):
        yield Keyed(f"a:{''.join(sorted(letters.lower()))}", asks.ACRONYM)
    found = set()
    for words, _ in abbreviated_phrases(term):
        text = " ".join(words)
        pieces = words_of(text, 0, len(text))
        found.add("".join(sorted(p.form[0] for p in pieces)))
        found.add("".join(sorted(p.form[0] for p in pieces if p.kind != "function")))
        found.add("".join(sorted("".join(p.form if p.kind == "acronym" else p.form[0] for p in pieces))))
    yield from (Keyed(f"a:{initials}", asks.ACRONYM) for initials in found if len(initials) > 1)
