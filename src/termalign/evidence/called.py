"""What belongs to a name in English only: a title's first word (*The* Tale of Genji), a country (*Japan* Coast Guard)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term

_TRANSLATED = frozenset({"gloss", "composed", "name", "context"})
_OPENING = frozenset({"The", "A", "An", "My", "Our", "Your", "His", "Her", "Their", "To"})
_COUNTRY = frozenset({"Japan"})
#: What the names of public bodies end in.
PUBLIC_BODIES = (
    "庁",
    "局",
    "院",
    "委員会",
    "協会",
    "連盟",
    "連合",
    "連合会",
    "学会",
    "機構",
    "公社",
    "公団",
    "機関",
    "財団",
)
_WITH_COUNTRY = 0.98
_WHOLE = 0.9


def with_article(matches: Sequence[Match], bitext: Bitext) -> list[Match]:
    """The matches, those of a title in the middle of a sentence with the article or so that is written as part of it."""
    titled = titled_words(bitext)
    return [m._replace(i=m.i - 1) if m.i in titled and m.kind in _TRANSLATED else m for m in matches]


@lru_cache(maxsize=8)
def titled_words(bitext: Bitext) -> frozenset[int]:
    """Capitalised words that an article or so with a capital precedes in the middle of a sentence."""
    english = bitext.english
    return frozenset(
        k + 1
        for k, form in enumerate(english.forms[:-1])
        if k
        and form in _OPENING
        and english.gap(k - 1) in (" ", ", ")
        and english.gap(k) == " "
        and english.capitalised[k + 1]
        and not english.capitalised[k - 1]
    )


def with_country(term: Term, matches: Sequence[Match], bitext: Bitext) -> Iterator[Match]:
    """The matches of a public body (`PUBLIC_BODIES`), grown by the country that English puts before its name."""
    if "日本" in term.surface:
        return
    english = bitext.english
    for m in matches:
        before = m.i - 1
        named = m.kind in _TRANSLATED and m.coverage >= _WHOLE and english.forms[m.i][0].isupper()
        if named and before >= 0 and english.forms[before] in _COUNTRY and english.gap(before) == " ":
            yield m._replace(i=before, strength=m.strength * _WITH_COUNTRY)
