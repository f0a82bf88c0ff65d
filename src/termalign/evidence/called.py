"""What belongs to a name in English only: a title's first word (*The* Tale of Genji), a country (*Japan* Coast Guard)."""

from collections.abc import Iterator, Sequence

from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term

_TRANSLATED = frozenset({"gloss", "composed", "name", "context"})
_OPENING = frozenset({"The", "A", "An", "My", "Our", "Your", "His", "Her", "Their", "To"})
_COUNTRY = frozenset({"Japan"})
_BODIES = ("庁", "局", "院", "委員会", "協会", "連盟", "連合", "連合会", "学会", "機構", "公社", "公団", "機関", "財団")
_WITH_COUNTRY = 0.98
_WHOLE = 0.9


def with_article(matches: Sequence[Match], bitext: Bitext) -> list[Match]:
    """The matches, those of a title in the middle of a sentence with the article or so that is written as part of it."""
    return [m._replace(i=m.i - 1) if _titled(m, bitext) else m for m in matches]


def _titled(match: Match, bitext: Bitext) -> bool:
    english, i = bitext.english, match.i
    if match.kind not in _TRANSLATED or i < 2 or english.forms[i - 1] not in _OPENING:
        return False
    inside = english.gap(i - 2) in (" ", ", ") and english.gap(i - 1) == " "
    return inside and english.forms[i][0].isupper() and not english.forms[i - 2][0].isupper()


def with_country(term: Term, matches: Sequence[Match], bitext: Bitext) -> Iterator[Match]:
    """The matches of a public body, grown by the country that English puts before its name."""
    if not term.surface.endswith(_BODIES) or "日本" in term.surface:
        return
    english = bitext.english
    for m in matches:
        before = m.i - 1
        named = m.kind in _TRANSLATED and m.coverage >= _WHOLE and english.forms[m.i][0].isupper()
        if named and before >= 0 and english.forms[before] in _COUNTRY and english.gap(before) == " ":
            yield m._replace(i=before, strength=m.strength * _WITH_COUNTRY)
