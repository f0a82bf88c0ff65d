"""Agreement of a part of an organisation's name with English words, in natural-log odds."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from termalign.japanese.kanji_readings import shares
from termalign.kana import ANY, is_romaji, loose, romanize_kana
from termalign.lexicon import Lexicon
from termalign.names.by_character import spelled
from termalign.names.english_side import Stretch
from termalign.names.japanese_side import Segment
from termalign.names.letters_in_katakana import spells_out
from termalign.once import cached_in_lexicon
from termalign.phonetics import kana_skeleton, log_odds
from termalign.terms.clipping import clip_keys, clip_openings

_LETTER = 2.2  # for each letter that both sides have, that katakana spells, that romaji has, or that begins a word
_TRANSLATED = 5.0
_CAPS = {"form": 0.6, "common": 3.5}  # words in many organisations' names are weak evidence, however well they agree
_SHARED = 0.34  # of the consonant classes of the longer side, before sounds are compared in full
NEVER = -9.0


def agreement(segment: Segment, stretch: Stretch) -> float:
    """Return how well `stretch` renders the whole of `segment`, in the best of all ways; `NEVER` if it does not."""
    if not stretch.sound:
        return NEVER
    if segment.latin:
        best = _verbatim(segment, stretch)
    else:
        best = _by_sound(segment, stretch)
        if stretch.stems in segment.phrases:
            best = max(best, _TRANSLATED)
        if segment.kana:
            best = max(best, _by_letters(segment, stretch))
        if segment.size > 1 and stretch.one and segment.kanji:
            best = max(best, _as_acronym(segment, stretch), _as_clip(segment, stretch))
    return min(best, _CAPS.get(stretch.kind, best)) if stretch.one else best


def _verbatim(segment: Segment, stretch: Stretch) -> float:
    if segment.latin == stretch.letters:
        return _LETTER * len(stretch.letters)
    return _LETTER * stretch.size if segment.latin == stretch.initials else NEVER


def _by_letters(segment: Segment, stretch: Stretch) -> float:
    """Return the agreement with letters spelled in katakana: the letters of a word, or the initials of words."""
    for letters in (stretch.letters, stretch.initials):
        if 1 <= len(letters) <= 6 and spells_out(segment.kana, letters):
            return _LETTER * len(letters)
    return NEVER


def _as_acronym(segment: Segment, stretch: Stretch) -> float:
    """Return the agreement with a word in capitals whose letters begin the pieces: 日本放送協会 NHK.

    A final K or C may also stand for the company.
    """
    letters = stretch.acronym
    if not letters or len(letters) > 2 * segment.size + 1 or is_romaji(letters):
        return NEVER
    tails = "", letters[-1] if letters[-1] in "kc" else ""
    begun = any(_begun(segment.pieces, letters.removesuffix(tail)) for tail in tails)
    return _LETTER * len(letters) if begun else NEVER


def _begun(pieces: Sequence[Segment], letters: str) -> bool:
    """Return whether the letters are the first letters of the pieces, in order.

    The later kanji of a piece may add their first letters (鋼管 KK). A piece of one kanji may have none.
    """
    if not pieces:
        return not letters
    first, rest = pieces[0], pieces[1:]
    if len(first.bare) == 1 and rest and _begun(rest, letters):
        return True
    if not letters or letters[0] not in first.initials:
        return False
    inner = [_first_letters(c, first.part.lexicon) for c in first.kanji[1:]]
    for taken in range(len(inner) + 1):
        if taken and not (letters[taken : taken + 1] and letters[taken] in inner[taken - 1]):
            break
        if _begun(rest, letters[1 + taken :]):
            return True
    return False


@cached_in_lexicon(4096)
def _first_letters(character: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset([romanize_kana(kana)[:1] for kana in shares(character, "place", lexicon)])


def _as_clip(segment: Segment, stretch: Stretch) -> float:
    """Return the agreement with a word made of the beginnings of the pieces: 倉敷紡績 Kurabo."""
    key = stretch.key
    able = key and _may_begin(stretch.opening, clip_openings(segment.part))
    return _LETTER * len(key) if able and key in clip_keys(segment.part) else NEVER


def _by_sound(segment: Segment, stretch: Stretch) -> float:
    fewest, most = segment.letters
    if not fewest <= len(stretch.letters) <= most:
        return NEVER
    key = stretch.key
    if key:
        if _may_begin(stretch.opening, segment.openings) and key in segment.keys:
            return _LETTER * len(key)
        if segment.kanji:
            found = spelled(segment.kanji, loose(key), "place", segment.part.lexicon)
            if found is not None:
                return _LETTER * len(key) - found[1]
    if (segment.kanji_only and not key) or not segment.readings:
        return NEVER
    if segment.size > 1 and segment.tail and stretch.kind in _CAPS and not stretch.one:
        return NEVER  # the pieces agree better one by one
    return _heard(segment.readings[0].kana, stretch)


def _may_begin(opening: str, openings: frozenset[str]) -> bool:
    """Return whether a romaji key may be among keys with these openings: a quick check that avoids making the keys."""
    return opening in openings or ANY in openings


def _heard(kana: str, stretch: Stretch) -> float:
    heard, written = kana_skeleton(kana), stretch.outline
    most = max(len(heard), len(written))
    if most > 1 and LCSseq.similarity(heard, written) < _SHARED * most:
        return NEVER
    return log_odds(kana, stretch.spaced)
