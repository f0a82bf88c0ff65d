"""The arguments that are accepted as glossaries: pairs, records, a mapping, extracted terms, or the path of a file."""

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from termalign.arguments import checked, no_frame
from termalign.formats.glossaries.entry import Form, GlossaryEntry, entries_of
from termalign.formats.glossaries.glossary_files import read_entries
from termalign.kana.swapped import SWAPPED, are_swapped

Record = Mapping[str, str | Sequence[str]]
"""A pair by names: ``{"ja": …, "en": …}``, with a ``"note"`` if there is one; other members are passed over."""


@runtime_checkable
class HasEntries(Protocol):
    """An object with entries, such as a `termalign.Glossary`."""

    @property
    def entries(self) -> tuple[GlossaryEntry, ...]: ...


class HasGlossary(Protocol):
    """An object that can make a glossary, such as a `termalign.Termbase`."""

    def glossary(self) -> HasEntries: ...


GlossaryLike = (
    HasEntries | HasGlossary | Record | Iterable[tuple[str, str] | tuple[str, str, str] | Record] | str | Path
)

_NAMES = frozenset({"ja", "en", "note"})


def given_entries(glossary: GlossaryLike) -> tuple[GlossaryEntry, ...]:
    """Return the entries of any argument that is accepted as a glossary.

    Raises
    ------
    TypeError
        If the argument is not a glossary. The message names the term or the pair.
    GlossaryError, OSError
        If the argument is a file that cannot be read.
    """
    if callable(made := getattr(glossary, "glossary", None)):
        glossary = made()
    if isinstance(glossary, HasEntries):
        return glossary.entries
    if isinstance(glossary, str | Path):
        return read_entries(glossary)[0]
    if isinstance(glossary, Mapping):
        if {"ja", "en"} <= set(glossary) <= _NAMES:
            raise TypeError(
                "a glossary mapping has terms as keys, not 'ja' and 'en': pass a list of records, [{…}], or pairs"
            )
        return paired_entries((ja, en) for ja, forms in glossary.items() for en in _forms(f"glossary[{ja!r}]", forms))
    if isinstance(glossary, bytes | bytearray) or not isinstance(glossary, Iterable):
        raise TypeError(f"a glossary must be a mapping, pairs, records or a path, not {type(glossary).__name__}")
    no_frame(glossary, "the glossary", "pass zip(df['ja'], df['en'])")
    return paired_entries(_unrecorded(glossary))


def paired_entries(pairs: Iterable[object]) -> tuple[GlossaryEntry, ...]:
    """Return the entries of tuples (ja, en) or (ja, en, note).

    Any other element raises a TypeError, whose message gives its number, from 0. A UserWarning says that the languages seem
    swapped in all pairs.
    """
    no_frame(pairs, "the glossary", "pass zip(df['ja'], df['en'])")
    if isinstance(pairs, str | bytes | bytearray) or not isinstance(pairs, Iterable):
        raise TypeError(f"pairs must be an iterable of (ja, en) or (ja, en, note), not {type(pairs).__name__}")
    entries = entries_of(_form(number, pair) for number, pair in enumerate(pairs))
    if entries and all(are_swapped(entry.ja, " ".join(entry.en), short=True) for entry in entries):
        warnings.warn(SWAPPED, UserWarning, stacklevel=4)
    return entries


def _form(number: int, pair: object) -> Form:
    """Return a pair as a form of its term. `number` identifies the pair in errors."""
    members = () if isinstance(pair, str | bytes | Mapping) or not isinstance(pair, Iterable) else tuple(pair)
    if not 2 <= len(members) <= 3 or not all(isinstance(text, str) for text in members):
        raise TypeError(f"a glossary pair is two strings, or three with a note: pair {number} is {pair!r}")
    return Form(*members)


def _unrecorded(pairs: Iterable[object]) -> Iterator[Any]:
    """Yield the pairs, with records converted to pairs."""
    for number, pair in enumerate(pairs):
        if not isinstance(pair, Mapping):
            yield pair
            continue
        what = f"record {number} of the glossary"
        if not {"ja", "en"} <= set(pair):
            raise TypeError(f"{what} must have 'ja' and 'en': {dict(pair)!r}")
        checked(pair["ja"], f"{what}: ja")
        note = pair.get("note")
        missing = note is None or note != note  # NaN, which data frames use for missing values
        for en in _forms(f"{what}: en", pair["en"]):
            yield pair["ja"], en, "" if missing else note


def _forms(what: str, forms: object) -> list[str]:
    """Return the English forms of one term. `what` names the term in errors."""
    found: list[Any] = [forms] if isinstance(forms, str) or not isinstance(forms, Iterable) else list(forms)
    if isinstance(forms, bytes | Mapping) or not all(isinstance(form, str) for form in found):
        raise TypeError(f"{what} must be str or a list of str, not {forms!r}")
    return found
