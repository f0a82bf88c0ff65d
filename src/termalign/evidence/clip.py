"""clip: a term shortened to the beginnings of its parts (Tokuryu ← TOKUmei + RYUudou, 経産省 ← 経済産業省)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.phrase import windows
from termalign.evidence.term import Term
from termalign.kana import is_kanji, kana_keys, to_katakana

_STRENGTH = {2: 0.9, 3: 0.85}
_MORAE = 0.7  # first two morae of each part, the looser rule
_FULL_FORM = 0.9
_MOST_PARTS = 7
_USUAL_PARTS = 4  # of a compound with more, a clip leaves too much unsaid
_LEAST_LETTERS = 5
_LIGHT = ("接頭辞", "接尾辞", "補助記号")
_MORA = re.compile("[^ァィゥェォャュョヮ][ァィゥェォャュョヮ]?")


class ClipMatcher:
    """Looks up the keys of every clip that can be made of a compound's first kanji or first morae."""

    kind = "clip"

    def applies(self, term: Term) -> bool:
        return len(term.morphemes) > 1 or any(e.clip_of for e in term.words)

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        for key, (clip, made_of, strength) in clip_keys(term).items() if bitext.romaji else ():
            for i, j in bitext.romaji.get(key, ()):
                rule = "morae" if strength <= _MORAE else ""
                yield Match(i, j, self.kind, strength, 1.0, (clip, made_of, bitext.english.phrase(i, j)), (), rule)
        for entry in term.words if len(term.surface) > 1 else ():
            for full in entry.clip_of:
                yield from self._full(term, full, bitext)

    def _full(self, term: Term, full: str, bitext: Bitext) -> Iterator[Match]:
        """The clip's full form is glossed by what stands in the text."""
        for word in term.lexicon.words(full):
            for gloss in word.glosses:
                for i, j, _ in windows(bitext.english, gloss.keys):
                    yield Match(i, j, self.kind, _FULL_FORM, 1.0, (term.surface, full, gloss.text))


@lru_cache(maxsize=4096)
def clip_keys(term: Term) -> dict[str, tuple[str, str, float]]:
    """Romaji keys of the term's clips → the clip in kana, what it is made of, and its strength."""
    heads = [h for m in term.morphemes if (h := _heads(m.surface, m.reading, term)) is not None][:_MOST_PARTS]
    found: dict[str, tuple[str, str, float]] = {}
    weighty = sum(not m.pos.startswith(_LIGHT) for m in term.morphemes)
    named = min(1.0, _USUAL_PARTS / max(1, weighty)) ** 0.5
    for size in (2, 3):
        for chosen in combinations(heads, size):
            for rule, strength in ((0, _STRENGTH[size]), (1, _MORAE)):
                pieces = [head[rule] for head in chosen]
                clip = "".join(pieces)
                made_of = " + ".join(f"{piece}({head[2]})" for piece, head in zip(pieces, chosen, strict=True))
                borders = (len(pieces[0]),)
                for key in kana_keys(clip, borders):
                    if len(key) >= _LEAST_LETTERS:
                        found.setdefault(key, (clip, made_of, strength * named))
    return found


def _heads(surface: str, reading: str, term: Term) -> tuple[str, str, str] | None:
    """The reading of a part's first kanji, its first two morae, and the part."""
    kana = reading or (to_katakana(surface) if not is_kanji(surface[0]) else "")
    if not kana or not (is_kanji(surface[0]) or kana == to_katakana(surface)):
        return None
    first_two = "".join(_MORA.findall(kana)[:2])
    if not is_kanji(surface[0]):
        return first_two, first_two, surface
    entry = term.lexicon.kanji(surface[0])
    known = [r for r in (*entry.on, *entry.kun) if kana.startswith(r)] if entry else []
    return max(known, key=len, default=first_two), first_two, surface
