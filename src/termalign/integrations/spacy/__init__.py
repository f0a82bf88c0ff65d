"""The integration with spaCy: a component that marks the renderings of Japanese terms, ``nlp.add_pipe("termalign")``."""

from termalign.extras import missing

try:
    from termalign.integrations.spacy.component import TermAligner, make_aligner
    from termalign.integrations.spacy.docs import docs_of, link_of, projected
except ImportError as error:
    raise missing("spacy") from error

__all__ = ["TermAligner", "docs_of", "link_of", "make_aligner", "projected"]
