"""The English side of a comparison, with the indexes that things are looked up in."""
