"""Term lists at scale: a list is analysed once; then the time for a text depends on the text and hardly on the list."""

from termalign.lists.file import TermListError, is_term_list
from termalign.lists.term_list import TermList

__all__ = ["TermList", "TermListError", "is_term_list"]
