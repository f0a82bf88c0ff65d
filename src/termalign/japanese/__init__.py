"""Japanese: morphemes with exact offsets, readings with alternatives, romanisation, term candidates."""
