"""Text folded for analysis, with a mapping back to the caller's offsets; markup in a text, and excerpts of it."""

from termalign.text.access_keys import access_key_marks, without_access_keys
from termalign.text.as_read import as_term, without_page
from termalign.text.blanks import blanked, blanked_at
from termalign.text.excerpts import excerpt
from termalign.text.list_items import ListItem, list_item, read_aloud
from termalign.text.markup import (
    ADDRESS,
    CODE,
    PLACEHOLDERS,
    formatting,
    in_code,
    is_placeholder,
    markup_spans,
    pieces,
    roles,
    without_markup,
)
from termalign.text.normalise import Normalised, bare, cut_out, normalise
from termalign.text.raised import Height, at_height
from termalign.text.ruby import Ruby
from termalign.text.small_ke import with_small_ke
from termalign.text.spaces import evenly_spaced
from termalign.text.unseen import without_unseen

__all__ = [
    "ADDRESS",
    "CODE",
    "PLACEHOLDERS",
    "Height",
    "ListItem",
    "Normalised",
    "Ruby",
    "access_key_marks",
    "as_term",
    "at_height",
    "bare",
    "blanked",
    "blanked_at",
    "cut_out",
    "evenly_spaced",
    "excerpt",
    "formatting",
    "in_code",
    "is_placeholder",
    "list_item",
    "markup_spans",
    "normalise",
    "pieces",
    "read_aloud",
    "roles",
    "with_small_ke",
    "without_access_keys",
    "without_markup",
    "without_page",
    "without_unseen",
]
