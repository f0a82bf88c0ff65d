"""People of whom the English has one half of the name beside another name than the other half: 渡辺一郎, *Jiro Watanabe*."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from termalign.english import EnglishText
from termalign.japanese.kanji_readings import Kind
from termalign.japanese.morpheme import NAME, PERSON, SUFFIX, Morpheme
from termalign.kana import has_kanji
from termalign.kinds.person import spellings
from termalign.lexicon.lexicon import Lexicon
from termalign.names.people import Half, family_name, given_name
from termalign.target.target import Target

_GOES_ON = ("(", "（", "右衛門", "左衛門", "兵衛")
"""What follows an incomplete name, or begins its reading."""
_SHORTEST = 3  # letters of a romanised name; less may be initials


def changed_halves(
    morphemes: Sequence[Morpheme], text: str, english: EnglishText, lexicon: Lexicon
) -> Iterator[tuple[Morpheme, int]]:
    """Yield half a name that the English does not have, and the word that stands beside the other half instead.

    Both halves must be listed as a family and a given name, the other half must be in the English, and the word must be a
    capitalised one that is not English.

    Examples
    --------
    >>> from termalign import Lexicon
    >>> from termalign.japanese.tagger import tokenize
    >>> def changed(ja, en):
    ...     found = changed_halves(tokenize(ja), ja, EnglishText(en), Lexicon.default())
    ...     return [(half.surface, en.split()[k]) for half, k in found]
    >>> changed("渡辺一郎氏", "Jiro Watanabe"), changed("渡辺一郎氏", "Kazuo Watanabe"), changed("渡辺一郎氏", "Mr Watanabe")
    ([('一郎', 'Jiro')], [], [])
    """
    names = {
        k
        for k, form in enumerate(english.forms)
        if english.capitalised[k] and form.isalpha() and len(form) >= _SHORTEST
    }
    people = list(_people(morphemes, text)) if names else []
    if not people:
        return
    target = Target(english, lexicon)

    @cache
    def places(half: Half, kind: Kind) -> frozenset[int]:
        """Return the single words that spell half a name."""
        return frozenset(i for i, j in spellings(half, kind, target) if j == i + 1 and i in names)

    for family, given in people:
        first, second = family_name(family.surface, lexicon), given_name(given.surface, lexicon)
        if not (first.listed and second.listed):
            continue
        families, givens = places(first, "place"), places(second, "given")
        for half, own, other in ((given, givens, families), (family, families, givens)):
            if not own and len(half.surface) > 1:
                yield from ((half, k) for k in _beside(other, names, english))


def _people(morphemes: Sequence[Morpheme], text: str) -> Iterator[tuple[Morpheme, Morpheme]]:
    """Yield family and given names that are whole: nothing directly beside them may belong to the name, or is its reading."""
    for k, (family, given) in enumerate(pairwise(morphemes)):
        if family.end == given.start and all(map(_is_person, (family, given))):
            beside = [
                m for m in (*morphemes[max(0, k - 1) : k], *morphemes[k + 2 : k + 3]) if _touches(m, family, given)
            ]
            if not any(map(_may_be_of_name, beside)) and not text.startswith(_GOES_ON, given.end):
                yield family, given


def _touches(m: Morpheme, family: Morpheme, given: Morpheme) -> bool:
    return m.end == family.start or m.start == given.end


def _may_be_of_name(m: Morpheme) -> bool:
    of_name = m.pos.startswith(NAME) or (len(m.surface) == 1 and not m.pos.startswith(SUFFIX))
    return has_kanji(m.surface) and of_name


def _is_person(m: Morpheme) -> bool:
    return m.pos.startswith(PERSON) and has_kanji(m.surface)


def _beside(places: frozenset[int], names: set[int], english: EnglishText) -> Iterator[int]:
    """Yield the capitalised words directly beside half a name that are not English."""
    for k in sorted(places):
        for other, gap in ((k - 1, k - 1), (k + 1, k)):
            if other in names and other not in places and english.gaps[gap] == " " and not english.lexemes[other].known:
                yield other
