"""Term lists at scale: a list is analysed once; after that, the time for a text hardly depends on the length of the list."""

from termalign.lists.list_file import TermListError, is_term_list
from termalign.lists.term_list import TermList

__all__ = ["TermList", "TermListError", "is_term_list"]
