"""Glossaries: Japanese terms with their English renderings, and the file formats of glossaries."""

from termalign.formats.glossaries.columns import TableColumns
from termalign.formats.glossaries.entry import GlossaryEntry, joined
from termalign.formats.glossaries.glossary_files import (
    FORMATS,
    GlossaryError,
    Reading,
    is_plain_list,
    japanese_terms,
    lost_in,
    read_entries,
    table_columns,
    write_entries,
)
from termalign.formats.glossaries.stand_ins import GlossaryLike, given_entries, paired_entries
from termalign.formats.glossaries.term_lines import Listed, listed_in, terms_on, with_renderings

__all__ = [
    "FORMATS",
    "GlossaryEntry",
    "GlossaryError",
    "GlossaryLike",
    "Listed",
    "Reading",
    "TableColumns",
    "given_entries",
    "is_plain_list",
    "japanese_terms",
    "joined",
    "listed_in",
    "lost_in",
    "paired_entries",
    "read_entries",
    "table_columns",
    "terms_on",
    "with_renderings",
    "write_entries",
]
