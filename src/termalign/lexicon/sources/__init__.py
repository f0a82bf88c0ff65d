"""Readers of the EDRDG dictionaries, one a file format; all yield `termalign.lexicon.records`."""
