"""The arguments that are accepted as glossaries: pairs, records, a mapping, extracted terms, or the path of a file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from termalign.arguments import checked, no_frame
from termalign.formats.glossaries.entry import TEXTS, Form, GlossaryEntry, Status, entries_of, forms_of, ill_typed
from termalign.formats.glossaries.glossary_files import read_entries
from termalign.kana.swapped import SWAPPED, are_swapped
from termalign.text.excerpts import MOST_SHOWN
from termalign.warned import warn

Record = Mapping[str, Any]
"""An entry by the names of its fields, as `record_of` writes it; other members are ignored."""


@runtime_checkable
class HasEntries(Protocol):
    """An object with entries, such as a `termalign.Glossary`."""

    @property
    def entries(self) -> tuple[GlossaryEntry, ...]: ...


class HasGlossary(Protocol):
    """An object that can make a glossary, such as a `termalign.Termbase`."""

    def glossary(self) -> HasEntries: ...


GlossaryLike = (
    HasEntries
    | HasGlossary
    | Mapping[str, Any]
    | Iterable[tuple[str, str] | tuple[str, str, str] | Record | GlossaryEntry]
    | str
    | Path
)

_SAYS_HOW = ("en", "forbidden", "translate")  # members of a record, of which it must have one


def given_entries(glossary: GlossaryLike) -> tuple[GlossaryEntry, ...]:
    """Return the entries of any argument that is accepted as a glossary.

    A UserWarning lists what is left out because it lacks one of the languages.

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
        names = set(glossary)
        if "ja" in names and names <= set(GlossaryEntry._fields) and not names.isdisjoint(_SAYS_HOW):
            raise TypeError(
                "a glossary mapping has terms as keys, not 'ja' and 'en': pass a list of records, [{…}], or pairs"
            )
        return _complete(_of_mapping(glossary))
    if isinstance(glossary, bytes | bytearray) or not isinstance(glossary, Iterable):
        raise TypeError(f"a glossary must be a mapping, pairs, records or a path, not {type(glossary).__name__}")
    if isinstance(glossary, GlossaryEntry):
        raise TypeError("a glossary has several entries: pass a list, [entry]")
    no_frame(glossary, "the glossary", "pass zip(df['ja'], df['en'])")
    return _complete(form for number, given in enumerate(glossary) for form in _of_element(number, given))


def paired_entries(pairs: Iterable[object]) -> tuple[GlossaryEntry, ...]:
    """Return the entries of tuples (ja, en) or (ja, en, note).

    Any other element raises a TypeError, whose message gives its number, from 0. A UserWarning says that the languages seem
    swapped in all pairs.
    """
    no_frame(pairs, "the glossary", "pass zip(df['ja'], df['en'])")
    if isinstance(pairs, str | bytes | bytearray) or not isinstance(pairs, Iterable):
        raise TypeError(f"pairs must be an iterable of (ja, en) or (ja, en, note), not {type(pairs).__name__}")
    return _merged(_of_pair(number, pair) for number, pair in enumerate(pairs))


def _complete(given: Iterable[Form]) -> tuple[GlossaryEntry, ...]:
    """Return the entries of forms, and warn of those that lack one of the languages."""
    forms = list(given)
    entries = _merged(forms)
    named = {entry.ja for entry in entries}
    said = ((form.ja.strip(), form.en.strip()) for form in forms)
    halves = list(dict.fromkeys(ja or en for ja, en in said if (ja or en) and ja not in named))
    if halves:
        more = f" and {len(halves) - MOST_SHOWN:,} more" if len(halves) > MOST_SHOWN else ""
        warn(f"left out of the glossary, without Japanese or without English: {', '.join(halves[:MOST_SHOWN])}{more}")
    return entries


def _merged(forms: Iterable[Form]) -> tuple[GlossaryEntry, ...]:
    entries = entries_of(forms)
    if entries and all(are_swapped(entry.ja, " ".join(entry.en), short=True) for entry in entries):
        warn(SWAPPED)
    return entries


def _of_mapping(glossary: Mapping[str, Any]) -> Iterator[Form]:
    """Yield the forms of terms, each given with its renderings or with a record."""
    for ja, said in glossary.items():
        checked(ja, "a term of the glossary")
        what = f"glossary[{ja!r}]"
        if isinstance(said, Mapping):
            yield from _of_record(what, ja, said)
        else:
            yield from (Form(ja, en) for en in _texts(what, said) or [""])


def _of_element(number: int, given: object) -> Iterator[Form]:
    """Yield the forms of a pair, a record or an entry. `number` identifies it in errors."""
    if isinstance(given, GlossaryEntry):
        if problem := ill_typed(given):
            raise TypeError(f"entry {number} of the glossary: {problem}")
        yield from forms_of([given])
    elif isinstance(given, Mapping):
        what = f"record {number} of the glossary"
        if "ja" not in given:
            raise TypeError(f"{what} must have 'ja' and 'en': {dict(given)!r}")
        checked(given["ja"], f"{what}: ja")
        yield from _of_record(what, given["ja"], given)
    else:
        yield _of_pair(number, given)


def _of_pair(number: int, pair: object) -> Form:
    members = () if isinstance(pair, str | bytes | Mapping) or not isinstance(pair, Iterable) else tuple(pair)
    if not 2 <= len(members) <= 3 or not all(isinstance(text, str) for text in members):
        raise TypeError(f"a glossary pair is two strings, or three with a note: pair {number} is {pair!r}")
    return Form(*members)


def _of_record(what: str, ja: str, record: Record) -> Iterator[Form]:
    """Yield the forms of a term with the members of a record, of which only those of `GlossaryEntry` count."""
    if not any(name in record for name in _SAYS_HOW):
        raise TypeError(f"{what} must have 'ja' and 'en': {dict(record)!r}")
    said: dict[str, Any] = {name: record[name] for name in (*TEXTS, "status") if not _is_missing(record.get(name))}
    for name, text in said.items():
        checked(text, f"{what}: {name}")
    translate = record.get("translate", True)
    if not isinstance(translate, bool):
        raise TypeError(f"{what}: translate must be True or False, not {translate!r}")
    status: Status = said.pop("status", "")
    bare = Form(ja, "", ja_status=status, translate=translate, **said)
    approved = _texts(f"{what}: en", record.get("en", ()))
    forbidden = _texts(f"{what}: forbidden", record.get("forbidden", ()))
    yield from (bare._replace(en=en) for en in approved)
    yield from (bare._replace(en=en, status="forbidden") for en in forbidden)
    if not (approved or (forbidden and translate)):
        yield bare


def _is_missing(value: object) -> bool:
    """Return whether a value is None or NaN, which data frames use for missing values."""
    return value is None or value != value


def _texts(what: str, given: object) -> list[str]:
    """Return the English forms of one term. `what` names the term in errors."""
    found: list[Any] = [given] if isinstance(given, str) or not isinstance(given, Iterable) else list(given)
    if isinstance(given, bytes | Mapping) or not all(isinstance(form, str) for form in found):
        raise TypeError(f"{what} must be str or a list of str, not {given!r}")
    return found
