"""A text and its translation: find terms or take those given, gather candidates, choose, and place what is left over."""

from termalign.parallel.document import Aligned, align_document, align_given_document
from termalign.parallel.found import align_parallel
from termalign.parallel.leftover import unclaimed
from termalign.parallel.search import all_candidates, candidates
from termalign.propose.glossary_runs import terms_of

__all__ = [
    "Aligned",
    "align_document",
    "align_given_document",
    "align_parallel",
    "all_candidates",
    "candidates",
    "terms_of",
    "unclaimed",
]
