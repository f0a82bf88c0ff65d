"""Learned models: which English rendered a Japanese headword in sentence pairs, and how often; in memory and as a file."""

from termalign.learned.model_file import ModelError
from termalign.learned.renderings import Learned, Model, Source

__all__ = ["Learned", "Model", "ModelError", "Source"]
