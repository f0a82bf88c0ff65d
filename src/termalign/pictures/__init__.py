"""Alignments as pictures: a page for people, a drawing for a document, a table for a notebook."""

from termalign.pictures.notebook import fragment
from termalign.pictures.page import page
from termalign.pictures.standalone import drawing

__all__ = ["drawing", "fragment", "page"]
