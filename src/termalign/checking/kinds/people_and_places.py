"""The kind ``name``: a person or place in Japanese script for which the English has another name."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.english import EnglishText
from termalign.formats.glossaries.entry import renderings_of
from termalign.japanese.kanji_readings import Kind
from termalign.japanese.morpheme import NAME, PERSON, PLACE, SUFFIX, Morpheme
from termalign.japanese.romanize import romanizations
from termalign.kana import has_kanji
from termalign.kana.script import is_katakana
from termalign.kinds.person import spellings
from termalign.model import Span
from termalign.names.people import Half, family_name, given_name
from termalign.target.target import Target

_LINKED = 0.3  # lowest score of a link that shows that a name is rendered
_KATAKANA_PARTICLE = "ヲ"
_ALIKE = 50  # lowest similarity of the letters, in per cent, at which a name sounds like an English word
_SHORTEST = 3  # letters of a romanised name; less may be initials
_GOES_ON = ("(", "（", "右衛門", "左衛門", "兵衛")
"""What follows an incomplete name, or begins its reading."""


class PeopleAndPlaces(Checker):
    """A checker that pairs Japanese names without a rendering with English names that render nothing.

    The English may also have one half of a name beside another name than the other half: 渡辺一郎, *Jiro Watanabe*. The checker
    for `missing` reports the names of the glossary.
    """

    kind = "name"

    def look(self, segment: Segment) -> Iterator[Finding]:
        names = _names(segment)
        if not names or not (capitals := _capitals(segment)):
            return
        changed: dict[Morpheme, int] = {}
        for half, k in _changed_halves(segment):
            if half in names:
                changed.setdefault(half, k)
        for half, k in changed.items():
            yield self._changed(segment, half, k, scores.HALF_OF_A_NAME)
        links = [link for link in segment.links if link.score >= _LINKED]
        taken = {k for link in links for k in segment.words_of(link)}
        lost = [
            name
            for name in _outside(names, [link.ja for link in links])
            if name not in changed and not any(_alike(name, segment.english.forms[k]) for k in capitals)
        ]
        for name, k in zip(lost, [k for k in capitals if k not in taken], strict=False):
            yield self._changed(segment, name, k, scores.PERSON if name.pos.startswith(PERSON) else scores.PLACE)

    def _changed(self, segment: Segment, name: Morpheme, k: int, score: float) -> Finding:
        en = segment.en_span(k, k + 1)
        lost, instead = segment.direction.ordered(name.surface, en.text)
        message = f"{lost} is not in the {segment.direction.translation}, which has “{instead}”."
        return self.finding(segment, score, message, ja=(name.start, name.end), en=en, worst="warning")


def _names(segment: Segment) -> list[Morpheme]:
    """Return the names in Japanese script that are in no term of the glossary.

    Katakana is no name where it writes the particles too: 首班トシ機務ヲ奏宣シ.
    """
    terms = [term.span for term in segment.occurrences if renderings_of(term.entry)]
    in_katakana = _KATAKANA_PARTICLE in segment.ja
    return [
        m
        for m in _outside(segment.morphemes, terms)
        if m.pos.startswith((PERSON, PLACE))
        and len(m.surface) > 1
        and not m.surface.isascii()
        and not (in_katakana and all(map(is_katakana, m.surface)))
    ]


def _outside(names: Iterable[Morpheme], spans: Iterable[Span]) -> list[Morpheme]:
    """Return the names that share no character with the spans."""
    covered = {k for span in spans for k in range(span.start, span.end)}
    return [m for m in names if covered.isdisjoint(range(m.start, m.end))]


def _alike(name: Morpheme, word: str) -> bool:
    """Return whether an English word sounds like a name: ルーカス, *Lukas*."""
    from rapidfuzz.fuzz import ratio

    return any(ratio(form.lower(), word.lower()) >= _ALIKE for form in romanizations(name.surface))


def _capitals(segment: Segment) -> Sequence[int]:
    """Return the positions of capitalised words that do not begin a sentence and are not in the Japanese."""
    english, ja = segment.english, segment.ja.lower()
    return [
        k
        for k, form in enumerate(english.forms)
        if _is_capitalised(english, k) and not english.opens_sentence(k) and form.lower() not in ja
    ]


def _changed_halves(segment: Segment) -> Iterator[tuple[Morpheme, int]]:
    """Yield half a name that the English does not have, and the word that stands beside the other half instead.

    Both halves must be listed as a family and a given name.
    """
    people, lexicon = list(_people(segment)), segment.lexicon
    target = Target(segment.english, lexicon) if people else None

    @cache
    def places(half: Half, kind: Kind) -> frozenset[int]:
        """Return the single words that spell half a name."""
        found = spellings(half, kind, target) if target else ()
        return frozenset(i for i, j in found if j == i + 1 and _is_capitalised(segment.english, i))

    for family, given in people:
        first, second = family_name(family.surface, lexicon), given_name(given.surface, lexicon)
        if first.listed and second.listed:
            families, givens = places(first, "place"), places(second, "given")
            for half, own, other in ((given, givens, families), (family, families, givens)):
                if not own and len(half.surface) > 1:
                    for k in names_beside(segment.english, other):
                        yield half, k


def names_beside(english: EnglishText, places: Iterable[int]) -> list[int]:
    """Return the capitalised words beside some words of a name that are neither of these nor in a dictionary."""
    known = set(places)
    return [
        k
        for place in sorted(known)
        for k, gap in ((place - 1, place - 1), (place + 1, place))
        if k not in known and 0 <= k < len(english) and english.gaps[gap] == " "
        if _is_capitalised(english, k) and not english.lexemes[k].known
    ]


def _is_capitalised(english: EnglishText, k: int) -> bool:
    return english.capitalised[k] and english.forms[k].isalpha() and len(english.forms[k]) >= _SHORTEST


def _people(segment: Segment) -> Iterator[tuple[Morpheme, Morpheme]]:
    """Yield family and given names that are whole: nothing directly beside them may belong to the name, or is its reading."""
    found = segment.morphemes
    for k, (family, given) in enumerate(pairwise(found)):
        if family.end == given.start and _is_person(family) and _is_person(given):
            before = [m for m in found[max(0, k - 1) : k] if m.end == family.start]
            behind = [m for m in found[k + 2 : k + 3] if m.start == given.end]
            goes_on = any(map(_may_be_of_name, before + behind)) or segment.ja_prose.startswith(_GOES_ON, given.end)
            if not goes_on:
                yield family, given


def _may_be_of_name(m: Morpheme) -> bool:
    of_name = m.pos.startswith(NAME) or (len(m.surface) == 1 and not m.pos.startswith(SUFFIX))
    return has_kanji(m.surface) and of_name


def _is_person(m: Morpheme) -> bool:
    return m.pos.startswith(PERSON) and has_kanji(m.surface)
