"""The English side of a comparison, with the indexes for look-ups."""
