"""Term lists at scale: a list is analysed once; then a text costs what stands in it, however long the list."""

from termalign.termlist.file import TermListError, is_term_list
from termalign.termlist.prepared import TermList

__all__ = ["TermList", "TermListError", "is_term_list"]
