"""Kinds of evidence: each one declared once, in a module of its own; `termalign.kinds.registry` has them all."""
