"""Kinds of evidence, each declared in its own module; `termalign.kinds.registry` lists them all."""
