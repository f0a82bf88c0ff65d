"""Pictures of alignments: an HTML page for reading, an SVG drawing for documents, and a table for notebooks."""

from termalign.pictures.notebook import fragment
from termalign.pictures.page import page
from termalign.pictures.standalone import drawing

__all__ = ["drawing", "fragment", "page"]
