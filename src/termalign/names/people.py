"""The Japanese side of a person's name: the possible borders between family and given name, and the spellings of both."""

from collections.abc import Sequence
from typing import NamedTuple

from termalign.japanese.kanji_readings import Kind, shares
from termalign.japanese.name_words import clans
from termalign.kana import latin_key, loose, romanize_kana
from termalign.lexicon import Lexicon, NameEntry
from termalign.names.by_character import spelled
from termalign.once import cached_in_lexicon
from termalign.terms.term import Term, once_a_term

_FAMILY = frozenset({"surname", "unclass", "place"})
_GIVEN = frozenset({"given", "masc", "fem", "unclass"})
_COMPANIES = frozenset({"company", "organization"})
_SURELY_FAMILY = frozenset({"surname"})
_SURELY_GIVEN = frozenset({"given", "masc", "fem"})
_KINDS: tuple[Kind, ...] = ("given", "place")
# Costs in nats of a border next to a name that dictionaries do not list.
_NO_FAMILY, _NO_GIVEN = 2.0, 1.0


class Half(NamedTuple):
    """A family or a given name."""

    text: str
    keys: frozenset[str]  # loose romaji keys of the readings that dictionaries give
    listed: bool  # whether a dictionary lists it as such a name
    initials: frozenset[str]  # the first letters that it may have in Hepburn


class Cut(NamedTuple):
    """A border between family and given name, and its cost."""

    at: int
    family: Half
    given: Half
    cost: float


@cached_in_lexicon(4096)
def family_name(text: str, lexicon: Lexicon) -> Half:
    """Return `text` as a family name or clan."""
    entries = [e for e in lexicon.names(text) if e.kinds & _FAMILY]
    clan = clans().get(text)
    keys = {_key(reading) for reading in ([clan] if clan else []) + [e.reading for e in entries]}
    return _half(text, keys, bool(clan) or is_family_name(text, lexicon), entries, lexicon)


@cached_in_lexicon(4096)
def given_name(text: str, lexicon: Lexicon) -> Half:
    """Return `text` as a given name."""
    entries = [e for e in lexicon.names(text) if e.kinds & _GIVEN]
    return _half(text, {_key(e.reading) for e in entries}, bool(entries), entries, lexicon)


@cached_in_lexicon(4096)
def is_given_name(text: str, lexicon: Lexicon) -> bool:
    """Return whether dictionaries list `text` as a given name, and not only as a name of an unknown kind."""
    return any(e.kinds & _SURELY_GIVEN for e in lexicon.names(text))


def is_family_name(text: str, lexicon: Lexicon) -> bool:
    """Return whether dictionaries list `text` as a family name."""
    return any(e.kinds & _SURELY_FAMILY for e in lexicon.names(text))


@once_a_term
def listed_people(term: Term) -> frozenset[str]:
    """Return the loose romaji keys of the people of this name whom dictionaries list."""
    return frozenset(_key(entry.reading) for entry in term.names if "person" in entry.kinds)


def _key(kana: str) -> str:
    return loose(latin_key(romanize_kana(kana)))


def _half(text: str, keys: set[str], listed: bool, entries: Sequence[NameEntry], lexicon: Lexicon) -> Half:
    kana = [*(e.reading for e in entries), *(r for kind in _KINDS for r in shares(text[0], kind, lexicon))]
    spelled = dict.fromkeys(romanize_kana(k) for k in kana if k)
    return Half(text, frozenset(keys), listed, frozenset(s[:1] for s in spelled))


def may_spell(half: Half, key: str, kind: Kind, lexicon: Lexicon) -> bool:
    """Return whether `half` can be read as a loose key."""
    return key in half.keys or spelled(half.text, key, kind, lexicon) is not None


@once_a_term
def cuts(term: Term) -> tuple[Cut, ...]:
    """Return the possible borders between family and given name in `term`, the likeliest first."""
    text, lexicon = term.surface, term.lexicon
    borders = {m.start for m in term.morphemes} - {0}
    if not any(family_name(text[:at], lexicon).listed for at in borders):
        borders = set(range(1, len(text)))
    found = []
    for at in sorted(borders | {at for at in (1, 2) if text[:at] in clans() and at < len(text)}):
        family, given = family_name(text[:at], lexicon), given_name(text[at:], lexicon)
        if not given.listed and len(given.text) > 2:  # no dictionary has it
            continue
        if any(e.kinds & _COMPANIES for e in lexicon.names(text[:at])):  # 北海道電力|泊
            continue
        cost = (not family.listed) * _NO_FAMILY + (not given.listed) * _NO_GIVEN
        found.append(Cut(at, family, given, cost))
    return tuple(sorted(found, key=lambda cut: (cut.cost, abs(cut.at - 2))))
