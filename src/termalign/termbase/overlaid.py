"""Two glossaries as one, in which the second takes precedence: a glossary for one text over that of the house."""

from collections.abc import Iterable, Iterator, Sequence

from termalign.formats.glossaries import GlossaryEntry
from termalign.lexicon.headword_spelling import headword_key


def overlaid(below: Iterable[GlossaryEntry], above: Iterable[GlossaryEntry]) -> Iterator[GlossaryEntry]:
    """Yield the entries of two glossaries; for a term in both, those of `above`.

    What `below` forbids stays forbidden unless `above` approves it. An entry of `above` without renderings, which
    only forbids some, keeps the renderings of `below` that it does not forbid. Capitals and width make no other term.

    Examples
    --------
    >>> below = [GlossaryEntry("送料", ("shipping",), forbidden=("postage",)), GlossaryEntry("返品", ("return",))]
    >>> above = [GlossaryEntry("送料", ("shipping fee",)), GlossaryEntry("返品", (), forbidden=("refund",))]
    >>> for entry in overlaid(below, above):
    ...     print(entry)
    GlossaryEntry(ja='送料', en=('shipping fee',), note='', forbidden=('postage',))
    GlossaryEntry(ja='返品', en=('return',), note='', forbidden=('refund',))
    """
    old, new = _by_term(below), _by_term(above)
    for term in {**old, **new}:
        if term in old and term in new:
            yield from _changed(old[term], new[term])
        else:
            yield from old.get(term) or new[term]


def _by_term(entries: Iterable[GlossaryEntry]) -> dict[str, list[GlossaryEntry]]:
    found: dict[str, list[GlossaryEntry]] = {}
    for entry in entries:
        found.setdefault(headword_key(entry.ja).lower(), []).append(entry)
    return found


def _changed(old: Sequence[GlossaryEntry], new: Sequence[GlossaryEntry]) -> Iterator[GlossaryEntry]:
    """Yield the new entries of a term, with what remains of the old ones."""
    approved = {en for entry in new for en in entry.en}
    kept = [en for entry in old for en in entry.forbidden if en not in approved]
    for entry in new:
        entry = entry._replace(forbidden=tuple(dict.fromkeys([*entry.forbidden, *kept])))
        if entry.translate and not entry.en:
            renderings = [en for before in old for en in before.en if en not in entry.forbidden]
            translate = any(before.translate for before in old)
            entry = entry._replace(en=tuple(dict.fromkeys(renderings)), translate=translate)
        if not entry.reading:
            entry = entry._replace(reading=next((before.reading for before in old if before.reading), ""))
        if not entry.check:
            entry = entry._replace(check=next((before.check for before in old if before.check), ""))
        yield entry
