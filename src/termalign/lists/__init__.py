"""Term lists at scale: a list is analysed once; then a text costs what stands in it, however long the list."""

from termalign.lists.file import TermListError, is_term_list
from termalign.lists.term_list import TermList

__all__ = ["TermList", "TermListError", "is_term_list"]
