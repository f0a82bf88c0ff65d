"""The kind ``forbidden``: English that the glossary does not allow for a term; from English, such Japanese."""

from collections.abc import Collection, Iterator, Sequence

import termalign.checking.scores as scores
from termalign.checking.finding import Finding, choice
from termalign.checking.japanese_terms import terms_of, unrendered
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import LINKED, Segment, outermost
from termalign.english.text import EnglishText
from termalign.termbase import GlossaryEntry, english_key, english_places
from termalign.termbase.by_rendering import Words


class Forbidden(Checker):
    """A checker for forbidden renderings of terms in the Japanese.

    It skips a word that is part of an approved rendering of any term in the segment, such as *type* in *data type*. A
    forbidden rendering that differs from an approved one only in spelling, spaces or inflection is found only as spelled.
    """

    kind = "forbidden"

    def look(self, segment: Segment) -> Iterator[Finding]:
        for entry in segment.terms:
            places = [found for found in _places(entry.forbidden, segment.english) if _is_it(*found, entry, segment)]
            if places:
                yield from self._among(segment, entry, places)

    def _among(self, segment: Segment, entry: GlossaryEntry, places: list[tuple[str, Words]]) -> Iterator[Finding]:
        """Yield findings for those places that are not part of an approved rendering."""
        banned = {place for _, place in places}
        own = [place for place in segment.said[entry] if place not in banned and not _is_part(place, banned)]
        others = [place for other, places in segment.said.items() if other != entry for place in places]
        as_agreed = sum(not _is_part(place, others) for place in own)
        terms = len(segment.terms[entry])
        for form, place in _longest(places):
            if not any(a <= place[0] and place[1] <= b for a, b in (*own, *others)):
                beside = scores.FORBIDDEN_AND_LINKED if _is_linked(place, entry, segment) else scores.FORBIDDEN_BESIDE
                yield self._used(segment, entry, form, place, scores.FORBIDDEN if as_agreed < terms else beside)

    def _used(self, segment: Segment, entry: GlossaryEntry, form: str, place: Words, score: float) -> Finding:
        at = segment.terms[entry][0]
        instead = choice(entry.en)
        return self.finding(
            segment,
            score,
            f"The glossary forbids “{form}” for {entry.ja}.{f' Use {instead}.' if instead else ''}",
            ja=at,
            en=segment.en_span(*place),
            expected=entry.en,
            term=entry.ja,
        )


def _places(forms: Sequence[str], english: EnglishText) -> list[tuple[str, Words]]:
    return [(form, place) for form in forms for place in english_places(form, english)]


def _is_it(form: str, place: Words, entry: GlossaryEntry, segment: Segment) -> bool:
    """Return whether the English at a place is spelled like the forbidden rendering, not like an approved one.

    If *check box* is approved and *checkbox* is forbidden, *Checkboxes* is forbidden, and *check boxes* is not.
    """
    alike = [en.lower() for en in entry.en if english_key(en) == english_key(form)]
    if not alike:
        return True
    said = segment.en_span(*place).text.lower()
    longest = max((en for en in (form.lower(), *alike) if said.startswith(en)), key=len, default="")
    return longest == form.lower() and longest not in alike


def _is_linked(place: Words, entry: GlossaryEntry, segment: Segment) -> bool:
    """Return whether a term is linked with words of the English."""
    start, end = segment.english.offsets(*place)
    return any(
        link.score >= LINKED
        and (link.en.start < end and start < link.en.end)
        and any(link.ja.start < term.end and term.start < link.ja.end for term in segment.terms[entry])
        for link in segment.links
    )


def _is_part(place: Words, others: Collection[Words]) -> bool:
    return any((a, b) != place and a <= place[0] and place[1] <= b for a, b in others)


def _longest(places: list[tuple[str, Words]]) -> Iterator[tuple[str, Words]]:
    """Yield the places that are not part of a longer one."""
    forms = {place: form for form, place in reversed(places)}
    longest = set(outermost(forms))
    yield from ((form, place) for place, form in forms.items() if place in longest)


class ForbiddenInJapanese(Checker):
    """A checker for forbidden Japanese of terms in the English, in any spelling.

    Japanese that is approved for another English term of the segment is left out, and so is a part of a longer term.
    """

    kind = "forbidden"

    def look(self, segment: Segment) -> Iterator[Finding]:
        terms = terms_of(segment)
        agreed = {ja for term in terms for ja in term.ja}
        for term, places in terms.items():
            for occurrence in segment.occurrences:
                ja = occurrence.entry.ja
                if ja not in term.forbidden or ja in agreed:
                    continue
                use = choice(term.ja)
                yield self.finding(
                    segment,
                    scores.FORBIDDEN_BESIDE_JAPANESE
                    if term.ja and term not in unrendered(segment)
                    else scores.FORBIDDEN,
                    f"The glossary forbids “{ja}” for {term.en}.{f' Use {use}.' if use else ''}",
                    ja=occurrence,
                    en=segment.en_span(*places[0]),
                    japanese=term.ja,
                    term=term.en,
                )
                break
