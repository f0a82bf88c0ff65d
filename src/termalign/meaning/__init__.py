"""How alike words are in meaning: by a packaged table, and by a sentence encoder where the user brings one."""
