"""Japanese terms, analysed once: morphemes, dictionary entries, readings, and full forms."""
