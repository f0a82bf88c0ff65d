"""The kind ``name``: a person or place in Japanese script for which the English has another name."""

from collections.abc import Iterable, Iterator, Sequence

from termalign.checking.finding import Finding
from termalign.checking.halves_of_names import changed_halves
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.formats.glossaries.entry import renderings_of
from termalign.japanese.morpheme import PERSON, PLACE, Morpheme
from termalign.japanese.romanize import romanizations
from termalign.kana.script import is_katakana
from termalign.model import Span

# Scores. A place scores lower because English may name the capital for a country, or the people for a region.
_PERSON, _PLACE, _HALF = 0.7, 0.4, 0.8
_LINKED = 0.3  # lowest score of a link that shows that a name is rendered
_NAMES = (PERSON, PLACE)
_KATAKANA_PARTICLE = "ヲ"
_ALIKE = 50  # lowest similarity of the letters, in per cent, at which a name sounds like an English word


class PeopleAndPlaces(Checker):
    """A checker that pairs Japanese names without a rendering with English names that render nothing.

    The checker for `missing` reports the names of the glossary.
    """

    kind = "name"

    def look(self, segment: Segment) -> Iterator[Finding]:
        names = _names(segment)
        if not names or not (capitals := _capitals(segment)):
            return
        changed: dict[Morpheme, int] = {}
        own = set(names)
        for half, k in changed_halves(segment.morphemes, segment.ja_prose, segment.english, segment.lexicon):
            if half in own:
                changed.setdefault(half, k)
        for half, k in changed.items():
            yield self._changed(segment, half, segment.en_span(k, k + 1), _HALF)
        names = [name for name in names if name not in changed]
        links = [link for link in segment.links if link.score >= _LINKED]
        ja = _outside(names, [link.ja for link in links])
        taken = {k for link in links for k in segment.words_of(link)}
        en = [k for k in capitals if k not in taken]
        ja = [name for name in ja if not any(_alike(name, segment.english.forms[k]) for k in capitals)]
        for name, k in zip(ja, en, strict=False):
            score = _PERSON if name.pos.startswith(PERSON) else _PLACE
            yield self._changed(segment, name, segment.en_span(k, k + 1), score)

    def _changed(self, segment: Segment, name: Morpheme, en: Span, score: float) -> Finding:
        lost, instead = segment.direction.ordered(name.surface, en.text)
        message = f"{lost} is not in the {segment.direction.translation}, which has “{instead}”."
        return self.finding(segment, score, message, ja=(name.start, name.end), en=en, worst="warning")


def _names(segment: Segment) -> list[Morpheme]:
    """Return the names in the Japanese that are in no term of the glossary.

    Katakana is no name where it writes the particles too: 首班トシ機務ヲ奏宣シ.
    """
    terms = [term.span for term in segment.occurrences if renderings_of(term.entry)]
    names = _outside(filter(_is_name, segment.morphemes), terms)
    return [m for m in names if _KATAKANA_PARTICLE not in segment.ja or not all(map(is_katakana, m.surface))]


def _outside(names: Iterable[Morpheme], spans: Iterable[Span]) -> list[Morpheme]:
    """Return the names that share no character with the spans."""
    covered = {k for span in spans for k in range(span.start, span.end)}
    return [m for m in names if covered.isdisjoint(range(m.start, m.end))]


def _is_name(m: Morpheme) -> bool:
    """Return whether a morpheme is a person or place in Japanese script of more than one character."""
    return m.pos.startswith(_NAMES) and not m.surface.isascii() and len(m.surface) > 1


def _alike(name: Morpheme, word: str) -> bool:
    """Return whether an English word sounds like a name: ルーカス, *Lukas*."""
    from rapidfuzz.fuzz import ratio

    return any(ratio(form.lower(), word.lower()) >= _ALIKE for form in romanizations(name.surface))


def _capitals(segment: Segment) -> Sequence[int]:
    """Return the positions of capitalised words that do not begin a sentence and are not in the Japanese."""
    english = segment.english
    return [
        k
        for k in range(len(english))
        if english.capitalised[k]
        and not english.opens_sentence(k)
        and english.forms[k].isalpha()
        and len(english.forms[k]) > 2
        and english.forms[k].lower() not in segment.ja.lower()
    ]
