"""How names are written in both languages: characters read one by one, legal forms, letters, pieces laid over words."""
