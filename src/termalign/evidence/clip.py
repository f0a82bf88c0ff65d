"""clip: a term shortened to the beginnings of its parts (Tokuryu ← TOKUmei + RYUudou, 経産省 ← 経済産業省), either way round."""

from collections.abc import Iterator

from termalign.evidence.bitext import Bitext
from termalign.evidence.clipping import clip_keys, clip_openings
from termalign.evidence.full_forms import MatchesOf, is_clip, through_full_form
from termalign.evidence.match import Match
from termalign.evidence.term import Term, once_a_term
from termalign.phonetics import CLASSES, clip_similarity, kana_skeleton, may_be_one_sound, similarity

__all__ = ["ClipMatcher", "clip_keys"]

_LEAST_MORAE = 3
_MOST_MORAE = 6
_OTHER_WORD = 0.6  # where dictionaries also know the clip as a word of its own: コメ, rice
_LEAST_ALIKE = 0.5
_LEAST_IN_ARTICLE = 0.95  # where any two words may stand side by side


class ClipMatcher:
    """Looks up the romaji of a compound's clips, the English of a clip's full form, and words a katakana clip begins like."""

    kind = "clip"
    needs = "english"

    def applies(self, term: Term) -> bool:
        return len(term.morphemes) > 1 or is_clip(term) or _clipped_loan(term)

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        return self.match_through(term, bitext, None)

    def match_through(self, term: Term, bitext: Bitext, matches_of: MatchesOf | None) -> Iterator[Match]:
        """`match`, with what other matchers say of full forms."""
        phrase = bitext.english.phrase
        if bitext.romaji and len(term.morphemes) > 1 and not clip_openings(term).isdisjoint(bitext.openings):
            for key, clip in clip_keys(term).items():
                places = bitext.romaji.get(key, ())
                if not places or _reads_a_part(key, term):
                    continue
                for i, j in places:
                    rule = "morae" if clip.rule == "morae" else ""
                    yield Match(i, j, self.kind, clip.strength, 1.0, (clip.kana, clip.made_of, phrase(i, j)), (), rule)
        if is_clip(term):
            sure = 1.0 if all(entry.clip_of for entry in term.words) else _OTHER_WORD
            for i, j, strength, forms in through_full_form(term, bitext, matches_of):
                yield Match(i, j, self.kind, strength * sure, 1.0, forms)
        if _clipped_loan(term):
            yield from self._begins(term, bitext)

    def _begins(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        """Two words whose beginnings the katakana is made of: パワハラ ~ power harassment."""
        english = bitext.english
        if any(" " not in loan for loan in term.loans):
            return  # one foreign word, whole
        known = None if not term.words or is_clip(term) else term.gloss_keys
        least = _LEAST_ALIKE if bitext.parallel else _LEAST_IN_ARTICLE
        firsts, seconds = _heard(term)
        for i, one, other in bitext.neighbours:
            if one not in firsts or other not in seconds:
                continue
            first, second = english.lexemes[i], english.lexemes[i + 1]
            if known is not None and (first.stem, second.stem) not in known:
                continue  # dictionaries know what the word is, and for no clip of these
            alike = clip_similarity(term.surface, (first.plain, second.plain), least)
            if alike >= least and not any(
                similarity(term.surface, word.plain) >= _LEAST_ALIKE for word in (first, second)
            ):  # neither is the term by itself
                yield Match(i, i + 2, self.kind, alike, 1.0, (term.surface, english.phrase(i, i + 2)), (), "loan")


def _reads_a_part(key: str, term: Term) -> bool:
    """Whether one morpheme of a compound is read like this: *Yoriyoshi* in 頼義・義家 is 頼義."""
    return any(key in term.part(k, k + 1).keys for k in range(len(term.morphemes)))


@once_a_term
def _heard(term: Term) -> tuple[frozenset[str], frozenset[str]]:
    """How two words may begin that katakana is made of: with its first consonant, if it has one, and with a later one of it."""
    first, later = kana_skeleton(term.surface[0]), kana_skeleton(term.surface[1:])
    heard = {first} if first else CLASSES
    firsts = {"", *(written for written in CLASSES if any(may_be_one_sound(written, sound) for sound in heard))}
    seconds = {"", *(written for written in CLASSES if any(may_be_one_sound(written, sound) for sound in later))}
    return frozenset(firsts), frozenset(seconds)


def _clipped_loan(term: Term) -> bool:
    """Katakana short enough for the beginnings of two words."""
    return term.katakana and _LEAST_MORAE <= len(term.surface) <= _MOST_MORAE and term.surface.isalpha()
