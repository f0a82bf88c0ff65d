"""The English that seems to stand for a term in place of its approved rendering."""

from termalign.checking.segment import Segment
from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES
from termalign.model import Link, Span

_LEAST = 0.5  # lowest score of a link that gives the rendering of the term
_TAKEN = 0.4  # lowest score of a link that reserves its English for another term
_BEFORE_VERBS = frozenset(
    "i you he she it we they who which that to not can could may might must shall should will would do does did cannot".split()
)
_BEHIND_VERBS = ARTICLES | set("it them him her us me this that these those your my our his their its".split())


def stand_in(segment: Segment, term: Span, link: Link | None) -> Span | None:
    """Return the English that seems to stand for a term, or None.

    This is the English of the term's `link`, if a dictionary or the sound supports it. Otherwise, it is the word whose
    position is most similar to that of the term, among words that no other link has and that may end a noun phrase.
    """
    if link is not None and link.kind != "context" and link.score >= _LEAST:
        return Span.of(segment.en, link.en.start, link.en.end)
    english = segment.english
    taken = {
        k
        for other in segment.alignment
        if other.score >= _TAKEN and not (other.ja.start < term.end and term.start < other.ja.end)
        for k in range(*english.words_in(other.en.start, other.en.end))
    }
    free = [
        k
        for k in range(len(english))
        if k not in taken
        and not english.lexemes[k].function
        and english.forms[k].isalpha()
        and _ends_a_phrase(english, k)
    ]
    if not free:
        return None
    place = term.start / len(segment.ja)
    nearest = min(free, key=lambda k: (k == 0, abs(k / len(english) - place)))
    return segment.en_span(nearest, nearest + 1)


def _ends_a_phrase(english: EnglishText, k: int) -> bool:
    """Return whether a word may be the last of a noun phrase.

    It must precede a function word or a punctuation mark. Words after a pronoun or *to*, or before an article or an object,
    are taken for verbs.
    """
    if english.lexemes[k].past or english.lexemes[k].gerund:
        return False
    if k and english.forms[k - 1].lower() in _BEFORE_VERBS:
        return False
    if k + 1 == len(english) or english.gaps[k] != " ":
        return True
    return english.lexemes[k + 1].function and english.lexemes[k + 1].lower not in _BEHIND_VERBS
