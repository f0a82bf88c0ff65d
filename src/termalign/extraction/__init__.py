"""Extraction of terms and their renderings from a bitext."""

from termalign.extraction.drafting import LEAST_LINK, Extraction, extract, observations
from termalign.extraction.observation import Observation
from termalign.extraction.term_entry import Example, Form, Rendering, TermEntry
from termalign.extraction.termbase import Termbase

__all__ = [
    "LEAST_LINK",
    "Example",
    "Extraction",
    "Form",
    "Observation",
    "Rendering",
    "TermEntry",
    "Termbase",
    "extract",
    "observations",
]
