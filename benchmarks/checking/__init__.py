"""How well `check` finds errors that are planted in real translations, and how quiet it is where none is."""
