"""Japanese terms, analysed once: morphemes, dictionary entries, readings, and what they are short for."""
