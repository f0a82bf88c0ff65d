"""Similarity of words in meaning: by a packaged table, and by a sentence encoder if the user provides one."""
