"""The codes of `tags.tsv`: the dictionary tags that termalign keeps."""

from functools import cache, lru_cache
from typing import Literal

from termalign.tables import read_table

Kind = Literal["pos", "misc", "field", "name"]


@cache
def tag_codes(kind: Kind) -> dict[str, tuple[str, ...]]:
    """Return the codes of each tag of one kind; a tag is an entity name or a description.

    >>> tag_codes("pos")["adj-na"]
    ('adj',)
    >>> tag_codes("misc")["abbreviation"]
    ('abbr',)
    """
    rows = read_table(__package__, "tags.tsv", header=True)
    return {tag: tuple(codes.split()) for of, tag, codes in rows if of == kind}


@lru_cache(4096)
def codes_of(kind: Kind, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the distinct codes of `tags`, in order; unknown tags are left out."""
    table = tag_codes(kind)
    return tuple(dict.fromkeys(code for tag in tags for code in table.get(tag, ())))


@lru_cache(4096)
def name_kinds(tags: tuple[str, ...]) -> frozenset[str]:
    """Return the kinds of a proper name that has these tags."""
    return frozenset(codes_of("name", tags))
