"""Names and their common nouns: Hojotsu-bashi *Bridge*, *Mt.* Aoba, *Emperor* Heizei, Kii *Province*, the Hoei *era*."""

from collections.abc import Iterator

from termalign.bitext.bitext import Bitext
from termalign.japanese.generics import titles
from termalign.kana import is_kanji
from termalign.kinds import offered
from termalign.kinds.kind import Filed
from termalign.kinds.match import Match, Part
from termalign.kinds.matched import kind_of
from termalign.kinds.spellings import spelled_keys, spoken_keys
from termalign.names.characters import spelled
from termalign.names.common_noun import after, before
from termalign.names.generics import LONGEST, Generic, added, all_phrases, generic_of, generics
from termalign.names.people import half_spelled
from termalign.terms.term import Term, once_a_term

#: A name of which one part is spelled and its common noun translated.
CORE_GENERIC = "core-generic"
_TRANSLATED = 0.97
_READ_ALONG = 0.85
_FALL = 0.06  # for each nat that reading the name so costs
_TOO_UNUSUAL = 6.0  # nats
_BARE, _BARE_COVERAGE = 0.85, 0.75
_OTHER_GENERIC = 0.4  # of its strength, where English names something else of the name
_GOES_ON = 0.75  # … or with another capitalised word
_LEAST_BARE = 4  # letters
_UNREAD = 0.65
_MOST_KEYS = 24
_MOST_CORE_KEYS = 24


class GenericMatcher:
    """Takes a name apart before its common noun: one part is spelled, the other translated, or left out."""

    kind = "name"
    needs = "romaji"

    def applies(self, term: Term) -> bool:
        text = term.surface
        if len(text) < 2 or not is_kanji(text[0]):
            return False
        table = generics()
        return any(text[-size:] in table for size in range(1, min(LONGEST, len(text) - 1) + 1))

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        for generic in _generics(term):
            if term.surface[-generic.size :] in generics():
                yield from self._apart(term, generic, bitext)

    def _apart(self, term: Term, generic: Generic, bitext: Bitext) -> Iterator[Match]:
        english = bitext.english
        cut = len(term.surface) - generic.size
        core = term.within(0, len(term.surface[:cut].rstrip("ノの")) or cut)
        explained = added(core.surface)
        found = False
        for i, end, strength in _places(core, bitext):
            j = end
            neighbour = before(i, generic.phrases, bitext) or after(end, generic.phrases, bitext)
            if explained and (neighbour is None or neighbour[1] == i):  # Governor of Iga *Province*
                own = after(end, explained, bitext)
                j = own[1] if own else end
                neighbour = neighbour or after(j, generic.phrases, bitext)
            if neighbour:
                found = True
                first, last = min(i, neighbour[0]), max(j, neighbour[1])
                said = Part(cut, len(term.surface), *neighbour, "gloss", strength)
                parts = (Part(0, cut, i, j, "romaji", strength), said)
                forms = (term.surface, english.phrase(first, last))
                yield Match(first, last, self.kind, strength, 1.0, forms, parts, CORE_GENERIC)
            elif _bare(cut, i, j, bitext):
                strength *= _BARE * _alone(i, j, bitext)
                spelled_part = Part(0, cut, i, j, "romaji", strength)
                forms = (term.surface, english.phrase(i, j))
                yield Match(i, j, self.kind, strength, _BARE_COVERAGE, forms, (spelled_part,), "core")
        if not found:
            yield from _unread(term, core, generic, bitext)


def _unread(term: Term, core: Term, generic: Generic, bitext: Bitext) -> Iterator[Match]:
    """A person of unknown reading beside the translated title, if half of the name fits (媞子内親王 Imperial Princess Yasuko)."""
    if term.surface[-generic.size :] not in titles() or core.names or core.words:
        return
    for word in bitext.names:
        neighbour = before(word.i, generic.phrases, bitext) or after(word.j, generic.phrases, bitext)
        if neighbour and half_spelled(core.surface, word.key, term.lexicon):
            i, j = min(word.i, neighbour[0]), max(word.j, neighbour[1])
            said = Part(len(core.surface), len(term.surface), *neighbour, "gloss", _UNREAD)
            parts = (Part(0, len(core.surface), word.i, word.j, "context", _UNREAD), said)
            yield Match(i, j, "name", _UNREAD, 1.0, (term.surface, bitext.english.phrase(i, j)), parts, "core-unread")


def _bare(cut: int, i: int, j: int, bitext: Bitext) -> bool:
    """Whether the name may stand without its common noun: long enough to be one, capitalised, not cut off at a hyphen."""
    english = bitext.english
    long = cut > 1 and english.ends[j - 1] - english.starts[i] >= _LEAST_BARE
    named = english.capitalised[i] if english.cased else not english.lexemes[i].known
    return long and named and english.gap(j - 1) != "-"


def _alone(i: int, j: int, bitext: Bitext) -> float:
    """A factor for a name without its common noun: less where English goes on with another (Akita City for 秋田県)."""
    if before(i, all_phrases(), bitext) or after(j, all_phrases(), bitext):
        return _OTHER_GENERIC
    english = bitext.english
    goes_on = j < len(english) and english.gap(j - 1) == " " and english.forms[j][0].isupper()
    return _GOES_ON if goes_on and not english.lexemes[j].function else 1.0


@once_a_term
def _generics(term: Term) -> tuple[Generic, ...]:
    return generic_of(term.surface, term.morphemes[-1].surface, term.lexicon)


def _places(core: Term, bitext: Bitext) -> Iterator[tuple[int, int, float]]:
    """Where the name without its common noun is spelled, and how surely."""
    seen: set[tuple[int, int]] = set()
    keys = list(core.keys.items())[:_MOST_KEYS] if _may_be_spelled(core, bitext) else ()
    for key, reading in keys:
        for i, j in bitext.romaji.get(key, ()):
            if (i, j) not in seen:
                seen.add((i, j))
                yield i, j, _TRANSLATED * (0.85 + 0.15 * reading.weight)
    for word in bitext.names:
        if (word.i, word.j) not in seen:
            found = spelled(core.surface, word.key, "place", core.lexicon)
            if found is not None and found[1] < _TOO_UNUSUAL:
                yield word.i, word.j, _READ_ALONG - _FALL * found[1]


def _may_be_spelled(core: Term, bitext: Bitext) -> bool:
    """Whether a key of the name may be among those of the text: found without its keys."""
    return not core.openings.isdisjoint(bitext.openings) and any(core.keys_like(bitext.consonants))


def _filed(term: Term) -> Iterator[Filed]:
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


GENERIC_NAME = kind_of("generic name", GenericMatcher(), _filed, offered.named)
