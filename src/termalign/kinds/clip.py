"""clip: the term is clipped, or its English is (経産省, *Ministry of Economy, Trade and Industry*; 匿流, *Tokuryu*)."""

from collections.abc import Iterable, Iterator

from termalign.kana import loose
from termalign.kinds import offered
from termalign.kinds.gloss import GLOSS, renderings
from termalign.kinds.kind import Filed, Finding, Kind, where
from termalign.kinds.loanword import LOANWORD
from termalign.kinds.match import DOUBTED, SURE, Match, compared
from termalign.kinds.meanings import Meaning, meanings
from termalign.kinds.offered import pair_key
from termalign.kinds.romaji import ROMAJI
from termalign.phonetics import SAME_SOUND, clip_similarity, heard, similarity
from termalign.target.target import Target
from termalign.terms.clipping import clip_keys, clip_openings, is_long
from termalign.terms.full_forms import clipped_names, full_forms, is_clip
from termalign.terms.term import Term


def applies(term: Term) -> bool:
    """Return whether a term may be clipped, or be a clip."""
    return len(term.morphemes) > 1 or is_clip(term) or _clipped_loan(term)


def match(term: Term, target: Target) -> Iterator[Match]:
    """Yield romaji of a compound's clips, words whose beginnings form a katakana clip, and renderings of a clip's full form."""
    phrase = target.english.phrase
    if target.romaji and len(term.morphemes) > 1 and not clip_openings(term).isdisjoint(target.openings):
        for key, clip in clip_keys(term).items():
            places = target.romaji.get(key, ())
            if not places or _reads_a_part(key, term):
                continue
            for i, j in places:
                if clip.rule != "listed" and _is_another_word(i, j, target):
                    continue
                strength = DOUBTED if is_long(term) and clip.rule != "listed" else SURE
                yield Match(i, j, "clip", (clip.kana, clip.made_of, phrase(i, j)), (), clip.rule, strength=strength)
    if _clipped_loan(term):
        yield from _begins(term, target)
    if is_clip(term):
        sure = SURE if all(entry.clip_of for entry in term.words) else DOUBTED  # コメ is rice as well
        for found in _in_full(term, target):
            yield Match(found.i, found.j, "clip", (term.surface, *found.forms), (), "full form", strength=sure)


def _begins(term: Term, target: Target) -> Iterator[Match]:
    """Yield pairs of words whose beginnings form the katakana: パワハラ ~ power harassment."""
    english = target.english
    if any(" " not in loan for loan in term.loans):
        return  # a single foreign word, not clipped
    known = None if not term.words or is_clip(term) else term.gloss_keys
    first_unit, *later = heard(term.surface)
    able = [target.neighbours.that_begin(first_unit, unit) for unit in dict.fromkeys(later)]
    for i in sorted(frozenset().union(*able)):
        first, second = english.lexemes[i], english.lexemes[i + 1]
        if known is not None and (first.stem, second.stem) not in known:
            continue  # dictionaries list the word, but not as a clip of these words
        alike = clip_similarity(term.surface, (first.plain, second.plain))
        if alike >= SAME_SOUND and not any(
            similarity(term.surface, word.plain) >= SAME_SOUND for word in (first, second)
        ):  # neither word is the term on its own
            yield Match(i, i + 2, "clip", (term.surface, english.phrase(i, i + 2)), (), "loan", strength=alike)


def _reads_a_part(key: str, term: Term) -> bool:
    """Return whether the key reads one morpheme of a compound: *Yoriyoshi* for 頼義・義家."""
    return any(key in term.part(k, k + 1).keys for k in range(len(term.morphemes)))


def _is_another_word(i: int, j: int, target: Target) -> bool:
    """Return whether words are a known one, which has a Japanese reading of its own (*Kyoto*), or stand in a dateline."""
    return i in target.in_datelines or (j == i + 1 and target.english.lexemes[i].known)


def _clipped_loan(term: Term) -> bool:
    """Return whether a term is katakana short enough for the beginnings of two words."""
    return term.katakana and 3 <= len(term.surface) <= 6 and term.surface.isalpha()


def _in_full(term: Term, target: Target) -> Iterator[Finding]:
    """Yield the places at which the English has the full form of the term."""
    for text, keys in clipped_names(term):
        yield from _whole(renderings(term, [Meaning(keys, text, "name")], target))
    for full in full_forms(term):
        yield from _whole(GLOSS.compare(full, target))
        for kind in (ROMAJI, LOANWORD):
            if not kind.term_keys(full).isdisjoint(kind.text_keys(target)):
                yield from kind.compare(full, target)


def _whole(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings with all words of the full form: *Kyoto* alone is not 京大."""
    return (each for each in found if each.features["full"])


def _filed(term: Term) -> Iterator[Filed]:
    """Yield keys for clips in romaji, and for the English of a clip's full form."""
    if term.surface.isascii():
        return
    if len(term.morphemes) > 1:
        yield from (Filed(f"r:{loose(key)}") for key in clip_keys(term))
    for _, keys in clipped_names(term):
        yield Filed(pair_key(*keys[:2]))
    for full in full_forms(term):
        for k in range(len(full.morphemes)):
            for stems in meanings(full.part(k, k + 1)):
                if len(stems) == 1:
                    yield Filed(f"s:{stems[0]}")


CLIP: Kind = Kind(
    "clip",
    frozenset({"clip"}),
    compared(match),
    term_keys=where(applies),
    of_unlisted=True,
    filed=_filed,
    offered=offered.clips,
    guess=True,
)
