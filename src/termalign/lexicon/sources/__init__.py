"""Readers of the EDRDG dictionaries, one for each file format; all yield `termalign.lexicon.records`."""
