"""Alignment in each situation: a text and its translation, given terms in it, a list of terms, a mixed text."""
