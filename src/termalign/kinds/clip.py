"""clip: the term is short for something, or its clip is (経産省, *Ministry of Economy, Trade and Industry*; 匿流, *Tokuryu*)."""

from collections.abc import Iterator

from termalign.bitext.bitext import Bitext
from termalign.kana import loose
from termalign.kinds import offered
from termalign.kinds.gloss import GLOSS, renderings
from termalign.kinds.kind import Filed, Finding, Kind
from termalign.kinds.loanword import LOANWORD
from termalign.kinds.match import Match
from termalign.kinds.matched import kind_of
from termalign.kinds.meanings import Meaning, meanings
from termalign.kinds.offered import pair_key
from termalign.kinds.romaji import ROMAJI
from termalign.phonetics import CLASSES, clip_similarity, kana_skeleton, may_be_one_sound, similarity
from termalign.terms.clipping import clip_keys, clip_openings
from termalign.terms.full_forms import clipped_names, full_forms, is_clip
from termalign.terms.term import Term, once_a_term

_LEAST_MORAE = 3
_MOST_MORAE = 6
_LEAST_ALIKE = 0.5


class ClipMatcher:
    """Looks up the romaji of a compound's clips, and words a katakana clip begins like."""

    kind = "clip"
    needs = "english"

    def applies(self, term: Term) -> bool:
        return len(term.morphemes) > 1 or is_clip(term) or _clipped_loan(term)

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        phrase = bitext.english.phrase
        if bitext.romaji and len(term.morphemes) > 1 and not clip_openings(term).isdisjoint(bitext.openings):
            for key, clip in clip_keys(term).items():
                places = bitext.romaji.get(key, ())
                if not places or _reads_a_part(key, term):
                    continue
                for i, j in places:
                    rule = "morae" if clip.rule == "morae" else ""
                    yield Match(i, j, self.kind, clip.strength, 1.0, (clip.kana, clip.made_of, phrase(i, j)), (), rule)
        if _clipped_loan(term):
            yield from self._begins(term, bitext)

    def _begins(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        """Yield two words whose beginnings the katakana is made of: パワハラ ~ power harassment."""
        english = bitext.english
        if any(" " not in loan for loan in term.loans):
            return  # one foreign word, whole
        known = None if not term.words or is_clip(term) else term.gloss_keys
        firsts, seconds = _heard(term)
        for i, one, other in bitext.neighbours:
            if one not in firsts or other not in seconds:
                continue
            first, second = english.lexemes[i], english.lexemes[i + 1]
            if known is not None and (first.stem, second.stem) not in known:
                continue  # dictionaries know what the word is, and for no clip of these
            alike = clip_similarity(term.surface, (first.plain, second.plain), _LEAST_ALIKE)
            if alike >= _LEAST_ALIKE and not any(
                similarity(term.surface, word.plain) >= _LEAST_ALIKE for word in (first, second)
            ):  # neither is the term by itself
                yield Match(i, i + 2, self.kind, alike, 1.0, (term.surface, english.phrase(i, i + 2)), (), "loan")


def _reads_a_part(key: str, term: Term) -> bool:
    """Return whether one morpheme of a compound is read like this: *Yoriyoshi* in 頼義・義家 is 頼義."""
    return any(key in term.part(k, k + 1).keys for k in range(len(term.morphemes)))


@once_a_term
def _heard(term: Term) -> tuple[frozenset[str], frozenset[str]]:
    """Return the possible initials of two words that katakana is made of: its first consonant, if any, and a later one."""
    first, later = kana_skeleton(term.surface[0]), kana_skeleton(term.surface[1:])
    heard = {first} if first else CLASSES
    firsts = {"", *(written for written in CLASSES if any(may_be_one_sound(written, sound) for sound in heard))}
    seconds = {"", *(written for written in CLASSES if any(may_be_one_sound(written, sound) for sound in later))}
    return frozenset(firsts), frozenset(seconds)


def _clipped_loan(term: Term) -> bool:
    """Return whether a term is katakana, and short enough for the beginnings of two words."""
    return term.katakana and _LEAST_MORAE <= len(term.surface) <= _MOST_MORAE and term.surface.isalpha()


_SHORT_FOR = 0.95  # the clip may also be short for something else
_OTHER_WORD = 0.6  # of that, where dictionaries also know the clip as a word of its own: コメ, rice


class _ShortAndFull(ClipMatcher):
    """Clips by their sound, and by what the full form is rendered by."""

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        yield from super().match(term, bitext)
        if is_clip(term):
            sure = _SHORT_FOR * (1.0 if all(entry.clip_of for entry in term.words) else _OTHER_WORD)
            for found in _in_full(term, bitext):
                yield Match(found.i, found.j, "clip", sure, 1.0, (term.surface, *found.forms))


def _in_full(term: Term, bitext: Bitext) -> Iterator[Finding]:
    """Yield the places at which the English has the full form of the term."""
    for text, keys in clipped_names(term):
        yield from renderings(term, [Meaning(keys, text, "name")], bitext)
    for full in full_forms(term):
        yield from (found for found in GLOSS.compare(full, bitext) if found.features["full"])
        for kind in (ROMAJI, LOANWORD):
            if not kind.term_keys(full).isdisjoint(kind.text_keys(bitext)):
                yield from kind.compare(full, bitext)


def _filed(term: Term) -> Iterator[Filed]:
    """Yield clips in romaji, and the English of what a clip is short for."""
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


CLIP: Kind = kind_of("clip", _ShortAndFull(), _filed, offered.clips, guess=True)
