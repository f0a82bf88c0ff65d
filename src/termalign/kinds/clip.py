"""clip: the term is short for something, or its clip is (経産省, *Ministry of Economy, Trade and Industry*; 匿流, *Tokuryu*)."""

from collections.abc import Iterator

from termalign.evidence.bitext import Bitext
from termalign.evidence.clip import ClipMatcher
from termalign.evidence.full_forms import clipped_names, full_forms, is_clip
from termalign.evidence.match import Match
from termalign.evidence.term import Term
from termalign.kinds import filed, offered
from termalign.kinds.gloss import GLOSS, renderings
from termalign.kinds.kind import Finding, Kind
from termalign.kinds.loanword import LOANWORD
from termalign.kinds.matched import kind_of
from termalign.kinds.meanings import Meaning
from termalign.kinds.romaji import ROMAJI

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
    """Where the English has what the term is short for."""
    for text, keys in clipped_names(term):
        yield from renderings(term, [Meaning(keys, text, "name")], bitext)
    for full in full_forms(term):
        yield from (found for found in GLOSS.compare(full, bitext) if found.features["full"])
        for kind in (ROMAJI, LOANWORD):
            if not kind.term_keys(full).isdisjoint(kind.text_keys(bitext)):
                yield from kind.compare(full, bitext)


CLIP: Kind = kind_of("clip", _ShortAndFull(), filed.clips, offered.clips, guess=True)
