"""What was learned from sentence pairs: which English renders a Japanese term, and how often; as a value and as a file."""

from termalign.learned.file import ModelError
from termalign.learned.renderings import Learned, Model, Source

__all__ = ["Learned", "Model", "ModelError", "Source"]
